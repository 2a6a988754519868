//! The changes that give a valid body exactly one problem, and the slots where each is possible.

use super::document::{Framing, Injected, NodeValue, ValueNode};
use super::rng::{Rng, ValueStyle};
use super::typical;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::{ConfigurationError, Error, JsonType, UnknownError, known_urns};
use crate::descriptor::{Direction, MemberDescriptor, TypeDescriptor};
use crate::json::syntax_error::OpenBrackets;
use crate::report::UnexpectedToken::{Character, Number, String, UnknownWord, Word};
use crate::report::{Comment, Position, ProblemKind, SyntaxError, Unclosed};

/// A change that gives a valid body exactly one problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mutation {
    // A value is replaced.
    Null,
    Type,
    Fraction,
    OutOfRangeI32,
    OutOfRangeF64,
    UnknownCode,
    Syntax,
    // A member is removed or added.
    MissingMember,
    DuplicateMember,
    // A member of an object is added, changed or removed.
    UnknownMember,
    DuplicateUnknownMember,
    DuplicateInside,
    OutOfRangeInside,
    TypeTag,
    DuplicateTypeTag,
    MissingTypeTag,
    // The input as a whole is changed.
    Input,
}

impl Mutation {
    const ALL: [Self; 17] = [
        Self::Null,
        Self::Type,
        Self::Fraction,
        Self::OutOfRangeI32,
        Self::OutOfRangeF64,
        Self::UnknownCode,
        Self::Syntax,
        Self::MissingMember,
        Self::DuplicateMember,
        Self::UnknownMember,
        Self::DuplicateUnknownMember,
        Self::DuplicateInside,
        Self::OutOfRangeInside,
        Self::TypeTag,
        Self::DuplicateTypeTag,
        Self::MissingTypeTag,
        Self::Input,
    ];

    /// Returns the replacement of a value, if the mutation replaces values.
    pub(super) fn replacement(self, descriptor: &TypeDescriptor, rng: &mut Rng<'_>) -> Option<(ValueNode, Injected)> {
        let (json, injected) = match self {
            Self::Null => (NodeValue::Null, Injected::new(ProblemKind::Null, "null where it is not allowed")),
            Self::Type => other_type(descriptor.kind, rng),
            Self::Fraction => raw(&["0.5", "1.5", "-0.1", "10.000001", "1e-1"], "a non-integer number", rng),
            Self::OutOfRangeI32 => {
                let numbers = ["2147483648", "-2147483649", "3e9", "12345678901234567890", "1e300"];
                raw(&numbers, "a number out of range for i32", rng)
            }
            Self::OutOfRangeF64 => out_of_range_f64(rng),
            Self::UnknownCode => {
                let injected =
                    Injected::new(ProblemKind::UnknownCode, format!("a code that {} does not have", descriptor.name));
                (NodeValue::Int(rng.unknown_code(descriptor.codes)), injected)
            }
            Self::Syntax => {
                let (text, error) = *rng.choose(NOT_JSON);
                let injected = Injected::new(
                    ProblemKind::Syntax(error),
                    format!("{text:?} in place of a value, which is not JSON"),
                );
                (NodeValue::Raw(text.to_owned()), injected)
            }
            Self::MissingMember
            | Self::DuplicateMember
            | Self::UnknownMember
            | Self::DuplicateUnknownMember
            | Self::DuplicateInside
            | Self::OutOfRangeInside
            | Self::TypeTag
            | Self::DuplicateTypeTag
            | Self::MissingTypeTag
            | Self::Input => return None,
        };
        Some((ValueNode::fixed(json), injected))
    }
}

/// A type to generate bodies of, and the problems that they can have.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) descriptor: &'static TypeDescriptor,
    pub(super) direction: Direction,
    /// Whether the type is selected by `__type`.
    pub(super) selected_by_type_tag: bool,
    /// The possible mutations, each with the slots where it is possible.
    pub(super) mutations: Vec<(Mutation, Vec<u16>)>,
}

impl Plan {
    pub(super) fn new(
        descriptor: &'static TypeDescriptor,
        direction: Direction,
        selected_by_type_tag: bool,
        style: ValueStyle,
    ) -> Self {
        let mut plan = Self { descriptor, direction, selected_by_type_tag, mutations: Vec::new() };
        for mutation in Mutation::ALL {
            let mut slots = Vec::new();
            plan.slots(mutation, descriptor, None, 0, style, &mut slots);
            if !slots.is_empty() {
                plan.mutations.push((mutation, slots));
            }
        }
        plan
    }

