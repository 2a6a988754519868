//! The macro that generates a code list from its table.

/// Generates a code list from its table. A row is a code: its number, variant and the vendor's name, and, where the vendor documents them, the
/// feature version that introduced it and its message. The example is the row that doc examples use.
macro_rules! codes {
    (
        $(#[doc = $doc:literal])+
        pub enum $List:ident = $urn:literal, example $number_shown:literal, $Shown:ident, $name_shown:literal {
            $(#![doc = $more:literal])*
            $($number:literal, $Variant:ident, $name:literal $(, since $since:literal)? $(, $message:literal)?;)+
        }
    ) => {
        $(#[doc = $doc])+
        ///
        $(#[doc = $more])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $List {
            $(
                #[doc = concat!("`", $name, "`, ", stringify!($number) $(, ": ", $message)?)]
                $(
                    ///
                    #[doc = concat!("Since feature version ", $since, " of `configuration`.")]
                )?
                $Variant,
            )+
            /// A code that the vendor does not document.
            Unknown($crate::codes::UnknownCode<Self>),
        }

        impl $List {
            /// Every documented code, in the order of the numbers.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Returns the code with this number; a number that is not documented becomes [`Unknown`](Self::Unknown).
            ///
            /// ```
            #[doc = concat!("use icws_schema::codes::", stringify!($List), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($List), "::from_code(", $number_shown, "), ", stringify!($List), "::", stringify!($Shown), ");")]
            #[doc = concat!("assert!(!", stringify!($List), "::from_code(99).is_known());")]
            /// ```
            #[must_use]
            pub const fn from_code(code: i32) -> Self {
                match code {
                    $($number => Self::$Variant,)+
                    _ => Self::Unknown($crate::codes::UnknownCode::new(code)),
                }
            }

            /// Returns the number on the wire.
            ///
            /// ```
            #[doc = concat!("use icws_schema::codes::", stringify!($List), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($List), "::", stringify!($Shown), ".code(), ", $number_shown, ");")]
            #[doc = concat!("assert_eq!(", stringify!($List), "::from_code(99).code(), 99);")]
            /// ```
            #[must_use]
            pub const fn code(self) -> i32 {
                match self {
                    $(Self::$Variant => $number,)+
                    Self::Unknown(unknown) => unknown.code(),
                }
            }

            /// Returns the documented code with this name (case-sensitive), if there is one.
            ///
            /// ```
            #[doc = concat!("use icws_schema::codes::", stringify!($List), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($List), "::from_name(", stringify!($name_shown), "), Some(", stringify!($List), "::", stringify!($Shown), "));")]
            #[doc = concat!("assert_eq!(", stringify!($List), "::from_name(\"other\"), None);")]
            /// ```
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$Variant),)+
                    _ => None,
                }
            }

            /// Returns the vendor's name; `None` for an unknown code.
            ///
            /// ```
            #[doc = concat!("use icws_schema::codes::", stringify!($List), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($List), "::", stringify!($Shown), ".name(), Some(", stringify!($name_shown), "));")]
            /// ```
            #[must_use]
            pub const fn name(self) -> Option<&'static str> {
                match self {
                    $(Self::$Variant => Some($name),)+
                    Self::Unknown(_) => None,
                }
            }

            /// Returns the vendor's message; `None` if the vendor documents none, and for an unknown code.
            ///
            /// ```
            #[doc = concat!("use icws_schema::codes::", stringify!($List), ";")]
            ///
            #[doc = concat!("for code in ", stringify!($List), "::ALL {")]
            ///     println!("{code}: {}", code.message().unwrap_or_default());
            /// }
            #[doc = concat!("assert_eq!(", stringify!($List), "::from_code(99).message(), None);")]
            /// ```
            #[must_use]
            pub const fn message(self) -> Option<&'static str> {
                match self {
                    $($(Self::$Variant => Some($message),)?)+
                    #[allow(unreachable_patterns)]
                    _ => None,
                }
            }

            /// Returns the feature version of `configuration` that introduced the code. `None` if the vendor documents none (the code is then as old
            /// as the endpoint or older), and for an unknown code.
            ///
            /// ```
            #[doc = concat!("use icws_schema::codes::", stringify!($List), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($List), "::", stringify!($Shown), ".since(), None);")]
            /// ```
            #[must_use]
            pub const fn since(self) -> Option<u32> {
                match self {
                    $($(Self::$Variant => Some($since),)?)+
                    _ => None,
                }
            }

            /// Returns whether the vendor documents the code.
            ///
            /// ```
            #[doc = concat!("use icws_schema::codes::", stringify!($List), ";")]
            ///
            #[doc = concat!("assert!(", stringify!($List), "::", stringify!($Shown), ".is_known());")]
            #[doc = concat!("assert!(!", stringify!($List), "::from_code(99).is_known());")]
            /// ```
            #[must_use]
            pub const fn is_known(self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }

        impl $crate::codes::Code for $List {
            const NAME: &'static str = stringify!($List);
            const URN: &'static str = $urn;
            const DOC: &'static str = concat!($($doc, "\n"),+);
            const TABLE: &'static [(i32, &'static str, &'static str)] = &[$(($number, $name, concat!($($message)?))),+];
            fn from_code(number: i32) -> Self {
                Self::from_code(number)
            }
            fn number(self) -> i32 {
                self.code()
            }
            fn is_known(self) -> bool {
                self.is_known()
            }
            fn since_of(number: i32) -> Option<u32> {
                Self::from_code(number).since()
            }
        }

        /// The code 0.
        impl Default for $List {
            fn default() -> Self {
                Self::from_code(0)
            }
        }

        impl From<i32> for $List {
            fn from(code: i32) -> Self {
                Self::from_code(code)
            }
        }

        impl From<$List> for i32 {
            fn from(code: $List) -> Self {
                code.code()
            }
        }

        /// Parses a name, or a number, which need not be documented.
        impl std::str::FromStr for $List {
            type Err = $crate::codes::ParseCodeError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let code = Self::from_name(text).or_else(|| text.parse().ok().map(Self::from_code));
                code.ok_or($crate::codes::ParseCodeError::new(stringify!($List)))
            }
        }

        /// The name, or the number of an unknown code.
        impl std::fmt::Display for $List {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self.name() {
                    Some(name) => f.pad(name),
                    None => self.code().fmt(f),
                }
            }
        }

        /// By number.
        impl Ord for $List {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.code().cmp(&other.code())
            }
        }

        impl PartialOrd for $List {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        /// A code is equal to its number, whether it is documented or not.
        impl PartialEq<i32> for $List {
            fn eq(&self, number: &i32) -> bool {
                self.code() == *number
            }
        }

        impl PartialEq<$List> for i32 {
            fn eq(&self, code: &$List) -> bool {
                code == self
            }
        }

        impl PartialOrd<i32> for $List {
            fn partial_cmp(&self, number: &i32) -> Option<std::cmp::Ordering> {
                self.code().partial_cmp(number)
            }
        }

        impl PartialOrd<$List> for i32 {
            fn partial_cmp(&self, code: &$List) -> Option<std::cmp::Ordering> {
                self.partial_cmp(&code.code())
            }
        }
    };
}
pub(super) use codes;
