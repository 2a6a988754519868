//! The validators, one per file: parameters, when each fails, and an example that passes and one that fails.
//!
//! A validator is plain data. `new` takes the required parameters, `with_...` sets the others;
//! [`RuleSet::new`](super::RuleSet::new) checks them, and compiles patterns and alphabets.

mod info;
mod parameters;

pub use info::ValidatorInfo;

use super::engine::Validate;
use super::params::CustomChecks;
use super::rule::Rule;
use crate::codes::{ValidationErrorType, validator_table};
use crate::report::RuleExpectation;
use parameters::ParameterTable;
use std::sync::Arc;

/// Declares the validators of the table: the modules, and what has a variant for each.
macro_rules! validators {
    ($($number:literal, $module:ident::$Validator:ident, $name:literal $(, since $since:literal)? $(, $message:literal)?;)+) => {
        $(mod $module;)+
        $(pub use $module::$Validator;)+

        /// A validator with its parameters.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Validator {
            $(#[doc = concat!("See [`", stringify!($Validator), "`].")] $Validator($Validator),)+
        }

        impl Validator {
            /// Returns which validator it is.
            #[must_use]
            pub fn kind(&self) -> ValidationErrorType {
                match self {
                    $(Self::$Validator(_) => ValidationErrorType::$Validator,)+
                }
            }

            pub(crate) fn as_validate(&self) -> &dyn Validate {
                match self {
                    $(Self::$Validator(validator) => validator,)+
                }
            }

            /// Returns the validator for a checker, with its custom check bound.
            #[allow(unreachable_patterns, reason = "the table has all of them")]
            pub(crate) fn bind(&self, checks: &CustomChecks) -> Arc<dyn Validate> {
                match self {
                    Self::UnknownValidator(validator) => validator.bind(checks),
                    $(Self::$Validator(validator) => Arc::new(validator.clone()),)+
                }
            }
        }

        $(impl From<$Validator> for Validator {
            fn from(validator: $Validator) -> Self {
                Self::$Validator(validator)
            }
        })+

        impl ValidatorInfo {
            /// Returns the description of a validator; `None` for an unknown code.
            #[must_use]
            pub fn of(kind: ValidationErrorType) -> Option<&'static Self> {
                match kind {
                    $(ValidationErrorType::$Validator => {
                        const INFO: ValidatorInfo = ValidatorInfo {
                            kind: ValidationErrorType::$Validator,
                            description: $Validator::DESCRIPTION,
                            parameters: $Validator::PARAMETERS,
                            accepts: $Validator::ACCEPTS,
                            load: |fields| $Validator::load(fields).map(Validator::$Validator),
                        };
                        Some(&INFO)
                    })+
                    ValidationErrorType::Unknown(_) => None,
                }
            }
        }
    };
}

validator_table! { validators }

impl Validator {
    /// Returns the inner rules.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        self.as_validate().rules()
    }

    /// Returns what the rule requires.
    #[must_use]
    pub fn expected(&self) -> RuleExpectation {
        self.as_validate().expected()
    }
}
