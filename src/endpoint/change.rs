use super::Member;
use super::members::assign_each;
use crate::body::{
    Field, FollowMe, Inheritable, InheritableProperty, UserClientConfigurationProperties, UserClientConfigurationView,
    client_configuration,
};
use crate::codes::EFaqSearchOptions;
use std::fmt;

/// Returns the smallest update that turns one view into another.
///
/// It has the members that differ in what a PUT can set: the user's own value of an inheritable property, the code
/// `eFaqSearchOption` and the array `followMe`. Absent and null are equal: a member that only the first view has is cleared.
/// So compare only views with the same selection.
///
/// For all views with `actualValue`, `apply(a, diff(a, b))` equals `b` in what a PUT can set, and `diff(a, a)` is `{}`.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{apply, diff};
///
/// let view = |json| serde_json::from_str::<UserClientConfigurationView>(json);
/// let before = view(r#"{"callForwardAll": {"actualValue": true}, "screenCalls": {"actualValue": true}, "followMe": []}"#)?;
/// let after = view(r#"{"callForwardAll": {"actualValue": false}, "screenCalls": {"effectiveValue": true}, "followMe": []}"#)?;
/// let put = diff(&before, &after)?;
/// assert_eq!(serde_json::to_string(&put)?, r#"{"callForwardAll":{"actualValue":false},"screenCalls":{"actualValue":null}}"#);
/// assert_eq!(diff(&apply(&before, &put), &after)?, diff(&after, &after)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Returns an error if a view [has no `actualValue`](MissingOwnValues).
pub fn diff(
    from: &UserClientConfigurationView,
    to: &UserClientConfigurationView,
) -> Result<UserClientConfigurationProperties, MissingOwnValues> {
    let mut members = members_without_own_values(from);
    members.extend(members_without_own_values(to));
    MissingOwnValues::of(members)?;
    let mut put = UserClientConfigurationProperties::new();
    client_configuration! { assign_each { put = Writable::diff[from, to] } }
    Ok(put)
}

/// Returns a view as it is after an update.
///
/// A member that the update omits is unchanged. The user's own value is in effect; without one, the inherited value is,
/// which is unknown if the view does not have it. Null for an inheritable property clears the user's own value, as
/// `{"actualValue": null}` does (our choice).
///
/// For all views and requests, `apply(apply(v, put), put)` is `apply(v, put)`.
///
/// ```
/// use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
/// use icws_schema::endpoint::apply;
///
/// let view: UserClientConfigurationView = serde_json::from_str(
///     r#"{"externalCallTimeout": {"actualValue": 45, "effectiveValue": 45, "inheritedValue": 30}}"#,
/// )?;
/// let mut put = UserClientConfigurationProperties::new();
/// put.external_call_timeout.inherit();
/// assert_eq!(apply(&view, &put).external_call_timeout.effective(), Some(&30));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn apply(
    view: &UserClientConfigurationView,
    put: &UserClientConfigurationProperties,
) -> UserClientConfigurationView {
    let mut after = UserClientConfigurationView { unknown: view.unknown.clone(), ..Default::default() };
    client_configuration! { assign_each { after = Writable::apply[view, put] } }
    after
}

/// Returns the update that reproduces a view: the members that the view has, as far as a PUT can set them. A property
/// without the user's own value becomes `{"actualValue": null}`.
///
/// For all views `v` with `actualValue` and all views `x`, `apply(x, to_put(v))` equals `v` in what a PUT can set of the
/// members of `v`, and `x` in all other members.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::to_put;
///
/// let view: UserClientConfigurationView = serde_json::from_str(r#"{
///     "callForwardAll": {"actualValue": true, "effectiveValue": true, "inheritedValue": false},
///     "screenCalls": {"effectiveValue": true, "inheritedValue": true}
/// }"#)?;
/// assert_eq!(
///     serde_json::to_string(&to_put(&view)?)?,
///     r#"{"callForwardAll":{"actualValue":true},"screenCalls":{"actualValue":null}}"#
/// );
///
/// let view: UserClientConfigurationView = serde_json::from_str(r#"{"screenCalls": {"effectiveValue": true}}"#)?;
/// assert_eq!(
///     to_put(&view).unwrap_err().to_string(),
///     "the view has no `actualValue` for `screenCalls`: request it with `actualValues=true`"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Returns an error if a view [has no `actualValue`](MissingOwnValues).
pub fn to_put(view: &UserClientConfigurationView) -> Result<UserClientConfigurationProperties, MissingOwnValues> {
    MissingOwnValues::of(members_without_own_values(view))?;
    let mut put = UserClientConfigurationProperties::new();
    client_configuration! { assign_each { put = Writable::to_put[view] } }
    Ok(put)
}

