//! The JSON form of a report, which its published schema describes.

use super::{
    Hint, Problem, PropertyHint, Report, RuleInfo, RuleSources, UncheckedReason, UncheckedRule, Warning, excerpt,
};
use crate::codes::{ErrorId, ValidationErrorType};
use crate::json::position::Position;
use crate::vocabulary::Section;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The version of the JSON form.
pub(crate) const VERSION: u32 = 1;

/// A report whose serialized form contains values of the body: see [`Report::with_values`].
#[derive(Debug, Clone, Copy)]
pub struct ReportWithValues<'r> {
    report: &'r Report,
    text: Option<&'r [u8]>,
}

impl Report {
    /// Returns an adapter whose serialized form also has the found value of every problem, as JSON, truncated to 200
    /// characters, if the report has it; with [`of`](ReportWithValues::of) all values are taken from the text.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let report = RequestChecker::recommended().check(r#"{"externalCallTimeout": {"actualValue": 301}}"#, &Context::new());
    /// assert!(!serde_json::to_string(&report).unwrap().contains("301"));
    /// assert!(serde_json::to_string(&report.with_values()).unwrap().contains(r#""foundValue":"301""#));
    /// ```
    #[must_use]
    pub fn with_values(&self) -> ReportWithValues<'_> {
        ReportWithValues { report: self, text: None }
    }

    /// Returns the rules to which the report refers, by their pointers.
    fn rules(&self) -> BTreeMap<String, &dyn RuleInfo> {
        fn add<'r>(problem: &'r Problem, rules: &mut BTreeMap<String, &'r dyn RuleInfo>) {
            if let (Some(pointer), Some(rule)) = (problem.rule_pointer(), problem.rule()) {
                rules.entry(pointer).or_insert(rule);
            }
            problem.causes().iter().for_each(|cause| add(cause, rules));
        }
        let mut rules = BTreeMap::new();
        self.problems().iter().for_each(|problem| add(problem, &mut rules));
        for unchecked in self.unchecked() {
            rules.entry(unchecked.rule_pointer()).or_insert_with(|| unchecked.rule());
        }
        rules
    }
}

impl<'r> ReportWithValues<'r> {
    /// Sets the text of the body, from which values are taken.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let json = br#"{"phoneNumber": [8042], "timeout": 15, "usePin": true}"#;
    /// let report = ParseOptions::new().check::<FollowMe>(json);
    /// assert!(serde_json::to_string(&report.with_values().of(json)).unwrap().contains(r#""foundValue":"[8042]""#));
    /// ```
    #[must_use]
    pub fn of(self, text: &'r [u8]) -> Self {
        Self { text: Some(text), ..self }
    }
}

impl Problem {
    /// Returns the found value as JSON, truncated to 200 characters; `None` if there is none. It is taken from the text
    /// of the body, if that is given.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let json = br#"{"phoneNumber": [8042], "timeout": 15}"#;
    /// let report = ParseOptions::new().check::<FollowMe>(json);
    /// let values: Vec<_> = report.iter().map(|problem| problem.found_value(Some(json))).collect();
    /// assert_eq!(values, [Some("[8042]".to_owned()), None]);
    /// ```
    #[must_use]
    pub fn found_value(&self, text: Option<&[u8]>) -> Option<String> {
        let span = self.span();
        if span.len == 0 || self.is_syntax() || self.is_of_part() {
            return self.held_excerpt();
        }
        match (text, self.target()) {
            (Some(text), super::Target::Value) => excerpt::of_text(text.get(span.at..span.at + span.len)?),
            (Some(text), super::Target::Key) => excerpt::of_text(after_name(text.get(span.at + span.len..)?)?),
            (None, _) => self.held_excerpt(),
        }
    }
}

/// Returns the text after the `:` after a name.
fn after_name(text: &[u8]) -> Option<&[u8]> {
    let value = text.trim_ascii_start().strip_prefix(b":")?;
    Some(value.trim_ascii_start())
}

