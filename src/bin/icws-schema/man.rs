//! `icws-schema man`

use crate::exit_status::ExitStatus;
use crate::{command, stream, written};
use clap::Args;
use clap_mangen::Man;
use std::path::{Path, PathBuf};

/// Print the manual page, or write a page for each command to a folder
#[derive(Args)]
pub(crate) struct Manual {
    /// Folder for the pages
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Manual {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        let Some(folder) = &self.folder else {
            stream::require_stdout()?;
            let page = page(command())?;
            return stream::print(&page).map(|()| ExitStatus::Success);
        };
        write(folder).map(|()| ExitStatus::Success)
    }
}

/// Writes the page of the program and of each of its commands, and prints their names.
fn write(folder: &Path) -> Result<(), String> {
    let mut program = command();
    program.build();
    let commands: Vec<_> = program.get_subcommands().cloned().collect();
    for command in [program].into_iter().chain(commands) {
        let path = folder.join(Man::new(command.clone()).get_filename());
        written::write(&path, &page(command)?)?;
    }
    Ok(())
}

/// Returns the page of a command, in roff.
fn page(command: clap::Command) -> Result<Vec<u8>, String> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(|error| error.to_string())?;
    // What comes after the options is examples, if there are some, and the table of exit codes.
    let page = String::from_utf8_lossy(&page);
    let page = match page.split_once(".SH EXTRA\nExamples:\n") {
        Some((options, rest)) => {
            let (examples, codes) = rest.split_once("\n\n").unwrap_or((rest, ""));
            format!("{options}.SH EXAMPLES\n.nf\n{examples}\n.fi\n.SH \"EXIT STATUS\"\n{codes}")
        }
        None => page.replace(".SH EXTRA\n", ".SH \"EXIT STATUS\"\n"),
    };
    Ok(page.into_bytes())
}
