//! What can be done to a valid body so that one thing is wrong with it, and to which of its places.

use super::body::{Finding, Frame, Json, ValueRef};
use super::draw::Draw;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::{ConfigurationError, Error, Kind, UnknownError, known_urns};
use crate::descriptor::{Direction, Member, TypeDescriptor};
use crate::report::UnexpectedToken::{Character, Number, String, UnknownWord, Word};
use crate::report::{Comment, Position, ProblemKind, SyntaxError, Unclosed};

/// A way to break a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mutation {
    // Of a value.
    Null,
    Type,
    Fraction,
    OutOfRangeI32,
    OutOfRangeF64,
    UnknownCode,
    Syntax,
    // Of a member.
    Missing,
    Repeated,
    // Of an object.
    UnknownMember,
    RepeatedUnlisted,
    RepeatedWithin,
    BeyondDoubleWithin,
    TypeTag,
    RepeatedType,
    Untagged,
    // Of the whole text.
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
        Self::Missing,
        Self::Repeated,
        Self::UnknownMember,
        Self::RepeatedUnlisted,
        Self::RepeatedWithin,
        Self::BeyondDoubleWithin,
        Self::TypeTag,
        Self::RepeatedType,
        Self::Untagged,
        Self::Input,
    ];

    /// What stands in a value's place, if the mutation is of a value.
    pub(super) fn instead(self, shape: &TypeDescriptor, draw: &mut Draw<'_>) -> Option<(ValueRef, Finding)> {
        let (json, wrong) = match self {
            Self::Null => (Json::Null, Finding::new(ProblemKind::Null, "null where it may not be")),
            Self::Type => wrong_kind(shape.kind, draw),
            Self::Fraction => spelled(&["0.5", "1.5", "-0.1", "10.000001", "1e-1"], "a number with a fraction", draw),
            Self::OutOfRangeI32 => {
                let numbers = ["2147483648", "-2147483649", "3e9", "12345678901234567890", "1e300"];
                spelled(&numbers, "a number beyond 32 bits", draw)
            }
            Self::OutOfRangeF64 => out_of_range_f64(draw),
            Self::UnknownCode => {
                let wrong = Finding::new(ProblemKind::UnknownCode, format!("a code that {} lacks", shape.name));
                (Json::Int(draw.unlisted_code(shape.codes)), wrong)
            }
            Self::Syntax => {
                let (text, error) = *draw.of(NO_JSON);
                let wrong = Finding::new(ProblemKind::Syntax(error), format!("no JSON in place of a value: {text:?}"));
                (Json::Spelled(text.to_owned()), wrong)
            }
            Self::Missing
            | Self::Repeated
            | Self::UnknownMember
            | Self::RepeatedUnlisted
            | Self::RepeatedWithin
            | Self::BeyondDoubleWithin
            | Self::TypeTag
            | Self::RepeatedType
            | Self::Untagged
            | Self::Input => return None,
        };
        Some((ValueRef::frozen(json), wrong))
    }
}

/// A body that can be grown: its type, which way it goes, and what can go wrong where.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) shape: &'static TypeDescriptor,
    pub(super) direction: Direction,
    /// Whether it is one of several representations, told by its `__type`.
    pub(super) told_by_type: bool,
    /// The mutations that it takes, and the places that take them.
    pub(super) mutations: Vec<(Mutation, Vec<u16>)>,
}

impl Plan {
    pub(super) fn new(shape: &'static TypeDescriptor, direction: Direction, told_by_type: bool) -> Self {
        let mut plan = Self { shape, direction, told_by_type, mutations: Vec::new() };
        for mutation in Mutation::ALL {
            let mut places = Vec::new();
            plan.places(mutation, shape, None, 0, &mut places);
            if !places.is_empty() {
                plan.mutations.push((mutation, places));
            }
        }
        plan
    }

    fn places(
        &self,
        mutation: Mutation,
        shape: &'static TypeDescriptor,
        member: Option<&Member>,
        mut place: u16,
        places: &mut Vec<u16>,
    ) {
        if self.takes(mutation, shape, member, place) {
            places.push(place);
        }
        place += 1;
        for member in shape.members {
            self.places(mutation, member.shape, Some(member), place, places);
            place += member.shape.places;
        }
        if let Some(item) = shape.item {
            self.places(mutation, item, None, place, places);
        }
    }

