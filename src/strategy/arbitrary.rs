//! `Arbitrary` for what travels.

use super::{texts, value};
use crate::body::decode::Representation;
use crate::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, Inheritable, InheritableProperty, InheritedValue,
    LicenseError, UnknownError, UpdateOperationResult, UserClientConfigurationProperties, UserClientConfigurationView,
    ValidationError,
};
use crate::codes::{EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::response::Response;
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
    UnknownError,
    ErrorBody,
    EFaqSearchOptions,
    InheritedFromType,
    LicenseErrorType,
    ValidationErrorType,
    ErrorId,
}

/// An answer of any status.
impl Arbitrary for Response {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let error = any::<ErrorBody>;
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
