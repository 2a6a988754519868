//! What the fuzzers of `fuzz/` try, without them: each target over its saved inputs, those of the cases, and mutations of both, the
//! same on every run.

mod case_file;
mod challenge;
mod checking;
mod directory_file;
mod mutation;
mod reading;
mod rule_file;
mod state_file;

use crate::validators::{cases, text, validators};
use mutation::mutations;
use serde_json::{Value, json};
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// Runs a target over inputs and `count` mutations of them; names the input at which it failed.
#[track_caller]
fn run(name: &str, target: fn(&[u8]), mut inputs: Vec<Vec<u8>>, count: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no inputs of {name}");
    inputs.extend(files.iter().map(|file| fs::read(file).unwrap()));
    let mutated = mutations(&inputs, count);
    for input in inputs.iter().cloned().chain(mutated) {
        assert!(catch_unwind(|| target(&input)).is_ok(), "{name} failed at: {}", input.escape_ascii());
    }
}

/// The cases of every validator as inputs, as `input` makes them.
fn of_cases(input: fn(&Value) -> String) -> Vec<Vec<u8>> {
    let files = validators();
    files.values().flat_map(cases).map(|case| input(case).into_bytes()).collect()
}

fn rules(case: &Value) -> String {
    text(case.get("rulesText").unwrap_or(&case["rules"]))
}

fn directory(case: &Value) -> String {
    text(case.get("directoryText").or(case.get("directory")).unwrap_or(&json!({})))
}

#[test]
fn challenges() {
    run("challenge", challenge::target, Vec::new(), 20_000);
}

#[test]
fn representations() {
    run("reading", reading::target, Vec::new(), 10_000);
}

#[test]
fn rule_files() {
    run("rule_file", rule_file::target, of_cases(rules), 5_000);
}

#[test]
fn directory_files() {
    run("directory_file", directory_file::target, of_cases(directory), 5_000);
}

#[test]
fn state_files() {
    run("state_file", state_file::target, Vec::new(), 10_000);
}

#[test]
fn case_files() {
    let file = |case: &Value| {
        let mut case = case.clone();
        case.as_object_mut().unwrap().remove("bodyText");
        json!({"cases": [case]}).to_string()
    };
    run("case_file", case_file::target, of_cases(file), 5_000);
}

#[test]
fn rules_directory_and_body_at_once() {
    let lines = |case: &Value| {
        let lines = [rules(case), directory(case), case.to_string(), case["body"].to_string()];
        lines.map(|line| line.replace('\n', " ")).join("\n")
    };
    run("checking", checking::target, of_cases(lines), 5_000);
}
