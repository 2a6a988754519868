use super::loaded::LoadedFile;
use crate::report::{Escaped, Report};

/// The result of a file.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum FileResult<'a> {
    /// It was checked.
    Checked(CheckedFile<'a>),
    /// It was loaded: a rule file, a directory file, a state file or a case file.
    Loaded(LoadedFile<'a>),
    /// It could not be read.
    #[non_exhaustive]
    Unreadable {
        /// Its name.
        file: &'a str,
        /// The line of NDJSON that could not be read; `None` if it is the whole file.
        line: Option<u64>,
        /// The reason.
        error: &'a str,
    },
}

impl<'a> FileResult<'a> {
    /// Creates the result of a file that could not be read.
    #[must_use]
    pub fn unreadable(file: &'a str, error: &'a str) -> Self {
        Self::Unreadable { file, line: None, error }
    }

    /// Creates the result of a line of NDJSON that could not be read.
    #[must_use]
    pub fn unreadable_line(file: &'a str, line: u64, error: &'a str) -> Self {
        Self::Unreadable { file, line: Some(line), error }
    }
}

impl<'a> From<CheckedFile<'a>> for FileResult<'a> {
    fn from(checked: CheckedFile<'a>) -> Self {
        Self::Checked(checked)
    }
}

impl<'a> From<LoadedFile<'a>> for FileResult<'a> {
    fn from(loaded: LoadedFile<'a>) -> Self {
        Self::Loaded(loaded)
    }
}

/// A checked file.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CheckedFile<'a> {
    /// Its name.
    pub file: &'a str,
    /// Its bytes.
    pub text: &'a [u8],
    /// The report.
    pub report: &'a Report,
    /// Whether it is a request, whose problems determine an error id.
    pub is_request: bool,
    /// The line of the body in an NDJSON file, from 1; `None` if the body is the whole file. The report has it, too.
    pub line: Option<u64>,
}

impl<'a> CheckedFile<'a> {
    /// Creates the result of a request, or of any other object that is sent.
    #[must_use]
    pub fn request(file: &'a str, text: &'a [u8], report: &'a Report) -> Self {
        Self { file, text, report, is_request: true, line: None }
    }

    /// Creates the result of the body of a response.
    #[must_use]
    pub fn response(file: &'a str, text: &'a [u8], report: &'a Report) -> Self {
        Self { file, text, report, is_request: false, line: None }
    }

    /// Sets the line of the body in an NDJSON file.
    #[must_use]
    pub fn with_line(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// Returns the name for output, with the line of the body in an NDJSON file.
    pub(super) fn place(&self) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{}{line}", Escaped(self.file))
    }
}
