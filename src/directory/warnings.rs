//! Warnings about a directory file: what is valid but probably mistaken. Where there may be some, a section is read
//! again, so that loading stores no positions.

use super::access_control_groups::loops;
use super::in_memory::{InMemoryDirectory, Objects};
use super::load::{Group, digits, each_group, owner_of};
use super::{ByName, Subject, key};
use crate::file::entries::duplicate;
use crate::file::object::{ObjectReader, string};
use crate::file::stream::Stream;
use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::escape::Escaped;
use crate::json::lexer::LexError;
use crate::json::tree::{Json, Tree};
use crate::json::write;
use crate::suggest::LimitedSuggestions;
use crate::vocabulary::Section;
use std::collections::{HashMap, HashSet};

/// An error ends reading.
type Result<T> = std::result::Result<T, LexError>;

/// What warnings need to know of the whole directory.
pub(super) struct Warnings<'d> {
    directory: &'d InMemoryDirectory,
    suggestions: LimitedSuggestions,
    /// What to do about problems of the file, by their offsets, as far as it depends on the whole directory.
    pub(super) helps: HashMap<usize, String>,
}

impl<'d> Warnings<'d> {
    pub(super) fn new(directory: &'d InMemoryDirectory) -> Self {
        Self { directory, suggestions: LimitedSuggestions::default(), helps: HashMap::new() }
    }

    /// Warns of the next value, a section.
    pub(super) fn section(&mut self, stream: &mut Stream<'_>, section: Section) -> Result<()> {
        let directory = self.directory;
        match (section, &directory.objects) {
            (Section::Objects, Some(objects)) if objects.values().any(|objects| objects.has_duplicates) => {
                duplicate_objects(stream, objects)
            }
            (Section::Extensions, _) => {
                let Some(extensions) = &directory.extensions else { return Ok(()) };
                let is_unknown = |owner: &Subject| self.lacking(&owner.object_type, &owner.id).is_some();
                let has_duplicates = extensions.has_duplicates;
                if has_duplicates || extensions.owners().any(is_unknown) {
                    self.extensions(stream, has_duplicates)
                } else {
                    Ok(())
                }
            }
            (Section::AccessControlGroups, _) => self.groups(stream),
            (Section::KeywordSets, Some(_)) => stream.items(|stream| {
                let set = stream.tree()?;
                for (name, object_type) in [("workgroups", "workgroup"), ("recorderPolicies", "recorderPolicy")] {
                    let Some(users) = member(&set, name) else { continue };
                    stream.member(name, |stream| match &users.json {
                        Json::Array(users) => {
                            for (index, user) in users.iter().enumerate() {
                                stream.item(index, |stream| self.reference(stream, object_type, user));
                            }
                        }
                        Json::String(joined) => self.joined(stream, object_type, joined, users.at),
                        _ => {}
                    });
                }
                Ok(())
            }),
            (Section::SharedAppearances, Some(_)) => self.names(stream, "station"),
            (Section::References, Some(_)) => stream
                .members(|stream, object_type, _| stream.member(object_type, |stream| self.names(stream, object_type))),
            _ => Ok(()),
        }
    }

    fn extensions(&mut self, stream: &mut Stream<'_>, has_duplicates: bool) -> Result<()> {
        let mut seen = HashSet::new();
        if stream.first_name().is_some() {
            return stream.members(|stream, extension, _| {
                let owner = stream.tree()?;
                if let Some((object_type, id)) = owner_of(&owner) {
                    stream.member(extension, |stream| self.id(stream, object_type, id, owner.at));
                }
                Ok(())
            });
        }
        stream.items(|stream| {
            let entry = stream.tree()?;
            if let Some(owner) = member(&entry, "id") {
                let object_type = member(&entry, "objectType").map_or(Ok("user"), string);
                stream.member("id", |stream| {
                    if let Ok(object_type) = object_type {
                        self.reference(stream, object_type, owner);
                    }
                });
            }
            if has_duplicates
                && let Ok(extension) = digits(member(&entry, "extension").unwrap_or(&entry))
                && !seen.insert(key(&extension))
            {
                stream.warn(duplicate(entry.at, &extension));
            }
            Ok(())
        })
    }

    /// Warns of the names of an object, which are ids of objects of a type.
    fn names(&mut self, stream: &mut Stream<'_>, object_type: &str) -> Result<()> {
        stream.members(|stream, id, at| {
            stream.member(id, |stream| self.id(stream, object_type, id, at));
            stream.skip()
        })
    }

