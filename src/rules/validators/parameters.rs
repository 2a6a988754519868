//! Declaration of the parameters of a validator.

use crate::rules::params::{ParameterFields, ParameterInfo};
use crate::rules::value_kinds::ValueKinds;

/// The parameters of a validator, as declared in its table.
pub(crate) trait ParameterTable: Sized {
    const ACCEPTS: ValueKinds;
    /// When the validator fails, in English.
    const DESCRIPTION: &'static str;
    const PARAMETERS: &'static [ParameterInfo];
    /// Reads the parameters of a rule and reports all problems. Other values stand in for those that are lost.
    fn load(fields: &mut ParameterFields<'_, '_, '_>) -> Option<Self>;
}

/// Declares a validator: when it fails, what it accepts, an example, and its parameters.
///
/// A parameter is its documentation, its name in a rule file, its field and type; if it is optional also the function
/// that sets it, and `= value` is its default. Constructors take the type itself, `as into` what converts into it, `as
/// each T` an iterator of what converts into `T`.
macro_rules! validator {
    (
        $(#[doc = $doc:literal])+
        pub struct $Validator:ident accepts $accepts:expr;
        $(example { $property:literal, $rule:expr; $(directory $known:literal;)? passes $passes:literal; fails $fails:literal; })?
        $(page { $(#[doc = $page:literal])+ })?
        $(required { $(
            $(#[doc = $rdoc:literal])+
            $rname:literal => $rfield:ident: $R:ty $(as $rhow:ident $($RI:ty)?)?;
        )+ })?
        $(optional { $(
            $(#[doc = $odoc:literal])+
            $oname:literal => $ofield:ident, $oset:ident: $O:ty $(as $ohow:ident $($OI:ty)?)?;
        )+ })?
        $(default { $(
            $(#[doc = $ddoc:literal])+
            $dname:literal => $dfield:ident, $dset:ident: $D:ty $(as $dhow:ident)? = $default:expr;
        )+ })?
    ) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = concat!(
            "Number, name, message and feature version: [`ValidationErrorType::", stringify!($Validator), "`](crate::codes::ValidationErrorType::",
            stringify!($Validator), ") (documented). The parameters, and what they mean, are our choice unless marked as documented. Absent and ",
            "null pass unless stated otherwise."
        )]
        $($(#[doc = $page])+)?
        $(
            #[doc = "\n```\nuse icws_schema::rules::{validators::*, *};\n"]
            #[doc = concat!("let rule = Rule::new(", stringify!($property), ", ", stringify!($rule), ");")]
            #[doc = "let checker = ObjectChecker::new(&RuleSet::new([rule])?)?;\nlet context = ObjectContext::new();"]
            $(
                #[doc = concat!("let directory = icws_schema::directory::InMemoryDirectory::from_json(r#\"", $known, "\"#)?;")]
                #[doc = "let context = context.with_directory(&directory);"]
            )?
            #[doc = concat!("assert!(checker.check(r#\"", $passes, "\"#, &context).is_valid());")]
            #[doc = concat!("assert!(!checker.check(r#\"", $fails, "\"#, &context).is_valid());")]
            #[doc = "# Ok::<(), icws_schema::file::LoadError>(())\n```"]
        )?
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $Validator {
            $($(#[doc = concat!("`", $rname, "`: ")] $(#[doc = $rdoc])+ pub $rfield: $R,)+)?
            $($(#[doc = concat!("`", $oname, "`: ")] $(#[doc = $odoc])+ pub $ofield: Option<$O>,)+)?
            $($(#[doc = concat!("`", $dname, "`: ")] $(#[doc = $ddoc])+ pub $dfield: $D,)+)?
        }

        impl $Validator {
            /// Creates the validator with its required parameters.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "a rule is created with what it needs")]
            pub fn new($($($rfield: $crate::rules::validators::parameters::argument!($R $(, $rhow $($RI)?)?)),+)?) -> Self {
                Self {
                    $($($rfield: $crate::rules::validators::parameters::converted!($rfield $(, $rhow $($RI)?)?),)+)?
                    $($($ofield: None,)+)?
                    $($($dfield: $default,)+)?
                }
            }

            $($(
                #[doc = concat!("Sets `", $oname, "`.")]
                #[must_use]
                pub fn $oset(mut self, $ofield: $crate::rules::validators::parameters::argument!($O $(, $ohow $($OI)?)?)) -> Self {
                    self.$ofield = Some($crate::rules::validators::parameters::converted!($ofield $(, $ohow $($OI)?)?));
                    self
                }
            )+)?

            $($(
                #[doc = concat!("Sets `", $dname, "`.")]
                #[must_use]
                pub fn $dset(mut self, $dfield: $crate::rules::validators::parameters::argument!($D $(, $dhow)?)) -> Self {
                    self.$dfield = $crate::rules::validators::parameters::converted!($dfield $(, $dhow)?);
                    self
                }
            )+)?
        }

        impl $crate::rules::validators::parameters::ParameterTable for $Validator {
            const ACCEPTS: $crate::rules::value_kinds::ValueKinds = $accepts;
            const DESCRIPTION: &'static str = concat!($($doc),+).trim_ascii();
            const PARAMETERS: &'static [$crate::rules::params::ParameterInfo] = &[
                $($($crate::rules::validators::parameters::info!($rname, [$($rdoc),+], $R, Required),)+)?
                $($($crate::rules::validators::parameters::info!($oname, [$($odoc),+], $O, Optional),)+)?
                $($($crate::rules::validators::parameters::info!($dname, [$($ddoc),+], $D, Default(|| $crate::rules::params::to_value::<$D>(&$default))),)+)?
            ];

            #[allow(unused_variables, reason = "some validators have no parameters")]
            fn load(fields: &mut $crate::rules::params::ParameterFields<'_, '_, '_>) -> Option<Self> {
                $($(let $rfield = fields.required::<$R>($rname);)+)?
                $($(let $ofield = fields.optional::<$O>($oname);)+)?
                $($(let $dfield = fields.optional::<$D>($dname);)+)?
                Some(Self {
                    $($($rfield: $rfield.or_else($crate::rules::params::Param::stand_in)?,)+)?
                    $($($ofield,)+)?
                    $($($dfield: $dfield.unwrap_or_else(|| $default),)+)?
                })
            }
        }

        impl $crate::rules::engine::DeclaredParameters for $Validator {
            #[allow(unused_variables, reason = "some validators have no parameters")]
            fn write_parameters(&self, json: &mut String) {
                $($($crate::rules::params::write_member($rname, &self.$rfield, json);)+)?
                $($(if let Some(value) = &self.$ofield {
                    $crate::rules::params::write_member($oname, value, json);
                })+)?
                $($(
                    let default: $D = $default;
                    if self.$dfield != default {
                        $crate::rules::params::write_member($dname, &self.$dfield, json);
                    }
                )+)?
            }

            fn declared_kinds(&self) -> $crate::rules::value_kinds::ValueKinds {
                <Self as $crate::rules::validators::parameters::ParameterTable>::ACCEPTS
            }
        }
    };
}
pub(super) use validator;

/// The type of a constructor's argument.
macro_rules! argument {
    ($T:ty) => { $T };
    ($T:ty, into) => { impl Into<$T> };
    ($T:ty, each $Item:ty) => { impl IntoIterator<Item = impl Into<$Item>> };
}
pub(super) use argument;

/// The parameter that a constructor makes of its argument.
macro_rules! converted {
    ($argument:ident) => {
        $argument
    };
    ($argument:ident, into) => {
        $argument.into()
    };
    ($argument:ident, each $Item:ty) => {
        $argument.into_iter().map(Into::<$Item>::into).collect()
    };
}
pub(super) use converted;

/// A parameter as data.
macro_rules! info {
    ($name:literal, [$($doc:literal),+], $T:ty, $($presence:tt)+) => {
        $crate::rules::params::ParameterInfo {
            name: $name,
            description: concat!($($doc),+).trim_ascii(),
            presence: $crate::rules::params::Presence::$($presence)+,
            schema: <$T as $crate::rules::params::Param>::schema,
            words: <$T as $crate::rules::params::Param>::words,
        }
    };
}
pub(super) use info;
