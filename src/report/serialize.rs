//! The report as JSON: the form that its published schema describes.

use super::{Problem, Report, RuleInfo, UncheckedRule, Warning};
use crate::codes::ValidationErrorType;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use std::collections::BTreeMap;

/// The version of the form.
const VERSION: u32 = 1;

/// The longest value that is written, in characters.
const MAX_VALUE: usize = 200;

/// A report whose serialized form contains values of the body: see [`Report::with_values`].
#[derive(Debug, Clone, Copy)]
pub struct ReportWithValues<'r>(&'r Report);

impl Report {
    /// Returns an adapter whose serialized form has `propertyValue` in every problem, cut at 200 characters.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let report = RequestChecker::recommended().check(r#"{"externalCallTimeout": {"actualValue": 301}}"#, &Context::new());
    /// assert!(!serde_json::to_string(&report).unwrap().contains("301"));
    /// assert!(serde_json::to_string(&report.with_values()).unwrap().contains("301"));
    /// ```
    #[must_use]
    pub fn with_values(&self) -> ReportWithValues<'_> {
        ReportWithValues(self)
    }

    /// Returns the rules that the report refers to, by their pointers.
    fn rules(&self) -> BTreeMap<String, &dyn RuleInfo> {
        fn add<'r>(problem: &'r Problem, rules: &mut BTreeMap<String, &'r dyn RuleInfo>) {
            if let (Some(pointer), Some(rule)) = (problem.rule_pointer(), problem.rule()) {
                rules.entry(pointer).or_insert(rule);
            }
            problem.causes().iter().for_each(|cause| add(cause, rules));
        }
        let mut rules = BTreeMap::new();
        self.problems.iter().for_each(|problem| add(problem, &mut rules));
        for unchecked in &self.unchecked {
            rules.entry(unchecked.rule_pointer()).or_insert_with(|| unchecked.rule());
        }
        rules
    }

    fn serialize_form<S: Serializer>(&self, serializer: S, values: bool) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Report", 8)?;
        form.serialize_field("version", &VERSION)?;
        form.serialize_field("valid", &self.is_valid())?;
        form.serialize_field("complete", &self.is_complete())?;
        form.serialize_field("malformed", &self.is_malformed())?;
        form.serialize_field("problems", &Problems { problems: &self.problems, values })?;
        form.serialize_field("unchecked", &Each(&self.unchecked))?;
        form.serialize_field("warnings", &Each(&self.warnings))?;
        form.serialize_field("rules", &Rules(self.rules()))?;
        form.end()
    }
}

/// The form that [`schema::report`](crate::schema::report) describes; no value of the body is in it.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize_form(serializer, false)
    }
}

impl Serialize for ReportWithValues<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_form(serializer, true)
    }
}

/// A problem as in the form of a report, without its value.
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Entry { problem: self, values: false }.serialize(serializer)
    }
}

struct Problems<'r> {
    problems: &'r [Problem],
    values: bool,
}

impl Serialize for Problems<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut array = serializer.serialize_seq(Some(self.problems.len()))?;
        for problem in self.problems {
            array.serialize_element(&Entry { problem, values: self.values })?;
        }
        array.end()
    }
}

struct Entry<'r> {
    problem: &'r Problem,
    values: bool,
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { problem, values } = *self;
        let position = problem.position();
        let value = problem.value().filter(|_| values).map(|value| cut(&value));
        let mut form = serializer.serialize_struct("Problem", 18)?;
        form.serialize_field("pointer", &problem.pointer())?;
        form.serialize_field("line", &position.map(|position| position.line))?;
        form.serialize_field("column", &position.map(|position| position.column))?;
        form.serialize_field("offset", &problem.offset())?;
        form.serialize_field("length", &problem.length())?;
        form.serialize_field("kind", problem.kind().as_str())?;
        form.serialize_field("target", problem.target().as_str())?;
        form.serialize_field("message", &problem.to_string())?;
        form.serialize_field("expected", &problem.expected_text())?;
        form.serialize_field("found", &problem.found().to_string())?;
        form.serialize_field("suggestion", &problem.suggestion())?;
        form.serialize_field("propertyName", &problem.location().to_string())?;
        form.serialize_field("propertyValue", &value)?;
        form.serialize_field("validator", &problem.validator().map(ValidationErrorType::code))?;
        form.serialize_field("validatorName", &problem.validator().and_then(ValidationErrorType::name))?;
        form.serialize_field("rulePointer", &problem.rule_pointer())?;
        form.serialize_field("isDocumented", &problem.is_documented())?;
        form.serialize_field("documentationUrl", &problem.documentation_url())?;
        form.serialize_field("causes", &Problems { problems: problem.causes(), values })?;
        form.end()
    }
}

/// Cuts a value that is too long to be written.
fn cut(value: &str) -> String {
    match value.char_indices().nth(MAX_VALUE) {
        None => value.to_owned(),
        Some((end, _)) => format!("{}…", &value[..end]),
    }
}

struct Each<'r, T>(&'r [T]);

impl<T: Serialize> Serialize for Each<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0)
    }
}

impl Serialize for UncheckedRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("UncheckedRule", 5)?;
        form.serialize_field("validator", &self.validator().code())?;
        form.serialize_field("validatorName", &self.validator().name())?;
        form.serialize_field("propertyName", self.property())?;
        form.serialize_field("reason", &self.reason().to_string())?;
        form.serialize_field("rulePointer", &self.rule_pointer())?;
        form.end()
    }
}

impl Serialize for Warning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Warning", 2)?;
        form.serialize_field("kind", self.as_str())?;
        form.serialize_field("message", &self.to_string())?;
        form.end()
    }
}

struct Rules<'r>(BTreeMap<String, &'r dyn RuleInfo>);

impl Serialize for Rules<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_map(Some(self.0.len()))?;
        for (pointer, rule) in &self.0 {
            form.serialize_entry(pointer, &rule.to_json())?;
        }
        form.end()
    }
}
