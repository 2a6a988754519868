/// Makes a representation of its table of members: the struct, how it is read and written, and what it is made of.
///
/// A member is its documentation, its wire name, and a field whose type says the states it may have: `T` must be there and
/// is not null, `Option<T>` may be absent, `Field<T>` may be absent or null. `required in requests` is for the one member
/// that a request must have and an answer may lack.
macro_rules! object {
    (
        $(#[doc = $doc:literal])+
        pub struct $Object:ident $(<$T:ident: $Bound:path>)? = ($name:expr, $urn:expr $(, $tagged:ident)?) {
            $($(#[doc = $about:literal])+ $wire:literal => $field:ident: $Type:ty $(, required in $requests:ident)?;)+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $Object $(<$T>)? {
            $(
                #[doc = concat!("`", $wire, "`")]
                #[doc = ""]
                $(#[doc = $about])+
                pub $field: $Type,
            )+
            /// `__type`, and the members that the documentation does not list.
            pub unlisted: $crate::wire::Unlisted,
        }

        impl $(<$T: $Bound>)? $Object $(<$T>)? {
            const MEMBERS: &'static [$crate::wire::shape::Member] = &[$($crate::wire::shape::Member {
                name: $wire,
                doc: concat!($($about, "\n"),+),
                shape: <$Type as $crate::wire::fill::Wire>::SHAPE,
                required: $crate::wire::object::required!($Type $(, $requests)?),
                nullable: <$Type as $crate::wire::fill::Wire>::NULLABLE,
            }),+];
        }

        impl $(<$T: $Bound>)? $crate::wire::fill::Wire for $Object $(<$T>)? {
            const SHAPE: &'static $crate::wire::shape::Shape = &$crate::wire::shape::Shape::object(
                $name,
                concat!($($doc, "\n"),+),
                $urn,
                $crate::wire::object::tagged!($($tagged)?),
                Self::MEMBERS,
            );
            const KIND: $crate::wire::Kind = $crate::wire::Kind::Object;

            #[inline]
            fn index(name: &str) -> Option<usize> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                match name {
                    $($wire => Some(Index::$field as usize),)+
                    _ => None,
                }
            }

            #[inline]
            fn stands(member: usize, text: &[u8]) -> Option<usize> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                match member {
                    $(i if i == Index::$field as usize => {
                        const QUOTED: &[u8] = concat!("\"", $wire, "\":").as_bytes();
                        text.starts_with(QUOTED).then_some(QUOTED.len())
                    })+
                    _ => None,
                }
            }

            #[cfg(feature = "rules")]
            fn node(&self) -> Option<$crate::node::Node<'_>> {
                Some($crate::node::Node::Object(self))
            }

            #[cfg(feature = "rules")]
            fn is_sound(&self, judge: &$crate::rules::InPass, place: u16) -> bool {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                self.unlisted.is_empty()
                    $(&& !(const {
                        matches!($crate::wire::object::required!($Type $(, $requests)?), $crate::wire::shape::Required::InRequests)
                    } && $crate::wire::fill::Wire::is_absent(&self.$field)))+
                    $(&& $crate::wire::fill::Wire::is_sound(
                        &self.$field,
                        judge,
                        place + const { $crate::wire::shape::Shape::offset(Self::MEMBERS, Index::$field as usize) },
                    ))+
            }

            fn object<E: $crate::wire::fill::Entries, const KEEP: bool>(
                &mut self,
                entries: &mut E,
                cx: &mut $crate::read::Cx,
                place: u16,
            ) -> Result<(), E::Error> {
                $crate::wire::fill::members::<Self, E, KEEP>(self, entries, cx, place)
            }
        }

        #[cfg(feature = "rules")]
        impl $(<$T: $Bound>)? $crate::node::Object for $Object $(<$T>)? {
            fn member(&self, name: &str) -> Option<$crate::node::Node<'_>> {
                match name {
                    $($wire => $crate::wire::fill::Wire::node(&self.$field),)+
                    _ => None,
                }
            }

            fn find(&self, name: &str, index: Option<u16>) -> Option<$crate::node::Node<'_>> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                match index {
                    $(Some(i) if i == Index::$field as u16 => $crate::wire::fill::Wire::node(&self.$field),)+
                    _ => self.member(name),
                }
            }

            fn each(&self, show: &mut dyn FnMut(&str, $crate::node::Node<'_>)) {
                $(if let Some(node) = $crate::wire::fill::Wire::node(&self.$field) {
                    show($wire, node);
                })+
                self.unlisted.each(show);
            }
        }

        impl $(<$T: $Bound>)? $crate::wire::fill::Object for $Object $(<$T>)? {
            const MUST_IN_REQUESTS: u32 =
                $crate::wire::shape::Shape::must(Self::MEMBERS, $crate::wire::shape::Direction::Request);
            const MUST_IN_ANSWERS: u32 =
                $crate::wire::shape::Shape::must(Self::MEMBERS, $crate::wire::shape::Direction::Answer);

            #[inline]
            fn member<E: $crate::wire::fill::Entries, const KEEP: bool>(
                &mut self,
                member: usize,
                entries: &mut E,
                cx: &mut $crate::read::Cx,
                place: u16,
            ) -> Result<(), E::Error> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                match member {
                    $(i if i == Index::$field as usize => {
                        let place = place + const { $crate::wire::shape::Shape::offset(Self::MEMBERS, Index::$field as usize) };
                        entries.value::<$Type, KEEP>(&mut self.$field, cx, place)
                    })+
                    _ => unreachable!("the table has no such member"),
                }
            }

            fn unlisted(&mut self) -> &mut $crate::wire::Unlisted {
                &mut self.unlisted
            }
        }

        impl $(<$T: $Bound>)? serde::Serialize for $Object $(<$T>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                use $crate::wire::fill::Wire;
                let tagged = Self::SHAPE.tagged || self.unlisted.has_type_tag();
                let count = [$(!self.$field.is_absent()),+].into_iter().filter(|is| *is).count();
                let mut map = serializer.serialize_map(Some(count + usize::from(tagged) + self.unlisted.len()))?;
                $(if !self.$field.is_absent() {
                    map.serialize_entry($wire, &self.$field)?;
                })+
                self.unlisted.serialize_members(&mut map)?;
                if tagged {
                    map.serialize_entry($crate::wire::fill::TYPE, Self::SHAPE.urn)?;
                }
                map.end()
            }
        }

        impl<'de, $($T: $Bound)?> serde::Deserialize<'de> for $Object $(<$T>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::read::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use object;

/// When a member must be there: as its type says, or in requests alone.
macro_rules! required {
    ($Type:ty) => {
        <$Type as $crate::wire::fill::Wire>::REQUIRED
    };
    ($Type:ty, requests) => {
        $crate::wire::shape::Required::InRequests
    };
}
pub(crate) use required;

/// Whether an object must say its type.
macro_rules! tagged {
    () => {
        false
    };
    (tagged) => {
        true
    };
}
pub(crate) use tagged;
