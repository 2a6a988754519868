//! Names, in any case, in other libraries and JSON Schema with the corresponding names in rule files.

use crate::suggest::probable;
use crate::vocabulary::Format;

/// A name in another library, and the corresponding name in rule files.
const SYNONYMS: &[(&str, &str)] = &[
    ("minimum", "min"),
    ("minLength", "min"),
    ("minItems", "min"),
    ("maximum", "max"),
    ("maxLength", "max"),
    ("maxItems", "max"),
    ("from", "min"),
    ("to", "max"),
    ("comment", "note"),
    ("message", "note"),
    ("WithMessage", "note"),
    ("$comment", "note"),
    ("_comment", "note"),
    ("//", "note"),
    ("remark", "note"),
    ("remarks", "note"),
    ("errorMessage", "note"),
    ("description", "note"),
    ("equals", "is"),
    ("eq", "is"),
    ("const", "is"),
    ("path", "property"),
    ("field", "property"),
    ("RuleFor", "property"),
    ("type", "objectType"),
    ("type", "validator"),
    ("validationErrorType", "validator"),
    ("code", "validator"),
    ("errorCode", "validator"),
    ("title", "name"),
    ("errors", "problems"),
    ("error", "problems"),
    ("violations", "problems"),
    ("failures", "problems"),
    ("tests", "cases"),
    ("examples", "cases"),
    ("validators", "rules"),
    ("rule", "rules"),
    ("rule", "validator"),
    ("minItems", "collectionCount"),
    ("maxItems", "collectionCount"),
    ("count", "collectionCount"),
    ("required", "requiredAttribute"),
    ("length", "stringLength"),
    ("minLength", "stringLength"),
    ("maxLength", "stringLength"),
    ("enum", "validValues"),
    ("oneOf", "validValues"),
    ("enum", "values"),
    ("allowed", "values"),
    ("list", "values"),
    ("pattern", "regex"),
    ("regexp", "regex"),
    ("regex", "pattern"),
    ("regexp", "pattern"),
    ("expression", "pattern"),
    ("in", "values"),
    ("oneOf", "values"),
    ("expectedValue", "expect"),
    ("expected", "expect"),
    ("equals", "expect"),
    ("is", "expect"),
    ("value", "expect"),
    ("value", "divisor"),
    ("step", "divisor"),
    ("factor", "divisor"),
    ("otherProperty", "other"),
    ("otherPath", "other"),
    ("otherField", "other"),
    ("!==", "isNot"),
    ("!=", "isNot"),
    ("<>", "isNot"),
    ("===", "is"),
    ("==", "is"),
    ("=", "is"),
    ("<>", "ne"),
    ("format", "validFormat"),
    ("minimum", "range"),
    ("maximum", "range"),
    ("between", "range"),
    ("items", "collectionItemValidator"),
    ("and", "all"),
    ("allOf", "all"),
    ("every", "all"),
    ("or", "any"),
    ("anyOf", "any"),
    ("some", "any"),
    ("if", "when"),
    ("condition", "when"),
    ("exists", "present"),
    ("missing", "absent"),
    ("notEquals", "isNot"),
    ("ne", "isNot"),
    ("phone", "phoneNumber"),
    ("tel", "phoneNumber"),
    ("telephone", "phoneNumber"),
    ("E.164", "phoneNumber"),
    ("E164", "phoneNumber"),
    ("ip", "ipv4"),
    ("ipAddress", "ipv4"),
    ("timestamp", "dateTime"),
    ("ISO8601", "dateTime"),
    ("ISO 8601", "dateTime"),
    ("ISO-8601", "dateTime"),
    ("ISO", "dateTime"),
    ("RFC3339", "dateTime"),
    ("RFC 3339", "dateTime"),
    ("datum", "date"),
    ("uhrzeit", "time"),
    ("telefon", "phoneNumber"),
    ("telefonnummer", "phoneNumber"),
    ("timeSpan", "duration"),
    ("seconds", "duration"),
    ("incoming", "inbound"),
    ("in", "inbound"),
    ("outgoing", "outbound"),
    ("out", "outbound"),
    ("e-mail", "email"),
    ("uuid", "guid"),
    ("url", "uri"),
    ("mail", "email"),
    ("host", "hostname"),
    ("transportProtocol", "transport"),
    ("protocol", "transport"),
    ("int", "integer"),
    ("float", "number"),
    ("bool", "boolean"),
    ("chars", "codePoints"),
    ("characters", "codePoints"),
    ("==", "eq"),
    ("=", "eq"),
    ("!=", "ne"),
    ("acgs", "accessControlGroups"),
    ("owner", "id"),
    ("user", "id"),
    ("name", "id"),
    ("userId", "id"),
    ("objectId", "id"),
    ("ext", "extension"),
    ("number", "extension"),
    ("phoneNumber", "extension"),
    ("type", "kind"),
    ("count", "keywords"),
    ("<", "lt"),
    ("<=", "le"),
    (">", "gt"),
    (">=", "ge"),
];