    fn slots(
        &self,
        mutation: Mutation,
        descriptor: &'static TypeDescriptor,
        member: Option<&MemberDescriptor>,
        mut slot: u16,
        style: ValueStyle,
        slots: &mut Vec<u16>,
    ) {
        if self.takes(mutation, descriptor, member, slot) {
            slots.push(slot);
        }
        slot += 1;
        for member in descriptor.members {
            if style == ValueStyle::Mixed || typical::is_changed_by_hand(member.name, self.direction) {
                self.slots(mutation, member.descriptor, Some(member), slot, style, slots);
            }
            slot += member.descriptor.slot_count;
        }
        if let Some(item) = descriptor.item {
            self.slots(mutation, item, None, slot, style, slots);
        }
    }

    /// Returns whether a mutation is possible for the value of a member or, without one, for an item or the root.
    fn takes(
        &self,
        mutation: Mutation,
        descriptor: &TypeDescriptor,
        member: Option<&MemberDescriptor>,
        slot: u16,
    ) -> bool {
        let is_object = descriptor.kind == JsonType::Object;
        // An unknown error, a user and a list of users have `__type` as a documented member.
        let takes_tag = is_object && descriptor.member(TYPE).is_none();
        // With a different `__type` it would be a different error, possibly a valid one.
        let selects = self.selected_by_type_tag && member.is_some_and(|member| member.name == TYPE);
        match mutation {
            Mutation::Syntax => true,
            Mutation::DuplicateMember => member.is_some(),
            // A null `__type` has the wrong type.
            Mutation::Null => slot > 0 && member.is_none_or(|member| !member.nullable && member.name != TYPE),
            Mutation::Type | Mutation::OutOfRangeF64 => !selects,
            Mutation::Fraction | Mutation::OutOfRangeI32 => descriptor.kind == JsonType::Int,
            Mutation::UnknownCode => self.direction == Direction::Request && !descriptor.codes.is_empty(),
            Mutation::MissingMember => !selects && member.is_some_and(|member| member.required.holds(self.direction)),
            Mutation::UnknownMember => is_object && self.direction == Direction::Request,
            Mutation::DuplicateUnknownMember | Mutation::DuplicateInside | Mutation::OutOfRangeInside => {
                is_object && self.direction == Direction::Response
            }
            Mutation::TypeTag | Mutation::DuplicateTypeTag => takes_tag,
            Mutation::MissingTypeTag => descriptor.tagged && !self.selected_by_type_tag,
            // A number without its last digit is still a number.
            Mutation::Input => slot == 0 && descriptor.kind != JsonType::Int,
        }
    }

    /// Returns a wrong `__type` for the object.
    pub(super) fn other_urn(&self, descriptor: &TypeDescriptor, slot: u16, rng: &mut Rng<'_>) -> NodeValue {
        if rng.one_in(3) {
            return rng
                .choose(&[NodeValue::Null, NodeValue::Int(1), NodeValue::Boolean(true), NodeValue::Array(Vec::new())])
                .clone();
        }
        let urns = known_urns().into_iter().filter(|urn| *urn != descriptor.urn);
        let urns: Vec<_> = if self.selected_by_type_tag && slot == 0 {
            // With an unknown URN, or the URN of another error, it would be a different error.
            urns.filter(|urn| errors().iter().all(|error| error.urn != *urn)).collect()
        } else {
            urns.chain(["", "urn:example.com:common:another", "__type"]).collect()
        };
        NodeValue::String((*rng.choose(&urns)).to_owned())
    }
}

/// Returns the types of an error body, from which `__type` selects.
pub(super) fn errors() -> [&'static TypeDescriptor; 3] {
    [Error::DESCRIPTOR, ConfigurationError::DESCRIPTOR, UnknownError::DESCRIPTOR]
}

