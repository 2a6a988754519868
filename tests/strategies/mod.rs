#[cfg(feature = "rules")]
mod requests;

use crate::representations::representations;
use icws_schema::report::{Comment, ProblemKind, SyntaxError, Unexpected, UnexpectedToken};
use icws_schema::strategy::{InvalidCase, invalid_json, samples, valid_json};
use icws_schema::{ParseOptions, Representation, body::*, codes::*, from_slice, from_value, report};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

macro_rules! run {
    ([$test:ident], $Type:ident, $direction:ident) => {
        $test::<$Type>();
    };
}

/// Runs a test for each representation and code list.
macro_rules! each {
    ($test:ident) => {
        representations! { run [$test] }
    };
}

fn parses_back<T>()
where
    T: Representation + Arbitrary + Serialize + DeserializeOwned + PartialEq,
{
    for value in samples(any::<T>(), 1).take(200) {
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(from_slice::<T>(&text).unwrap(), value, "{text}");
        assert!(ParseOptions::new().check::<T>(&text).is_valid(), "{text}");
        assert_eq!(serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
        // A `Value` rounds numbers to f64.
        let json = serde_json::to_value(&value).unwrap();
        let rounded = from_slice::<T>(json.to_string()).unwrap();
        assert_eq!(from_value::<T>(&json).unwrap(), rounded, "{text}");
        assert_eq!(serde_json::from_value::<T>(json).unwrap(), rounded, "{text}");
    }
}

#[test]
fn generated_values_are_parsed_back() {
    each!(parses_back);
}

fn serializes_back<T: Representation + Serialize>() {
    for text in samples(valid_json::<T>(), 2).take(200) {
        let value: T = from_slice(&text).unwrap_or_else(|report| panic!("{report}\n{text}"));
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), json, "{text}");
    }
}

#[test]
fn valid_json_is_serialized_back_to_equal_json() {
    each!(serializes_back);
}

fn has_one_problem<T: Representation>() {
    for case in samples(invalid_json::<T>(), 3).take(1000) {
        assert_one_problem::<T>(&case);
    }
}

#[track_caller]
fn assert_one_problem<T: Representation>(case: &InvalidCase) {
    let report = ParseOptions::new().check::<T>(&case.body);
    let problems: Vec<_> = report.problems().iter().map(|problem| (problem.pointer(), problem.kind())).collect();
    assert_eq!(problems, [(case.pointer.clone(), case.kind)], "{case:#?}\n{report}");
    let is_json = serde_json::from_str::<Value>(&case.body);
    match (case.kind, is_json) {
        (ProblemKind::Syntax(_), other) => assert!(other.is_err(), "{case:#?}"),
        (_, other) => {
            assert!(other.is_ok() || report.problems()[0].found() == Unexpected::OutOfRangeF64, "{case:#?}");
        }
    }
}

#[test]
fn invalid_json_has_exactly_one_problem() {
    each!(has_one_problem);
}

#[test]
fn shrinking_keeps_the_problem() {
    fn shrinks<T: Representation>() {
        let mut runner = TestRunner::deterministic();
        let strategy = invalid_json::<T>();
        for _ in 0..20 {
            let mut tree = strategy.new_tree(&mut runner).unwrap();
            let kind = tree.current().kind;
            let mut steps = 0;
            while tree.simplify() {
                assert_one_problem::<T>(&tree.current());
                assert_eq!(tree.current().kind, kind);
                steps += 1;
                assert!(steps < 1000, "shrinking does not end");
            }
        }
    }
    each!(shrinks);
}

