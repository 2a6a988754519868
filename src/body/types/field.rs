use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::ops::{Deref, DerefMut};

/// A member that may be absent, null, or have a value.
///
/// In a request an absent member leaves the property unchanged, null clears it, and a value sets it. In a response absent and null mean the same.
/// Deserializing, editing and serializing keep the three apart.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::codes::EFaqSearchOptions;
///
/// let mut update = UserClientConfigurationProperties::new();
/// update.call_forward_all.set(true);
/// update.e_faq_search_option.set(EFaqSearchOptions::Best);
/// update.follow_me.clear();
/// assert_eq!(
///     serde_json::to_string(&update)?,
///     r#"{"callForwardAll":{"actualValue":true},"eFaqSearchOption":2,"followMe":null}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Conversions
///
/// A value or an [`Option`] converts into a field: `None` becomes absent. A field converts into an [`Option`]: both absent and null become
/// `None`.
///
/// ```
/// use icws_schema::body::Field;
///
/// assert_eq!(Field::from(Some(5)), Field::Value(5));
/// assert_eq!(Field::<i32>::from(None), Field::Absent);
/// assert_eq!(Option::<i32>::from(Field::Null), None);
/// ```
///
/// # Serialization
///
/// A value is serialized as itself; null and absent are both serialized as null, since only the object around it can omit a member. Null is
/// deserialized as [`Field::Null`]. A struct of your own that contains a `Field` needs two attributes of serde's derive:
/// `#[serde(default, skip_serializing_if = "Field::is_absent")]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Field<T> {
    /// The member is missing.
    #[default]
    Absent,
    /// The member is `null`.
    Null,
    /// The member has a value.
    Value(T),
}

impl<T> Field<T> {
    /// Sets the member to a value.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// let mut name: Field<String> = Field::Null;
    /// name.set("Sales");
    /// assert_eq!(name.as_deref(), Field::Value("Sales"));
    /// ```
    pub fn set(&mut self, value: impl Into<T>) {
        *self = Self::Value(value.into());
    }

    /// Sets the member to null.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// let mut name = Field::Value("Sales");
    /// name.clear();
    /// assert!(name.is_null());
    /// ```
    pub fn clear(&mut self) {
        *self = Self::Null;
    }

