//! Reading takes what the emitted schema takes, of every representation; what it writes reads back to the same.

use super::bodies::{Arbitrary, smallest};
use super::dice::Dice;
use super::each;
use super::refusal::{reasons, validator};
use icws_schema::report::{ProblemKind, Unexpected};
use icws_schema::schema::{request, response};
use icws_schema::strategy::{invalid_json, samples, texts};
use icws_schema::{ParseOptions, Representation, body::*, codes::*, from_slice};
use schemars::Schema;
use serde::Serialize;
use serde_json::Value;
use std::any::type_name;
use std::collections::{BTreeMap, BTreeSet};

/// What JSON Schema cannot say of a representation, with the reason.
fn unsaid(fault: ProblemKind, found: Unexpected) -> Option<&'static str> {
    match (fault, found) {
        (ProblemKind::Syntax(_), _) => Some("a schema judges JSON, and the text is none"),
        (ProblemKind::DuplicateMember, _) => Some("a schema sees one value of each member"),
        (_, Unexpected::OutOfRangeF64) => Some("what a schema judges holds numbers as doubles"),
        _ => None,
    }
}

/// The keywords that say what a fault says; none for a fault that no schema says.
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
    /// Each kind of fault, and how often the schema said it.
    said: BTreeMap<&'static str, usize>,
    /// Each reason why a fault cannot be said, and how often reading and schema did disagree for it.
    unsaid: BTreeMap<&'static str, usize>,
}

fn single_faults<T: Representation>(schema: Schema, reached: &mut Reached) {
    let validator = validator(&schema);
    for invalid_json in samples(invalid_json::<T>(), 11).take(250) {
        let report = ParseOptions::new().check::<T>(&invalid_json.text);
        let [problem] = report.problems() else { panic!("{report}\n{invalid_json:#?}") };
        assert_eq!(
            (problem.pointer(), problem.kind()),
            (invalid_json.pointer.clone(), invalid_json.fault),
            "{invalid_json:#?}"
        );
        let json: Option<Value> = serde_json::from_str(&invalid_json.text).ok();
        if let Some(reason) = unsaid(invalid_json.fault, problem.found()) {
            // What is no JSON to others cannot be shown to a schema.
            let taken = json.is_none_or(|json| validator.is_valid(&json));
            *reached.unsaid.entry(reason).or_default() += usize::from(taken);
            continue;
        }
        let json = json.unwrap_or_else(|| panic!("no JSON: {invalid_json:#?}"));
        let reasons = reasons(&validator, &json);
        let allowed = keywords(invalid_json.fault);
        assert!(
            !reasons.is_empty()
                && reasons.iter().all(|(place, keyword)| *place == invalid_json.pointer && allowed.contains(keyword)),
            "{}: the schema says {reasons:?}\n{invalid_json:#?}",
            type_name::<T>()
        );
        *reached.said.entry(invalid_json.fault.as_str()).or_default() += 1;
    }
}

#[test]
fn a_schema_refuses_a_single_fault_where_reading_does_and_for_that() {
    let mut reached = Reached::default();
    each!(single_faults, &mut reached);
    let said: BTreeSet<_> = reached.said.keys().copied().collect();
    let all = ["missing", "null", "type", "typeTag", "unknownCode", "unknownMember"];
    assert_eq!(said, BTreeSet::from(all));
    assert!(reached.said.values().all(|count| *count >= 10), "{:?}", reached.said);
    assert_eq!(reached.unsaid.len(), 3, "{:?}", reached.unsaid);
    assert!(reached.unsaid.values().all(|count| *count >= 10), "an exception that is none: {:?}", reached.unsaid);
}

fn agree<T: Representation>(schema: Schema, refused: &mut usize) {
    let validator = validator(&schema);
    let arbitrary = Arbitrary::new(&schema);
    let mut dice = Dice::new(12);
    let disagree = |body: &Value| {
        let text = body.to_string();
        let by_text = ParseOptions::new().check::<T>(&text);
        let by_value = ParseOptions::new().parse_value::<T>(body).report().clone();
        assert_eq!(by_text.is_valid(), by_value.is_valid(), "{text}\n{by_text}\n{by_value}");
        by_text.is_valid() != validator.is_valid(body)
    };
    for text in samples(texts::<T>(), 12).take(60) {
        let valid: Value = serde_json::from_str(&text).unwrap();
        let mut bodies = vec![valid.clone(), arbitrary.value(&mut dice, 4)];
        for changes in 1..=4 {
            bodies.push(arbitrary.changed(&valid, changes, &mut dice));
        }
        for body in bodies {
            if disagree(&body) {
                let body = smallest(body, disagree);
                let report = ParseOptions::new().check::<T>(body.to_string());
                panic!("{}: {body}\nread: {report}\nschema: {:?}", type_name::<T>(), reasons(&validator, &body));
            }
            *refused += usize::from(!validator.is_valid(&body));
        }
        assert!(validator.is_valid(&valid), "{text}");
    }
}

#[test]
fn a_schema_takes_what_reading_takes_of_any_json() {
    let mut refused = 0;
    each!(agree, &mut refused);
    assert!(refused > 2000, "{refused}");
}

fn written_back<T: Representation + Serialize + PartialEq + std::fmt::Debug>(_: Schema, count: &mut usize) {
    for text in samples(texts::<T>(), 13).take(150) {
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
fn reading_and_writing_back_is_the_identity() {
    let mut count = 0;
    each!(written_back, &mut count);
    assert_eq!(count, 25 * 150);
}
