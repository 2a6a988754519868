use super::compile::compile;
use crate::body::UserClientConfigurationProperties;
use crate::body::decode::members::WireValue;
use crate::body::decode::{self, Omission, ParseOptions, Parsed};
use crate::codes::ValidationErrorType;
use crate::directory::OwnedQuestion;
use crate::file::{self, FileObject, LoadError, LoadProblem};
use crate::json::tree;
use crate::report::error::Error;
use crate::report::{Report, Warning};
use crate::rules::context::Context;
use crate::rules::engine::{
    self, CompiledRule, CurrentValue, QuestionRecorder, ReportedProblems, RunInput, ValueSource,
};
use crate::rules::inline::InlineChecks;
use crate::rules::params::CustomChecks;
use crate::rules::resolve;
use crate::rules::rule::Rule;
use crate::rules::set::{RuleSet, file_of};
use crate::rules::valid::Valid;
use crate::value_ref::ValueRef;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

type Update = UserClientConfigurationProperties;

/// The feature version of `configuration` that introduced the PUT.
const INTRODUCED: u32 = 7;

/// A checker of bodies of the PUT, which are partial updates, against the representation and a rule set.
///
/// It is compiled once and checks many bodies, from many threads; cloning it copies a pointer.
///
/// ```
/// use icws_schema::codes::ValidationErrorType;
/// use icws_schema::rules::{Context, RequestChecker};
///
/// let checker = RequestChecker::recommended();
/// let report = checker.check(r#"{"externalCallTimeout": {"actualValue": 301}}"#, &Context::new());
/// let problem = &report.problems()[0];
/// assert_eq!(problem.validator(), Some(ValidationErrorType::Range));
/// assert_eq!(problem.pointer(), "/externalCallTimeout/actualValue");
/// ```
#[derive(Clone)]
pub struct RequestChecker(Arc<RequestCheckerData>);

#[derive(Clone)]
struct RequestCheckerData {
    set: RuleSet,
    rules: Vec<Arc<CompiledRule>>,
    /// The rules that run where a value is decoded, and the others.
    inline: InlineChecks,
    deferred: Vec<Arc<CompiledRule>>,
    /// Whether some of the deferred rules are custom checks.
    has_custom_checks: bool,
    options: ParseOptions,
    warnings: Arc<[LoadProblem]>,
}

impl RequestChecker {
    /// Compiles a rule set for requests.
    ///
    /// # Errors
    ///
    /// Returns an error for each path that a request does not have, each property of a type that its validator does not
    /// accept, and each custom check, since none are registered. If the set was loaded from a file, each has line and
    /// column.
    ///
    /// ```
    /// use icws_schema::rules::validators::Range;
    /// use icws_schema::rules::{RequestChecker, Rule, RuleSet};
    ///
    /// let set = RuleSet::new([Rule::new("/followMe/0/timeout", Range::new().with_max(60))])?;
    /// let error = RequestChecker::new(&set).unwrap_err();
    /// assert_eq!(error.problems()[0].suggestion(), Some("followMe[].timeout"));
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    pub fn new(set: &RuleSet) -> Result<Self, LoadError> {
        Self::with_custom_checks(set, &CustomChecks::new())
    }

    /// Compiles a rule set for requests, with the custom checks that rules of validator 0 use.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`new`](Self::new); a custom check that is not registered is an error.
    pub fn with_custom_checks(set: &RuleSet, checks: &CustomChecks) -> Result<Self, LoadError> {
        let (mut problems, mut warnings) = (Vec::new(), Vec::new());
        let resolved =
            resolve::for_representation(set.outlines(), Update::DESCRIPTOR, checks, &mut problems, &mut warnings);
        if !problems.is_empty() {
            return Err(set.error(problems).with_warnings(set.placed(warnings)));
        }
        let rules = compile(set.rules(), &resolved, checks);
        let (inline, deferred) = InlineChecks::new(&rules, &resolved, Update::DESCRIPTOR);
        let (set, has_custom_checks, options) = (set.clone(), has_custom_checks(&deferred), ParseOptions::new());
        let warnings = set.placed(warnings).into();
        Ok(Self(Arc::new(RequestCheckerData { set, rules, inline, deferred, has_custom_checks, options, warnings })))
    }

