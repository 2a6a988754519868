//! `JsonSchema` of every type, so that a type that contains one has a schema too.
//!
//! References inside a type are made by the generator, which distinguishes definitions of the same name. They use only keywords that all
//! drafts have, as the generator may write any.

use super::body_schema;
use super::object::into_schema;
use super::profile::Profile;
use super::type_schema::{self, Style, Use};
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

fn style(direction: Direction) -> Style {
    Style { any_draft: true, ..Style::new(direction, Profile::Default) }
}

macro_rules! implement {
    ($($(for $T:ident: $Bound:path,)? impl $Type:ty $(= $name:literal)?;)+) => {$(
        impl $(<$T: $Bound>)? JsonSchema for $Type {
            fn schema_name() -> Cow<'static, str> {
                $(return $name.into();)?
                #[allow(unreachable_code)]
                type_schema::name(Self::SHAPE, <Self as Read>::DIRECTION).into()
            }

            fn schema_id() -> Cow<'static, str> {
                std::any::type_name::<Self>().into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let direction = <Self as Read>::DIRECTION;
                let mut schema = body_schema::body::<Self>(style(direction), &mut |shape, _| refer(shape, direction, generator));
                schema["title"] = Self::schema_name().as_ref().into();
                into_schema(schema)
            }
        }
    )+};
}

implement! {
    impl UserClientConfigurationProperties;
    impl UserClientConfigurationView;
    impl User;
    impl UserList;
    impl ViewDocument = "ViewDocument";
    for T: Inheritable, impl InheritableProperty<T>;
    for T: Inheritable, impl InheritedValue<T>;
    impl ConfigurationId;
    impl FollowMe;
    impl UpdateOperationResult;
    impl LicenseError;
    impl ValidationError;
    impl Error;
    impl ConfigurationError;
    impl UnknownError;
    impl ErrorBody = "ErrorBody";
    impl EFaqSearchOptions;
    impl InheritedFromType;
    impl LicenseErrorType;
    impl ValidationErrorType;
    impl ErrorId = "ErrorId";
}

/// A type as it is in a request.
struct InRequest<T>(PhantomData<T>);

impl<T: JsonSchema + WireValue> JsonSchema for InRequest<T> {
    fn schema_name() -> Cow<'static, str> {
        type_schema::name(T::SHAPE, Direction::Request).into()
    }

    fn schema_id() -> Cow<'static, str> {
        std::any::type_name::<Self>().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (direction, name) = (Direction::Request, Self::schema_name());
        let content =
            type_schema::content(T::SHAPE, &name, style(direction), &mut |shape, _| refer(shape, direction, generator));
        into_schema(type_schema::definition(T::SHAPE, &name, Use::Item, content))
    }
}

/// Every type that is a part of another, by its name.
const PARTS: [(&str, SubschemaFn); 20] = [
    part::<UserClientConfigurationView>(),
    part::<User>(),
    part::<UserList>(),
    part::<InheritableBooleanProperty>(),
    part::<InheritableStringProperty>(),
    part::<InheritableIntProperty>(),
    part::<InheritedBooleanValue>(),
    part::<InheritedString>(),
    part::<InheritedInt>(),
    part::<ConfigurationId>(),
    part::<FollowMe>(),
    part::<LicenseError>(),
    part::<ValidationError>(),
    part::<Error>(),
    part::<ConfigurationError>(),
    part::<UnknownError>(),
    part::<EFaqSearchOptions>(),
    part::<InheritedFromType>(),
    part::<LicenseErrorType>(),
    part::<ValidationErrorType>(),
];

type SubschemaFn = fn(Direction, &mut SchemaGenerator) -> Schema;

const fn part<T: JsonSchema + WireValue>() -> (&'static str, SubschemaFn) {
    (T::SHAPE.name, |direction, generator| match direction {
        Direction::Request => generator.subschema_for::<InRequest<T>>(),
        Direction::Response => generator.subschema_for::<T>(),
    })
}

/// Returns a reference as the generator makes it.
fn refer(shape: &'static TypeDescriptor, direction: Direction, generator: &mut SchemaGenerator) -> Value {
    if let Some((_, part)) = PARTS.iter().find(|(name, _)| *name == shape.name) {
        return part(direction, generator).into();
    }
    let name = type_schema::name(shape, direction);
    type_schema::content(shape, &name, style(direction), &mut |inner, _| refer(inner, direction, generator))
}
