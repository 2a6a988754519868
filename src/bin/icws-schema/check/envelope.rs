//! Bodies that are parts of larger JSON values: where they are, and whose. The npm package has this file, too.

use icws_schema::EnclosingText;
use icws_schema::report::{Escaped, Origin, Report, SyntaxError};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// A JSON Pointer (RFC 6901).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pointer(String);

impl FromStr for Pointer {
    type Err = String;

    fn from_str(pointer: &str) -> Result<Self, String> {
        if pointer.is_empty() || pointer.starts_with('/') {
            Ok(Self(pointer.to_owned()))
        } else {
            Err("expected a JSON Pointer, such as `/body`".to_owned())
        }
    }
}

impl Pointer {
    /// Returns the value at the pointer, of duplicates the first.
    fn find<'t>(&self, value: &'t RawValue) -> Option<&'t RawValue> {
        self.0.split('/').skip(1).try_fold(value, |value, segment| {
            let segment = segment.replace("~1", "/").replace("~0", "~");
            PointerToken(&segment).deserialize(&mut serde_json::Deserializer::from_str(value.get())).ok()?
        })
    }
}

/// Where body and id are.
#[derive(Debug, Clone, Default)]
pub(super) struct Envelope {
    pub(super) body: Option<Pointer>,
    pub(super) id: Option<Pointer>,
}

/// The parts of a text.
#[derive(Debug, PartialEq)]
struct EnvelopeParts {
    body: Range<usize>,
    id: Option<String>,
}

/// Why a text has no parts.
#[derive(Debug, PartialEq)]
enum NotOpened {
    NotJson,
    Missing { what: &'static str, pointer: String },
}

/// A text with a body, and where it begins in its file.
pub(super) struct Payload<'t> {
    pub(super) text: &'t [u8],
    pub(super) offset: u64,
    pub(super) line: u64,
    /// What is wrong with the text as a line.
    pub(super) error: Option<SyntaxError>,
}

impl Envelope {
    /// Checks the body of a text, whose id it finds, too. Returns the part of the text in which the problems are, and the report, or
    /// the reason why there is none.
    pub(super) fn check(
        &self,
        payload: &Payload<'_>,
        check: impl FnOnce(&[u8], Option<String>) -> Report,
    ) -> Result<(Range<usize>, Report), String> {
        let text = payload.text;
        let opened = match self.open(text) {
            Ok(parts) if payload.error.is_none() => {
                let report = check(&text[parts.body.clone()], parts.id);
                let report = self.place(report, payload, &parts.body);
                return Ok((parts.body, report));
            }
            opened => opened,
        };
        let enclosing = EnclosingText::new(text).with_error(payload.error);
        let whole = 0..text.len();
        let parts = match opened.or_else(|_| self.open(enclosing.json()).map(|parts| parts.in_text(&enclosing))) {
            Ok(parts) => parts,
            Err(NotOpened::NotJson) => return Ok((whole, payload.report())),
            // The body may be in what was not read.
            Err(NotOpened::Missing { .. }) if !enclosing.is_whole() => return Ok((whole, payload.report())),
            Err(NotOpened::Missing { what, pointer }) => return Err(missing(&enclosing, what, &pointer)),
        };
        let report = check(&text[parts.body.clone()], parts.id);
        let origin = payload.origin().with_pointer(self.pointer());
        Ok((whole, enclosing.around(&parts.body, report, origin)))
    }

    /// Finds the parts of a text.
    fn open(&self, text: &[u8]) -> Result<EnvelopeParts, NotOpened> {
        if self.body.is_none() && self.id.is_none() {
            return Ok(EnvelopeParts { body: 0..text.len(), id: None });
        }
        let value: &RawValue = serde_json::from_slice(text).map_err(|_| NotOpened::NotJson)?;
        let missing = |what, pointer: &Pointer| NotOpened::Missing { what, pointer: pointer.0.clone() };
        let body = match &self.body {
            None => 0..text.len(),
            Some(pointer) => {
                let found = pointer.find(value).ok_or_else(|| missing("value", pointer))?.get();
                let start = found.as_ptr() as usize - text.as_ptr() as usize;
                start..start + found.len()
            }
        };
        let id = match &self.id {
            None => None,
            Some(pointer) => {
                let id = pointer.find(value).and_then(|id| serde_json::from_str(id.get()).ok());
                Some(id.ok_or_else(|| missing("string", pointer))?)
            }
        };
        Ok(EnvelopeParts { body, id })
    }

