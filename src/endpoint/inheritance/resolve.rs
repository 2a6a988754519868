use super::sources::{InheritanceSource, Precedence, Sources};
use crate::body::{
    Field, FollowMe, Inheritable, InheritableProperty, InheritedValue, UserClientConfigurationView,
    client_configuration,
};
use crate::codes::{EFaqSearchOptions, InheritedFromType};
use crate::endpoint::members::assign_each;

/// Returns the view of a user: their own values and what they inherit.
///
/// | part of a property | value | source |
/// |---|---|---|
/// | `actualValue` | the user's own value, or null | documented |
/// | `inheritedValue` | the value of the source that [takes precedence](Precedence); absent if no source has one | our choice |
/// | `inheritedFrom` | every source that has a value, in order of precedence; absent if none has one | our choice |
/// | `effectiveValue` | the user's own value; without one, the inherited value | documented |
///
/// `eFaqSearchOption` and `followMe` are not inheritable and do not change.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{InheritanceSource, Precedence, Sources, resolve};
///
/// let sales = InheritanceSource::new("sales", UserClientConfigurationView::new().with_screen_calls(true));
/// let everyone = InheritanceSource::new(
///     "Default User",
///     UserClientConfigurationView::new().with_screen_calls(false).with_external_call_timeout(20),
/// );
/// let own = UserClientConfigurationView::new().with_external_call_timeout(45);
/// let sources = Sources::new().with_workgroup(&sales).with_default_user(&everyone);
///
/// let view = resolve(&own, &sources, &Precedence::default());
/// assert_eq!(view.screen_calls.effective(), Some(&true));
/// let timeout = view.external_call_timeout.value().unwrap();
/// assert_eq!((timeout.effective_value.value(), timeout.inherited_value.value()), (Some(&45), Some(&20)));
/// ```
#[must_use]
pub fn resolve(
    own: &UserClientConfigurationView,
    sources: &Sources<'_>,
    precedence: &Precedence,
) -> UserClientConfigurationView {
    let ranked = sources.ranked(precedence);
    let mut view = UserClientConfigurationView { unknown: own.unknown.clone(), ..Default::default() };
    client_configuration! { assign_each { view = ResolveMember::resolve[own; in each of &ranked] } }
    view
}

/// Sources with their types, in order of precedence.
type Ranked<'a> = [(InheritedFromType, &'a InheritanceSource)];

/// A member of a user's view.
trait ResolveMember: Sized {
    /// Returns the member with its inherited parts; `get` returns the same member of a source.
    fn resolve(&self, get: fn(&UserClientConfigurationView) -> &Self, sources: &Ranked<'_>) -> Self;
}

impl<T: Inheritable + Clone> ResolveMember for Field<InheritableProperty<T>> {
    fn resolve(&self, get: fn(&UserClientConfigurationView) -> &Self, sources: &Ranked<'_>) -> Self {
        let given = |(object_type, source): &(InheritedFromType, &InheritanceSource)| {
            let property = get(&source.view);
            let value = property.actual().or(property.effective())?;
            Some(InheritedValue::new(source.from.clone(), *object_type, value.clone()))
        };
        let values: Vec<_> = sources.iter().filter_map(given).collect();
        if values.is_empty() && !self.is_value() {
            return self.clone();
        }
        let mut property = self.value().cloned().unwrap_or_default();
        let own = property.actual_value.take().into_value();
        let inherited = values.first().map(|value| value.values.clone());
        property.effective_value = own.clone().or_else(|| inherited.clone()).into();
        property.actual_value = own.map_or(Field::Null, Field::Value);
        property.inherited_value = inherited.into();
        property.inherited_from = Some(values).filter(|values| !values.is_empty()).into();
        Self::Value(property)
    }
}

impl ResolveMember for Field<EFaqSearchOptions> {
    fn resolve(&self, _: fn(&UserClientConfigurationView) -> &Self, _: &Ranked<'_>) -> Self {
        *self
    }
}

impl ResolveMember for Field<Vec<FollowMe>> {
    fn resolve(&self, _: fn(&UserClientConfigurationView) -> &Self, _: &Ranked<'_>) -> Self {
        self.clone()
    }
}
