//! What formats share of files that are loaded.

use super::span;
use crate::file::{LoadProblem, LoadProblemKind};
use crate::json::position::Position;
use std::fmt;

/// A kind of file that is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// A rule file.
    Rules,
    /// A directory file.
    Directory,
    /// A state file, of which no values are shown.
    State,
    /// A case file.
    Cases,
}

impl FileKind {
    /// Returns the word for the kind, as JSON output has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rules => "ruleFile",
            Self::Directory => "directoryFile",
            Self::State => "stateFile",
            Self::Cases => "caseFile",
        }
    }
}

/// Writes the kind for people.
impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rules => "rule file",
            Self::Directory => "directory file",
            Self::State => "state file",
            Self::Cases => "case file",
        })
    }
}

/// A rule file, directory file, state file or case file that was loaded, and what is wrong with it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct LoadedFile<'a> {
    /// Its name.
    pub file: &'a str,
    /// Its text in UTF-8.
    pub text: &'a [u8],
    /// Its kind.
    pub kind: FileKind,
    /// What is wrong with it; nothing if it can be used.
    pub problems: &'a [LoadProblem],
}

impl<'a> LoadedFile<'a> {
    /// A file of a kind.
    #[must_use]
    pub fn new(file: &'a str, text: &'a [u8], kind: FileKind, problems: &'a [LoadProblem]) -> Self {
        Self { file, text, kind, problems }
    }

    /// Returns whether nothing is wrong with it.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.problems.is_empty()
    }

    /// Returns whether its values are shown. Rules and directories are what their authors want to see.
    pub(super) fn shows_values(&self) -> bool {
        self.kind != FileKind::State
    }

    /// Returns where a problem begins and ends in the text.
    pub(super) fn span(&self, problem: &LoadProblem) -> Option<(Position, Option<Position>)> {
        let at = problem.offset();
        problem.position().map(|start| (start, span::end(start, self.text, at, token_len(self.text, at))))
    }
}

/// Writes how many problems a file has.
pub(super) struct LoadVerdict<'a>(pub(super) &'a LoadedFile<'a>);

impl fmt::Display for LoadVerdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LoadedFile { kind, problems, .. } = self.0;
        match problems.len() {
            0 => write!(f, "valid {kind}"),
            1 => write!(f, "1 problem in the {kind}"),
            count => write!(f, "{count} problems in the {kind}"),
        }
    }
}

/// What each kind of problem is, for formats that list the rules which a file can break.
pub(super) const KINDS: [(&str, &str); 13] = [
    ("syntax", "A file must be JSON."),
    ("invalidValue", "A value must be of the type that is expected."),
    ("unknownMember", "An object must not have unknown properties."),
    ("duplicateMember", "An object must not have duplicate properties."),
    ("missingMember", "An object must have its required properties."),
    ("unknownName", "A name must be known."),
    ("duplicateName", "A name must not occur twice."),
    ("invalidPath", "A path must have the syntax of paths."),
    ("unknownPath", "A path must lead to a property."),
    ("pathType", "A path must lead to a property of a type that the validator accepts."),
    ("invalidPattern", "A pattern must compile."),
    ("limitExceeded", "A file must not exceed the limits."),
    ("conflict", "Parameters must go together."),
];

/// Returns the word for a kind of problem.
pub(super) fn kind_name(kind: LoadProblemKind) -> &'static str {
    match kind {
        LoadProblemKind::Syntax(_) => "syntax",
        LoadProblemKind::InvalidValue => "invalidValue",
        LoadProblemKind::UnknownMember => "unknownMember",
        LoadProblemKind::DuplicateMember => "duplicateMember",
        LoadProblemKind::MissingMember => "missingMember",
        LoadProblemKind::UnknownName => "unknownName",
        LoadProblemKind::DuplicateName => "duplicateName",
        LoadProblemKind::InvalidPath => "invalidPath",
        LoadProblemKind::UnknownPath => "unknownPath",
        LoadProblemKind::PathType => "pathType",
        LoadProblemKind::InvalidPattern => "invalidPattern",
        LoadProblemKind::LimitExceeded => "limitExceeded",
        LoadProblemKind::Conflict => "conflict",
    }
}

/// Returns the length of the token at an offset: of a string, a number or a word; of an array or object, the bracket.
pub(super) fn token_len(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    match rest.first() {
        Some(b'"') => {
            let mut is_escaped = false;
            let end = rest[1..].iter().position(|byte| {
                let is_end = matches!(byte, b'"' | b'\n') && !is_escaped;
                is_escaped = *byte == b'\\' && !is_escaped;
                is_end
            });
            end.map_or(rest.len(), |end| end + 1 + usize::from(rest[end + 1] == b'"'))
        }
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'-' => {
            let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
            rest.iter().take_while(is_part).count()
        }
        _ => usize::from(!rest.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::token_len;

    #[test]
    fn a_token_is_a_string_a_number_a_word_or_a_bracket() {
        let length = |text: &str| token_len(text.as_bytes(), 0);
        assert_eq!(length(r#""a\"b", 1"#), 6);
        assert_eq!(length(r#""a\\", 1"#), 5);
        assert_eq!(length("\"a\n"), 2);
        assert_eq!(length("\"a"), 2);
        assert_eq!(length("-1.5e+3]"), 7);
        assert_eq!(length("true}"), 4);
        assert_eq!(length("{}"), 1);
        assert_eq!(length(""), 0);
    }
}
