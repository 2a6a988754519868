//! A generated body: ordered, possibly not JSON, with what may be shrunk marked.

use crate::json::write::{ArrayWriter, ObjectWriter, string, write_string};
use crate::location::{Location, LocationSegment};
use crate::report::{ProblemKind, SyntaxError};

/// A body, and its problem, if it was generated with one.
#[derive(Debug, Clone)]
pub(super) struct Document {
    pub(super) root: ValueNode,
    pub(super) injected: Option<Injected>,
}

/// The one problem of a body.
#[derive(Debug, Clone)]
pub(super) struct Injected {
    pub(super) kind: ProblemKind,
    pub(super) mutation: String,
    /// The member that is missing at the location of the problem.
    pub(super) missing: Option<&'static str>,
    pub(super) framing: Framing,
}

/// A change of the whole input.
#[derive(Debug, Clone, Copy)]
pub(super) enum Framing {
    Whole,
    /// Without its last character.
    Cut,
    /// With something before it.
    Before(&'static str),
    /// With something after it.
    After(&'static str),
}

/// A value of a body.
#[derive(Debug, Clone)]
pub(super) struct ValueNode {
    pub(super) json: NodeValue,
    pub(super) shrinkable: Shrinkable,
    /// Whether it can be shrunk to null.
    pub(super) nullable: bool,
    /// The code list of a number; empty if it is not a code.
    pub(super) codes: &'static [(i32, &'static str, &'static str)],
}

/// Whether a value may be changed while the body shrinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shrinkable {
    /// It may be shrunk and removed.
    Yes,
    /// It may be shrunk but not removed, since it contains the problem.
    Partially,
    /// It must stay as it is, since it is the problem.
    No,
}

#[derive(Debug, Clone)]
pub(super) enum NodeValue {
    Null,
    Boolean(bool),
    Int(i32),
    String(String),
    Array(Vec<ValueNode>),
    Object(Vec<NodeMember>),
    /// Raw input, which is never shrunk: other numbers, a `__type`, and what is not JSON.
    Raw(String),
}

#[derive(Debug, Clone)]
pub(super) struct NodeMember {
    pub(super) name: String,
    pub(super) value: ValueNode,
    /// Whether it must not be removed.
    pub(super) required: bool,
}

impl Document {
    /// Returns the body without white space.
    pub(super) fn to_json(&self) -> String {
        let mut out = self.root.to_json();
        match self.injected.as_ref().map_or(Framing::Whole, |injected| injected.framing) {
            Framing::Whole => {}
            Framing::Cut => drop(out.pop()),
            Framing::Before(before) => out.insert_str(0, before),
            Framing::After(after) => out.push_str(after),
        }
        out
    }

    /// Returns the location of the problem as a JSON Pointer.
    pub(super) fn pointer(&self) -> String {
        let Some(injected) = &self.injected else { return String::new() };
        if matches!(injected.kind, ProblemKind::Syntax(_)) {
            return String::new();
        }
        let mut location = Location::default();
        let mut node = &self.root;
        while let Some((segment, marked)) = node.marked() {
            location.0.push(segment);
            node = marked;
        }
        location.0.extend(injected.missing.map(|name| LocationSegment::Member(name.into())));
        location.pointer()
    }
}

impl Injected {
    pub(super) fn new(kind: ProblemKind, mutation: impl Into<String>) -> Self {
        Self { kind, mutation: mutation.into(), missing: None, framing: Framing::Whole }
    }

    pub(super) fn missing(kind: ProblemKind, name: &'static str, mutation: &str) -> Self {
        Self { missing: Some(name), ..Self::new(kind, mutation) }
    }

    pub(super) fn framed(error: SyntaxError, framing: Framing, mutation: &str) -> Self {
        Self { framing, ..Self::new(ProblemKind::Syntax(error), mutation) }
    }
}

impl NodeValue {
    /// A text that stays as it is.
    pub(super) fn quoted(text: &str) -> Self {
        Self::Raw(string(text))
    }
}

impl ValueNode {
    pub(super) fn new(json: NodeValue) -> Self {
        Self { json, shrinkable: Shrinkable::Yes, nullable: false, codes: &[] }
    }

    pub(super) fn fixed(json: NodeValue) -> Self {
        Self { shrinkable: Shrinkable::No, ..Self::new(json) }
    }

    /// Returns the value without white space.
    pub(super) fn to_json(&self) -> String {
        let mut out = String::new();
        write(self, &mut out);
        out
    }

    /// The step towards the fault.
    fn marked(&self) -> Option<(LocationSegment, &Self)> {
        match &self.json {
            NodeValue::Array(items) => {
                let index = items.iter().position(Self::is_marked)?;
                Some((LocationSegment::Index(index), &items[index]))
            }
            NodeValue::Object(members) => {
                let member = members.iter().find(|member| member.value.is_marked())?;
                Some((LocationSegment::Member(member.name.clone().into()), &member.value))
            }
            NodeValue::Null | NodeValue::Boolean(_) | NodeValue::Int(_) | NodeValue::String(_) | NodeValue::Raw(_) => {
                None
            }
        }
    }

    fn is_marked(&self) -> bool {
        self.shrinkable != Shrinkable::Yes
    }
}

/// Writes a value; tables and the depth of what they do not list bound the recursion.
fn write(node: &ValueNode, text: &mut String) {
    match &node.json {
        NodeValue::Null => text.push_str("null"),
        NodeValue::Boolean(value) => text.push_str(if *value { "true" } else { "false" }),
        NodeValue::Int(value) => text.push_str(&value.to_string()),
        NodeValue::String(value) => write_string(value, text),
        NodeValue::Raw(raw) => text.push_str(raw),
        NodeValue::Array(items) => {
            let mut array = ArrayWriter::new(text);
            items.iter().for_each(|item| write(item, array.item()));
            array.end();
        }
        NodeValue::Object(members) => {
            let mut object = ObjectWriter::new(text);
            members.iter().for_each(|member| write(&member.value, object.member(&member.name)));
            object.end();
        }
    }
}
