//! The picture in the README is what the command prints at a terminal. With `UPDATE_DOCS=1` the test draws it.

use super::{page, read, root};
use anstyle_svg::Term;
use std::fs;
use std::process::Command;

/// What the picture shows: the command that the README begins with, once it is installed.
const ARGUMENTS: [&str; 2] = ["check", "tests/payloads/invalid.json"];

#[test]
fn the_picture_is_what_the_command_prints_at_a_terminal() {
    let output = Command::new(env!("CARGO_BIN_EXE_icws-schema"))
        .args(ARGUMENTS)
        .arg("--show-values")
        .current_dir(root())
        .env("CLICOLOR_FORCE", "1")
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains("\u{1b}["), "{printed}");
    let screen = format!("\u{1b}[1m$ icws-schema {}\u{1b}[0m\n{printed}", ARGUMENTS.join(" "));
    let picture = Term::new().render_svg(&screen);
    let path = page("check.svg");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &picture).unwrap();
    }
    assert!(read(&path) == picture, "docs/check.svg is not up to date: run with UPDATE_DOCS=1");
    assert!(read(&root().join("README.md")).contains("](docs/check.svg)"));
}

#[test]
fn no_color_takes_precedence() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_icws-schema"));
    command.args(ARGUMENTS).current_dir(root()).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1");
    assert!(!command.output().unwrap().stdout.contains(&0x1b));
    command.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "0");
    assert!(!command.output().unwrap().stdout.contains(&0x1b));
}
