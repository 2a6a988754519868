/// Generates a representation from its table of members: the struct, its decoding and serialization, and its descriptor.
///
/// A row is a member: its description, its wire name, and a field whose type determines the states that it may have: `T` is required and never
/// null, `Option<T>` may be absent, `Field<T>` may be absent or null. `required in requests` is for the one member that is required in requests
/// and optional in responses. The rest of a row is for `wire_struct!`, which generates the rest of the type.
macro_rules! representation {
    (
        $(#[doc = $doc:literal])+
        pub struct $Object:ident $(<$T:ident: $Bound:path>)? = ($name:expr, $urn:expr $(, $kind:ident)?) {
            $(#![doc = $more:literal])*
            $(
                $(#[doc = $about:literal])+
                $wire:literal [$source:ident $(, since $since:literal)?] => $field:ident: $Type:ty
                    $(, required in $requests:ident)? $(, set by $setter:ident($example:expr))?;
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[doc = ""]
        $(#[doc = $more])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
        #[non_exhaustive]
        pub struct $Object $(<$T>)? {
            $(
                #[doc = concat!("`", $wire, "` ", $crate::body::types::wire_struct::source_label!($source))]
                #[doc = ""]
                $(#[doc = $about])+
                $(
                    #[doc = ""]
                    #[doc = concat!("Since feature version ", $since, " of `configuration`.")]
                )?
                pub $field: $Type,
            )+
            /// The members that the vendor does not document, in input order, and whether `__type` was present.
            pub unknown: $crate::body::UnknownMembers,
        }

        impl $(<$T: $Bound>)? $Object $(<$T>)? {
            const MEMBERS: &'static [$crate::descriptor::MemberDescriptor] = &[$($crate::descriptor::MemberDescriptor {
                name: $wire,
                doc: concat!(
                    $($about, "\n",)+
                    $crate::body::types::wire_struct::source_label!($source)
                    $(, " Since feature version ", $since, " of `configuration`.")?
                ),
                descriptor: <$Type as $crate::body::decode::members::WireValue>::DESCRIPTOR,
                required: $crate::body::representation::required!($Type $(, $requests)?),
                nullable: <$Type as $crate::body::decode::members::WireValue>::NULLABLE,
            }),+];
        }

        impl $(<$T: $Bound>)? $crate::body::decode::members::WireValue for $Object $(<$T>)? {
            const DESCRIPTOR: &'static $crate::descriptor::TypeDescriptor = &$crate::descriptor::TypeDescriptor::object(
                $name,
                concat!($($doc, "\n"),+),
                $urn,
                $crate::body::representation::tagged!($($kind)?),
                Self::MEMBERS,
            );
            const JSON_TYPE: $crate::descriptor::JsonType = $crate::descriptor::JsonType::Object;

            #[inline]
            fn index(name: &str) -> Option<usize> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                match name {
                    $($wire => Some(Index::$field as usize),)+
                    _ => None,
                }
            }

            fn node(&self) -> Option<$crate::value_ref::ValueRef<'_>> {
                Some($crate::value_ref::ValueRef::Object(self))
            }
            fn is_sound(&self, hook: &impl $crate::body::decode::ValueHook, slot: u16) -> bool {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                self.unknown.is_empty()
                    $(&& !(const {
                        matches!($crate::body::representation::required!($Type $(, $requests)?), $crate::descriptor::Required::InRequests)
                    } && $crate::body::decode::members::WireValue::is_absent(&self.$field)))+
                    $(&& $crate::body::decode::members::WireValue::is_sound(
                        &self.$field,
                        hook,
                        slot + const { $crate::descriptor::TypeDescriptor::slot_offset(Self::MEMBERS, Index::$field as usize) },
                    ))+
            }

            #[inline(always)]
            #[allow(clippy::inline_always, reason = "one caller for each source")]
            fn object<E: $crate::body::decode::members::MapSource, const KEEP: bool>(
                &mut self,
                entries: &mut E,
                cx: &mut $crate::body::decode::DecodeContext,
                slot: u16,
            ) -> Result<(), E::Error> {
                $crate::body::decode::members::members::<Self, E, KEEP>(self, entries, cx, slot)
            }
        }
        impl $(<$T: $Bound>)? $crate::value_ref::ObjectRef for $Object $(<$T>)? {
            fn member(&self, name: &str) -> Option<$crate::value_ref::ValueRef<'_>> {
                match name {
                    $($wire => $crate::body::decode::members::WireValue::node(&self.$field),)+
                    _ => None,
                }
            }

            fn find(&self, name: &str, index: Option<u16>) -> Option<$crate::value_ref::ValueRef<'_>> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                match index {
                    $(Some(i) if i == Index::$field as u16 => $crate::body::decode::members::WireValue::node(&self.$field),)+
                    _ => $crate::value_ref::ObjectRef::member(self, name),
                }
            }

            fn each(&self, show: &mut dyn FnMut(&str, $crate::value_ref::ValueRef<'_>)) {
                $(if let Some(node) = $crate::body::decode::members::WireValue::node(&self.$field) {
                    show($wire, node);
                })+
                self.unknown.each(show);
                if <Self as $crate::body::decode::members::WireValue>::DESCRIPTOR.tagged || self.unknown.has_type_tag() {
                    let urn = <Self as $crate::body::decode::members::WireValue>::DESCRIPTOR.urn;
                    show($crate::body::decode::members::TYPE, $crate::value_ref::ValueRef::String(urn));
                }
            }

            fn has_unknown_deeper_than(&self, depth: usize) -> bool {
                self.unknown.is_deeper_than(depth)
            }
        }

        impl $(<$T: $Bound>)? $crate::body::decode::members::DecodeObject for $Object $(<$T>)? {
            const REQUIRED_IN_REQUESTS: u32 =
                $crate::descriptor::TypeDescriptor::required_mask(Self::MEMBERS, $crate::descriptor::Direction::Request);
            const REQUIRED_IN_RESPONSES: u32 =
                $crate::descriptor::TypeDescriptor::required_mask(Self::MEMBERS, $crate::descriptor::Direction::Response);
            const IS_VIEW: bool = $crate::body::representation::is_view!($($kind)?);

            #[inline(always)]
            #[allow(clippy::inline_always, reason = "one caller for each type")]
            fn members_in_order<E: $crate::body::decode::members::MapSource, const KEEP: bool>(
                &mut self,
                seen: &mut u32,
                entries: &mut E,
                cx: &mut $crate::body::decode::DecodeContext,
                slot: u16,
            ) -> Result<bool, E::Error> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                $(
                    if *seen & (1 << Index::$field as u32) == 0 && entries.skip_name(concat!("\"", $wire, "\":")) {
                        *seen |= 1 << Index::$field as u32;
                        let slot = slot + const { $crate::descriptor::TypeDescriptor::slot_offset(Self::MEMBERS, Index::$field as usize) };
                        entries.value::<$Type, KEEP>(&mut self.$field, cx, slot)?;
                        if !entries.next(false)? {
                            return Ok(false);
                        }
                    }
                )+
                Ok(true)
            }

            #[inline]
            fn member<E: $crate::body::decode::members::MapSource, const KEEP: bool>(
                &mut self,
                member: usize,
                entries: &mut E,
                cx: &mut $crate::body::decode::DecodeContext,
                slot: u16,
            ) -> Result<(), E::Error> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                match member {
                    $(i if i == Index::$field as usize => {
                        let slot = slot + const { $crate::descriptor::TypeDescriptor::slot_offset(Self::MEMBERS, Index::$field as usize) };
                        entries.value::<$Type, KEEP>(&mut self.$field, cx, slot)
                    })+
                    _ => unreachable!("the table has no such member"),
                }
            }

            fn unknown(&mut self) -> &mut $crate::body::UnknownMembers {
                &mut self.unknown
            }
        }

        impl $(<$T: $Bound>)? serde::Serialize for $Object $(<$T>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                use $crate::body::decode::members::WireValue;
                let tagged = Self::DESCRIPTOR.tagged || self.unknown.has_type_tag();
                let mut unknown = self.unknown.to_serialize(|name| Self::index(name).is_some());
                let count = [$(!self.$field.is_absent()),+].into_iter().filter(|is| *is).count();
                let mut map = serializer.serialize_map(Some(count + usize::from(tagged) + unknown.clone().count()))?;
                $(if !self.$field.is_absent() {
                    map.serialize_entry($wire, &self.$field)?;
                })+
                unknown.try_for_each(|(name, value)| map.serialize_entry(name, &value))?;
                if tagged {
                    map.serialize_entry($crate::body::decode::members::TYPE, Self::DESCRIPTOR.urn)?;
                }
                map.end()
            }
        }

        impl<'de, $($T: $Bound)?> serde::Deserialize<'de> for $Object $(<$T>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::body::decode::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use representation;

/// When a member is required: as its type determines, or only in requests.
macro_rules! required {
    ($Type:ty) => {
        <$Type as $crate::body::decode::members::WireValue>::REQUIRED
    };
    ($Type:ty, requests) => {
        $crate::descriptor::Required::InRequests
    };
}
pub(crate) use required;

/// Whether `__type` is required.
macro_rules! tagged {
    () => {
        false
    };
    (tagged) => {
        true
    };
    (view) => {
        false
    };
}
pub(crate) use tagged;

/// Whether an object is the client configuration.
macro_rules! is_view {
    (view) => {
        true
    };
    ($($other:ident)?) => {
        false
    };
}
pub(crate) use is_view;
