//! What the command says when it cannot do what it is asked for.

use super::pin;
use std::process::Command;

#[test]
fn refused_options_and_files() {
    let valid = "tests/payloads/valid.json";
    let faulty = "tests/payloads/faulty.json";
    let rows: &[&[&str]] = &[
        &["check", "--as", "object", valid],
        &["check", "--as", "view", "--rules", "recommended", valid],
        &["check", "--as", "error", "--directory", "tests/no-such-file.json", valid],
        &["check", "--partial", valid],
        &["check", "--rules", "tests/no-such-file.json", valid],
        &["check", "--rules", valid, valid],
        &["check", "--directory", valid, valid],
        &["check", "--rules", "recommended", "--current", faulty, valid],
        &["check", "tests/no-such-file.json"],
        &["rules", "rnage"],
        &["rules", "8"],
        &["schema", "--check", "--rules", valid],
    ];
    let mut told = String::new();
    for arguments in rows {
        let ran = Command::new(env!("CARGO_BIN_EXE_icws-schema")).args(*arguments).output().unwrap();
        let (out, err) = (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap());
        // The reason is the system's.
        let line = |line: &str| match line.split_once("cannot be read: ") {
            Some((file, _)) => format!("{file}cannot be read: ...\n"),
            None => format!("{line}\n"),
        };
        let err: String = err.lines().map(line).collect();
        told +=
            &format!("$ icws-schema {}\n{out}{err}ends with {}\n\n", arguments.join(" "), ran.status.code().unwrap());
    }
    pin("command", &told);
}
