//! Typed access to the values of rule files and directory files, and the problems where they have another type.

use super::LoadProblem;
use crate::json::number::Number;
use crate::json::tree::{Json, Member, Tree};
use crate::report::Unexpected;
use crate::suggest::nearest;

/// Returns the problem of a value in the place of another one.
pub(crate) fn expected(tree: &Tree<'_>, what: &str) -> LoadProblem {
    LoadProblem::new(tree.at, format!("expected {what}, found {}", found(&tree.json)))
}

/// Describes a value of a file: a number or a boolean by itself, which is not a secret there, anything else by its
/// type.
pub(crate) fn found(json: &Json<'_>) -> String {
    match json {
        Json::Number(text) if text.len() <= 40 => (*text).to_owned(),
        Json::Boolean(value) => value.to_string(),
        other => Unexpected::from(other).to_string(),
    }
}

pub(crate) fn string<'t>(tree: &'t Tree<'_>) -> Result<&'t str, LoadProblem> {
    match &tree.json {
        Json::String(string) => Ok(string),
        _ => Err(expected(tree, "a string")),
    }
}

/// Returns a number of any size whose value is an integer.
pub(crate) fn integer<'a>(tree: &Tree<'a>) -> Result<Number<'a>, LoadProblem> {
    match tree.json {
        Json::Number(text) => Some(Number::from_json(text)).filter(|number| number.is_integral()),
        _ => None,
    }
    .ok_or_else(|| expected(tree, "an integer"))
}

/// Returns an integer of at least 0.
pub(crate) fn count(tree: &Tree<'_>) -> Result<u64, LoadProblem> {
    let count = integer(tree).ok().and_then(|number| number.to_i128()?.try_into().ok());
    count.ok_or_else(|| expected(tree, "an integer of at least 0"))
}

pub(crate) fn boolean(tree: &Tree<'_>) -> Result<bool, LoadProblem> {
    match tree.json {
        Json::Boolean(value) => Ok(value),
        _ => Err(expected(tree, "a boolean")),
    }
}

pub(crate) fn array<'t, 'a>(tree: &'t Tree<'a>) -> Result<&'t [Tree<'a>], LoadProblem> {
    match &tree.json {
        Json::Array(items) => Ok(items),
        _ => Err(expected(tree, "an array")),
    }
}

/// An object, and the names that its members may have.
pub(crate) struct Object<'t, 'a, 'k> {
    tree: &'t Tree<'a>,
    members: &'t [Member<'a>],
    known: &'k [&'k str],
}

impl<'t, 'a, 'k> Object<'t, 'a, 'k> {
    /// Reports each unknown and each duplicate member; `what` names a member of such an object.
    pub(crate) fn new(
        tree: &'t Tree<'a>,
        known: &'k [&'k str],
        what: &str,
        report: &mut dyn FnMut(LoadProblem),
    ) -> Result<Self, LoadProblem> {
        let Json::Object(members) = &tree.json else { return Err(expected(tree, "an object")) };
        for member in members {
            if member.repeated {
                report(LoadProblem::repeated(member));
            } else if !known.contains(&&*member.name) {
                report(LoadProblem::unknown_member(member, what, known.iter().copied()));
            }
        }
        Ok(Self { tree, members, known })
    }

    /// Returns where the object is in the text.
    pub(crate) fn at(&self) -> usize {
        self.tree.at
    }

    /// Returns the value of a member, the first one if there are several.
    pub(crate) fn get(&self, name: &str) -> Option<&'t Tree<'a>> {
        self.members.iter().find(|member| member.name == name).map(|member| &member.value)
    }

    /// Returns the value of a member that must be there; `None` where it is missing because its name is misspelt, which
    /// is reported already.
    pub(crate) fn required(&self, name: &str) -> Result<Option<&'t Tree<'a>>, LoadProblem> {
        let is_misspelt = |member: &Member<'_>| {
            let is_unknown = !self.known.contains(&&*member.name);
            is_unknown && nearest(&member.name, self.known.iter().copied()) == Some(name)
        };
        match self.get(name) {
            None if !self.members.iter().any(is_misspelt) => Err(LoadProblem::missing(self.tree, name)),
            value => Ok(value),
        }
    }
}
