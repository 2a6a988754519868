//! The page `design.md` has the house as it is.

use super::{page, read, root};
use std::fs;

#[test]
fn every_module_of_the_crate_is_in_the_page() {
    let text = read(&page("design.md"));
    let entries = fs::read_dir(root().join("src")).unwrap().map(|entry| entry.unwrap().path());
    let modules = entries
        .filter(|path| !path.ends_with("lib.rs"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
    let missing: Vec<_> = modules.filter(|module| !text.contains(&format!("`{module}`"))).collect();
    assert_eq!(missing, [""; 0]);
}
