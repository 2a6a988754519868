//! Exit codes.

use std::process::ExitCode;

/// The exit status of a command; for several files, the worst one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ExitStatus {
    Success = 0,
    /// A file is invalid or outdated.
    Invalid = 1,
    /// The command could not be carried out, or a file could not be read or written.
    Failure = 2,
    /// Ctrl-C ended the command.
    Stopped = 130,
}

/// The exit codes of all commands, for `--help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes (the highest one that applies to a file):
  0    success: no problems and no differences; unchecked rules are a problem only with `--strict`
  1    problems: a body is invalid (`check`), a file cannot be loaded (`rules --check`), a case is not ok or an expected
       failure is ok (`test`, `conformance`), a schema file is missing, changed or extra (`schema --check`), a user is
       in only one list or has no view (`diff`), a view has contradictory values (`explain`), or a response differs (`evaluate --har`)
  2    failure: invalid usage, or a file that cannot be read, used or written
  130  interrupted by Ctrl-C
Closing the output early (such as with `head`) does not change the code.";

/// Returns examples and exit codes for the help of a command.
pub(crate) fn with_examples(examples: &str) -> String {
    format!("Examples:\n  {examples}\n\n{EXIT_CODES}")
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status as u8)
    }
}
