//! What formats share of files that are loaded.

use super::span;
use crate::file::LoadProblem;
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
    /// The warnings: what may be a mistake, although the file can be used.
    pub warnings: &'a [LoadProblem],
}

impl<'a> LoadedFile<'a> {
    /// A file of a kind.
    #[must_use]
    pub fn new(file: &'a str, text: &'a [u8], kind: FileKind, problems: &'a [LoadProblem]) -> Self {
        Self { file, text, kind, problems, warnings: &[] }
    }

    /// Sets the warnings.
    #[must_use]
    pub fn with_warnings(self, warnings: &'a [LoadProblem]) -> Self {
        Self { warnings, ..self }
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
        let (at, len) = place(problem);
        problem.position().map(|start| (start, span::end(start, self.text, at, len)))
    }
}

/// Returns where what is wrong begins in the text, and its length.
pub(super) fn place(problem: &LoadProblem) -> (usize, usize) {
    let number = |number: Option<u64>| number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default();
    (number(problem.offset()), number(problem.length()))
}

/// Writes what is wrong, and what was probably meant.
pub(super) struct LoadMessage<'a>(pub(super) &'a LoadProblem);

impl fmt::Display for LoadMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.statement().fmt(f)?;
        self.0.meant().map_or(Ok(()), |meant| write!(f, "; {meant}"))
    }
}

/// Writes how many problems a file has.
pub(super) struct LoadVerdict<'a>(pub(super) &'a LoadedFile<'a>);

impl fmt::Display for LoadVerdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LoadedFile { kind, problems, warnings, .. } = self.0;
        match problems.len() {
            0 => write!(f, "valid {kind}")?,
            1 => write!(f, "1 problem in the {kind}")?,
            count => write!(f, "{count} problems in the {kind}")?,
        }
        match warnings.len() {
            0 => Ok(()),
            1 => f.write_str(", 1 warning"),
            count => write!(f, ", {count} warnings"),
        }
    }
}

/// What each kind of problem is, for formats that list the rules which a file can break.
pub(super) const KINDS: [(&str, &str); 14] = [
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
    ("impossibleValue", "A property must be compared with values that it can have."),
];
