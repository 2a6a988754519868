//! `JsonSchema` of every representation, so that a type which holds one has a schema too.

use super::definition;
use crate::codes::{EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::read::Read;
use crate::wire::fill::Wire;
use crate::wire::{
    AnyError, ConfigurationError, ConfigurationId, Error, FollowMe, Inheritable, InheritableProperty, InheritedValue,
    LicenseError, UnlistedError, UpdateOperationResult, UserClientConfigurationProperties, UserClientConfigurationView,
    ValidationError,
};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

macro_rules! implement {
    ($($(for $T:ident: $Bound:path,)? impl $Type:ty = $name:expr;)+) => {$(
        impl $(<$T: $Bound>)? JsonSchema for $Type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($Type)).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                definition::root::<Self>(<Self as Read>::DIRECTION, generator)
            }
        }
    )+};
}

implement! {
    impl UserClientConfigurationProperties = Self::SHAPE.name;
    impl UserClientConfigurationView = "UserClientConfigurationView";
    for T: Inheritable, impl InheritableProperty<T> = Self::SHAPE.name;
    for T: Inheritable, impl InheritedValue<T> = Self::SHAPE.name;
    impl ConfigurationId = Self::SHAPE.name;
    impl FollowMe = Self::SHAPE.name;
    impl UpdateOperationResult = Self::SHAPE.name;
    impl LicenseError = Self::SHAPE.name;
    impl ValidationError = Self::SHAPE.name;
    impl Error = Self::SHAPE.name;
    impl ConfigurationError = Self::SHAPE.name;
    impl UnlistedError = Self::SHAPE.name;
    impl AnyError = "AnyError";
    impl EFaqSearchOptions = Self::SHAPE.name;
    impl InheritedFromType = Self::SHAPE.name;
    impl LicenseErrorType = Self::SHAPE.name;
    impl ValidationErrorType = Self::SHAPE.name;
    impl ErrorId = "ErrorId";
}
