//! Expectations as data; `display` has their English.

mod display;

use crate::json::syntax_error::SyntaxError;
use crate::vocabulary::{AttendantKind, Comparison, Format, GroupMode, LengthUnit, TimeZoneSource};

/// What was expected at the location of a problem: plain data, from which messages in any language can be created.
///
/// [`Display`](std::fmt::Display) writes it in English. Names in the variants are names on the wire or in rule files.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expected {
    /// JSON; see [`SyntaxError::expected`].
    Json(SyntaxError),
    /// A value of a wire type.
    Value {
        /// The type.
        value: ExpectedType,
        /// Whether `null` was allowed as well.
        nullable: bool,
    },
    /// A number that a 64-bit float can represent.
    NumberInRange,
    /// One of the properties that an object of this type has.
    KnownProperty {
        /// The type's name on the wire.
        object: &'static str,
    },
    /// A property that occurs only once.
    UniqueProperty,
    /// The URN of the object's type.
    TypeUrn(&'static str),
    /// What a rule requires.
    Rule(RuleExpectation),
}

/// A wire type as named by [`Expected`]. [`Debug`](std::fmt::Debug) shows the number of codes of a code list.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExpectedType {
    /// `true` or `false`
    Boolean,
    /// A number with an integral value of 32 bits.
    Int32,
    /// A string.
    String,
    /// An array.
    Array {
        /// The name of the type of its items.
        items: &'static str,
    },
    /// An object.
    Object {
        /// The name of its type.
        name: &'static str,
    },
    /// One of the known codes of a code list.
    Code {
        /// The name of the code list.
        list: &'static str,
        /// Number, name and meaning of each code.
        codes: &'static [(i32, &'static str, &'static str)],
    },
}

/// A scalar in a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExpectedScalar {
    /// `true` or `false`
    Boolean(bool),
    /// A number, written as JSON.
    Number(String),
    /// A string.
    String(String),
}

