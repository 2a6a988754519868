//! Strategies for property tests with `proptest`: valid values, valid JSON, and JSON with exactly one problem.
//!
//! Every representation and every code list implements [`Arbitrary`](proptest::arbitrary::Arbitrary), so that a property
//! test of code that creates or accepts bodies takes three lines:
//!
//! ```
//! use icws_schema::body::UserClientConfigurationProperties;
//! use icws_schema::from_slice;
//! use proptest::prelude::*;
//!
//! # fn my_body(update: &UserClientConfigurationProperties) -> String { serde_json::to_string(update).unwrap() }
//! #
//! proptest! {
//!     # /*
//!     #[test]
//!     # */
//!     fn sent_bodies_are_valid(update: UserClientConfigurationProperties) {
//!         prop_assert!(from_slice::<UserClientConfigurationProperties>(my_body(&update)).is_ok());
//!     }
//! }
//! # sent_bodies_are_valid();
//! ```
//!
//! Generated values always parse. A request has `actualValue` in every inheritable property and only documented codes; a
//! response may omit what is not required, and may have unknown members and codes. Strings are a mix of typical values and
//! edge cases: empty strings, quotes, escapes, control characters, any script. Failures shrink to readable values: first
//! members and items are removed, then numbers move towards 0, and strings become shorter and simpler.
//!
//! [`invalid_json`] generates bodies that a parser must reject, with the reason:
//!
//! ```
//! use icws_schema::body::FollowMe;
//! use icws_schema::{from_slice, strategy};
//!
//! for case in strategy::samples(strategy::invalid_json::<FollowMe>(), 1).take(100) {
//!     let error = from_slice::<FollowMe>(&case.body).unwrap_err();
//!     let [problem] = error.report().problems() else { panic!("{case:?}") };
//!     assert_eq!((problem.pointer(), problem.kind()), (case.pointer, case.kind));
//! }
//! ```
//!
//! Both ignore rules. [`RequestStrategy`] generates requests that satisfy a rule set, and requests that violate exactly one
//! of its rules.

mod arbitrary;
mod candidates;
mod document;
mod edit;
mod generate;
mod mutation;
mod oracle;
mod regex_sample;
mod request_generator;
mod requests;
mod rng;
mod shrink;
mod site;
mod typical;
mod unreachable_rule;

pub use requests::RequestStrategy;
pub use site::site_directory;
pub use unreachable_rule::UnreachableRule;

use crate::body::decode::{Representation, from_slice};
use crate::report::ProblemKind;
use document::{Document, Injected};
use mutation::Plan;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rng::{Rng, ValueStyle};
use shrink::ShrinkTree;

/// Returns a strategy for the JSON of valid values of a representation, without white space, with members mostly in the
/// documented order.
///
/// ```
/// use icws_schema::body::ConfigurationId;
/// use icws_schema::{from_slice, strategy};
///
/// for json in strategy::samples(strategy::valid_json::<ConfigurationId>(), 1).take(100) {
///     assert!(from_slice::<ConfigurationId>(json).is_ok());
/// }
/// ```
pub fn valid_json<T: Representation>() -> impl Strategy<Value = String> {
    Documents::new::<T>(generate::valid, ValueStyle::Mixed).prop_map(|document| document.to_json())
}

/// Returns a strategy for JSON of a representation with realistic values and no edge cases: names of people, phone numbers,
/// timeouts, and properties that are typically changed together.
///
/// All names belong to one site, whose directory file is [`site_directory`].
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::rules::{Context, RequestChecker};
/// use icws_schema::strategy;
///
/// let checker = RequestChecker::recommended();
/// for json in strategy::samples(strategy::typical_json::<UserClientConfigurationProperties>(), 1).take(100) {
///     assert!(checker.check(&json, &Context::new()).is_valid());
/// }
/// ```
pub fn typical_json<T: Representation>() -> impl Strategy<Value = String> {
    Documents::new::<T>(generate::valid, ValueStyle::Typical).prop_map(|document| document.to_json())
}

/// Returns a strategy for bodies with exactly one problem as a representation: a missing, duplicate or unknown member, null
/// where it is not allowed, a wrong type, a number out of range, an unknown code, a wrong `__type`, or input that is not
/// JSON.
///
/// Rules are not considered.
///
/// ```
/// use icws_schema::body::FollowMe;
/// use icws_schema::{ParseOptions, strategy};
///
/// for case in strategy::samples(strategy::invalid_json::<FollowMe>(), 1).take(100) {
///     let report = ParseOptions::new().check::<FollowMe>(&case.body);
///     assert_eq!(report.problems().len(), 1, "{}", case.mutation);
/// }
/// ```
pub fn invalid_json<T: Representation>() -> impl Strategy<Value = InvalidCase> {
    invalid_cases::<T>(ValueStyle::Mixed)
}

