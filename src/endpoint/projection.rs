//! What a GET returns of a view: for mock servers.

use super::UserQuery;
use super::members::{Member, assign_each};
use crate::body::{
    Field, FollowMe, Inheritable, InheritableProperty, UserClientConfigurationView, client_configuration,
};
use crate::codes::EFaqSearchOptions;

impl UserQuery {
    /// Returns what a server returns of a view for this query: the selected members with the requested values. Members
    /// that are null are omitted. For mock servers.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::{Member, UserQuery};
    ///
    /// let view: UserClientConfigurationView = serde_json::from_str(r#"{
    ///     "screenCalls": {"actualValue": null, "effectiveValue": true, "inheritedValue": true},
    ///     "followMe": []
    /// }"#)?;
    /// let selected = UserQuery::new([Member::ScreenCalls]).with_actual_values().project(&view);
    /// assert_eq!(serde_json::to_string(&selected)?, r#"{"screenCalls":{"effectiveValue":true}}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn project(&self, view: &UserClientConfigurationView) -> UserClientConfigurationView {
        let mut projected = UserClientConfigurationView::new();
        client_configuration! { assign_each { projected = Projected::project[view; self] } }
        projected
    }
}

/// A member as a server returns it.
trait Projected: Sized {
    /// Returns what a query requests of this member; absent if nothing.
    fn project(&self, member: Member, query: &UserQuery) -> Self;
}

impl<T: Inheritable + Clone> Projected for Field<InheritableProperty<T>> {
    fn project(&self, member: Member, query: &UserQuery) -> Self {
        let Some(property) = self.value().filter(|_| query.selects(member)) else { return Self::Absent };
        let mut projected = InheritableProperty::default();
        projected.effective_value = property.effective_value.value().cloned().into();
        if query.has_actual_values() {
            projected.actual_value = property.actual_value.value().cloned().into();
        }
        if query.has_inherited_values() {
            projected.inherited_value = property.inherited_value.value().cloned().into();
        }
        if query.has_inherited_from() {
            projected.inherited_from = property.inherited_from.value().cloned().into();
        }
        Self::Value(projected)
    }
}

impl Projected for Field<EFaqSearchOptions> {
    fn project(&self, member: Member, query: &UserQuery) -> Self {
        self.value().filter(|_| query.selects(member)).copied().into()
    }
}

impl Projected for Field<Vec<FollowMe>> {
    fn project(&self, member: Member, query: &UserQuery) -> Self {
        self.value().filter(|_| query.selects(member)).cloned().into()
    }
}
