//! What comes from a rule file or directory file is escaped in messages, like what comes from a body.

use icws_schema::directory::InMemoryDirectory;
use icws_schema::rules::{ObjectChecker, ObjectContext, RuleSet};
use serde_json::{Value, json};

const HOSTILE: &str = "a\n/other.json: valid\u{1b}\u{202e}\u{3164}\u{85}b";
const ESCAPED: &str = r"a\n/other.json: valid\u{1b}\u{202e}\u{3164}\u{85}b";

#[track_caller]
fn is_escaped(message: &str) {
    assert!(message.contains(ESCAPED), "{message}");
    assert!(!message.contains(['\n', '\u{1b}', '\u{202e}', '\u{3164}', '\u{85}']), "{message:?}");
}

#[test]
fn in_what_a_rule_requires() {
    let required = |rule: Value, body: Value| {
        let checker = ObjectChecker::from_json(json!({"rules": [rule]}).to_string()).unwrap();
        let report = checker.check(body.to_string(), &ObjectContext::new());
        let problem = report.iter().next().map(ToString::to_string);
        is_escaped(&problem.unwrap_or_else(|| report.unchecked()[0].to_string()));
    };
    required(json!({"validator": "regex", "property": "v", "pattern": HOSTILE}), json!({"v": "x"}));
    required(json!({"validator": "validValues", "property": "v", "values": [HOSTILE]}), json!({"v": "x"}));
    required(json!({"validator": "attributeExistence", "property": "", "required": [HOSTILE]}), json!({}));
    required(json!({"validator": "attributeExistence", "property": "", "forbidden": [HOSTILE]}), json!({HOSTILE: 1}));
    let other = json!({"validator": "otherAttributeValue", "property": "v", "other": HOSTILE, "expect": {"is": 1}});
    required(other, json!({"v": 1, HOSTILE: 2}));
    let pairs = json!({"validator": "characterDelimitedKVPairs", "property": "v", "pairDelimiter": ";", "keyDelimiter": "=", "keys": [HOSTILE]});
    required(pairs, json!({"v": "x=1"}));
    let alphabet = json!({"validator": "pronunciationValidator", "property": "v", "separator": " ", "alphabet": [HOSTILE.replace(' ', "")]});
    let checker = ObjectChecker::from_json(json!({"rules": [alphabet]}).to_string()).unwrap();
    let message = checker.check(json!({"v": "x"}).to_string(), &ObjectContext::new()).to_string();
    assert!(!message.contains(['\u{1b}', '\u{202e}', '\u{3164}']), "{message:?}");
}

#[test]
fn in_problems_of_rule_and_directory_files() {
    let rejected = |file: Value| RuleSet::from_json(file.to_string()).unwrap_err().problems()[0].to_string();
    is_escaped(&rejected(json!({HOSTILE: 1, "rules": []})));
    is_escaped(&rejected(json!({"rules": [{"validator": HOSTILE, "property": "v"}]})));
    is_escaped(&rejected(
        json!({"rules": [{"validator": "pronunciationValidator", "property": "v", "alphabet": [HOSTILE], "separator": HOSTILE}]}),
    ));
    let directory = json!({"attendantProfiles": [{"id": "a", "kind": HOSTILE}]});
    is_escaped(&InMemoryDirectory::from_json(directory.to_string()).unwrap_err().problems()[0].to_string());
}
