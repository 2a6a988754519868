//! Standard output and standard error.

use crate::io_error;
use std::fmt::Arguments;
use std::fs;
use std::io::{self, ErrorKind, Write};

/// Writes a line to standard error. Failures are ignored: the exit code remains.
pub(crate) fn eprint_line(line: Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes bytes to standard output.
pub(crate) fn print(bytes: &[u8]) -> Result<(), String> {
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    unless_closed(written).map_err(|error| unwritable(&error))
}

/// Returns the message that standard output cannot be written.
pub(crate) fn unwritable(error: &io::Error) -> String {
    format!("standard output {}", io_error::unwritable(error))
}

/// Writes a line to standard output.
pub(crate) fn print_line(line: &str) -> Result<(), String> {
    print(format!("{line}\n").as_bytes())
}

/// Returns the result of writing. A closed output is not an error.
pub(crate) fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Returns an error if standard output was closed before the command started, so that all output would be lost.
///
/// Rust opens `/dev/null` for reading and writing in place of a closed stream. Programs that discard output on purpose
/// may do the same, so only commands whose output is all that they do ask this.
pub(crate) fn require_stdout() -> Result<(), String> {
    const ACCESS_MODE: u32 = 0o3;
    const READ_AND_WRITE: u32 = 0o2;
    let is_null = fs::read_link("/proc/self/fd/1").is_ok_and(|target| target == *"/dev/null");
    let info = fs::read_to_string("/proc/self/fdinfo/1").unwrap_or_default();
    let flags = info.lines().find_map(|line| u32::from_str_radix(line.strip_prefix("flags:")?.trim(), 8).ok());
    if is_null && flags.is_some_and(|flags| flags & ACCESS_MODE == READ_AND_WRITE) {
        return Err("standard output is closed".to_owned());
    }
    Ok(())
}
