//! Every link inside the repository has a target.

use super::{headings, read, root};
use std::fs;
use std::path::PathBuf;

pub(super) fn files() -> Vec<PathBuf> {
    let is_page = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "md");
    let names = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    names(root().to_path_buf()).chain(names(root().join("docs"))).filter(is_page).collect()
}

/// Returns the targets of links: `](target)` and `[name]: target`.
fn targets(text: &str) -> Vec<&str> {
    let inline = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let definitions =
        text.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: ").map(|(_, target)| target));
    inline.chain(definitions).collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_exist() {
    let mut missing = Vec::new();
    let mut seen = 0;
    for file in files() {
        let text = read(&file);
        for target in targets(&text).into_iter().filter(|target| !target.starts_with("http")) {
            seen += 1;
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() { file.clone() } else { file.parent().unwrap().join(path) };
            let has_heading =
                || anchor.is_empty() || headings(&read(&path)).iter().any(|(_, found, _)| found == anchor);
            if !path.exists() || !has_heading() {
                missing.push(format!("{}: {target}", file.display()));
            }
        }
    }
    assert!(seen > 40, "{seen} links");
    assert_eq!(missing, [""; 0]);
}

/// The pages are modules of the crate, which turns only definitions of links into links to modules, and chapters of a book, which has no
/// other files.
#[test]
fn links_between_pages_are_definitions_of_links_to_pages() {
    let is_relative = |target: &str| !target.starts_with("http") && !target.starts_with('#');
    let mut wrong = Vec::new();
    for file in
        files().into_iter().filter(|file| file.parent() == Some(&root().join("docs")) && !file.ends_with("SUMMARY.md"))
    {
        let text = read(&file);
        let name = |target: &str| format!("{}: {target}", file.file_name().unwrap().display());
        let inline = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        wrong.extend(inline.filter(|target| is_relative(target)).map(name));
        for line in text.lines() {
            let Some((label, target)) = line.strip_prefix('[').and_then(|line| line.split_once("]: ")) else {
                continue;
            };
            if is_relative(target) && target != format!("{label}.md") {
                wrong.push(name(target));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn the_book_and_the_crate_have_every_page() {
    let summary = read(&root().join("docs/SUMMARY.md"));
    let modules = read(&root().join("src/docs.rs"));
    for file in files().into_iter().filter(|file| file.parent() == Some(&root().join("docs"))) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        if name != "SUMMARY" {
            assert_eq!(summary.matches(&format!("]({name}.md)")).count(), 1, "{name} in docs/SUMMARY.md");
        }
        // The documentation of the crate has an introduction of its own.
        if !matches!(name, "SUMMARY" | "introduction") {
            assert!(modules.contains(&format!("= \"{name}\";")), "{name} in src/docs.rs");
            assert!(
                modules.contains(&format!("[{name}]: crate::docs::{}", name.replace('-', "_"))),
                "{name} in src/docs.rs"
            );
        }
    }
}