/// Returns a value of a different type.
fn other_type(kind: JsonType, rng: &mut Rng<'_>) -> (NodeValue, Injected) {
    let kinds = [JsonType::Boolean, JsonType::Int, JsonType::String, JsonType::Array, JsonType::Object];
    let kinds: Vec<_> = kinds.into_iter().filter(|other| *other != kind).collect();
    let other = *rng.choose(&kinds);
    let json = match other {
        JsonType::Boolean => NodeValue::Boolean(rng.one_in(2)),
        JsonType::String => NodeValue::String((*rng.choose(&["", "0", "true", "null", "é"])).to_owned()),
        JsonType::Array => NodeValue::Raw((*rng.choose(&["[]", "[null]", "[[0]]"])).to_owned()),
        JsonType::Object => NodeValue::Raw((*rng.choose(&["{}", r#"{"actualValue":null}"#])).to_owned()),
        JsonType::Int => NodeValue::Int(*rng.choose(&[0, 1, -1])),
    };
    (json, Injected::new(ProblemKind::Type, format!("{} in place of {}", other.name(), kind.name())))
}

/// Returns a number out of range for f64.
pub(super) fn out_of_range_f64(rng: &mut Rng<'_>) -> (NodeValue, Injected) {
    raw(&["1e400", "-1e400", "0.1e999999"], "a number out of range for f64", rng)
}

fn raw(numbers: &[&str], mutation: &str, rng: &mut Rng<'_>) -> (NodeValue, Injected) {
    (NodeValue::Raw((*rng.choose(numbers)).to_owned()), Injected::new(ProblemKind::Type, mutation))
}

/// Returns a change of the whole input that makes it invalid JSON.
pub(super) fn not_json(kind: JsonType, rng: &mut Rng<'_>) -> Injected {
    match rng.below(4) {
        0 => {
            let delimiter = if kind == JsonType::String { '"' } else { '{' };
            let unclosed =
                Unclosed { delimiter, offset: 0, position: Position::default(), around: OpenBrackets::default() };
            Injected::framed(SyntaxError::UnexpectedEof(Some(unclosed)), Framing::Cut, "the last character is missing")
        }
        1 => Injected::framed(
            SyntaxError::ByteOrderMark,
            Framing::Before("\u{feff}"),
            "a byte order mark before the body",
        ),
        _ => {
            let (after, error) = *rng.choose(TRAILING);
            Injected::framed(error, Framing::After(after), "something after the body")
        }
    }
}

/// Text that is not allowed after a value, and the error.
const TRAILING: &[(&str, SyntaxError)] = &[
    ("}", SyntaxError::TrailingCharacters(Character('}'))),
    ("]", SyntaxError::TrailingCharacters(Character(']'))),
    (",", SyntaxError::TrailingCharacters(Character(','))),
    (" null", SyntaxError::TrailingCharacters(Word("null"))),
    ("\0", SyntaxError::TrailingCharacters(Character('\0'))),
    ("//", SyntaxError::Comment(Comment::Line)),
];

/// Text that is not JSON where a value is expected, and the error.
const NOT_JSON: &[(&str, SyntaxError)] = &[
    ("NaN", SyntaxError::ExpectedValue(Word("NaN"))),
    ("-Infinity", SyntaxError::InvalidNumber(Word("Infinity"))),
    ("undefined", SyntaxError::ExpectedValue(Word("undefined"))),
    ("True", SyntaxError::ExpectedValue(Word("True"))),
    ("'a'", SyntaxError::ExpectedValue(Character('\''))),
    ("+1", SyntaxError::ExpectedValue(Character('+'))),
    (".5", SyntaxError::ExpectedValue(Character('.'))),
    ("01", SyntaxError::LeadingZero),
    ("1.e1", SyntaxError::InvalidNumber(Character('e'))),
    ("\"\t\"", SyntaxError::ControlCharacter('\t')),
    (r#""\x41""#, SyntaxError::InvalidEscape('x')),
    (r#""\u00e""#, SyntaxError::InvalidUnicodeEscape('"')),
    (r#""\ud800""#, SyntaxError::LoneSurrogate(0xd800)),
    (r#""\udc00\ud800""#, SyntaxError::LoneSurrogate(0xdc00)),
    ("[0 0]", SyntaxError::ExpectedCommaOrBracket(Number)),
    ("[0,]", SyntaxError::TrailingComma),
    (r#"{"a" 0}"#, SyntaxError::ExpectedColon(Number)),
    ("{a:0}", SyntaxError::ExpectedKey(UnknownWord)),
    (r#"{"a":0,}"#, SyntaxError::TrailingComma),
    (r#"{"a":0 "b":0}"#, SyntaxError::ExpectedCommaOrBrace(String)),
    (r#"{"a":0;}"#, SyntaxError::ExpectedCommaOrBrace(Character(';'))),
    ("/**/0", SyntaxError::Comment(Comment::Block)),
    (DEEP, SyntaxError::RecursionLimit),
];

/// One container more than the maximum nesting depth.
const DEEP: &str = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";
