//! Writing compact JSON.

/// Writes a string in double quotes, escaping what JSON requires to be escaped, as `serde_json` does.
pub(crate) fn write_string(text: &str, json: &mut String) {
    json.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..b' ')) {
        json.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => json.push_str("\\\""),
            b'\\' => json.push_str("\\\\"),
            b'\n' => json.push_str("\\n"),
            b'\r' => json.push_str("\\r"),
            b'\t' => json.push_str("\\t"),
            b'\x08' => json.push_str("\\b"),
            b'\x0c' => json.push_str("\\f"),
            control => json.push_str(&format!("\\u{control:04x}")),
        }
        rest = &rest[at + 1..];
    }
    json.push_str(rest);
    json.push('"');
}

/// Returns a string as JSON, in double quotes.
pub(crate) fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    write_string(text, &mut json);
    json
}

/// Writes an array: the brackets, and the commas between the items.
pub(crate) struct ArrayWriter<'j> {
    json: &'j mut String,
    is_empty: bool,
}

impl<'j> ArrayWriter<'j> {
    /// Writes the opening bracket.
    pub(crate) fn new(json: &'j mut String) -> Self {
        json.push('[');
        Self { json, is_empty: true }
    }

    /// Returns the output for the next item.
    pub(crate) fn item(&mut self) -> &mut String {
        separate(self.json, &mut self.is_empty);
        self.json
    }

    /// Writes the closing bracket.
    pub(crate) fn end(self) {
        self.json.push(']');
    }
}

/// Writes an object: the braces, the names, and the commas between the members.
pub(crate) struct ObjectWriter<'j> {
    json: &'j mut String,
    is_empty: bool,
}

impl<'j> ObjectWriter<'j> {
    /// Writes the opening brace.
    pub(crate) fn new(json: &'j mut String) -> Self {
        json.push('{');
        Self { json, is_empty: true }
    }

    /// Writes the name of the next member, and returns the output for its value.
    pub(crate) fn member(&mut self, name: &str) -> &mut String {
        separate(self.json, &mut self.is_empty);
        write_string(name, self.json);
        self.json.push(':');
        self.json
    }

    /// Writes the closing brace.
    pub(crate) fn end(self) {
        self.json.push('}');
    }
}

fn separate(json: &mut String, is_empty: &mut bool) {
    if !std::mem::take(is_empty) {
        json.push(',');
    }
}

/// Returns valid JSON without the white space between its tokens.
pub(crate) fn compact(text: &str) -> String {
    let is_space = |character| matches!(character, ' ' | '\n' | '\r' | '\t');
    if !text.contains(is_space) {
        return text.to_owned();
    }
    let mut json = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(quote) = rest.find('"') {
        json.extend(rest[..quote].split(is_space));
        let end = quote + string_length(&rest[quote..]);
        json.push_str(&rest[quote..end]);
        rest = &rest[end..];
    }
    json.extend(rest.split(is_space));
    json
}

/// Returns the length of the string at the start of the text, including quotes.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    let is_end = |byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    };
    text.bytes().skip(1).position(is_end).map_or(text.len(), |inner| inner + 2)
}

#[cfg(test)]
mod tests {
    use super::{ArrayWriter, ObjectWriter, compact, string};

    #[test]
    fn strings_are_written_as_serde_json_writes_them() {
        let ascii: String = ('\0'..='\u{ff}').collect();
        for text in [&*ascii, "", "\\\"\\", "é\u{1f600}\u{2028}\u{feff}", "plain", "\n\n", "a\u{1f}"] {
            assert_eq!(string(text), serde_json::to_string(text).unwrap());
        }
    }

    #[test]
    fn arrays_and_objects_have_commas_between() {
        let mut json = String::new();
        let mut object = ObjectWriter::new(&mut json);
        for (name, count) in [("none", 0), ("\"one\"", 1), ("three", 3)] {
            let mut array = ArrayWriter::new(object.member(name));
            (0..count).for_each(|index| array.item().push_str(&index.to_string()));
            array.end();
        }
        ObjectWriter::new(object.member("empty")).end();
        object.end();
        assert_eq!(json, r#"{"none":[],"\"one\"":[0],"three":[0,1,2],"empty":{}}"#);
    }

    #[test]
    fn compact_json_has_no_white_space_outside_of_strings() {
        for (text, expected) in [
            ("1", "1"),
            (" \t\r\n1 ", "1"),
            ("{ \"a b\" : [ 1 , \" \\\" \" ] }", "{\"a b\":[1,\" \\\" \"]}"),
            ("[ \"\\\\\" , \"\\\\\\\" \" ]", "[\"\\\\\",\"\\\\\\\" \"]"),
            ("[\"\u{a0}\u{3000} é\" , null]", "[\"\u{a0}\u{3000} é\",null]"),
            ("\" \"", "\" \""),
        ] {
            assert_eq!(compact(text), expected);
        }
    }
}
