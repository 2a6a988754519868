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

use icws_schema::schema as schemas;
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;

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
    let out = String::from_utf8(stdout).unwrap();
    assert_conforms(arguments, &out);
    Ran { code: status.code().unwrap(), out, err: String::from_utf8(stderr).unwrap() }
}

/// Asserts that JSON output of `rules`, `test` and `conformance`, and each verdict, conforms to its published schema.
#[track_caller]
fn assert_conforms(arguments: &[&str], out: &str) {
    static SCHEMAS: LazyLock<[jsonschema::Validator; 4]> = LazyLock::new(|| {
        let schemas = [schemas::test_report(), schemas::validator_catalog(), schemas::report(), schemas::verdict()];
        schemas.map(|schema| jsonschema::validator_for(schema.as_value()).unwrap())
    });
    let [test_report, catalog, report, verdict] = &*SCHEMAS;
    let has = |option: &str| arguments.contains(&option);
    let schema = match arguments.first() {
        Some(&("test" | "conformance")) if has("json") || has("ndjson") => test_report,
        Some(&"check") if has("ndjson") => verdict,
        Some(&"rules") if has("--check") && has("ndjson") => verdict,
        Some(&"rules") if has("--check") && has("json") => report,
        Some(&"rules") if has("json") && !has("recommended") && !has("documented") => catalog,
        _ => return,
    };
    for output in serde_json::Deserializer::from_str(out).into_iter::<Value>().map(Result::unwrap) {
        let errors: Vec<_> = schema.iter_errors(&output).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{arguments:?}: {errors:?}");
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
