#[cfg(feature = "rules")]
mod under;

use icws_schema::report::{Comment, ProblemKind, SyntaxError, Unexpected, UnexpectedToken};
use icws_schema::strategy::{InvalidCase, invalid_json, samples, texts};
use icws_schema::{ParseOptions, Representation, body::*, codes::*, from_slice, from_value, report};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

/// Gives each test to each representation and code list.
macro_rules! each {
    ($test:ident) => {
        $test::<UserClientConfigurationProperties>();
        $test::<UserClientConfigurationView>();
        $test::<User>();
        $test::<UserList>();
        $test::<ViewDocument>();
        $test::<InheritableBooleanProperty>();
        $test::<InheritableStringProperty>();
        $test::<InheritableIntProperty>();
        $test::<InheritedBooleanValue>();
        $test::<InheritedString>();
        $test::<InheritedInt>();
        $test::<ConfigurationId>();
        $test::<FollowMe>();
        $test::<UpdateOperationResult>();
        $test::<LicenseError>();
        $test::<ValidationError>();
        $test::<Error>();
        $test::<ConfigurationError>();
        $test::<UnknownError>();
        $test::<ErrorBody>();
        $test::<EFaqSearchOptions>();
        $test::<InheritedFromType>();
        $test::<LicenseErrorType>();
        $test::<ValidationErrorType>();
        $test::<ErrorId>();
    };
}

fn valid_values_read_back<T>()
where
    T: Representation + Arbitrary + Serialize + DeserializeOwned + PartialEq,
{
    for value in samples(any::<T>(), 1).take(200) {
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(from_slice::<T>(&text).unwrap(), value, "{text}");
        assert!(ParseOptions::new().check::<T>(&text).is_valid(), "{text}");
        assert_eq!(serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
        // A `Value` rounds what a double does not keep.
        let json = serde_json::to_value(&value).unwrap();
        let rounded = from_slice::<T>(json.to_string()).unwrap();
        assert_eq!(from_value::<T>(&json).unwrap(), rounded, "{text}");
        assert_eq!(serde_json::from_value::<T>(json).unwrap(), rounded, "{text}");
    }
}

#[test]
fn every_valid_value_reads_back() {
    each!(valid_values_read_back);
}

fn valid_texts_are_written_back<T: Representation + Serialize>() {
    for text in samples(texts::<T>(), 2).take(200) {
        let value: T = from_slice(&text).unwrap_or_else(|report| panic!("{report}\n{text}"));
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), json, "{text}");
    }
}

#[test]
fn every_valid_text_is_written_back_to_equal_json() {
    each!(valid_texts_are_written_back);
}

fn faulty_texts_have_one_fault<T: Representation>() {
    for invalid_json in samples(invalid_json::<T>(), 3).take(1000) {
        assert_one_fault::<T>(&invalid_json);
    }
}

#[track_caller]
fn assert_one_fault<T: Representation>(invalid_json: &InvalidCase) {
    let report = ParseOptions::new().check::<T>(&invalid_json.text);
    let problems: Vec<_> = report.problems().iter().map(|problem| (problem.pointer(), problem.kind())).collect();
    assert_eq!(problems, [(invalid_json.pointer.clone(), invalid_json.fault)], "{invalid_json:#?}\n{report}");
    let is_json = serde_json::from_str::<Value>(&invalid_json.text);
    match (invalid_json.fault, is_json) {
        (ProblemKind::Syntax(_), other) => assert!(other.is_err(), "{invalid_json:#?}"),
        (_, other) => {
            assert!(other.is_ok() || report.problems()[0].found() == Unexpected::OutOfRangeF64, "{invalid_json:#?}");
        }
    }
}

#[test]
fn every_faulty_text_has_exactly_its_fault() {
    each!(faulty_texts_have_one_fault);
}

#[test]
fn faulty_texts_stay_so_while_they_shrink() {
    fn shrinks<T: Representation>() {
        let mut runner = TestRunner::deterministic();
        let strategy = invalid_json::<T>();
        for _ in 0..20 {
            let mut tree = strategy.new_tree(&mut runner).unwrap();
            let fault = tree.current().fault;
            let mut steps = 0;
            while tree.simplify() {
                assert_one_fault::<T>(&tree.current());
                assert_eq!(tree.current().fault, fault);
                steps += 1;
                assert!(steps < 1000, "no end");
            }
        }
    }
    each!(shrinks);
}

