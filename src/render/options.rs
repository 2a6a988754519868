use super::json::Json;
use super::result::FileResult;
use super::short::Short;
use crate::report::RuleSources;
use std::io::{self, Write};

/// Writes the results of checks, in the order in which they come.
pub trait Renderer {
    /// Writes what comes before the first file.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    fn start(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes the result of a file.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()>;

    /// Writes what comes after the last file.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A format of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// One line for each problem, and one for each file.
    Short,
    /// One JSON object for each file: see [`schema::report`](crate::schema::report).
    Json,
}

impl Format {
    /// Returns whether people read the format.
    #[must_use]
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Short)
    }

    /// Returns the renderer of the format.
    #[must_use]
    pub fn renderer(self, options: &Options) -> Box<dyn Renderer> {
        let options = options.clone();
        match self {
            Self::Short => Box::new(Short::new(options)),
            Self::Json => Box::new(Json::new(options)),
        }
    }
}

/// How results are written.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// Whether values of the bodies are shown. The default is that they are not.
    pub show_values: bool,
    /// The rule files, if there are several.
    pub rule_sources: RuleSources,
}

impl Options {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets whether values of the bodies are shown.
    #[must_use]
    pub fn with_values(self, show_values: bool) -> Self {
        Self { show_values, ..self }
    }

    /// Sets the rule files.
    #[must_use]
    pub fn with_rule_sources(self, rule_sources: RuleSources) -> Self {
        Self { rule_sources, ..self }
    }
}
