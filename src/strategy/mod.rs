//! Strategies for property tests with `proptest`: valid values, valid texts, and texts with exactly one fault.
//!
//! Every representation and every code list is [`Arbitrary`](proptest::arbitrary::Arbitrary), so that a test of code that makes or takes
//! payloads is three lines:
//!
//! ```
//! use icws_schema::body::UserClientConfigurationProperties;
//! use icws_schema::from_slice;
//! use proptest::prelude::*;
//!
//! # fn written(update: &UserClientConfigurationProperties) -> String { serde_json::to_string(update).unwrap() }
//! #
//! proptest! {
//!     # /*
//!     #[test]
//!     # */
//!     fn what_i_send_is_valid(update: UserClientConfigurationProperties) {
//!         prop_assert!(from_slice::<UserClientConfigurationProperties>(written(&update)).is_ok());
//!     }
//! }
//! # what_i_send_is_valid();
//! ```
//!
//! What is drawn is what reading takes: a request has `actualValue` in every inheritable property and listed codes alone; an
//! answer may lack what it may lack, and holds members and codes that no table lists. Texts are as servers have them, and hostile: empty, quotes,
//! escapes, control characters, any script. What fails a test shrinks to something that a person can read: members and items go
//! first, then numbers get closer to 0 and texts shorter and plainer.
//!
//! [`invalid_json`] gives what a reader must refuse, and says why:
//!
//! ```
//! use icws_schema::body::FollowMe;
//! use icws_schema::{from_slice, strategy};
//!
//! for invalid_json in strategy::samples(strategy::invalid_json::<FollowMe>(), 1).take(100) {
//!     let error = from_slice::<FollowMe>(&invalid_json.text).unwrap_err();
//!     let [problem] = error.report().problems() else { panic!("{invalid_json:?}") };
//!     assert_eq!((problem.pointer(), problem.kind()), (invalid_json.pointer, invalid_json.fault));
//! }
//! ```
//!
//! Both know nothing of rules; [`RequestStrategy`] draws what a rule set takes, and what breaks one of its rules.

mod arbitrary;
mod body;
mod draw;
mod edit;
mod grow;
mod hints;
mod judge;
mod matching;
mod mutation;
mod setup;
mod shrink;
mod under;

use crate::body::decode::{Representation, from_slice};
use crate::report::ProblemKind;
use body::{Body, Finding};
use draw::Draw;
use mutation::Plan;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use shrink::Shrinking;
pub use under::{RequestStrategy, UnreachableRule};

/// Valid JSON texts of a representation, without white space; members mostly in the order of the documentation.
pub fn texts<T: Representation>() -> impl Strategy<Value = String> {
    Bodies::new::<T>(grow::valid).prop_map(|body| body.text())
}

/// JSON texts with exactly one fault as a representation: members that are missing, repeated or not listed, null where it may not
/// be, values of another kind, numbers out of bounds, codes that are not listed, another `__type`, text that is no JSON.
///
/// Rules have no part in it: apart from its fault the body is valid as `documented`.
pub fn invalid_json<T: Representation>() -> impl Strategy<Value = InvalidCase> {
    Bodies::new::<T>(grow::invalid_json).prop_map(|body| {
        let (text, pointer) = (body.text(), body.pointer());
        let Some(Finding { fault, done, .. }) = body.wrong else { unreachable!("what grows faulty has a fault") };
        InvalidCase { text, fault, pointer, rule: None, done }
    })
}

/// A text with exactly one fault.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InvalidCase {
    /// The body: JSON, unless the fault is [`ProblemKind::Syntax`].
    pub text: String,
    /// In what way it is wrong.
    pub fault: ProblemKind,
    /// Where it is wrong, as a JSON Pointer; `""` of text that is no JSON.
    pub pointer: String,
    /// The rule that is broken, by its place in its set (`/rules/3/rules/0`); `None` where there is a fault as a representation.
    pub rule: Option<String>,
    /// What was done to a valid body, in words for a person, which may change from version to version.
    pub done: String,
}

/// What a strategy draws from a seed, the same on every machine for the strategies of this crate. It ends only where the strategy gives up,
/// as one with a filter may.
///
/// ```
/// use icws_schema::body::UpdateOperationResult;
/// use icws_schema::strategy;
///
/// let drawn = || strategy::samples(strategy::texts::<UpdateOperationResult>(), 7).take(20);
/// assert!(drawn().eq(drawn()));
/// ```
pub fn samples<S: Strategy>(strategy: S, seed: u64) -> impl Iterator<Item = S::Value> {
    let mut runner = TestRunner::new_with_rng(Config::default(), rng(seed));
    std::iter::from_fn(move || strategy.new_tree(&mut runner).ok().map(|tree| tree.current()))
}

/// What chance starts from.
fn rng(seed: u64) -> TestRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

/// The value of a text that grew from the tables.
fn value<T: Representation>(text: &str) -> T {
    from_slice(text).unwrap_or_else(|report| panic!("tables and reading disagree: {report}"))
}

/// The bodies of a representation.
#[derive(Debug, Clone)]
struct Bodies {
    /// What it can be; more than one where its `__type` tells.
    plans: Vec<Plan>,
    grow: fn(&Plan, Draw<'_>) -> Body,
}

impl Bodies {
    fn new<T: Representation>(grow: fn(&Plan, Draw<'_>) -> Body) -> Self {
        let shapes = if T::SELECTED_BY_TYPE_TAG { mutation::errors().to_vec() } else { vec![T::SHAPE] };
        let plan = |shape| Plan::new(shape, T::DIRECTION, T::SELECTED_BY_TYPE_TAG);
        Self { plans: shapes.into_iter().map(plan).collect(), grow }
    }
}

impl Strategy for Bodies {
    type Tree = Shrinking;
    type Value = Body;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut draw = Draw(runner.rng());
        let plan = draw.of(&self.plans);
        Ok(Shrinking::new((self.grow)(plan, draw), ()))
    }
}