/// Returns a strategy for bodies with exactly one problem, which are otherwise [typical](typical_json).
///
/// ```
/// use icws_schema::body::FollowMe;
/// use icws_schema::{ParseOptions, strategy};
///
/// for case in strategy::samples(strategy::typical_invalid_json::<FollowMe>(), 1).take(100) {
///     let report = ParseOptions::new().check::<FollowMe>(&case.body);
///     assert_eq!(report.problems().len(), 1, "{}", case.mutation);
/// }
/// ```
pub fn typical_invalid_json<T: Representation>() -> impl Strategy<Value = InvalidCase> {
    invalid_cases::<T>(ValueStyle::Typical)
}

fn invalid_cases<T: Representation>(style: ValueStyle) -> impl Strategy<Value = InvalidCase> {
    Documents::new::<T>(generate::invalid, style).prop_map(|document| {
        let (body, pointer) = (document.to_json(), document.pointer());
        let Some(Injected { kind, mutation, .. }) = document.injected else { unreachable!("it was generated invalid") };
        InvalidCase { body, kind, pointer, rule_pointer: None, mutation }
    })
}

/// A body with exactly one problem.
///
/// ```
/// use icws_schema::body::FollowMe;
/// use icws_schema::strategy::{self, InvalidCase};
///
/// let mut cases = strategy::samples(strategy::invalid_json::<FollowMe>(), 1);
/// let InvalidCase { body, mutation, .. } = cases.next().unwrap();
/// println!("{body} has this problem: {mutation}");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InvalidCase {
    /// The body: JSON, unless `kind` is [`ProblemKind::Syntax`].
    pub body: String,
    /// The kind of the problem.
    pub kind: ProblemKind,
    /// The location of the problem as a JSON Pointer; `""` if the body is not JSON.
    pub pointer: String,
    /// The violated rule as a JSON Pointer into its rule set (`/rules/3/rules/0`); `None` if the problem is not a violation.
    pub rule_pointer: Option<String>,
    /// A description of the change that makes the body invalid, for people. It may differ between versions.
    pub mutation: String,
}

/// Returns an iterator over generated values. For the strategies of this crate, the same seed and version give the same values on
/// every machine.
///
/// It ends only if the strategy gives up, as one with a filter may.
///
/// ```
/// use icws_schema::body::UpdateOperationResult;
/// use icws_schema::strategy;
///
/// let generate = || strategy::samples(strategy::valid_json::<UpdateOperationResult>(), 7).take(20);
/// assert!(generate().eq(generate()));
/// ```
pub fn samples<S: Strategy>(strategy: S, seed: u64) -> impl Iterator<Item = S::Value> {
    let mut runner = TestRunner::new_with_rng(Config::default(), seeded(seed));
    std::iter::from_fn(move || strategy.new_tree(&mut runner).ok().map(|tree| tree.current()))
}

/// Returns the random generator of a seed.
fn seeded(seed: u64) -> TestRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

/// Parses generated JSON.
fn value<T: Representation>(json: &str) -> T {
    from_slice(json).unwrap_or_else(|error| panic!("generated JSON does not parse: {error}"))
}

/// The strategy of a representation.
#[derive(Debug, Clone)]
struct Documents {
    /// Its possible types: more than one if `__type` selects the type.
    plans: Vec<Plan>,
    generate: fn(&Plan, Rng<'_>) -> Document,
    style: ValueStyle,
}

impl Documents {
    fn new<T: Representation>(generate: fn(&Plan, Rng<'_>) -> Document, style: ValueStyle) -> Self {
        let descriptors = if T::SELECTED_BY_TYPE_TAG { mutation::errors().to_vec() } else { vec![T::DESCRIPTOR] };
        let plan = |descriptor| Plan::new(descriptor, T::DIRECTION, T::SELECTED_BY_TYPE_TAG, style);
        Self { plans: descriptors.into_iter().map(plan).collect(), generate, style }
    }
}

impl Strategy for Documents {
    type Tree = ShrinkTree;
    type Value = Document;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut rng = Rng::new(runner.rng(), self.style);
        let plan = rng.choose(&self.plans);
        Ok(ShrinkTree::new((self.generate)(plan, rng), ()))
    }
}
