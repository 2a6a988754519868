//! The validators as rules: sets of rules as data, and the engine that runs them over any body.

mod bounds;
mod checker;
mod condition;
mod context;
mod describe;
pub(crate) mod engine;
pub(crate) mod formats;
mod inline;
mod load;
pub(crate) mod params;
mod path;
mod resolve;
mod rule;
mod set;
mod unchecked;
mod valid;
pub mod validators;

pub use checker::{Checker, Current};
pub use condition::{Condition, Predicate};
pub use context::{Context, Subject};
pub use params::{
    AnyScalar, CharSet, CustomCheck, CustomChecks, Format, NameSet, ParameterInfo, Pattern, PronunciationAlphabet,
    Scalar, ValueSet,
};
pub use path::{PropertyPath, PropertyPathError};
pub use rule::Rule;
pub use set::RuleSet;
pub use unchecked::UncheckedRule;
pub use valid::Valid;
pub use validators::table::Validator;

pub(crate) use inline::InlineChecks;
pub(crate) use params::{Param, shown};
pub(crate) use path::{Step, join};
pub(crate) use unchecked::pointer;
