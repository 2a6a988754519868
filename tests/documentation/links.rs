//! Every link inside the repository has a target.

use super::{headings, read, root};
use std::fs;
use std::path::PathBuf;

fn files() -> Vec<PathBuf> {
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
