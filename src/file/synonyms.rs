//! Names, in any case, in other libraries and JSON Schema with the corresponding names in rule files.

use crate::suggest::probable;

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
const UNRELATED: [(&str, &str); 3] = [("note", "not"), ("in", "is"), ("version", "featureVersion")];

/// Returns the known name that is meant by another one: a synonym, the most similar name, or the one with its words.
pub(crate) fn meant<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let is_meant =
        |known: &&str| !UNRELATED.iter().any(|(one, other)| one.eq_ignore_ascii_case(name) && other == known);
    synonym(name, known).or_else(|| probable(name, known.iter().copied()).filter(is_meant))
}

/// Returns the known name for which another one is a synonym.
pub(crate) fn synonym<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let mut meant = SYNONYMS.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
    meant.find_map(|(_, meant)| known.iter().copied().find(|known| known == meant))
}

#[cfg(test)]
mod tests {
    use super::synonym;

    #[test]
    fn a_synonym_suggests_what_is_known() {
        assert_eq!(synonym("maxLength", &["min", "max"]), Some("max"));
        assert_eq!(synonym("maxLength", &["stringLength"]), Some("stringLength"));
        assert_eq!(synonym("AND", &["any", "all"]), Some("all"));
        assert_eq!(synonym("maxLength", &["pattern"]), None);
    }
}
