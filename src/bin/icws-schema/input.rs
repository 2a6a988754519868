//! Reading of files.

use crate::io_error::unreadable;
use crate::stream;
use icws_schema::directory::InMemoryDirectory;
use icws_schema::file::{LoadError, LoadProblem};
use icws_schema::report::{Escaped, Report};
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Returns whether a name is that of standard input.
pub(crate) fn is_stdin(file: &Path) -> bool {
    file == Path::new("-")
}

/// Reads a file; `-` is standard input.
pub(crate) fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    if !is_stdin(file) {
        return fs::read(file);
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    Ok(text)
}

/// Reads a file, or returns the message that it cannot be read.
pub(crate) fn file(file: &Path) -> Result<Vec<u8>, String> {
    bytes(file).map_err(|error| format!("{}: {}", shown(file), unreadable(&error)))
}

/// Reads the text of a file that belongs to the command, in UTF-8 or UTF-16.
pub(crate) fn text(file: &Path) -> Result<String, String> {
    let bytes = self::file(file)?;
    icws_schema::file::decode(&bytes).map(Cow::into_owned).map_err(|error| rejected(&shown(file), &error))
}

/// Reads a directory file.
pub(crate) fn directory(file: &Path) -> Result<InMemoryDirectory, String> {
    loaded(&shown(file), InMemoryDirectory::from_json(self::file(file)?), InMemoryDirectory::warnings)
}

/// Returns what was loaded from a file, or its problems, one per line. Warnings go to standard error.
pub(crate) fn loaded<T>(
    file: &str,
    loaded: Result<T, LoadError>,
    warnings: impl FnOnce(&T) -> &[LoadProblem],
) -> Result<T, String> {
    for warning in loaded.as_ref().map_or_else(LoadError::warnings, warnings) {
        stream::eprint_line(format_args!("{file}: warning: {warning}"));
    }
    loaded.map_err(|error| rejected(file, &error))
}

/// Returns the name of a file, escaped for output.
pub(crate) fn shown(file: &Path) -> String {
    Escaped(file.display()).to_string()
}

/// Returns all problems of a file, one per line.
pub(crate) fn rejected(file: &str, error: &LoadError) -> String {
    let end = error.problems().iter().find(|problem| problem.ends_reading()).and_then(LoadProblem::position);
    let lines = error.problems().iter().map(|problem| format!("{file}: {problem}")).collect();
    with_end(file, lines, end.map(|end| end.line))
}

/// Returns lines about a file, the last one of which says where reading it has stopped.
fn with_end(file: &str, mut lines: Vec<String>, last_line_read: Option<u64>) -> String {
    lines.extend(last_line_read.map(|line| format!("{file}: not checked after line {line}")));
    lines.join("\n")
}

/// Returns a problem of a file, on one line.
pub(crate) fn lines(file: &str, report: &Report) -> String {
    let lines = report.to_string().lines().map(|line| format!("{file}: {line}")).collect();
    with_end(file, lines, report.last_line_read())
}

/// Returns an error if more than one file is standard input.
pub(crate) fn require_one_stdin<'f>(files: impl IntoIterator<Item = &'f Path>) -> Result<(), String> {
    match files.into_iter().filter(|file| is_stdin(file)).count() {
        0 | 1 => Ok(()),
        _ => Err("`-` is given more than once; standard input can be read only once".to_owned()),
    }
}
