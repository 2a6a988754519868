use super::compile::compile;
use crate::body::decode;
use crate::directory::OwnedQuestion;
use crate::file::{self, FileObject, LoadError};
use crate::json::recovery::{Recovery, recover};
use crate::report::{Origin, Report};
use crate::rules::context::ObjectContext;
use crate::rules::current_object::{CurrentObject, exact};
use crate::rules::engine::{
    self, CompiledRule, CurrentValue, Knowledge, QuestionRecorder, ReportedProblems, RunInput, ValueSource,
};
use crate::rules::params::CustomChecks;
use crate::rules::resolve;
use crate::rules::rule::Rule;
use crate::rules::set::{RuleSet, file_of};
use crate::value_ref::ValueRef;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// A checker of JSON objects and arrays of any type against a rule set: users, workgroups, stations, and anything else
/// that a server has.
///
/// By default an object is complete: a property that it omits is absent. With [`partial`](Self::partial) it is an
/// update: a property that it omits keeps its current value on the server. A checker is compiled once and checks many
/// objects, from many threads; cloning it copies a pointer.
///
/// ```
/// use icws_schema::rules::validators::RequiredAttribute;
/// use icws_schema::rules::{ObjectChecker, ObjectContext, Rule, RuleSet};
///
/// let checker = ObjectChecker::new(&RuleSet::new([Rule::new("extension", RequiredAttribute::new())])?)?;
/// let report = checker.check(r#"{"displayName": "Jane"}"#, &ObjectContext::new());
/// assert_eq!(report.problems()[0].pointer(), "/extension");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Clone)]
pub struct ObjectChecker(Arc<ObjectCheckerData>);

#[derive(Clone)]
struct ObjectCheckerData {
    set: RuleSet,
    rules: Vec<Arc<CompiledRule>>,
    is_partial: bool,
    is_recovering: bool,
    max_problems: usize,
    origin: Option<Arc<Origin>>,
}

impl ObjectChecker {
    /// Compiles a rule set for objects.
    ///
    /// # Errors
    ///
    /// Returns an error for each custom check, since none are registered.
    pub fn new(set: &RuleSet) -> Result<Self, LoadError> {
        Self::with_custom_checks(set, &CustomChecks::new())
    }

    /// Compiles a rule set for objects, with the custom checks that rules of validator 0 use.
    ///
    /// # Errors
    ///
    /// Returns an error for each custom check that is not registered.
    pub fn with_custom_checks(set: &RuleSet, checks: &CustomChecks) -> Result<Self, LoadError> {
        let mut problems = Vec::new();
        let resolved = resolve::for_objects(set.outlines(), checks, &mut problems);
        if !problems.is_empty() {
            return Err(set.error(problems));
        }
        let rules = compile(set.rules(), &resolved, checks);
        Ok(Self(Arc::new(ObjectCheckerData {
            set: set.clone(),
            rules,
            is_partial: false,
            is_recovering: false,
            max_problems: usize::MAX,
            origin: None,
        })))
    }

    /// Loads a rule file for objects.
    ///
    /// # Errors
    ///
    /// Returns all problems with the file, each with line and column.
    pub fn from_json(file: impl AsRef<[u8]>) -> Result<Self, LoadError> {
        Self::from_json_with_custom_checks(file, &CustomChecks::new())
    }

    /// Loads a rule file for objects, with the custom checks that rules of validator 0 use.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`from_json`](Self::from_json); a custom check that is not registered is an error.
    pub fn from_json_with_custom_checks(file: impl AsRef<[u8]>, checks: &CustomChecks) -> Result<Self, LoadError> {
        file::load(file.as_ref(), FileObject::RuleFile, |text| Self::load(text, Some(text), checks))
    }

    /// Compiles rules for objects: [`RuleSet::new`] followed by [`new`](Self::new).
    ///
    /// # Errors
    ///
    /// Returns all problems with the rules.
    pub fn from_rules(rules: impl IntoIterator<Item = Rule>) -> Result<Self, LoadError> {
        Self::load(&file_of(&Vec::from_iter(rules), None), None, &CustomChecks::new())
    }

    /// Loads a rule file; `source` is the file if the caller gave one.
    fn load(file: &str, source: Option<&str>, checks: &CustomChecks) -> Result<Self, LoadError> {
        let set = RuleSet::load_for(file, source, |outlines, problems, _| {
            resolve::for_objects(outlines, checks, problems);
        })?;
        Self::with_custom_checks(&set, checks)
    }