    /// Places the report on the body of a text in the file of that text.
    fn place(&self, report: Report, payload: &Payload<'_>, body: &Range<usize>) -> Report {
        let Payload { text, offset, line, .. } = *payload;
        if report.problems().is_empty() || (line == 1 && body.start == 0) {
            return report;
        }
        let inner = Origin::in_text(text, body.start);
        let origin = Origin::new()
            .with_offset(offset + body.start as u64)
            .with_line(line + inner.line - 1)
            .with_column(inner.column)
            .with_pointer(self.pointer());
        report.with_origin(origin)
    }

    fn pointer(&self) -> &str {
        self.body.as_ref().map_or("", |pointer| &pointer.0)
    }
}

impl Payload<'_> {
    /// Returns the report of the text alone.
    pub(super) fn report(&self) -> Report {
        EnclosingText::new(self.text).with_error(self.error).report(self.origin())
    }

    fn origin(&self) -> Origin {
        Origin::new().with_offset(self.offset).with_line(self.line)
    }
}

impl EnvelopeParts {
    /// Returns the parts where they are in the text that was read past its errors.
    fn in_text(self, enclosing: &EnclosingText<'_>) -> Self {
        Self { body: enclosing.original(self.body), ..self }
    }
}

/// Returns the reason why there is no body, with what else is wrong with the text.
fn missing(enclosing: &EnclosingText<'_>, what: &str, pointer: &str) -> String {
    let similar = enclosing.similar_pointer(pointer);
    let similar = similar.map(|similar| format!("; did you mean `{}`?", Escaped(&similar))).unwrap_or_default();
    let report = enclosing.report(Origin::new());
    let errors = report.iter().map(|problem| {
        let column = problem.position().map_or(1, |position| position.column);
        format!("; at column {column}: {problem}")
    });
    format!("no {what} at `{}`{similar}{}", Escaped(pointer), errors.collect::<String>())
}

/// Finds a member of an object, or an item of an array.
struct PointerToken<'s>(&'s str);

impl<'de> DeserializeSeed<'de> for PointerToken<'_> {
    type Value = Option<&'de RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for PointerToken<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            if found.is_none() && name == self.0 {
                found = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let index = self.0.parse::<usize>().ok().filter(|index| index.to_string() == self.0);
        let (mut found, mut at) = (None, 0);
        while let Some(item) = seq.next_element::<&RawValue>()? {
            if Some(at) == index {
                found = Some(item);
            }
            at += 1;
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::{Envelope, NotOpened, Payload, Pointer};
    use icws_schema::report::Report;

    fn body(pointer: &str, text: &str) -> Result<String, String> {
        let envelope = Envelope { body: Some(pointer.parse()?), id: None };
        let mut found = None;
        let payload = Payload { text: text.as_bytes(), offset: 0, line: 1, error: None };
        let (_, report) = envelope.check(&payload, |body, _| {
            found = Some(String::from_utf8(body.to_vec()).unwrap());
            Report::default()
        })?;
        found.filter(|_| report.is_valid()).ok_or_else(|| report.to_string())
    }

    #[test]
    fn a_body_is_found_where_its_pointer_leads() {
        let text = r#" {"a/b": [0, {"~": { "x":1 } }], "a\u002fb": 5, "": 2} "#;
        assert_eq!(body("/a~1b/1/~0", text).unwrap(), r#"{ "x":1 }"#);
        assert_eq!(body("/", text).unwrap(), "2");
        assert_eq!(body("", text).unwrap(), text.trim());
        for missing in ["/c", "/a~1b/2", "/a~1b/00", "/a~1b/0/x"] {
            assert_eq!(body(missing, text).unwrap_err(), format!("no value at `{missing}`"));
        }
        assert!("a".parse::<Pointer>().is_err());
    }

    #[test]
    fn a_text_is_read_past_its_errors() {
        let error = |text: &str| body("/a/Body", text).unwrap_err();
        let comma = error(r#"{"a": {"Body": {}}},"#);
        assert!(comma.starts_with("1:20") && comma.contains("the end of the input, found `,`"), "{comma}");
        assert!(error("{").contains("found the end of the input"), "{}", error("{"));
        let similar = error(r#"{"a": {"body": {}}},"#);
        assert!(similar.starts_with("no value at `/a/Body`; did you mean `/a/body`?; at column 20: "), "{similar}");
    }

    #[test]
    fn an_id_is_a_string() {
        let id = |text: &str| {
            let envelope = Envelope { body: None, id: "/id".parse().ok() };
            envelope.open(text.as_bytes()).map(|parts| parts.id)
        };
        assert_eq!(id(r#"{"id": "j\u0061ne"}"#), Ok(Some("jane".to_owned())));
        assert_eq!(id(r#"{"id": 1}"#), Err(NotOpened::Missing { what: "string", pointer: "/id".to_owned() }));
    }
}
