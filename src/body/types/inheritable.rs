use super::configuration_id::ConfigurationId;
use super::field::Field;
use crate::body::decode::members::WireValue;
use crate::body::representation::representation;
use crate::codes::InheritedFromType;

/// A type that a setting can inherit: `bool`, `String` or `i32`.
#[allow(private_bounds)] // how a value is read is nobody else's to implement
pub trait Inheritable: Sealed + serde::Serialize {}

pub(crate) trait Sealed: WireValue {
    /// Name and URN of the property.
    const PROPERTY: (&'static str, &'static str);
    /// Name and URN of a value that it inherits.
    const VALUE: (&'static str, &'static str);
}

impl Inheritable for bool {}
impl Sealed for bool {
    const PROPERTY: (&'static str, &'static str) =
        ("InheritableBooleanProperty", "urn:inin.com:configuration:inheritableBooleanProperty");
    const VALUE: (&'static str, &'static str) =
        ("InheritedBooleanValue", "urn:inin.com:configuration:inheritedBooleanValue");
}

impl Inheritable for String {}
impl Sealed for String {
    const PROPERTY: (&'static str, &'static str) =
        ("InheritableStringProperty", "urn:inin.com:configuration:inheritableStringProperty");
    const VALUE: (&'static str, &'static str) = ("InheritedString", "urn:inin.com:configuration:inheritedString");
}

impl Inheritable for i32 {}
impl Sealed for i32 {
    const PROPERTY: (&'static str, &'static str) =
        ("InheritableIntProperty", "urn:inin.com:configuration:inheritableIntProperty");
    const VALUE: (&'static str, &'static str) = ("InheritedInt", "urn:inin.com:configuration:inheritedInt");
}

/// `InheritableBooleanProperty`: a setting that is on or off.
pub type InheritableBooleanProperty = InheritableProperty<bool>;
/// `InheritableStringProperty`: a setting that is a text.
pub type InheritableStringProperty = InheritableProperty<String>;
/// `InheritableIntProperty`: a setting that is a number.
pub type InheritableIntProperty = InheritableProperty<i32>;
/// `InheritedBooleanValue`: an inherited Boolean and its source.
pub type InheritedBooleanValue = InheritedValue<bool>;
/// `InheritedString`: an inherited text and its source.
pub type InheritedString = InheritedValue<String>;
/// `InheritedInt`: an inherited number and its source.
pub type InheritedInt = InheritedValue<i32>;

representation! {
    /// A setting that a user has or inherits. Servers send `effectiveValue` alone unless asked for more, and leave out what is null.
    pub struct InheritableProperty<T: Inheritable> = (T::PROPERTY.0, T::PROPERTY.1) {
        /// The value given to this object itself. Required in a request, where null is a value: inherit again. May be null.
        "actualValue" => actual_value: Field<T>, required in requests;
        /// The value in force, blended of the actual and the inherited one. May be null.
        "effectiveValue" => effective_value: Field<T>;
        /// The value that workgroups, roles, the default user or a template give. May be null.
        "inheritedValue" => inherited_value: Field<T>;
        /// Where the inherited value comes from. May be null.
        "inheritedFrom" => inherited_from: Field<Vec<InheritedValue<T>>>;
    }
}

representation! {
    /// A value that a setting inherits, and the object that it comes from.
    pub struct InheritedValue<T: Inheritable> = (T::VALUE.0, T::VALUE.1) {
        /// The object that the value comes from.
        "from" => from: ConfigurationId;
        /// What kind of object that is.
        "objectType" => object_type: InheritedFromType;
        /// The value: one, despite the name.
        "values" => values: T;
    }
}

impl<T: Inheritable> From<T> for InheritableProperty<T> {
    /// A property for a request: `actualValue` alone.
    fn from(actual_value: T) -> Self {
        Self { actual_value: Field::Value(actual_value), ..Self::default() }
    }
}

impl From<&str> for InheritableStringProperty {
    fn from(actual_value: &str) -> Self {
        actual_value.to_owned().into()
    }
}

impl<T: Inheritable> Field<InheritableProperty<T>> {
    /// Takes the user's own value away, so that the setting inherits again: `{"actualValue": null}`.
    pub fn inherit(&mut self) {
        *self = Self::Value(InheritableProperty { actual_value: Field::Null, ..InheritableProperty::default() });
    }

    /// The value given to the user, if there is one.
    #[must_use]
    pub fn actual(&self) -> Option<&T> {
        self.value()?.actual_value.value()
    }

    /// The value in force, if it was sent.
    #[must_use]
    pub fn effective(&self) -> Option<&T> {
        self.value()?.effective_value.value()
    }
}
