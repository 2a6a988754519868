//! The values of NDJSON: each is on a line. One that goes over several lines is taken as a whole, too.

/// The byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A value that its lines have begun, but not ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenValue {
    /// The white space before its first line.
    indentation: usize,
    /// How many brackets are open.
    depth: usize,
}

impl OpenValue {
    /// Returns the value that a line begins with a bracket, and does not end. In an array, a bracket alone is not one.
    pub(super) fn begun_by(line: &[u8], is_in_array: bool) -> Option<Self> {
        if is_in_array && without_mark(line) == b"[" {
            return None;
        }
        let line = line.strip_prefix(MARK).unwrap_or(line);
        let indentation = indentation(line);
        if !matches!(line.get(indentation), Some(b'{' | b'[')) {
            return None;
        }
        let (depth, is_in_string) = open_at_end(line, 0);
        (depth > 0 && !is_in_string).then_some(Self { indentation, depth })
    }

    /// Returns whether a line looks like one of the value: it is empty, further to the right than its first line, or begins with a
    /// quotation mark or closing bracket.
    pub(super) fn has(self, line: &[u8]) -> bool {
        let indentation = indentation(line);
        match line.get(indentation) {
            None | Some(b'"' | b'}' | b']') => true,
            Some(_) => indentation > self.indentation,
        }
    }

    /// Reads a line of the value; `None` if it ends there.
    pub(super) fn after(self, line: &[u8]) -> Option<Self> {
        let (depth, _) = open_at_end(line, self.depth);
        (depth > 0).then_some(Self { depth, ..self })
    }
}

/// Returns whether a line can only be a later one of a value, by its first byte.
pub(super) fn is_later_line(first: u8) -> bool {
    matches!(first, b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'}' | b']')
}

fn indentation(line: &[u8]) -> usize {
    line.len() - line.trim_ascii_start().len()
}

/// Returns how many brackets are open at the end of a line, given how many are open at its start, and whether a string is open.
fn open_at_end(line: &[u8], mut depth: usize) -> (usize, bool) {
    let mut is_in_string = false;
    let mut bytes = line.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => is_in_string = !is_in_string,
            b'\\' if is_in_string => drop(bytes.next()),
            b'{' | b'[' if !is_in_string => depth += 1,
            b'}' | b']' if !is_in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (depth, is_in_string)
}

/// A value and its lines, without the end of the last one.
#[derive(Debug, PartialEq)]
pub(super) struct Value<'b> {
    pub(super) at: usize,
    /// How many lines are before it.
    pub(super) line: u64,
    pub(super) text: &'b [u8],
    pub(super) has_several_lines: bool,
}

/// Returns the values in whole lines, which may be those of an array. Blank lines are not among them.
pub(super) fn values(block: &[u8], is_in_array: bool) -> impl Iterator<Item = Value<'_>> {
    let (mut at, mut line) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            let (value, end, lines) = next_value(block, at, is_in_array)?;
            let value = Value { line, ..value };
            at = end;
            line += lines;
            if !value.text.is_empty() {
                return Some(value);
            }
        }
    })
}

/// Returns the value at an offset, its end, and its number of lines.
fn next_value(block: &[u8], at: usize, is_in_array: bool) -> Option<(Value<'_>, usize, u64)> {
    let first = lines(&block[at..]).next()?;
    let (mut end, mut count) = (at + first.len(), 1);
    if block.get(end).copied().is_some_and(is_later_line) {
        let mut open = OpenValue::begun_by(first, is_in_array);
        let (mut read, mut is_read) = (end, 1);
        for line in lines(&block[end..]) {
            let Some(value) = open.filter(|value| value.has(line)) else { break };
            read += line.len();
            is_read += 1;
            open = value.after(line);
            if !line.trim_ascii().is_empty() {
                (end, count) = (read, is_read);
            }
        }
    }
    let text = &block[at..end];
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    let text = if text.trim_ascii().is_empty() { &[] } else { text };
    Some((Value { at, line: 0, text, has_several_lines: count > 1 }, end, count))
}

/// Returns a line without a byte order mark and white space around it.
pub(super) fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(MARK).unwrap_or(line).trim_ascii()
}

/// Returns the lines of a text, with their ends.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split_inclusive(|byte| *byte == b'\n')
}

#[cfg(test)]
mod tests {
    use super::values;

    fn read(text: &str) -> Vec<(u64, &str)> {
        values(text.as_bytes(), false)
            .map(|value| {
                assert_eq!(value.has_several_lines, value.text.contains(&b'\n'));
                assert_eq!(&text.as_bytes()[value.at..value.at + value.text.len()], value.text);
                (value.line, str::from_utf8(value.text).unwrap())
            })
            .collect()
    }

    #[test]
    fn a_value_over_several_lines_is_one_value() {
        let text = "{\n  \"a\": {\n\n  }\n}\r\n{}\n\n{\"b\": [\n\"x\", \n\t1\n]}\n  {\n    \"}\": 1\n  }\n  {}\n";
        let expected =
            ["{\n  \"a\": {\n\n  }\n}", "{}", "{\"b\": [\n\"x\", \n\t1\n]}", "  {\n    \"}\": 1\n  }", "  {}"];
        let read = read(text);
        assert_eq!(read.iter().map(|(_, value)| *value).collect::<Vec<_>>(), expected);
        assert_eq!(read.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [0, 5, 7, 11, 14]);
    }

    #[test]
    fn a_line_that_is_cut_off_is_one_value() {
        for text in
            ["{\"a\": {\n{}\n", "{\"a\": {\n\n\n{}", "{\"a\n\"b\": 1}\n", "\"{\n  1\n", "{}}\n  {}\n", "  {\n  {}\n"]
        {
            let read = read(text);
            assert!(read.len() == 2 && read.iter().all(|(_, value)| !value.contains('\n')), "{read:?}");
        }
    }
}
