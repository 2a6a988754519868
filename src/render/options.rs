use crate::report::RuleSources;

/// Options for writing results.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// Whether values of the bodies are shown. By default they are not.
    pub show_values: bool,
    /// The rule files, if there are several.
    pub rule_sources: RuleSources,
    /// Whether the output is colored, in formats for people.
    pub color: bool,
    /// Whether the results are those of loaded files rather than checked bodies.
    pub of_files: bool,
}

impl Options {
    /// Creates the defaults.
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

    /// Sets that the results are those of loaded files.
    #[must_use]
    pub fn of_files(self) -> Self {
        Self { of_files: true, ..self }
    }

    /// Sets whether the output is colored, in formats for people.
    #[must_use]
    pub fn with_color(self, color: bool) -> Self {
        Self { color, ..self }
    }
}
