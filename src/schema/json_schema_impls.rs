//! `JsonSchema` for every type, so that a type that contains one has a schema too.
//!
//! The generator creates references inside a type, and distinguishes definitions of the same name. Schemas use only keywords
//! that all drafts have, since the generator may write any draft.

use super::body_schema;
use super::object::into_schema;
use super::profile::Profile;
use super::type_schema::{self, SchemaStyle, TypeUse};
use crate::body::decode::Decode;
use crate::body::decode::members::WireValue;
use crate::body::{Inheritable, InheritableProperty, InheritedValue, inheritable_types, representations};
use crate::descriptor::{Direction, TypeDescriptor};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;
use std::borrow::Cow;
use std::marker::PhantomData;

fn style(direction: Direction) -> SchemaStyle {
    SchemaStyle { any_draft: true, ..SchemaStyle::new(direction, Profile::Default) }
}

macro_rules! implement {
    ($($(for $T:ident: $Bound:path,)? impl $Type:ty $(= $name:literal)?;)+) => {$(
        impl $(<$T: $Bound>)? JsonSchema for $Type {
            fn schema_name() -> Cow<'static, str> {
                $(return $name.into();)?
                #[allow(unreachable_code)]
                type_schema::name(Self::DESCRIPTOR, <Self as Decode>::DIRECTION).into()
            }

            fn schema_id() -> Cow<'static, str> {
                std::any::type_name::<Self>().into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let direction = <Self as Decode>::DIRECTION;
                let mut schema = body_schema::body::<Self>(style(direction), &mut |descriptor, _| refer(descriptor, direction, generator));
                schema["title"] = Self::schema_name().as_ref().into();
                into_schema(schema)
            }
        }
    )+};
}

macro_rules! implement_each {
    ({} $($Type:ty $(as $name:literal)?: $how:ident $files:tt;)+) => {
        implement! { $(impl $Type $(= $name)?;)+ }
    };
}

representations! { implement_each {} }
implement! {
    for T: Inheritable, impl InheritableProperty<T>;
    for T: Inheritable, impl InheritedValue<T>;
}

/// A type as it is in a request.
struct InRequest<T>(PhantomData<T>);

impl<T: JsonSchema + WireValue> JsonSchema for InRequest<T> {
    fn schema_name() -> Cow<'static, str> {
        type_schema::name(T::DESCRIPTOR, Direction::Request).into()
    }

    fn schema_id() -> Cow<'static, str> {
        std::any::type_name::<Self>().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (direction, name) = (Direction::Request, Self::schema_name());
        let content = type_schema::content(T::DESCRIPTOR, &name, style(direction), &mut |descriptor, _| {
            refer(descriptor, direction, generator)
        });
        into_schema(type_schema::definition(T::DESCRIPTOR, &name, TypeUse::Item, content))
    }
}

type SubschemaFn = fn(Direction, &mut SchemaGenerator) -> Schema;

/// Returns the function that creates the schema of a type, if the type has this name and is a part of others. A request body
/// is not a part, nor is a body that has one of several types.
fn part<T: JsonSchema + Decode>(name: &str) -> Option<SubschemaFn> {
    let is_part = T::DIRECTION == Direction::Response && !T::SELECTED_BY_TYPE_TAG && !T::SELECTED_BY_MEMBERS;
    (is_part && T::DESCRIPTOR.name == name).then_some(|direction, generator| match direction {
        Direction::Request => generator.subschema_for::<InRequest<T>>(),
        Direction::Response => generator.subschema_for::<T>(),
    })
}

macro_rules! part_of_each {
    ({ $wanted:ident } $($Type:ty $(as $name:literal)?: $how:ident $files:tt;)+) => {
        [$(part::<$Type>($wanted)),+]
    };
}

macro_rules! part_of_each_inheritable {
    (
        { $wanted:ident }
        $($Name:ident($Type:ty, $about:literal) = $Property:ident $property_urn:literal, $Value:ident $value_urn:literal, $example:literal;)+
    ) => {
        [$(part::<InheritableProperty<$Type>>($wanted), part::<InheritedValue<$Type>>($wanted)),+]
    };
}

/// Returns the function that creates the schema of the part with a name.
fn part_of(name: &str) -> Option<SubschemaFn> {
    let others = representations! { part_of_each { name } };
    let inheritable = inheritable_types! { part_of_each_inheritable { name } };
    others.into_iter().chain(inheritable).flatten().next()
}

/// Returns a reference, created by the generator.
fn refer(descriptor: &'static TypeDescriptor, direction: Direction, generator: &mut SchemaGenerator) -> Value {
    if let Some(part) = part_of(descriptor.name) {
        return part(direction, generator).into();
    }
    let name = type_schema::name(descriptor, direction);
    type_schema::content(descriptor, &name, style(direction), &mut |inner, _| refer(inner, direction, generator))
}
