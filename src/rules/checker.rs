use super::context::Context;
use super::engine::{self, CurrentValue, ReportedProblems};
use super::inline::InlineChecks;
use super::resolve;
use super::rule::Rule;
use super::set::RuleSet;
use super::valid::Valid;
use crate::body::decode::members::WireValue;
use crate::body::decode::{self, ParseOptions};
use crate::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use crate::file::LoadError;
use crate::json::lexer::Lexer;
use crate::json::span::Span;
use crate::json::tree::{self, Json, Tree};
use crate::location::{LocationSegment, PathCache};
use crate::report::UncheckedRule;
use crate::report::{Error, Problem, Report};
use crate::value_ref::ValueRef;
use serde_json::Value;
use std::sync::Arc;

/// A rule set made ready: compiled once, it checks many bodies, from many threads.
///
/// ```
/// use icws_schema::rules::{Context, RuleSet, Checker};
///
/// let rules = Checker::for_requests(&RuleSet::recommended())?;
/// let report = rules.check(r#"{"externalCallTimeout": {"actualValue": 301}}"#, &Context::default());
/// assert_eq!(report.problems()[0].validator(), Some(icws_schema::codes::ValidationErrorType::Range));
/// assert_eq!(report.problems()[0].pointer(), "/externalCallTimeout/actualValue");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Checker {
    compiled: Vec<Arc<Rule>>,
    /// Those that run where a value is read, and the others.
    in_pass: InlineChecks,
    rest: Vec<Arc<Rule>>,
    target: Target,
    reader: ParseOptions,
}

/// What rules judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// The body of the PUT, which is partial.
    Request,
    /// Any object.
    Object { partial: bool },
}

impl Checker {
    /// Rules for the body of the PUT.
    ///
    /// # Errors
    ///
    /// Paths that the representation lacks, and properties that are never of a kind that their rule reads.
    pub fn for_requests(set: &RuleSet) -> Result<Self, LoadError> {
        let refusals = resolve::refusals(set.rules(), UserClientConfigurationProperties::SHAPE);
        if refusals.is_empty() { Ok(Self::new(set, Target::Request)) } else { Err(LoadError { refusals }) }
    }

    /// The rules that the documentation states, for requests: none beside the representation.
    #[must_use]
    pub fn documented() -> Self {
        Self::new(&RuleSet::documented(), Target::Request)
    }

    /// Rules for any object, which is whole: what it leaves out is absent.
    #[must_use]
    pub fn for_objects(set: &RuleSet) -> Self {
        Self::new(set, Target::Object { partial: false })
    }

    /// Rules for any object, which is partial: what it leaves out stays as the server has it.
    #[must_use]
    pub fn for_partial_objects(set: &RuleSet) -> Self {
        Self::new(set, Target::Object { partial: true })
    }

    fn new(set: &RuleSet, target: Target) -> Self {
        let ready = |rule: &Arc<Rule>| match target {
            Target::Request => {
                let property = rule.property.indexed(UserClientConfigurationProperties::SHAPE);
                Arc::new(Rule { property, ..Rule::clone(rule) })
            }
            Target::Object { .. } => rule.clone(),
        };
        let compiled: Vec<_> = set.rules().iter().map(ready).collect();
        let (in_pass, rest) = match target {
            Target::Request => InlineChecks::new(&compiled, UserClientConfigurationProperties::SHAPE),
            Target::Object { .. } => (InlineChecks::default(), compiled.clone()),
        };
        Self { compiled, in_pass, rest, target, reader: ParseOptions::new() }
    }

    /// The rules, in their order.
    #[cfg(feature = "proptest")]
    pub(crate) fn rules(&self) -> &[Arc<Rule>] {
        &self.compiled
    }

    /// How requests are read.
    #[must_use]
    pub fn with_reader(self, reader: ParseOptions) -> Self {
        Self { reader, ..self }
    }

    /// Checks JSON text.
    #[must_use]
    pub fn check(&self, text: impl AsRef<[u8]>, context: &Context<'_>) -> Report {
        let text = text.as_ref();
        if self.target == Target::Request {
            return if self.rest.is_empty() {
                self.check_text::<false>(text, &mut decode::unkept(), context)
            } else {
                self.check_text::<true>(text, &mut UserClientConfigurationProperties::default(), context)
            };
        }
        self.check_tree(text, decode::inspect(text), context)
    }

