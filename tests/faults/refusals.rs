//! Why rule files and directory files are refused.
//!
//! The inputs are those cases of `data/cases` that are refused; what they do not reach stands here. Each text is shown once, with the first
//! file that gets it.

use super::pin;
use crate::sorted::sorted;
use crate::validators::{Refusing, cases, files, folder, load, validators};
use icws_schema::directory::InMemoryDirectory;
use icws_schema::file::{LoadError, LoadExpected, LoadProblem};
use icws_schema::rules::RuleSet;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Refused files, each with what is said of it, as long as it says something new.
#[derive(Default)]
struct Told {
    text: String,
    seen: BTreeSet<String>,
}

impl Told {
    fn add(&mut self, what: &str, file: &str, refused: &LoadError) {
        let new: Vec<_> = refused.problems().iter().map(|problem| self.seen.insert(message(problem))).collect();
        if new.contains(&true) {
            let file = match file.char_indices().nth(300) {
                Some((at, _)) => format!("{} ... {} bytes", &file[..at], file.len()),
                None => file.to_owned(),
            };
            let refused = refused.to_string();
            let refused = refused.replace(&"/rules/0".repeat(33), "(/rules/0 33 times)");
            self.text += &format!("# {what}\n{file}\n{refused}\n\n");
        }
    }
}

/// A problem without where it is.
fn message(problem: &LoadProblem) -> String {
    let line = problem.to_string();
    let place = [Some(problem.pointer()), problem.parameter()].into_iter().flatten().filter(|place| !place.is_empty());
    place.fold(line, |line, place| {
        line.split_once(&format!("{place}: ")).map_or(line.clone(), |(_, rest)| rest.to_owned())
    })
}

/// The cases of every file.
fn all_cases() -> Vec<Value> {
    let groups = |file: &Value| {
        file["groups"].as_array().unwrap().iter().flat_map(|group| cases(group).to_vec()).collect::<Vec<_>>()
    };
    let parts = files(&folder().join("parts"));
    let validators = validators();
    parts.values().flat_map(groups).chain(validators.values().flat_map(|file| cases(file).to_vec())).collect()
}

#[test]
fn of_rule_files() {
    let mut told = Told::default();
    for case in all_cases() {
        if let Err(Refusing::Rules(refused)) = load(&case, |_| ()) {
            let file = crate::validators::text(case.get("rulesText").unwrap_or(&case["rules"]));
            told.add(case["name"].as_str().unwrap(), &file, &refused);
        }
    }
    let text = |file: Value| sorted(&file).to_string();
    let rule = |rule: Value| text(json!({"rules": [rule]}));
    let many = vec![json!({"validator": "regex", "property": "t", "pattern": "a{60000}"}); 64];
    for (what, file) in [
        ("no JSON", "{\"rules\": [\n  {\"validator\": range}]}".to_owned()),
        ("`$schema` is a text", text(json!({"$schema": 1, "rules": []}))),
        ("patterns of more than 64 MiB", text(json!({"rules": many}))),
        (
            "three at once",
            text(json!({"rules": [{"validator": "rnage"}, 5, {"validator": "range", "property": "a[0]"}]})),
        ),
        (
            "an object for the conditions of `all`",
            rule(json!({"validator": "propertyNotApplicable", "property": "v", "when": {"all": {}}})),
        ),
        (
            "an alphabet of another name",
            rule(json!({"validator": "pronunciationValidator", "property": "v", "alphabet": "arpa"})),
        ),
    ] {
        told.add(what, &file, &RuleSet::from_json(&file).unwrap_err());
    }
    pin("refused_rule_files", &told.text);
}

#[test]
fn of_directory_files() {
    let mut told = Told::default();
    for case in all_cases() {
        if let Err(Refusing::Directory(refused)) = load(&case, |_| ()) {
            let file = crate::validators::text(case.get("directory").unwrap_or(&case["directoryText"]));
            told.add(case["name"].as_str().unwrap(), &file, &refused);
        }
    }
    let text = |file: Value| sorted(&file).to_string();
    for (what, file) in [
        ("no JSON", text(json!({"objects": {}})).replace("{}", "{")),
        ("no object", text(json!([]))),
        ("an object for a list", text(json!({"objects": {"user": {}}}))),
        ("a number for an id", text(json!({"objects": {"user": [{"id": 7}]}}))),
        (
            "a list for an attribute",
            text(json!({"objects": {"user": [{"id": "a", "attributes": {"extension": [1]}}]}})),
        ),
        ("a list for a parent", text(json!({"accessControlGroups": {"a": []}}))),
        ("a kind of no attendant profile", text(json!({"attendantProfiles": [{"id": "a", "kind": "inbond"}]}))),
        ("a registration entry of no kind", text(json!({"registrationGroups": {"g": [{"transport": 2}]}}))),
        (
            "a transport that is no integer",
            text(json!({"registrationGroups": {"g": [{"line": "l", "transport": "TLS"}]}})),
        ),
        ("a boolean for an extension", text(json!({"extensions": [{"extension": true}]}))),
        ("a negative count", text(json!({"references": {"skill": {"a": -1}}}))),
        ("a text for a Boolean", text(json!({"statuses": [{"id": "a", "afterCallWork": "yes"}]}))),
        (
            "a keyword set listed twice",
            text(json!({"keywordSets": [{"id": "a", "keywords": 1}, {"id": "A", "keywords": 2}]})),
        ),
        ("a status listed twice", text(json!({"statuses": [{"id": "b"}, {"id": "B"}]}))),
        ("names that compare equal", text(json!({"mailboxes": {"m": [], "M": []}}))),
    ] {
        told.add(what, &file, &InMemoryDirectory::from_json(&file).unwrap_err());
    }
    pin("refused_directory_files", &told.text);
}

/// The phrases that no message here has: a limit of the automaton that searches for symbols, and what is meant by `duplicate`.
const UNREACHED: [&str; 2] = ["AlphabetWithinLimit", "UniqueMember"];

#[test]
fn every_phrase_of_the_catalogue_is_pinned() {
    let pinned = |name: &str| std::fs::read_to_string(format!("tests/faults/snapshots/{name}.snap")).unwrap();
    let pinned = pinned("refused_rule_files") + &pinned("refused_directory_files");
    for (name, phrase) in LoadExpected::CATALOGUE {
        // What is between the fields of a phrase.
        let parts: Vec<_> = phrase.split(['{', '}']).step_by(2).collect();
        let is_in = |line: &str| {
            parts.iter().try_fold(line, |rest, part| rest.find(part).map(|at| &rest[at + part.len()..])).is_some()
        };
        assert_eq!(pinned.lines().any(is_in), !UNREACHED.contains(name), "{name}: {phrase}");
    }
}
