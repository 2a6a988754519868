//! The formats of results.

use clap::ValueEnum;
use icws_schema::render;
use std::io::{self, IsTerminal};

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum FormatArg {
    /// For people: each problem with its line, and a summary
    Human,
    /// One line per problem: `file:line:column: ...`
    Short,
    /// One JSON object per file; `schemas/report.json` is its schema
    Json,
    /// One verdict as JSON per file, or per line of NDJSON: `line`, `valid`, `codes`, `pointers`
    Ndjson,
    /// GitHub Actions workflow commands
    Github,
    /// SARIF 2.1.0
    Sarif,
    /// GitLab Code Quality report
    Gitlab,
    /// JUnit XML
    Junit,
}

impl From<FormatArg> for render::OutputFormat {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Human => Self::Human,
            FormatArg::Short => Self::Short,
            FormatArg::Json => Self::Json,
            FormatArg::Ndjson => Self::Ndjson,
            FormatArg::Github => Self::Github,
            FormatArg::Sarif => Self::Sarif,
            FormatArg::Gitlab => Self::Gitlab,
            FormatArg::Junit => Self::Junit,
        }
    }
}

/// Whether values are shown.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum ShowValues {
    Auto,
    Always,
    Never,
}

impl ShowValues {
    /// Returns whether values are shown in a format.
    pub(crate) fn in_format(self, format: render::OutputFormat) -> bool {
        match self {
            Self::Auto => format.is_for_people() && io::stdout().is_terminal(),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Returns whether output is colored: at a terminal, and elsewhere if `CLICOLOR_FORCE` is set, unless `NO_COLOR` is set.
pub(crate) fn is_colored() -> bool {
    let is_disabled = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_forced = std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
    !is_disabled && (is_forced || io::stdout().is_terminal())
}
