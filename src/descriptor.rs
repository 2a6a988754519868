//! What a representation is made of, as data: the tables of members drive reading, places, schemas and strategies.

use crate::codes::Code;
use std::collections::BTreeSet;

/// How many arrays may contain each other.
pub(crate) const MAX_ARRAYS: usize = 2;

/// What a value is on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `true` or `false`
    Boolean,
    /// A number with an integral value of 32 bits, signed.
    Int,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// The kind in words.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Boolean => "a Boolean",
            Self::Int => "a 32-bit integer",
            Self::String => "a text",
            Self::Array => "a list",
            Self::Object => "an object",
        }
    }
}

/// Which way a body goes: what one must have the other may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    /// From a client to the server: closed, `actualValue` required, codes from the lists alone.
    Request,
    /// From the server to a client: open, codes of newer servers kept.
    Response,
}

/// When a member must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Required {
    Never,
    InRequests,
    Always,
}

impl Required {
    pub(crate) const fn holds(self, direction: Direction) -> bool {
        match self {
            Self::Never => false,
            Self::InRequests => matches!(direction, Direction::Request),
            Self::Always => true,
        }
    }
}

/// What a type is on the wire.
#[derive(Debug)]
pub(crate) struct TypeDescriptor {
    pub(crate) kind: Kind,
    /// The wire's name of the type.
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    pub(crate) doc: &'static str,
    /// The type's URN, of objects alone.
    pub(crate) urn: &'static str,
    /// Whether the object must say its URN in `__type`.
    pub(crate) tagged: bool,
    /// Of an object, in the order of the documentation.
    pub(crate) members: &'static [Member],
    /// Of a list.
    pub(crate) item: Option<&'static TypeDescriptor>,
    /// Of a code: number, name and meaning.
    pub(crate) codes: &'static [(i32, &'static str, &'static str)],
    /// The feature version that introduced a code, if it is stated.
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    pub(crate) code_since: fn(i32) -> Option<u32>,
    /// How many places the value and what it is made of take.
    pub(crate) places: u16,
}

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    pub(crate) doc: &'static str,
    pub(crate) shape: &'static TypeDescriptor,
    pub(crate) required: Required,
    pub(crate) nullable: bool,
}

impl TypeDescriptor {
    /// Any JSON object.
    pub(crate) const ANY: &'static Self = &Self::object("object", "", "", false, &[]);

    pub(crate) const fn scalar(kind: Kind, name: &'static str, doc: &'static str) -> Self {
        Self {
            kind,
            name,
            doc,
            urn: "",
            tagged: false,
            members: &[],
            item: None,
            codes: &[],
            code_since: |_| None,
            places: 1,
        }
    }

    pub(crate) const fn code<C: Code>() -> Self {
        let mut shape = Self::scalar(Kind::Int, C::NAME, C::DOC);
        shape.codes = C::TABLE;
        shape.code_since = C::since_of;
        shape
    }

    pub(crate) const fn list(item: &'static TypeDescriptor) -> Self {
        let mut shape = Self::scalar(Kind::Array, "", "");
        shape.item = Some(item);
        shape.places += item.places;
        shape
    }

    pub(crate) const fn object(
        name: &'static str,
        doc: &'static str,
        urn: &'static str,
        tagged: bool,
        members: &'static [Member],
    ) -> Self {
        let mut shape = Self::scalar(Kind::Object, name, doc);
        shape.urn = urn;
        shape.tagged = tagged;
        shape.members = members;
        let mut i = 0;
        while i < members.len() {
            shape.places += members[i].shape.places;
            i += 1;
        }
        shape
    }

    /// The index of the member of a name.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }

    /// The member of a name.
    pub(crate) fn member(&self, name: &str) -> Option<&'static Member> {
        self.members.iter().find(|member| member.name == name)
    }

    /// Adds the URNs of this type and of those within it.
    pub(crate) fn each_urn(&self, urns: &mut BTreeSet<&'static str>) {
        if self.kind == Kind::Object {
            urns.insert(self.urn);
        }
        self.members.iter().for_each(|member| member.shape.each_urn(urns));
        if let Some(item) = self.item {
            item.each_urn(urns);
        }
    }

    /// How many containers stand around a place within.
    pub(crate) fn depth(&self, place: u16) -> u8 {
        let Some(mut place) = place.checked_sub(1) else {
            return 0;
        };
        if let Some(item) = self.item {
            return 1 + item.depth(place);
        }
        for member in self.members {
            if place < member.shape.places {
                return 1 + member.shape.depth(place);
            }
            place -= member.shape.places;
        }
        0
    }

    /// How far a member's place is from that of its object.
    pub(crate) const fn offset(members: &[Member], member: usize) -> u16 {
        let mut offset = 1;
        let mut i = 0;
        while i < member {
            offset += members[i].shape.places;
            i += 1;
        }
        offset
    }

    /// A bit for each member that must be there.
    pub(crate) const fn must(members: &[Member], direction: Direction) -> u32 {
        assert!(members.len() <= 32, "one bit a member");
        let mut must = 0;
        let mut i = 0;
        while i < members.len() {
            if members[i].required.holds(direction) {
                must |= 1 << i;
            }
            i += 1;
        }
        must
    }
}
