//! The validators as rules: sets of rules as data, and the engine that runs them over any body.

mod alphabet;
mod bounds;
mod characters;
mod check;
mod compile;
mod condition;
mod context;
mod custom;
pub(crate) mod engine;
mod format;
mod in_pass;
mod keywords;
mod loading;
mod names;
mod parameter;
mod path;
mod pattern;
mod refusal;
mod rule;
#[allow(clippy::module_inception)]
mod rules;
mod scalar;
mod set;
pub(crate) mod text;
mod unchecked;
mod valid;
pub mod validators;
mod values;
mod words;

pub use alphabet::PronunciationAlphabet;
pub use characters::Characters;
pub use check::Check;
pub use condition::{Condition, Test};
pub use context::{Context, Subject};
pub use custom::{Checks, CustomCheck};
pub use format::Format;
pub use names::Names;
pub use parameter::ParameterInfo;
pub(crate) use parameter::shown;
pub use path::{Path, PathError};
pub use pattern::Pattern;
pub use refusal::{Refusal, Refused};
pub use rule::Rule;
pub use rules::{Current, Rules};
pub use scalar::{AnyScalar, Scalar};
pub use set::RuleSet;
pub use unchecked::Unchecked;
pub use valid::Valid;
pub use values::Values;

pub(crate) use in_pass::InPass;
#[cfg(feature = "schema")]
pub(crate) use parameter::Parameter;
#[cfg(any(feature = "schema", feature = "proptest"))]
pub(crate) use path::Step;
pub(crate) use refusal::nearest;
pub(crate) use unchecked::pointer;
