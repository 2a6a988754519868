//! Requests under rules: those that satisfy all rules, and those that violate exactly one.

use super::document::Document;
use super::oracle::Goal;
use super::request_generator::{InvalidSource, MAX_ATTEMPTS, RequestGenerator};
use super::rng::ValueStyle;
use super::shrink::{Invariant, ShrinkTree};
use super::unreachable_rule::UnreachableRule;
use super::{InvalidCase, value};
use crate::body::UserClientConfigurationProperties;
use crate::codes::ValidationErrorType;
use crate::directory::SampleNames;
use crate::rules::{Context, RequestChecker};
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::rc::Rc;

/// Strategies for requests under a rule set.
///
/// ```
/// use icws_schema::strategy::{self, RequestStrategy};
/// use icws_schema::rules::{Context, RequestChecker};
/// use proptest::prelude::*;
///
/// let checker = RequestChecker::recommended();
/// let requests = RequestStrategy::new(&checker, &Context::new());
/// proptest!(|(json in requests.valid_json())| {
///     prop_assert!(checker.check(&json, &Context::new()).is_valid());
/// });
/// for case in strategy::samples(requests.invalid(), 1).take(100) {
///     let report = checker.check(&case.body, &Context::new());
///     let [problem] = report.problems() else { panic!("{case:?}") };
///     assert_eq!((problem.pointer(), problem.kind()), (case.pointer, case.kind));
/// }
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
///
/// Generated bodies are checked with the given rules and context; rules that cannot be checked do not count as violated.
/// Values are random or suggested by the rules: bounds, listed values, patterns, formats, and [names from a
/// directory](Self::with_samples).
///
/// It is cheap to clone, and neither `Send` nor `Sync`: create one for each thread.
#[derive(Debug, Clone)]
pub struct RequestStrategy<'a>(Rc<RequestGenerator<'a>>);

impl<'a> RequestStrategy<'a> {
    /// Creates the strategies for requests under these rules, checked in this context.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::RequestStrategy;
    ///
    /// let requests = RequestStrategy::new(&RequestChecker::recommended(), &Context::new());
    /// assert!(requests.unreachable_rules().is_empty());
    /// ```
    #[must_use]
    pub fn new(checker: &RequestChecker, context: &Context<'a>) -> Self {
        Self(Rc::new(RequestGenerator::new(checker, context, None, ValueStyle::Mixed)))
    }