/// Returns a pointer with `*` for every index.
fn member(pointer: &str) -> String {
    let steps = pointer.split('/').map(|step| if step.parse::<usize>().is_ok() { "*" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

#[test]
fn every_member_and_every_kind_of_problem_is_generated() {
    let mut members = BTreeSet::new();
    let mut kinds = BTreeMap::<_, BTreeSet<_>>::new();
    for case in samples(invalid_json::<UserClientConfigurationProperties>(), 4).take(5000) {
        let pointer = member(&case.pointer);
        let mut steps = pointer.splitn(3, '/').skip(1);
        let first = steps.next().unwrap_or_default().to_owned();
        kinds.entry(case.kind.as_str()).or_default().insert(steps.next().unwrap_or_default().to_owned());
        if !matches!(case.kind, ProblemKind::UnknownMember) {
            members.insert(first);
        }
    }
    let valid = samples(any::<UserClientConfigurationProperties>(), 4).take(100);
    let known: BTreeSet<_> = valid
        .flat_map(|value| serde_json::to_value(value).unwrap().as_object().unwrap().clone())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(known.len(), 26, "25 members and `__type`");
    assert!(known.is_subset(&members));

    let inheritable = [
        ("missing", "actualValue"),
        ("type", "effectiveValue"),
        ("duplicateMember", "inheritedValue"),
        ("type", "inheritedFrom"),
        ("null", "inheritedFrom/*"),
        ("null", "inheritedFrom/*/values"),
        ("unknownCode", "inheritedFrom/*/objectType"),
        ("missing", "inheritedFrom/*/from/id"),
        ("type", "inheritedFrom/*/from/displayName"),
        ("null", "inheritedFrom/*/from/uri"),
        ("typeTag", "__type"),
    ];
    for (kind, member) in inheritable {
        assert!(kinds[kind].contains(member), "{kind} {member}");
    }
    let reached: BTreeSet<_> =
        samples(invalid_json::<FollowMe>(), 4).take(2000).map(|case| (case.kind.as_str(), case.pointer)).collect();
    for member in ["/phoneNumber", "/timeout", "/usePin"] {
        for kind in ["missing", "null", "type", "duplicateMember"] {
            assert!(reached.contains(&(kind, member.to_owned())), "{kind} {member}");
        }
    }
    let all = ["duplicateMember", "missing", "null", "syntax", "type", "typeTag", "unknownCode", "unknownMember"];
    assert!(kinds.keys().copied().eq(all));
}

/// Returns what parsing finds in invalid bodies, and the pointers of the problems of those that are JSON.
fn findings<T: Representation>() -> (Vec<Unexpected>, BTreeSet<String>) {
    let mut found = Vec::new();
    let mut pointers = BTreeSet::new();
    for case in samples(invalid_json::<T>(), 5).take(3000) {
        let report = ParseOptions::new().check::<T>(&case.body);
        found.extend(report.problems().iter().map(report::Problem::found));
        if !matches!(case.kind, ProblemKind::Syntax(_)) {
            pointers.insert(member(&case.pointer));
        }
    }
    (found, pointers)
}

#[test]
fn every_unexpected_value_is_generated() {
    let (mut found, _) = findings::<UserClientConfigurationProperties>();
    let (found_in_responses, pointers) = findings::<ConfigurationError>();
    found.extend(found_in_responses);
    for expected in [
        Unexpected::Missing,
        Unexpected::Null,
        Unexpected::Boolean,
        Unexpected::Number,
        Unexpected::NonInteger,
        Unexpected::OutOfRangeI32,
        Unexpected::OutOfRangeF64,
        Unexpected::String(0),
        Unexpected::Array,
        Unexpected::Object,
        Unexpected::UnknownCode(0),
        Unexpected::UnknownMember,
        Unexpected::DuplicateMember,
    ] {
        assert!(found.iter().any(|found| discriminant(found) == discriminant(&expected)), "{expected}");
    }
    for error in [
        SyntaxError::UnexpectedEof(None),
        SyntaxError::ByteOrderMark,
        SyntaxError::ExpectedValue(UnexpectedToken::String),
        SyntaxError::ExpectedKey(UnexpectedToken::String),
        SyntaxError::ExpectedColon(UnexpectedToken::String),
        SyntaxError::ExpectedCommaOrBrace(UnexpectedToken::String),
        SyntaxError::ExpectedCommaOrBracket(UnexpectedToken::String),
        SyntaxError::TrailingCharacters(UnexpectedToken::String),
        SyntaxError::TrailingComma,
        SyntaxError::Comment(Comment::Block),
        SyntaxError::LeadingZero,
        SyntaxError::InvalidNumber(UnexpectedToken::String),
        SyntaxError::ControlCharacter('\t'),
        SyntaxError::InvalidEscape('x'),
        SyntaxError::InvalidUnicodeEscape('x'),
        SyntaxError::LoneSurrogate(0xd800),
        SyntaxError::RecursionLimit,
    ] {
        let is_found = |found: &Unexpected| matches!(found, Unexpected::Syntax(other) if discriminant(other) == discriminant(&error));
        assert!(found.iter().any(is_found), "{error}");
    }
    // `__type`, unknown members, names that a pointer escapes, the root.
    for expected in ["/__type", "/licenseErrors/*/license/__type", "/a~1b~0c", "/errorCode/*", "/errorCode/a", ""] {
        assert!(pointers.contains(expected), "{expected}");
    }
}

/// Returns the value with which a failing test is reported.
fn smallest<S: Strategy>(strategy: S, holds: impl Fn(&S::Value) -> bool) -> S::Value {
    let mut runner = TestRunner::new_with_rng(
        Config { failure_persistence: None, cases: 2000, ..Config::default() },
        TestRunner::deterministic().rng().clone(),
    );
    let test = |value| if holds(&value) { Ok(()) } else { Err(TestCaseError::fail("")) };
    match runner.run(&strategy, test) {
        Err(TestError::Fail(_, value)) => value,
        other => panic!("no failure: {other:?}"),
    }
}

fn smallest_json<T: Arbitrary + Serialize>(holds: impl Fn(&T) -> bool) -> String {
    serde_json::to_string(&smallest(any::<T>(), holds)).unwrap()
}

#[test]
fn failures_shrink_to_readable_values() {
    type Update = UserClientConfigurationProperties;
    assert_eq!(smallest_json::<Update>(|_| false), "{}");
    assert_eq!(
        smallest_json(|update: &Update| update.external_call_timeout.actual().is_none_or(|seconds| *seconds <= 300)),
        r#"{"externalCallTimeout":{"actualValue":301}}"#
    );
    assert_eq!(
        smallest_json(|update: &Update| update.call_forward_all_mode.actual().is_none_or(|mode| !mode.contains('"'))),
        r#"{"callForwardAllMode":{"actualValue":"\""}}"#
    );
    assert_eq!(
        smallest_json(|update: &Update| update.follow_me.value().is_none_or(|numbers| numbers.len() < 3)),
        r#"{"followMe":[{"phoneNumber":"","timeout":0,"usePin":false},{"phoneNumber":"","timeout":0,"usePin":false},{"phoneNumber":"","timeout":0,"usePin":false}]}"#
    );
    assert_eq!(
        smallest_json(|update: &Update| update
            .follow_me
            .value()
            .is_none_or(|numbers| numbers.iter().all(|n| n.phone_number.len() < 4))),
        r#"{"followMe":[{"phoneNumber":"aaaa","timeout":0,"usePin":false}]}"#
    );
    assert_eq!(
        smallest_json(|view: &UserClientConfigurationView| view.screen_calls.value().is_none_or(|setting| {
            setting
                .inherited_from
                .value()
                .is_none_or(|sources| sources.iter().all(|source| source.object_type != InheritedFromType::Role))
        })),
        r#"{"screenCalls":{"inheritedFrom":[{"from":{"id":""},"objectType":2,"values":false}]}}"#
    );
    assert_eq!(
        smallest_json(|result: &UpdateOperationResult| result.unknown.is_empty()),
        r#"{"id":"","callforwardall":null}"#
    );
    let case = smallest(invalid_json::<Update>(), |case| !case.pointer.contains("followMe"));
    assert_eq!(case.body, r#"{"followMe":[{"phoneNumber":"","timeout":0.5,"usePin":false}]}"#);
    assert_eq!((case.kind, &*case.pointer), (ProblemKind::Type, "/followMe/0/timeout"));
    assert_eq!((case.rule_pointer, &*case.mutation), (None, "a non-integer number"));
}

#[test]
fn a_seed_gives_the_same_values() {
    let mut text = String::new();
    for update in samples(any::<UserClientConfigurationProperties>(), 0).take(3) {
        text += &serde_json::to_string(&update).unwrap();
        text += "\n";
    }
    for case in samples(invalid_json::<FollowMe>(), u64::MAX).take(8) {
        text += &format!("{case:?}\n");
    }
    insta::assert_snapshot!("values_of_a_seed", text);
}
