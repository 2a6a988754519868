use std::fmt;
use std::marker::PhantomData;

/// A code that is not in the list `L`, such as one of a newer server. It is kept and serialized unchanged.
///
/// ```
/// use icws_schema::codes::ValidationErrorType;
///
/// let ValidationErrorType::Unknown(unknown) = ValidationErrorType::from_code(47) else { unreachable!() };
/// assert_eq!(unknown.code(), 47);
/// ```
///
/// Only [`from_code`](crate::codes::ValidationErrorType::from_code) creates one, so that it never has the number of a documented code, and
/// cannot be used in another list:
///
/// ```compile_fail,E0451
/// use icws_schema::codes::{InheritedFromType, UnknownCode};
/// let role = InheritedFromType::Unknown(UnknownCode { code: 2, list: std::marker::PhantomData });
/// ```
/// ```compile_fail,E0308
/// use icws_schema::codes::{EFaqSearchOptions, InheritedFromType};
/// if let EFaqSearchOptions::Unknown(code) = EFaqSearchOptions::from_code(7) {
///     InheritedFromType::Unknown(code);
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownCode<L> {
    code: i32,
    list: PhantomData<L>,
}

impl<L> UnknownCode<L> {
    pub(super) const fn new(code: i32) -> Self {
        Self { code, list: PhantomData }
    }

    /// Returns the number on the wire.
    ///
    /// ```
    /// use icws_schema::codes::EFaqSearchOptions;
    ///
    /// assert!(matches!(EFaqSearchOptions::from_code(7), EFaqSearchOptions::Unknown(unknown) if unknown.code() == 7));
    /// ```
    #[must_use]
    pub const fn code(&self) -> i32 {
        self.code
    }
}

/// The number.
impl<L> fmt::Display for UnknownCode<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.fmt(f)
    }
}
