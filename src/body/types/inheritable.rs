use super::configuration_id::ConfigurationId;
use super::field::Field;
use super::wire_struct::wire_struct;
use crate::body::decode::members::WireValue;
use crate::codes::InheritedFromType;

/// The type of a property that can be inherited: `bool`, `String` or `i32`. It cannot be implemented outside of this crate.
///
/// ```
/// use icws_schema::body::{Field, Inheritable, InheritableProperty};
///
/// fn in_effect<T: Inheritable>(property: &Field<InheritableProperty<T>>) -> Option<&T> {
///     property.effective().or(property.actual())
/// }
///
/// assert_eq!(in_effect(&InheritableProperty::from_effective(true).into()), Some(&true));
/// ```
#[allow(private_bounds)] // how a value is read is nobody else's to implement
pub trait Inheritable: Sealed + serde::Serialize {}

pub(crate) trait Sealed: WireValue {
    /// Wire name and URN of the property.
    const PROPERTY: (&'static str, &'static str);
    /// Wire name and URN of an inherited value.
    const VALUE: (&'static str, &'static str);
}

/// Hands the table of the types of inheritable properties to a macro, after the arguments that are meant for it: everything that exists
/// for each of them is derived from a row.
///
/// A row is the name of the type in `MemberRef`, the type, its description, the type of a property on the wire, that of an inherited value,
/// and a value for examples.
macro_rules! inheritable_types {
    ($then:ident { $($args:tt)* }) => {
        $then! {
            { $($args)* }
            Boolean(bool, "boolean") =
                InheritableBooleanProperty "urn:inin.com:configuration:inheritableBooleanProperty",
                InheritedBooleanValue "urn:inin.com:configuration:inheritedBooleanValue", true;
            String(String, "string") =
                InheritableStringProperty "urn:inin.com:configuration:inheritableStringProperty",
                InheritedString "urn:inin.com:configuration:inheritedString", "External";
            Int(i32, "32-bit integer") =
                InheritableIntProperty "urn:inin.com:configuration:inheritableIntProperty",
                InheritedInt "urn:inin.com:configuration:inheritedInt", 30;
        }
    };
}
pub(crate) use inheritable_types;

macro_rules! implement {
    (
        {}
        $($Name:ident($Type:ty, $about:literal) = $Property:ident $property_urn:literal, $Value:ident $value_urn:literal, $example:literal;)+
    ) => {$(
        impl Inheritable for $Type {}
        impl Sealed for $Type {
            const PROPERTY: (&'static str, &'static str) = (stringify!($Property), $property_urn);
            const VALUE: (&'static str, &'static str) = (stringify!($Value), $value_urn);
        }

        #[doc = concat!("`", stringify!($Property), "`: an inheritable ", $about, ", which is the user's own or inherited.")]
        pub type $Property = InheritableProperty<$Type>;
        #[doc = concat!("`", stringify!($Value), "`: an inherited ", $about, " and its source.")]
        pub type $Value = InheritedValue<$Type>;
    )+};
}

inheritable_types! { implement {} }

wire_struct! {
    /// A property whose value is the user's own or inherited.
    ///
    /// In a request `actualValue` is required. Servers send only `effectiveValue` unless more is requested, and omit members that are null.
    pub struct InheritableProperty<T: Inheritable> = (T::PROPERTY.0, T::PROPERTY.1) {
        //! [`new`](Self::new) and [`inherit`](Self::inherit) make what a request sends, [`from_effective`](Self::from_effective) what a server sends.
        //! The default has no member.
        //!
        //! ```
        //! use icws_schema::body::InheritableProperty;
        //!
        //! assert_eq!(serde_json::to_string(&InheritableProperty::new(30))?, r#"{"actualValue":30}"#);
        //! assert_eq!(serde_json::to_string(&InheritableProperty::<i32>::inherit())?, r#"{"actualValue":null}"#);
        //! assert_eq!(serde_json::to_string(&InheritableProperty::from_effective(30))?, r#"{"effectiveValue":30}"#);
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The value set on the user itself. Required in requests; null means that the value is inherited again (our choice).
        "actualValue" [documented] => actual_value: Field<T>, required in requests,
            set by with_actual_value(true);
        /// The value in effect, from the actual and the inherited value. May be absent or null, which mean the same.
        "effectiveValue" [documented] => effective_value: Field<T>,
            set by with_effective_value(true);
        /// The value that workgroups, roles, the default user or a template give. May be absent or null, which mean the same.
        "inheritedValue" [documented] => inherited_value: Field<T>,
            set by with_inherited_value(true);
        /// The objects that the value is inherited from. May be absent or null, which mean the same.
        "inheritedFrom" [ours] => inherited_from: Field<Vec<InheritedValue<T>>>,
            set by with_inherited_from([InheritedValue::new("sales", InheritedFromType::Workgroup, true)]);
    }
}

wire_struct! {
    /// A value that a property inherits, and the object that it comes from. Every member is required.
    pub struct InheritedValue<T: Inheritable> = (T::VALUE.0, T::VALUE.1) {
        //! ```
        //! use icws_schema::body::InheritedValue;
        //! use icws_schema::codes::InheritedFromType;
        //!
        //! let value = InheritedValue::new("sales", InheritedFromType::Workgroup, 30);
        //! assert_eq!(serde_json::to_string(&value)?, r#"{"from":{"id":"sales"},"objectType":1,"values":30}"#);
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The object that the value comes from.
        "from" [ours] => from: ConfigurationId;
        /// The type of that object.
        "objectType" [ours] => object_type: InheritedFromType;
        /// The value: a single one despite the name.
        "values" [ours] => values: T;
    }
}

