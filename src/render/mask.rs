//! JSON with masked values: names and punctuation are kept.

/// Reads a text once, and distinguishes names and punctuation from values.
#[derive(Clone, Copy)]
pub(super) struct Mask<'t> {
    text: &'t [u8],
    at: usize,
    /// Whether `at` is in a string, and whether it is after a backslash.
    is_string: bool,
    is_escaped: bool,
}

/// The maximum distance to the end of a string; a longer string is not a name that people read.
const MAX_NAME: usize = 1000;

impl<'t> Mask<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0, is_string: false, is_escaped: false }
    }

    /// Returns whether each byte of a range is part of a value. Ranges must be ascending.
    pub(super) fn values(&mut self, start: usize, end: usize) -> Vec<bool> {
        while self.at < start {
            self.step();
        }
        let text = self.text;
        let mut ahead = *self;
        let mut is_name = ahead.is_string && ahead.is_name();
        let mut values = Vec::with_capacity(end - start);
        while ahead.at < end.min(text.len()) {
            let byte = text[ahead.at];
            if !ahead.is_string && byte == b'"' {
                is_name = Self { text, at: ahead.at + 1, is_string: true, is_escaped: false }.is_name();
                values.push(false);
            } else if ahead.is_string {
                let is_end = byte == b'"' && !ahead.is_escaped;
                values.push(!is_name && !is_end);
            } else {
                values.push(!matches!(byte, b'{' | b'}' | b'[' | b']' | b':' | b',' | b' ' | b'\t' | b'\r' | b'\n'));
            }
            ahead.step();
        }
        values
    }

    fn step(&mut self) {
        match self.text.get(self.at) {
            // A string ends at the end of the line if its closing quote is missing.
            Some(b'\n') => (self.is_string, self.is_escaped) = (false, false),
            Some(_) if self.is_escaped => self.is_escaped = false,
            Some(b'\\') if self.is_string => self.is_escaped = true,
            Some(b'"') => self.is_string = !self.is_string,
            _ => {}
        }
        self.at += 1;
    }

    /// Returns whether the current string ends before a colon.
    fn is_name(mut self) -> bool {
        let end = self.text.len().min(self.at + MAX_NAME);
        while self.is_string && self.at < end {
            self.step();
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        !self.is_string && rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
    }
}

#[cfg(test)]
mod tests {
    use super::Mask;

    fn masked(text: &str, start: usize) -> String {
        let values = Mask::new(text.as_bytes()).values(start, text.len());
        text[start..].chars().zip(values).map(|(character, is_value)| if is_value { '*' } else { character }).collect()
    }

    #[test]
    fn names_and_punctuation_stay() {
        let text = r#"{"a": "b\"c", "d\"": [1, true], "e" : {"f":null}}"#;
        assert_eq!(masked(text, 0), r#"{"a": "****", "d\"": [*, ****], "e" : {"f":****}}"#);
        assert_eq!(masked(text, 8), r#"***", "d\"": [*, ****], "e" : {"f":****}}"#);
        assert_eq!(masked(text, 16), r#"\"": [*, ****], "e" : {"f":****}}"#);
    }

    /// The text after an unclosed string looks like a string, and is masked.
    #[test]
    fn what_is_not_json_is_masked() {
        assert_eq!(masked("{'a': None} // e", 0), "{***: ****} ** *");
        assert_eq!(masked("{'a': \"bc\nd\": None} // e", 0), "{***: \"****\"************");
    }
}
