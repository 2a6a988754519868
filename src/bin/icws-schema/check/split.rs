//! Output files for the valid and the invalid lines of NDJSON.

use crate::{input, io_error};
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Lines by verdict.
#[derive(Default)]
pub(super) struct LinesByVerdict {
    pub(super) valid: Vec<u8>,
    pub(super) invalid: Vec<u8>,
}

/// The files to which lines are copied.
pub(super) struct Split {
    valid: Option<SplitFile>,
    invalid: Option<SplitFile>,
}

struct SplitFile {
    path: PathBuf,
    file: BufWriter<File>,
}

impl Split {
    /// Creates the files. Neither is truncated unless both can be written.
    pub(super) fn new(valid: Option<&Path>, invalid: Option<&Path>) -> Result<Self, String> {
        let open = |option, path: Option<&Path>| path.map(|path| SplitFile::open(option, path)).transpose();
        let split = Self { valid: open("--valid", valid)?, invalid: open("--invalid", invalid)? };
        [&split.valid, &split.invalid].into_iter().flatten().try_for_each(SplitFile::empty)?;
        Ok(split)
    }

    /// Returns whether there is a file.
    pub(super) fn is_wanted(&self) -> bool {
        self.valid.is_some() || self.invalid.is_some()
    }

    pub(super) fn write(&mut self, lines: &LinesByVerdict) -> Result<(), String> {
        let valid = self.valid.as_mut().map_or(Ok(()), |target| target.write(&lines.valid));
        valid.and_then(|()| self.invalid.as_mut().map_or(Ok(()), |target| target.write(&lines.invalid)))
    }

    /// Flushes the files.
    pub(super) fn end(self) -> Result<(), String> {
        [self.valid, self.invalid].into_iter().flatten().try_for_each(SplitFile::end)
    }
}

impl SplitFile {
    /// Opens a file without truncating it.
    fn open(option: &str, path: &Path) -> Result<Self, String> {
        if input::is_stdin(path) {
            return Err(format!("`{option}` needs a file; standard output is used for the results"));
        }
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path);
        let file = file.map_err(|error| unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file) })
    }

    /// Truncates the file, unless it is a device or a pipe.
    fn empty(&self) -> Result<(), String> {
        let file = self.file.get_ref();
        let is_file = file.metadata().is_ok_and(|info| info.is_file());
        if is_file { file.set_len(0).map_err(|error| unwritable(&self.path, &error)) } else { Ok(()) }
    }

    fn write(&mut self, lines: &[u8]) -> Result<(), String> {
        self.file.write_all(lines).map_err(|error| unwritable(&self.path, &error))
    }

    fn end(mut self) -> Result<(), String> {
        self.file.flush().map_err(|error| unwritable(&self.path, &error))
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {}", input::shown(path), io_error::unwritable(error))
}