/// Serializes the form that [`schema::report`](crate::schema::report) describes, without values of the body.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReportForm::new(self, ShownValues::Hidden).serialize(serializer)
    }
}

/// Serializes the form that [`schema::report`](crate::schema::report) describes.
impl Serialize for ReportWithValues<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReportForm::new(self.report, ShownValues::Shown(self.text)).serialize(serializer)
    }
}

/// Whether values of the body are shown; all are known if the text is given.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ShownValues<'t> {
    Hidden,
    Shown(Option<&'t [u8]>),
}

/// A report in the form of its schema.
pub(crate) struct ReportForm<'r> {
    pub(crate) report: &'r Report,
    pub(crate) values: ShownValues<'r>,
    /// Members that only the command adds.
    pub(crate) head: Option<CommandMembers<'r>>,
    pub(crate) sources: Option<&'r RuleSources>,
}

/// The members that only the command writes: the file, and the response of a server to a request.
pub(crate) struct CommandMembers<'r> {
    pub(crate) file: &'r str,
    /// The line of the body in an NDJSON file.
    pub(crate) line_of_file: Option<u64>,
    pub(crate) error_id: Option<ErrorId>,
    pub(crate) is_documented: Option<bool>,
    pub(crate) body: Option<Box<RawValue>>,
}

impl<'r> ReportForm<'r> {
    fn new(report: &'r Report, values: ShownValues<'r>) -> Self {
        Self { report, values, head: None, sources: None }
    }
}

impl Serialize for ReportForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { report, values, .. } = *self;
        let mut form = serializer.serialize_struct("Report", if self.head.is_some() { 16 } else { 11 })?;
        form.serialize_field("version", &VERSION)?;
        if let Some(head) = &self.head {
            form.serialize_field("file", head.file)?;
            form.serialize_field("lineOfFile", &head.line_of_file)?;
        }
        form.serialize_field("valid", &report.is_valid())?;
        form.serialize_field("complete", &report.is_complete())?;
        form.serialize_field("malformed", &report.is_malformed())?;
        form.serialize_field("truncated", &report.is_truncated())?;
        if let Some(head) = &self.head {
            form.serialize_field("errorId", &head.error_id.as_ref().map(ErrorId::as_str))?;
            form.serialize_field("isDocumented", &head.is_documented)?;
            form.serialize_field("body", &head.body)?;
        }
        form.serialize_field("problemCount", &report.problem_count())?;
        form.serialize_field("problems", &ProblemEntries { problems: report.problems(), values })?;
        form.serialize_field("uncheckedCount", &report.unchecked_count())?;
        form.serialize_field("unchecked", report.unchecked())?;
        form.serialize_field("warnings", report.warnings())?;
        form.serialize_field("rules", &RuleEntries { rules: report.rules(), sources: self.sources })?;
        form.end()
    }
}

/// Serializes the problem as in a report, without its value.
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ProblemEntry { problem: self, values: ShownValues::Hidden }.serialize(serializer)
    }
}

struct ProblemEntries<'r> {
    problems: &'r [Problem],
    values: ShownValues<'r>,
}

impl Serialize for ProblemEntries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut array = serializer.serialize_seq(Some(self.problems.len()))?;
        for problem in self.problems {
            array.serialize_element(&ProblemEntry { problem, values: self.values })?;
        }
        array.end()
    }
}

struct ProblemEntry<'r> {
    problem: &'r Problem,
    values: ShownValues<'r>,
}