    /// Whether the value at a place, an item or the root where it is no member's, takes a mutation.
    fn takes(&self, mutation: Mutation, shape: &TypeDescriptor, member: Option<&Member>, place: u16) -> bool {
        let is_object = shape.kind == Kind::Object;
        // An unknown error, a user and a list have their type as a member.
        let takes_tag = is_object && shape.member(TYPE).is_none();
        // With another type it would be another error, and nothing might be wrong.
        let tells = self.told_by_type && member.is_some_and(|member| member.name == TYPE);
        match mutation {
            Mutation::Syntax => true,
            Mutation::Repeated => member.is_some(),
            Mutation::Null => place > 0 && !tells && member.is_none_or(|member| !member.nullable),
            Mutation::Type | Mutation::OutOfRangeF64 => !tells,
            Mutation::Fraction | Mutation::OutOfRangeI32 => shape.kind == Kind::Int,
            Mutation::UnknownCode => self.direction == Direction::Request && !shape.codes.is_empty(),
            Mutation::Missing => !tells && member.is_some_and(|member| member.required.holds(self.direction)),
            Mutation::UnknownMember => is_object && self.direction == Direction::Request,
            Mutation::RepeatedUnlisted | Mutation::RepeatedWithin | Mutation::BeyondDoubleWithin => {
                is_object && self.direction == Direction::Response
            }
            Mutation::TypeTag | Mutation::RepeatedType => takes_tag,
            Mutation::Untagged => shape.tagged && !self.told_by_type,
            // A number that is cut may be a number still.
            Mutation::Input => place == 0 && shape.kind != Kind::Int,
        }
    }

    /// What says another type than the object's.
    pub(super) fn wrong_type(&self, shape: &TypeDescriptor, place: u16, draw: &mut Draw<'_>) -> Json {
        if draw.one_in(3) {
            return draw.of(&[Json::Null, Json::Int(1), Json::Boolean(true), Json::Array(Vec::new())]).clone();
        }
        let urns = known_urns().into_iter().filter(|urn| *urn != shape.urn);
        let urns: Vec<_> = if self.told_by_type && place == 0 {
            // Under an unlisted URN, and under that of an error, it would be another error.
            urns.filter(|urn| errors().iter().all(|error| error.urn != *urn)).collect()
        } else {
            urns.chain(["", "urn:example.com:common:another", "__type"]).collect()
        };
        Json::String((*draw.of(&urns)).to_owned())
    }
}

/// What a body that its `__type` tells may be.
pub(super) fn errors() -> [&'static TypeDescriptor; 3] {
    [Error::SHAPE, ConfigurationError::SHAPE, UnknownError::SHAPE]
}

/// A value of another kind than this one.
fn wrong_kind(kind: Kind, draw: &mut Draw<'_>) -> (Json, Finding) {
    let kinds = [Kind::Boolean, Kind::Int, Kind::String, Kind::Array, Kind::Object];
    let kinds: Vec<_> = kinds.into_iter().filter(|other| *other != kind).collect();
    let other = *draw.of(&kinds);
    let json = match other {
        Kind::Boolean => Json::Boolean(draw.one_in(2)),
        Kind::String => Json::String((*draw.of(&["", "0", "true", "null", "é"])).to_owned()),
        Kind::Array => Json::Spelled((*draw.of(&["[]", "[null]", "[[0]]"])).to_owned()),
        Kind::Object => Json::Spelled((*draw.of(&["{}", r#"{"actualValue":null}"#])).to_owned()),
        Kind::Int => Json::Int(*draw.of(&[0, 1, -1])),
    };
    (json, Finding::new(ProblemKind::Type, format!("{} in place of {}", other.name(), kind.name())))
}

/// A number that no double holds.
pub(super) fn out_of_range_f64(draw: &mut Draw<'_>) -> (Json, Finding) {
    spelled(&["1e400", "-1e400", "0.1e999999"], "a number beyond a double", draw)
}

fn spelled(numbers: &[&str], done: &str, draw: &mut Draw<'_>) -> (Json, Finding) {
    (Json::Spelled((*draw.of(numbers)).to_owned()), Finding::new(ProblemKind::Type, done))
}

/// A text that is no JSON as a whole.
pub(super) fn no_json(kind: Kind, draw: &mut Draw<'_>) -> Finding {
    match draw.below(4) {
        0 => {
            let delimiter = if kind == Kind::String { '"' } else { '{' };
            let unclosed = Unclosed { delimiter, offset: 0, position: Position::default() };
            Finding::framed(SyntaxError::UnexpectedEof(Some(unclosed)), Frame::Cut, "the last character is missing")
        }
        1 => {
            Finding::framed(SyntaxError::ByteOrderMark, Frame::Before("\u{feff}"), "a byte order mark before the body")
        }
        _ => {
            let (behind, error) = *draw.of(BEHIND);
            Finding::framed(error, Frame::Behind(behind), "something behind the body")
        }
    }
}

/// What is not allowed after a value, and why.
const BEHIND: &[(&str, SyntaxError)] = &[
    ("}", SyntaxError::TrailingCharacters(Character('}'))),
    ("]", SyntaxError::TrailingCharacters(Character(']'))),
    (",", SyntaxError::TrailingCharacters(Character(','))),
    (" null", SyntaxError::TrailingCharacters(Word("null"))),
    ("\0", SyntaxError::TrailingCharacters(Character('\0'))),
    ("//", SyntaxError::Comment(Comment::Line)),
];

/// What is no JSON wherever a value is expected, and why.
const NO_JSON: &[(&str, SyntaxError)] = &[
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

/// One container more than may stand in each other.
const DEEP: &str = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";
