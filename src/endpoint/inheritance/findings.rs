use crate::body::{Inheritable, InheritableProperty, InheritedValue, UserClientConfigurationView};
use crate::endpoint::member_ref::match_member;
use crate::endpoint::{Member, MemberRef};
use std::fmt;

/// Returns the contradictions in a view between its effective, actual and inherited values.
///
/// The user's own value is in effect; without one, the inherited value is (documented). Values that were not requested are
/// unknown and contradict nothing: a view in which some property has `actualValue` is taken to have the user's own values of
/// all properties, and likewise for `inheritedValue` and `effectiveValue` (our choice).
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{FindingKind, Member, findings};
///
/// let view: UserClientConfigurationView = serde_json::from_str(r#"{
///     "screenCalls": {"actualValue": true, "effectiveValue": false},
///     "muteOnTransfer": {"effectiveValue": true, "inheritedValue": true}
/// }"#)?;
/// let findings = findings(&view);
/// assert_eq!((findings[0].member, findings[0].kind), (Member::ScreenCalls, FindingKind::EffectiveIsNotActual));
/// assert_eq!(findings[0].to_string(), "screenCalls.effectiveValue: expected the value of `actualValue`, found a different value");
/// assert_eq!(findings.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn findings(view: &UserClientConfigurationView) -> Vec<Finding> {
    let known = KnownValues::of(view);
    let finding = |(member, value)| {
        let kind = match_member!(value,
            inheritable(property) => kind(property.value()?, known),
            MemberRef::Code(_) | MemberRef::FollowMe(_) => None,
        );
        kind.map(|kind| Finding { member, kind })
    };
    view.iter().filter_map(finding).collect()
}

/// A property of a view with contradictory values.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{Member, findings};
///
/// let view = r#"{"muteOnTransfer": {"actualValue": true, "effectiveValue": false}}"#;
/// let view: UserClientConfigurationView = serde_json::from_str(view)?;
/// assert_eq!(findings(&view)[0].member, Member::MuteOnTransfer);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Finding {
    /// The property.
    pub member: Member,
    /// The kind of contradiction.
    pub kind: FindingKind,
}

impl Finding {
    /// Returns the JSON Pointer of the contradictory value, from the root of the view.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::findings;
    ///
    /// let view = r#"{"screenCalls": {"actualValue": true, "effectiveValue": false}}"#;
    /// let view: UserClientConfigurationView = serde_json::from_str(view)?;
    /// assert_eq!(findings(&view)[0].pointer(), "/screenCalls/effectiveValue");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn pointer(&self) -> String {
        format!("/{}/{}", self.member, self.kind.part())
    }
}

/// Writes the property and the contradiction, without values.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}: {}", self.member, self.kind.part(), self.kind)
    }
}

/// A kind of contradiction between the values of a property.
///
/// ```
/// use icws_schema::endpoint::FindingKind;
///
/// assert_eq!(
///     FindingKind::EffectiveIsNotInherited.to_string(),
///     "expected the value of `inheritedValue`, found a different value"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingKind {
    /// The user has their own value, but a different value or none is in effect.
    EffectiveIsNotActual,
    /// The user does not have their own value, but a value other than the inherited one, or none, is in effect.
    EffectiveIsNotInherited,
    /// The user neither has their own value nor inherits one, but a value is in effect.
    EffectiveHasNoSource,
    /// No object in `inheritedFrom` has the inherited value.
    InheritedHasNoSource,
}

impl FindingKind {
    /// Returns the name of the contradictory value.
    fn part(self) -> &'static str {
        match self {
            Self::EffectiveIsNotActual | Self::EffectiveIsNotInherited | Self::EffectiveHasNoSource => "effectiveValue",
            Self::InheritedHasNoSource => "inheritedValue",
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EffectiveIsNotActual => "expected the value of `actualValue`, found a different value",
            Self::EffectiveIsNotInherited => "expected the value of `inheritedValue`, found a different value",
            Self::EffectiveHasNoSource => {
                "expected no value, because there is neither a value of the user nor an inherited one"
            }
            Self::InheritedHasNoSource => "expected a value of `inheritedFrom`, found a different value",
        })
    }
}

/// The kinds of values that a view has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KnownValues {
    pub(super) actual: bool,
    pub(super) inherited: bool,
    effective: bool,
}

impl KnownValues {
    pub(super) fn of(view: &UserClientConfigurationView) -> Self {
        let mut known = Self::default();
        for parts in view.iter().filter_map(|(_, member)| member.parts()) {
            known.actual |= parts.actual;
            known.inherited |= parts.inherited;
            known.effective |= parts.effective;
        }
        known
    }
}

/// Returns the contradiction in a property, if there is one.
pub(super) fn kind<T: Inheritable + PartialEq>(
    property: &InheritableProperty<T>,
    known: KnownValues,
) -> Option<FindingKind> {
    let effective = property.effective_value.value();
    let inherited = property.inherited_value.value();
    let sources = property.inherited_from.value().map_or(&[][..], Vec::as_slice);
    if inherited.is_some_and(|inherited| !sources.is_empty() && source_of(sources, inherited).is_none()) {
        return Some(FindingKind::InheritedHasNoSource);
    }
    if !known.effective {
        return None;
    }
    match (property.actual_value.value(), inherited) {
        (Some(own), _) => (effective != Some(own)).then_some(FindingKind::EffectiveIsNotActual),
        (None, _) if !known.actual => None,
        (None, Some(inherited)) => (effective != Some(inherited)).then_some(FindingKind::EffectiveIsNotInherited),
        (None, None) => {
            let has_source = !known.inherited || !sources.is_empty();
            (effective.is_some() && !has_source).then_some(FindingKind::EffectiveHasNoSource)
        }
    }
}

/// Returns the first source with a value.
pub(super) fn source_of<'v, T: Inheritable + PartialEq>(
    sources: &'v [InheritedValue<T>],
    value: &T,
) -> Option<&'v InheritedValue<T>> {
    sources.iter().find(|source| source.values == *value)
}
