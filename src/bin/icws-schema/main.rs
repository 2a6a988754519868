//! The command `icws-schema`: checks payload files, generates payloads, and writes JSON Schemas.

#![allow(clippy::print_stdout, clippy::print_stderr)] // the one place that prints

mod check;
mod checker;
mod current;
mod examples;
mod exit_status;
mod generate;
mod input;
mod rule_sets;
mod rules;
mod schema;
mod stream;

use clap::{Parser, Subcommand};
use exit_status::{EXIT_CODES, ExitStatus};
use std::process::ExitCode;

/// Check payloads of PUT /icws/{sessionId}/configuration/users/{id}/client before they are sent
#[derive(Parser)]
#[command(name = "icws-schema", version, after_help = EXIT_CODES, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(after_help = EXIT_CODES)]
    Check(check::Check),
    #[command(after_help = EXIT_CODES)]
    Generate(generate::Generate),
    #[command(after_help = EXIT_CODES)]
    Rules(rules::Rules),
    #[command(after_help = EXIT_CODES)]
    Schema(schema::Schema),
}

fn main() -> ExitCode {
    let status = match Cli::parse().command {
        Command::Check(check) => check.run(),
        Command::Generate(generate) => generate.run(),
        Command::Rules(rules) => rules.run(),
        Command::Schema(schema) => schema.run(),
    };
    let status = status.unwrap_or_else(|message| {
        message.lines().for_each(|line| stream::eprint_line(format_args!("error: {line}")));
        ExitStatus::Failure
    });
    status.into()
}
