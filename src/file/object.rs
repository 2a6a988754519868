//! Typed access to the values of rule files and directory files, with problems for values of another type.

use super::synonyms::meant;
use super::{LoadExpected, LoadProblem};
use crate::json::escape::Escaped;
use crate::json::number::Number;
use crate::json::tree::{Json, Tree, TreeMember};
use crate::json::write;
use crate::suggest::nearest;
use crate::vocabulary::{WordEnum, from_word};

pub(crate) fn string<'t>(tree: &'t Tree<'_>) -> Result<&'t str, LoadProblem> {
    match &tree.json {
        Json::String(string) => Ok(string),
        json => {
            let help = id_of(json).map(|id| format!("write it alone: `{id}`"));
            Err(LoadProblem::value(tree, LoadExpected::String).with_help_if(help))
        }
    }
}

/// Returns the id or name that an object has, as JSON.
fn id_of(json: &Json<'_>) -> Option<String> {
    const MAX: usize = 60;
    let Json::Object(members) = json else { return None };
    match &["id", "name"].iter().find_map(|name| members.get(name))?.value.json {
        Json::String(id) if id.len() <= MAX => Some(Escaped(write::string(id)).to_string()),
        _ => None,
    }
}

/// Returns a variant of an enum of words.
pub(crate) fn word<T: WordEnum>(tree: &Tree<'_>) -> Result<T, LoadProblem> {
    let problem = || LoadProblem::value(tree, LoadExpected::OneOf { words: T::WORDS.into() });
    let Json::String(word) = &tree.json else { return Err(problem()) };
    from_word(word).ok_or_else(|| {
        let suggestion = meant(word, T::WORDS).map(str::to_owned);
        problem().with_suggestion(suggestion)
    })
}

/// Returns a number of any size whose value is an integer.
pub(crate) fn integer<'t>(tree: &'t Tree<'_>) -> Option<Number<'t>> {
    match &tree.json {
        Json::Number(text) => Some(Number::from_json(text)).filter(|number| number.is_integral()),
        _ => None,
    }
}

/// Returns an integer of at least 0. One of more than 64 bits is the maximum of 64 bits, since nothing can be counted further.
pub(crate) fn count(tree: &Tree<'_>) -> Result<u64, LoadProblem> {
    let count = integer(tree)
        .filter(|number| number.is_finite() && *number >= Number::Integer(0))
        .map(|number| number.to_i128().and_then(|count| count.try_into().ok()).unwrap_or(u64::MAX));
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

/// The members of an object, and the names that they may have.
#[derive(Clone, Copy)]
pub(crate) struct ObjectReader<'t, 'a, 'k> {
    tree: &'t Tree<'a>,
    members: &'t [TreeMember<'a>],
    known: &'k [&'k str],
    is_exact: bool,
}

impl<'t, 'a, 'k> ObjectReader<'t, 'a, 'k> {
    /// Returns the members of an object; `None` if the value is not an object.
    pub(crate) fn new(tree: &'t Tree<'a>, known: &'k [&'k str]) -> Option<Self> {
        match &tree.json {
            Json::Object(members) => Some(Self { tree, members, known, is_exact: false }),
            _ => None,
        }
    }

    /// Returns the problem of each unknown and each duplicate member; `expected` describes a known one.
    pub(crate) fn member_problems(self, expected: LoadExpected) -> impl Iterator<Item = LoadProblem> {
        self.members.iter().filter_map(move |member| {
            if member.repeated {
                Some(LoadProblem::duplicate_member(member))
            } else if !self.is_known(member) {
                let problem = LoadProblem::unknown_member(member, expected.clone(), self.known.iter().copied());
                // What is there already is not meant by a name that is not similar to it.
                let is_there = problem
                    .suggestion()
                    .is_some_and(|name| self.has_any(&[name]) && nearest(&member.name, [name]).is_none());
                Some(if is_there { problem.with_suggestion(None) } else { problem })
            } else {
                None
            }
        })
    }

    /// Returns the members, in the order of the file.
    pub(crate) fn members(self) -> &'t [TreeMember<'a>] {
        self.members
    }

    fn is_known(self, member: &TreeMember<'_>) -> bool {
        self.known.contains(&&*member.name)
    }

    /// Returns the offset of the object in the text.
    pub(crate) fn at(self) -> usize {
        self.tree.at
    }

    /// Returns whether it has one of these members.
    pub(crate) fn has_any(self, names: &[&str]) -> bool {
        self.members.iter().any(|member| names.contains(&&*member.name))
    }

    /// Returns a reader of the alternatives among the members: no misspelt one is read where one is there.
    pub(crate) fn alternatives(self, names: &[&str]) -> Self {
        Self { is_exact: self.has_any(names), ..self }
    }

    /// Returns the value of a member, the first one if there are several; that of an unknown member whose name is probably
    /// a misspelling of it, so that what is wrong inside is found as well.
    pub(crate) fn get(self, name: &str) -> Option<&'t Tree<'a>> {
        let member = self.members.iter().find(|member| member.name == name);
        member.or_else(|| self.misspelt(name)).map(|member| &member.value)
    }

    fn misspelt(self, name: &str) -> Option<&'t TreeMember<'a>> {
        let is_meant =
            |member: &&TreeMember<'_>| !self.is_known(member) && meant(&member.name, self.known) == Some(name);
        if self.known.contains(&name) && !self.is_exact { self.members.iter().find(is_meant) } else { None }
    }

    /// Returns the problem of a required member that [`get`](Self::get) does not find.
    pub(crate) fn missing(self, name: &str) -> LoadProblem {
        LoadProblem::missing_member(self.tree, name)
    }
}