    /// Creates the strategies for requests under these rules, with names from a directory among the values.
    ///
    /// ```
    /// use icws_schema::directory::InMemoryDirectory;
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::{self, RequestStrategy};
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "callForwardAllMode.actualValue"}]}"#;
    /// let checker = RequestChecker::from_json(rules)?;
    /// let directory = InMemoryDirectory::from_json(r#"{"extensions": ["8001"]}"#)?;
    /// let context = Context::new().with_directory(&directory);
    ///
    /// let requests = RequestStrategy::with_samples(&checker, &context, &directory);
    /// assert!(strategy::samples(requests.valid_json(), 1).take(100).any(|json| json.contains("8001")));
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn with_samples(checker: &RequestChecker, context: &Context<'a>, samples: &dyn SampleNames) -> Self {
        Self(Rc::new(RequestGenerator::new(checker, context, Some(samples), ValueStyle::Mixed)))
    }

    /// Creates the strategies for requests under these rules as a site has them, without edge cases, as [`typical_json`](super::typical_json) does.
    /// Names that a directory knows are used where the rules query it.
    ///
    /// ```
    /// use icws_schema::directory::InMemoryDirectory;
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::{self, RequestStrategy};
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}"#;
    /// let checker = RequestChecker::from_json(rules)?;
    /// let directory = InMemoryDirectory::from_json(strategy::site_directory())?;
    /// let context = Context::new().with_directory(&directory);
    ///
    /// let requests = RequestStrategy::typical(&checker, &context, Some(&directory));
    /// for json in strategy::samples(requests.valid_json(), 1).take(20) {
    ///     assert!(checker.check(&json, &context).is_valid());
    /// }
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn typical(checker: &RequestChecker, context: &Context<'a>, samples: Option<&dyn SampleNames>) -> Self {
        Self(Rc::new(RequestGenerator::new(checker, context, samples, ValueStyle::Typical)))
    }

    /// Returns a strategy for the JSON of requests that violate no rule.
    ///
    /// It gives up if none was found, for example if rules contradict each other.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::{self, RequestStrategy};
    ///
    /// let checker = RequestChecker::recommended();
    /// let requests = RequestStrategy::new(&checker, &Context::new());
    /// for json in strategy::samples(requests.valid_json(), 1).take(20) {
    ///     assert!(checker.check(json, &Context::new()).is_valid());
    /// }
    /// ```
    pub fn valid_json(&self) -> impl Strategy<Value = String> + use<'a> {
        ValidStrategy(self.0.clone()).prop_map(|document| document.to_json())
    }

    /// Returns a strategy for requests that violate no rule. It gives up as [`valid_json`](Self::valid_json) does.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::{self, RequestStrategy};
    ///
    /// let checker = RequestChecker::recommended();
    /// let requests = RequestStrategy::new(&checker, &Context::new());
    /// for update in strategy::samples(requests.valid(), 1).take(20) {
    ///     assert!(checker.validate(update, &Context::new()).is_ok());
    /// }
    /// ```
    pub fn valid(&self) -> impl Strategy<Value = UserClientConfigurationProperties> + use<'a> {
        self.valid_json().prop_map(|json| value(&json))
    }

    /// Returns a strategy for requests with exactly one problem: either a single violation, or a problem as in
    /// [`invalid_json`](super::invalid_json). All are JSON.
    ///
    /// For a problem inside an array that `collectionItemValidator` checks, the report also has the problem of that array.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::{self, RequestStrategy};
    ///
    /// let checker = RequestChecker::recommended();
    /// let requests = RequestStrategy::new(&checker, &Context::new());
    /// for case in strategy::samples(requests.invalid(), 1).take(20) {
    ///     assert!(!checker.check(&case.body, &Context::new()).is_valid(), "{}", case.mutation);
    /// }
    /// ```
    pub fn invalid(&self) -> impl Strategy<Value = InvalidCase> + use<'a> {
        let sources = self.0.sources();
        InvalidStrategy {
            generator: self.0.clone(),
            rules: sources.rules.clone(),
            representation: sources.representation.clone(),
        }
    }

    /// Returns a strategy for requests whose only problem is a violation of this validator, or `None` if none was found.
    ///
    /// ```
    /// use icws_schema::codes::ValidationErrorType;
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::{self, RequestStrategy};
    ///
    /// let requests = RequestStrategy::new(&RequestChecker::recommended(), &Context::new());
    /// let invalid = requests.invalid_by(ValidationErrorType::Range).unwrap();
    /// let case = strategy::samples(invalid, 1).next().unwrap();
    /// assert_eq!(case.kind.validator(), Some(ValidationErrorType::Range));
    /// ```
    #[must_use]
    pub fn invalid_by(&self, validator: ValidationErrorType) -> Option<impl Strategy<Value = InvalidCase> + use<'a>> {
        let of = |sources: &[InvalidSource]| -> Vec<_> {
            sources.iter().filter(|source| source.validator == Some(validator)).cloned().collect()
        };
        let sources = self.0.sources();
        let (rules, representation) = (of(&sources.rules), of(&sources.representation));
        let any = !rules.is_empty() || !representation.is_empty();
        any.then(|| InvalidStrategy { generator: self.0.clone(), rules, representation })
    }

    /// Returns the validators for which [`invalid_by`](Self::invalid_by) generates requests, by number.
    ///
    /// ```
    /// use icws_schema::codes::ValidationErrorType;
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::RequestStrategy;
    ///
    /// let requests = RequestStrategy::new(&RequestChecker::recommended(), &Context::new());
    /// assert!(requests.reachable_validators().contains(&ValidationErrorType::Range));
    /// ```
    #[must_use]
    pub fn reachable_validators(&self) -> Vec<ValidationErrorType> {
        let sources = self.0.sources();
        let is_reachable = |validator: &ValidationErrorType| {
            sources.rules.iter().chain(&sources.representation).any(|source| source.validator == Some(*validator))
        };
        ValidationErrorType::ALL.iter().copied().filter(is_reachable).collect()
    }

    /// Returns the rules for which no body was found that violates them alone, in the order of the rule set.
    ///
    /// Members of a group (12) and rules for the items of a delimited string (27) are not included: they are reported
    /// through the rule that contains them.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    /// use icws_schema::strategy::RequestStrategy;
    ///
    /// let requests = RequestStrategy::new(&RequestChecker::documented(), &Context::new());
    /// assert!(requests.unreachable_rules().is_empty());
    /// ```
    #[must_use]
    pub fn unreachable_rules(&self) -> &[UnreachableRule] {
        &self.0.sources().unreachable
    }
}

