//! What is drawn by chance: numbers below another one, and all else by them, so that a seed gives the same on every machine.

use proptest::prelude::Rng;
use proptest::test_runner::TestRng;

pub(super) struct Draw<'r>(pub(super) &'r mut TestRng);

impl Draw<'_> {
    /// The same, lent.
    pub(super) fn again(&mut self) -> Draw<'_> {
        Draw(self.0)
    }

    /// A number from 0 up to this one.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        let drawn = (u64::from(self.0.next_u32()) * end) >> 32;
        usize::try_from(drawn).unwrap_or_default()
    }

    pub(super) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// One of a list that is not empty.
    pub(super) fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// Any number of 32 bits.
    fn bits(&mut self) -> i32 {
        self.0.next_u32().cast_signed()
    }

    /// A 32-bit integer: seconds as people set them, small ones, the bounds, any.
    pub(super) fn int(&mut self) -> i32 {
        match self.below(8) {
            0..4 => i32::try_from(self.below(301)).unwrap_or_default(),
            4 => *self.of(&[-1, 0, 1, 2]),
            5 => *self.of(&[i32::MIN, i32::MIN + 1, i32::MAX - 1, i32::MAX]),
            _ => self.bits(),
        }
    }

    /// A number that a code list lacks.
    pub(super) fn unlisted_code(&mut self, codes: &[(i32, &str, &str)]) -> i32 {
        let last = codes.iter().map(|code| code.0).max().unwrap_or_default();
        let drawn = *self.of(&[last + 1, 8, -1, i32::MAX, i32::MIN]);
        if codes.iter().any(|code| code.0 == drawn) { last + 1 } else { drawn }
    }

    /// A text for the member of this name: as servers have them, hostile, any.
    pub(super) fn text(&mut self, member: &str) -> String {
        match (member, self.below(4)) {
            // Under a listed URN it would be another error.
            ("__type", _) | (_, 0..2) => (*self.of(usual(member))).to_owned(),
            ("uri", _) => percent_encoded(&self.hostile()),
            _ => self.hostile(),
        }
    }

    fn hostile(&mut self) -> String {
        if self.one_in(2) {
            return (*self.of(HOSTILE)).to_owned();
        }
        let length = self.below(12);
        (0..length).map(|_| self.character()).collect()
    }

    fn character(&mut self) -> char {
        let (first, last) =
            *self.of(&[('a', 'z'), (' ', '~'), ('\0', '\u{1f}'), ('¡', 'ʯ'), ('ぁ', 'ヿ'), ('🌀', '🙏')]);
        let code = u32::from(first) + u32::try_from(self.below((last as usize) - (first as usize) + 1)).unwrap_or(0);
        char::from_u32(code).unwrap_or(first)
    }
}

/// What servers and people put into a member, simple ones first.
fn usual(member: &str) -> &'static [&'static str] {
    match member {
        "phoneNumber" => {
            &["8042", "+13175550100", "(317) 555-0142", "*67,3175550111", "1-800-FLOWERS", "sip:jane@example.com"]
        }
        "id" | "displayName" => {
            &["gcadmin", "Jane Doe", "Équipe Support", "sales/EMEA", "O'Brien", "テスト", "I3_ACCESS_CLIENT"]
        }
        "uri" => &[
            "",
            "/configuration/users/gcadmin",
            "/configuration/users/Jane%20Doe",
            "/configuration/workgroups/sales%2FEMEA",
        ],
        "actualValue" | "effectiveValue" | "inheritedValue" | "values" => &["All", "Internal", "External", "Unknown"],
        "propertyName" => &["followMe", "externalCallTimeout.actualValue", "followMe[1].phoneNumber"],
        "propertyValue" => &["", "0", "true", "null", "8042"],
        "message" => &["The request timed out.", "Not authorized."],
        "__type" => &[
            "urn:inin.com:common:missingPropertyError",
            "urn:inin.com:common:invalidPropertyError",
            "urn:example.com:common:anotherError",
        ],
        _ => &["a", "error.request.configuration.update", "error.request.timeout", "error.request.another"],
    }
}

/// Texts that code which was written in a hurry gets wrong.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "\"",
    "\\",
    "\\\"",
    "\\u0041",
    "\0",
    "\u{7f}",
    "\t\r\n",
    "null",
    "a/b~c",
    "%2F",
    "</script>",
    "é",
    "e\u{301}",
    "İ",
    "\u{2028}",
    "\u{202e}",
    "\u{10ffff}",
    "👩‍👩‍👧",
    "\u{feff}",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
];

fn percent_encoded(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    encoded.collect()
}
