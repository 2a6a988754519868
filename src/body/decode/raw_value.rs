//! Values of unknown members, kept as compact JSON text.

use super::context::DecodeContext;
use super::inspect::is_deeper_than;
use crate::body::decode::members::{InnerProblems, RawMember};
use crate::descriptor::{Direction, TypeDescriptor};
use crate::json::encoding;
use crate::json::lex_error::LocatedError;
use crate::json::lexer::{LexError, Lexer, MAX_DEPTH};
use crate::json::recovery::MadeUp;
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use crate::json::tree::{self, Json, Tree, out_of_range_f64};
use crate::json::write::{compact, write_string};
use crate::location::{PathBuilder, SharedPath};
use crate::report::ProblemDetail;
use crate::report::{Report, Unexpected};
use crate::value_ref::ValueRef;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::Serializer;
use serde_json::Number;
use std::fmt;
use std::sync::{Arc, LazyLock};

/// Reads the next value, which belongs to a name.
pub(crate) fn read(tokens: &mut Lexer<'_>, name: &str) -> Result<RawMember, LexError> {
    let tree = tree::value(tokens)?;
    let mut problems = Vec::new();
    inspect(&tree, &PathBuilder::member(None, name), &mut problems);
    Ok(RawMember { text: compact(tokens.slice_from(tree.at)), problems })
}

/// Reads the next value, which cannot be decoded. Returns it with the problems inside it.
pub(crate) fn undecoded<'a>(
    tokens: &mut Lexer<'a>,
    way: Option<&PathBuilder<'_>>,
) -> Result<(Json<'a>, InnerProblems), LexError> {
    let tree = tree::value(tokens)?;
    let mut problems = Vec::new();
    inspect_within(&tree, way, &mut problems);
    Ok((tree.json, problems))
}

/// Parses a JSON object or array of any type: returns its problems (syntax errors, another JSON type, duplicate members and
/// numbers out of range for `f64`) and its tree, if all of it was read. If the input is a corrected copy, the `errors` are those
/// that were corrected, and `made_up` is what is not in the original.
pub(crate) fn any<'i>(input: &'i [u8], errors: Vec<LocatedError>, made_up: &Arc<MadeUp>) -> (Report, Option<Tree<'i>>) {
    let mut cx = DecodeContext::new(TypeDescriptor::ANY, Direction::Response, true).with_made_up(made_up);
    for LocatedError { span, error } in encoding::byte_order_mark(input).into_iter().chain(errors) {
        cx.problem(0, span, ProblemDetail::Syntax(error));
    }
    let tree = match tree::of(input) {
        Err(syntax) => {
            cx.problem(0, syntax.span, ProblemDetail::Syntax(syntax.error));
            None
        }
        Ok(tree) => {
            if !matches!(tree.json, Json::Object(_) | Json::Array(_)) {
                let found = Unexpected::from(&tree.json);
                let detail = ProblemDetail::Type { expected: TypeDescriptor::ANY, found };
                cx.problem(0, Span { at: tree.at, len: tree.len }, detail);
            }
            let mut problems = Vec::new();
            inspect_within(&tree, None, &mut problems);
            cx.all_below(TypeDescriptor::ANY, 0, problems);
            if made_up.has_values() {
                hide_made_up(&tree, None, &mut cx);
            }
            (!made_up.is_cut()).then_some(tree)
        }
    };
    let report = if cx.problems.is_empty() {
        Report::default()
    } else {
        Report::new(cx.problems, Some(input)).with_first_names(input).with_hidden(cx.hidden)
    };
    (report, tree)
}

/// Checks a value that has no text.
pub(crate) fn any_value(value: ValueRef<'_>) -> Report {
    match value {
        _ if is_deeper_than(MAX_DEPTH, value) => {
            let mut cx = DecodeContext::new(TypeDescriptor::ANY, Direction::Response, true).without_positions();
            cx.problem(0, Span::NONE, ProblemDetail::Syntax(SyntaxError::RecursionLimit));
            Report::new(cx.problems, None).set_unread(true)
        }
        ValueRef::Object(_) | ValueRef::Array(_) if !*ARBITRARY_PRECISION => Report::default(),
        ValueRef::Object(_) | ValueRef::Array(_) => {
            let mut problems = Vec::new();
            inspect_value(value, None, MAX_DEPTH, &mut problems);
            if problems.is_empty() {
                return Report::default();
            }
            let mut cx = DecodeContext::new(TypeDescriptor::ANY, Direction::Response, true).without_positions();
            for path in problems {
                cx.below(TypeDescriptor::ANY, 0, path, Span::NONE, ProblemDetail::OutOfRangeF64);
            }
            Report::new(cx.problems, None)
        }
        scalar => {
            let found = scalar.found();
            let mut cx = DecodeContext::new(TypeDescriptor::ANY, Direction::Response, true).without_positions();
            cx.problem(0, Span::NONE, ProblemDetail::Type { expected: TypeDescriptor::ANY, found });
            Report::new(cx.problems, None)
        }
    }
}

