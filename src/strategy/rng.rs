//! Random choices, all derived from `below`, so that a seed gives the same values on every machine.

use proptest::prelude::Rng as _;
use proptest::test_runner::TestRng;

/// What generated values are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueStyle {
    /// Typical values and edge cases.
    Mixed,
    /// What a site has.
    Typical,
}

pub(super) struct Rng<'r> {
    source: &'r mut TestRng,
    style: ValueStyle,
}

impl<'r> Rng<'r> {
    pub(super) fn new(source: &'r mut TestRng, style: ValueStyle) -> Self {
        Self { source, style }
    }

    /// Returns the same generator, reborrowed.
    pub(super) fn reborrow(&mut self) -> Rng<'_> {
        Rng { source: self.source, style: self.style }
    }

    /// Returns whether values are what a site has, without edge cases.
    pub(super) fn is_typical(&self) -> bool {
        self.style == ValueStyle::Typical
    }

    /// Returns a number from 0 to `end`, exclusive.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        let number = (u64::from(self.source.next_u32()) * end) >> 32;
        usize::try_from(number).unwrap_or_default()
    }

    /// Returns true once in `count` times.
    pub(super) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// Returns one of some items, which must not be empty.
    pub(super) fn choose<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// Returns any 32-bit integer.
    fn bits(&mut self) -> i32 {
        self.source.next_u32().cast_signed()
    }

    /// Returns a 32-bit integer: mostly plausible seconds, otherwise a small integer, a bound, or any integer.
    pub(super) fn int(&mut self) -> i32 {
        match self.below(8) {
            0..4 => i32::try_from(self.below(301)).unwrap_or_default(),
            4 => *self.choose(&[-1, 0, 1, 2]),
            5 => *self.choose(&[i32::MIN, i32::MIN + 1, i32::MAX - 1, i32::MAX]),
            _ => self.bits(),
        }
    }

    /// Returns a number that is not in a code list.
    pub(super) fn unknown_code(&mut self, codes: &[(i32, &str, &str)]) -> i32 {
        let last = codes.iter().map(|code| code.0).max().unwrap_or_default();
        let code = *self.choose(&[last + 1, 8, -1, i32::MAX, i32::MIN]);
        if codes.iter().any(|known| known.0 == code) { last + 1 } else { code }
    }

    /// Returns a string for the member of this name: a typical value, or an edge case.
    pub(super) fn string(&mut self, member: &str) -> String {
        match (member, self.below(4)) {
            // With a documented URN it would be a different error.
            ("__type", _) | (_, 0..2) => (*self.choose(typical(member))).to_owned(),
            ("uri", _) => percent_encoded(&self.edge_case()),
            _ => self.edge_case(),
        }
    }

    fn edge_case(&mut self) -> String {
        if self.one_in(2) {
            return (*self.choose(EDGE_CASES)).to_owned();
        }
        let length = self.below(12);
        (0..length).map(|_| self.character()).collect()
    }

    fn character(&mut self) -> char {
        let (first, last) =
            *self.choose(&[('a', 'z'), (' ', '~'), ('\0', '\u{1f}'), ('¡', 'ʯ'), ('ぁ', 'ヿ'), ('🌀', '🙏')]);
        let code = u32::from(first) + u32::try_from(self.below((last as usize) - (first as usize) + 1)).unwrap_or(0);
        char::from_u32(code).unwrap_or(first)
    }
}

/// Returns typical values of a member, simple ones first.
fn typical(member: &str) -> &'static [&'static str] {
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

/// Strings that careless code handles incorrectly.
const EDGE_CASES: &[&str] = &[
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

fn percent_encoded(string: &str) -> String {
    let encoded = string.bytes().map(|byte| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    encoded.collect()
}