impl<T: Inheritable> InheritableProperty<T> {
    /// Creates a property with a value of the user's own, for a request.
    ///
    /// ```
    /// use icws_schema::body::InheritableProperty;
    ///
    /// assert_eq!(InheritableProperty::new(true).actual_value.value(), Some(&true));
    /// ```
    #[must_use]
    pub fn new(actual_value: T) -> Self {
        Self { actual_value: Field::Value(actual_value), ..Self::default() }
    }

    /// Creates a property that is inherited again, for a request: `{"actualValue": null}` clears the user's own value (our choice).
    ///
    /// ```
    /// use icws_schema::body::{InheritableProperty, UserClientConfigurationProperties};
    ///
    /// let update = UserClientConfigurationProperties::new().with_call_forward_all(InheritableProperty::inherit());
    /// assert_eq!(serde_json::to_string(&update)?, r#"{"callForwardAll":{"actualValue":null}}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn inherit() -> Self {
        Self { actual_value: Field::Null, ..Self::default() }
    }

    /// Creates a property with only an effective value, as a server sends it. It cannot be sent in a request, which needs `actualValue`.
    ///
    /// ```
    /// use icws_schema::body::{InheritableProperty, UserClientConfigurationView};
    ///
    /// let view = UserClientConfigurationView::new().with_call_forward_all(InheritableProperty::from_effective(true));
    /// assert_eq!(view.call_forward_all.effective(), Some(&true));
    /// ```
    #[must_use]
    pub fn from_effective(effective_value: T) -> Self {
        Self { effective_value: Field::Value(effective_value), ..Self::default() }
    }
}

impl<T: Inheritable> InheritedValue<T> {
    /// Creates a value that is inherited from this object.
    ///
    /// ```
    /// use icws_schema::body::{ConfigurationId, InheritedValue};
    /// use icws_schema::codes::InheritedFromType;
    ///
    /// let sales = ConfigurationId::new("sales").with_display_name("Sales");
    /// assert!(InheritedValue::new(sales, InheritedFromType::Workgroup, true).values);
    /// ```
    #[must_use]
    pub fn new(from: impl Into<ConfigurationId>, object_type: InheritedFromType, value: T) -> Self {
        Self { from: from.into(), object_type, values: value, ..Self::default() }
    }
}

/// Creates a property with a value of the user's own, as [`InheritableProperty::new`] does.
impl<T: Inheritable> From<T> for InheritableProperty<T> {
    fn from(actual_value: T) -> Self {
        Self::new(actual_value)
    }
}

/// Creates a property with a value of the user's own, as [`InheritableProperty::new`] does.
impl From<&str> for InheritableStringProperty {
    fn from(actual_value: &str) -> Self {
        Self::new(actual_value.to_owned())
    }
}

/// Sets a value of the user's own.
impl<T: Inheritable> From<T> for Field<InheritableProperty<T>> {
    fn from(actual_value: T) -> Self {
        Self::Value(actual_value.into())
    }
}

/// Sets a value of the user's own.
impl From<&str> for Field<InheritableStringProperty> {
    fn from(actual_value: &str) -> Self {
        Self::Value(actual_value.into())
    }
}

/// Sets a value of the user's own; `None` leaves the member absent, so that the property is not changed.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
///
/// let timeout: Option<i32> = None;
/// let update = UserClientConfigurationProperties::new()
///     .with_call_forward_all(Some(true))
///     .with_call_forward_all_mode(Some("External"))
///     .with_external_call_timeout(timeout);
/// assert_eq!(
///     serde_json::to_string(&update)?,
///     r#"{"callForwardAll":{"actualValue":true},"callForwardAllMode":{"actualValue":"External"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<T: Inheritable> From<Option<T>> for Field<InheritableProperty<T>> {
    fn from(actual_value: Option<T>) -> Self {
        actual_value.map_or(Self::Absent, Self::from)
    }
}

/// Sets a value of the user's own; `None` leaves the member absent, so that the property is not changed.
impl From<Option<&str>> for Field<InheritableStringProperty> {
    fn from(actual_value: Option<&str>) -> Self {
        actual_value.map_or(Self::Absent, Self::from)
    }
}

impl<T: Inheritable> Field<InheritableProperty<T>> {
    /// Clears the user's own value, so that the property is inherited again: `{"actualValue": null}` (our choice).
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    ///
    /// let mut update = UserClientConfigurationProperties::new();
    /// update.external_call_timeout.inherit();
    /// assert_eq!(serde_json::to_string(&update)?, r#"{"externalCallTimeout":{"actualValue":null}}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn inherit(&mut self) {
        *self = Self::Value(InheritableProperty::inherit());
    }

    /// Returns the user's own value (`actualValue`). `None` if the property or its value is absent or null.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    ///
    /// let update = UserClientConfigurationProperties::new().with_external_call_timeout(30);
    /// assert_eq!(update.external_call_timeout.actual(), Some(&30));
    /// ```
    #[must_use]
    pub fn actual(&self) -> Option<&T> {
        self.value()?.actual_value.value()
    }

    /// Returns the value in effect (`effectiveValue`), which is what servers send. `None` if the property or its value is absent or null.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    ///
    /// let view: UserClientConfigurationView = serde_json::from_str(r#"{"externalCallTimeout": {"effectiveValue": 30}}"#)?;
    /// assert_eq!(view.external_call_timeout.effective(), Some(&30));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn effective(&self) -> Option<&T> {
        self.value()?.effective_value.value()
    }
}