    /// Treats objects as partial updates: a property that an object omits keeps its current value on the server.
    ///
    /// ```
    /// use icws_schema::rules::{ObjectChecker, ObjectContext};
    ///
    /// let checker = ObjectChecker::from_json(
    ///     r#"{"rules": [{"validator": "integerComparisonValidator", "property": "max", "operator": "gt", "other": "min"}]}"#,
    /// )?;
    /// let update = r#"{"max": 5}"#;
    /// assert!(checker.check(update, &ObjectContext::new()).is_complete(), "there is no minimum");
    ///
    /// let checker = checker.partial();
    /// assert!(!checker.check(update, &ObjectContext::new()).is_complete(), "the minimum is not known");
    /// let current = serde_json::json!({"min": 7});
    /// assert!(!checker.check(update, &ObjectContext::new().with_current(&current)).is_valid());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn partial(self) -> Self {
        Self(Arc::new(ObjectCheckerData { is_partial: true, ..ObjectCheckerData::clone(&self.0) }))
    }

    /// Continues after syntax errors that can have only one meaning, as
    /// [`ParseOptions::recover`](crate::ParseOptions::recover) does.
    ///
    /// ```
    /// use icws_schema::rules::{ObjectChecker, ObjectContext, RuleSet};
    ///
    /// let checker = ObjectChecker::new(&RuleSet::documented())?.recover();
    /// assert_eq!(checker.check(r#"{"a": True, /* b */}"#, &ObjectContext::new()).problems().len(), 3);
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn recover(self) -> Self {
        Self(Arc::new(ObjectCheckerData { is_recovering: true, ..ObjectCheckerData::clone(&self.0) }))
    }

    /// Sets the maximum number of problems in a report, as
    /// [`ParseOptions::max_problems`](crate::ParseOptions::max_problems) does.
    ///
    /// ```
    /// use icws_schema::rules::validators::RequiredAttribute;
    /// use icws_schema::rules::{ObjectChecker, ObjectContext, Rule, RuleSet};
    ///
    /// let rules = ["a", "b"].map(|property| Rule::new(property, RequiredAttribute::new()));
    /// let report = ObjectChecker::new(&RuleSet::new(rules)?)?.max_problems(1).check("{}", &ObjectContext::new());
    /// assert_eq!((report.problems().len(), report.problem_count()), (1, 2));
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn max_problems(self, max: usize) -> Self {
        Self(Arc::new(ObjectCheckerData { max_problems: max.max(1), ..ObjectCheckerData::clone(&self.0) }))
    }

    /// Sets the origin of the objects in a larger text.
    ///
    /// ```
    /// use icws_schema::report::Origin;
    /// use icws_schema::rules::{ObjectChecker, ObjectContext, RuleSet};
    ///
    /// let line = ObjectChecker::new(&RuleSet::documented())?.origin(Origin::new().with_offset(41).with_line(2));
    /// let report = line.check(r#"{"a": 1, "a": 2}"#, &ObjectContext::new());
    /// assert_eq!(report.problems()[0].position().unwrap().line, 2);
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn origin(self, origin: Origin) -> Self {
        Self(Arc::new(ObjectCheckerData { origin: Some(origin.into()), ..ObjectCheckerData::clone(&self.0) }))
    }

    /// Returns the rules.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.0.set
    }

    /// Checks an object, given as bytes of JSON.
    #[must_use]
    pub fn check(&self, json: impl AsRef<[u8]>, context: &ObjectContext<'_>) -> Report {
        let json = json.as_ref();
        let mut recovery = if self.0.is_recovering { recover(json) } else { Recovery::default() };
        let errors = recovery.take_errors_of_copy();
        let input = recovery.input(json);
        let (mut report, tree) = decode::inspect(input, errors, &recovery.made_up);
        if let Some(tree) = &tree {
            let current = context.current.as_ref().map(CurrentObject::value);
            self.run(tree.into(), current, context.knowledge(), ValueSource::Text(input), &mut report);
        }
        report.set_original(&recovery, json);
        self.with_origin(report)
    }

    fn with_origin(&self, mut report: Report) -> Report {
        if let Some(origin) = &self.0.origin {
            report.set_origin(origin);
        }
        report
    }

    /// Checks a [`Value`]; its problems have no positions.
    #[must_use]
    pub fn check_value(&self, value: &Value, context: &ObjectContext<'_>) -> Report {
        let mut report = decode::inspect_value(value.into());
        if !report.is_unread() {
            let exact = exact(value);
            let value = exact.as_ref().map_or(value.into(), ValueRef::from);
            let current = context.current.as_ref().map(CurrentObject::value);
            self.run(value, current, context.knowledge(), ValueSource::Checked, &mut report);
        }
        self.with_origin(report)
    }

    /// Returns the questions that a check of an object asks the directory, in the order of the rules, each once. The
    /// directory of the context is not asked.
    ///
    /// With [`Answers`](crate::directory::Answers) to them the check needs no other directory, so they can be answered
    /// asynchronously, or all at once.
    ///
    /// ```
    /// use icws_schema::directory::{Answer, Answers};
    /// use icws_schema::rules::validators::ExistingExtension;
    /// use icws_schema::rules::{ObjectContext, ObjectChecker, Rule, RuleSet};
    ///
    /// let rules = RuleSet::new([Rule::new("extension", ExistingExtension::new())])?;
    /// let checker = ObjectChecker::new(&rules)?;
    /// let body = r#"{"extension": "8042"}"#;
    ///
    /// let questions = checker.questions(body, &ObjectContext::new());
    /// let answers: Answers = questions.into_iter().map(|question| (question, Answer::Yes)).collect();
    /// let report = checker.check(body, &ObjectContext::new().with_directory(&answers));
    /// assert!(report.is_valid() && report.is_complete());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn questions(&self, json: impl AsRef<[u8]>, context: &ObjectContext<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::default();
        let _ = self.check(json, &ObjectContext { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    /// Returns the questions of a check that the directory of the context cannot answer, in the order of the rules,
    /// each once. If the directory is [`Answers`](crate::directory::Answers) to some of them, these are the others, and
    /// those that an answer raised.
    ///
    /// ```
    /// use icws_schema::directory::InMemoryDirectory;
    /// use icws_schema::rules::{ObjectChecker, ObjectContext};
    ///
    /// let checker = ObjectChecker::from_json(
    ///     r#"{"rules": [{"validator": "existingExtension", "property": "extension"}, {"validator": "timeZoneValidator", "property": "zone"}]}"#,
    /// )?;
    /// let directory = InMemoryDirectory::from_json(r#"{"extensions": ["8001"]}"#)?;
    /// let context = ObjectContext::new().with_directory(&directory);
    /// let questions = checker.unanswered_questions(r#"{"extension": "8001", "zone": "UTC"}"#, &context);
    /// assert_eq!(questions.iter().map(|question| question.as_question().name()).collect::<Vec<_>>(), ["timeZoneExists"]);
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn unanswered_questions(&self, json: impl AsRef<[u8]>, context: &ObjectContext<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::unanswered_by(context.directory);
        let _ = self.check(json, &ObjectContext { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    /// Returns the questions of a check of a [`Value`] that the directory of the context cannot answer, as
    /// [`unanswered_questions`](Self::unanswered_questions) does.
    #[must_use]
    pub fn unanswered_questions_of_value(&self, value: &Value, context: &ObjectContext<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::unanswered_by(context.directory);
        let _ = self.check_value(value, &ObjectContext { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    /// Returns the questions that a check of a [`Value`] asks the directory, as [`questions`](Self::questions) does.
    #[must_use]
    pub fn questions_of_value(&self, value: &Value, context: &ObjectContext<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::default();
        let _ = self.check_value(value, &ObjectContext { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }

    fn run<'a>(
        &self,
        value: ValueRef<'a>,
        current: Option<ValueRef<'a>>,
        known: Knowledge<'a>,
        values: ValueSource<'_>,
        report: &mut Report,
    ) {
        let reported = ReportedProblems::new(report, None);
        let current = current.map_or(CurrentValue::NotKnown, CurrentValue::Value);
        let input =
            RunInput { value, current, is_partial: self.0.is_partial, reported: &reported, max: self.0.max_problems };
        let findings = engine::run(&self.0.rules, &self.0.rules, input, known);
        engine::add_to_report(findings, values, self.0.max_problems, report);
        report.truncate(self.0.max_problems);
    }
}

impl fmt::Debug for ObjectChecker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ObjectChecker")
            .field("rules", &self.0.set.rules())
            .field("is_partial", &self.0.is_partial)
            .finish_non_exhaustive()
    }
}
