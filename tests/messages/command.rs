//! The messages of the command when it cannot do what was requested.

use super::pin;
use crate::command::{Ran, run};

#[test]
fn rejected_options_and_files() {
    let valid = "tests/payloads/valid.json";
    let invalid_json = "tests/payloads/invalid.json";
    let rows: &[&[&str]] = &[
        &["check", "--as", "object", valid],
        &["check", "--as", "view", "--rules", "recommended", valid],
        &["check", "--as", "error", "--directory", "tests/no-such-file.json", valid],
        &["check", "--partial", valid],
        &["check", "--rules", "tests/no-such-file.json", valid],
        &["check", "--rules", valid, valid],
        &["check", "--directory", valid, valid],
        &["check", "--rules", "recommended", "--current", invalid_json, valid],
        &["check", "tests/no-such-file.json"],
        &["rules", "rnage"],
        &["rules", "8"],
        &["schema", "--check", "--rules", valid],
    ];
    let mut rendered = String::new();
    for arguments in rows {
        let Ran { code, out, err } = run(arguments);
        // The reason is the system's.
        let line = |line: &str| match line.split_once("cannot be read: ") {
            Some((file, _)) => format!("{file}cannot be read: ...\n"),
            None => format!("{line}\n"),
        };
        let err: String = err.lines().map(line).collect();
        rendered += &format!("$ icws-schema {}\n{out}{err}ends with {code}\n\n", arguments.join(" "));
    }
    pin("command", &rendered);
}
