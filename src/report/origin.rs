use crate::json::position::{Position, Positions};

/// The origin of a body in a larger text: its problems are reported at their positions in that text.
///
/// ```
/// use icws_schema::{ParseOptions, body::FollowMe, report::Origin};
///
/// // The second line of an NDJSON file whose first line has 40 bytes.
/// let options = ParseOptions::new().origin(Origin::new().with_offset(41).with_line(2));
/// let parsed = options.parse::<FollowMe>(b"{}");
/// let problem = &parsed.report().problems()[0];
/// assert_eq!((problem.offset(), problem.position().unwrap().line), (Some(41), 2));
/// ```
///
/// A body inside of a line, with `RawValue` of the crate `serde_json` (feature `raw_value`), which keeps the text of a member
/// and so its place:
///
/// ```
/// use icws_schema::{ParseOptions, body::FollowMe, report::Origin};
/// use serde_json::value::RawValue;
/// use std::collections::HashMap;
///
/// // The second line of an NDJSON file whose first line has 40 bytes.
/// let line = r#"{"user": "jane", "body": {"timeout": 15, "usePin": true}}"#;
/// let members: HashMap<&str, &RawValue> = serde_json::from_str(line)?;
/// let body = members["body"].get();
/// let at = body.as_ptr() as usize - line.as_ptr() as usize;
/// let origin = Origin::in_text(line, at).with_offset(41 + at as u64).with_line(2).with_pointer("/body");
/// let report = ParseOptions::new().origin(origin).check::<FollowMe>(body);
/// assert_eq!(report.problems()[0].position().unwrap().to_string(), "2:26");
/// assert_eq!(report.problems()[0].pointer(), "/body/phoneNumber");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Origin {
    /// Byte offset of the body.
    pub offset: u64,
    /// The line on which the body begins, from 1.
    pub line: u64,
    /// The column in which the body begins, from 1.
    pub column: u64,
    /// The JSON Pointer of the body in the larger document; `""` if it is a separate document.
    pub pointer: String,
}

impl Origin {
    /// Creates the origin at the start of a text.
    #[must_use]
    pub fn new() -> Self {
        Self { offset: 0, line: 1, column: 1, pointer: String::new() }
    }

    /// Creates the origin at a byte offset of a text, and counts its line and column.
    ///
    /// ```
    /// use icws_schema::report::Origin;
    ///
    /// let text = "{\n \"é\": {}}";
    /// let origin = Origin::in_text(text, text.find("{}").unwrap());
    /// assert_eq!((origin.line, origin.column), (2, 7));
    /// ```
    #[must_use]
    pub fn in_text(text: impl AsRef<[u8]>, offset: usize) -> Self {
        let position = Positions::up_to(offset, text.as_ref()).of(offset);
        Self { offset: offset as u64, line: position.line, column: position.column, pointer: String::new() }
    }

    /// Sets the byte offset.
    #[must_use]
    pub fn with_offset(self, offset: u64) -> Self {
        Self { offset, ..self }
    }

    /// Sets the line, from 1.
    #[must_use]
    pub fn with_line(self, line: u64) -> Self {
        Self { line, ..self }
    }

    /// Sets the column, from 1.
    #[must_use]
    pub fn with_column(self, column: u64) -> Self {
        Self { column, ..self }
    }

    /// Sets the JSON Pointer of the body.
    #[must_use]
    pub fn with_pointer(self, pointer: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), ..self }
    }

    /// Converts a position in the body to one in the larger text.
    pub(super) fn position(&self, position: Position) -> Position {
        let column = if position.line == 1 { self.column.saturating_sub(1) } else { 0 };
        Position {
            line: position.line.saturating_add(self.line.saturating_sub(1)),
            column: position.column.saturating_add(column),
        }
    }
}

impl Default for Origin {
    fn default() -> Self {
        Self::new()
    }
}
