//! `icws-schema check`

use crate::{Ending, output};
use clap::{Args, ValueEnum};
use icws_schema::{
    AnyError, Reader, Report, UpdateOperationResult, UserClientConfigurationProperties, UserClientConfigurationView,
};
use std::fs;
use std::io::{self, Read};

/// Check payload files: exit 0 when all are valid, 1 when some are not, 2 when a file cannot be read.
#[derive(Args)]
pub(crate) struct Check {
    /// What the files hold.
    #[arg(long = "as", value_enum, default_value_t = Kind::Request)]
    kind: Kind,
    /// Take members of a request that the documentation does not list.
    #[arg(long)]
    allow_unknown: bool,
    /// How to say what is wrong: lines for people, or one JSON object a file.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The files; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Kind {
    /// The body of a PUT.
    Request,
    /// The properties as a GET gives them.
    View,
    /// The body of a 200.
    Result,
    /// The body of any other status, plain or configuration error.
    Error,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Check {
    pub(crate) fn run(&self) -> Ending {
        self.files.iter().map(|file| self.file(file)).max().unwrap_or(Ending::Well)
    }

    fn file(&self, file: &str) -> Ending {
        let text = match text(file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{file}: cannot be read: {error}");
                return Ending::Failed;
            }
        };
        let report = self.report(&text);
        let answers = self.kind == Kind::Request;
        let mut out = io::stdout().lock();
        let said = match self.format {
            Format::Human => output::human(&mut out, file, &report, answers),
            Format::Json => output::json(&mut out, file, &report, answers),
        };
        match said {
            Ok(()) if report.is_clean() => Ending::Well,
            Ok(()) => Ending::Invalid,
            Err(_) => Ending::Failed,
        }
    }

    fn report(&self, text: &[u8]) -> Report {
        let reader = Reader::new().allow_unlisted(self.allow_unknown);
        match self.kind {
            Kind::Request => reader.check::<UserClientConfigurationProperties>(text),
            Kind::View => reader.check::<UserClientConfigurationView>(text),
            Kind::Result => reader.check::<UpdateOperationResult>(text),
            Kind::Error => reader.check::<AnyError>(text),
        }
    }
}

fn text(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return fs::read(file);
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    Ok(text)
}