/// Returns a view in which every inheritable property has `actualValue`: null where the view does not have it.
///
/// This is for a view that was requested with `actualValues=true` from a server that omits null: if the user has no values
/// of their own, the view does not show that they were requested.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{assume_own_values, to_put};
///
/// let view: UserClientConfigurationView = serde_json::from_str(r#"{"screenCalls": {"effectiveValue": true}}"#)?;
/// assert!(to_put(&view).is_err());
/// let put = to_put(&assume_own_values(&view))?;
/// assert_eq!(serde_json::to_string(&put)?, r#"{"screenCalls":{"actualValue":null}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn assume_own_values(view: &UserClientConfigurationView) -> UserClientConfigurationView {
    let mut after = UserClientConfigurationView { unknown: view.unknown.clone(), ..Default::default() };
    client_configuration! { assign_each { after = Writable::assume_own_value[view] } }
    after
}

/// The error for a view that does not have the user's own values (`actualValue`), so that it cannot become an update.
///
/// Servers return only `effectiveValue` unless more is requested, and omit null. So a view in which some inheritable
/// property has `actualValue` is taken to have the user's own values of all properties, and one in which none has it to have
/// none (our choice). See [`assume_own_values`] for a view that is known to be complete.
///
/// ```
/// use icws_schema::body::{InheritableProperty, UserClientConfigurationView};
/// use icws_schema::endpoint::{Member, to_put};
///
/// let view = UserClientConfigurationView::new().with_screen_calls(InheritableProperty::from_effective(true));
/// assert_eq!(to_put(&view).unwrap_err().members(), [Member::ScreenCalls]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingOwnValues {
    members: Vec<Member>,
}

impl MissingOwnValues {
    fn of(mut members: Vec<Member>) -> Result<(), Self> {
        members.sort_unstable();
        members.dedup();
        if members.is_empty() { Ok(()) } else { Err(Self { members }) }
    }

    /// Returns the members without `actualValue`, in the order of the documentation; never empty.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::{Member, to_put};
    ///
    /// let view: UserClientConfigurationView = serde_json::from_str(r#"{"screenCalls": {"effectiveValue": true}}"#)?;
    /// assert_eq!(to_put(&view).unwrap_err().members(), [Member::ScreenCalls]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }
}

impl fmt::Display for MissingOwnValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the view has no `actualValue` for ")?;
        for (index, member) in self.members.iter().enumerate() {
            write!(f, "{}`{member}`", if index > 0 { ", " } else { "" })?;
        }
        f.write_str(": request it with `actualValues=true`")
    }
}

impl std::error::Error for MissingOwnValues {}

/// Returns the inheritable members of a view in which none has `actualValue`; empty if one has it.
fn members_without_own_values(view: &UserClientConfigurationView) -> Vec<Member> {
    if shows_own_values(view) {
        return Vec::new();
    }
    view.iter().filter(|(_, member)| member.parts().is_some()).map(|(member, _)| member).collect()
}

/// Returns whether some inheritable property has `actualValue`, or null for it.
pub(super) fn shows_own_values(view: &UserClientConfigurationView) -> bool {
    view.iter().filter_map(|(_, member)| member.parts()).any(|parts| parts.actual)
}

/// A member, as far as a PUT can set it.
trait Writable: Sized {
    /// Returns the member of the update that turns this member of a view into another; absent if they are equal.
    fn diff(&self, to: &Self) -> Self;

    /// Returns this member of a view after an update.
    fn apply(&self, put: &Self) -> Self;

