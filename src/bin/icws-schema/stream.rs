//! Streams that nobody reads any more.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

/// Says on standard error what keeps the command from its work. Where that is closed or full, the exit status says it alone.
pub(crate) fn complain(line: Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// What came of writing; that whoever reads has enough is no failure.
pub(crate) fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
