//! The form of whole files: what to write in place of a document of another form.

use super::error::LoadError;
use super::expected::FileObject;
use super::help::{EXTENSIONS, RULE_FILE};
use super::problem::{LoadProblem, LoadProblemKind};
use crate::json::syntax_error::SyntaxError;

/// Names of members that a JSON Schema has at its root.
const SCHEMA_MEMBERS: [&str; 7] =
    ["$id", "$defs", "definitions", "type", "properties", "required", "additionalProperties"];

/// Returns a small file of a kind, which is what to write; `None` for a part of a file.
fn example(file: FileObject) -> Option<String> {
    Some(match file {
        FileObject::RuleFile => RULE_FILE.to_owned(),
        FileObject::DirectoryFile => format!("{{\"extensions\": {EXTENSIONS}}}"),
        FileObject::StateFile => r#"{"version": 1, "users": [{"id": "jane.doe"}]}"#.to_owned(),
        FileObject::CaseFile => {
            r#"{"cases": [{"name": "on", "body": {"callForwardAll": {"actualValue": true}}}]}"#.to_owned()
        }
        _ => return None,
    })
}

/// Returns what a file of a kind looks like.
fn form(file: FileObject) -> Option<String> {
    Some(format!("{file} is an object, such as `{}`", example(file)?))
}

/// Adds what a file looks like to the problems of a document that is of another form as a whole. One in another format has
/// only this problem.
pub(super) fn explain(error: LoadError, file: FileObject, text: &str) -> LoadError {
    let is_other =
        |problem: &LoadProblem| matches!(problem.kind(), LoadProblemKind::Syntax(error) if error.is_other_document());
    error.map(|mut problems| {
        if problems.iter().any(is_other) {
            problems.retain(is_other);
        }
        problems.into_iter().map(|problem| explain_one(problem, file, text)).collect()
    })
}

fn explain_one(problem: LoadProblem, file: FileObject, text: &str) -> LoadProblem {
    let is_at_start =
        || text.get(..problem.at()).is_some_and(|before| before.trim_start_matches('\u{feff}').trim().is_empty());
    let error = match problem.kind() {
        LoadProblemKind::Syntax(error) if error.is_other_document() => error,
        LoadProblemKind::Syntax(error @ SyntaxError::ExpectedValue(_)) if is_at_start() => error,
        LoadProblemKind::InvalidValue if problem.is_at_root() => {
            return match form(file) {
                Some(form) => problem.with_general_help(form),
                None => problem,
            };
        }
        _ => return problem,
    };
    let Some(form) = form(file) else { return problem };
    problem.with_help(error.help().map_or(form.clone(), |help| format!("{help}; {form}")))
}

/// Returns what to write in place of a JSON Schema, given a member of it that a file does not have.
pub(super) fn of_schema(file: FileObject, member: &str) -> Option<String> {
    if !SCHEMA_MEMBERS.contains(&member) {
        return None;
    }
    Some(format!("a JSON Schema has this property; {}", form(file)?))
}

#[cfg(all(test, feature = "rules"))]
mod tests {
    use super::{FileObject, example};
    use crate::cases::CaseFile;
    use crate::directory::InMemoryDirectory;
    use crate::rules::RequestChecker;

    #[test]
    fn examples_are_files_of_their_kind() {
        let example = |file| example(file).unwrap();
        assert!(RequestChecker::from_json(example(FileObject::RuleFile)).is_ok());
        assert!(InMemoryDirectory::from_json(example(FileObject::DirectoryFile)).is_ok());
        assert!(CaseFile::from_json(example(FileObject::CaseFile)).is_ok());
        assert!(crate::endpoint::State::from_json(example(FileObject::StateFile)).is_ok());
    }
}