    /// Returns the member of the update that reproduces this member of a view; absent if the view does not have it.
    fn to_put(&self) -> Self;

    /// Returns the member with null for `actualValue` if it does not have it.
    fn assume_own_value(&self) -> Self;
}

impl<T: Inheritable + Clone + PartialEq> Writable for Field<InheritableProperty<T>> {
    fn diff(&self, to: &Self) -> Self {
        if self.actual() == to.actual() { Self::Absent } else { Self::Value(own_value(to.actual())) }
    }

    fn apply(&self, put: &Self) -> Self {
        let own = match put {
            Self::Absent => return self.clone(),
            Self::Null => None,
            Self::Value(property) => match &property.actual_value {
                Field::Absent => return self.clone(),
                Field::Null => None,
                Field::Value(own) => Some(own),
            },
        };
        if own.is_none() && !self.is_value() {
            return self.clone();
        }
        let mut property = self.value().cloned().unwrap_or_default();
        let had_own = property.actual_value.is_value();
        property.actual_value = own.map_or(Field::Null, |own| Field::Value(own.clone()));
        match own.or(property.inherited_value.value()) {
            Some(effective) => property.effective_value = Field::Value(effective.clone()),
            None if had_own => property.effective_value = Field::Absent,
            None => {}
        }
        Self::Value(property)
    }

    fn to_put(&self) -> Self {
        match self {
            Self::Value(property) => Self::Value(own_value(property.actual_value.value())),
            Self::Absent | Self::Null => Self::Absent,
        }
    }

    fn assume_own_value(&self) -> Self {
        let mut field = self.clone();
        if let Self::Value(property) = &mut field
            && property.actual_value.is_absent()
        {
            property.actual_value = Field::Null;
        }
        field
    }
}

/// Returns a property of an update that sets the user's own value, or clears it.
fn own_value<T: Inheritable + Clone>(own: Option<&T>) -> InheritableProperty<T> {
    own.map_or_else(InheritableProperty::inherit, |own| InheritableProperty::new(own.clone()))
}

impl Writable for Field<EFaqSearchOptions> {
    fn diff(&self, to: &Self) -> Self {
        match to.value() {
            to if self.value() == to => Self::Absent,
            Some(code) => Self::Value(*code),
            None => Self::Null,
        }
    }

    fn apply(&self, put: &Self) -> Self {
        if put.is_absent() || self.value() == put.value() { *self } else { *put }
    }

    fn to_put(&self) -> Self {
        self.value().copied().into()
    }

    fn assume_own_value(&self) -> Self {
        *self
    }
}

impl Writable for Field<Vec<FollowMe>> {
    fn diff(&self, to: &Self) -> Self {
        match to.value() {
            to if are_equal(self.value(), to) => Self::Absent,
            Some(numbers) => Self::Value(writable(numbers)),
            None => Self::Null,
        }
    }

    fn apply(&self, put: &Self) -> Self {
        if put.is_absent() || are_equal(self.value(), put.value()) {
            return self.clone();
        }
        put.as_ref().map(|numbers| writable(numbers))
    }

    fn to_put(&self) -> Self {
        self.value().map(|numbers| writable(numbers)).into()
    }

    fn assume_own_value(&self) -> Self {
        self.clone()
    }
}

/// Returns whether arrays are equal in what a PUT can set.
fn are_equal(one: Option<&Vec<FollowMe>>, other: Option<&Vec<FollowMe>>) -> bool {
    let key = |number: &FollowMe| (number.timeout, number.use_pin);
    let is_equal =
        |(one, other): (&FollowMe, &FollowMe)| one.phone_number == other.phone_number && key(one) == key(other);
    match (one, other) {
        (Some(one), Some(other)) => one.len() == other.len() && one.iter().zip(other).all(is_equal),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// Returns the numbers without unknown members, which a PUT cannot have.
fn writable(numbers: &[FollowMe]) -> Vec<FollowMe> {
    let number = |number: &FollowMe| FollowMe::new(&*number.phone_number, number.timeout).with_use_pin(number.use_pin);
    numbers.iter().map(number).collect()
}
