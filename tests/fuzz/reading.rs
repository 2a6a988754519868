//! Parses every representation, and compares with `serde_json`.

use icws_schema::report::{ProblemKind, Report};
use icws_schema::response::Response;
use icws_schema::{ParseOptions, Representation, body::*, codes::*, from_slice, from_value};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Debug;

/// Every format gives the same, and what was parsed is serialized back.
pub(super) fn target(data: &[u8]) {
    let value = serde_json::from_slice(data);
    let body = Body { text: data, is_json: is_json(&value), value: value.ok() };
    body.read::<UserClientConfigurationProperties>();
    body.read::<UserClientConfigurationView>();
    body.read::<InheritableBooleanProperty>();
    body.read::<InheritableIntProperty>();
    body.read::<InheritableStringProperty>();
    body.read::<FollowMe>();
    body.read::<ConfigurationId>();
    body.read::<UpdateOperationResult>();
    body.read::<LicenseError>();
    body.read::<ValidationError>();
    body.read::<Error>();
    body.read::<ConfigurationError>();
    body.read::<UnknownError>();
    body.read::<ErrorBody>();
    body.read::<ValidationErrorType>();
    body.read::<ErrorId>();
    body.read::<User>();
    body.read::<UserList>();
    body.read::<ViewDocument>();
    for status in [200, 204, 400, 401, 404, 502, 503] {
        let response = Response::from_parts(status, data);
        assert_eq!((response.status(), response.bytes()), (status, data));
        let _ = (response.saved(), response.retry(), response.validation_errors_by_property());
        assert!(!format!("{response:?}").is_empty());
    }
}

/// Whether the input is JSON; `None` if a number is out of range for f64, at which `serde_json` gives up.
fn is_json(value: &serde_json::Result<Value>) -> Option<bool> {
    match value {
        Ok(_) => Some(true),
        Err(error) if error.to_string().starts_with("number out of range") => None,
        Err(_) => Some(false),
    }
}

struct Body<'t> {
    text: &'t [u8],
    is_json: Option<bool>,
    value: Option<Value>,
}

impl Body<'_> {
    fn read<T: Representation + Serialize + DeserializeOwned + PartialEq + Debug>(&self) {
        let report = ParseOptions::new().check::<T>(self.text);
        let is_syntax = is_syntax(&report);
        // What is after a byte order mark is read, too, and UTF-16 with one if it is a response.
        let is_marked = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"].iter().any(|mark| self.text.starts_with(mark));
        // An empty response is a missing body.
        let is_blank = self.text.trim_ascii().is_empty();
        assert!(!is_syntax || is_marked || report.problems().len() == 1, "{report}");
        if let Some(is_json) = self.is_json.filter(|_| !is_blank) {
            assert_eq!(is_json, !is_syntax, "{report}");
        }
        self.located(&report);
        self.recovered::<T>(&report);
        let loose = ParseOptions::new().allow_unknown_members(true).parse::<T>(self.text).into_result();
        let by_serde = serde_json::from_slice::<T>(self.text);
        match from_slice::<T>(self.text) {
            Ok(value) => {
                assert!(report.is_valid(), "{report}");
                assert_eq!(by_serde.as_ref().ok(), Some(&value));
                assert_eq!(loose.ok().as_ref(), Some(&value), "unlisted members allowed");
                written_back(&value);
            }
            Err(problems) => {
                assert_eq!(problems.to_string(), report.to_string());
                assert!(by_serde.is_err(), "{report}");
                loose.iter().for_each(|value| _ = serde_json::to_vec(value).unwrap());
            }
        }
        if let Some(value) = &self.value {
            as_a_value::<T>(value);
        }
    }
}

impl Body<'_> {
    /// Each problem lies in the text.
    fn located(&self, report: &Report) {
        for problem in report.problems() {
            let (at, len) = (problem.offset().unwrap(), problem.length().unwrap());
            assert!(at + len <= self.text.len() as u64 && problem.position().is_some(), "{problem}");
        }
    }

    /// Recovery changes nothing for JSON, and does not turn into JSON what is not.
    fn recovered<T: Representation>(&self, strict: &Report) {
        let recovered = ParseOptions::new().recover().check::<T>(self.text);
        self.located(&recovered);
        if is_syntax(strict) {
            assert!(is_syntax(&recovered), "{recovered}");
        } else {
            assert_eq!(recovered.to_string(), strict.to_string());
        }
    }
}

fn is_syntax(report: &Report) -> bool {
    report.problems().iter().any(|problem| matches!(problem.kind(), ProblemKind::Syntax(_)))
}

/// A `Value` has no duplicate members and no notation of numbers, so it is compared with its own JSON.
fn as_a_value<T: Representation + DeserializeOwned + PartialEq + Debug>(value: &Value) {
    let text = value.to_string();
    match (from_slice::<T>(&text), from_value::<T>(value)) {
        (Ok(one), Ok(other)) => assert_eq!(one, other),
        (Err(one), Err(other)) => {
            let rendered = |report: &Report| -> Vec<_> {
                report.problems().iter().map(|problem| (problem.pointer(), problem.to_string())).collect()
            };
            assert_eq!(rendered(one.report()), rendered(other.report()));
        }
        (one, other) => panic!("of the text {one:?}, of the value {other:?}"),
    }
    assert_eq!(T::deserialize(value).ok(), from_value(value).ok());
}

#[track_caller]
fn written_back<T: Representation + Serialize + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    match from_slice::<T>(&text) {
        Ok(again) => {
            assert_eq!(again, *value);
            assert_eq!(serde_json::to_string(&again).unwrap(), text);
        }
        Err(report) => panic!("{report}\n{text}"),
    }
}
