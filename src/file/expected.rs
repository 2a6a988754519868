//! The catalogue of expectations in files.

use crate::report::ExpectedType;
use crate::vocabulary::ValueType;
use std::borrow::Cow;
use std::fmt;

/// Declares the expectations: a row has a variant, its fields and its English phrase.
macro_rules! catalogue {
    ($($Variant:ident $({ $($(#[doc = $doc:literal])+ $field:ident: $Type:ty),+ $(,)? })? => $phrase:literal;)+) => {
        /// What was expected in a rule file, directory file, state file or case file: plain data, from which messages
        /// in any language can be created.
        ///
        /// [`Display`](fmt::Display) writes it in English. [`CATALOGUE`](Self::CATALOGUE) has all phrases:
        ///
        /// ```
        /// use icws_schema::file::LoadExpected;
        ///
        /// let phrase = |name| LoadExpected::CATALOGUE.iter().find(|row| row.0 == name).map(|row| row.1);
        /// assert_eq!(phrase("AtMost"), Some("at most {max}, the value of `{parameter}`"));
        /// let expected = LoadExpected::AtMost { max: "5".to_owned(), parameter: "max" };
        /// assert_eq!((expected.name(), expected.to_string().as_str()), ("AtMost", "at most 5, the value of `max`"));
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum LoadExpected {
            $(
                #[doc = concat!("\"", $phrase, "\"")]
                $Variant $({ $($(#[doc = $doc])+ $field: $Type),+ })?,
            )+
        }

        impl LoadExpected {
            /// The name of each variant and its phrase, in which `{field}` is the value of a field.
            pub const CATALOGUE: &'static [(&'static str, &'static str)] = &[$((stringify!($Variant), $phrase)),+];

            /// Returns the name of the variant, which is that of its row in the catalogue.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$Variant { .. } => stringify!($Variant),)+
                }
            }
        }

        impl fmt::Display for LoadExpected {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$Variant $({ $($field),+ })? => write!(f, $phrase),)+
                }
            }
        }
    };
}

catalogue! {
    Json => "JSON";
    RequiredMember {
        /// The name of the property.
        name: String,
    } => "required property `{name}`";
    UniqueMember => "each property once";
    Member {
        /// The object.
        object: FileObject,
    } => "a property of {object}";
    ParameterOf {
        /// The name of the validator.
        validator: &'static str,
        /// The names of its parameters.
        parameters: KnownNames,
    } => "a parameter of {validator} ({parameters})";
    NoParameter {
        /// The name of the validator.
        validator: &'static str,
    } => "a parameter of {validator}, which has none";

    OneExtension => "one extension";
    ObjectType => "a type of objects in the singular";
    NoControlCharacter => "a string without control characters";
    NoLoneBackslash => "a name that begins with two backslashes or none";
    BracketedClass => "a pattern with classes in brackets";

    Rules => "an array of rules";
    Rule => "a rule (an object)";
    RuleFile => "a rule file (an object with `rules`)";
    Validator => "a validator";
    ValidatorNameOrNumber => "the name or number of a validator";
    CustomCheck => "a registered custom check";
    Conditions => "an array of conditions";
    Condition => "a condition (an object)";
    PropertyOrGroup => "`property` with one test, or only `all`, `any` or `not`";
    RuleDepth {
        /// The limit.
        max: usize,
    } => "rules nested at most {max} deep";
    ConditionDepth {
        /// The limit.
        max: usize,
    } => "conditions nested at most {max} deep";

    String => "a string";
    Integer => "an integer";
    Count => "an integer of at least 0";
    AboveZero => "an integer above 0";
    Number => "a number in the range of a 64-bit float";
    Boolean => "a boolean";
    True => "`true`";
    Array => "an array";
    Object => "an object";
    Scalar => "a string, a number or a boolean";
    IntegerScalar => "a string, an integer or a boolean";
    OneOrMore => "at least one item";
    TwoOrMore => "at least two items";
    NotEmpty => "at least one character";
    OneOf {
        /// The words.
        words: KnownNames,
    } => "one of {words}";
    AtMost {
        /// The value of the other parameter.
        max: String,
        /// The other parameter.
        parameter: &'static str,
    } => "at most {max}, the value of `{parameter}`";
    Different {
        /// The other parameter.
        parameter: &'static str,
    } => "a string other than that of `{parameter}`";
    AnyOf {
        /// The names of the parameters or properties.
        names: KnownNames,
    } => "at least one of {names}";
    ExactlyOneOf {
        /// The names of the parameters or properties.
        names: KnownNames,
    } => "exactly one of {names}";

    Path => "a path";
    PathOfItem => "a path without `[]`, or with that of `property`";
    PathWithoutItems => "a path without `[]`";
    WholeItem => "`\"\"`, the item of the delimited string itself";
    KnownPath {
        /// The type of the object.
        object: &'static str,
    } => "the path of a property of {object}";
    PathTo {
        /// The types that the validator accepts.
        types: TypeList,
    } => "the path of {types}";
    KnownMember {
        /// The type of the object.
        object: &'static str,
    } => "a property of the type {object}";
    AllowedToo {
        /// The pointer of another rule.
        rule: String,
    } => "values that the rule at `{rule}` allows as well";

    Pattern => "a regular expression (in the syntax of the Rust crate `regex`)";
    PatternWithinLimit => "a pattern that compiles to at most 2 MiB";
    PatternsWithinLimit => "patterns of at most 64 MiB in one rule set";
    Alphabet => "an array of symbols, or `\"arpabet\"`";
    SymbolWithoutSeparator {
        /// The symbol.
        symbol: String,
    } => "a separator that the symbol `{symbol}` does not contain";

    CaseRules => "rules (an object), or the name of a set or of a file";
    CaseDirectory => "a directory (an object), or the name of a file";
    CasePointer => "a JSON Pointer: `/` before each name or index, or `\"\"`";

    StringOrInteger => "a string or an integer";
    Extension => "a string, an integer or an object";
    Parent => "the name of the parent, or null";
    ParentAbove => "a parent that is neither the group itself nor below it";
    IdOfType {
        /// The object type.
        object_type: String,
    } => "an id of the type `{object_type}` in `objects`";
    NewName => "names that differ, compared case-insensitively";

    Version {
        /// The version.
        version: u32,
    } => "{version}, the version of state files";
    CountU32 => "an integer from 0 to 4294967295";
    UserId => "a user id that a URL can contain";
    SessionId => "a session id that a URL can contain";
    Token => "a token that a header can contain";
    Cookie => "a name, `=` and a value that a header can contain";
    NewSession => "an id that no other session has";
    IdIn {
        /// The member of the file.
        section: &'static str,
    } => "an id in `{section}`";
    Value {
        /// The type.
        value: ExpectedType,
    } => "{value}";
    ValueOrNull {
        /// The type.
        value: ExpectedType,
    } => "{value} or null";
    TypeUrn {
        /// The URN.
        urn: &'static str,
    } => "the URN `{urn}`";
}

/// An object of a rule file, directory file, state file or case file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileObject {
    /// A rule file.
    RuleFile,
    /// A rule whose validator is not known.
    Rule,
    /// A condition.
    Condition,
    /// The expectation of validator 40.
    Expectation,
    /// A directory file.
    DirectoryFile,
    /// An entry of `objects`.
    DirectoryObject,
    /// An entry of `extensions`.
    Extension,
    /// An entry of `keywordSets`.
    KeywordSet,
    /// An entry of `registrationGroups`.
    RegistrationEntry,
    /// An entry of `attendantProfiles`.
    AttendantProfile,
    /// An entry of `statuses`.
    Status,
    /// A state file.
    StateFile,
    /// An entry of `users`.
    StateUser,
    /// An entry of `templates`, `roles` or `workgroups`, or `defaultUser`.
    StateSource,
    /// An entry of `licenses`.
    StateLicense,
    /// The counts of a license.
    StateLicenseCounts,
    /// The licenses of a user.
    StateHeldLicenses,
    /// The media level of a user.
    StateMediaLevel,
    /// An entry of `sessions`.
    StateSession,
    /// A case file.
    CaseFile,
    /// An entry of `cases`.
    Case,
    /// The expectation of a case.
    CaseExpectation,
    /// An entry of `problems`.
    CaseProblem,
    /// An entry of `unchecked`.
    CaseUnchecked,
    /// The problem of rules or of a directory.
    CaseRejection,
    /// The subject of a case.
    CaseSubject,
    /// An entry of `checks`.
    CaseCheck,
}

impl fmt::Display for FileObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RuleFile => "a rule file",
            Self::Rule => "a rule",
            Self::Condition => "a condition",
            Self::Expectation => "an expectation",
            Self::DirectoryFile => "a directory file",
            Self::DirectoryObject => "an object",
            Self::Extension => "an extension",
            Self::KeywordSet => "a keyword set",
            Self::RegistrationEntry => "a registration entry",
            Self::AttendantProfile => "an attendant profile",
            Self::Status => "a status",
            Self::StateFile => "a state file",
            Self::StateUser => "a user",
            Self::StateSource => "a source of inheritance",
            Self::StateLicense => "a license",
            Self::StateLicenseCounts => "the counts of a license",
            Self::StateHeldLicenses => "the licenses of a user",
            Self::StateMediaLevel => "a media level",
            Self::StateSession => "a session",
            Self::CaseFile => "a case file",
            Self::Case => "a case",
            Self::CaseExpectation => "the expected result of a case",
            Self::CaseProblem => "a problem",
            Self::CaseUnchecked => "an unchecked rule",
            Self::CaseRejection => "a rejection",
            Self::CaseSubject => "a subject",
            Self::CaseCheck => "a custom check",
        })
    }
}

