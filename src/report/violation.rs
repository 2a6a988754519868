use super::excerpt;
use super::problem::Problem;
use super::rule_info::RuleInfo;
use super::unexpected::Unexpected;
use crate::json::lexer::Lexer;
use crate::json::number::Number;
use crate::json::property_value::property_value;
use crate::json::span::Span;
use std::sync::Arc;

/// A violation of a rule by a value.
#[derive(Debug, Clone)]
pub(crate) struct Violation {
    pub(crate) rule: Arc<dyn RuleInfo>,
    /// The index of the rule in its set, or in its outer rule.
    pub(crate) index: usize,
    value: HeldValue,
    /// `None` for most rules, which are neither inner rules nor have causes.
    nested: Option<Box<Nested>>,
}

#[derive(Debug, Clone)]
struct Nested {
    /// The indexes of the outer rules, outermost first.
    outer: Vec<usize>,
    causes: Vec<Problem>,
}

impl Violation {
    pub(crate) fn new(rule: Arc<dyn RuleInfo>, index: usize, value: HeldValue) -> Self {
        Self { rule, index, value, nested: None }
    }

    pub(crate) fn nested(self, outer: Vec<usize>, causes: Vec<Problem>) -> Self {
        let is_nested = !outer.is_empty() || !causes.is_empty();
        Self { nested: is_nested.then(|| Box::new(Nested { outer, causes })), ..self }
    }

    /// Returns the indexes that locate the rule in its set, outermost first.
    #[inline]
    pub(crate) fn indexes(&self) -> impl Iterator<Item = &usize> {
        self.nested.iter().flat_map(|nested| &nested.outer).chain([&self.index])
    }

    pub(crate) fn causes(&self) -> &[Problem] {
        self.nested.as_ref().map_or(&[], |nested| &nested.causes)
    }

    pub(crate) fn causes_mut(&mut self) -> &mut [Problem] {
        self.nested.as_mut().map_or(&mut [], |nested| &mut nested.causes)
    }

    /// Returns the value as the server sends it back.
    pub(crate) fn value(&self) -> String {
        match &self.value {
            HeldValue::Integer(value) => Number::Integer(*value).property_value(),
            HeldValue::Number(number) => Number::from_json(number).property_value(),
            HeldValue::String(text) => text.to_string(),
            HeldValue::Array(array) => {
                // It has been read before, so it is valid.
                let json = std::str::from_utf8(array.span.of(&array.text)).unwrap_or_default();
                property_value(json).unwrap_or_default()
            }
            HeldValue::Part(part) => part.to_string(),
            HeldValue::Shown(shown) => shown.1.to_string(),
        }
    }

    /// Returns the value as JSON, truncated if it is long; `None` if it is absent.
    pub(super) fn excerpt(&self) -> Option<String> {
        match &self.value {
            HeldValue::String(text) => Some(excerpt::of_string(text)),
            HeldValue::Part(part) => Some(excerpt::of_string(part)),
            HeldValue::Shown(shown) => match shown.0 {
                Unexpected::Missing => None,
                Unexpected::String(_) => Some(excerpt::of_string(&shown.1)),
                _ => Some(excerpt::cut(&shown.1)),
            },
            HeldValue::Integer(_) | HeldValue::Number(_) | HeldValue::Array(_) => Some(excerpt::cut(&self.value())),
        }
    }

    /// Returns whether the value is an item of the delimited string at the location.
    pub(super) fn is_of_part(&self) -> bool {
        matches!(self.value, HeldValue::Part(_))
    }

    pub(crate) fn found(&self) -> Unexpected {
        match &self.value {
            HeldValue::Integer(_) | HeldValue::Number(_) => Unexpected::Number,
            HeldValue::String(text) => Unexpected::String(text.chars().count()),
            HeldValue::Part(part) => Unexpected::String(part.chars().count()),
            HeldValue::Array(array) => Unexpected::Items(array.count),
            HeldValue::Shown(shown) => shown.0,
        }
    }
}

/// A value, converted to text on demand.
#[derive(Debug, Clone)]
pub(crate) enum HeldValue {
    Integer(i64),
    /// A number, as it is written in JSON.
    Number(Box<str>),
    String(Box<str>),
    Array(Box<HeldArray>),
    /// An item of the delimited string at the location.
    Part(Arc<str>),
    /// Any value, and its text as the rule read it.
    Shown(Box<(Unexpected, Arc<str>)>),
}

/// An array, as it is in a text: a large one is not copied.
#[derive(Debug, Clone)]
pub(crate) struct HeldArray {
    /// The number of items.
    pub(super) count: usize,
    pub(super) text: Arc<Vec<u8>>,
    pub(super) span: Span,
}

impl HeldValue {
    /// Stores a string, number or boolean, given as JSON.
    pub(super) fn from_scalar(json: &str) -> Self {
        match json.as_bytes() {
            [b'"', ..] => Self::String(Lexer::new(json).string().unwrap_or_default().into()),
            [b't' | b'f', ..] => Self::Shown(Box::new((Unexpected::Boolean, json.into()))),
            _ => Self::Number(json.into()),
        }
    }
}
