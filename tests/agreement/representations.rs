//! The parser and the emitted schema accept the same, for every representation; what is serialized parses to the same.

use super::bodies::{Arbitrary, smallest};
use super::rejection::{reasons, validator};
use super::rng::Rng;
use super::{each, run};
use icws_schema::report::{ProblemKind, Unexpected};
use icws_schema::schema::{request, response};
use icws_schema::strategy::{invalid_json, samples, valid_json};
use icws_schema::{ParseOptions, Representation, body::*, codes::*, from_slice};
use schemars::Schema;
use serde::Serialize;
use serde_json::Value;
use std::any::type_name;
use std::collections::{BTreeMap, BTreeSet};

/// What JSON Schema cannot express about a representation, with the reason.
fn not_in_schema(fault: ProblemKind, found: Unexpected) -> Option<&'static str> {
    match (fault, found) {
        (ProblemKind::Syntax(_), _) => Some("a schema judges JSON, and the text is none"),
        (ProblemKind::DuplicateMember, _) => Some("a schema sees one value of each member"),
        (_, Unexpected::OutOfRangeF64) => Some("what a schema judges holds numbers as doubles"),
        _ => None,
    }
}

/// The keywords that express a kind of problem; none if no schema can.
fn keywords(fault: ProblemKind) -> &'static [&'static str] {
    match fault {
        ProblemKind::Missing => &["required", "dependentRequired"],
        ProblemKind::Null => &["type", "enum"],
        ProblemKind::Type => &["type", "minimum", "maximum", "enum"],
        ProblemKind::UnknownMember => &["additionalProperties"],
        ProblemKind::TypeTag => &["const", "type", "not"],
        ProblemKind::UnknownCode => &["enum"],
        ProblemKind::Syntax(_) | ProblemKind::DuplicateMember | ProblemKind::Rule(_) => &[],
        other => panic!("a new kind of fault: {other:?}"),
    }
}

#[derive(Default)]
struct Reached {
    /// Each kind of problem, and how often the schema reported it.
    reported: BTreeMap<&'static str, usize>,
    /// Each reason why a problem cannot be expressed, and how often parser and schema disagreed for it.
    not_in_schema: BTreeMap<&'static str, usize>,
}

fn single_faults<T: Representation>(schema: Schema, reached: &mut Reached) {
    let validator = validator(&schema);
    for case in samples(invalid_json::<T>(), 11).take(250) {
        let report = ParseOptions::new().check::<T>(&case.body);
        let [problem] = report.problems() else { panic!("{report}\n{case:#?}") };
        assert_eq!((problem.pointer(), problem.kind()), (case.pointer.clone(), case.kind), "{case:#?}");
        let json: Option<Value> = serde_json::from_str(&case.body).ok();
        if let Some(reason) = not_in_schema(case.kind, problem.found()) {
            // What is no JSON to others cannot be shown to a schema.
            let accepted = json.is_none_or(|json| validator.is_valid(&json));
            *reached.not_in_schema.entry(reason).or_default() += usize::from(accepted);
            continue;
        }
        let json = json.unwrap_or_else(|| panic!("no JSON: {case:#?}"));
        let reasons = reasons(&validator, &json);
        let allowed = keywords(case.kind);
        assert!(
            !reasons.is_empty()
                && reasons.iter().all(|(place, keyword)| *place == case.pointer && allowed.contains(keyword)),
            "{}: the schema says {reasons:?}\n{case:#?}",
            type_name::<T>()
        );
        *reached.reported.entry(case.kind.as_str()).or_default() += 1;
    }
}

#[test]
fn schema_and_parser_reject_each_problem_for_the_same_reason() {
    let mut reached = Reached::default();
    each!(single_faults, &mut reached);
    let reported: BTreeSet<_> = reached.reported.keys().copied().collect();
    let all = ["missing", "null", "type", "typeTag", "unknownCode", "unknownMember"];
    assert_eq!(reported, BTreeSet::from(all));
    assert!(reached.reported.values().all(|count| *count >= 10), "{:?}", reached.reported);
    assert_eq!(reached.not_in_schema.len(), 3, "{:?}", reached.not_in_schema);
    assert!(
        reached.not_in_schema.values().all(|count| *count >= 10),
        "an exception that is none: {:?}",
        reached.not_in_schema
    );
}

fn agree<T: Representation>(schema: Schema, rejected: &mut usize) {
    let validator = validator(&schema);
    let arbitrary = Arbitrary::new(&schema);
    let mut rng = Rng::new(12);
    let disagree = |body: &Value| {
        let text = body.to_string();
        let by_text = ParseOptions::new().check::<T>(&text);
        let by_value = ParseOptions::new().parse_value::<T>(body).report().clone();
        assert_eq!(by_text.is_valid(), by_value.is_valid(), "{text}\n{by_text}\n{by_value}");
        by_text.is_valid() != validator.is_valid(body)
    };
    for text in samples(valid_json::<T>(), 12).take(60) {
        let valid: Value = serde_json::from_str(&text).unwrap();
        let mut bodies = vec![valid.clone(), arbitrary.value(&mut rng, 4)];
        for changes in 1..=4 {
            bodies.push(arbitrary.changed(&valid, changes, &mut rng));
        }
        for body in bodies {
            if disagree(&body) {
                let body = smallest(body, disagree);
                let report = ParseOptions::new().check::<T>(body.to_string());
                panic!("{}: {body}\nread: {report}\nschema: {:?}", type_name::<T>(), reasons(&validator, &body));
            }
            *rejected += usize::from(!validator.is_valid(&body));
        }
        assert!(validator.is_valid(&valid), "{text}");
    }
}

#[test]
fn a_schema_accepts_any_json_that_parsing_accepts() {
    let mut rejected = 0;
    each!(agree, &mut rejected);
    assert!(rejected > 2000, "{rejected}");
}

fn written_back<T: Representation + Serialize + PartialEq + std::fmt::Debug>(_: Schema, count: &mut usize) {
    for text in samples(valid_json::<T>(), 13).take(150) {
        let value: T = from_slice(&text).unwrap_or_else(|report| panic!("{report}\n{text}"));
        let written = serde_json::to_string(&value).unwrap();
        let again: T = from_slice(&written).unwrap_or_else(|report| panic!("{report}\n{written}"));
        assert_eq!(again, value, "{text}");
        assert_eq!(serde_json::to_string(&again).unwrap(), written, "{text}");
        let (json, back): (Value, Value) =
            (serde_json::from_str(&text).unwrap(), serde_json::from_str(&written).unwrap());
        assert_eq!(back, json, "{text}");
        *count += 1;
    }
}

#[test]
fn parsing_and_serializing_is_the_identity() {
    let mut count = 0;
    each!(written_back, &mut count);
    assert_eq!(count, 25 * 150);
}
