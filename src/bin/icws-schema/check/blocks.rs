//! NDJSON in blocks of whole lines, so that memory does not grow with the file.

use super::utf_16::is_utf_16;
use super::values::{OpenValue, is_later_line, lines, without_mark};
use std::io::{self, Read};

/// The size of a block.
const BLOCK: usize = 256 * 1024;
/// The maximum length of a line.
pub(super) const MAX_LINE: usize = 64 * 1024 * 1024;

/// Complete lines.
#[derive(Default)]
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    /// The number of the first line, from 1.
    pub(super) line: u64,
    /// The number of its last line.
    pub(super) last_line: u64,
    /// The offset of the first line.
    pub(super) offset: u64,
    pub(super) content: BlockContent,
    /// Whether the file is an array that begins with its bracket on a line of its own.
    pub(super) is_of_array: bool,
    /// Whether it is the whole file.
    pub(super) is_whole: bool,
}

/// The content of a block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum BlockContent {
    #[default]
    Lines,
    /// The start of a file in UTF-16, whose lines cannot be distinguished.
    Utf16,
    /// A line that is too long, which is not kept.
    OverlongLine,
}

/// Reads blocks.
pub(super) struct Blocks<R> {
    reader: R,
    /// The input after the last complete line.
    rest: Vec<u8>,
    /// The value at the start of the rest that goes over several lines and has not ended, and the end of its lines.
    open: Option<(OpenValue, usize)>,
    line: u64,
    offset: u64,
    is_at_end: bool,
    /// The length of the input, if it is known.
    length: Option<u64>,
    /// Whether the input is an array that begins with its bracket on a line of its own; `None` before its first line.
    is_array: Option<bool>,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(reader: R, length: Option<u64>) -> Self {
        let (rest, open) = (Vec::new(), None);
        Self { reader, rest, open, line: 1, offset: 0, is_at_end: false, length, is_array: None }
    }

