/// Line and column, both from 1; a column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// Finds the lines and columns of offsets that do not fall, in one pass over the text.
pub(crate) struct Positions<'a> {
    text: &'a str,
    at: usize,
    position: Position,
}

impl<'a> Positions<'a> {
    /// Of a text; where bytes are no UTF-8, of what stands before them.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
        };
        Self { text, at: 0, position: Position { line: 1, column: 1 } }
    }

    /// The position of a byte offset, which must not be before the last one that was asked for.
    pub(crate) fn of(&mut self, offset: usize) -> Position {
        let step = self.text.get(self.at..offset).unwrap_or_default();
        self.position.line += memchr::memchr_iter(b'\n', step.as_bytes()).count();
        match memchr::memrchr(b'\n', step.as_bytes()) {
            Some(end) => self.position.column = 1 + step[end + 1..].chars().count(),
            None => self.position.column += step.chars().count(),
        }
        self.at = offset;
        self.position
    }
}