    /// Reads a request, or says everything that is wrong with it. What could not be checked does not keep it from being read:
    /// [`check`](Self::check) lists that.
    ///
    /// # Errors
    ///
    /// The report, when something is wrong, or when a directory failed to answer.
    pub fn parse(
        &self,
        text: impl AsRef<[u8]>,
        context: &Context<'_>,
    ) -> Result<UserClientConfigurationProperties, Error> {
        decode::filled(|update| Some(self.check_text::<true>(text.as_ref(), update, context)))
    }

    /// Checks a request.
    #[must_use]
    pub fn check_request(&self, update: &UserClientConfigurationProperties, context: &Context<'_>) -> Report {
        let sound = !self.lacks(context) && update.is_sound(&self.in_pass, 0);
        if sound && self.passes(update, context) {
            return Report::default();
        }
        let text = serde_json::to_string(update).unwrap_or_default();
        self.check(text, context).without_positions()
    }

    /// Checks a request and keeps that it was.
    ///
    /// # Errors
    ///
    /// The report, when something is wrong, or when a directory failed to answer.
    pub fn valid(
        &self,
        update: UserClientConfigurationProperties,
        context: &Context<'_>,
    ) -> Result<Valid<UserClientConfigurationProperties>, Error> {
        let report = self.check_request(&update, context);
        if report.is_valid() && !report.has_failed_questions() {
            Ok(Valid::new(update, report.into_unchecked()))
        } else {
            Err(Error::new(report))
        }
    }

    /// Checks a part of a body, if the rules are for objects.
    pub(crate) fn check_part(&self, node: ValueRef<'_>, context: &Context<'_>) -> Report {
        match self.target {
            Target::Request => Report::default(),
            Target::Object { .. } => self.check_node(node, Report::default(), context),
        }
    }

    /// Checks a value.
    #[must_use]
    pub fn check_value(&self, value: &Value, context: &Context<'_>) -> Report {
        if self.target == Target::Request {
            let report = self.reader.parse_value::<UserClientConfigurationProperties>(value).report;
            return self.check_node(value.into(), report, context);
        }
        self.check_node(value.into(), decode::inspect_value(value.into()), context)
    }

    /// Reads a request and judges it in the same pass, what needs more than one value right behind. Where something of the latter is wrong or not
    /// known, or the server's version lacks a rule, the text is judged as a tree.
    fn check_text<const KEEP: bool>(
        &self,
        text: &[u8],
        update: &mut UserClientConfigurationProperties,
        context: &Context<'_>,
    ) -> Report {
        self.at_once::<KEEP>(text, update, context).unwrap_or_else(|report| self.check_tree(text, report, context))
    }

    /// The whole report, or what the representation says where rules need another look.
    fn at_once<const KEEP: bool>(
        &self,
        text: &[u8],
        update: &mut UserClientConfigurationProperties,
        context: &Context<'_>,
    ) -> Result<Report, Report> {
        let report = self.reader.fill_checked::<_, KEEP>(text, update, &self.in_pass).unwrap_or_default();
        let is_whole = self.rest.is_empty() || (report.is_of_rules() && self.passes(update, context));
        if is_whole && !self.lacks(context) { Ok(report) } else { Err(report.without_rules()) }
    }

    /// Whether the server's version lacks a rule.
    fn lacks(&self, context: &Context<'_>) -> bool {
        let lacks = |version| self.compiled.iter().any(|rule| rule.newer_than(version).is_some());
        context.feature_version.is_some_and(lacks)
    }

    /// Whether a request breaks none of the rules that need more than one value, and each could be checked.
    fn passes(&self, update: &UserClientConfigurationProperties, context: &Context<'_>) -> bool {
        if self.rest.is_empty() {
            return true;
        }
        let Some(node) = update.node() else { return false };
        let (problems, unchecked) = self.run(&self.rest, node, &ReportedProblems::default(), context);
        problems.is_empty() && unchecked.is_empty()
    }

