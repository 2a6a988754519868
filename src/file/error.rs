use crate::json::lexer::LexError;
use crate::json::position::{Position, Positions};
use crate::json::tree::{Member, Tree};
use crate::suggest::nearest;
use std::fmt;

/// Why a file is refused: at which rule or key, at which parameter, and what was meant perhaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadProblem {
    /// JSON Pointer of the rule (`/rules/3/rules/0`), or of the entry of a directory file.
    pub pointer: String,
    /// The parameter, key or member that is wrong, if it is one.
    pub parameter: Option<String>,
    /// What was expected and what was found.
    pub message: String,
    /// The nearest name that would have been taken.
    pub suggestion: Option<String>,
    /// Line and column, where there was text.
    pub position: Option<Position>,
    pub(crate) at: usize,
}

impl LoadProblem {
    pub(crate) fn new(at: usize, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { pointer: String::new(), parameter: None, message, suggestion: None, position: None, at }
    }

    /// Of a name that is none of those which would be taken.
    pub(crate) fn unknown<'n>(at: usize, what: &str, name: &str, taken: impl IntoIterator<Item = &'n str>) -> Self {
        let suggestion = nearest(name, taken).map(str::to_owned);
        Self { suggestion, ..Self::new(at, format!("`{name}` is no {what}")) }
    }

    /// Of a member that its object cannot have.
    pub(crate) fn unknown_member<'n>(
        member: &Member<'_>,
        what: &str,
        taken: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        Self::unknown(member.at, what, &member.name, taken).parameter(&*member.name)
    }

    /// Of a member that its object has already.
    pub(crate) fn repeated(member: &Member<'_>) -> Self {
        Self::duplicate(member.at, &member.name)
    }

    /// Of a name that its object has already.
    pub(crate) fn duplicate(at: usize, name: &str) -> Self {
        Self::new(at, format!("`{name}` is repeated")).parameter(name)
    }

    /// Of a member that an object must have.
    pub(crate) fn missing(object: &Tree<'_>, name: &str) -> Self {
        Self::new(object.at, format!("`{name}` is missing")).parameter(name)
    }

    /// Names the rule's parameter, unless the refusal is that of a rule within it.
    pub(crate) fn parameter(self, parameter: impl Into<String>) -> Self {
        if self.pointer.is_empty() { Self { parameter: Some(parameter.into()), ..self } } else { self }
    }

    /// Whether the message names the parameter first.
    fn begins_with(&self, name: &str) -> bool {
        self.message
            .strip_prefix('`')
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with('`'))
    }

    pub(crate) fn pointer(self, pointer: impl Into<String>) -> Self {
        Self { pointer: if self.pointer.is_empty() { pointer.into() } else { self.pointer }, ..self }
    }
}

impl fmt::Display for LoadProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Position { line, column }) = self.position {
            write!(f, "{line}:{column}: ")?;
        }
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        if let Some(parameter) = self.parameter.as_ref().filter(|name| !self.begins_with(name)) {
            write!(f, "{parameter}: ")?;
        }
        f.write_str(&self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for LoadProblem {}

/// Of a file that is no JSON.
impl From<LexError> for LoadProblem {
    fn from(syntax: LexError) -> Self {
        Self::new(syntax.at, syntax.error.to_string())
    }
}

/// Why a rule file or a directory file is refused: everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", lines(.refusals))]
pub struct LoadError {
    pub(crate) refusals: Vec<LoadProblem>,
}

impl LoadError {
    /// Puts refusals in the order of the text and finds their lines and columns.
    pub(crate) fn new(mut refusals: Vec<LoadProblem>, text: &str) -> Self {
        refusals.sort_by_key(|refusal| refusal.at);
        let last = refusals.last().map_or(0, |refusal| refusal.at);
        let mut positions = Positions::up_to(last, text.as_bytes());
        for refusal in &mut refusals {
            refusal.position = Some(positions.of(refusal.at));
        }
        Self { refusals }
    }

    /// Everything that is wrong, in the order of the text, or of the rules where there was none.
    #[must_use]
    pub fn refusals(&self) -> &[LoadProblem] {
        &self.refusals
    }
}

/// A line for each refusal.
fn lines(refusals: &[LoadProblem]) -> String {
    refusals.iter().map(LoadProblem::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{LoadError, LoadProblem};

    #[test]
    fn a_line_says_where_what_and_what_was_meant() {
        let refusal = LoadProblem::unknown(0, "validator", "rnage", ["range", "regex"]);
        assert_eq!(refusal.to_string(), "`rnage` is no validator; did you mean `range`?");
        let refusal = LoadProblem::new(3, "it is missing").parameter("min").pointer("/rules/0");
        assert_eq!(refusal.to_string(), "/rules/0: min: it is missing");
        let refused = LoadError::new(vec![refusal, LoadProblem::new(0, "expected an object")], "{\n {}}");
        assert_eq!(refused.to_string(), "1:1: expected an object\n2:2: /rules/0: min: it is missing");
    }
}