/// Names that are similar, but have another meaning.
const UNRELATED: [(&str, &str); 5] =
    [("note", "not"), ("in", "is"), ("id", "is"), ("version", "featureVersion"), ("__type", "objectType")];

/// Returns the known name that is meant by another one: a synonym, the most similar name, or the one with its words.
pub(crate) fn meant<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let is_meant =
        |known: &&str| !UNRELATED.iter().any(|(one, other)| one.eq_ignore_ascii_case(name) && other == known);
    let format = || {
        let format = format_of_pattern(name)?.name();
        known.iter().copied().find(|known| *known == format)
    };
    synonym(name, known).or_else(format).or_else(|| probable(name, known.iter().copied()).filter(is_meant))
}

/// Returns the format that is meant by a pattern of dates or times, such as `yyyy-MM-dd`, `%H:%M` or `TT.MM.JJJJ`, or by an
/// example such as `2012-02-28` or `28.02.2012`.
fn format_of_pattern(name: &str) -> Option<Format> {
    const MAX_LENGTH: usize = 40;
    if name.len() > MAX_LENGTH {
        return None;
    }
    let pattern = name.to_lowercase();
    // The letters of years, months, days, hours, minutes, seconds, fractions and offsets in English, German and French.
    let is_pattern = pattern.chars().all(|character| !character.is_alphabetic() || "yjamdthsfzxk".contains(character));
    let has = |parts: &[&str]| is_pattern && parts.iter().any(|part| pattern.contains(part));
    let is_example = pattern.chars().any(|character| character.is_ascii_digit())
        && pattern.chars().all(|character| character.is_ascii_digit() || "-./:tz+ ".contains(character));
    let count = |separators: &[char]| pattern.matches(separators).count();
    let has_date = has(&["yy", "jjjj", "aaaa", "%y", "mm/dd", "dd/mm", "dd.mm", "tt.mm"])
        || (is_example && count(&['-', '.', '/']) >= 2);
    let has_time = has(&["hh", "%h", "h:m"]) || (is_example && count(&[':']) > 0);
    match (has_date, has_time) {
        (true, true) => Some(Format::DateTime),
        (true, false) => Some(Format::Date),
        (false, true) => Some(Format::Time),
        (false, false) => None,
    }
}

/// Returns the known name for which another one is a synonym.
pub(crate) fn synonym<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let mut meant = SYNONYMS.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
    meant.find_map(|(_, meant)| known.iter().copied().find(|known| known == meant))
}

#[cfg(test)]
mod tests {
    use super::{Format, format_of_pattern, meant, synonym};
    use crate::vocabulary::WordEnum;

    #[test]
    fn a_synonym_suggests_what_is_known() {
        assert_eq!(synonym("maxLength", &["min", "max"]), Some("max"));
        assert_eq!(synonym("maxLength", &["stringLength"]), Some("stringLength"));
        assert_eq!(synonym("AND", &["any", "all"]), Some("all"));
        assert_eq!(synonym("maxLength", &["pattern"]), None);
    }

    #[test]
    fn a_pattern_or_an_example_of_dates_or_times_means_a_format() {
        for (name, format) in [
            ("yyyy-MM-dd", "date"),
            ("YYYY-MM-DD", "date"),
            ("dd.MM.yyyy", "date"),
            ("MM/dd/yy", "date"),
            ("yyyyMMdd", "date"),
            ("TT.MM.JJJJ", "date"),
            ("%Y-%m-%d", "date"),
            ("2024-02-29", "date"),
            ("29.02.2024", "date"),
            ("Date", "date"),
            ("HH:mm", "time"),
            ("hh:mm:ss", "time"),
            ("%H:%M", "time"),
            ("09:38", "time"),
            ("yyyy-MM-dd'T'HH:mm:ssZ", "dateTime"),
            ("dd.MM.yyyy HH:mm", "dateTime"),
            ("2024-02-29T17:30:00Z", "dateTime"),
            ("ISO8601", "dateTime"),
            ("date-time", "dateTime"),
            ("uuid", "guid"),
        ] {
            assert_eq!(meant(name, Format::WORDS), Some(format), "{name}");
        }
        for name in ["day", "add", "", "5", "1.5", "00", "%", "mmm", "ham", "jazz", &"yyyy-MM-dd".repeat(9)] {
            assert_eq!(format_of_pattern(name), None, "{name}");
        }
    }
}
