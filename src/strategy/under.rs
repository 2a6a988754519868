//! Bodies of requests under rules: those that break none, and those that break one.

use super::body::Body;
use super::draw::Draw;
use super::judge::Wanted;
use super::setup::{Setup, Source, TRIES};
use super::shrink::{Keep, Shrinking};
use super::{InvalidCase, value};
use crate::body::UserClientConfigurationProperties;
use crate::codes::ValidationErrorType;
use crate::directory::SampleNames;
use crate::rules::{Context, RequestChecker};
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::fmt;
use std::rc::Rc;

/// Strategies for requests under a rule set.
///
/// ```
/// use icws_schema::strategy::{self, RequestStrategy};
/// use icws_schema::rules::{Context, RequestChecker};
/// use proptest::prelude::*;
///
/// let rules = RequestChecker::recommended();
/// let under = RequestStrategy::new(&rules, &Context::new());
/// proptest!(|(text in under.texts())| {
///     prop_assert!(rules.check(&text, &Context::new()).is_valid());
/// });
/// for invalid_json in strategy::samples(under.invalid_json(), 1).take(100) {
///     let report = rules.check(&invalid_json.text, &Context::new());
///     let [problem] = report.problems() else { panic!("{invalid_json:?}") };
///     assert_eq!((problem.pointer(), problem.kind()), (invalid_json.pointer, invalid_json.fault));
/// }
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
///
/// The rules judge whatever is drawn, in the context that is given, so that a body is valid where they find it clean: what cannot be checked
/// there counts as no violation. Values are drawn by chance, and from what the rules suggest: their bounds, lists, patterns and formats, and
/// [names that a directory knows](Self::with_samples).
#[derive(Debug, Clone)]
pub struct RequestStrategy<'a>(Rc<Setup<'a>>);

/// A rule that nothing that was tried breaks by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnreachableRule {
    /// The validator.
    pub validator: ValidationErrorType,
    /// The rule's place in its set, as a JSON Pointer.
    pub rule: String,
    /// Why, as far as that can be told.
    pub reason: String,
}

impl fmt::Display for UnreachableRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.rule, self.validator, self.reason)
    }
}

impl<'a> RequestStrategy<'a> {
    /// Requests that these rules judge in this context.
    #[must_use]
    pub fn new(rules: &RequestChecker, context: &Context<'a>) -> Self {
        Self(Rc::new(Setup::new(rules, context, None)))
    }

    /// Requests that these rules judge in this context, with names that its directory knows among the values.
    ///
    /// ```
    /// use icws_schema::directory::InMemoryDirectory;
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::{self, RequestStrategy};
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "callForwardAllMode.actualValue"}]}"#;
    /// let rules = RequestChecker::from_json(rules)?;
    /// let directory = InMemoryDirectory::from_json(r#"{"extensions": ["8001"]}"#)?;
    /// let context = Context::new().with_directory(&directory);
    ///
    /// let requests = RequestStrategy::with_samples(&rules, &context, &directory);
    /// assert!(strategy::samples(requests.texts(), 1).take(100).any(|text| text.contains("8001")));
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn with_samples(rules: &RequestChecker, context: &Context<'a>, samples: &dyn SampleNames) -> Self {
        Self(Rc::new(Setup::new(rules, context, Some(samples))))
    }

    /// Texts of requests that break no rule.
    ///
    /// It gives up where no such request was found, as where rules contradict each other.
    pub fn texts(&self) -> impl Strategy<Value = String> + use<'a> {
        Valid(self.0.clone()).prop_map(|body| body.text())
    }

    /// Requests that break no rule; as [`texts`](Self::texts).
    pub fn requests(&self) -> impl Strategy<Value = UserClientConfigurationProperties> + use<'a> {
        self.texts().prop_map(|text| value(&text))
    }

    /// Texts of requests in which exactly one thing is wrong: a rule is broken once, or there is one fault as a representation, such as those of
    /// [`invalid_json`](super::invalid_json). All are JSON.
    ///
    /// A violation within a list (validator 11) has that of the list before it: there the report has both.
    pub fn invalid_json(&self) -> impl Strategy<Value = InvalidCase> + use<'a> {
        let sources = self.0.sources();
        Broken { setup: self.0.clone(), rules: sources.rules.clone(), representation: sources.representation.clone() }
    }

    /// The same where it is this validator that speaks; `None` where nothing was found that lets it.
    #[must_use]
    pub fn faulty_by(&self, validator: ValidationErrorType) -> Option<impl Strategy<Value = InvalidCase> + use<'a>> {
        let of = |sources: &[Source]| -> Vec<_> {
            sources.iter().filter(|source| source.validator == Some(validator)).cloned().collect()
        };
        let sources = self.0.sources();
        let (rules, representation) = (of(&sources.rules), of(&sources.representation));
        let any = !rules.is_empty() || !representation.is_empty();
        any.then(|| Broken { setup: self.0.clone(), rules, representation })
    }

    /// The validators that can speak, by number.
    #[must_use]
    pub fn validators(&self) -> Vec<ValidationErrorType> {
        let sources = self.0.sources();
        let speaks = |validator: &ValidationErrorType| {
            sources.rules.iter().chain(&sources.representation).any(|source| source.validator == Some(*validator))
        };
        ValidationErrorType::ALL.iter().copied().filter(speaks).collect()
    }

    /// The rules that nothing that was tried breaks alone, in their order. Members of a group (12) and rules for the items of a text (27) are
    /// not among them: they speak through theirs.
    #[must_use]
    pub fn unbroken(&self) -> &[UnreachableRule] {
        &self.0.sources().unbroken
    }
}