    fn check_tree(&self, text: &[u8], report: Report, context: &Context<'_>) -> Report {
        if report.is_syntax() {
            return report;
        }
        let Ok(tree) = Lexer::of(text).and_then(|mut tokens| tree::value(&mut tokens)) else { return report };
        let known = report.problems().len();
        let mut report = self.check_node(ValueRef::from(&tree), report, context);
        let mut followed = PathCache::default();
        report.locate(text, known, |problem| span(&tree, problem, &mut followed));
        report
    }

    fn check_node(&self, node: ValueRef<'_>, mut report: Report, context: &Context<'_>) -> Report {
        if report.is_syntax() {
            return report;
        }
        let said = ReportedProblems::new(&report);
        let (problems, unchecked) = self.run(&self.compiled, node, &said, context);
        report.add(problems, unchecked);
        report
    }

    fn run<'a>(
        &self,
        rules: &[Arc<Rule>],
        node: ValueRef<'a>,
        said: &'a ReportedProblems,
        context: &'a Context<'a>,
    ) -> (Vec<Problem>, Vec<UncheckedRule>) {
        let current = match context.current {
            None => CurrentValue::NotKnown,
            Some(Current::View(view)) => view.node().map_or(CurrentValue::NotKnown, CurrentValue::Value),
            Some(Current::Value(value)) => CurrentValue::Value(value.into()),
        };
        let partial = self.target != Target::Object { partial: false };
        engine::run(rules, node, current, partial, context, said)
    }
}

/// How the object stands on the server.
#[derive(Debug, Clone, Copy)]
pub enum Current<'a> {
    /// Of a request to this endpoint.
    View(&'a UserClientConfigurationView),
    /// Of any object.
    Value(&'a Value),
}

/// Where a violation stands in the text: the value, or what would hold it, from its beginning.
fn span<'t>(tree: &'t Tree<'t>, problem: &Problem, followed: &mut PathCache<(&'t Tree<'t>, bool)>) -> Span {
    // What would hold the value holds all that would be beneath.
    let (here, is_there) = problem.follow((tree, true), followed, &mut |(here, is_there), segment| {
        let next = match (&here.json, segment) {
            (Json::Object(members), LocationSegment::Member(name)) => members.get(name).map(|member| &member.value),
            (Json::Array(items), LocationSegment::Index(index)) => items.get(*index),
            _ => None,
        };
        next.filter(|_| *is_there).map_or((*here, false), |next| (next, true))
    });
    Span { at: here.at, len: if is_there { here.len } else { 0 } }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text is judged as it is read, without a second look.
    fn is_judged_at_once(rules: &Checker, text: &str) -> bool {
        let mut update = UserClientConfigurationProperties::default();
        rules.at_once::<true>(text.as_bytes(), &mut update, &Context::default()).is_ok()
    }

    #[test]
    fn what_one_value_decides_is_judged_at_once() {
        let recommended = Checker::for_requests(&RuleSet::recommended()).unwrap();
        assert!(recommended.rest.is_empty());
        assert!(is_judged_at_once(&recommended, r#"{"externalCallTimeout": {"actualValue": 300}}"#));
        assert!(is_judged_at_once(&recommended, r#"{"externalCallTimeout": {"actualValue": 301}}"#));
        assert!(is_judged_at_once(
            &recommended,
            r#"{"followMe": [{"phoneNumber": "8001", "timeout": 9, "usePin": true}]}"#
        ));
        let set = r#"{"rules": [{"validator": "propertyNotApplicable", "property": "callForwardAll",
            "when": {"property": "followMe", "present": true}}]}"#;
        let several = Checker::for_requests(&RuleSet::from_json(set).unwrap()).unwrap();
        assert_eq!(several.rest.len(), 1);
        assert!(is_judged_at_once(&several, r#"{"followMe": []}"#));
        assert!(!is_judged_at_once(&several, r#"{"followMe": [], "callForwardAll": {"actualValue": true}}"#));
        assert!(
            !is_judged_at_once(&several, r#"{"callForwardAll": {"actualValue": true}}"#),
            "the server may have more"
        );
    }

    #[test]
    fn requests_are_read_as_the_reader_says() {
        let body = r#"{"more": 1}"#;
        let strict = Checker::documented();
        let lenient = strict.clone().with_reader(ParseOptions::new().allow_unknown_members(true));
        assert!(!strict.check(body, &Context::default()).is_valid());
        assert!(lenient.check(body, &Context::default()).is_valid());
    }
}
