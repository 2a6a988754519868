//! The messages for rule files, directory files, state files and case files that are rejected.
//!
//! The inputs are the rejected cases of `data/cases`, and those here for what these do not reach. Each message is shown once, with the first
//! file that gets it.

use super::pin;
use crate::sorted::sorted;
use crate::validators::{cases, files, folder, load, validators};
use icws_schema::cases::{CaseError, CaseFile};
use icws_schema::directory::InMemoryDirectory;
use icws_schema::endpoint::State;
use icws_schema::file::{LoadError, LoadExpected, LoadProblem, LoadProblemKind};
use icws_schema::rules::{RequestChecker, RuleSet};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Rejected files with their messages, if there is a new message among them.
#[derive(Default)]
struct Rendered {
    text: String,
    seen: BTreeSet<String>,
}

impl Rendered {
    fn add(&mut self, what: &str, file: &str, rejected: &LoadError) {
        assert_serialized(file, rejected);
        let new: Vec<_> = rejected.problems().iter().map(|problem| self.seen.insert(message(problem))).collect();
        if new.contains(&true) {
            let file = match file.char_indices().nth(300) {
                Some((at, _)) => format!("{} ... {} bytes", &file[..at], file.len()),
                None => file.to_owned(),
            };
            let rejected = rejected.to_string();
            let rejected = rejected.replace(&"/rules/0".repeat(33), "(/rules/0 33 times)");
            self.text += &format!("# {what}\n{file}\n{rejected}\n\n");
        }
    }
}

/// An error serializes as its schema describes, and each problem is at what its offset and length are of.
#[track_caller]
fn assert_serialized(file: &str, rejected: &LoadError) {
    static SCHEMA: LazyLock<jsonschema::Validator> =
        LazyLock::new(|| jsonschema::validator_for(icws_schema::schema::load_error().as_value()).unwrap());
    let json = serde_json::to_value(rejected).unwrap();
    let invalid: Vec<_> = SCHEMA.iter_errors(&json).map(|error| error.to_string()).collect();
    assert!(invalid.is_empty(), "{json}\n{invalid:?}");
    let file = file.trim_start_matches('\u{feff}');
    for (problem, json) in rejected.iter().zip(json["problems"].as_array().unwrap()) {
        assert!(problem.to_string().ends_with(json["message"].as_str().unwrap()), "{problem}: {json}");
        let place = [problem.offset(), problem.length()].map(|place| usize::try_from(place.unwrap()).unwrap());
        let wrong = &file[place[0]..place[0] + place[1]];
        match problem.kind() {
            LoadProblemKind::MissingMember => assert_eq!(wrong, ""),
            LoadProblemKind::Syntax(_) => {}
            _ => assert!(serde_json::from_str::<Box<serde_json::value::RawValue>>(wrong).is_ok(), "{problem}: {wrong}"),
        }
    }
}

/// A problem without where it is.
fn message(problem: &LoadProblem) -> String {
    let line = problem.to_string();
    let place = [Some(problem.pointer()), problem.parameter()].into_iter().flatten().filter(|place| !place.is_empty());
    place.fold(line, |line, place| {
        line.split_once(&format!("{place}: ")).map_or(line.clone(), |(_, rest)| rest.to_owned())
    })
}

/// The cases of every file.
fn all_cases() -> Vec<Value> {
    let parts = files(&folder().join("parts"));
    let validators = validators();
    parts
        .values()
        .flat_map(|file| cases(file).to_vec())
        .chain(validators.values().flat_map(|file| cases(file).to_vec()))
        .collect()
}

