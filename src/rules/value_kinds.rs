use crate::descriptor::{JsonType, TypeDescriptor};
use crate::vocabulary::ValueType;

/// The kinds of values that a validator accepts, or that a property can have, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ValueKinds(u8);

impl ValueKinds {
    pub(crate) const STRING: Self = Self(0b0000_0001);
    pub(crate) const INT: Self = Self(0b0000_0010);
    /// Any number, integers included.
    pub(crate) const NUMBER: Self = Self(0b0000_0110);
    pub(crate) const BOOLEAN: Self = Self(0b0000_1000);
    pub(crate) const ARRAY: Self = Self(0b0001_0000);
    pub(crate) const OBJECT: Self = Self(0b0010_0000);
    const CONFIGURATION_ID: Self = Self(0b0100_0000);
    /// An id: a string, or a `ConfigurationId`, which is read as its `id`.
    pub(crate) const ID: Self = Self(0b0100_0001);
    /// An array whose items are ids.
    pub(crate) const ID_ARRAY: Self = Self(0b1000_0000);
    /// Any scalar.
    pub(crate) const SCALAR: Self = Self(0b0000_1111);
    pub(crate) const ANY: Self = Self(0b1111_1111);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns whether a `ConfigurationId` is read as its `id`; false for validators that accept any value.
    pub(crate) fn takes_id(self) -> bool {
        self != Self::ANY && self.contains(Self::ID)
    }

    /// Returns the kinds that a value of a type can have.
    pub(crate) fn of(descriptor: &TypeDescriptor) -> Self {
        match descriptor.kind {
            JsonType::Boolean => Self::BOOLEAN,
            JsonType::Int => Self::INT,
            JsonType::String => Self::STRING,
            JsonType::Array if descriptor.item.is_some_and(|item| Self::of(item).intersects(Self::ID)) => {
                Self::ARRAY.or(Self::ID_ARRAY)
            }
            JsonType::Array => Self::ARRAY,
            JsonType::Object if descriptor.member("id").is_some() => Self::OBJECT.or(Self::CONFIGURATION_ID),
            JsonType::Object => Self::OBJECT,
        }
    }

    /// Returns the kinds as public types.
    pub(crate) fn types(self) -> Vec<ValueType> {
        let is_id = self.takes_id();
        let types = [
            (is_id, ValueType::Id),
            (!is_id && self.contains(Self::STRING), ValueType::String),
            (self.contains(Self::INT) && !self.contains(Self::NUMBER), ValueType::Integer),
            (self.contains(Self::NUMBER), ValueType::Number),
            (self.contains(Self::BOOLEAN), ValueType::Boolean),
            (self.contains(Self::ARRAY), ValueType::Array),
            (self.contains(Self::ID_ARRAY) && !self.contains(Self::ARRAY), ValueType::IdArray),
            (self.contains(Self::OBJECT), ValueType::Object),
        ];
        types.into_iter().filter(|(is_accepted, _)| *is_accepted).map(|(_, of)| of).collect()
    }
}
