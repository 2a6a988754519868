//! The command, as a person or a script meets it.

mod cases;
mod check;
mod completions;
mod endpoint;
mod files;
mod formats;
mod generate;
mod help;
mod json;
mod man;
mod many;
mod ndjson;
mod people;
mod rules;
mod schema;
mod usage;
mod values;
mod written;

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

#[track_caller]
pub(crate) fn run(arguments: &[&str]) -> Ran {
    run_with(arguments, "")
}

#[track_caller]
pub(crate) fn run_with(arguments: &[&str], input: &str) -> Ran {
    run_as(arguments, input, |_| ())
}

#[track_caller]
pub(crate) fn run_as(arguments: &[&str], input: &str, first: impl FnOnce(&mut Child)) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_icws-schema"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    first(&mut child);
    // What is wrong with the options is found before the input is read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    Ran {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

pub(crate) const VALID: &str = "tests/payloads/valid.json";

pub(crate) const FAULTY: &str = "tests/payloads/invalid.json";

/// A file of its own for what a test writes.
pub(crate) fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command-{name}"));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

pub(crate) const LATE: &str =
    r#"{"externalCallTimeout": {"actualValue": 301}, "callForwardAllMode": {"actualValue": "secret"}}"#;

/// The line of JSON that a check prints.
#[track_caller]
fn checked(arguments: &[&str], input: &str) -> Value {
    let ran = run_with(&[&["check", "--format", "json"], arguments, &["-"]].concat(), input);
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err))
}
