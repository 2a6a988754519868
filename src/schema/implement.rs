//! `JsonSchema` of every representation, so that a type which holds one has a schema too.
//!
//! A generator of someone else's names what is in a representation itself, so that nothing of theirs is mistaken for ours. There a
//! definition within a request is called `FollowMeRequest`: that of answers may stand beside it.

use super::definition;
use crate::body::decode::Read;
use crate::body::decode::members::WireValue;
use crate::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, Inheritable, InheritableBooleanProperty,
    InheritableIntProperty, InheritableProperty, InheritableStringProperty, InheritedBooleanValue, InheritedInt,
    InheritedString, InheritedValue, LicenseError, UnknownError, UpdateOperationResult, User,
    UserClientConfigurationProperties, UserClientConfigurationView, UserList, ValidationError, ViewDocument,
};
use crate::codes::{EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::descriptor::{Direction, TypeDescriptor};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;
use std::borrow::Cow;
use std::marker::PhantomData;

macro_rules! implement {
    ($($(for $T:ident: $Bound:path,)? impl $Type:ty = $name:expr;)+) => {$(
        impl $(<$T: $Bound>)? JsonSchema for $Type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn schema_id() -> Cow<'static, str> {
                std::any::type_name::<Self>().into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let mut schema = definition::root::<Self>(<Self as Read>::DIRECTION, generator, refer);
                schema.insert("title".to_owned(), Self::schema_name().as_ref().into());
                schema
            }
        }
    )+};
}

implement! {
    impl UserClientConfigurationProperties = Self::SHAPE.name;
    impl UserClientConfigurationView = "UserClientConfigurationView";
    impl User = Self::SHAPE.name;
    impl UserList = Self::SHAPE.name;
    impl ViewDocument = "ViewDocument";
    for T: Inheritable, impl InheritableProperty<T> = Self::SHAPE.name;
    for T: Inheritable, impl InheritedValue<T> = Self::SHAPE.name;
    impl ConfigurationId = Self::SHAPE.name;
    impl FollowMe = Self::SHAPE.name;
    impl UpdateOperationResult = Self::SHAPE.name;
    impl LicenseError = Self::SHAPE.name;
    impl ValidationError = Self::SHAPE.name;
    impl Error = Self::SHAPE.name;
    impl ConfigurationError = Self::SHAPE.name;
    impl UnknownError = Self::SHAPE.name;
    impl ErrorBody = "ErrorBody";
    impl EFaqSearchOptions = Self::SHAPE.name;
    impl InheritedFromType = Self::SHAPE.name;
    impl LicenseErrorType = Self::SHAPE.name;
    impl ValidationErrorType = Self::SHAPE.name;
    impl ErrorId = "ErrorId";
}

/// A shape within a request, where it is closed.
struct InRequest<T>(PhantomData<T>);

impl<T: JsonSchema + WireValue> JsonSchema for InRequest<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}Request", T::SHAPE.name).into()
    }

    fn schema_id() -> Cow<'static, str> {
        std::any::type_name::<Self>().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = definition::of(T::SHAPE, Direction::Request, generator, refer);
        schema.insert("title".to_owned(), Self::schema_name().as_ref().into());
        schema
    }
}

/// Every shape that stands within another, by its name.
const WITHIN: [(&str, Within); 20] = [
    within::<UserClientConfigurationView>(),
    within::<User>(),
    within::<UserList>(),
    within::<InheritableBooleanProperty>(),
    within::<InheritableStringProperty>(),
    within::<InheritableIntProperty>(),
    within::<InheritedBooleanValue>(),
    within::<InheritedString>(),
    within::<InheritedInt>(),
    within::<ConfigurationId>(),
    within::<FollowMe>(),
    within::<LicenseError>(),
    within::<ValidationError>(),
    within::<Error>(),
    within::<ConfigurationError>(),
    within::<UnknownError>(),
    within::<EFaqSearchOptions>(),
    within::<InheritedFromType>(),
    within::<LicenseErrorType>(),
    within::<ValidationErrorType>(),
];

type Within = fn(Direction, &mut SchemaGenerator) -> Schema;

const fn within<T: JsonSchema + WireValue>() -> (&'static str, Within) {
    (T::SHAPE.name, |direction, generator| match direction {
        Direction::Request => generator.subschema_for::<InRequest<T>>(),
        Direction::Response => generator.subschema_for::<T>(),
    })
}

/// Refers to a shape as the generator names it.
fn refer(shape: &'static TypeDescriptor, direction: Direction, generator: &mut SchemaGenerator) -> Value {
    let schema = match WITHIN.iter().find(|(name, _)| *name == shape.name) {
        Some((_, within)) => within(direction, generator),
        None => definition::of(shape, direction, generator, refer),
    };
    schema.into()
}
