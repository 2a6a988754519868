use super::findings::{FindingKind, KnownValues, kind, source_of};
use crate::body::{ConfigurationId, Inheritable, InheritableProperty, UserClientConfigurationView};
use crate::codes::InheritedFromType;
use crate::endpoint::member_ref::match_member;
use crate::endpoint::{Member, MemberRef};
use crate::json::escape::Escaped;
use std::fmt;

/// Explains the value of each member of a view that is neither absent nor null.
///
/// The explanations are more precise if the view was requested with `actualValues=true` and `inheritedValues=true`. The
/// object that a value is inherited from is known only if the view has `inheritedFrom`, as with
/// `singlePropertyInheritedFrom=true`.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::explain;
///
/// let view: UserClientConfigurationView = serde_json::from_str(r#"{
///     "callForwardAll": {"actualValue": true, "effectiveValue": true, "inheritedValue": false},
///     "followMe": [],
///     "screenCalls": {
///         "effectiveValue": true, "inheritedValue": true,
///         "inheritedFrom": [{"from": {"id": "sales"}, "objectType": 1, "values": true}]
///     }
/// }"#)?;
/// let lines: Vec<_> = explain(&view).iter().map(ToString::to_string).collect();
/// assert_eq!(lines, [
///     "callForwardAll: the user's own value, which overrides a different inherited value",
///     "followMe: the user's own value, which is not inheritable",
///     "screenCalls: inherited from the workgroup `sales`",
/// ]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn explain(view: &UserClientConfigurationView) -> Vec<Explanation> {
    let known = KnownValues::of(view);
    let explanation = |(member, value)| {
        let reason = match_member!(value,
            inheritable(property) => reason(property.value()?, known),
            MemberRef::Code(code) => code.value().map(|_| Reason::NotInheritable)?,
            MemberRef::FollowMe(numbers) => numbers.value().map(|_| Reason::NotInheritable)?,
        );
        Some(Explanation { member, reason })
    };
    view.iter().filter_map(explanation).collect()
}

/// The reason why a member of a view has its value.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{Member, Reason, explain};
///
/// let view = UserClientConfigurationView::new().with_follow_me([]);
/// let explanation = &explain(&view)[0];
/// assert_eq!((explanation.member, &explanation.reason), (Member::FollowMe, &Reason::NotInheritable));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The member.
    pub member: Member,
    /// The reason for its value.
    pub reason: Reason,
}

/// Writes the member and the reason, without values; an object is named by its id.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.member, self.reason)
    }
}

/// The reason why a value is in effect.
///
/// ```
/// use icws_schema::endpoint::Reason;
///
/// assert_eq!(Reason::Own { replaces_inherited: false }.to_string(), "the user's own value");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The user has their own value, which takes precedence over an inherited one (documented).
    Own {
        /// Whether it overrides a different inherited value.
        replaces_inherited: bool,
    },
    /// The user does not have their own value, so the inherited one is in effect.
    Inherited {
        /// The object, if `inheritedFrom` has one with this value.
        from: Option<ConfigurationId>,
        /// The type of the object.
        object_type: Option<InheritedFromType>,
    },
    /// The member is not inheritable: every value is the user's own.
    NotInheritable,
    /// There is neither the user's own nor an inherited value.
    NotSet,
    /// The view does not show whether the value is the user's own or inherited.
    NotKnown,
    /// The values of the view contradict each other.
    Contradiction(FindingKind),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own { replaces_inherited: true } => {
                f.write_str("the user's own value, which overrides a different inherited value")
            }
            Self::Own { replaces_inherited: false } => f.write_str("the user's own value"),
            Self::Inherited { from: Some(from), object_type } => {
                let object = match object_type {
                    Some(InheritedFromType::Workgroup) => "workgroup",
                    Some(InheritedFromType::Role) => "role",
                    Some(InheritedFromType::DefaultUser) => "default user",
                    Some(InheritedFromType::ClientConfigurationTemplate) => "client configuration template",
                    Some(InheritedFromType::None | InheritedFromType::Unknown(_)) | None => "object",
                };
                write!(f, "inherited from the {object} `{}`", Escaped(&from.id))
            }
            Self::Inherited { from: None, .. } => f.write_str("inherited"),
            Self::NotInheritable => f.write_str("the user's own value, which is not inheritable"),
            Self::NotSet => f.write_str("no value: neither the user's own nor an inherited one"),
            Self::NotKnown => f.write_str(
                "the user's own value or an inherited one, which the view does not show: request it with `actualValues=true` and `inheritedValues=true`",
            ),
            Self::Contradiction(kind) => write!(f, "contradictory values: {kind}"),
        }
    }
}

/// Returns the reason for the value of a property.
fn reason<T: Inheritable + PartialEq>(property: &InheritableProperty<T>, known: KnownValues) -> Reason {
    if let Some(kind) = kind(property, known) {
        return Reason::Contradiction(kind);
    }
    let effective = property.effective_value.value();
    let inherited = property.inherited_value.value();
    let sources = property.inherited_from.value().map_or(&[][..], Vec::as_slice);
    match (property.actual_value.value(), inherited.or(effective)) {
        (Some(own), _) => Reason::Own { replaces_inherited: inherited.is_some_and(|inherited| inherited != own) },
        (None, Some(value)) if known.actual => {
            let source = source_of(sources, value);
            Reason::Inherited {
                from: source.map(|source| source.from.clone()),
                object_type: source.map(|source| source.object_type),
            }
        }
        // A value that is not inherited is the user's own, even if `actualValue` was not requested.
        (None, Some(_)) if inherited.is_some() && effective.is_some() && inherited != effective => {
            Reason::Own { replaces_inherited: true }
        }
        (None, None) if known.actual && known.inherited => Reason::NotSet,
        (None, _) => Reason::NotKnown,
    }
}
