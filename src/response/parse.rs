//! Parsing of the bytes of a body, as far as possible.

use super::body::{Body, Foreign};
use crate::body::decode::{ParseOptions, Representation, missing_body};
use crate::json::encoding;
use crate::json::markup::is_html;
use crate::json::tree;
use crate::report::Report;
use std::borrow::Cow;

/// Parses a body of a status for which the vendor documents one.
pub(super) fn documented<T: Representation>(bytes: &[u8]) -> (Body<T>, Report) {
    match ContentForm::of(bytes) {
        ContentForm::Empty => (Body::Empty, missing_body::<T>(bytes)),
        ContentForm::Object => object(bytes),
        ContentForm::Foreign(foreign) => (Body::Foreign(foreign), ParseOptions::new().check::<T>(bytes)),
    }
}

/// Parses a body of a status for which the vendor documents none: any body is accepted, but an object may be an error.
pub(super) fn undocumented<T: Representation>(status: u16, bytes: &[u8]) -> (Body<T>, Report) {
    match ContentForm::of(bytes) {
        ContentForm::Empty => (Body::Empty, Report::default()),
        ContentForm::Object if status >= 400 => object(bytes),
        ContentForm::Object => (Body::Foreign(Foreign::Json), Report::default()),
        ContentForm::Foreign(foreign) => (Body::Foreign(foreign), Report::default()),
    }
}

/// Parses an object, as far as possible: after errors whose correction is plain, parsing continues. Of an object that cannot be
/// parsed up to its end, the value has only what is whole, and nothing that was completed.
fn object<T: Representation>(bytes: &[u8]) -> (Body<T>, Report) {
    let (value, report) = ParseOptions::new().recover().parse::<T>(bytes).into_partial();
    if !report.is_unread() {
        return (Body::Typed(value), report);
    }
    let text = encoding::marked_utf_16(bytes).map_or_else(|| String::from_utf8_lossy(bytes), Cow::Owned);
    let json = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    (Body::Typed(ParseOptions::new().parse::<T>(json).into_partial().0), report)
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The kind of a body, determined from its bytes.
enum ContentForm {
    Empty,
    Object,
    Foreign(Foreign),
}

impl ContentForm {
    /// UTF-16 with a byte order mark is decoded.
    fn of(bytes: &[u8]) -> Self {
        match encoding::marked_utf_16(bytes) {
            Some(text) => Self::of_utf_8(text.as_bytes()),
            None => Self::of_utf_8(bytes),
        }
    }

    fn of_utf_8(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
        match bytes.first() {
            None => Self::Empty,
            Some(b'{') => Self::Object,
            Some(b'<') if is_html(bytes) => Self::Foreign(Foreign::Html),
            Some(b'<') => Self::Foreign(Foreign::Xml),
            Some(_) if tree::of(bytes).is_ok() => Self::Foreign(Foreign::Json),
            Some(_) if is_text(bytes) => Self::Foreign(Foreign::Text),
            Some(_) => Self::Foreign(Foreign::Binary),
        }
    }
}

fn is_text(bytes: &[u8]) -> bool {
    let is_allowed = |character: char| !character.is_control() || matches!(character, '\t' | '\n' | '\r');
    str::from_utf8(bytes).is_ok_and(|text| text.chars().all(is_allowed))
}