    /// Takes the state out and leaves the member absent. Returns the previous state.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// let mut name = Field::Value("Sales");
    /// assert_eq!(name.take(), Field::Value("Sales"));
    /// assert!(name.is_absent());
    /// ```
    #[must_use = "to make the member absent, assign `Field::Absent`"]
    pub fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    /// Returns the value, if there is one.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert_eq!(Field::Value(5).value(), Some(&5));
    /// assert_eq!(Field::<i32>::Null.value(), None);
    /// ```
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns a mutable reference to the value, if there is one.
    ///
    /// ```
    /// use icws_schema::body::{FollowMe, UserClientConfigurationProperties};
    ///
    /// let mut update = UserClientConfigurationProperties::new().with_follow_me([FollowMe::new("8042", 15)]);
    /// if let Some(numbers) = update.follow_me.value_mut() {
    ///     numbers.push(FollowMe::new("+13175550100", 20));
    /// }
    /// assert_eq!(update.follow_me.value().map(Vec::len), Some(2));
    /// ```
    pub const fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns the value, if there is one, and consumes the field.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert_eq!(Field::Value("Sales".to_owned()).into_value().as_deref(), Some("Sales"));
    /// ```
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns whether the member is missing.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    ///
    /// assert!(UserClientConfigurationProperties::new().follow_me.is_absent());
    /// ```
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Returns whether the member is `null`.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert!(Field::<bool>::Null.is_null());
    /// assert!(!Field::<bool>::Absent.is_null());
    /// ```
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns whether the member has a value.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert!(Field::Value(false).is_value());
    /// assert!(!Field::<bool>::Null.is_value());
    /// ```
    #[must_use]
    pub const fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// Converts the value with a function, and keeps absent and null.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert_eq!(Field::Value(15).map(|seconds| seconds * 1000), Field::Value(15_000));
    /// assert_eq!(Field::<i32>::Null.map(|seconds| seconds * 1000), Field::Null);
    /// ```
    #[must_use]
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(convert(value)),
        }
    }

    /// Borrows the value.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// let name = Field::Value("Sales".to_owned());
    /// assert_eq!(name.as_ref().map(String::len), Field::Value(5));
    /// ```
    #[must_use]
    pub const fn as_ref(&self) -> Field<&T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }

    /// Borrows the value mutably.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// let mut seconds = Field::Value(15);
    /// if let Field::Value(seconds) = seconds.as_mut() {
    ///     *seconds += 1;
    /// }
    /// assert_eq!(seconds, Field::Value(16));
    /// ```
    #[must_use]
    pub const fn as_mut(&mut self) -> Field<&mut T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }

    /// Borrows what the value dereferences to.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert_eq!(Field::Value("Sales".to_owned()).as_deref(), Field::Value("Sales"));
    /// ```
    #[must_use]
    pub fn as_deref(&self) -> Field<&T::Target>
    where
        T: Deref,
    {
        self.as_ref().map(T::deref)
    }

    /// Mutably borrows what the value dereferences to.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// let mut name = Field::Value("Sales".to_owned());
    /// let _ = name.as_deref_mut().map(str::make_ascii_uppercase);
    /// assert_eq!(name.as_deref(), Field::Value("SALES"));
    /// ```
    #[must_use]
    pub fn as_deref_mut(&mut self) -> Field<&mut T::Target>
    where
        T: DerefMut,
    {
        self.as_mut().map(T::deref_mut)
    }

    /// Returns the value, or `default` if the member is absent or null.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert_eq!(Field::Value(15).unwrap_or(20), 15);
    /// assert_eq!(Field::Null.unwrap_or(20), 20);
    /// ```
    #[must_use]
    pub fn unwrap_or(self, default: T) -> T {
        self.into_value().unwrap_or(default)
    }

    /// Returns the value, or the result of the function if the member is absent or null.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// assert_eq!(Field::Absent.unwrap_or_else(|| 4 * 5), 20);
    /// ```
    #[must_use]
    pub fn unwrap_or_else(self, default: impl FnOnce() -> T) -> T {
        self.into_value().unwrap_or_else(default)
    }

    /// Returns the value, or the default of its type if the member is absent or null.
    ///
    /// ```
    /// use icws_schema::body::{Field, FollowMe};
    ///
    /// assert_eq!(Field::<Vec<FollowMe>>::Null.unwrap_or_default(), []);
    /// ```
    #[must_use]
    pub fn unwrap_or_default(self) -> T
    where
        T: Default,
    {
        self.into_value().unwrap_or_default()
    }

    /// Returns an iterator over the value: one item or none.
    ///
    /// ```
    /// use icws_schema::body::{FollowMe, UserClientConfigurationProperties};
    ///
    /// let update = UserClientConfigurationProperties::new().with_follow_me([FollowMe::new("8042", 15)]);
    /// let numbers: Vec<_> = update.follow_me.iter().flatten().map(|number| &*number.phone_number).collect();
    /// assert_eq!(numbers, ["8042"]);
    /// ```
    pub fn iter(&self) -> std::option::IntoIter<&T> {
        self.value().into_iter()
    }

    /// Returns an iterator over a mutable reference to the value: one item or none.
    ///
    /// ```
    /// use icws_schema::body::{FollowMe, UserClientConfigurationProperties};
    ///
    /// let mut update = UserClientConfigurationProperties::new().with_follow_me([FollowMe::new("8042", 15)]);
    /// update.follow_me.iter_mut().flatten().for_each(|number| number.use_pin = true);
    /// assert!(update.follow_me.iter().flatten().all(|number| number.use_pin));
    /// ```
    pub fn iter_mut(&mut self) -> std::option::IntoIter<&mut T> {
        self.value_mut().into_iter()
    }
}

impl<T: Clone> Field<&T> {
    /// Clones the borrowed value.
    ///
    /// ```
    /// use icws_schema::body::Field;
    ///
    /// let name = Field::Value("Sales".to_owned());
    /// assert_eq!(name.as_ref().cloned(), name);
    /// ```
    #[must_use]
    pub fn cloned(self) -> Field<T> {
        self.map(T::clone)
    }
}

impl<T> IntoIterator for Field<T> {
    type Item = T;
    type IntoIter = std::option::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_value().into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Field<T> {
    type Item = &'a T;
    type IntoIter = std::option::IntoIter<&'a T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Field<T> {
    type Item = &'a mut T;
    type IntoIter = std::option::IntoIter<&'a mut T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` becomes absent.
impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Value)
    }
}

/// Absent and null become `None`.
impl<T> From<Field<T>> for Option<T> {
    fn from(field: Field<T>) -> Self {
        field.into_value()
    }
}

impl From<&str> for Field<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T, const N: usize> From<[T; N]> for Field<Vec<T>> {
    fn from(items: [T; N]) -> Self {
        Self::Value(items.into())
    }
}

/// A value is serialized as itself; null and absent are both serialized as null.
impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Absent | Self::Null => serializer.serialize_unit(),
        }
    }
}

/// Null is deserialized as [`Field::Null`], anything else as a value.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}
