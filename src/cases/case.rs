use super::findings::CaseFindings;
use crate::directory::{Shared, Subject};
use crate::file::LoadProblem;
use crate::json::position::Position;
use crate::vocabulary::CaseTarget;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A loaded case file.
///
/// ```
/// use icws_schema::cases::CaseFile;
///
/// let error = CaseFile::from_json(r#"{"cases": [{"nam": "a", "body": {}}]}"#).unwrap_err();
/// assert_eq!(error.problems()[0].suggestion(), Some("name"));
/// ```
#[derive(Debug, Clone)]
pub struct CaseFile {
    pub(super) validator: Option<String>,
    pub(super) cases: Vec<Case>,
    pub(super) warnings: Vec<LoadProblem>,
}

/// One case: a body, the context of the check, and the expected findings.
#[derive(Debug, Clone)]
pub struct Case {
    pub(super) name: String,
    pub(super) position: Position,
    pub(super) is_example: bool,
    pub(super) setting: Setting,
    /// The JSON of the body; empty if the rules or the directory are expected to be rejected.
    pub(super) body: CaseBody,
    pub(super) expected: CaseFindings,
}

/// The setting that the cases of a file can share.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    pub(super) target: Option<CaseTarget>,
    pub(super) is_partial: Option<bool>,
    pub(super) rules: Option<Shared<[CaseSource]>>,
    pub(super) directory: Option<CaseSource>,
    pub(super) current: Option<InlineJson>,
    pub(super) subject: Option<Subject>,
    pub(super) feature_version: Option<u32>,
    pub(super) checks: Option<Checks>,
}

/// Custom checks, each with its name and the values that it rejects.
pub(super) type Checks = Arc<[(String, Vec<Value>)]>;

/// The source of rules or of a directory.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum CaseSource {
    /// A file, or a set of this crate, with this name.
    Named(String),
    /// In the case file.
    Inline(InlineJson),
    /// In a string of the case file.
    Text(Shared<str>),
}

/// JSON in the case file, and its location.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct InlineJson {
    pub(super) at: usize,
    pub(super) pointer: Arc<str>,
    pub(super) json: Shared<str>,
}

/// A body.
#[derive(Debug, Clone)]
pub(super) enum CaseBody {
    /// JSON of the case file.
    Json(Arc<str>),
    /// A string in the case file, which need not be JSON.
    Text(String),
}

impl CaseFile {
    /// Returns the cases, in the order of the file.
    #[must_use]
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// Returns the name of the validator that the cases are about, if the file has it.
    #[must_use]
    pub fn validator(&self) -> Option<&str> {
        self.validator.as_deref()
    }

    /// Returns warnings about rules and directories in the file that are probably mistaken but not rejected, as
    /// [`RequestChecker::warnings`] and [`InMemoryDirectory::warnings`] do. Other files are loaded by a [`CaseRunner`].
    ///
    /// ```
    /// use icws_schema::cases::CaseFile;
    ///
    /// let file = CaseFile::from_json(
    ///     r#"{"rules": {"rules": [{"validator": "validValues", "property": "callForwardAll.actualValue", "values": ["true"]}]},
    ///         "cases": []}"#,
    /// )?;
    /// let warning = r#"1:103: /rules/rules/0: values: expected a boolean, found "true"; write it without quotes"#;
    /// assert_eq!(file.warnings()[0].to_string(), warning);
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    ///
    /// [`RequestChecker::warnings`]: crate::rules::RequestChecker::warnings
    /// [`InMemoryDirectory::warnings`]: crate::directory::InMemoryDirectory::warnings
    /// [`CaseRunner`]: super::CaseRunner
    #[must_use]
    pub fn warnings(&self) -> &[LoadProblem] {
        &self.warnings
    }

    /// Returns the names of the files that the cases refer to.
    #[must_use]
    pub fn files(&self) -> BTreeSet<&str> {
        let settings = || self.cases.iter().map(|case| &case.setting);
        let rules = settings().flat_map(|setting| setting.rules.iter().flat_map(|rules| rules.iter()));
        let directories = settings().filter_map(|setting| setting.directory.as_ref());
        let names = rules.chain(directories).filter_map(|source| match source {
            CaseSource::Named(name) if !is_set(name) => Some(&**name),
            _ => None,
        });
        names.collect()
    }
}

/// Returns whether a rule set of this crate has this name.
pub(super) fn is_set(name: &str) -> bool {
    matches!(name, "documented" | "recommended")
}

impl Case {
    /// Returns the name of the case.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the position of the case in its file.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// Returns whether the case is an example for documentation.
    #[must_use]
    pub fn is_example(&self) -> bool {
        self.is_example
    }

    /// Returns whether the body is that of a request or any object.
    #[must_use]
    pub fn target(&self) -> CaseTarget {
        self.setting.target.unwrap_or(CaseTarget::Request)
    }

    /// Returns the body as written in the file.
    #[must_use]
    pub fn body(&self) -> &str {
        match &self.body {
            CaseBody::Json(json) => json,
            CaseBody::Text(text) => text,
        }
    }

    /// Returns whether the body is JSON in the file, rather than a string, which need not be JSON.
    #[must_use]
    pub fn is_json(&self) -> bool {
        matches!(self.body, CaseBody::Json(_))
    }

    /// Returns what the case expects.
    #[must_use]
    pub fn expected(&self) -> &CaseFindings {
        &self.expected
    }
}

impl Setting {
    /// Inherits missing members from the setting of the file.
    pub(super) fn or(self, file: &Self) -> Self {
        let file = file.clone();
        Self {
            target: self.target.or(file.target),
            is_partial: self.is_partial.or(file.is_partial),
            rules: self.rules.or(file.rules),
            directory: self.directory.or(file.directory),
            current: self.current.or(file.current),
            subject: self.subject.or(file.subject),
            feature_version: self.feature_version.or(file.feature_version),
            checks: self.checks.or(file.checks),
        }
    }
}
