//! Patterns of the schemas: they compile in every regular expression engine, with the same meaning.

use super::parsed;
use icws_schema::rules::RuleSet;
use icws_schema::schema::request_with_rules;
use serde_json::{Value, json};

fn patterns(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            found.extend(members.get("pattern").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|inner| patterns(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|item| patterns(item, found)),
        _ => {}
    }
}

/// The pattern of the schema under a rule for a string.
#[track_caller]
fn pattern_of(rule: &Value) -> String {
    let mut rule = rule.clone();
    rule["property"] = "callForwardAllMode.actualValue".into();
    let set = RuleSet::from_json(json!({"rules": [rule]}).to_string()).unwrap();
    let with_rules = request_with_rules(&set);
    assert!(with_rules.omitted.iter().all(|rule| rule.is_partial), "{:?}", with_rules.omitted);
    let mut found = Vec::new();
    patterns(with_rules.schema.as_value(), &mut found);
    let [pattern] = &found[..] else { panic!("{found:?}") };
    pattern.clone()
}

/// Only characters, classes, groups, repetitions, alternatives and anchors: no group that begins with `?`, no class by a letter, and no escape but that
/// of punctuation and of a byte.
#[track_caller]
fn assert_plain(pattern: &str) {
    assert!(regex::Regex::new(pattern).is_ok(), "{pattern}");
    assert!(!pattern.contains("(?"), "{pattern}");
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            let escaped = characters.next().unwrap();
            assert!(escaped.is_ascii_punctuation() || escaped == 'x', "{pattern}: \\{escaped}");
        }
    }
}

#[test]
fn patterns_of_files_and_rules_are_plain() {
    let mut found = Vec::new();
    parsed().iter().for_each(|(_, schema)| patterns(schema, &mut found));
    patterns(request_with_rules(&RuleSet::recommended()).schema.as_value(), &mut found);
    assert!(found.len() > 1, "{found:?}");
    found.iter().for_each(|pattern| assert_plain(pattern));
}

#[test]
fn a_pattern_of_a_rule_is_written_with_plain_tokens() {
    for (pattern, expected) in [
        ("^[a-z]+$", "^[a-z]+$"),
        (r"\A\+?[0-9]{3,}\z", r"^\+?[0-9]{3,}$"),
        ("b|^é$", "b|^é$"),
        ("(?i)^ab$", "^[Aa][Bb]$"),
        (r"^(?P<name>x\.y)*?$", r"^(x\.y)*$"),
        (r"^(ab){2}c{1,3}$", "^(ab){2}c{1,3}$"),
        (r"[^\x00-\x1f]", r"[^\x00-\x1f]"),
        (r"[\[\]\-\^\\]", r"[\-\[-\^]"),
        ("(?s)a.", "a[\\x00-\u{10ffff}]"),
        (r"\$\(\{", r"\$\(\{"),
    ] {
        let found = pattern_of(&json!({"validator": "regex", "pattern": pattern}));
        assert_plain(&found);
        assert_eq!(found, expected, "{pattern}");
    }
}

#[test]
fn formats_and_forbidden_characters_are_plain() {
    let formats = [
        "date",
        "time",
        "dateTime",
        "duration",
        "guid",
        "uri",
        "email",
        "ipv4",
        "ipv6",
        "hostname",
        "integer",
        "number",
        "phoneNumber",
    ];
    for format in formats {
        assert_plain(&pattern_of(&json!({"validator": "validFormat", "format": format})));
    }
    let forbidden = pattern_of(&json!({"validator": "invalidCharacters", "characters": r"\/:*<>|^-]["}));
    assert_plain(&forbidden);
    assert_eq!(forbidden, r"^[^\x00-\x1f\x7f-\x9f*\-/:<>\[\\\]\^|]*$");
}

#[test]
fn sequences_of_symbols_are_plain() {
    let symbols =
        pattern_of(&json!({"validator": "pronunciationValidator", "alphabet": ["a", "b.c"], "separator": "-"}));
    assert_eq!(symbols, r"^(a|b\.c)(-(a|b\.c))*$");
    let arpabet = pattern_of(&json!({"validator": "pronunciationValidator", "alphabet": "arpabet"}));
    assert_plain(&arpabet);
    let arpabet = regex::Regex::new(&arpabet).unwrap();
    assert!(arpabet.is_match("HH AH0 L OW1") && !arpabet.is_match("HH1") && !arpabet.is_match(""));
}

#[test]
fn syntax_that_engines_do_not_share_is_omitted() {
    let patterns = [r"\bx", "(?m)^x$", "^x{1001}$", "^(x{100}){11}$", r"^\w$"];
    let patterns = patterns.map(|pattern| json!({"validator": "regex", "pattern": pattern}));
    // Ambiguous symbols make backtracking engines exponential.
    let symbols = [json!(["a", "ab", "b"]), json!("arpabet")];
    let symbols = symbols.map(|one| json!({"validator": "pronunciationValidator", "alphabet": one, "separator": ""}));
    for mut rule in patterns.into_iter().chain(symbols) {
        rule["property"] = "callForwardAllMode.actualValue".into();
        let set = RuleSet::from_json(json!({"rules": [&rule]}).to_string()).unwrap();
        let omitted = request_with_rules(&set).omitted;
        assert!(omitted.len() == 1 && !omitted[0].is_partial, "{rule}: {omitted:?}");
    }
}
