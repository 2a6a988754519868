use serde::{Serialize, Serializer};

/// A member that may be absent, null, or hold a value.
///
/// On a write absent leaves the property alone, null clears it, a value sets it. On a read absent and null mean the same.
/// Reading, editing and writing keep the three apart.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::codes::EFaqSearchOptions;
///
/// let mut update = UserClientConfigurationProperties::default();
/// update.call_forward_all.set(true);
/// update.e_faq_search_option.set(EFaqSearchOptions::Best);
/// update.follow_me.clear();
/// # assert_eq!(
/// #     serde_json::to_string(&update).unwrap(),
/// #     r#"{"callForwardAll":{"actualValue":true},"eFaqSearchOption":2,"followMe":null}"#
/// # );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Field<T> {
    /// The member is not there.
    #[default]
    Absent,
    /// The member is `null`.
    Null,
    /// The member has a value.
    Value(T),
}

impl<T> Field<T> {
    /// Gives the member a value, in place of whatever it was.
    pub fn set(&mut self, value: impl Into<T>) {
        *self = Self::Value(value.into());
    }

    /// Makes the member `null`.
    pub fn clear(&mut self) {
        *self = Self::Null;
    }

    /// Takes the member out, and returns what it was.
    #[must_use = "to make the member absent, assign `Field::Absent`"]
    pub fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    /// The value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, to be changed in place.
    pub fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the member is not there.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the member is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// A value as itself, null and absent both as null: only the object around it can leave a member out.
impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Absent | Self::Null => serializer.serialize_unit(),
        }
    }
}