    /// Loads a rule file for requests.
    ///
    /// # Errors
    ///
    /// Returns all problems with the file, including rules that do not fit requests, each with line and column.
    ///
    /// ```
    /// use icws_schema::rules::RequestChecker;
    ///
    /// let error = RequestChecker::from_json(
    ///     r#"{"rules": [
    ///         {"validator": "range", "property": "folowMe[].timeout", "max": 60},
    ///         {"validator": "range", "property": "externalCallTimeout.actualValue", "max": "60"}]}"#,
    /// )
    /// .unwrap_err();
    /// let suggestions: Vec<_> = error.problems().iter().map(|problem| problem.suggestion()).collect();
    /// assert_eq!(suggestions, [Some("followMe[].timeout"), None]);
    /// ```
    pub fn from_json(file: impl AsRef<[u8]>) -> Result<Self, LoadError> {
        Self::from_json_with_custom_checks(file, &CustomChecks::new())
    }

    /// Loads a rule file for requests, with the custom checks that rules of validator 0 use.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`from_json`](Self::from_json); a custom check that is not registered is an error.
    pub fn from_json_with_custom_checks(file: impl AsRef<[u8]>, checks: &CustomChecks) -> Result<Self, LoadError> {
        file::load_with_warnings(
            file.as_ref(),
            FileObject::RuleFile,
            |text| Self::load(text, Some(text), checks),
            Self::warnings,
        )
    }

    /// Compiles rules for requests: [`RuleSet::new`] followed by [`new`](Self::new), with all problems reported at
    /// once.
    ///
    /// # Errors
    ///
    /// Returns all problems with the rules, including rules that do not fit requests.
    ///
    /// ```
    /// use icws_schema::rules::validators::Range;
    /// use icws_schema::rules::{RequestChecker, Rule};
    ///
    /// let rules = ["externalCallTimout.actualValue", "followMe[0].timeout"].map(|path| Rule::new(path, Range::new().with_max(60)));
    /// let error = RequestChecker::from_rules(rules).unwrap_err();
    /// let suggestions: Vec<_> = error.problems().iter().map(|problem| problem.suggestion()).collect();
    /// assert_eq!(suggestions, [Some("externalCallTimeout.actualValue"), Some("followMe[].timeout")]);
    /// ```
    pub fn from_rules(rules: impl IntoIterator<Item = Rule>) -> Result<Self, LoadError> {
        Self::load(&file_of(&Vec::from_iter(rules), None), None, &CustomChecks::new())
    }

    /// Loads a rule file; `source` is the file if the caller gave one.
    fn load(file: &str, source: Option<&str>, checks: &CustomChecks) -> Result<Self, LoadError> {
        let set = RuleSet::load_for(file, source, |outlines, problems, warnings| {
            resolve::for_representation(outlines, Update::DESCRIPTOR, checks, problems, warnings);
        })?;
        Self::with_custom_checks(&set, checks)
    }

    /// Returns a checker with the rules that the vendor documents: it checks the representation alone.
    #[must_use]
    pub fn documented() -> Self {
        Self::of_this_crate(&RuleSet::documented())
    }

    /// Returns a checker with the limits that this crate assumes: see [`RuleSet::recommended`].
    #[must_use]
    pub fn recommended() -> Self {
        Self::of_this_crate(&RuleSet::recommended())
    }

    fn of_this_crate(set: &RuleSet) -> Self {
        match Self::new(set) {
            Ok(checker) => checker,
            Err(error) => unreachable!("a test loads the sets of this crate: {error}"),
        }
    }

    /// Sets how requests are parsed.
    #[must_use]
    pub fn with_parse_options(self, options: ParseOptions) -> Self {
        Self(Arc::new(RequestCheckerData { options, ..RequestCheckerData::clone(&self.0) }))
    }