    /// Warns of ids in one string, which is reported, and says how to write those that are joined with spaces.
    fn joined(&mut self, stream: &mut Stream<'_>, object_type: &str, joined: &str, at: usize) {
        let mut ids: Vec<_> = joined.split([',', ';', '|', '\n']).map(str::trim).filter(|id| !id.is_empty()).collect();
        let is_known = |id: &str| self.lacking(&key(object_type), &key(id)).is_none();
        if let [id] = *ids
            && id.contains(' ')
            && !is_known(id)
            && id.split_whitespace().any(is_known)
        {
            ids = id.split_whitespace().collect();
            let written: Vec<_> = ids.iter().map(|id| write::string(id)).collect();
            self.helps.insert(at, format!("write an array, such as `[{}]`", Escaped(written.join(", "))));
        }
        for id in ids {
            self.id(stream, object_type, id, at);
        }
    }

    fn reference(&mut self, stream: &mut Stream<'_>, object_type: &str, id: &Tree<'_>) {
        if let Ok(text) = string(id) {
            self.id(stream, object_type, text, id.at);
        }
    }

    /// Returns the objects of a type that do not have an id, both in lower case; `None` if they have it, or if `objects` does not have
    /// the type.
    fn lacking(&self, object_type: &str, id: &str) -> Option<&'d Objects> {
        self.directory.objects.as_ref()?.get(object_type).filter(|objects| !objects.has_id(id))
    }

    /// Warns of an id if the directory has the objects of the type, but not this one.
    fn id(&mut self, stream: &mut Stream<'_>, object_type: &str, id: &str, at: usize) {
        if let Some(objects) = self.lacking(&key(object_type), &key(id)) {
            let expected = LoadExpected::IdOfType { object_type: Escaped(object_type).to_string() };
            stream.warn(self.unknown_name(id, at, expected, objects.ids().len(), objects.ids()));
        }
    }

    fn unknown_name<'n>(
        &mut self,
        name: &str,
        at: usize,
        expected: LoadExpected,
        count: usize,
        known: impl Iterator<Item = &'n str>,
    ) -> LoadProblem {
        let suggestion = self.suggestions.nearest(name, count, known).map(str::to_owned);
        let problem = LoadProblem::new(at, LoadProblemKind::UnknownName, expected, LoadFound::name(name));
        problem.with_suggestion(suggestion)
    }

    /// Warns of unknown parents, and once of each loop.
    fn groups(&mut self, stream: &mut Stream<'_>) -> Result<()> {
        let depths = self.directory.access_control_groups.as_ref();
        if depths.is_none_or(|depths| depths.values().all(Option::is_some)) {
            return Ok(());
        }
        let mut groups = Vec::new();
        each_group(stream, |_, group| groups.push(group))?;
        let numbers: HashMap<_, _> =
            groups.iter().enumerate().map(|(number, group)| (key(&group.name), number)).collect();
        let mut parents = Vec::new();
        for group in &groups {
            let Group { name, parent, .. } = group;
            let number = string(parent).ok().and_then(|parent| numbers.get(&key(parent)).copied());
            parents.push(number);
            if let (None, Ok(unknown)) = (number, string(parent)) {
                let expected = LoadExpected::IdIn { section: Section::AccessControlGroups.name() };
                let others = groups.iter().map(|group| &*group.name).filter(|other| other != name);
                let warning = self.unknown_name(unknown, parent.at, expected, groups.len(), others);
                group.within(stream, |stream| stream.warn(warning));
            }
        }
        for group in loops(&parents).into_iter().map(|number| &groups[number]) {
            let found = (&group.parent.json).into();
            let loop_ = LoadProblem::new(group.parent.at, LoadProblemKind::Conflict, LoadExpected::ParentAbove, found);
            group.within(stream, |stream| stream.warn(loop_));
        }
        Ok(())
    }
}

fn duplicate_objects(stream: &mut Stream<'_>, types: &ByName<Objects>) -> Result<()> {
    stream.members(|stream, object_type, _| {
        if !types.get(&key(object_type)).is_some_and(|objects| objects.has_duplicates) {
            return stream.skip();
        }
        let mut seen = HashSet::new();
        stream.member(object_type, |stream| {
            stream.items(|stream| {
                let object = stream.tree()?;
                if let Some(Ok(id)) = member(&object, "id").map(string)
                    && !seen.insert(key(id))
                {
                    stream.warn(duplicate(object.at, id));
                }
                Ok(())
            })
        })
    })
}

/// Returns a member of an object.
fn member<'t, 'a>(tree: &'t Tree<'a>, name: &str) -> Option<&'t Tree<'a>> {
    ObjectReader::new(tree, &[])?.get(name)
}
