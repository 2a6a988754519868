use super::member_ref::{MemberMut, MemberRef};
use crate::body::{
    MemberInfo, UserClientConfigurationProperties, UserClientConfigurationView, ValidationError, client_configuration,
};
use crate::suggest::nearest;
use std::fmt;
use std::str::FromStr;

impl ValidationError {
    /// Returns the member of the client configuration to which the rejected value belongs, by the beginning of
    /// `propertyName`; `None` if it is not the name of a member.
    ///
    /// ```
    /// use icws_schema::body::ValidationError;
    /// use icws_schema::codes::ValidationErrorType;
    /// use icws_schema::endpoint::Member;
    ///
    /// let member = |property| ValidationError::new(ValidationErrorType::Range, property, "0").member();
    /// assert_eq!(member("followMe[1].timeout"), Some(Member::FollowMe));
    /// assert_eq!(member("extension"), None);
    /// ```
    #[must_use]
    pub fn member(&self) -> Option<Member> {
        self.property_name.split(['.', '[']).next().and_then(Member::from_name)
    }
}

macro_rules! members {
    (
        {}
        $(
            $(#[doc = $about:literal])+
            $Member:ident = $wire:literal $origin:tt => $field:ident: $Type:ty, set by $setter:ident($example:expr);
        )+
    ) => {
        /// The name of a member of the client configuration: one of 25.
        ///
        /// ```
        /// use icws_schema::endpoint::Member;
        ///
        /// let member: Member = "callForwardAll".parse()?;
        /// assert_eq!((member, member.name()), (Member::CallForwardAll, "callForwardAll"));
        /// assert_eq!(Member::ALL.len(), 25);
        /// # Ok::<(), icws_schema::endpoint::UnknownMember>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Member {
            $(
                #[doc = concat!("`", $wire, "`")]
                ///
                $(#[doc = $about])+
                $Member,
            )+
        }

        impl Member {
            /// Every member, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$Member),+];

            /// Returns the name as it is on the wire.
            ///
            /// ```
            /// use icws_schema::endpoint::Member;
            ///
            /// assert_eq!(Member::EmailDownloadHtmlPictures.name(), "emailDownloadHTMLPictures");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Member => $wire,)+
                }
            }

            /// Returns the member with this name on the wire (case-sensitive), if there is one.
            ///
            /// ```
            /// use icws_schema::endpoint::Member;
            ///
            /// assert_eq!(Member::from_name("followMe"), Some(Member::FollowMe));
            /// assert_eq!(Member::from_name("followme"), None);
            /// ```
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($wire => Some(Self::$Member),)+
                    _ => None,
                }
            }
        }

        members!(@get UserClientConfigurationProperties: $($Member $field),+);
        members!(@get UserClientConfigurationView: $($Member $field),+);
    };
    (@get $Object:ident: $($Member:ident $field:ident),+) => {
        impl $Object {
            /// Returns a reference to a member.
            ///
            /// ```
            #[doc = concat!("use icws_schema::body::", stringify!($Object), ";")]
            /// use icws_schema::endpoint::{Member, MemberRef};
            ///
            #[doc = concat!("let object = ", stringify!($Object), "::new().with_call_forward_all(true);")]
            /// let MemberRef::Boolean(property) = object.get(Member::CallForwardAll) else { unreachable!() };
            /// assert_eq!(property.actual(), Some(&true));
            /// ```
            #[must_use]
            pub fn get(&self, member: Member) -> MemberRef<'_> {
                match member {
                    $(Member::$Member => (&self.$field).into(),)+
                }
            }

            /// Returns a mutable reference to a member.
            ///
            /// ```
            #[doc = concat!("use icws_schema::body::", stringify!($Object), ";")]
            /// use icws_schema::endpoint::{Member, MemberMut};
            ///
            #[doc = concat!("let mut object = ", stringify!($Object), "::new();")]
            /// let MemberMut::Boolean(property) = object.get_mut(Member::CallForwardAll) else { unreachable!() };
            /// property.set(true);
            /// assert_eq!(object.call_forward_all.actual(), Some(&true));
            /// ```
            #[must_use]
            pub fn get_mut(&mut self, member: Member) -> MemberMut<'_> {
                match member {
                    $(Member::$Member => (&mut self.$field).into(),)+
                }
            }

            /// Returns an iterator over all 25 members, including absent ones, in the order of the documentation.
            ///
            /// ```
            #[doc = concat!("use icws_schema::body::", stringify!($Object), ";")]
            ///
            #[doc = concat!("let object = ", stringify!($Object), "::new().with_call_forward_all(true).with_follow_me([]);")]
            /// let names: Vec<_> = object.iter().filter(|(_, member)| member.is_value()).map(|(member, _)| member.name()).collect();
            /// assert_eq!(names, ["callForwardAll", "followMe"]);
            /// ```
            pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Member, MemberRef<'_>)> + ExactSizeIterator + Clone {
                Member::ALL.iter().map(|member| (*member, self.get(*member)))
            }
        }
    };
}

