//! How the command ends.

use std::process::ExitCode;

/// How a command ends. That of several files is the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ExitStatus {
    Success = 0,
    /// A file is invalid or outdated.
    Invalid = 1,
    /// The command could not be carried out, or a file could not be read or written.
    Failure = 2,
}

/// The codes of all commands, as `--help` shows them.
pub(crate) const EXIT_CODES: &str = "\
Exit codes (the highest one that applies to a file):
  0    valid: no payload has a problem; or done
  0    unchecked: some rules could not be checked (1 with `--strict`)
  1    invalid: a payload has problems; or schema files are missing, changed or extra
  1    truncated: not all problems are listed, but all are counted
  2    failed: wrong usage, or a file that cannot be read or written
  130  stopped by Ctrl-C
A reader that stops early does not change the code.";

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status as u8)
    }
}
