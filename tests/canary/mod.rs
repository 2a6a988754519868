//! No value of a payload is in what is derived from it: reports, problems, errors with their sources, unchecked rules,
//! warnings, questions, responses and proofs. Every string and number of every body is replaced with a mark that is looked
//! for in each `Debug` and `Display` and in the serialized report.
//!
//! The bodies themselves are the caller's and keep their ordinary `Debug`. Names of members are no values, and codes are no
//! secrets: a message names an unknown one.

mod bodies;
#[cfg(feature = "rules")]
mod rules;

use icws_schema::report::{Problem, Report};
use serde_json::{Value, json};
use std::error::Error;
use std::fmt::{Debug, Display};

/// In every string of a body.
const TEXT: &str = "Canary";
/// In every number of a body; it fits into 32 bits.
const DIGITS: i32 = 731_906_428;

/// The longest line of `Debug`, in bytes.
const MAX_LINE: usize = 200;

/// Fails if a text has a value of the payload.
#[track_caller]
fn search(what: &str, text: &str) {
    let found = text.to_lowercase().contains(&TEXT.to_lowercase()) || text.contains(&DIGITS.to_string());
    assert!(!found, "{what}: {text}");
}

/// Searches `Debug`, of which each line has at most 200 bytes.
#[track_caller]
fn debug(what: &str, value: &impl Debug) {
    let shown = format!("{value:?}");
    search(what, &shown);
    let long = shown.lines().find(|line| line.len() > MAX_LINE);
    assert_eq!(long, None, "{what}");
}

#[track_caller]
fn display(what: &str, value: &impl Display) {
    search(what, &value.to_string());
}

/// Searches an error and its sources.
#[track_caller]
fn error(what: &str, error: &dyn Error) {
    search(what, &error.to_string());
    search(what, &format!("{error:?}"));
    if let Some(source) = error.source() {
        self::error(what, source);
    }
}

#[track_caller]
fn problem(problem: &Problem) {
    assert_eq!(format!("{problem:?}").lines().count(), 1);
    debug("a problem", problem);
    error("a problem", problem);
    debug("the kind", &problem.kind());
    debug("the found", &problem.found());
    display("the found", &problem.found());
    if problem.rule().is_none() {
        debug("the expected", &problem.expected());
    }
    search("the expected", &format!("{:?}", problem.expected()));
    display("the expected", &problem.expected());
    display("the location", &problem.location());
    search("the suggestion", &format!("{:?}", problem.suggestion()));
    problem.causes().iter().for_each(self::problem);
}

#[track_caller]
fn report(report: &Report) {
    debug("a report", report);
    search("a report", &format!("{:?}", report.with_values()));
    display("a report", report);
    search("the serialized report", &serde_json::to_string(report).unwrap());
    report.iter().for_each(problem);
    for unchecked in report.unchecked() {
        debug("an unchecked rule", unchecked);
        display("an unchecked rule", unchecked);
        search("the reason", &format!("{:?}", unchecked.reason()));
        display("the reason", unchecked.reason());
    }
    for warning in report.warnings() {
        debug("a warning", warning);
        display("a warning", warning);
    }
}

/// The members that hold codes.
const CODES: [&str; 4] = ["eFaqSearchOption", "objectType", "validationErrorType", "licenseErrorType"];

/// The same body with marks for its values.
fn marked(body: &Value) -> Value {
    match body {
        Value::String(_) => format!("a {TEXT}").into(),
        Value::Number(_) => DIGITS.into(),
        Value::Array(items) => items.iter().map(marked).collect(),
        Value::Object(members) => {
            let marked = |(name, value): (&String, &Value)| match name.as_str() {
                "__type" => (name.clone(), value.clone()),
                name if CODES.contains(&name) && value.is_number() => (name.to_owned(), value.clone()),
                name => (name.to_owned(), marked(value)),
            };
            members.iter().map(marked).collect()
        }
        other => other.clone(),
    }
}

/// The pointers of all values.
fn pointers(body: &Value) -> Vec<String> {
    fn add(value: &Value, pointer: &str, pointers: &mut Vec<String>) {
        pointers.push(pointer.to_owned());
        match value {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| add(item, &format!("{pointer}/{index}"), pointers));
            }
            Value::Object(members) => members.iter().for_each(|(name, value)| {
                add(value, &format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), pointers);
            }),
            _ => {}
        }
    }
    let mut pointers = Vec::new();
    add(body, "", &mut pointers);
    pointers
}

/// Values of every type, with marks.
fn strays() -> Vec<Value> {
    let text = format!("{TEXT} {DIGITS}");
    vec![
        Value::Null,
        true.into(),
        DIGITS.into(),
        (f64::from(DIGITS) + 0.5).into(),
        (i64::from(DIGITS) * 1000).into(),
        text.as_str().into(),
        format!("\u{1}{text}\n{}", "long ".repeat(100)).into(),
        json!([text, DIGITS]),
        json!({"unknown": text, "id": text, "actualValue": DIGITS, "effectiveValue": [text]}),
    ]
}

/// A body with one value replaced, taken away, or with a member more.
fn damaged(body: &Value) -> Vec<Value> {
    let mut damaged = Vec::new();
    for pointer in pointers(body) {
        let is_code = CODES.iter().any(|name| pointer.ends_with(name));
        for stray in strays().into_iter().filter(|stray| !is_code || *stray != DIGITS) {
            let mut one = body.clone();
            *one.pointer_mut(&pointer).unwrap() = stray;
            damaged.push(one);
        }
        let mut one = body.clone();
        match one.pointer_mut(&pointer).unwrap() {
            Value::Object(members) => {
                members.insert("unknown".to_owned(), json!([TEXT, DIGITS, {"x": TEXT}]));
                damaged.push(one.clone());
                let members = one.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
                members.insert("__type".to_owned(), format!("urn:{TEXT}").into());
                damaged.push(one.clone());
                for name in body.pointer(&pointer).unwrap().as_object().unwrap().keys() {
                    let mut one = body.clone();
                    one.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(name);
                    damaged.push(one);
                }
            }
            Value::Array(items) => {
                items.push(TEXT.into());
                damaged.push(one);
            }
            _ => {}
        }
    }
    damaged
}
