//! The README, the pages in `docs/` and the examples: complete, generated from one source, and without broken links.

#[cfg(feature = "cli")]
mod console;
mod design;
mod examples;
mod generated;
mod links;
#[cfg(feature = "cli")]
mod picture;
mod statements;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> PathBuf {
    root().join("docs").join(name)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the headings of a page: level, anchor, and the byte at which its line begins.
fn headings(text: &str) -> Vec<(usize, String, usize)> {
    let (mut headings, mut is_code, mut start) = (Vec::new(), false, 0);
    for line in text.split_inclusive('\n') {
        is_code ^= line.starts_with("```");
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 && !is_code {
            headings.push((level, anchor(line[level..].trim()), start));
        }
        start += line.len();
    }
    headings
}

/// Returns the anchor of a heading, as GitHub and rustdoc make it.
fn anchor(heading: &str) -> String {
    let keep = |character: char| match character {
        ' ' => Some('-'),
        character if character.is_alphanumeric() || matches!(character, '-' | '_') => Some(character),
        _ => None,
    };
    heading.to_lowercase().chars().filter_map(keep).collect()
}

/// Returns what is under a heading, up to the next one of its level or above.
fn section<'t>(text: &'t str, anchor: &str) -> Option<&'t str> {
    let headings = headings(text);
    let index = headings.iter().position(|(_, found, _)| found == anchor)?;
    let (level, _, start) = headings[index];
    let end = headings[index + 1..].iter().find(|(next, ..)| *next <= level).map_or(text.len(), |(.., end)| *end);
    Some(&text[start..end])
}

#[test]
fn a_section_ends_at_the_next_heading_of_its_level() {
    let text = "# A\n## 200 - OK\none\n### B\ntwo\n```\n# no heading\n```\n## C `x`\nthree\n";
    assert_eq!(section(text, "200---ok"), Some("## 200 - OK\none\n### B\ntwo\n```\n# no heading\n```\n"));
    assert_eq!(section(text, "c-x"), Some("## C `x`\nthree\n"));
    assert_eq!(section(text, "d"), None);
}
