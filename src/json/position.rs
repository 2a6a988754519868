/// Line and column, both from 1; a column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: u64,
    /// The column, from 1, in characters.
    pub column: u64,
}

/// Finds the lines and columns of offsets that do not fall, in one pass over the text.
pub(crate) struct Positions<'a> {
    text: &'a [u8],
    at: usize,
    position: Position,
    /// Whether it is one line of ASCII, where a column is an offset.
    plain: bool,
}

impl<'a> Positions<'a> {
    /// Of a text, up to the last offset that will be asked for.
    pub(crate) fn up_to(last: usize, text: &'a [u8]) -> Self {
        let text = text.get(..last).unwrap_or(text);
        let unusual = text.iter().fold(0, |unusual, byte| unusual | (byte & 0x80) | u8::from(*byte == b'\n'));
        Self { text, at: 0, position: Position { line: 1, column: 1 }, plain: unusual == 0 }
    }

    /// The position of a byte offset, which must not be before the last one that was asked for.
    pub(crate) fn of(&mut self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        if self.plain {
            return Position { line: 1, column: 1 + offset as u64 };
        }
        let step = self.text.get(self.at..offset).unwrap_or_default();
        let lines = count(step, |byte| byte == b'\n');
        let rest = match lines {
            0 => step,
            _ => step.rsplit(|byte| *byte == b'\n').next().unwrap_or_default(),
        };
        // Every byte of a character but its first is 10xxxxxx.
        let characters = count(rest, |byte| byte & 0xc0 != 0x80);
        self.position.line += lines as u64;
        let before = if lines == 0 { self.position.column } else { 1 };
        self.position.column = before + characters as u64;
        self.at = offset;
        self.position
    }
}

/// How many bytes are as asked; in runs that a byte can count, which the compiler makes fast.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    bytes.chunks(255).map(|run| usize::from(run.iter().map(|byte| u8::from(is(*byte))).sum::<u8>())).sum()
}
