//! Repeats tests when a file changes.

use super::errors;
use crate::case_report::{self, CaseFormat, FileReport};
use crate::exit_status::ExitStatus;
use crate::{input, stream};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

/// The polling interval.
const INTERVAL: Duration = Duration::from_millis(500);

/// The time and length of each file; `None` if it cannot be read.
type FileStamps = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Repeats tests until the output is closed.
pub(super) fn run(
    test: impl Fn() -> (Vec<FileReport>, BTreeSet<PathBuf>),
    format: CaseFormat,
) -> Result<ExitStatus, String> {
    let mut files = BTreeSet::new();
    loop {
        // What changes while the tests run is seen: of a file that was there, the state before them counts.
        let before = state(&files);
        let (reports, read) = test();
        let mut known = state(&read);
        known.extend(before.into_iter().filter(|(path, _)| read.contains(path)));
        files = read;
        errors(&reports);
        if write(&case_report::print(&reports, format))? {
            return Ok(ExitStatus::Success);
        }
        stream::eprint_line(format_args!(
            "watching {}; stop with Ctrl-C",
            match files.len() {
                1 => "1 file".to_owned(),
                count => format!("{count} files"),
            }
        ));
        let changed = loop {
            thread::sleep(INTERVAL);
            if let Some(path) = changed(&known, &state(&files)) {
                break path;
            }
        };
        stream::eprint_line(format_args!("\n{}: changed", input::shown(&changed)));
    }
}

/// Writes to standard output. Returns whether its reader has closed it.
fn write(text: &str) -> Result<bool, String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(true),
        written => written.map(|()| false).map_err(|error| stream::unwritable(&error)),
    }
}

fn state(files: &BTreeSet<PathBuf>) -> FileStamps {
    let of_file = |path: &PathBuf| {
        let info = fs::metadata(path).ok();
        (path.clone(), info.and_then(|info| Some((info.modified().ok()?, info.len()))))
    };
    files.iter().map(of_file).collect()
}

/// Returns the first file that has changed.
fn changed(before: &FileStamps, now: &FileStamps) -> Option<PathBuf> {
    now.iter().find(|(path, state)| before.get(*path) != Some(*state)).map(|(path, _)| path.clone())
}