/// Generates bodies that violate no rule.
#[derive(Debug)]
struct ValidStrategy<'a>(Rc<RequestGenerator<'a>>);

/// Generates bodies with one problem.
#[derive(Debug)]
struct InvalidStrategy<'a> {
    generator: Rc<RequestGenerator<'a>>,
    rules: Vec<InvalidSource>,
    representation: Vec<InvalidSource>,
}

/// The goal that a shrunk body must still meet.
struct RuleInvariant<'a> {
    generator: Rc<RequestGenerator<'a>>,
    goal: Goal,
}

impl Invariant for RuleInvariant<'_> {
    fn holds(&self, document: &Document) -> bool {
        self.generator.oracle.is_met(&self.goal, document)
    }
}

impl<'a> Strategy for ValidStrategy<'a> {
    type Tree = ShrinkTree<RuleInvariant<'a>>;
    type Value = Document;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let document = self.0.generate(&mut self.0.rng(runner.rng())).or_else(|| self.0.valid.clone());
        let document = document.ok_or("no request was found that violates none of the rules")?;
        Ok(ShrinkTree::new(document, RuleInvariant { generator: self.0.clone(), goal: Goal::Valid }))
    }
}

impl<'a> Strategy for InvalidStrategy<'a> {
    type Tree = InvalidTree<'a>;
    type Value = InvalidCase;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut rng = self.generator.rng(runner.rng());
        let sources = match (&self.rules[..], &self.representation[..]) {
            ([], []) => return Err("no request was found that has exactly one problem".into()),
            (rules, []) => rules,
            ([], representation) => representation,
            (_, representation) if rng.one_in(3) => representation,
            (rules, _) => rules,
        };
        let source = rng.choose(sources);
        let document =
            self.generator.attempt(&source.kind, MAX_ATTEMPTS, &mut rng).unwrap_or_else(|_| source.example.clone());
        let goal = self.generator.goal(&source.kind);
        Ok(InvalidTree(ShrinkTree::new(document, RuleInvariant { generator: self.generator.clone(), goal })))
    }
}

/// A body with one problem, whose description is updated whenever it shrinks.
struct InvalidTree<'a>(ShrinkTree<RuleInvariant<'a>>);

impl ValueTree for InvalidTree<'_> {
    type Value = InvalidCase;

    fn current(&self) -> InvalidCase {
        let RuleInvariant { generator, goal } = self.0.invariant();
        let case = generator.oracle.case(goal, &self.0.current());
        case.unwrap_or_else(|| unreachable!("shrinking keeps the problem"))
    }

    fn simplify(&mut self) -> bool {
        self.0.simplify()
    }

    fn complicate(&mut self) -> bool {
        self.0.complicate()
    }
}
