//! One thing broken at a time, and the exact words of what is said about it.
//!
//! Each snapshot in `snapshots/` holds an input and its report as a person reads it, and below that what a program reads. A changed word is a
//! changed snapshot, which a person accepts (`INSTA_UPDATE=always cargo test --all-features`, then `git diff`) or not.

#[cfg(feature = "cli")]
mod command;
mod errors;
mod mistakes;
#[cfg(feature = "rules")]
mod refusals;
mod representations;
#[cfg(feature = "cli")]
mod syntax;
#[cfg(feature = "cli")]
mod validators;

use icws_schema::report::Problem;
use icws_schema::report::Report;
use std::fmt::Write;

/// Compares a text with the snapshot of a name.
fn pin(name: &str, text: &str) {
    pin_in("snapshots", name, text);
}

/// Compares a text with the snapshot of a name in a folder.
fn pin_in(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// A report as a person reads it, and below that what a program reads.
fn told(report: &Report) -> String {
    let mut text = format!("{report}\n");
    report.problems().iter().for_each(|problem| facts(&mut text, problem));
    text
}

/// Fault, pointer, offset and length, whether it is the key or the value that is wrong, and the validator that the server would name.
fn facts(text: &mut String, problem: &Problem) {
    let target = problem.target().as_str();
    write!(text, "  {} {target} {:?}", problem.kind().as_str(), problem.pointer()).unwrap();
    if let (Some(offset), Some(length)) = (problem.offset(), problem.length()) {
        write!(text, " {offset}+{length}").unwrap();
    }
    match problem.validator() {
        Some(validator) => writeln!(text, " {} {validator}", validator.code()).unwrap(),
        None => text.push_str(" malformed\n"),
    }
}
