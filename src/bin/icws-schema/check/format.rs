//! The formats of results.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use icws_schema::render::OutputFormat;
use std::io::{self, IsTerminal};

/// Returns a parser of the names of formats.
pub(crate) fn parser() -> impl TypedValueParser<Value = OutputFormat> {
    let value = |format: &OutputFormat| PossibleValue::new(format.name()).help(format.description());
    PossibleValuesParser::new(OutputFormat::ALL.iter().map(value))
        .map(|name| OutputFormat::from_name(&name).unwrap_or(OutputFormat::Human))
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
    pub(crate) fn in_format(self, format: OutputFormat) -> bool {
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
