//! The validators as rules: rule sets as data, and checkers that run them.
//!
//! A [`RuleSet`] is loaded from a rule file or built from [`Rule`]s. A checker is a rule set compiled for what it
//! checks: [`RequestChecker`] for bodies of the PUT, [`ObjectChecker`] for any other object. Its result is a
//! [`Report`](crate::report::Report).
//!
//! ```
//! use icws_schema::rules::validators::{Range, ValidFormat};
//! use icws_schema::rules::{Context, Format, RequestChecker, Rule, RuleSet};
//!
//! let set = RuleSet::new([
//!     Rule::new("followMe[].timeout", Range::new().with_min(1).with_max(60)),
//!     Rule::new("followMe[].phoneNumber", ValidFormat::new(Format::PhoneNumber)),
//! ])?;
//! let checker = RequestChecker::new(&set)?;
//! let report = checker.check(r#"{"followMe": [{"phoneNumber": "8001", "timeout": 90, "usePin": true}]}"#, &Context::new());
//! assert_eq!(report.to_string(), "1:50: followMe[0].timeout: expected an integer from 1 to 60, found a number; the time is in seconds (range, /rules/0)");
//! # Ok::<(), icws_schema::file::LoadError>(())
//! ```

mod bounds;
mod checker;
mod condition;
mod condition_text;
mod context;
mod current_object;
pub(crate) mod engine;
pub(crate) mod formats;
mod inline;
mod load;
mod meant;
mod other_forms;
mod other_libraries;
mod outline;
pub(crate) mod params;
mod path;
mod pattern_class;
mod possible_values;
mod resolve;
mod rule;
mod second_paths;
mod set;
mod unused;
mod valid;
pub mod validators;
mod value_kinds;

pub use checker::{ObjectChecker, RequestChecker};
pub use condition::{Condition, Predicate};
pub use context::{Context, ObjectContext};
pub use current_object::CurrentObject;
pub use params::{CharSet, CustomChecks, NameSet, ParameterInfo, Pattern, PronunciationAlphabet, Scalar, ValueSet};
pub use path::{PropertyPath, PropertyPathError};
pub use rule::Rule;
pub use set::RuleSet;
pub use unused::UnusedRules;
pub use valid::Valid;
pub use validators::{Validator, ValidatorInfo};

pub use crate::json::number::{Integer, InvalidNumber, Number, OwnedNumber};
pub use crate::vocabulary::{
    AttendantKind, Comparison, Format, GroupMode, LengthUnit, TimeZoneSource, UnknownWord, ValueType,
};

pub(crate) use path::{PropertyStep, join};
