//! NDJSON in blocks of whole lines, so that memory does not grow with the file.

use std::io::{self, Read};

/// The size of a block.
const BLOCK: usize = 256 * 1024;
/// The longest line that is read.
pub(super) const MAX_LINE: usize = 64 * 1024 * 1024;

/// Whole lines.
#[derive(Default)]
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    /// The number of the first line, from 1.
    pub(super) line: u64,
    /// The offset of the first line.
    pub(super) offset: u64,
    /// Whether it is one line that is too long, of which there is nothing in it.
    pub(super) is_overlong: bool,
}

/// Reads blocks.
pub(super) struct Blocks<R> {
    reader: R,
    /// What was read after the last whole line.
    rest: Vec<u8>,
    line: u64,
    offset: u64,
    is_at_end: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, rest: Vec::new(), line: 1, offset: 0, is_at_end: false }
    }

    /// Reads the next block; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Block>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut searched = 0;
        loop {
            if bytes.len() >= BLOCK || self.is_at_end {
                let lines = bytes[searched..].iter().rposition(|byte| *byte == b'\n').map(|end| searched + end + 1);
                let end = if self.is_at_end { Some(bytes.len()) } else { lines };
                if let Some(end) = end {
                    self.rest = bytes.split_off(end);
                    return Ok((!bytes.is_empty()).then(|| self.block(bytes)));
                }
                if bytes.len() > MAX_LINE {
                    return self.overlong(bytes.len()).map(Some);
                }
                searched = bytes.len();
            }
            let length = bytes.len();
            let read = (&mut self.reader).take(BLOCK as u64).read_to_end(&mut bytes)?;
            debug_assert_eq!(bytes.len(), length + read, "what is read is appended");
            self.is_at_end = read < BLOCK;
        }
    }

    #[expect(clippy::naive_bytecount, reason = "the compiler counts many bytes at a time")]
    fn block(&mut self, bytes: Vec<u8>) -> Block {
        let block = Block { line: self.line, offset: self.offset, bytes, is_overlong: false };
        self.line += block.bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.offset += block.bytes.len() as u64;
        block
    }

    /// Skips the rest of a line that is too long.
    fn overlong(&mut self, length: usize) -> io::Result<Block> {
        let block = Block { line: self.line, offset: self.offset, bytes: Vec::new(), is_overlong: true };
        self.line += 1;
        self.offset += length as u64;
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            let read = (&mut self.reader).take(BLOCK as u64).read_to_end(&mut bytes)?;
            self.is_at_end = read < BLOCK;
            let end = bytes.iter().position(|byte| *byte == b'\n');
            self.offset += end.map_or(read, |end| end + 1) as u64;
            if let Some(end) = end {
                self.rest = bytes.split_off(end + 1);
                return Ok(block);
            }
            if self.is_at_end {
                return Ok(block);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Blocks, MAX_LINE};
    use std::io::Read;

    #[test]
    fn blocks_are_whole_lines_that_make_up_the_input() {
        let mut text = Vec::new();
        for length in [0, 1, BLOCK, 3 * BLOCK, 7, BLOCK - 1, 0, 100_000, 100_000, 100_000, 5] {
            text.extend(vec![b'x'; length]);
            text.push(b'\n');
        }
        text.extend(b"end");
        let mut blocks = Blocks::new(&text[..]);
        let (mut read, mut lines) = (Vec::<u8>::new(), 0);
        while let Some(block) = blocks.next().unwrap() {
            assert_eq!((block.offset, block.line), (read.len() as u64, lines + 1));
            lines += block.bytes.split(|byte| *byte == b'\n').count() as u64 - 1;
            read.extend(&block.bytes);
            assert!(read.len() == text.len() || block.bytes.ends_with(b"\n"));
        }
        assert!(read == text);
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped() {
        let long = std::io::repeat(b'x').take(MAX_LINE as u64 + 10 * BLOCK as u64 + 3);
        let mut blocks = Blocks::new(b"{}\n".chain(long).chain(&b"\n[]\n"[..]));
        let mut seen = Vec::new();
        while let Some(block) = blocks.next().unwrap() {
            seen.push((block.line, block.is_overlong, block.bytes.len()));
        }
        assert_eq!(seen, [(1, false, 3), (2, true, 0), (3, false, 3)]);
    }
}
