//! Typed access to the values of rule files and directory files, and the problems where they have another type.

use super::{FileObject, LoadExpected, LoadProblem};
use crate::json::number::Number;
use crate::json::tree::{Json, Member, Tree};
use crate::suggest::nearest;

pub(crate) fn string<'t>(tree: &'t Tree<'_>) -> Result<&'t str, LoadProblem> {
    match &tree.json {
        Json::String(string) => Ok(string),
        _ => Err(LoadProblem::value(tree, LoadExpected::String)),
    }
}

/// Returns a number of any size whose value is an integer.
pub(crate) fn integer<'a>(tree: &Tree<'a>) -> Result<Number<'a>, LoadProblem> {
    match tree.json {
        Json::Number(text) => Some(Number::from_json(text)).filter(|number| number.is_integral()),
        _ => None,
    }
    .ok_or_else(|| LoadProblem::value(tree, LoadExpected::Integer))
}

/// Returns an integer of at least 0.
pub(crate) fn count(tree: &Tree<'_>) -> Result<u64, LoadProblem> {
    let count = integer(tree).ok().and_then(|number| number.to_i128()?.try_into().ok());
    count.ok_or_else(|| LoadProblem::value(tree, LoadExpected::Count))
}

pub(crate) fn boolean(tree: &Tree<'_>) -> Result<bool, LoadProblem> {
    match tree.json {
        Json::Boolean(value) => Ok(value),
        _ => Err(LoadProblem::value(tree, LoadExpected::Boolean)),
    }
}

pub(crate) fn array<'t, 'a>(tree: &'t Tree<'a>) -> Result<&'t [Tree<'a>], LoadProblem> {
    match &tree.json {
        Json::Array(items) => Ok(items),
        _ => Err(LoadProblem::value(tree, LoadExpected::Array)),
    }
}

/// An object, and the names that its members may have.
pub(crate) struct Object<'t, 'a, 'k> {
    tree: &'t Tree<'a>,
    members: &'t [Member<'a>],
    known: &'k [&'k str],
}

impl<'t, 'a, 'k> Object<'t, 'a, 'k> {
    /// Reports each unknown and each duplicate member.
    pub(crate) fn new(
        tree: &'t Tree<'a>,
        known: &'k [&'k str],
        what: FileObject,
        report: &mut dyn FnMut(LoadProblem),
    ) -> Result<Self, LoadProblem> {
        let Json::Object(members) = &tree.json else { return Err(LoadProblem::value(tree, LoadExpected::Object)) };
        for member in members {
            if member.repeated {
                report(LoadProblem::duplicate_member(member));
            } else if !known.contains(&&*member.name) {
                report(LoadProblem::unknown_member(
                    member,
                    LoadExpected::Member { object: what },
                    known.iter().copied(),
                ));
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
            None if !self.members.iter().any(is_misspelt) => Err(LoadProblem::missing_member(self.tree, name)),
            value => Ok(value),
        }
    }
}
