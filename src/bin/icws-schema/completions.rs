//! `icws-schema completions`

use crate::exit_status::ExitStatus;
use crate::{NAME, command, stream};
use clap::Args;
use clap_complete::Shell;

/// Print a completion script for a shell
#[derive(Args)]
pub(crate) struct Completions {
    /// Shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command(), NAME, &mut script);
        if self.shell == Shell::Bash {
            // The script calls a command by two names if the name of the program has a hyphen (clap_complete 4.6.12).
            let text = String::from_utf8_lossy(&script);
            script = text.replace("icws__subcmd__schema__subcmd__", "icws__schema__subcmd__").into_bytes();
        }
        stream::print(&script).map(|()| ExitStatus::Success)
    }
}
