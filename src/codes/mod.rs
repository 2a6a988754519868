//! The code lists of the wire: numbers with a name and a meaning.
//!
//! Each list is one table, a row a code: number, variant, the documentation's name, its text, and, where the
//! documentation says so, the feature version of `configuration` that brought it. A number that the table lacks is kept
//! in `UnknownMembers`, whose payload only this crate can build, so it never stands for a listed one.

mod e_faq_search_options;
mod error_id;
mod inherited_from_type;
mod license_error_type;
mod validation_error_type;

pub use e_faq_search_options::EFaqSearchOptions;
pub use error_id::{ErrorId, UnknownErrorId};
pub use inherited_from_type::InheritedFromType;
pub use license_error_type::LicenseErrorType;
pub use validation_error_type::ValidationErrorType;

use std::marker::PhantomData;

/// A number that the list `L` lacks: what a newer server may send. It is kept and written back as it came.
///
/// Only [`from_code`](crate::codes::ValidationErrorType::from_code) makes one, so that it never stands for a listed code, nor for a code of
/// another list:
///
/// ```compile_fail,E0451
/// use icws_schema::codes::{InheritedFromType, UnknownCode};
/// let role = InheritedFromType::Unknown(UnknownCode { number: 2, list: std::marker::PhantomData });
/// ```
/// ```compile_fail,E0308
/// use icws_schema::codes::{EFaqSearchOptions, InheritedFromType};
/// if let EFaqSearchOptions::Unknown(code) = EFaqSearchOptions::from_code(7) {
///     InheritedFromType::Unknown(code);
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownCode<L> {
    number: i32,
    list: PhantomData<L>,
}

impl<L> UnknownCode<L> {
    const fn new(number: i32) -> Self {
        Self { number, list: PhantomData }
    }

    /// The number on the wire.
    #[must_use]
    pub fn number(&self) -> i32 {
        self.number
    }
}

/// A code list: what reading, schemas and documentation need to know of it.
pub(crate) trait Code: Copy + Default + 'static {
    /// The wire's name of the list.
    const NAME: &'static str;
    const URN: &'static str;
    /// What the list is for, in a sentence or two.
    const DOC: &'static str;
    /// Number, name and meaning (`""` where the documentation gives none) of every listed code, by number.
    const TABLE: &'static [(i32, &'static str, &'static str)];
    fn from_code(number: i32) -> Self;
    fn number(self) -> i32;
    fn is_known(self) -> bool;
    /// Returns the feature version that introduced the documented code with a number, if it is stated.
    fn since_of(number: i32) -> Option<u32>;
}

/// Makes a code list of a table.
macro_rules! codes {
    (
        $(#[doc = $doc:literal])+
        pub enum $List:ident = $urn:literal {
            $($number:literal, $Variant:ident, $code:literal $(, since $since:literal)? $(, $meaning:literal)?;)+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $List {
            $(
                #[doc = concat!("`", $code, "`, ", stringify!($number) $(, ": ", $meaning)?)]
                $(#[doc = concat!("\n\nSince feature `configuration` ", stringify!($since), ".")])?
                $Variant,
            )+
            /// A number that the documentation does not list.
            Unknown($crate::codes::UnknownCode<Self>),
        }

        impl $List {
            /// Every listed code, in the order of the numbers.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The code with this number; every number has one.
            #[must_use]
            pub const fn from_code(number: i32) -> Self {
                match number {
                    $($number => Self::$Variant,)+
                    _ => Self::Unknown($crate::codes::UnknownCode::new(number)),
                }
            }

            /// The number on the wire.
            #[must_use]
            pub const fn number(self) -> i32 {
                match self {
                    $(Self::$Variant => $number,)+
                    Self::Unknown(code) => code.number,
                }
            }

            /// The listed code with this name, spelled as the documentation spells it.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($code => Some(Self::$Variant),)+
                    _ => None,
                }
            }

            /// The documentation's name; `None` for an unlisted code.
            #[must_use]
            pub const fn name(self) -> Option<&'static str> {
                match self {
                    $(Self::$Variant => Some($code),)+
                    Self::Unknown(_) => None,
                }
            }

            /// The documentation's text; `None` where it gives none, and for an unlisted code.
            #[must_use]
            pub const fn message(self) -> Option<&'static str> {
                match self {
                    $($(Self::$Variant => Some($meaning),)?)+
                    #[allow(unreachable_patterns)]
                    _ => None,
                }
            }

            /// The feature version of `configuration` that brought the code. `None` where the documentation gives none:
            /// the code is then as old as the endpoint or older.
            #[must_use]
            pub const fn since(self) -> Option<u32> {
                match self {
                    $($(Self::$Variant => Some($since),)?)+
                    _ => None,
                }
            }
        }

        impl $crate::codes::Code for $List {
            const NAME: &'static str = stringify!($List);
            const URN: &'static str = $urn;
            const DOC: &'static str = concat!($($doc, "\n"),+);
            const TABLE: &'static [(i32, &'static str, &'static str)] = &[$(($number, $code, concat!($($meaning)?))),+];
            fn from_code(number: i32) -> Self {
                Self::from_code(number)
            }
            fn number(self) -> i32 {
                self.number()
            }
            fn is_known(self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
            fn since_of(number: i32) -> Option<u32> {
                Self::from_code(number).since()
            }
        }

        impl Default for $List {
            /// The code 0.
            fn default() -> Self {
                Self::from_code(0)
            }
        }

        impl From<i32> for $List {
            fn from(number: i32) -> Self {
                Self::from_code(number)
            }
        }

        impl From<$List> for i32 {
            fn from(code: $List) -> Self {
                code.number()
            }
        }

        /// The name, or the number of an unlisted code.
        impl std::fmt::Display for $List {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self.name() {
                    Some(name) => f.write_str(name),
                    None => write!(f, "{}", self.number()),
                }
            }
        }
    };
}
use codes;