impl Serialize for ProblemEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { problem, values } = *self;
        let position = problem.position();
        let value = match values {
            ShownValues::Hidden => None,
            ShownValues::Shown(text) => problem.found_value(text),
        };
        let mut form = serializer.serialize_struct("Problem", 21)?;
        form.serialize_field("pointer", &problem.pointer())?;
        form.serialize_field("propertyName", &problem.location().to_string())?;
        form.serialize_field("line", &position.map(|position| position.line))?;
        form.serialize_field("column", &position.map(|position| position.column))?;
        form.serialize_field("offset", &problem.offset())?;
        form.serialize_field("length", &problem.length())?;
        form.serialize_field("kind", problem.kind().as_str())?;
        form.serialize_field("target", problem.target().as_str())?;
        form.serialize_field("message", &problem.to_string())?;
        form.serialize_field("expected", &problem.expected_text())?;
        form.serialize_field("found", &problem.found().to_string())?;
        form.serialize_field("foundValue", &value)?;
        form.serialize_field("suggestion", &problem.suggestion())?;
        form.serialize_field("hint", &problem.hint())?;
        form.serialize_field("first", &FirstPosition::of(problem))?;
        form.serialize_field("validator", &problem.validator().map(ValidationErrorType::code))?;
        form.serialize_field("validatorName", &problem.validator().and_then(ValidationErrorType::name))?;
        form.serialize_field("rulePointer", &problem.rule_pointer())?;
        form.serialize_field("isDocumented", &problem.is_documented())?;
        form.serialize_field("documentationUrl", &problem.documentation_url())?;
        form.serialize_field("causes", &ProblemEntries { problems: problem.causes(), values })?;
        form.end()
    }
}

/// Serializes the hint as in a report.
impl Serialize for Hint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (mut named, mut code, mut item, mut character) = (None, None, None, None);
        match self {
            Self::SimilarProperty { name } | Self::InSeconds { name } => named = Some(*name),
            Self::Misspelt { name } | Self::OtherCase { name } => named = Some(name.as_str()),
            Self::CodeName { code: number, name } => (named, code) = (Some(*name), Some(*number)),
            Self::Item { number, .. } => item = Some(*number),
            Self::Character { number, .. } => character = Some(*number),
            Self::SimilarValue { value } => named = Some(value.as_str()),
            Self::EffectiveValue
            | Self::BareValue
            | Self::QuotedBareValue
            | Self::BareBoolean
            | Self::BareInteger
            | Self::BareString
            | Self::ActualValue
            | Self::FollowMeArray
            | Self::NumberedItems
            | Self::FollowMeItem
            | Self::Boolean
            | Self::Integer
            | Self::Seconds
            | Self::Inherit
            | Self::Inheritance
            | Self::Placeholder
            | Self::ValueOf { .. }
            | Self::CutOff { .. }
            | Self::PartsOfBody
            | Self::EscapedJson
            | Self::PowerShell
            | Self::PropertyByName { .. }
            | Self::WrappedValue
            | Self::WrappedBody
            | Self::WrappedPart
            | Self::BodyAt { .. }
            | Self::BodyInString { .. }
            | Self::JsonPatch { .. }
            | Self::LostValue
            | Self::LostDigits
            | Self::UserInUrl
            | Self::Comment
            | Self::InSecondsAlone
            | Self::ConfigurationId
            | Self::Alone
            | Self::InArray
            | Self::ArrayOfUsers
            | Self::PhoneNumber
            | Self::WholeUser
            | Self::ListOfUsers
            | Self::ErrorResponse
            | Self::UpdateResult
            | Self::JsonSchema
            | Self::ArrayOfBodies
            | Self::OtherFile
            | Self::Quoted
            | Self::Unquoted => {}
        }
        let mut form = serializer.serialize_struct("Hint", 6)?;
        form.serialize_field("kind", self.as_str())?;
        form.serialize_field("message", &self.to_string())?;
        form.serialize_field("name", &named)?;
        form.serialize_field("code", &code)?;
        form.serialize_field("item", &item)?;
        form.serialize_field("character", &character)?;
        form.end()
    }
}

/// The position of the first of several properties with the same name.
struct FirstPosition {
    offset: u64,
    position: Position,
}