/// What a rule requires of a value, for each validator.
///
/// A bound that is `None` does not limit. Paths are as written in the rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RuleExpectation {
    /// 0: a value that passes the custom check.
    CustomCheck {
        /// The name under which the check is registered.
        name: String,
    },
    /// 1: an id that no other object of the type has.
    UniqueId {
        /// The type of the objects.
        object_type: String,
    },
    /// 2: the id of an object of the type.
    ExistingId {
        /// The type of the objects.
        object_type: String,
    },
    /// 3: a value of the attribute of an object of the type.
    ExistingAttributeValue {
        /// The type of the objects.
        object_type: String,
        /// The attribute.
        attribute: String,
    },
    /// 4: a value that is neither null nor empty.
    NotEmpty,
    /// 5: an integer within the bounds.
    Integer {
        /// The minimum, written as JSON.
        min: Option<String>,
        /// The maximum, written as JSON.
        max: Option<String>,
    },
    /// 6: a string whose length is within the bounds.
    Length {
        /// The minimum.
        min: Option<u64>,
        /// The maximum.
        max: Option<u64>,
        /// The unit of the length.
        unit: LengthUnit,
    },
    /// 7: a string that matches the pattern.
    Pattern {
        /// The pattern.
        pattern: String,
    },
    /// 9: one of the values.
    OneOf {
        /// The values.
        values: Vec<ExpectedScalar>,
        /// Whether strings are compared case-insensitively.
        ignore_case: bool,
    },
    /// 10: an array whose number of items is within the bounds.
    ItemCount {
        /// The minimum.
        min: Option<u64>,
        /// The maximum.
        max: Option<u64>,
    },
    /// 11: an array whose items satisfy the inner rules.
    ValidItems,
    /// 12: a value that satisfies the inner rules.
    Group(GroupMode),
    /// 13: a value that matches the format.
    Format(Format),
    /// 14: a value of the attribute that no other object of the type has.
    UniqueAttributeValue {
        /// The type of the objects.
        object_type: String,
        /// The attribute.
        attribute: String,
    },
    /// 15: the property.
    Property,
    /// 16: an access control group whose parents lead to a root.
    AccessControlGroup {
        /// The maximum depth.
        max_depth: Option<u64>,
    },
    /// 17: symbols of an alphabet.
    Pronunciation {
        /// The symbols; `None` for ARPAbet.
        symbols: Option<Vec<String>>,
        /// The separator between two symbols.
        separator: String,
    },
    /// 18: a word or phrase.
    Word {
        /// The maximum number of characters.
        max: u64,
        /// Whether decimal digits are allowed.
        digits: bool,
    },
    /// 19: a number within the bounds, which are numbers written as JSON.
    Number {
        /// The minimum.
        min: Option<String>,
        /// The maximum.
        max: Option<String>,
    },
    /// 20: the id of an attendant profile.
    AttendantProfile {
        /// The accepted kinds; `None` for any.
        kinds: Option<Vec<AttendantKind>>,
    },
    /// 21: an extension that nobody else uses.
    FreeExtension {
        /// Whether an extension that is a prefix of another one, or has one as prefix, is also rejected.
        prefix_free: bool,
    },
    /// 22: a shared appearance of the station.
    SharedAppearance {
        /// The path of the station.
        station: String,
    },
    /// 23: the offset plus a multiple of the divisor.
    MultipleOf {
        /// The divisor, written as JSON.
        divisor: String,
        /// The offset, written as JSON.
        offset: String,
    },
    /// 24: a string without the characters.
    WithoutCharacters {
        /// The characters.
        characters: String,
        /// Whether control characters are allowed.
        allow_control: bool,
    },
    /// 25: an extension that is in use.
    ExistingExtension,
    /// 26: the id of an object of the type with the value in the attribute.
    ExistingIdWithAttributeValue {
        /// The type of the objects.
        object_type: String,
        /// The attribute.
        attribute: String,
        /// The value.
        value: ExpectedScalar,
    },
    /// 27: a delimited string whose items are not empty.
    DelimitedItems {
        /// The delimiter.
        delimiter: String,
        /// Whether there are rules for items.
        rules: bool,
        /// Whether an item may occur more than once.
        allow_repeats: bool,
    },
    /// 28: an array with which all keyword sets together have at most this many keywords.
    KeywordCount {
        /// The maximum.
        max: u64,
    },
    /// 29: an array with which the keyword sets of each workgroup have at most this many keywords.
    WorkgroupKeywordCount {
        /// The maximum.
        max: u64,
    },
    /// 30: an end that is not before the start.
    EndNotBeforeStart {
        /// The path of the start.
        start: String,
    },
    /// 31: no value while the condition holds.
    AbsentWhile(ExpectedCondition),
    /// 32: a folder of the mailbox.
    MailboxFolder {
        /// The path of the mailbox.
        mailbox: String,
    },
    /// 33: a manufacturer of the phone catalog.
    Manufacturer,
    /// 34: a model of the manufacturer.
    Model {
        /// The path of the manufacturer.
        manufacturer: String,
    },
    /// 35: a protocol other than SRTP, or TLS on a line of the registration group.
    SecureAudio {
        /// The path of the registration group.
        registration_group: String,
    },
    /// 36: an array with which the keyword sets of each recorder policy have at most this many keywords.
    RecorderPolicyKeywordCount {
        /// The maximum.
        max: u64,
    },
    /// 37: an object of the type that is referenced at most this many times.
    ReferenceCount {
        /// The type of the object.
        object_type: String,
        /// The maximum.
        max: u64,
    },
    /// 38: a status for after-call work if the timeout is set, and a timeout within its bounds.
    WrapUp {
        /// The path of the status.
        status: String,
        /// The path of the timeout.
        timeout: String,
        /// The maximum timeout, in seconds.
        max: u64,
    },
    /// 39: an object in which the required properties are set and the forbidden ones are not.
    Properties {
        /// The required properties.
        required: Vec<String>,
        /// The forbidden properties.
        forbidden: Vec<String>,
    },
    /// 40: no value unless the other property has the expected value.
    AbsentUnless(ExpectedCondition),
    /// 41: a network adapter of the server.
    NetworkAdapter,
    /// 42: an integer in a relation to another one.
    Compared {
        /// The comparison operator.
        operator: Comparison,
        /// The other integer.
        other: ComparedWith,
    },
    /// 43: the name of a time zone.
    TimeZone(TimeZoneSource),
    /// 44: the tag of a supported language.
    Language,
    /// 45: a delimited string of keys and values.
    KeyValuePairs {
        /// The delimiter between pairs.
        pair_delimiter: String,
        /// The delimiter between key and value.
        key_delimiter: String,
        /// The allowed keys; `None` for any.
        keys: Option<Vec<String>>,
    },
    /// 46: at most one of the properties.
    AtMostOneOf {
        /// The paths of the properties.
        properties: Vec<String>,
    },
}

/// The operand of a comparison of integers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ComparedWith {
    /// The integer at a path.
    Path(String),
    /// This integer, written as JSON.
    Value(String),
}

/// A condition of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExpectedCondition {
    /// The property at the path is set.
    Present(String),
    /// The property at the path is not set.
    Absent(String),
    /// The property at the path is set and equal.
    Is(String, ExpectedScalar),
    /// The property at the path is not set, or not equal.
    IsNot(String, ExpectedScalar),
    /// All of the conditions hold.
    All(Vec<Self>),
    /// At least one of the conditions holds.
    Any(Vec<Self>),
    /// The condition does not hold.
    Not(Box<Self>),
}

impl From<RuleExpectation> for Expected {
    fn from(expectation: RuleExpectation) -> Self {
        Self::Rule(expectation)
    }
}
