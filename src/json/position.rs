use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::fmt;

/// A line and a column, both counted from 1. A line ends at a line feed, and a column counts characters (code points).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u64,
    /// The column in characters, counted from 1.
    pub column: u64,
}

impl Position {
    /// The start of the input.
    pub(crate) const START: Self = Self { line: 1, column: 1 };
}

impl Default for Position {
    fn default() -> Self {
        Self::START
    }
}

/// Writes `line:column`.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Serializes an object with `line` and `column`.
impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Position", 2)?;
        form.serialize_field("line", &self.line)?;
        form.serialize_field("column", &self.column)?;
        form.end()
    }
}

/// Determines the positions of ascending offsets in one pass over the text.
pub(crate) struct Positions<'a> {
    text: &'a [u8],
    at: usize,
    position: Position,
    /// Whether the text is one line of ASCII, in which columns are offsets.
    is_ascii_line: bool,
}

impl<'a> Positions<'a> {
    /// Creates a value for positions up to the offset `last` of an input.
    pub(crate) fn up_to(last: usize, text: &'a [u8]) -> Self {
        let text = text.get(..last).unwrap_or(text);
        let fold = |(all, ends): (u8, u8), byte: &u8| (all | byte, ends | u8::from(*byte == b'\n'));
        let (all, line_ends) = text.iter().fold((0_u8, 0), fold);
        Self { text, at: 0, position: Position::START, is_ascii_line: line_ends == 0 && all.is_ascii() }
    }

    /// Returns the position of a byte offset, which must not be less than the previous one.
    pub(crate) fn of(&mut self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let step = self.text.get(self.at..offset).unwrap_or_default();
        self.at = offset;
        if self.is_ascii_line {
            self.position.column += step.len() as u64;
            return self.position;
        }
        let lines = count(step, |byte| byte == b'\n');
        let last_line = match lines {
            0 => step,
            _ => step.rsplit(|byte| *byte == b'\n').next().unwrap_or_default(),
        };
        // Every byte of a character except the first is 10xxxxxx.
        let characters = count(last_line, |byte| byte & 0xc0 != 0x80);
        self.position.line += lines;
        self.position.column = if lines == 0 { self.position.column + characters } else { 1 + characters };
        self.position
    }
}

/// Counts bytes, in runs that a byte can count, which the compiler vectorizes.
fn count(bytes: &[u8], is_counted: impl Fn(u8) -> bool) -> u64 {
    bytes.chunks(255).map(|run| u64::from(run.iter().map(|byte| u8::from(is_counted(*byte))).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::Positions;

    #[track_caller]
    fn positions(text: &str, offsets: &[usize]) -> Vec<String> {
        let mut positions = Positions::up_to(offsets.last().copied().unwrap_or_default(), text.as_bytes());
        offsets.iter().map(|offset| positions.of(*offset).to_string()).collect()
    }

    #[test]
    fn a_line_ends_at_a_line_feed_and_a_column_counts_characters() {
        assert_eq!(positions("abc", &[0, 1, 1, 3]), ["1:1", "1:2", "1:2", "1:4"]);
        assert_eq!(positions("é\r\n😀x\n", &[0, 2, 4, 8, 10]), ["1:1", "1:2", "2:1", "2:2", "3:1"]);
        let long = "é\n".repeat(1000);
        assert_eq!(positions(&long, &[0, 2999, 3000]), ["1:1", "1000:2", "1001:1"]);
    }

    #[test]
    fn an_offset_past_the_input_is_at_its_end() {
        assert_eq!(positions("abc", &[99]), ["1:4"]);
        assert_eq!(positions("a\n", &[99]), ["2:1"]);
    }
}
