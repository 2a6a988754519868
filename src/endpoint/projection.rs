//! The part of a view that a GET returns, for mock servers.

use super::UserQuery;
use super::members::{Member, assign_each};
use crate::body::{
    Field, FollowMe, Inheritable, InheritableProperty, UserClientConfigurationView, client_configuration,
};
use crate::codes::EFaqSearchOptions;

impl UserQuery {
    /// Returns the part of a view that a server returns for this query: the selected members with the requested values, for
    /// mock servers. Members that are null are omitted.
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
    /// Returns the part of this member that a query requests; absent if it requests none.
    fn project(&self, member: Member, query: &UserQuery) -> Self;
}

impl<T: Inheritable + Clone> Projected for Field<InheritableProperty<T>> {
    fn project(&self, member: Member, query: &UserQuery) -> Self {
        let Some(property) = self.value().filter(|_| query.selects(member)) else { return Self::Absent };
        let part = |field: &Field<T>, is_requested: bool| field.value().filter(|_| is_requested).cloned().into();
        let projected = InheritableProperty {
            actual_value: part(&property.actual_value, query.has_actual_values()),
            effective_value: part(&property.effective_value, true),
            inherited_value: part(&property.inherited_value, query.has_inherited_values()),
            inherited_from: property.inherited_from.value().filter(|_| query.has_inherited_from()).cloned().into(),
            ..InheritableProperty::default()
        };
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
