//! Names in other libraries and JSON Schema with the corresponding names in rule files.

/// A name in another library, and the corresponding name in rule files.
const SYNONYMS: [(&str, &str); 34] = [
    ("minimum", "min"),
    ("minLength", "min"),
    ("minItems", "min"),
    ("maximum", "max"),
    ("maxLength", "max"),
    ("maxItems", "max"),
    ("comment", "note"),
    ("$comment", "note"),
    ("description", "note"),
    ("equals", "is"),
    ("eq", "is"),
    ("const", "is"),
    ("path", "property"),
    ("field", "property"),
    ("type", "validator"),
    ("rule", "validator"),
    ("required", "requiredAttribute"),
    ("length", "stringLength"),
    ("minLength", "stringLength"),
    ("maxLength", "stringLength"),
    ("enum", "validValues"),
    ("oneOf", "validValues"),
    ("enum", "values"),
    ("pattern", "regex"),
    ("regexp", "regex"),
    ("regex", "pattern"),
    ("format", "validFormat"),
    ("minimum", "range"),
    ("maximum", "range"),
    ("items", "collectionItemValidator"),
    ("<", "lt"),
    ("<=", "le"),
    (">", "gt"),
    (">=", "ge"),
];

/// Returns the known name that corresponds to another one.
pub(super) fn synonym<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let mut meant = SYNONYMS.iter().filter(|(other, _)| *other == name);
    meant.find_map(|(_, meant)| known.iter().copied().find(|known| known == meant))
}

#[cfg(test)]
mod tests {
    use super::synonym;

    #[test]
    fn a_synonym_suggests_what_is_known() {
        assert_eq!(synonym("maxLength", &["min", "max"]), Some("max"));
        assert_eq!(synonym("maxLength", &["stringLength"]), Some("stringLength"));
        assert_eq!(synonym("maxLength", &["pattern"]), None);
    }
}