/// Names in a message: in backticks, separated by commas.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KnownNames(Cow<'static, [&'static str]>);

impl KnownNames {
    /// Returns the names.
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        &self.0
    }
}

impl From<&'static [&'static str]> for KnownNames {
    fn from(names: &'static [&'static str]) -> Self {
        Self(names.into())
    }
}

impl<const N: usize> From<&'static [&'static str; N]> for KnownNames {
    fn from(names: &'static [&'static str; N]) -> Self {
        Self(names.as_slice().into())
    }
}

impl From<Vec<&'static str>> for KnownNames {
    fn from(names: Vec<&'static str>) -> Self {
        Self(names.into())
    }
}

impl fmt::Display for KnownNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(index, name)| {
            f.write_str(if index > 0 { ", " } else { "" })?;
            write!(f, "`{name}`")
        })
    }
}

/// Types in a message: `a string or an integer`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TypeList(Vec<ValueType>);

impl TypeList {
    /// Returns the types.
    #[must_use]
    pub fn types(&self) -> &[ValueType] {
        &self.0
    }
}

impl From<Vec<ValueType>> for TypeList {
    fn from(types: Vec<ValueType>) -> Self {
        Self(types)
    }
}

impl fmt::Display for TypeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(index, of)| {
            f.write_str(match index {
                0 => "",
                _ if index + 1 == self.0.len() => " or ",
                _ => ", ",
            })?;
            f.write_str(of.phrase())
        })
    }
}
