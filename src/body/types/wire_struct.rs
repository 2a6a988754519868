//! The macros that generate a wire struct from its table of members; `representation!` generates its decoding.

/// Generates a wire struct from its table of members: the struct and its decoding, its members as data, and a setter for each member that may
/// be absent.
///
/// Outer doc comments are the description of the type, also in JSON Schema; inner ones (`//!`) are for rustdoc only. A row is the member's
/// description, its wire name, where the description comes from (`documented` by the vendor or `ours`) and the feature version that introduced
/// the member, its field, and the setter with an example of its argument:
///
/// ```text
/// /// Whether all calls are forwarded.
/// "callForwardAll" [ours, since 3] => call_forward_all: Field<InheritableBooleanProperty>,
///     set by with_call_forward_all(true);
/// ```
macro_rules! wire_struct {
    ($($table:tt)+) => {
        $crate::body::representation::representation! { $($table)+ }
        $crate::body::types::wire_struct::builder! { $($table)+ }
    };
}
pub(crate) use wire_struct;

/// Generates the members of a wire struct as data, and the setters.
macro_rules! builder {
    (
        $(#[doc = $doc:literal])+
        pub struct $Object:ident $(<$T:ident: $Bound:path>)? = $head:tt { $($row:tt)+ }
    ) => {
        impl $(<$T: $Bound>)? $Object $(<$T>)? {
            /// Returns the documented members in the order of the vendor's documentation.
            ///
            /// ```
            /// # use icws_schema::body::*;
            #[doc = concat!("for member in ", $crate::body::types::wire_struct::example_path!($Object $(<$T>)?), "::members() {")]
            ///     println!("{}: {}", member.name, member.description);
            /// }
            /// ```
            #[must_use]
            pub const fn members() -> &'static [$crate::body::MemberInfo] {
                const { $crate::body::types::wire_struct::member_info!($($row)+) }
            }

            $crate::body::types::wire_struct::setters! {
                [$crate::body::types::wire_struct::example_path!($Object $(<$T>)?)] $($row)+
            }
        }
    };
}
pub(crate) use builder;

/// The type as examples name it; a generic type has `bool` as its argument.
macro_rules! example_path {
    ($Object:ident) => {
        stringify!($Object)
    };
    ($Object:ident <$T:ident>) => {
        concat!(stringify!($Object), "::<bool>")
    };
}
pub(crate) use example_path;

/// The members of a table as data.
macro_rules! member_info {
    (
        $(#![doc = $more:literal])*
        $(
            $(#[doc = $about:literal])+
            $wire:literal [$source:ident $(, since $since:literal)?] => $field:ident: $Type:ty
                $(, required in $requests:ident)? $(, set by $setter:ident($example:expr))?;
        )+
    ) => {
        &[$($crate::body::MemberInfo {
            name: $wire,
            description: concat!($($about),+).trim_ascii(),
            source: $crate::body::types::wire_struct::source!($source),
            since: $crate::body::types::wire_struct::since!($($since)?),
        }),+]
    };
}
pub(crate) use member_info;

/// Where a description comes from.
macro_rules! source {
    (documented) => {
        $crate::body::DescriptionSource::Documented
    };
    (ours) => {
        $crate::body::DescriptionSource::Ours
    };
}
pub(crate) use source;

/// The label of a description, by where it comes from.
macro_rules! source_label {
    (documented) => {
        "(documented)"
    };
    (ours) => {
        "(our description)"
    };
}
pub(crate) use source_label;

/// The feature version that introduced a member, if it is known.
macro_rules! since {
    () => {
        None
    };
    ($since:literal) => {
        Some($since)
    };
}
pub(crate) use since;

/// Generates the setters of a table, row by row. A member that is required in both directions has none: the constructor takes it.
macro_rules! setters {
    ([$path:expr]) => {};
    ([$path:expr] #![doc = $more:literal] $($row:tt)*) => {
        $crate::body::types::wire_struct::setters! { [$path] $($row)* }
    };
    (
        [$path:expr]
        $(#[doc = $about:literal])+
        $wire:literal $origin:tt => $field:ident: Field<$Inner:ty>
            $(, required in $requests:ident)?, set by $setter:ident($example:expr);
        $($row:tt)*
    ) => {
        #[doc = concat!("Sets [`", $wire, "`](Self::", stringify!($field), ") to a value, or to the state of a [`Field`](crate::body::Field).")]
        ///
        /// ```
        /// # use icws_schema::{body::*, codes::*};
        #[doc = concat!("let object = ", $path, "::default().", stringify!($setter), "(", stringify!($example), ");")]
        #[doc = concat!("assert_eq!(object.", stringify!($field), ", ", stringify!($example), ".into());")]
        /// ```
        #[must_use]
        pub fn $setter(mut self, value: impl Into<$crate::body::Field<$Inner>>) -> Self {
            self.$field = value.into();
            self
        }

        $crate::body::types::wire_struct::setters! { [$path] $($row)* }
    };
    (
        [$path:expr]
        $(#[doc = $about:literal])+
        $wire:literal $origin:tt => $field:ident: Option<$Inner:ty>, set by $setter:ident($example:expr);
        $($row:tt)*
    ) => {
        #[doc = concat!("Sets [`", $wire, "`](Self::", stringify!($field), ").")]
        ///
        /// ```
        /// # use icws_schema::{body::*, codes::*};
        #[doc = concat!("let object = ", $path, "::default().", stringify!($setter), "(", stringify!($example), ");")]
        #[doc = concat!("assert_eq!(object.", stringify!($field), ", Some(", stringify!($example), ".into()));")]
        /// ```
        #[must_use]
        pub fn $setter(mut self, value: impl Into<$Inner>) -> Self {
            self.$field = Some(value.into());
            self
        }

        $crate::body::types::wire_struct::setters! { [$path] $($row)* }
    };
    (
        [$path:expr]
        $(#[doc = $about:literal])+
        $wire:literal $origin:tt => $field:ident: $Type:ty;
        $($row:tt)*
    ) => {
        $crate::body::types::wire_struct::setters! { [$path] $($row)* }
    };
}
pub(crate) use setters;