/// Bodies that break no rule.
#[derive(Debug)]
struct Valid<'a>(Rc<Setup<'a>>);

/// Bodies with one fault.
#[derive(Debug)]
struct Broken<'a> {
    setup: Rc<Setup<'a>>,
    rules: Vec<Source>,
    representation: Vec<Source>,
}

/// What the rules must still make of a body that gets smaller.
struct Judged<'a> {
    setup: Rc<Setup<'a>>,
    wanted: Wanted,
}

impl Keep for Judged<'_> {
    fn keeps(&self, body: &Body) -> bool {
        self.setup.judge.finds(&self.wanted, body)
    }
}

impl<'a> Strategy for Valid<'a> {
    type Tree = Shrinking<Judged<'a>>;
    type Value = Body;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let body = self.0.grow(&mut Draw(runner.rng())).or_else(|| self.0.valid.clone());
        let body = body.ok_or("no request was found that breaks none of the rules")?;
        Ok(Shrinking::new(body, Judged { setup: self.0.clone(), wanted: Wanted::Nothing }))
    }
}

impl<'a> Strategy for Broken<'a> {
    type Tree = Telling<'a>;
    type Value = InvalidCase;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut draw = Draw(runner.rng());
        let sources = match (&self.rules[..], &self.representation[..]) {
            ([], []) => return Err("no request was found with one fault alone".into()),
            (rules, []) => rules,
            ([], representation) => representation,
            (_, representation) if draw.one_in(3) => representation,
            (rules, _) => rules,
        };
        let source = draw.of(sources);
        let body = self.setup.follow(&source.way, TRIES, &mut draw).unwrap_or_else(|_| source.body.clone());
        let wanted = self.setup.wanted(&source.way);
        Ok(Telling(Shrinking::new(body, Judged { setup: self.setup.clone(), wanted })))
    }
}

/// A body with one fault, told while it gets smaller.
struct Telling<'a>(Shrinking<Judged<'a>>);

impl ValueTree for Telling<'_> {
    type Value = InvalidCase;

    fn current(&self) -> InvalidCase {
        let Judged { setup, wanted } = self.0.keep();
        let told = setup.judge.told(wanted, &self.0.current());
        told.unwrap_or_else(|| unreachable!("what was found once is found again"))
    }

    fn simplify(&mut self) -> bool {
        self.0.simplify()
    }

    fn complicate(&mut self) -> bool {
        self.0.complicate()
    }
}