    /// Returns the rules.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.0.set
    }

    /// Returns warnings about rules that are probably mistaken but not rejected: properties compared with values, or
    /// limited to ranges, that no valid request has, so that the rule never passes or its condition never holds. Each
    /// warning has line and column if the rules were loaded from a file.
    ///
    /// ```
    /// use icws_schema::rules::RequestChecker;
    ///
    /// let checker = RequestChecker::from_json(
    ///     r#"{"rules": [{"validator": "validValues", "property": "callForwardAll.actualValue", "values": ["true"]}]}"#,
    /// )?;
    /// let warning = &checker.warnings()[0];
    /// assert_eq!(warning.to_string(), r#"1:93: /rules/0: values: expected a boolean, found "true"; write it without quotes"#);
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn warnings(&self) -> &[LoadProblem] {
        &self.0.warnings
    }

    /// Checks a body, given as bytes of JSON.
    #[must_use]
    pub fn check(&self, json: impl AsRef<[u8]>, context: &Context<'_>) -> Report {
        let json = json.as_ref();
        if self.0.deferred.is_empty() {
            self.check_bytes::<false>(json, &mut decode::unkept(), context)
        } else {
            self.check_bytes::<true>(json, &mut Update::default(), context)
        }
    }

    /// Parses and checks a body, given as bytes of JSON. A rule that could not be checked is not a problem; the report
    /// lists it.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let checker = RequestChecker::recommended();
    /// let update = checker.parse(r#"{"externalCallTimeout": {"actualValue": 60}}"#, &Context::new()).into_result()?;
    /// assert_eq!(update.external_call_timeout.value().and_then(|timeout| timeout.actual_value.value()), Some(&60));
    /// # Ok::<(), icws_schema::Error>(())
    /// ```
    #[must_use]
    pub fn parse(&self, json: impl AsRef<[u8]>, context: &Context<'_>) -> Parsed<Update> {
        let mut parsed = Parsed { value: Update::default(), report: Report::default() };
        parsed.report = self.check_bytes::<true>(json.as_ref(), &mut parsed.value, context);
        parsed
    }

    /// Parses and checks a body, given as a [`Value`]; its problems have no positions.
    #[must_use]
    pub fn parse_value(&self, value: &Value, context: &Context<'_>) -> Parsed<Update> {
        let mut parsed = self.0.options.parse_whole_value::<Update>(value);
        self.run(&self.0.rules, value.into(), ValueSource::Checked, context, &mut parsed.report);
        self.0.options.truncate(&mut parsed.report);
        parsed
    }

    /// Checks a typed value.
    #[must_use]
    pub fn check_value(&self, update: &Update, context: &Context<'_>) -> Report {
        let RequestCheckerData { rules, inline, deferred, options, .. } = &*self.0;
        let is_sound = update.is_sound(inline, 0);
        if is_sound && deferred.is_empty() && context.feature_version.is_none() {
            return Report::default();
        }
        let Some(value) = update.node() else { return Report::default() };
        let mut report = if is_sound { Report::default() } else { options.inspect(update) };
        self.run(if is_sound { deferred } else { rules }, value, ValueSource::Checked, context, &mut report);
        options.truncate_and_locate(report)
    }

    /// Checks a typed value, and returns it as proof that it was checked.
    ///
    /// # Errors
    ///
    /// Returns the report if there is a problem, or if the directory failed to answer a question.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let mut update = UserClientConfigurationProperties::default();
    /// update.external_call_timeout.set(301);
    /// let error = RequestChecker::recommended().validate(update, &Context::new()).unwrap_err();
    /// assert_eq!(error.report().problems().len(), 1);
    /// ```
    pub fn validate(&self, update: Update, context: &Context<'_>) -> Result<Valid<Update>, Error> {
        let report = self.check_value(&update, context);
        self.proof(update, report)
    }

    /// Parses and checks a body, given as bytes of JSON, and returns the value as proof that it was checked.
    ///
    /// # Errors
    ///
    /// Returns the report if there is a problem, or if the directory failed to answer a question.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let checker = RequestChecker::recommended();
    /// let update = checker.validate_json(r#"{"externalCallTimeout": {"actualValue": 60}}"#, &Context::new())?;
    /// assert!(update.is_complete());
    /// # Ok::<(), icws_schema::Error>(())
    /// ```
    pub fn validate_json(&self, json: impl AsRef<[u8]>, context: &Context<'_>) -> Result<Valid<Update>, Error> {
        let (update, report) = self.parse(json, context).into_partial();
        self.proof(update, report)
    }

    fn proof(&self, update: Update, report: Report) -> Result<Valid<Update>, Error> {
        let unchecked = report.into_result()?.into_unchecked();
        Ok(Valid::new(update, unchecked, self.rules().clone()))
    }

    /// Returns the questions that a check of a body asks the directory, in the order of the rules, each once. The
    /// directory of the context is not asked.
    ///
    /// With [`Answers`](crate::directory::Answers) to them the check needs no other directory, so they can be answered
    /// asynchronously, or all at once.
    ///
    /// ```
    /// use icws_schema::directory::{Answer, Answers};
    /// use icws_schema::rules::validators::ExistingExtension;
    /// use icws_schema::rules::{Context, RequestChecker, Rule, RuleSet};
    ///
    /// let rules = RuleSet::new([Rule::new("followMe[].phoneNumber", ExistingExtension::new())])?;
    /// let checker = RequestChecker::new(&rules)?;
    /// let body = r#"{"followMe": [{"phoneNumber": "8042", "timeout": 15, "usePin": true}]}"#;
    ///
    /// let questions = checker.questions(body, &Context::new());
    /// let answers: Answers = questions.into_iter().map(|question| (question, Answer::Yes)).collect();
    /// let report = checker.check(body, &Context::new().with_directory(&answers));
    /// assert!(report.is_valid() && report.is_complete());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn questions(&self, json: impl AsRef<[u8]>, context: &Context<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::default();
        let _ = self.check(json, &Context { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    /// Returns the questions of a check that the directory of the context cannot answer, in the order of the rules,
    /// each once. If the directory is [`Answers`](crate::directory::Answers) to some of them, these are the others, and
    /// those that an answer raised.
    ///
    /// ```
    /// use icws_schema::directory::{Answer, Answers};
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}"#;
    /// let checker = RequestChecker::from_json(rules)?;
    /// let body = r#"{"followMe": [{"phoneNumber": "8042", "timeout": 15, "usePin": true}]}"#;
    ///
    /// let mut answers = Answers::new();
    /// for question in checker.unanswered_questions(body, &Context::new().with_directory(&answers)) {
    ///     answers.insert(question, Answer::Yes);
    /// }
    /// assert!(checker.unanswered_questions(body, &Context::new().with_directory(&answers)).is_empty());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn unanswered_questions(&self, json: impl AsRef<[u8]>, context: &Context<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::unanswered_by(context.directory);
        let _ = self.check(json, &Context { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    /// Returns the questions of a check of a typed value that the directory of the context cannot answer, as
    /// [`unanswered_questions`](Self::unanswered_questions) does.
    #[must_use]
    pub fn unanswered_questions_of_value(&self, update: &Update, context: &Context<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::unanswered_by(context.directory);
        let _ = self.check_value(update, &Context { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    /// Returns the questions that a check of a typed value asks the directory, as [`questions`](Self::questions) does.
    #[must_use]
    pub fn questions_of_value(&self, update: &Update, context: &Context<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::default();
        let _ = self.check_value(update, &Context { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    fn check_bytes<const KEEP: bool>(&self, json: &[u8], update: &mut Update, context: &Context<'_>) -> Report {
        let RequestCheckerData { rules, inline, deferred, has_custom_checks, options, .. } = &*self.0;
        // Violations of newer validators are dropped later.
        let is_newer = |version| rules.iter().any(|rule| rule.newer_than(version).is_some());
        let omission = match context.feature_version {
            Some(version) if is_newer(version) => Omission::Later,
            _ if deferred.is_empty() => Omission::Counted,
            _ => Omission::Slots,
        };
        let decoded = options.fill_checked::<_, KEEP>(json, update, inline, omission);
        if decoded.is_none() && deferred.is_empty() && context.feature_version.is_none() {
            return Report::default();
        }
        let (mut report, recovery) = decoded.unwrap_or_default();
        let input = recovery.input(json);
        // A custom check receives the value as it is in the body; a value of another type is not decoded.
        let tree = (*has_custom_checks && !report.is_valid()).then(|| std::str::from_utf8(input).ok().map(tree::parse));
        if let Some(Some(Ok(tree))) = &tree {
            self.run(deferred, tree.into(), ValueSource::Text(input), context, &mut report);
        } else if let Some(value) = update.node() {
            self.run(deferred, value, ValueSource::Text(input), context, &mut report);
        }
        report.set_original(&recovery, json);
        options.truncate_and_locate(report)
    }

    /// Adds the findings of rules to the report.
    fn run(
        &self,
        rules: &[Arc<CompiledRule>],
        value: ValueRef<'_>,
        values: ValueSource<'_>,
        context: &Context<'_>,
        report: &mut Report,
    ) {
        if let Some(version) = context.feature_version {
            report.retain_rules(|rule| rule.validator().since().is_none_or(|since| version >= since));
            if version < INTRODUCED {
                report.warn(Warning::FeatureVersion { version });
            }
        } else if rules.is_empty() {
            return;
        }
        if report.is_unread() {
            return;
        }
        let current = context.current.and_then(WireValue::node);
        let reported = ReportedProblems::new(report, Some(Update::DESCRIPTOR));
        let current = current.map_or(CurrentValue::NotKnown, CurrentValue::Value);
        let input = RunInput { value, current, is_partial: true, reported: &reported, max: self.0.options.max() };
        let findings = engine::run(rules, &self.0.rules, input, context.knowledge());
        engine::add_to_report(findings, values, self.0.options.max(), report);
    }
}

fn has_custom_checks(rules: &[Arc<CompiledRule>]) -> bool {
    rules.iter().any(|rule| rule.validator == ValidationErrorType::UnknownValidator || has_custom_checks(&rule.rules))
}

impl fmt::Debug for RequestChecker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestChecker").field("rules", &self.0.set.rules()).finish_non_exhaustive()
    }
}
