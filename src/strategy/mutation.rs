//! What can be done to a valid body so that one thing is wrong with it, and to which of its places.

use super::body::{Frame, Json, Node, Wrong};
use super::draw::Draw;
use crate::report::{Fault, SyntaxError};
use crate::wire::fill::{TYPE, Wire};
use crate::wire::shape::{Direction, Member, Shape};
use crate::wire::{ConfigurationError, Error, Kind, UnlistedError, listed_urns};

/// A way to break a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mutation {
    // Of a value.
    Null,
    WrongKind,
    Fraction,
    Beyond32Bits,
    BeyondDouble,
    UnlistedCode,
    Syntax,
    // Of a member.
    Missing,
    Repeated,
    // Of an object.
    UnlistedMember,
    RepeatedUnlisted,
    RepeatedWithin,
    BeyondDoubleWithin,
    WrongType,
    RepeatedType,
    Untagged,
    // Of the whole text.
    Text,
}

impl Mutation {
    const ALL: [Self; 17] = [
        Self::Null,
        Self::WrongKind,
        Self::Fraction,
        Self::Beyond32Bits,
        Self::BeyondDouble,
        Self::UnlistedCode,
        Self::Syntax,
        Self::Missing,
        Self::Repeated,
        Self::UnlistedMember,
        Self::RepeatedUnlisted,
        Self::RepeatedWithin,
        Self::BeyondDoubleWithin,
        Self::WrongType,
        Self::RepeatedType,
        Self::Untagged,
        Self::Text,
    ];

    /// What stands in a value's place, if the mutation is of a value.
    pub(super) fn instead(self, shape: &Shape, draw: &mut Draw<'_>) -> Option<(Node, Wrong)> {
        let (json, wrong) = match self {
            Self::Null => (Json::Null, Wrong::new(Fault::Null, "null where it may not be")),
            Self::WrongKind => wrong_kind(shape.kind, draw),
            Self::Fraction => spelled(&["0.5", "1.5", "-0.1", "10.000001", "1e-1"], "a number with a fraction", draw),
            Self::Beyond32Bits => {
                let numbers = ["2147483648", "-2147483649", "3e9", "12345678901234567890", "1e300"];
                spelled(&numbers, "a number beyond 32 bits", draw)
            }
            Self::BeyondDouble => beyond_double(draw),
            Self::UnlistedCode => {
                let wrong = Wrong::new(Fault::UnlistedCode, format!("a code that {} lacks", shape.name));
                (Json::Int(draw.unlisted_code(shape.codes)), wrong)
            }
            Self::Syntax => {
                let (text, error) = *draw.of(NO_JSON);
                let wrong = Wrong::new(Fault::Syntax(error), format!("no JSON in place of a value: {text:?}"));
                (Json::Spelled(text.to_owned()), wrong)
            }
            Self::Missing
            | Self::Repeated
            | Self::UnlistedMember
            | Self::RepeatedUnlisted
            | Self::RepeatedWithin
            | Self::BeyondDoubleWithin
            | Self::WrongType
            | Self::RepeatedType
            | Self::Untagged
            | Self::Text => return None,
        };
        Some((Node::frozen(json), wrong))
    }
}

/// A body that can be grown: its type, which way it goes, and what can go wrong where.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) shape: &'static Shape,
    pub(super) direction: Direction,
    /// Whether it is one of several representations, told by its `__type`.
    pub(super) told_by_type: bool,
    /// The mutations that it takes, and the places that take them.
    pub(super) mutations: Vec<(Mutation, Vec<u16>)>,
}

