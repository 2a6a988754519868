//! The wire types as data: decoding, locations, schemas and strategies are derived from these descriptors.

use crate::codes::Code;
use std::collections::BTreeSet;

/// The maximum nesting of arrays.
pub(crate) const MAX_ARRAYS: usize = 2;

/// The JSON type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonType {
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

impl JsonType {
    /// Returns the type with its article, for messages.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Int => "a 32-bit integer",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }

    /// Returns whether a scalar of the type can begin with this byte; always false for arrays and objects.
    #[inline]
    pub(crate) const fn is_begun_by(self, first: u8) -> bool {
        match self {
            Self::Boolean => matches!(first, b't' | b'f'),
            Self::Int => matches!(first, b'-' | b'0'..=b'9'),
            Self::String => first == b'"',
            Self::Array | Self::Object => false,
        }
    }
}

/// The direction of a body: members may be required in one and optional in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    /// From a client to the server: closed, with `actualValue` required, and documented codes only.
    Request,
    /// From the server to a client: open, codes of newer servers kept.
    Response,
}

/// When a member is required.
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

/// A wire type.
#[derive(Debug)]
pub(crate) struct TypeDescriptor {
    pub(crate) kind: JsonType,
    /// The name of the type on the wire.
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    pub(crate) doc: &'static str,
    /// The URN of the type; empty if it is not an object.
    pub(crate) urn: &'static str,
    /// Whether the object must have its URN in `__type`.
    pub(crate) tagged: bool,
    /// The members of an object, in documented order.
    pub(crate) members: &'static [MemberDescriptor],
    /// The type of the items of an array.
    pub(crate) item: Option<&'static TypeDescriptor>,
    /// The codes of a code list: number, name and meaning.
    pub(crate) codes: &'static [(i32, &'static str, &'static str)],
    /// The feature version that introduced a code, if it is stated.
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    pub(crate) code_since: fn(i32) -> Option<u32>,
    /// The number of slots of the value and everything in it.
    pub(crate) slot_count: u16,
}

#[derive(Debug)]
pub(crate) struct MemberDescriptor {
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    pub(crate) doc: &'static str,
    pub(crate) descriptor: &'static TypeDescriptor,
    pub(crate) required: Required,
    pub(crate) nullable: bool,
}

impl TypeDescriptor {
    /// Any JSON object.
    pub(crate) const ANY: &'static Self = &Self::object("object", "", "", false, &[]);

    pub(crate) const fn scalar(kind: JsonType, name: &'static str, doc: &'static str) -> Self {
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
            slot_count: 1,
        }
    }

    pub(crate) const fn code<C: Code>() -> Self {
        let mut descriptor = Self::scalar(JsonType::Int, C::NAME, C::DOC);
        descriptor.codes = C::TABLE;
        descriptor.code_since = C::since_of;
        descriptor
    }

    pub(crate) const fn array(item: &'static TypeDescriptor) -> Self {
        let mut descriptor = Self::scalar(JsonType::Array, "", "");
        descriptor.item = Some(item);
        descriptor.slot_count += item.slot_count;
        descriptor
    }

    pub(crate) const fn object(
        name: &'static str,
        doc: &'static str,
        urn: &'static str,
        tagged: bool,
        members: &'static [MemberDescriptor],
    ) -> Self {
        let mut descriptor = Self::scalar(JsonType::Object, name, doc);
        descriptor.urn = urn;
        descriptor.tagged = tagged;
        descriptor.members = members;
        let mut i = 0;
        while i < members.len() {
            descriptor.slot_count += members[i].descriptor.slot_count;
            i += 1;
        }
        descriptor
    }

    /// Returns the index of the member with a name.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }

    /// Returns the member with a name.
    pub(crate) fn member(&self, name: &str) -> Option<&'static MemberDescriptor> {
        self.members.iter().find(|member| member.name == name)
    }

    /// Adds the URNs of this type and of those in it.
    pub(crate) fn collect_urns(&self, urns: &mut BTreeSet<&'static str>) {
        if self.kind == JsonType::Object {
            urns.insert(self.urn);
        }
        self.members.iter().for_each(|member| member.descriptor.collect_urns(urns));
        if let Some(item) = self.item {
            item.collect_urns(urns);
        }
    }

    /// Returns the number of containers around a slot.
    pub(crate) fn depth(&self, slot: u16) -> u8 {
        let Some(mut slot) = slot.checked_sub(1) else {
            return 0;
        };
        if let Some(item) = self.item {
            return 1 + item.depth(slot);
        }
        for member in self.members {
            if slot < member.descriptor.slot_count {
                return 1 + member.descriptor.depth(slot);
            }
            slot -= member.descriptor.slot_count;
        }
        0
    }

    /// Returns the distance of a member's slot from that of its object.
    pub(crate) const fn slot_offset(members: &[MemberDescriptor], member: usize) -> u16 {
        let mut offset = 1;
        let mut i = 0;
        while i < member {
            offset += members[i].descriptor.slot_count;
            i += 1;
        }
        offset
    }

    /// Returns a mask with a bit for each required member.
    pub(crate) const fn required_mask(members: &[MemberDescriptor], direction: Direction) -> u32 {
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
