//! NDJSON that comes in parts.

use crate::utf_16::is_utf_16;

/// The longest line that is read.
const MAX_LINE: usize = 64 * 1024 * 1024;
/// How much of another encoding is read to name it.
const SAMPLE: usize = 256 * 1024;

/// Reads lines from parts of a file.
pub(crate) struct Lines {
    /// What was read after the last whole line.
    rest: Vec<u8>,
    number: u64,
    offset: u64,
    state: State,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Start,
    Lines,
    /// The line is too long; what comes up to its end is skipped.
    Overlong,
    Done,
}

/// What is in a file.
pub(crate) enum Line<'t> {
    /// A line that is not blank, without its end.
    Payload { number: u64, offset: u64, payload: &'t [u8] },
    /// A line that is too long.
    Overlong { number: u64, error: &'t str },
    /// The beginning of a file in UTF-16, whose lines cannot be distinguished.
    OtherEncoding(&'t [u8]),
}

impl Default for Lines {
    fn default() -> Self {
        Self { rest: Vec::new(), number: 1, offset: 0, state: State::Start }
    }
}

impl Lines {
    /// Adds the next part of the file.
    pub(crate) fn add(&mut self, part: &[u8]) {
        self.rest.extend_from_slice(part);
    }

    /// Visits the lines that are whole; at the end, also the last one. Returns whether more of the file is wanted.
    pub(crate) fn each(&mut self, is_at_end: bool, mut visit: impl FnMut(Line<'_>)) -> bool {
        if self.state == State::Start && (self.rest.len() >= 2 || is_at_end) {
            self.state = State::Lines;
            if is_utf_16(&self.rest) {
                if self.rest.len() < SAMPLE && !is_at_end {
                    self.state = State::Start;
                    return true;
                }
                visit(Line::OtherEncoding(&self.rest));
                self.state = State::Done;
            }
        }
        let is_whole = |line: &&[u8]| is_at_end || line.ends_with(b"\n");
        let mut read = 0;
        if matches!(self.state, State::Lines | State::Overlong) {
            for line in self.rest.split_inclusive(|byte| *byte == b'\n').take_while(is_whole) {
                if self.state == State::Lines {
                    let payload = line.strip_suffix(b"\n").unwrap_or(line);
                    let payload = payload.strip_suffix(b"\r").unwrap_or(payload);
                    if !payload.trim_ascii().is_empty() {
                        visit(Line::Payload { number: self.number, offset: self.offset + read as u64, payload });
                    }
                }
                self.state = State::Lines;
                self.number += 1;
                read += line.len();
            }
        }
        self.offset += read as u64;
        self.rest.drain(..read);
        if self.state == State::Lines && self.rest.len() > MAX_LINE {
            let error = format!("the line is longer than {} MiB", MAX_LINE / 1024 / 1024);
            visit(Line::Overlong { number: self.number, error: &error });
            self.state = State::Overlong;
        }
        if self.state == State::Overlong {
            self.offset += self.rest.len() as u64;
            self.rest.clear();
        }
        self.state != State::Done
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines, MAX_LINE};

    fn read(parts: &[&[u8]]) -> Vec<(u64, u64, String)> {
        let (mut lines, mut read) = (Lines::default(), Vec::new());
        let mut visit = |line: Line<'_>| match line {
            Line::Payload { number, offset, payload } => {
                read.push((number, offset, String::from_utf8_lossy(payload).into_owned()));
            }
            Line::Overlong { number, .. } => read.push((number, 0, "overlong".to_owned())),
            Line::OtherEncoding(text) => read.push((0, text.len() as u64, "encoding".to_owned())),
        };
        for part in parts {
            lines.add(part);
            lines.each(false, &mut visit);
        }
        lines.each(true, &mut visit);
        read
    }

    #[test]
    fn lines_are_the_same_however_the_file_is_parted() {
        let text = b"{}\n\r\n [1]\r\n\n{";
        let expected = [(1, 0, "{}".to_owned()), (3, 5, " [1]".to_owned()), (5, 12, "{".to_owned())];
        assert_eq!(read(&[text]), expected);
        assert_eq!(read(&text.chunks(1).collect::<Vec<_>>()), expected);
        assert_eq!(read(&text.chunks(2).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped() {
        let long = vec![b'x'; MAX_LINE / 2 + 1];
        let read = read(&[b"1\n", &long, &long, &long, b"\n2\n"]);
        let end = 3 * long.len() as u64 + 3;
        assert_eq!(read, [(1, 0, "1".to_owned()), (2, 0, "overlong".to_owned()), (3, end, "2".to_owned())]);
    }

    #[test]
    fn utf_16_is_seen_once() {
        assert_eq!(read(&[b"\xff", b"\xfe{\0\n\0{\0"]), [(0, 8, "encoding".to_owned())]);
    }
}