    /// Reads the next block; `None` at the end. It does not wait for a full block once it has a line.
    pub(super) fn next(&mut self) -> io::Result<Option<Block>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut searched = 0;
        loop {
            if self.is_at_end {
                return Ok((!bytes.is_empty()).then(|| self.block(bytes)));
            }
            let is_waiting = self.read(&mut bytes)?;
            if bytes.len() >= BLOCK || is_waiting {
                let lines = bytes[searched..].iter().rposition(|byte| *byte == b'\n').map(|end| searched + end + 1);
                let mut end = lines.and_then(|end| self.end_of_values(&bytes[..end]));
                if end.is_none() && bytes.len() > MAX_LINE {
                    // What is left of the value is not read with it.
                    end = self.open.take().map(|(_, end)| end);
                    if end.is_none() {
                        return self.overlong(bytes.len()).map(Some);
                    }
                }
                if let Some(end) = end {
                    self.rest = bytes.split_off(end);
                    return Ok(Some(self.block(bytes)));
                }
                searched = bytes.len();
            }
        }
    }

    /// Returns the end of the last value in whole lines that is not open; `None` if there is none.
    fn end_of_values(&mut self, bytes: &[u8]) -> Option<usize> {
        let is_in_array = self.is_array(bytes);
        let (mut open, mut at) = self.open.take().map_or((None, 0), |(value, at)| (Some(value), at));
        let mut start = 0;
        if open.is_none() {
            start = start_of_last_value(bytes);
            at = start;
        }
        for line in lines(&bytes[at..]) {
            open = if let Some(value) = open.filter(|value| value.has(line)) {
                value.after(line)
            } else {
                start = at;
                OpenValue::begun_by(line, is_in_array)
            };
            at += line.len();
        }
        let Some(value) = open else { return Some(bytes.len()) };
        self.open = Some((value, bytes.len() - start));
        (start > 0).then_some(start)
    }

    /// Returns whether the input is an array that begins with its bracket on a line of its own, given its next lines.
    fn is_array(&mut self, bytes: &[u8]) -> bool {
        if self.is_array.is_none() {
            self.is_array = lines(bytes).map(without_mark).find(|line| !line.is_empty()).map(|first| first == b"[");
        }
        self.is_array == Some(true)
    }

    /// Appends the input that is available. Returns whether there is no more for now.
    fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let length = bytes.len();
        bytes.resize(length + BLOCK, 0);
        let read = loop {
            match self.reader.read(&mut bytes[length..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        bytes.truncate(length + *read.as_ref().unwrap_or(&0));
        self.is_at_end = read? == 0;
        Ok(bytes.len() < length + BLOCK)
    }

    #[expect(clippy::naive_bytecount, reason = "the compiler counts many bytes at a time")]
    fn block(&mut self, bytes: Vec<u8>) -> Block {
        let content = if self.offset == 0 && is_utf_16(&bytes) { BlockContent::Utf16 } else { BlockContent::Lines };
        let (line, offset) = (self.line, self.offset);
        let is_of_array = self.is_array(&bytes);
        let is_whole = self.offset == 0 && self.length == Some(bytes.len() as u64);
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.offset += bytes.len() as u64;
        let last_line = if bytes.ends_with(b"\n") { self.line - 1 } else { self.line };
        Block { bytes, line, last_line, offset, content, is_of_array, is_whole }
    }

    /// Skips the rest of a line that is too long.
    fn overlong(&mut self, length: usize) -> io::Result<Block> {
        let (line, offset) = (self.line, self.offset);
        let content = BlockContent::OverlongLine;
        let block = Block { line, last_line: line, offset, content, ..Block::default() };
        self.is_array.get_or_insert(false);
        self.line += 1;
        self.offset += length as u64;
        let mut bytes = Vec::new();
        while !self.is_at_end {
            bytes.clear();
            self.read(&mut bytes)?;
            let end = bytes.iter().position(|byte| *byte == b'\n');
            self.offset += end.map_or(bytes.len(), |end| end + 1) as u64;
            if let Some(end) = end {
                self.rest = bytes.split_off(end + 1);
                break;
            }
        }
        Ok(block)
    }
}

/// Returns the offset of the last of some lines that begins a value.
fn start_of_last_value(bytes: &[u8]) -> usize {
    let mut start = bytes.len();
    while start > 0 {
        start = bytes[..start - 1].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        if !is_later_line(bytes[start]) {
            break;
        }
    }
    start
}

#[cfg(test)]
mod tests {
    use super::BlockContent::{Lines, OverlongLine};
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
        let mut blocks = Blocks::new(&text[..], None);
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
        let mut blocks = Blocks::new(b"{}\n".chain(long).chain(&b"\n[]\n"[..]), None);
        let mut seen = Vec::new();
        while let Some(block) = blocks.next().unwrap() {
            seen.push((block.line, block.content, block.bytes.len()));
        }
        assert_eq!(seen, [(1, Lines, 3), (2, OverlongLine, 0), (3, Lines, 3)]);
    }

    #[test]
    fn lines_are_there_before_the_next_ones_are_written() {
        let (reader, mut writer) = std::io::pipe().unwrap();
        let mut blocks = Blocks::new(reader, None);
        for line in ["{}\n", "[]\n"] {
            std::io::Write::write_all(&mut writer, line.as_bytes()).unwrap();
            assert_eq!(blocks.next().unwrap().unwrap().bytes, line.as_bytes());
        }
    }

    #[test]
    fn a_value_over_several_lines_is_in_one_block() {
        let value = format!("{{\n{}}}\n", "  \"a\": 1,\n".repeat(BLOCK / 5));
        let text = format!("{{}}\n{value}{{}}\n{value}{value}{{\n{{}}\n");
        let mut blocks = Blocks::new(text.as_bytes(), None);
        let (mut read, mut whole) = (Vec::<u8>::new(), 0);
        while let Some(block) = blocks.next().unwrap() {
            assert_eq!((block.offset, block.is_whole, block.is_of_array), (read.len() as u64, false, false));
            whole += super::super::values::values(&block.bytes, false)
                .filter(|found| found.text.len() == value.len() - 1)
                .count();
            read.extend(&block.bytes);
        }
        assert!(read == text.as_bytes() && whole == 3, "{whole}");
    }

    #[test]
    fn a_value_over_too_many_lines_ends_in_its_block() {
        let value = format!("{{\n{}", "  \"a\": 1,\n".repeat(MAX_LINE / 10));
        let mut blocks = Blocks::new(value.as_bytes(), None);
        let (mut read, mut longest) = (0, 0);
        while let Some(block) = blocks.next().unwrap() {
            read += block.bytes.len();
            longest = longest.max(block.bytes.len());
        }
        assert!(read == value.len() && longest < MAX_LINE + 2 * BLOCK);
    }
}
