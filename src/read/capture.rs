//! What no table lists, kept as compact JSON text.

#[cfg(feature = "rules")]
use super::cx::Cx;
use super::cx::Span;
use crate::json::tokens::{MAX_DEPTH, Syntax, SyntaxError, Tokens};
use crate::json::tree::{self, Json, Tree, beyond_double};
#[cfg(feature = "rules")]
use crate::node::Node;
#[cfg(feature = "rules")]
use crate::report::{Found, Report};
use crate::report::{Segment, Wrong};
use crate::wire::fill::Captured;
#[cfg(feature = "rules")]
use crate::wire::shape::{Direction, Shape};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Keeps the next value of a text.
pub(crate) fn pull(tokens: &mut Tokens<'_>) -> Result<Captured, Syntax> {
    let tree = tree::value(tokens)?;
    let mut captured = Captured { text: compact(tokens.since(tree.at)), problems: Vec::new() };
    inspect(&tree, &mut Vec::new(), &mut captured);
    Ok(captured)
}

/// Any JSON object.
#[cfg(feature = "rules")]
static ANY: Shape = Shape::object("object", "", "", false, &[]);

/// What is wrong with any JSON object or list as such: repeated members, and numbers beyond a double.
#[cfg(feature = "rules")]
pub(crate) fn any(text: &[u8]) -> Report {
    let mut cx = Cx::new(&ANY, Direction::Answer, true);
    let read = Tokens::of(text).and_then(|mut tokens| {
        let tree = tree::value(&mut tokens)?;
        tokens.end().map(|()| tree)
    });
    match read {
        Err(syntax) => cx.problem(0, Span { at: syntax.at, len: 0 }, Wrong::Syntax(syntax.error)),
        Ok(tree) => {
            let mut captured = Captured::default();
            inspect(&tree, &mut Vec::new(), &mut captured);
            if !matches!(tree.json.found(), Found::Object | Found::List) {
                let span = Span { at: tree.at, len: tree.len };
                cx.problem(0, span, Wrong::Kind { expected: &ANY, found: tree.json.found() });
            }
            for (tail, span, wrong) in captured.problems {
                cx.below(&ANY, 0, tail, span, wrong);
            }
        }
    }
    if cx.problems.is_empty() { Report::default() } else { Report::new(cx.problems, Some(text)) }
}

/// The same of a value, which has no text.
#[cfg(feature = "rules")]
pub(crate) fn any_value(value: Node<'_>) -> Report {
    match value.found() {
        Found::Object | Found::List => Report::default(),
        found => {
            let mut cx = Cx::new(&ANY, Direction::Answer, true).without_text();
            cx.problem(0, Span::NONE, Wrong::Kind { expected: &ANY, found });
            Report::new(cx.problems, None)
        }
    }
}

/// The text of a valid value without the white space between its tokens.
fn compact(text: &str) -> String {
    let mut within = false;
    let mut escaped = false;
    let mut keep = |character: char| {
        let blank = matches!(character, ' ' | '\n' | '\r' | '\t');
        let kept = within || !blank;
        (within, escaped) = match character {
            '"' if !escaped => (!within, false),
            '\\' if within => (true, !escaped),
            _ => (within, false),
        };
        kept
    };
    if text.bytes().any(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) {
        text.chars().filter(|character| keep(*character)).collect()
    } else {
        text.to_owned()
    }
}

/// Notes repeated members and numbers beyond a double.
fn inspect(tree: &Tree<'_>, path: &mut Vec<Segment>, captured: &mut Captured) {
    match &tree.json {
        Json::Null | Json::Boolean(_) | Json::Text(_) => {}
        Json::Number(text) => {
            if beyond_double(text) {
                let span = Span { at: tree.at, len: tree.len };
                captured.problems.push((path.clone(), span, Wrong::BeyondDouble));
            }
        }
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(Segment::Index(index));
                inspect(item, path, captured);
                path.pop();
            }
        }
        Json::Object(members) => {
            for member in members {
                path.push(Segment::Member(member.name.to_string().into()));
                if member.repeated {
                    captured.problems.push((path.clone(), Span { at: member.at, len: member.len }, Wrong::Repeated));
                } else {
                    inspect(&member.value, path, captured);
                }
                path.pop();
            }
        }
    }
}

/// The member by which `serde_json` hands over a number when its feature `arbitrary_precision` is on.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Writes the value of any deserializer as JSON text, repeated members included.
pub(crate) struct Capture<'t> {
    text: &'t mut String,
    depth: u8,
}

/// The value of any deserializer as JSON text.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = String::new();
    Capture::new(&mut text).deserialize(deserializer)?;
    Ok(text)
}

impl<'t> Capture<'t> {
    pub(crate) fn new(text: &'t mut String) -> Self {
        Self { text, depth: 0 }
    }

    #[expect(clippy::unnecessary_wraps, reason = "what a visitor answers")]
    fn write<E>(self, value: &str) -> Result<(), E> {
        self.text.push_str(value);
        Ok(())
    }

    fn within<E: Error>(&mut self) -> Result<Capture<'_>, E> {
        match self.depth {
            MAX_DEPTH => Err(E::custom(SyntaxError::Depth)),
            depth => Ok(Capture { text: self.text, depth: depth + 1 }),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Capture<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Capture<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.write(if value { "true" } else { "false" })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.write(&value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.write(&value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.write(&value.to_string())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.write(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        // JSON has no word for it; as a number beyond a double it is told like one.
        let text =
            if value.is_finite() { serde_json::to_string(&value).map_err(E::custom)? } else { "1e999".to_owned() };
        self.write(&text)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.write(&serde_json::to_string(value).map_err(E::custom)?)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.write("null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let mut separator = "[";
        loop {
            let end = self.text.len();
            self.text.push_str(separator);
            if items.next_element_seed(self.within()?)?.is_none() {
                self.text.truncate(end);
                break;
            }
            separator = ",";
        }
        self.write(if separator == "[" { "[]" } else { "]" })
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        let mut separator = "{";
        while let Some(name) = members.next_key::<String>()? {
            if separator == "{" && name == NUMBER {
                return self.write(&members.next_value::<String>()?);
            }
            self.text.push_str(separator);
            self.text.push_str(&serde_json::to_string(&name).map_err(A::Error::custom)?);
            self.text.push(':');
            members.next_value_seed(self.within()?)?;
            separator = ",";
        }
        self.write(if separator == "{" { "{}" } else { "}" })
    }
}
