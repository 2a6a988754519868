//! Bodies that are parts of larger JSON values: where they are, and whose. The npm package has this file, too.

use icws_schema::report::{Escaped, Origin, Report};
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
pub(super) struct EnvelopeParts {
    pub(super) body: Range<usize>,
    pub(super) id: Option<String>,
}

impl Envelope {
    /// Finds the parts of a text, or returns the reason why they are not there.
    pub(super) fn open(&self, text: &[u8]) -> Result<EnvelopeParts, String> {
        if self.body.is_none() && self.id.is_none() {
            return Ok(EnvelopeParts { body: 0..text.len(), id: None });
        }
        let value: &RawValue = serde_json::from_slice(text)
            .map_err(|error| format!("not JSON at column {}; cannot find the body", error.column()))?;
        let body = match &self.body {
            None => 0..text.len(),
            Some(pointer) => {
                let found = pointer.find(value).ok_or_else(|| format!("no value at `{}`", Escaped(&pointer.0)))?.get();
                let start = found.as_ptr() as usize - text.as_ptr() as usize;
                start..start + found.len()
            }
        };
        let id = match &self.id {
            None => None,
            Some(pointer) => {
                let id = pointer.find(value).and_then(|id| serde_json::from_str(id.get()).ok());
                Some(id.ok_or_else(|| format!("no string at `{}`", Escaped(&pointer.0)))?)
            }
        };
        Ok(EnvelopeParts { body, id })
    }

    /// Places the report on the body of a text, which begins at an offset and on a line of its file, in that file.
    pub(super) fn place(&self, report: Report, text: &[u8], body: &Range<usize>, offset: u64, line: u64) -> Report {
        if report.problems().is_empty() || (line == 1 && body.start == 0) {
            return report;
        }
        let inner = Origin::in_text(text, body.start);
        let pointer = self.body.as_ref().map_or("", |pointer| &pointer.0);
        let origin = Origin::new()
            .with_offset(offset + body.start as u64)
            .with_line(line + inner.line - 1)
            .with_column(inner.column)
            .with_pointer(pointer);
        report.with_origin(origin)
    }
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
    use super::{Envelope, Pointer};

    fn body(pointer: &str, text: &str) -> Result<String, String> {
        let envelope = Envelope { body: Some(pointer.parse()?), id: None };
        envelope.open(text.as_bytes()).map(|parts| text[parts.body].to_owned())
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
        assert!(body("/a", "{").unwrap_err().starts_with("not JSON at column "));
        assert!("a".parse::<Pointer>().is_err());
    }

    #[test]
    fn an_id_is_a_string() {
        let id = |text: &str| {
            let envelope = Envelope { body: None, id: "/id".parse().ok() };
            envelope.open(text.as_bytes()).map(|parts| parts.id)
        };
        assert_eq!(id(r#"{"id": "j\u0061ne"}"#), Ok(Some("jane".to_owned())));
        assert_eq!(id(r#"{"id": 1}"#).err().unwrap(), "no string at `/id`");
    }
}
