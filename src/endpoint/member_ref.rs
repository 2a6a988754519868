use crate::body::{Field, FollowMe, Inheritable, InheritableProperty, inheritable_types};
use crate::codes::EFaqSearchOptions;

macro_rules! conversions {
    ($($JsonType:ident: $Field:ty;)+) => {$(
        impl<'a> From<&'a $Field> for MemberRef<'a> {
            fn from(field: &'a $Field) -> Self {
                Self::$JsonType(field)
            }
        }

        impl<'a> From<&'a mut $Field> for MemberMut<'a> {
            fn from(field: &'a mut $Field) -> Self {
                Self::$JsonType(field)
            }
        }
    )+};
}

macro_rules! members_by_type {
    (
        {}
        $($Name:ident($Type:ty, $about:literal) = $Property:ident $property_urn:literal, $Value:ident $value_urn:literal, $example:literal;)+
    ) => {
        /// A reference to a member of a request or a view, one variant for each type. Absent and null are states of the field.
        ///
        /// ```
        /// use icws_schema::body::UserClientConfigurationProperties;
        /// use icws_schema::endpoint::{Member, MemberRef};
        ///
        /// let update = UserClientConfigurationProperties::new().with_external_call_timeout(30);
        /// match update.get(Member::ExternalCallTimeout) {
        ///     MemberRef::Int(timeout) => assert_eq!(timeout.actual(), Some(&30)),
        ///     _ => unreachable!("a number of seconds"),
        /// }
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum MemberRef<'a> {
            $(
                #[doc = concat!("An inheritable ", $about, ".")]
                $Name(&'a Field<InheritableProperty<$Type>>),
            )+
            /// A code, which is not inheritable: `eFaqSearchOption`.
            Code(&'a Field<EFaqSearchOptions>),
            /// An array, which is not inheritable: `followMe`.
            FollowMe(&'a Field<Vec<FollowMe>>),
        }

        /// A mutable reference to a member of a request or a view, one variant for each type.
        ///
        /// ```
        /// use icws_schema::body::UserClientConfigurationProperties;
        /// use icws_schema::endpoint::{Member, MemberMut};
        ///
        /// let mut update = UserClientConfigurationProperties::new();
        /// for member in Member::ALL {
        ///     if let MemberMut::Boolean(property) = update.get_mut(*member) {
        ///         property.inherit();
        ///     }
        /// }
        /// assert_eq!(update.iter().filter(|(_, member)| member.is_value()).count(), 21);
        /// ```
        #[derive(Debug, PartialEq, Eq)]
        pub enum MemberMut<'a> {
            $(
                #[doc = concat!("An inheritable ", $about, ".")]
                $Name(&'a mut Field<InheritableProperty<$Type>>),
            )+
            /// A code, which is not inheritable: `eFaqSearchOption`.
            Code(&'a mut Field<EFaqSearchOptions>),
            /// An array, which is not inheritable: `followMe`.
            FollowMe(&'a mut Field<Vec<FollowMe>>),
        }

        impl MemberRef<'_> {
            /// Returns whether the member is missing.
            ///
            /// ```
            /// use icws_schema::body::UserClientConfigurationView;
            /// use icws_schema::endpoint::Member;
            ///
            /// assert!(UserClientConfigurationView::new().get(Member::FollowMe).is_absent());
            /// ```
            #[must_use]
            pub fn is_absent(&self) -> bool {
                match self {
                    $(Self::$Name(field) => field.is_absent(),)+
                    Self::Code(field) => field.is_absent(),
                    Self::FollowMe(field) => field.is_absent(),
                }
            }

            /// Returns whether the member has a value: it is neither missing nor `null`.
            ///
            /// ```
            /// use icws_schema::body::{Field, UserClientConfigurationView};
            /// use icws_schema::endpoint::Member;
            ///
            /// let view = UserClientConfigurationView::new().with_follow_me(Field::Null);
            /// assert!(!view.get(Member::FollowMe).is_value());
            /// ```
            #[must_use]
            pub fn is_value(&self) -> bool {
                match self {
                    $(Self::$Name(field) => field.is_value(),)+
                    Self::Code(field) => field.is_value(),
                    Self::FollowMe(field) => field.is_value(),
                }
            }

            /// Returns whether the member has the user's own value: for an inheritable property a value of `actualValue`, for
            /// any other one a value.
            ///
            /// ```
            /// use icws_schema::body::{InheritableProperty, UserClientConfigurationProperties};
            /// use icws_schema::endpoint::Member;
            ///
            /// let update = UserClientConfigurationProperties::new()
            ///     .with_screen_calls(true)
            ///     .with_call_forward_all(InheritableProperty::inherit());
            /// assert!(update.get(Member::ScreenCalls).has_own_value());
            /// assert!(!update.get(Member::CallForwardAll).has_own_value());
            /// ```
            #[must_use]
            pub fn has_own_value(&self) -> bool {
                match self {
                    $(Self::$Name(field) => field.actual().is_some(),)+
                    Self::Code(field) => field.is_value(),
                    Self::FollowMe(field) => field.is_value(),
                }
            }

            /// Returns which parts of an inheritable property are present; `None` if the member is absent, null or not
            /// inheritable.
            pub(super) fn parts(&self) -> Option<PresentParts> {
                match self {
                    $(Self::$Name(field) => field.value().map(PresentParts::of),)+
                    Self::Code(_) | Self::FollowMe(_) => None,
                }
            }
        }

        conversions! {
            $($Name: Field<InheritableProperty<$Type>>;)+
            Code: Field<EFaqSearchOptions>;
            FollowMe: Field<Vec<FollowMe>>;
        }
    };
}

inheritable_types! { members_by_type {} }

/// Matches a `MemberRef`: one arm for the inheritable properties of every type, and the arms of the others.
macro_rules! match_member {
    ($member:expr, inheritable($property:ident) => $then:expr, $($arms:tt)+) => {{
        use $crate::endpoint::member_ref::match_inheritable;
        $crate::body::inheritable_types! { match_inheritable { $member, $property, $then, $($arms)+ } }
    }};
}
pub(super) use match_member;

macro_rules! match_inheritable {
    (
        { $member:expr, $property:ident, $then:expr, $($arms:tt)+ }
        $($Name:ident($Type:ty, $about:literal) = $Property:ident $property_urn:literal, $Value:ident $value_urn:literal, $example:literal;)+
    ) => {
        match $member {
            $($crate::endpoint::MemberRef::$Name($property) => $then,)+
            $($arms)+
        }
    };
}
pub(super) use match_inheritable;

/// Which parts of an inheritable property are present, as a value or null.
#[derive(Debug, Clone, Copy)]
pub(super) struct PresentParts {
    pub(super) actual: bool,
    pub(super) effective: bool,
    pub(super) inherited: bool,
}

impl PresentParts {
    fn of<T: Inheritable>(property: &InheritableProperty<T>) -> Self {
        Self {
            actual: !property.actual_value.is_absent(),
            effective: !property.effective_value.is_absent(),
            inherited: !property.inherited_value.is_absent(),
        }
    }
}
