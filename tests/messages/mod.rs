//! One problem at a time, and its exact message.
//!
//! Each snapshot in `snapshots/` has inputs, the report of each for people, and its data for programs. A changed word is a
//! changed snapshot, which a person accepts (`INSTA_UPDATE=always cargo test --all-features`, then `git diff`) or not.

mod body_forms;
#[cfg(feature = "cli")]
mod case_forms;
mod command;
mod documents;
mod errors;
#[cfg(feature = "rules")]
mod escaping;
#[cfg(feature = "rules")]
mod files;
mod hints;
mod mistakes;
#[cfg(feature = "rules")]
mod other_forms;
#[cfg(feature = "rules")]
mod recovery;
mod representations;
#[cfg(feature = "cli")]
mod syntax;
#[cfg(feature = "cli")]
mod validators;

use icws_schema::report::Problem;
use icws_schema::report::Report;
use std::fmt::Write;

/// Compares a string with the snapshot of a name.
fn pin(name: &str, text: &str) {
    pin_in("snapshots", name, text);
}

/// Compares a string with the snapshot of a name in a folder.
fn pin_in(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Renders a report as people see it, followed by its data.
fn rendered(report: &Report) -> String {
    let mut text = format!("{report}\n");
    report.problems().iter().for_each(|problem| facts(&mut text, problem));
    text
}

/// Kind, pointer, offset and length, whether the problem is at the key or the value, and the validator.
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
