use crate::report::{Hint, Problem, ProblemKind, RuleSources, SyntaxError, UncheckedReason, UnexpectedToken};

/// Options for writing results.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "independent settings")]
pub struct Options {
    /// Whether values of the bodies are shown. By default they are not.
    pub show_values: bool,
    /// The rule files, if there are several.
    pub rule_sources: RuleSources,
    /// Whether the output is colored, in formats for people.
    pub color: bool,
    /// Whether the results are those of loaded files rather than checked bodies.
    pub of_files: bool,
    /// Whether help texts, in formats for people, name the options of the command `icws-schema`.
    pub names_command_options: bool,
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

    /// Sets that help texts, in formats for people, name the options of the command `icws-schema`.
    #[must_use]
    pub fn with_command_options(self) -> Self {
        Self { names_command_options: true, ..self }
    }

    /// Returns an addition to the help for a problem, which is that of a line of NDJSON or of a whole file: what NDJSON is, or the option
    /// of the command that is meant.
    pub(super) fn addition_for(&self, problem: &Problem, is_line: bool) -> &'static str {
        match (problem.hint(), problem.kind()) {
            (_, ProblemKind::Syntax(SyntaxError::UnexpectedEof(Some(_)))) if is_line => {
                "; in NDJSON, each value is on one line"
            }
            (_, ProblemKind::Syntax(SyntaxError::TrailingCharacters(UnexpectedToken::Character(',' | '}' | ']'))))
                if is_line =>
            {
                "; in NDJSON, each line is a value by itself, without brackets and commas around it"
            }
            (_, ProblemKind::Syntax(SyntaxError::TrailingCharacters(token))) if is_line && token.is_value() => {
                "; what is after the first value of the line is not checked"
            }
            (_, ProblemKind::Syntax(SyntaxError::TrailingCharacters(_))) if is_line => "",
            _ if !self.names_command_options => "",
            (Some(Hint::EffectiveValue), _) => " (`--as view`)",
            (Some(Hint::WholeUser), _) => " (`--as user`; `icws-schema to-put` prints the request)",
            (Some(Hint::ListOfUsers), _) => " (`--as list`)",
            (Some(Hint::ErrorResponse), _) => " (`--as error`)",
            (Some(Hint::UpdateResult), _) => " (`--as result`)",
            (None, ProblemKind::Syntax(SyntaxError::TrailingCharacters(token))) if token.is_value() => " (`--ndjson`)",
            _ => "",
        }
    }

    /// Returns the same for an unchecked rule.
    pub(super) fn option_for_unchecked(&self, reason: &UncheckedReason) -> &'static str {
        match reason {
            _ if !self.names_command_options => "",
            UncheckedReason::NotInDirectory { suggestion: None, .. } => " (`--directory`)",
            UncheckedReason::PropertyUnknown { hint: None, .. } => " (`--current`)",
            _ => "",
        }
    }

    /// Sets whether the output is colored, in formats for people.
    #[must_use]
    pub fn with_color(self, color: bool) -> Self {
        Self { color, ..self }
    }
}