/// Adds numbers that are out of range for `f64`, which a `Value` has only with `arbitrary_precision`.
fn inspect_value(value: ValueRef<'_>, way: Option<&PathBuilder<'_>>, depth: u8, problems: &mut Vec<SharedPath>) {
    match (value, depth.checked_sub(1)) {
        (ValueRef::Number(number), _) if !number.is_finite() => problems.extend(way.map(PathBuilder::path)),
        (ValueRef::Array(array), Some(depth)) => {
            for index in 0..array.count() {
                if let Some(item) = array.item(index) {
                    inspect_value(item, Some(&PathBuilder::item(way, index)), depth, problems);
                }
            }
        }
        (ValueRef::Object(object), Some(depth)) => object.each(&mut |name, value| {
            inspect_value(value, Some(&PathBuilder::member(way, name)), depth, problems);
        }),
        _ => {}
    }
}

/// Adds duplicate members and numbers that are out of range for `f64`.
fn inspect(tree: &Tree<'_>, way: &PathBuilder<'_>, problems: &mut InnerProblems) {
    match &tree.json {
        Json::Number(text) if out_of_range_f64(text) => {
            problems.push((way.path(), Span { at: tree.at, len: tree.len }, ProblemDetail::OutOfRangeF64));
        }
        _ => inspect_within(tree, Some(way), problems),
    }
}

/// Checks the contents of an array or object; the root has no path.
fn inspect_within(tree: &Tree<'_>, way: Option<&PathBuilder<'_>>, problems: &mut InnerProblems) {
    match &tree.json {
        Json::Null | Json::Boolean(_) | Json::Number(_) | Json::String(_) => {}
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                inspect(item, &PathBuilder::item(way, index), problems);
            }
        }
        Json::Object(members) => {
            for member in members {
                let way = PathBuilder::member(way, &member.name);
                if member.repeated {
                    problems.push((way.path(), Span { at: member.at, len: member.len }, ProblemDetail::Duplicate));
                } else {
                    inspect(&member.value, &way, problems);
                }
            }
        }
    }
}

/// Keeps the values that are not in the input from rules.
fn hide_made_up(tree: &Tree<'_>, way: Option<&PathBuilder<'_>>, cx: &mut DecodeContext<'_>) {
    match &tree.json {
        Json::Null => {
            let span = Span { at: tree.at, len: tree.len };
            cx.hide_made_up(0, way.map(PathBuilder::path), span, TypeDescriptor::ANY);
        }
        Json::Boolean(_) | Json::Number(_) | Json::String(_) => {}
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                hide_made_up(item, Some(&PathBuilder::item(way, index)), cx);
            }
        }
        Json::Object(members) => {
            for member in members.iter().filter(|member| !member.repeated) {
                hide_made_up(&member.value, Some(&PathBuilder::member(way, &member.name)), cx);
            }
        }
    }
}

/// Whether the feature `arbitrary_precision` of `serde_json` is on, which any crate of a build may enable.
pub(crate) static ARBITRARY_PRECISION: LazyLock<bool> =
    LazyLock::new(|| serde_json::from_str::<Number>("1e400").is_ok());

/// Returns whether a member with this name is how `serde_json` represents a number with `arbitrary_precision`.
pub(crate) fn is_number<'de, A: MapAccess<'de>>(name: &str) -> bool {
    name == "$serde_json::private::Number"
        && *ARBITRARY_PRECISION
        && is_from::<A>(&["NumberDeserializer", "erased_serde::", "Content"])
}

/// Returns whether a member with this name is how `serde_json` represents the original text of a value, which was requested by the
/// name.
pub(crate) fn is_text<'de, A: MapAccess<'de>>(name: &str) -> bool {
    name == RAW && is_from::<A>(&["serde_json::raw::", "erased_serde::"])
}

