//! `Arbitrary` for what travels.

use super::{texts, value};
use crate::answer::Answer;
use crate::codes::{EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::read::Representation;
use crate::wire::{
    AnyError, ConfigurationError, ConfigurationId, Error, FollowMe, Inheritable, InheritableProperty, InheritedValue,
    LicenseError, UnlistedError, UpdateOperationResult, UserClientConfigurationProperties, UserClientConfigurationView,
    ValidationError,
};
use proptest::arbitrary::{Arbitrary, any};
use proptest::prop_oneof;
use proptest::strategy::{BoxedStrategy, Strategy};
use std::fmt::Debug;

/// Valid values of a representation, read from texts.
fn values<T: Representation + Debug + 'static>() -> BoxedStrategy<T> {
    texts::<T>().prop_map(|text| value(&text)).boxed()
}

macro_rules! arbitrary {
    ($($Type:ident $(<$T:ident>)?),+ $(,)?) => {$(
        impl $(<$T: Inheritable + Debug + 'static>)? Arbitrary for $Type $(<$T>)? {
            type Parameters = ();
            type Strategy = BoxedStrategy<Self>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                values()
            }
        }
    )+};
}

arbitrary! {
    UserClientConfigurationProperties,
    UserClientConfigurationView,
    InheritableProperty<T>,
    InheritedValue<T>,
    ConfigurationId,
    FollowMe,
    UpdateOperationResult,
    LicenseError,
    ValidationError,
    Error,
    ConfigurationError,
    UnlistedError,
    AnyError,
    EFaqSearchOptions,
    InheritedFromType,
    LicenseErrorType,
    ValidationErrorType,
    ErrorId,
}

/// An answer of any status.
impl Arbitrary for Answer {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let error = any::<AnyError>;
        prop_oneof![
            any::<UpdateOperationResult>().prop_map(Self::Ok),
            error().prop_map(Self::BadRequest),
            error().prop_map(Self::Unauthorized),
            error().prop_map(Self::Forbidden),
            error().prop_map(Self::NotFound),
            error().prop_map(Self::Gone),
            error().prop_map(Self::InternalServerError),
        ]
        .boxed()
    }
}
