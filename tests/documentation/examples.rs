//! Each example runs, as a test in its file; and the files that pages show are valid.

use super::{page, read, root};
use icws_schema::cases::{CaseFile, CaseOutcome, CaseRunner};
use icws_schema::directory::InMemoryDirectory;
use icws_schema::endpoint::State;
use icws_schema::rules::RequestChecker;
use serde_json::Value;

#[path = "../../examples/check_before_sending.rs"]
mod check_before_sending;
#[cfg(feature = "http")]
#[path = "../../examples/client_and_mock_server.rs"]
mod client_and_mock_server;
#[path = "../../examples/directory_in_sqlite.rs"]
mod directory_in_sqlite;
#[path = "../../examples/explain_a_400.rs"]
mod explain_a_400;
#[cfg(feature = "http")]
#[path = "../../examples/loopback.rs"]
mod loopback;
#[cfg(feature = "proptest")]
#[path = "../../examples/property_test.rs"]
mod property_test;
#[path = "../../examples/rules_in_code.rs"]
mod rules_in_code;

/// Returns the blocks of JSON in a page.
pub(super) fn json(text: &str) -> Vec<&str> {
    text.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_rule_files_in_pages_are_rules_for_requests() {
    let (readme, rule_files) = (read(&root().join("README.md")), read(&page("rule-files.md")));
    let is_rule_file = |file: &&str| !file.contains("\"cases\"");
    let files: Vec<_> = json(&readme).into_iter().chain(json(&rule_files)).filter(is_rule_file).collect();
    assert_eq!(files.len(), 4);
    for file in files {
        RequestChecker::from_json(file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    }
}

#[test]
fn the_cases_in_the_page_of_rule_files_are_ok() {
    let text = read(&page("rule-files.md"));
    let mut files = json(&text).into_iter().filter(|file| file.contains("\"cases\""));
    let (Some(file), None) = (files.next(), files.next()) else { panic!("expected one case file") };
    let file = CaseFile::from_json(file).unwrap();
    let mut runner = CaseRunner::new(|name| Err(format!("{name}: the page has no other files")));
    for case in file.cases() {
        let result = runner.run(case).unwrap();
        assert_eq!(result.outcome(), CaseOutcome::Ok, "{}: {:?}", case.name(), result.differences);
    }
}

#[test]
fn the_state_file_in_its_page_has_every_member() {
    let text = read(&page("evaluation.md"));
    let [file] = json(&text)[..] else { panic!("expected one file") };
    State::from_json(file).unwrap();
    let file: Value = serde_json::from_str(file).unwrap();
    let schema = icws_schema::schema::state_file();
    let members = schema.as_value()["properties"].as_object().unwrap().keys().filter(|key| *key != "$schema");
    let missing: Vec<_> = members.filter(|member| file.get(member).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_directory_file_in_its_page_has_every_section() {
    let text = read(&page("directory-files.md"));
    let [file] = json(&text)[..] else { panic!("expected one file") };
    InMemoryDirectory::from_json(file).unwrap();
    let file: Value = serde_json::from_str(file).unwrap();
    let schema = icws_schema::schema::directory_file();
    let sections = schema.as_value()["properties"].as_object().unwrap().keys().filter(|key| *key != "$schema");
    let missing: Vec<_> = sections.filter(|section| file.get(section).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
