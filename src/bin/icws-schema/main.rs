//! The command `icws-schema`: checks payload files, generates payloads, and writes JSON Schemas.

#![allow(clippy::print_stdout, clippy::print_stderr)] // the one place that prints

mod apply;
mod case_report;
mod check;
mod checker;
mod completions;
mod conformance;
mod current;
mod diff;
mod evaluate;
mod examples;
mod exchange;
mod exit_status;
mod explain;
mod file_kind;
mod generate;
mod init;
mod input;
mod interrupt;
mod io_error;
mod man;
mod number;
mod rule_sets;
mod rules;
mod schema;
mod stream;
mod test;
mod to_put;
mod views;
mod written;

use clap::{CommandFactory, Parser, Subcommand};
use exit_status::{EXIT_CODES, ExitStatus, with_examples};
use icws_schema::report::Escaped;
use std::process::ExitCode;

/// The name of the command.
const NAME: &str = "icws-schema";

/// Check bodies of PUT /icws/{sessionId}/configuration/users/{id}/client before they are sent
#[derive(Parser)]
#[command(name = NAME, version, after_help = EXIT_CODES, disable_help_subcommand = true)]
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
    #[command(after_help = with_examples(rules::EXAMPLES))]
    Rules(rules::Rules),
    #[command(after_help = with_examples(test::EXAMPLES))]
    Test(test::Test),
    #[command(after_help = with_examples(init::EXAMPLES))]
    Init(init::Init),
    #[command(after_help = with_examples(conformance::EXAMPLES))]
    Conformance(conformance::Conformance),
    #[command(after_help = EXIT_CODES)]
    Schema(schema::Schema),
    #[command(after_help = EXIT_CODES)]
    Diff(diff::Diff),
    #[command(after_help = EXIT_CODES)]
    ToPut(to_put::ToPut),
    #[command(after_help = EXIT_CODES)]
    Apply(apply::Apply),
    #[command(after_help = EXIT_CODES)]
    Explain(explain::Explain),
    #[command(after_help = EXIT_CODES)]
    Evaluate(evaluate::Evaluate),
    #[command(after_help = EXIT_CODES)]
    Completions(completions::Completions),
    #[command(after_help = EXIT_CODES)]
    Man(man::Manual),
}

/// Returns the commands and options, as they are parsed.
fn command() -> clap::Command {
    Cli::command()
}

/// Parses the arguments. Ends the process with a message in which they are escaped.
fn parse() -> Cli {
    Cli::try_parse().unwrap_or_else(|error| {
        let escaped = std::env::args_os().map(|argument| Escaped(argument.display()).to_string());
        Cli::try_parse_from(escaped).err().unwrap_or(error).exit()
    })
}

fn main() -> ExitCode {
    let status = match parse().command {
        Command::Check(check) => check.run(),
        Command::Generate(generate) => generate.run(),
        Command::Rules(rules) => rules.run(),
        Command::Test(test) => test.run(),
        Command::Init(init) => init.run(),
        Command::Conformance(conformance) => conformance.run(),
        Command::Schema(schema) => schema.run(),
        Command::Diff(diff) => diff.run(),
        Command::ToPut(to_put) => to_put.run(),
        Command::Apply(apply) => apply.run(),
        Command::Explain(explain) => explain.run(),
        Command::Evaluate(evaluate) => evaluate.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(manual) => manual.run(),
    };
    let status = status.unwrap_or_else(|message| {
        message.lines().for_each(|line| stream::eprint_line(format_args!("error: {line}")));
        ExitStatus::Failure
    });
    status.into()
}
