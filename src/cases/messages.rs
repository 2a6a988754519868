//! The lines exchanged with another implementation: one request per case, and one response.

use super::case::{Case, CaseBody, CaseSource, InlineJson, Setting};
use super::findings::{CaseFindings, CaseProblem, CaseRejection, CaseUnchecked};
use super::runner::{CaseError, CaseRunner};
use crate::directory::{Shared, Subject};
use crate::json::position::Position;
use crate::vocabulary::CaseTarget;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The version of the format.
const VERSION: u32 = 1;

/// One line for another implementation: a case.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Request<'r> {
    version: u32,
    id: String,
    object: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    partial: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rules: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rules_text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    directory: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    directory_text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    current: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<SubjectOfCase>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    feature_version: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checks: Option<BTreeMap<String, MessageCheck>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none", borrow)]
    text: Option<std::borrow::Cow<'r, str>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SubjectOfCase {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    object_type: Option<String>,
    id: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MessageCheck {
    rejects: Vec<Value>,
}

/// One line from another implementation: its findings in the body of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ConformanceResponse {
    /// The id of the request.
    pub id: String,
    /// The problems; none if the body is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problems: Option<Vec<CaseProblem>>,
    /// The rules that could not be checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unchecked: Option<Vec<CaseUnchecked>>,
    /// The first problem of rejected rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected_rules: Option<CaseRejection>,
    /// The first problem of a rejected directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected_directory: Option<CaseRejection>,
}

impl ConformanceResponse {
    /// Returns the line for findings.
    fn new(id: String, findings: CaseFindings) -> Self {
        let mut response = Self { id, problems: None, unchecked: None, rejected_rules: None, rejected_directory: None };
        match findings {
            CaseFindings::Checked { problems, unchecked } => {
                (response.problems, response.unchecked) = (Some(problems), Some(unchecked));
            }
            CaseFindings::RejectedRules(rejection) => response.rejected_rules = Some(rejection),
            CaseFindings::RejectedDirectory(rejection) => response.rejected_directory = Some(rejection),
        }
        response
    }

    /// Returns the findings; `None` unless the line has exactly one of `problems`, `rejectedRules` and
    /// `rejectedDirectory`.
    #[must_use]
    pub fn into_findings(self) -> Option<CaseFindings> {
        let unchecked = self.unchecked.unwrap_or_default();
        match (self.problems, self.rejected_rules, self.rejected_directory) {
            (Some(problems), None, None) => Some(CaseFindings::Checked { problems, unchecked }),
            (None, Some(rejection), None) => Some(CaseFindings::RejectedRules(rejection)),
            (None, None, Some(rejection)) => Some(CaseFindings::RejectedDirectory(rejection)),
            _ => None,
        }
    }
}

impl CaseRunner<'_> {
    /// Returns a case as a line for another implementation, without the line feed. Files of the case are included in
    /// the line.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read, or is rejected.
    pub fn request(&mut self, id: &str, case: &Case) -> Result<String, CaseError> {
        let setting = &case.setting;
        let (mut rules, mut rules_text) = (None, None);
        match setting.rules.as_deref() {
            Some([CaseSource::Inline(inline)]) => rules = raw(&inline.json),
            Some([CaseSource::Text(text)]) => rules_text = Some(text.to_string()),
            _ => rules = raw(&self.rules(case)?.to_json()),
        }
        let (mut directory, mut directory_text) = (None, None);
        match &setting.directory {
            Some(CaseSource::Inline(inline)) => directory = raw(&inline.json),
            Some(CaseSource::Text(text)) => directory_text = Some(text.to_string()),
            Some(CaseSource::Named(name)) => {
                let file = self.file(name)?;
                directory_text = Some(String::from_utf8_lossy(&file).into_owned());
            }
            None => {}
        }
        let checks = setting.checks.iter().flat_map(|checks| checks.iter());
        let checks = checks.map(|(name, rejects)| (name.clone(), MessageCheck { rejects: rejects.clone() }));
        let (body, text) = match &case.body {
            CaseBody::Json(json) => (raw(json), None),
            CaseBody::Text(text) => (None, Some(text.into())),
        };
        let request = Request {
            version: VERSION,
            id: id.to_owned(),
            object: case.target().to_string(),
            partial: setting.is_partial,
            rules,
            rules_text,
            directory,
            directory_text,
            current: setting.current.as_ref().and_then(|current| raw(&current.json)),
            subject: setting
                .subject
                .clone()
                .map(|subject| SubjectOfCase { object_type: Some(subject.object_type), id: subject.id }),
            feature_version: setting.feature_version,
            checks: setting.checks.is_some().then(|| checks.collect()),
            body,
            text,
        };
        Ok(line(&request))
    }
}

