//! The vendor's code lists and error ids. On the wire a code is an integer, an error id a string.
//!
//! Each code list is one table with the vendor's number, name and message of every code and, where the vendor documents it,
//! the feature version of `configuration` that introduced it. A number that is not documented is kept in the variant
//! `Unknown`, whose content only this crate can create, so that it never has the number of a documented code.
//!
//! A later version of this crate may document more codes; a code that was `Unknown` then has a variant. To be independent of
//! that, compare with the number:
//!
//! ```
//! use icws_schema::codes::ValidationErrorType;
//!
//! let code: ValidationErrorType = "range".parse()?;
//! assert_eq!(code, ValidationErrorType::Range);
//! assert_eq!(code.message(), Some("The value must be in the correct range."));
//!
//! let newer = ValidationErrorType::from_code(47);
//! assert!(newer == 47 && newer > ValidationErrorType::Range);
//! # Ok::<(), icws_schema::codes::ParseCodeError>(())
//! ```

mod e_faq_search_options;
mod error_id;
mod inherited_from_type;
mod license_error_type;
mod list;
mod parse_code_error;
mod unknown_code;
mod validation_error_type;

pub use e_faq_search_options::EFaqSearchOptions;
pub use error_id::{ErrorId, UnknownErrorId};
pub use inherited_from_type::InheritedFromType;
pub use license_error_type::LicenseErrorType;
pub use parse_code_error::ParseCodeError;
pub use unknown_code::UnknownCode;
pub use validation_error_type::ValidationErrorType;
#[cfg(feature = "rules")]
pub(crate) use validation_error_type::validator_table;

/// A code list, as decoding, schemas and documentation use it.
pub(crate) trait Code: Copy + Default + 'static {
    /// The name of the list on the wire.
    const NAME: &'static str;
    const URN: &'static str;
    /// What the list is for, in a sentence or two.
    const DOC: &'static str;
    /// Number, name and message (`""` if the vendor documents none) of every documented code, by number.
    const TABLE: &'static [(i32, &'static str, &'static str)];
    fn from_code(number: i32) -> Self;
    fn number(self) -> i32;
    fn is_known(self) -> bool;
    /// Returns the feature version that introduced the documented code with a number, if it is stated.
    fn since_of(number: i32) -> Option<u32>;
}