client_configuration! { members {} }

/// Assigns to each member of an object what a function returns for the same member of other objects.
macro_rules! assign_each {
    (
        { $object:ident = $function:path[$one:expr, $other:expr] }
        $(
            $(#[doc = $about:literal])+
            $Member:ident = $wire:literal $origin:tt => $field:ident: $Type:ty, set by $setter:ident($example:expr);
        )+
    ) => {
        $($object.$field = $function(&$one.$field, &$other.$field);)+
    };
    (
        { $object:ident = $function:path[$one:expr; in each of $others:expr] }
        $(
            $(#[doc = $about:literal])+
            $Member:ident = $wire:literal $origin:tt => $field:ident: $Type:ty, set by $setter:ident($example:expr);
        )+
    ) => {
        $($object.$field = $function(&$one.$field, |other| &other.$field, $others);)+
    };
    (
        { $object:ident = $function:path[$one:expr; $argument:expr] }
        $(
            $(#[doc = $about:literal])+
            $Member:ident = $wire:literal $origin:tt => $field:ident: $Type:ty, set by $setter:ident($example:expr);
        )+
    ) => {
        $($object.$field = $function(&$one.$field, $crate::endpoint::Member::$Member, $argument);)+
    };
    (
        { $object:ident = $function:path[$one:expr] }
        $(
            $(#[doc = $about:literal])+
            $Member:ident = $wire:literal $origin:tt => $field:ident: $Type:ty, set by $setter:ident($example:expr);
        )+
    ) => {
        $($object.$field = $function(&$one.$field);)+
    };
}
pub(super) use assign_each;

impl Member {
    /// Returns the description, its source, and the feature version.
    ///
    /// ```
    /// use icws_schema::endpoint::Member;
    ///
    /// assert_eq!(Member::EmailDownloadHtmlPictures.info().since, Some(7));
    /// ```
    #[must_use]
    pub fn info(self) -> &'static MemberInfo {
        &UserClientConfigurationView::members()[self as usize]
    }

    /// Returns whether a user inherits the property from templates, roles, workgroups and the default user: 23 of the 25.
    ///
    /// ```
    /// use icws_schema::endpoint::Member;
    ///
    /// let own: Vec<_> = Member::ALL.iter().filter(|member| !member.is_inheritable()).map(|member| member.name()).collect();
    /// assert_eq!(own, ["eFaqSearchOption", "followMe"]);
    /// ```
    #[must_use]
    pub fn is_inheritable(self) -> bool {
        !matches!(UserClientConfigurationView::default().get(self), MemberRef::Code(_) | MemberRef::FollowMe(_))
    }
}

/// Writes the name as it is on the wire.
impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Parses a name as it is on the wire (case-sensitive).
impl FromStr for Member {
    type Err = UnknownMember;

    fn from_str(name: &str) -> Result<Self, UnknownMember> {
        Self::from_name(name).ok_or_else(|| UnknownMember { suggestion: similar(name) })
    }
}

/// Returns the member with the most similar name, if one is similar enough.
pub(super) fn similar(name: &str) -> Option<Member> {
    nearest(name, Member::ALL.iter().map(|member| member.name())).and_then(Member::from_name)
}

/// The error for a name that is not one of the 25 members.
///
/// ```
/// use icws_schema::endpoint::Member;
///
/// let error = "ringWhenOnThePhone".parse::<Member>().unwrap_err();
/// assert_eq!(error.suggestion(), Some(Member::RingWhenOnPhone));
/// assert_eq!(error.to_string(), "unknown member, expected one of the client configuration; did you mean `ringWhenOnPhone`?");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownMember {
    suggestion: Option<Member>,
}

impl UnknownMember {
    /// Returns the member with the most similar name, if one is similar enough.
    ///
    /// ```
    /// use icws_schema::endpoint::Member;
    ///
    /// assert_eq!("followme".parse::<Member>().unwrap_err().suggestion(), Some(Member::FollowMe));
    /// ```
    #[must_use]
    pub fn suggestion(&self) -> Option<Member> {
        self.suggestion
    }
}

impl fmt::Display for UnknownMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown member, expected one of the client configuration")?;
        match self.suggestion {
            Some(member) => write!(f, "; did you mean `{member}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownMember {}
