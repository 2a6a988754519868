//! The command `icws-schema`: checks payload files, draws payloads, and writes JSON Schemas.

#![allow(clippy::print_stdout, clippy::print_stderr)] // the one place that prints

mod check;
mod generate;
mod input;
mod output;
mod rules;
mod schema;
mod stream;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Checks payloads of PUT /icws/{sessionId}/configuration/users/{id}/client before they are sent.
#[derive(Parser)]
#[command(name = "icws-schema", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Generate(generate::Generate),
    Rules(rules::Rules),
    Schema(schema::Schema),
}

/// How a command ends; a worse ending of one file is that of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// All is well.
    Well = 0,
    /// Some file is invalid or stale.
    Invalid = 1,
    /// The command cannot be carried out, or a file not be read or written.
    Failed = 2,
}

fn main() -> ExitCode {
    let ending = match Cli::parse().command {
        Command::Check(check) => check.run(),
        Command::Generate(generate) => generate.run(),
        Command::Rules(rules) => rules.run(),
        Command::Schema(schema) => schema.run(),
    };
    let ending = ending.unwrap_or_else(|message| {
        stream::complain(format_args!("error: {message}"));
        Ending::Failed
    });
    ExitCode::from(ending as u8)
}