fn line(request: &Request<'_>) -> String {
    serde_json::to_string(request).expect("strings, numbers and JSON can be serialized")
}

/// Returns JSON on one line: line feeds occur only between tokens.
fn raw(json: &str) -> Option<Box<RawValue>> {
    RawValue::from_string(json.replace(['\n', '\r'], " ")).ok()
}

/// Responds to a line as this crate does: the reference for other implementations.
///
/// ```
/// use icws_schema::cases::respond;
///
/// let line = r#"{"version": 1, "id": "a", "object": "request", "rules": {"rules": []}, "body": {"callForwardAll": {}}}"#;
/// let response = respond(line)?;
/// assert_eq!(response.problems.unwrap()[0].pointer.as_deref(), Some("/callForwardAll/actualValue"));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
///
/// Returns a message if the line is not a request.
pub fn respond(line: &str) -> Result<ConformanceResponse, String> {
    let request: Request<'_> = serde_json::from_str(line).map_err(|error| format!("not a request: {error}"))?;
    if request.version != VERSION {
        return Err(format!("expected version {VERSION} of requests, found version {}", request.version));
    }
    let target: CaseTarget = request.object.parse().map_err(|error| format!("object: {error}"))?;
    let inline = |json: Option<Box<RawValue>>| {
        json.map(|json| InlineJson { at: 0, pointer: "".into(), json: Shared::new(json.get()) })
    };
    let source = |json: Option<Box<RawValue>>, text: Option<String>| {
        inline(json).map(CaseSource::Inline).or(text.map(|text| CaseSource::Text(Shared::new(text))))
    };
    let checks = request.checks.map(|checks| checks.into_iter().map(|(name, check)| (name, check.rejects)).collect());
    let setting = Setting {
        target: Some(target),
        is_partial: request.partial,
        rules: source(request.rules, request.rules_text).map(|source| Shared::new([source])),
        directory: source(request.directory, request.directory_text),
        current: inline(request.current),
        subject: request.subject.map(|SubjectOfCase { object_type, id }| match object_type {
            Some(object_type) => Subject::new(object_type, id),
            None => Subject::user(id),
        }),
        feature_version: request.feature_version,
        checks,
    };
    let body = match (request.body, request.text) {
        (Some(body), None) => CaseBody::Json(body.get().into()),
        (_, text) => CaseBody::Text(text.unwrap_or_default().into_owned()),
    };
    let (name, position) = (request.id.clone(), Position::default());
    let case = Case { name, position, is_example: false, setting, body, expected: CaseFindings::valid() };
    let findings = match CaseRunner::new(|name| Err(format!("{name}: not in the line"))).findings(&case) {
        Err(CaseError::Rules { error, .. }) => CaseFindings::RejectedRules(CaseRejection::from(&error)),
        Err(CaseError::Directory { error, .. }) => CaseFindings::RejectedDirectory(CaseRejection::from(&error)),
        found => found.map_err(|error| error.to_string())?,
    };
    Ok(ConformanceResponse::new(request.id, findings))
}
