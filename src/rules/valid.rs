use crate::report::UncheckedRule;
use std::ops::Deref;

/// A value that was checked and found clean: only [`Checker::valid`](super::Rules::valid) makes one.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::rules::{Context, Checker};
/// use icws_schema::rules::Valid;
///
/// fn send(update: &Valid<UserClientConfigurationProperties>) -> String {
///     serde_json::to_string(&**update).unwrap()
/// }
///
/// let update = Checker::documented().valid(UserClientConfigurationProperties::default(), &Context::default())?;
/// assert_eq!(send(&update), "{}");
/// # Ok::<(), icws_schema::report::Report>(())
/// ```
#[derive(Debug, Clone)]
pub struct Valid<T> {
    value: T,
    unchecked: Vec<UncheckedRule>,
}

impl<T> Valid<T> {
    pub(super) fn new(value: T, unchecked: Vec<UncheckedRule>) -> Self {
        Self { value, unchecked }
    }

    /// What could not be checked.
    #[must_use]
    pub fn unchecked(&self) -> &[UncheckedRule] {
        &self.unchecked
    }

    /// The value, which may be changed then and is no longer known to be valid.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