/// Where in the tables a pointer leads: indexes do not matter.
fn member(pointer: &str) -> String {
    let steps = pointer.split('/').map(|step| if step.parse::<usize>().is_ok() { "*" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

#[test]
fn every_member_and_every_fault_is_reached() {
    let mut members = BTreeSet::new();
    let mut faults = BTreeMap::<_, BTreeSet<_>>::new();
    for invalid_json in samples(invalid_json::<UserClientConfigurationProperties>(), 4).take(5000) {
        let pointer = member(&invalid_json.pointer);
        let mut steps = pointer.splitn(3, '/').skip(1);
        let first = steps.next().unwrap_or_default().to_owned();
        faults.entry(invalid_json.fault.as_str()).or_default().insert(steps.next().unwrap_or_default().to_owned());
        if !matches!(invalid_json.fault, ProblemKind::UnknownMember) {
            members.insert(first);
        }
    }
    let valid = samples(any::<UserClientConfigurationProperties>(), 4).take(100);
    let listed: BTreeSet<_> = valid
        .flat_map(|value| serde_json::to_value(value).unwrap().as_object().unwrap().clone())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(listed.len(), 26, "25 members and `__type`");
    assert!(listed.is_subset(&members));

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
    for (fault, member) in inheritable {
        assert!(faults[fault].contains(member), "{fault} {member}");
    }
    let reached: BTreeSet<_> = samples(invalid_json::<FollowMe>(), 4)
        .take(2000)
        .map(|invalid_json| (invalid_json.fault.as_str(), invalid_json.pointer))
        .collect();
    for member in ["/phoneNumber", "/timeout", "/usePin"] {
        for fault in ["missing", "null", "type", "duplicateMember"] {
            assert!(reached.contains(&(fault, member.to_owned())), "{fault} {member}");
        }
    }
    let all = ["duplicateMember", "missing", "null", "syntax", "type", "typeTag", "unknownCode", "unknownMember"];
    assert!(faults.keys().copied().eq(all));
}

/// What reading finds in faulty texts, and the places of those that are JSON.
fn findings<T: Representation>() -> (Vec<Unexpected>, BTreeSet<String>) {
    let mut found = Vec::new();
    let mut pointers = BTreeSet::new();
    for invalid_json in samples(invalid_json::<T>(), 5).take(3000) {
        let report = ParseOptions::new().check::<T>(&invalid_json.text);
        found.extend(report.problems().iter().map(report::Problem::found));
        if !matches!(invalid_json.fault, ProblemKind::Syntax(_)) {
            pointers.insert(member(&invalid_json.pointer));
        }
    }
    (found, pointers)
}

#[test]
fn whatever_can_be_found_is_found() {
    let (mut found, _) = findings::<UserClientConfigurationProperties>();
    let (found_in_answers, pointers) = findings::<ConfigurationError>();
    found.extend(found_in_answers);
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
        Unexpected::UnknownCode,
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
    // The type itself, beneath what no table lists, names that a pointer escapes, the root.
    for expected in ["/__type", "/licenseErrors/*/license/__type", "/a~1b~0c", "/errorCode/*", "/errorCode/a", ""] {
        assert!(pointers.contains(expected), "{expected}");
    }
}

/// What a failing test is reported with.
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
fn what_fails_shrinks_to_what_a_person_reads() {
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
        smallest_json(|answer: &UpdateOperationResult| answer.unknown.is_empty()),
        r#"{"id":"","callforwardall":null}"#
    );
    let invalid_json = smallest(invalid_json::<Update>(), |invalid_json| !invalid_json.pointer.contains("followMe"));
    assert_eq!(invalid_json.text, r#"{"followMe":[{"phoneNumber":"","timeout":0.5,"usePin":false}]}"#);
    assert_eq!((invalid_json.fault, &*invalid_json.pointer), (ProblemKind::Type, "/followMe/0/timeout"));
    assert_eq!((invalid_json.rule, &*invalid_json.done), (None, "a number with a fraction"));
}

#[test]
fn a_seed_gives_the_same_everywhere() {
    let mut text = String::new();
    for update in samples(any::<UserClientConfigurationProperties>(), 0).take(3) {
        text += &serde_json::to_string(&update).unwrap();
        text += "\n";
    }
    for invalid_json in samples(invalid_json::<FollowMe>(), u64::MAX).take(8) {
        text += &format!("{invalid_json:?}\n");
    }
    insta::assert_snapshot!("seed", text);
}