impl FirstPosition {
    fn of(problem: &Problem) -> Option<Self> {
        Some(Self { offset: problem.first_offset()?, position: problem.first_position()? })
    }
}

impl Serialize for FirstPosition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("First", 3)?;
        form.serialize_field("line", &self.position.line)?;
        form.serialize_field("column", &self.position.column)?;
        form.serialize_field("offset", &self.offset)?;
        form.end()
    }
}

impl Serialize for UncheckedRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reason = self.reason();
        let data = ReasonData::from(reason);
        let mut form = serializer.serialize_struct("UncheckedRule", 14)?;
        form.serialize_field("validator", &self.validator().code())?;
        form.serialize_field("validatorName", &self.validator().name())?;
        form.serialize_field("pointer", &self.location())?;
        form.serialize_field("propertyName", self.property())?;
        form.serialize_field("kind", reason.as_str())?;
        form.serialize_field("section", &data.section.map(Section::name))?;
        form.serialize_field("objectType", &data.object_type)?;
        form.serialize_field("path", &data.path)?;
        form.serialize_field("hint", &data.hint.map(PropertyHint::as_str))?;
        form.serialize_field("customCheck", &data.custom_check)?;
        form.serialize_field("since", &data.since)?;
        form.serialize_field("suggestion", &data.suggestion)?;
        form.serialize_field("message", &reason.to_string())?;
        form.serialize_field("rulePointer", &self.rule_pointer())?;
        form.end()
    }
}

/// The data of a reason, with the same members for every reason.
#[derive(Default)]
struct ReasonData<'r> {
    section: Option<Section>,
    object_type: Option<&'r str>,
    path: Option<&'r str>,
    custom_check: Option<&'r str>,
    hint: Option<PropertyHint>,
    since: Option<u32>,
    suggestion: Option<&'r str>,
}

impl<'r> From<&'r UncheckedReason> for ReasonData<'r> {
    fn from(reason: &'r UncheckedReason) -> Self {
        let nothing = Self::default();
        match reason {
            UncheckedReason::NotInDirectory { section, name, suggestion } => Self {
                section: Some(*section),
                object_type: name.as_deref(),
                suggestion: suggestion.as_deref(),
                ..nothing
            },
            UncheckedReason::PropertyUnknown { path, hint } => Self { path: Some(path), hint: *hint, ..nothing },
            UncheckedReason::CustomCheckFailed { name, error: _ } => Self { custom_check: Some(name), ..nothing },
            UncheckedReason::FeatureVersion { since } => Self { since: Some(*since), ..nothing },
            UncheckedReason::DirectoryFailed { section, name, error: _ } => {
                Self { section: Some(*section), object_type: name.as_deref(), ..nothing }
            }
        }
    }
}

impl Serialize for Warning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Warning", 3)?;
        form.serialize_field("pointer", &self.location().pointer())?;
        form.serialize_field("kind", self.as_str())?;
        form.serialize_field("message", &self.to_string())?;
        form.end()
    }
}

struct RuleEntries<'r> {
    rules: BTreeMap<String, &'r dyn RuleInfo>,
    sources: Option<&'r RuleSources>,
}

impl Serialize for RuleEntries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_map(Some(self.rules.len()))?;
        for (pointer, rule) in &self.rules {
            let source = self.sources.and_then(|sources| sources.find(pointer));
            form.serialize_entry(pointer, &SourcedRule { source, rule: *rule })?;
        }
        form.end()
    }
}

/// A rule and its source.
struct SourcedRule<'r> {
    source: Option<(&'r str, String)>,
    rule: &'r dyn RuleInfo,
}

impl Serialize for SourcedRule<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("SourcedRule", 3)?;
        form.serialize_field("source", &self.source.as_ref().map(|(name, _)| *name))?;
        form.serialize_field("sourcePointer", &self.source.as_ref().map(|(_, pointer)| pointer))?;
        form.serialize_field("rule", &self.rule.to_json())?;
        form.end()
    }
}
