//! Files for the valid and the invalid lines of NDJSON.

use crate::input;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Lines, by their verdict.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) valid: Vec<u8>,
    pub(super) invalid: Vec<u8>,
}

/// The files to which lines are copied.
pub(super) struct Split {
    valid: Option<Target>,
    invalid: Option<Target>,
}

struct Target {
    path: PathBuf,
    file: BufWriter<File>,
}

impl Split {
    /// Creates the files.
    pub(super) fn new(valid: Option<&Path>, invalid: Option<&Path>) -> Result<Self, String> {
        Ok(Self { valid: valid.map(Target::new).transpose()?, invalid: invalid.map(Target::new).transpose()? })
    }

    /// Returns whether there is a file.
    pub(super) fn is_wanted(&self) -> bool {
        self.valid.is_some() || self.invalid.is_some()
    }

    pub(super) fn write(&mut self, lines: &Lines) -> Result<(), String> {
        let valid = self.valid.as_mut().map_or(Ok(()), |target| target.write(&lines.valid));
        valid.and_then(|()| self.invalid.as_mut().map_or(Ok(()), |target| target.write(&lines.invalid)))
    }

    /// Writes what is buffered.
    pub(super) fn end(self) -> Result<(), String> {
        [self.valid, self.invalid].into_iter().flatten().try_for_each(Target::end)
    }
}

impl Target {
    fn new(path: &Path) -> Result<Self, String> {
        let file = File::create(path).map_err(|error| unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file) })
    }

    fn write(&mut self, lines: &[u8]) -> Result<(), String> {
        self.file.write_all(lines).map_err(|error| unwritable(&self.path, &error))
    }

    fn end(mut self) -> Result<(), String> {
        self.file.flush().map_err(|error| unwritable(&self.path, &error))
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> String {
    format!("{}: cannot be written: {error}", input::shown(path))
}
