//! Loaded files, as the formats use them.

use super::span;
use crate::file::LoadProblem;
use crate::json::position::Position;
use std::fmt;

/// The kind of a loaded file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// A rule file.
    Rules,
    /// A directory file.
    Directory,
    /// A state file, whose values are not shown.
    State,
    /// A case file.
    Cases,
}

impl FileKind {
    /// Returns the name of the kind in JSON output.
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

/// A loaded rule file, directory file, state file or case file, with its problems.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct LoadedFile<'a> {
    /// Its name.
    pub file: &'a str,
    /// Its text in UTF-8.
    pub text: &'a [u8],
    /// Its kind.
    pub kind: FileKind,
    /// The problems; empty if the file can be used.
    pub problems: &'a [LoadProblem],
    /// The warnings: probable mistakes, which do not make the file invalid.
    pub warnings: &'a [LoadProblem],
}

impl<'a> LoadedFile<'a> {
    /// Creates a file of a kind.
    #[must_use]
    pub fn new(file: &'a str, text: &'a [u8], kind: FileKind, problems: &'a [LoadProblem]) -> Self {
        Self { file, text, kind, problems, warnings: &[] }
    }

    /// Sets the warnings.
    #[must_use]
    pub fn with_warnings(self, warnings: &'a [LoadProblem]) -> Self {
        Self { warnings, ..self }
    }

    /// Returns whether there are no problems.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.problems.is_empty()
    }

    /// Returns whether values are shown, as in files whose authors read the output.
    pub(super) fn shows_values(&self) -> bool {
        self.kind != FileKind::State
    }

    /// Returns the start and the end of a problem in the text.
    pub(super) fn span(&self, problem: &LoadProblem) -> Option<(Position, Option<Position>)> {
        let (at, len) = place(problem);
        problem.position().map(|start| (start, span::end(start, self.text, at, len)))
    }
}

/// Returns the offset and the length of a problem in the text.
pub(super) fn place(problem: &LoadProblem) -> (usize, usize) {
    let number = |number: Option<u64>| number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default();
    (number(problem.offset()), number(problem.length()))
}

/// Writes a problem with its suggestion.
pub(super) struct LoadProblemLine<'a>(pub(super) &'a LoadProblem);

impl fmt::Display for LoadProblemLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.statement().fmt(f)?;
        self.0.help().map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

/// Writes the number of problems of a file.
pub(super) struct LoadVerdict<'a>(pub(super) &'a LoadedFile<'a>);

impl fmt::Display for LoadVerdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LoadedFile { kind, problems, warnings, .. } = self.0;
        match problems.len() {
            0 => write!(f, "valid {kind}")?,
            1 => write!(f, "1 problem in the {kind}")?,
            count => write!(f, "{count} problems in the {kind}")?,
        }
        if let Some(end) = problems.iter().find(|problem| problem.ends_reading()).and_then(LoadProblem::position) {
            write!(f, ", not checked after line {}", end.line)?;
        }
        match warnings.len() {
            0 => Ok(()),
            1 => f.write_str(", 1 warning"),
            count => write!(f, ", {count} warnings"),
        }
    }
}

/// Returns the description of each kind of problem, for formats that list the rules that a file can violate.
pub(super) const KINDS: [(&str, &str); 14] = [
    ("syntax", "A file must be JSON."),
    ("invalidValue", "A value must be of the expected type."),
    ("unknownMember", "An object must not have unknown properties."),
    ("duplicateMember", "An object must not have duplicate properties."),
    ("missingMember", "An object must have its required properties."),
    ("unknownName", "A name must be known."),
    ("duplicateName", "A name must not occur twice."),
    ("invalidPath", "A path must have valid syntax."),
    ("unknownPath", "A path must lead to a property."),
    ("pathType", "A path must lead to a property of a type that the validator accepts."),
    ("invalidPattern", "A pattern must compile."),
    ("limitExceeded", "A file must not exceed the limits."),
    ("conflict", "Parameters must be compatible."),
    ("impossibleValue", "A property must be compared with values that it can have."),
];