impl Plan {
    pub(super) fn new(shape: &'static Shape, direction: Direction, told_by_type: bool) -> Self {
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
        shape: &'static Shape,
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
    fn takes(&self, mutation: Mutation, shape: &Shape, member: Option<&Member>, place: u16) -> bool {
        let is_object = shape.kind == Kind::Object;
        // The table of an unlisted error has its type as a member.
        let takes_tag = is_object && !shape.urn.is_empty();
        // With another type it would be another error, and nothing might be wrong.
        let tells = self.told_by_type && member.is_some_and(|member| member.name == TYPE);
        match mutation {
            Mutation::Syntax => true,
            Mutation::Repeated => member.is_some(),
            Mutation::Null => place > 0 && !tells && member.is_none_or(|member| !member.nullable),
            Mutation::WrongKind | Mutation::BeyondDouble => !tells,
            Mutation::Fraction | Mutation::Beyond32Bits => shape.kind == Kind::Int,
            Mutation::UnlistedCode => self.direction == Direction::Request && !shape.codes.is_empty(),
            Mutation::Missing => !tells && member.is_some_and(|member| member.required.holds(self.direction)),
            Mutation::UnlistedMember => is_object && self.direction == Direction::Request,
            Mutation::RepeatedUnlisted | Mutation::RepeatedWithin | Mutation::BeyondDoubleWithin => {
                is_object && self.direction == Direction::Answer
            }
            Mutation::WrongType | Mutation::RepeatedType => takes_tag,
            Mutation::Untagged => shape.tagged && !self.told_by_type,
            // A number that is cut may be a number still.
            Mutation::Text => place == 0 && shape.kind != Kind::Int,
        }
    }

    /// What says another type than the object's.
    pub(super) fn wrong_type(&self, shape: &Shape, place: u16, draw: &mut Draw<'_>) -> Json {
        if draw.one_in(3) {
            return draw.of(&[Json::Null, Json::Int(1), Json::Boolean(true), Json::List(Vec::new())]).clone();
        }
        let urns = listed_urns().into_iter().filter(|urn| *urn != shape.urn);
        let urns: Vec<_> = if self.told_by_type && place == 0 {
            // Under an unlisted URN, and under that of an error, it would be another error.
            urns.filter(|urn| errors().iter().all(|error| error.urn != *urn)).collect()
        } else {
            urns.chain(["", "urn:example.com:common:another", "__type"]).collect()
        };
        Json::Text((*draw.of(&urns)).to_owned())
    }
}

/// What a body that its `__type` tells may be.
pub(super) fn errors() -> [&'static Shape; 3] {
    [Error::SHAPE, ConfigurationError::SHAPE, UnlistedError::SHAPE]
}

/// A value of another kind than this one.
fn wrong_kind(kind: Kind, draw: &mut Draw<'_>) -> (Json, Wrong) {
    let kinds = [Kind::Boolean, Kind::Int, Kind::Text, Kind::List, Kind::Object];
    let kinds: Vec<_> = kinds.into_iter().filter(|other| *other != kind).collect();
    let other = *draw.of(&kinds);
    let json = match other {
        Kind::Boolean => Json::Boolean(draw.one_in(2)),
        Kind::Text => Json::Text((*draw.of(&["", "0", "true", "null", "é"])).to_owned()),
        Kind::List => Json::Spelled((*draw.of(&["[]", "[null]", "[[0]]"])).to_owned()),
        Kind::Object => Json::Spelled((*draw.of(&["{}", r#"{"actualValue":null}"#])).to_owned()),
        Kind::Int => Json::Int(*draw.of(&[0, 1, -1])),
    };
    (json, Wrong::new(Fault::WrongKind, format!("{} in place of {}", other.name(), kind.name())))
}

/// A number that no double holds.
pub(super) fn beyond_double(draw: &mut Draw<'_>) -> (Json, Wrong) {
    spelled(&["1e400", "-1e400", "0.1e999999"], "a number beyond a double", draw)
}

fn spelled(numbers: &[&str], done: &str, draw: &mut Draw<'_>) -> (Json, Wrong) {
    (Json::Spelled((*draw.of(numbers)).to_owned()), Wrong::new(Fault::WrongKind, done))
}

/// A text that is no JSON as a whole.
pub(super) fn no_json(draw: &mut Draw<'_>) -> Wrong {
    match draw.below(4) {
        0 => Wrong::framed(SyntaxError::End, Frame::Cut, "the last character is missing"),
        1 => Wrong::framed(SyntaxError::ByteOrderMark, Frame::Before("\u{feff}"), "a byte order mark before the body"),
        _ => {
            let behind = draw.of(&["}", "]", ",", " null", "\0", "//"]);
            Wrong::framed(SyntaxError::Trailing, Frame::Behind(behind), "something behind the body")
        }
    }
}

/// What is no JSON wherever a value is expected, and why.
const NO_JSON: &[(&str, SyntaxError)] = &[
    ("NaN", SyntaxError::Value),
    ("-Infinity", SyntaxError::Number),
    ("undefined", SyntaxError::Value),
    ("True", SyntaxError::Value),
    ("'a'", SyntaxError::Value),
    ("+1", SyntaxError::Value),
    (".5", SyntaxError::Value),
    ("01", SyntaxError::Number),
    ("1.e1", SyntaxError::Number),
    ("\"\t\"", SyntaxError::Control),
    (r#""\x41""#, SyntaxError::Escape),
    (r#""\ud800""#, SyntaxError::Surrogate),
    (r#""\udc00\ud800""#, SyntaxError::Surrogate),
    ("[0 0]", SyntaxError::ItemEnd),
    ("[0,]", SyntaxError::Value),
    (r#"{"a" 0}"#, SyntaxError::Colon),
    ("{a:0}", SyntaxError::Name),
    (r#"{"a":0,}"#, SyntaxError::Name),
    (r#"{"a":0 "b":0}"#, SyntaxError::MemberEnd),
    (r#"{"a":0]"#, SyntaxError::MemberEnd),
    ("/**/0", SyntaxError::Value),
    (DEEP, SyntaxError::Depth),
];

/// One container more than may stand in each other.
const DEEP: &str = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";
