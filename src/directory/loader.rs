//! The plain values of a directory file, and where they stand.

use crate::file::{FileObject, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::number::OwnedNumber;
use crate::json::tree::{Json, Member, Tree};
use crate::location::{Location, LocationSegment};
use crate::value_ref::ValueRef;

/// What the places of all refusals may add up to; a name of a megabyte can have as many wrong entries. What is wrong beyond that is not told.
const PLACES: usize = 64 << 20;

/// What reading a directory file carries along: what is refused so far, and where it is.
#[derive(Default)]
pub(super) struct Loader {
    pub(super) refusals: Vec<LoadProblem>,
    place: Location,
    /// What the places of the refusals add up to.
    places: usize,
}

impl Loader {
    pub(super) fn refuse(&mut self, refusal: LoadProblem) {
        if self.places > PLACES {
            return;
        }
        let key = self.place.0.iter().rev().find_map(|segment| match segment {
            LocationSegment::Member(name) => Some(name.to_string()),
            LocationSegment::Index(_) => None,
        });
        match (refusal.parameter(), key) {
            (None, Some(key)) => self.push(refusal.with_parameter(key)),
            _ => self.push(refusal),
        }
    }

    fn push(&mut self, refusal: LoadProblem) {
        if self.places <= PLACES {
            let refusal = refusal.with_pointer(self.place.pointer());
            self.places += refusal.pointer().len() + refusal.parameter().map_or(0, str::len);
            self.refusals.push(refusal);
        }
    }

    pub(super) fn expected(&mut self, tree: &Tree<'_>, what: LoadExpected) {
        self.refuse(LoadProblem::value(tree, what));
    }

    pub(super) fn repeated(&mut self, at: usize, name: &str) {
        self.refuse(there_already(at, name));
    }

    pub(super) fn member<T>(&mut self, member: &Member<'_>, read: impl FnOnce(&mut Self, &Tree<'_>) -> T) -> T {
        self.place.0.push(LocationSegment::Member(member.name.to_string().into()));
        let read = read(self, &member.value);
        self.place.0.pop();
        read
    }

    /// The members of an object; those that are repeated or unknown are refused and left out. What is no object is refused.
    pub(super) fn object<'t, 'a>(
        &mut self,
        tree: &'t Tree<'a>,
        known: Option<&[&str]>,
        what: FileObject,
    ) -> Option<Vec<&'t Member<'a>>> {
        let Json::Object(members) = &tree.json else {
            self.expected(tree, LoadExpected::Object);
            return None;
        };
        let mut kept = Vec::with_capacity(members.len());
        for member in members {
            match known {
                _ if member.repeated => self.push(LoadProblem::duplicate_member(member)),
                Some(known) if !known.contains(&&*member.name) => {
                    let expected = LoadExpected::Member { object: what };
                    self.push(LoadProblem::unknown_member(member, expected, known.iter().copied()));
                }
                _ => kept.push(member),
            }
        }
        Some(kept)
    }

    /// Shows each entry of a map whose names compare without case; `read` says whether the name was new.
    pub(super) fn map(&mut self, tree: &Tree<'_>, mut read: impl FnMut(&mut Self, &str, &Tree<'_>) -> bool) {
        for member in self.object(tree, None, FileObject::DirectoryObject).unwrap_or_default() {
            let new = self.member(member, |loader, tree| read(loader, &member.name, tree));
            if !new {
                self.push(there_already(member.at, &member.name).with_parameter(&*member.name));
            }
        }
    }

    pub(super) fn list(&mut self, tree: &Tree<'_>, mut read: impl FnMut(&mut Self, &Tree<'_>)) {
        let Json::Array(items) = &tree.json else {
            return self.expected(tree, LoadExpected::Array);
        };
        for (index, item) in items.iter().enumerate() {
            self.place.0.push(LocationSegment::Index(index));
            read(self, item);
            self.place.0.pop();
        }
    }

    pub(super) fn text(&mut self, tree: &Tree<'_>) -> Option<String> {
        if let Json::String(text) = &tree.json {
            return Some(text.to_string());
        }
        self.expected(tree, LoadExpected::String);
        None
    }

    pub(super) fn integer(&mut self, tree: &Tree<'_>) -> Option<OwnedNumber> {
        let integer = ValueRef::from(tree).integer().and_then(OwnedNumber::new);
        if integer.is_none() {
            self.expected(tree, LoadExpected::Integer);
        }
        integer
    }

    pub(super) fn count(&mut self, tree: &Tree<'_>) -> Option<u64> {
        let count = self.integer(tree)?.as_number().to_i128().and_then(|count| u64::try_from(count).ok());
        if count.is_none() {
            self.expected(tree, LoadExpected::Count);
        }
        count
    }

    pub(super) fn boolean(&mut self, tree: &Tree<'_>) -> Option<bool> {
        if let Json::Boolean(value) = tree.json {
            return Some(value);
        }
        self.expected(tree, LoadExpected::Boolean);
        None
    }

    /// What `read` makes of a member that an object must have.
    pub(super) fn required<T>(
        &mut self,
        object: &Tree<'_>,
        members: &[&Member<'_>],
        name: &str,
        read: impl FnOnce(&mut Self, &Tree<'_>) -> Option<T>,
    ) -> Option<T> {
        if !members.iter().any(|member| member.name == name) {
            self.refuse(LoadProblem::missing_member(object, name));
        }
        self.optional(members, name, read)
    }

    /// What `read` makes of a member, if it is there.
    pub(super) fn optional<T>(
        &mut self,
        members: &[&Member<'_>],
        name: &str,
        read: impl FnOnce(&mut Self, &Tree<'_>) -> Option<T>,
    ) -> Option<T> {
        let member = members.iter().find(|member| member.name == name)?;
        self.member(member, read)
    }
}

fn there_already(at: usize, name: &str) -> LoadProblem {
    LoadProblem::new(at, LoadProblemKind::DuplicateName, LoadExpected::NewName, LoadFound::name(name))
}