#[test]
fn of_rule_files() {
    let mut rendered = Rendered::default();
    for case in all_cases() {
        if let Err(CaseError::Rules { error: rejected, .. }) = load(&case, |_| ()) {
            let file = crate::validators::text(case.get("rulesText").unwrap_or(&case["rules"]));
            rendered.add(case["name"].as_str().unwrap(), &file, &rejected);
        }
    }
    let text = |file: Value| sorted(&file).to_string();
    let rule = |rule: Value| text(json!({"rules": [rule]}));
    let many = vec![json!({"validator": "regex", "property": "t", "pattern": "a{60000}"}); 64];
    for (what, file) in [
        ("no JSON", "{\"rules\": [\n  {\"validator\": range}]}".to_owned()),
        ("`$schema` is a text", text(json!({"$schema": 1, "rules": []}))),
        ("patterns of more than 64 MiB", text(json!({"rules": many}))),
        (
            "three at once",
            text(json!({"rules": [{"validator": "rnage"}, 5, {"validator": "range", "property": "a[0]"}]})),
        ),
        (
            "an object for the conditions of `all`",
            rule(json!({"validator": "propertyNotApplicable", "property": "v", "when": {"all": {}}})),
        ),
        (
            "an alphabet of another name",
            rule(json!({"validator": "pronunciationValidator", "property": "v", "alphabet": "arpa"})),
        ),
        (
            "parameters of other libraries",
            rule(json!({"validator": "range", "property": "v", "from": 1, "to": 4, "message": "m"})),
        ),
        (
            "a condition on a rule that has none",
            rule(json!({"validator": "requiredAttribute", "property": "v", "when": {"property": "w", "is": true}})),
        ),
    ] {
        rendered.add(what, &file, &RuleSet::from_json(&file).unwrap_err());
    }
    let range =
        |bounds: &str| format!(r#"{{"validator": "range", "property": "externalCallTimeout.actualValue", {bounds}}}"#);
    let pattern = |pattern: &str| {
        rule(json!({"validator": "regex", "property": "callForwardAllMode.actualValue", "pattern": pattern}))
    };
    for (what, file) in [
        (
            "rules of which no value satisfies both",
            format!(r#"{{"rules": [{}, {}]}}"#, range(r#""max": 5"#), range(r#""min": 6"#)),
        ),
        ("a class without brackets", pattern("^[:alpha:]+$")),
        ("a backspace for the end of a word", pattern("\u{8}All\u{8}")),
    ] {
        let checker = RequestChecker::from_json(&file).unwrap();
        let [warning] = checker.warnings() else { panic!("{:?}", checker.warnings()) };
        rendered.text += &format!("# {what}: a warning\n{file}\n{warning}\n\n");
    }
    for correct in ["^[[:alpha:]]+$", "^[a-z[:digit:]_]$", r"^[:a]\[:alpha:]", r"\bAll\b", "[:]", "[::]", "a\tb"] {
        assert_eq!(RequestChecker::from_json(pattern(correct)).unwrap().warnings(), [], "{correct}");
    }
    pin("rule_files", &rendered.text);
}

#[test]
fn of_directory_files() {
    let mut rendered = Rendered::default();
    for case in all_cases() {
        if let Err(CaseError::Directory { error: rejected, .. }) = load(&case, |_| ()) {
            let file = crate::validators::text(case.get("directory").unwrap_or(&case["directoryText"]));
            rendered.add(case["name"].as_str().unwrap(), &file, &rejected);
        }
    }
    let text = |file: Value| sorted(&file).to_string();
    for (what, file) in [
        ("no JSON", text(json!({"objects": {}})).replace("{}", "{")),
        ("no object", text(json!([]))),
        ("an object for a list", text(json!({"objects": {"user": {}}}))),
        ("a number for an id", text(json!({"objects": {"user": [{"id": 7}]}}))),
        (
            "a list for an attribute",
            text(json!({"objects": {"user": [{"id": "a", "attributes": {"extension": [1]}}]}})),
        ),
        ("a list for a parent", text(json!({"accessControlGroups": {"a": []}}))),
        ("a kind of no attendant profile", text(json!({"attendantProfiles": [{"id": "a", "kind": "inbond"}]}))),
        ("a section that is a number", text(json!({"registrationGroups": 5, "accessControlGroups": 5}))),
        ("a registration entry of no kind", text(json!({"registrationGroups": {"g": [{"transport": 2}]}}))),
        (
            "a transport that is no integer",
            text(json!({"registrationGroups": {"g": [{"line": "l", "transport": "TLS"}]}})),
        ),
        ("a boolean for an extension", text(json!({"extensions": [{"extension": true}]}))),
        ("a negative count", text(json!({"references": {"skill": {"a": -1}}}))),
        ("a text for a Boolean", text(json!({"statuses": [{"id": "a", "afterCallWork": "yes"}]}))),
        (
            "a keyword set listed twice",
            text(json!({"keywordSets": [{"id": "a", "keywords": 1}, {"id": "A", "keywords": 2}]})),
        ),
        ("a status listed twice", text(json!({"statuses": [{"id": "b"}, {"id": "B"}]}))),
        ("names that compare equal", text(json!({"mailboxes": {"m": [], "M": []}}))),
    ] {
        rendered.add(what, &file, &InMemoryDirectory::from_json(&file).unwrap_err());
    }
    for (what, file) in [
        (
            "an owner of an extension that is no user",
            json!({"objects": {"user": []}, "extensions": [{"extension": "1", "id": "a"}]}),
        ),
        ("a parent that is no group", json!({"accessControlGroups": {"a": "b"}})),
        ("groups in a loop", json!({"accessControlGroups": {"a": "b", "b": "a"}})),
        (
            "ranges of extensions",
            json!({"extensions": ["8004-8010", {"extension": "8020 - 8029"}, "8001-1", "555-0100", "8042"]}),
        ),
        (
            "types in the plural",
            json!({"objects": {"users": [{"id": "a"}]}, "references": {"Roles": {}}, "extensions": [{"extension": "1", "objectType": "stations", "id": "b"}]}),
        ),
        (
            "backslashes that JSON reads as escapes",
            json!({"objects": {"user": [
                {"id": "CORP\tjane", "attributes": {"ntDomainUser": "CORP\u{8}en", "home": "\\server", "address": "Hall\nBern", "otherUser": "CORP\ntran", "userNotes": "a b\nc", "x": "a b\tc"}},
                {"id": "\\\\server\\a"}, {"id": "CORP\\jane"}]},
                "networkAdapters": ["\\server", "a\nb", "a\rb", "a\u{c}b"], "mailboxes": {"a\tb": ["c\u{1}d"]}, "extensions": ["80\t01"]}),
        ),
    ] {
        let file = text(file);
        rendered.text += &format!("# {what}: a warning\n{file}\n");
        for warning in InMemoryDirectory::from_json(&file).unwrap().warnings() {
            rendered.text += &format!("{warning}\n");
        }
        rendered.text.push('\n');
    }
    pin("directory_files", &rendered.text);
}

#[test]
fn of_state_files() {
    let mut rendered = Rendered::default();
    let user = |user: Value| json!({"version": 1, "users": [user]});
    let view = |view: Value| user(json!({"id": "jane", "view": view}));
    let session = |name: &str, value: Value| {
        let mut session = json!({"id": "1984", "token": "t", "cookie": "a=b", "user": "jane"});
        session[name] = value;
        json!({"version": 1, "users": [{"id": "jane"}], "sessions": [session]})
    };
    let twice = json!({"id": "1984", "token": "t", "user": "jane"});
    for (what, file) in [
        ("no version", json!({})),
        ("another version", json!({"version": 2})),
        ("a negative feature version", json!({"version": 1, "featureVersion": -1})),
        ("an unknown member", json!({"version": 1, "user": []})),
        ("a user id that cannot be sent", user(json!({"id": ".."}))),
        ("a user with an unknown member", user(json!({"id": "jane", "name": "Jane"}))),
        ("two users with an id", json!({"version": 1, "users": [{"id": "jane"}, {"id": "Jane"}]})),
        (
            "a role that is not there",
            json!({"version": 1, "users": [{"id": "jane", "roles": ["agnet"]}], "roles": [{"id": "Agent"}]}),
        ),
        ("a source with an unknown member", json!({"version": 1, "roles": [{"id": "Agent", "values": {}}]})),
        ("an unknown allocation", user(json!({"id": "jane", "licenses": {"allocation": "asignable"}}))),
        ("licenses with an unknown member", user(json!({"id": "jane", "licenses": {"license": []}}))),
        (
            "a media level with an unknown member",
            user(json!({"id": "jane", "licenses": {"mediaLevel": {"license": "a", "types": []}}})),
        ),
        ("a license with an unknown member", json!({"version": 1, "licenses": [{"id": "a", "count": 1}]})),
        (
            "counts with an unknown member",
            json!({"version": 1, "licenses": [{"id": "a", "assignable": {"allowed": 1, "configured": 1, "max": 1}}]}),
        ),
        ("a value of a view of another type", view(json!({"screenCalls": {"actualValue": 1}}))),
        (
            "a number of another size in a view",
            view(json!({"followMe": [{"phoneNumber": "1", "timeout": 1e10, "usePin": true}]})),
        ),
        ("a view of another type", view(json!({"__type": "urn:inin.com:configuration.people:user"}))),
        ("a session with an unknown member", session("name", json!("x"))),
        ("sessions that are a string", json!({"version": 1, "sessions": "SECRET"})),
        ("sessions that are a number", json!({"version": 1, "sessions": 7})),
        ("a session that is a string", json!({"version": 1, "sessions": ["SECRET"]})),
        ("a session with a misspelt member", json!({"version": 1, "sessions": [{"id": "1", "tokn": "SECRET"}]})),
        ("a session of a user that is a number", session("user", json!(7))),
        ("a session id that cannot be sent", session("id", json!(".."))),
        ("a token that cannot be sent", session("token", json!("a\nb"))),
        ("a cookie without a value", session("cookie", json!("a"))),
        ("a session of an unknown user", session("user", json!("jnae"))),
        ("two sessions with an id", json!({"version": 1, "users": [{"id": "jane"}], "sessions": [twice, twice]})),
    ] {
        let file = sorted(&file).to_string();
        rendered.add(what, &file, &State::from_json(&file).unwrap_err());
    }
    pin("state_files", &rendered.text);
}

#[test]
fn of_case_files() {
    let mut rendered = Rendered::default();
    let case = |case: Value| json!({"cases": [case]});
    let expected = |problem: Value| case(json!({"name": "a", "body": {}, "expected": {"problems": [problem]}}));
    let rule = json!({"validator": "rnage", "property": "folowMe", "min": 1});
    for (what, file) in [
        ("no cases", json!({"case": []})),
        ("an unknown member", json!({"cases": [], "rulez": "rules.json"})),
        ("a case without a name", case(json!({"body": {}}))),
        ("a case with an unknown member", case(json!({"name": "a", "bdy": {}, "body": {}}))),
        ("a case without a body", case(json!({"name": "a"}))),
        ("a case with two bodies", case(json!({"name": "a", "body": {}, "text": "{}"}))),
        ("another object", case(json!({"name": "a", "object": "requests", "body": {}}))),
        ("rules that are a number", case(json!({"name": "a", "rules": 1, "body": {}}))),
        ("no rules in an array", case(json!({"name": "a", "rules": [], "body": {}}))),
        ("a directory that is an array", case(json!({"name": "a", "directory": [], "body": {}}))),
        ("a subject with an unknown member", case(json!({"name": "a", "subject": {"ID": "jane"}, "body": {}}))),
        ("a check with an unknown member", case(json!({"name": "a", "checks": {"c": {"reject": []}}, "body": {}}))),
        ("a problem without a place", expected(json!({"validator": 5}))),
        ("a path for a pointer", expected(json!({"validator": 5, "pointer": "followMe[0].timeout"}))),
        ("rules alone", json!({"rules": {"rules": []}})),
        ("a problem of an unknown validator", expected(json!({"validator": "rnage", "pointer": ""}))),
        ("a problem with an unknown member", expected(json!({"validator": 5, "path": "", "pointer": ""}))),
        (
            "an unchecked rule with an unknown member",
            case(json!({"name": "a", "body": {}, "expected": {"unchecked": [{"validator": 5, "rules": ""}]}})),
        ),
        ("an expectation with an unknown member", case(json!({"name": "a", "body": {}, "expected": {"problem": []}}))),
        ("a rejection with an unknown member", case(json!({"name": "a", "rejectedRules": {"point": ""}}))),
        ("rules with mistakes", json!({"rules": {"rules": [rule]}, "cases": [{"name": "a", "body": {}}]})),
        ("a directory with a mistake", case(json!({"name": "a", "directory": {"extension": []}, "body": {}}))),
    ] {
        let file = sorted(&file).to_string();
        rendered.add(what, &file, &CaseFile::from_json(&file).unwrap_err());
    }
    pin("case_files", &rendered.text);
}

/// The phrase that no message here has: what is meant by `duplicate`.
const UNREACHED: [&str; 1] = ["UniqueMember"];

#[test]
fn every_message_of_the_catalogue_is_pinned() {
    let pinned = |name: &str| std::fs::read_to_string(format!("tests/messages/snapshots/{name}.snap")).unwrap();
    let pinned = pinned("rule_files") + &pinned("directory_files") + &pinned("state_files") + &pinned("case_files");
    for (name, phrase) in LoadExpected::CATALOGUE {
        // What is between the fields of a phrase.
        let parts: Vec<_> = phrase.split(['{', '}']).step_by(2).collect();
        let is_in = |line: &str| {
            parts.iter().try_fold(line, |rest, part| rest.find(part).map(|at| &rest[at + part.len()..])).is_some()
        };
        assert_eq!(pinned.lines().any(is_in), !UNREACHED.contains(name), "{name}: {phrase}");
    }
}
