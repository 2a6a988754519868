//! A JSON body in the making: ordered, able to hold what is no JSON, and aware of what may be made smaller.

use crate::json::write::{ArrayWriter, ObjectWriter, string, write_string};
use crate::location::{Location, LocationSegment};
use crate::report::{ProblemKind, SyntaxError};

/// A body, and what is wrong with it, if it was made to be wrong.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub(super) root: ValueRef,
    pub(super) wrong: Option<Finding>,
}

/// The one fault of a body.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) fault: ProblemKind,
    pub(super) done: String,
    /// A member that is absent from where the fault is held.
    pub(super) absent: Option<&'static str>,
    pub(super) frame: Frame,
}

/// What is done to the text as a whole.
#[derive(Debug, Clone, Copy)]
pub(super) enum Frame {
    Whole,
    /// The last character is missing.
    Cut,
    /// Something stands before it.
    Before(&'static str),
    /// Something stands behind it.
    Behind(&'static str),
}

#[derive(Debug, Clone)]
pub(super) struct ValueRef {
    pub(super) json: Json,
    pub(super) hold: Hold,
    /// Whether null is a smaller value.
    pub(super) nullable: bool,
    /// The codes that a number is taken from; empty where it is no code.
    pub(super) codes: &'static [(i32, &'static str, &'static str)],
}

/// What a search for a smaller body may do to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// Make it smaller, or take it out.
    Free,
    /// Make it smaller: the fault is in it.
    Kept,
    /// Nothing: it is the fault.
    Frozen,
}

#[derive(Debug, Clone)]
pub(super) enum Json {
    Null,
    Boolean(bool),
    Int(i32),
    String(String),
    Array(Vec<ValueRef>),
    Object(Vec<Member>),
    /// Text as it stands, which never gets smaller: any other number, a `__type`, and what is no JSON.
    Spelled(String),
}

#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) value: ValueRef,
    /// Whether the object is another one without it.
    pub(super) required: bool,
}

impl Body {
    /// The body as JSON text without white space.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        write(&self.root, &mut text);
        match self.wrong.as_ref().map_or(Frame::Whole, |wrong| wrong.frame) {
            Frame::Whole => {}
            Frame::Cut => drop(text.pop()),
            Frame::Before(before) => text.insert_str(0, before),
            Frame::Behind(behind) => text.push_str(behind),
        }
        text
    }

    /// Where the fault is.
    pub(super) fn pointer(&self) -> String {
        let Some(wrong) = &self.wrong else { return String::new() };
        if matches!(wrong.fault, ProblemKind::Syntax(_)) {
            return String::new();
        }
        let mut place = Location::default();
        let mut node = &self.root;
        while let Some((segment, held)) = node.held() {
            place.0.push(segment);
            node = held;
        }
        place.0.extend(wrong.absent.map(|name| LocationSegment::Member(name.into())));
        place.pointer()
    }
}

impl Finding {
    pub(super) fn new(fault: ProblemKind, done: impl Into<String>) -> Self {
        Self { fault, done: done.into(), absent: None, frame: Frame::Whole }
    }

    pub(super) fn absent(fault: ProblemKind, name: &'static str, done: &str) -> Self {
        Self { absent: Some(name), ..Self::new(fault, done) }
    }

    pub(super) fn framed(error: SyntaxError, frame: Frame, done: &str) -> Self {
        Self { frame, ..Self::new(ProblemKind::Syntax(error), done) }
    }
}

impl Json {
    /// A text that stays as it is.
    pub(super) fn quoted(text: &str) -> Self {
        Self::Spelled(string(text))
    }
}

impl ValueRef {
    pub(super) fn new(json: Json) -> Self {
        Self { json, hold: Hold::Free, nullable: false, codes: &[] }
    }

    pub(super) fn frozen(json: Json) -> Self {
        Self { hold: Hold::Frozen, ..Self::new(json) }
    }

    /// The step towards the fault.
    fn held(&self) -> Option<(LocationSegment, &Self)> {
        match &self.json {
            Json::Array(items) => {
                let index = items.iter().position(Self::is_held)?;
                Some((LocationSegment::Index(index), &items[index]))
            }
            Json::Object(members) => {
                let member = members.iter().find(|member| member.value.is_held())?;
                Some((LocationSegment::Member(member.name.clone().into()), &member.value))
            }
            Json::Null | Json::Boolean(_) | Json::Int(_) | Json::String(_) | Json::Spelled(_) => None,
        }
    }

    fn is_held(&self) -> bool {
        self.hold != Hold::Free
    }
}

/// Writes a value; tables and the depth of what they do not list bound the recursion.
fn write(node: &ValueRef, text: &mut String) {
    match &node.json {
        Json::Null => text.push_str("null"),
        Json::Boolean(value) => text.push_str(if *value { "true" } else { "false" }),
        Json::Int(value) => text.push_str(&value.to_string()),
        Json::String(value) => write_string(value, text),
        Json::Spelled(spelled) => text.push_str(spelled),
        Json::Array(items) => {
            let mut array = ArrayWriter::new(text);
            items.iter().for_each(|item| write(item, array.item()));
            array.end();
        }
        Json::Object(members) => {
            let mut object = ObjectWriter::new(text);
            members.iter().for_each(|member| write(&member.value, object.member(&member.name)));
            object.end();
        }
    }
}