/// Returns whether the members are of one of these deserializers. A real object of a body may have a member with a name of
/// `serde_json`, too; the type of the deserializer distinguishes the two, unless a wrapper hides it.
fn is_from<'de, A: MapAccess<'de>>(sources: &[&str]) -> bool {
    let source = std::any::type_name::<A>();
    sources.iter().any(|one| source.contains(one))
}

/// Returns the number in such a member. It may also come from the body, so it is validated like any other input.
pub(crate) fn number<'de, A: MapAccess<'de>>(members: &mut A) -> Result<String, A::Error> {
    let text: String = members.next_value()?;
    match tree::parse(&text) {
        Ok(Tree { json: Json::Number(_), len, .. }) if len == text.len() => Ok(text),
        Ok(_) => Err(A::Error::custom("expected a number")),
        Err(syntax) => Err(A::Error::custom(syntax.error)),
    }
}

/// The name that requests the original text of a value from `serde_json`, with every digit of its numbers. Other formats
/// provide the value.
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// Returns whether a serializer is one of `serde_json`, possibly wrapped. Only those accept raw JSON; any other would write
/// the name by which `serde_json` recognizes it.
pub(crate) fn writes_json<S: Serializer>() -> bool {
    std::any::type_name::<S>().contains("serde_json::")
}

/// Writes the value of any deserializer as JSON text, duplicate members included.
pub(crate) struct Capture<'t> {
    text: &'t mut String,
    depth: u8,
    original: Original,
}

/// Whether the original text of a value is available.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Original {
    /// It has not been requested.
    Unknown,
    /// It has been requested.
    Requested,
    Unavailable,
}

/// Returns the value of any deserializer as JSON text.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = String::new();
    Capture::new(&mut text).deserialize(deserializer)?;
    Ok(text)
}

/// Returns an array as JSON text.
pub(crate) fn array_text<'de, A: SeqAccess<'de>>(items: A) -> Result<String, A::Error> {
    let mut text = String::new();
    Capture::new(&mut text).visit_seq(items)?;
    Ok(text)
}

/// Returns an object whose first name has been read as JSON text.
pub(crate) fn object_text<'de, A: MapAccess<'de>>(first: Option<String>, members: A) -> Result<String, A::Error> {
    let mut text = String::new();
    Capture::new(&mut text).members(first, members)?;
    Ok(text)
}

impl<'t> Capture<'t> {
    pub(crate) fn new(text: &'t mut String) -> Self {
        Self { text, depth: 0, original: Original::Unknown }
    }

    #[expect(clippy::unnecessary_wraps, reason = "the signature of a visitor")]
    fn write<E>(self, value: &str) -> Result<(), E> {
        self.text.push_str(value);
        Ok(())
    }

    fn within<E: Error>(&mut self) -> Result<Capture<'_>, E> {
        match self.depth {
            MAX_DEPTH => Err(E::custom(SyntaxError::RecursionLimit)),
            depth => {
                let original = if self.original == Original::Requested { Original::Unavailable } else { self.original };
                Ok(Capture { text: self.text, depth: depth + 1, original })
            }
        }
    }

    fn members<'de, A: MapAccess<'de>>(mut self, first: Option<String>, mut members: A) -> Result<(), A::Error> {
        let mut next = first;
        let mut separator = "{";
        while let Some(name) = next {
            self.text.push_str(separator);
            write_string(&name, self.text);
            self.text.push(':');
            members.next_value_seed(self.within()?)?;
            next = members.next_key()?;
            separator = ",";
        }
        self.write(if separator == "{" { "{}" } else { "}" })
    }
}

impl<'de> DeserializeSeed<'de> for Capture<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.original {
            Original::Unknown => {
                deserializer.deserialize_newtype_struct(RAW, Self { original: Original::Requested, ..self })
            }
            Original::Requested | Original::Unavailable => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Capture<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
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
        // JSON cannot express it; it is reported as a number that is out of range.
        let text =
            if value.is_finite() { serde_json::to_string(&value).map_err(E::custom)? } else { "1e999".to_owned() };
        self.write(&text)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        write_string(value, self.text);
        Ok(())
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
        deserializer.deserialize_any(Self { original: Original::Unavailable, ..self })
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

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        match members.next_key::<String>()? {
            Some(name) if self.original == Original::Requested && is_text::<A>(&name) => {
                self.write(&members.next_value::<String>()?)
            }
            Some(name) if is_number::<A>(&name) => self.write(&number(&mut members)?),
            first => self.members(first, members),
        }
    }
}
