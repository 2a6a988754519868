//! `UnknownMembers`: a small map of JSON values that compares by value.

use icws_schema::body::{Error, UnknownMembers, UserClientConfigurationProperties};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

fn members(text: &str) -> UnknownMembers {
    serde_json::from_str::<Error>(&format!(r#"{{"message":"m",{text}}}"#)).unwrap().unknown
}

#[test]
fn members_are_inserted_replaced_and_removed() {
    let mut members = UnknownMembers::new();
    assert_eq!(members.insert("a", 1), None);
    assert_eq!(members.insert("b", json!([null])), None);
    assert_eq!(members.insert("a", "one"), Some(json!(1)));
    assert_eq!(members.iter().collect::<Vec<_>>(), [("a", "\"one\""), ("b", "[null]")]);
    assert_eq!((members.len(), members.is_empty(), members.contains("b")), (2, false, true));
    assert_eq!(members.remove("a"), Some(json!("one")));
    assert_eq!(members.remove("a"), None);
    assert_eq!((members.get("a"), members.get("b")), (None, Some(json!([null]))));
}

#[test]
fn the_last_of_duplicate_members_wins_at_the_position_of_the_first() {
    let mut members = UnknownMembers::from_iter([("a", 1), ("b", 2), ("a", 3)]);
    members.extend([("c", 4), ("b", 5), ("c", 6)]);
    assert_eq!(members.iter().collect::<Vec<_>>(), [("a", "3"), ("b", "5"), ("c", "6")]);
    assert_eq!(members.iter().rev().map(|(name, _)| name).collect::<String>(), "cba");
    assert_eq!((&members).into_iter().len(), 3);
}

#[test]
fn equal_members_have_equal_hashes() {
    let hasher = RandomState::new();
    for same in [
        [r#""a":1,"b":2"#, r#""b":2,"a":1"#],
        [r#""a":1.0"#, r#""a":1"#],
        [r#""a":1e2"#, r#""a":100"#],
        [r#""a":-0"#, r#""a":0.0"#],
        [r#""a":"\u0041""#, r#""a":"A""#],
        [r#""a":{"x":[1,{"y":2,"z":null}],"w":true}"#, r#""a":{"w":true,"x":[1.0,{"z":null,"y":2e0}]}"#],
    ] {
        let [one, other] = same.map(members);
        assert_eq!(one, other);
        assert_eq!(hasher.hash_one(&one), hasher.hash_one(&other), "{same:?}");
    }
}

#[test]
fn different_members_are_different_map_keys() {
    let texts = [
        r#""a":1"#,
        r#""a":2"#,
        r#""a":-1"#,
        r#""b":1"#,
        r#""a":1,"b":1"#,
        r#""a":"1""#,
        r#""a":null"#,
        r#""a":false"#,
        r#""a":[]"#,
        r#""a":{}"#,
        r#""a":[1,2]"#,
        r#""a":[2,1]"#,
        r#""a":[[1],2]"#,
        r#""a":{"x":1}"#,
        r#""a":{"x":2}"#,
        r#""a":123456789012345678901234567890"#,
        r#""a":123456789012345678901234567891"#,
        r#""__type":"urn:inin.com:common:error""#,
    ];
    let keys: HashSet<_> = texts.map(members).into();
    assert_eq!(keys.len(), texts.len());
}

/// A member that has a field of its own is serialized once.
#[test]
fn a_documented_member_and_the_type_are_not_written_twice() {
    let mut update = UserClientConfigurationProperties::new().with_screen_calls(true);
    update.unknown.insert("screenCalls", Value::Null);
    update.unknown.insert("muteOnTransfer", Value::Null);
    update.unknown.insert("__type", "urn:other");
    update.unknown.insert("more", 1);
    update.unknown.set_type_tag(true);
    assert_eq!(
        serde_json::to_string(&update).unwrap(),
        r#"{"screenCalls":{"actualValue":true},"more":1,"__type":"urn:inin.com:configuration.people:userClientConfigurationProperties"}"#
    );
}

#[test]
fn members_differ_in_number_name_or_any_part_of_a_value() {
    let all = [
        "",
        r#""a":1"#,
        r#""b":1"#,
        r#""a":1,"b":1"#,
        r#""a":[]"#,
        r#""a":[1]"#,
        r#""a":[2]"#,
        r#""a":[1,1]"#,
        r#""a":{}"#,
        r#""a":{"x":1}"#,
        r#""a":{"x":2}"#,
        r#""a":{"y":1}"#,
        r#""a":{"x":1,"y":1}"#,
    ];
    let all = all.map(|text| members(&format!("{text}{}\"errorId\":\"x\"", if text.is_empty() { "" } else { "," })));
    for (i, one) in all.iter().enumerate() {
        for (j, other) in all.iter().enumerate() {
            assert_eq!(one == other, i == j, "{one:?} {other:?}");
        }
    }
}

#[test]
fn the_nesting_limit_applies_to_every_source() {
    use icws_schema::ParseOptions;
    use icws_schema::report::{ProblemKind, SyntaxError};
    use icws_schema::rules::{Context, ObjectChecker, ObjectContext, RequestChecker, RuleSet};
    let nested = |depth: usize| (0..depth).fold(json!(1), |inner, _| json!([inner]));
    let checker = RequestChecker::documented().with_parse_options(ParseOptions::new().allow_unknown_members(true));
    let objects = ObjectChecker::new(&RuleSet::documented()).unwrap();
    for (depth, is_accepted) in [(126, true), (127, false), (128, false), (200, false)] {
        let mut update = UserClientConfigurationProperties::new();
        update.unknown.insert("[", nested(depth));
        let body = json!({"[": nested(depth)});
        let typed = checker.check_value(&update, &Context::new());
        for report in [
            &typed,
            checker.parse_value(&body, &Context::new()).report(),
            &checker.check(body.to_string(), &Context::new()),
            &objects.check_value(&body, &ObjectContext::new()),
            &objects.check(body.to_string(), &ObjectContext::new()),
        ] {
            assert_eq!(report.is_valid(), is_accepted, "{depth}: {report}");
            let is_limit = |kind| kind == ProblemKind::Syntax(SyntaxError::RecursionLimit);
            assert!(report.iter().all(|problem| is_limit(problem.kind())), "{depth}: {report}");
        }
        assert_eq!(checker.validate(update.clone(), &Context::new()).is_ok(), is_accepted);
        let json = serde_json::to_string(&update);
        let comes_back = json.is_ok_and(|json| {
            ParseOptions::new().allow_unknown_members(true).check::<UserClientConfigurationProperties>(json).is_valid()
        });
        assert_eq!(comes_back, is_accepted, "{depth}");
    }
}

#[test]
fn members_with_the_type_tag_differ_from_those_without() {
    let mut tagged = UnknownMembers::new();
    tagged.set_type_tag(true);
    assert_ne!(tagged, UnknownMembers::new());
}
