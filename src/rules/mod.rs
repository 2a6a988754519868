//! The validators as rules: sets of rules as data, and the engine that runs them over any body.

mod bounds;
mod checker;
mod condition;
mod context;
pub(crate) mod engine;
pub(crate) mod formats;
mod inline;
mod load;
pub(crate) mod params;
mod path;
mod questions;
mod resolve;
mod rule;
mod set;
mod valid;
pub mod validators;

pub use checker::{Checker, Current};
pub use condition::{Condition, Predicate};
pub use context::Context;
pub use params::{
    AnyScalar, CharSet, CustomCheck, CustomChecks, NameSet, ParameterInfo, Pattern, PronunciationAlphabet, Scalar,
    ValueSet,
};
pub use path::{PropertyPath, PropertyPathError};
pub use rule::Rule;
pub use set::RuleSet;
pub use valid::Valid;
pub use validators::table::Validator;

pub use crate::json::number::{InvalidNumber, Number, OwnedNumber};
pub use crate::vocabulary::{AttendantKind, Comparison, Format, GroupMode, LengthUnit, TimeZoneSource, UnknownWord};

pub(crate) use path::{Step, join};
