//! Loads a directory file strictly, and reports all problems at once.

use super::AttributeValue;
use super::access_control_groups;
use super::extensions::Extensions;
use super::in_memory::{InMemoryDirectory, ObjectList, Objects};
use super::keyword_sets::KeywordSets;
use super::plausible;
use super::warnings::Warnings;
use super::{ByName, FoldedNames, Subject, key};
use crate::file::entries::{LoadedEntry, SCHEMA, duplicate, duplicate_key, entries, members, optional, required};
use crate::file::object::{self, ObjectReader, boolean, count, integer, string};
use crate::file::power_shell_members;
use crate::file::stream::{self, Stream};
use crate::file::synonyms;
use crate::file::{self, FileObject, INSIDE, LoadError, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::fold::fold;
use crate::json::lexer::{LexError, Lexer};
use crate::json::number::Number;
use crate::json::seen_keys::SeenKeys;
use crate::json::tree::{Json, Tree};
use crate::vocabulary::{AttendantKind, Section, sections};
use std::borrow::Cow;
use std::collections::HashSet;

/// An error ends loading, a problem does not.
type Result<T> = std::result::Result<T, LexError>;

impl InMemoryDirectory {
    /// Loads a directory file: a string, or bytes in UTF-8, or in UTF-16 with a byte order mark.
    ///
    /// # Errors
    ///
    /// Returns all problems of the file, with line and column: unknown and duplicate keys, missing ids, values of
    /// another type.
    ///
    /// ```
    /// use icws_schema::directory::InMemoryDirectory;
    ///
    /// let error = InMemoryDirectory::from_json(r#"{"timeZone": [], "languages": [1]}"#).unwrap_err();
    /// assert_eq!(error.problems()[0].suggestion(), Some("timeZones"));
    /// assert_eq!(error.problems()[1].pointer(), "/languages/0");
    /// ```
    pub fn from_json(input: impl AsRef<[u8]>) -> std::result::Result<Self, LoadError> {
        let load = |text: &str| {
            let (directory, warnings) = stream::read(text, directory)?;
            Ok(Self { warnings, ..directory })
        };
        file::load_with_warnings(input.as_ref(), FileObject::DirectoryFile, load, Self::warnings)
    }
}

/// Reads a directory: a file, or a part of another file. The stream has its warnings.
pub(crate) fn directory(stream: &mut Stream<'_>) -> Result<InMemoryDirectory> {
    let mut directory = InMemoryDirectory::default();
    let mut bookmarks = Vec::new();
    sections_of_file(stream, &mut directory, &mut bookmarks)?;
    let mut warnings = Warnings::new(&directory);
    for SectionBookmark { name, section, bookmark } in bookmarks {
        stream.reread(bookmark, |stream| stream.member(&name, |stream| warnings.section(stream, section)))?;
    }
    let helps = warnings.helps;
    stream.explain(helps);
    Ok(directory)
}

/// Where the value of a section begins.
struct SectionBookmark<'a> {
    name: String,
    section: Section,
    bookmark: Lexer<'a>,
}

/// Reads the sections of a file, those with misspelt names included, so that what is wrong inside is found as well.
fn sections_of_file<'a>(
    stream: &mut Stream<'a>,
    directory: &mut InMemoryDirectory,
    bookmarks: &mut Vec<SectionBookmark<'a>>,
) -> Result<()> {
    let mut seen = HashSet::new();
    stream.members(|stream, name, at| {
        if !seen.insert(name.to_owned()) {
            stream.report(duplicate_key(at, name));
            return stream.skip();
        }
        if name == SCHEMA {
            return stream.member(name, |stream| {
                let tree = stream.tree()?;
                stream.take(string(&tree));
                Ok(())
            });
        }
        let mut meant = name.parse().ok();
        if meant.is_none() {
            let expected = LoadExpected::Member { object: FileObject::DirectoryFile };
            let problem = LoadProblem::unknown(at, LoadProblemKind::UnknownMember, name, expected, known_names());
            let problem = problem.with_parameter(name);
            meant = problem.suggestion().and_then(|meant| meant.parse().ok());
            let is_known = |first: Cow<'_, str>| synonyms::meant(&first, &known_names()).is_some();
            let is_file = meant.is_none() && stream.first_name().is_some_and(is_known);
            stream.report(if is_file { problem.with_help(INSIDE) } else { problem });
            if is_file {
                return stream.member(name, |stream| sections_of_file(stream, directory, &mut Vec::new()));
            }
        }
        let Some(known) = meant else { return stream.skip() };
        bookmarks.push(SectionBookmark { name: name.to_owned(), section: known, bookmark: stream.bookmark() });
        stream.member(name, |stream| section(stream, known, directory))
    })
}

/// Returns the names of the members of a directory file.
fn known_names() -> Vec<&'static str> {
    Section::ALL.iter().map(|section| section.name()).chain([SCHEMA]).collect()
}

macro_rules! load {
    ($($(#[doc = $doc:literal])+ $name:literal => $Variant:ident, $field:ident: $form:ident, $with:ident;)+) => {
        /// Reads a section with the function named after its form.
        fn section(stream: &mut Stream<'_>, section: Section, directory: &mut InMemoryDirectory) -> Result<()> {
            match section {
                $(Section::$Variant => directory.$field = Some($form(stream)?),)+
            }
            Ok(())
        }
    };
}

sections! { load }

fn objects_by_type(stream: &mut Stream<'_>) -> Result<ByName<Objects>> {
    each(stream, objects, plausible::object_type)
}

fn names_by_name(stream: &mut Stream<'_>) -> Result<ByName<FoldedNames>> {
    each(stream, names, plausible::name)
}

fn registration_groups(stream: &mut Stream<'_>) -> Result<ByName<bool>> {
    each(stream, registration_group, plausible::name)
}

fn counts_by_type(stream: &mut Stream<'_>) -> Result<ByName<ByName<u64>>> {
    each(stream, counts, plausible::object_type)
}

/// Reads the value of each member into a map, and checks its name.
fn each<T>(
    stream: &mut Stream<'_>,
    read: fn(&mut Stream<'_>) -> Result<T>,
    check: fn(&mut Stream<'_>, usize, &str),
) -> Result<ByName<T>> {
    let mut entries = ByName::new();
    stream.members(|stream, name, at| {
        check(stream, at, name);
        let entry = stream.member(name, read)?;
        insert(stream, &mut entries, at, name, entry);
        Ok(())
    })?;
    Ok(entries)
}

/// Adds an entry, or reports that its name exists.
fn insert<T>(stream: &mut Stream<'_>, entries: &mut ByName<T>, at: usize, name: &str, entry: T) {
    if let std::collections::hash_map::Entry::Vacant(vacant) = entries.entry(key(name)) {
        vacant.insert(entry);
    } else {
        stream.report(duplicate(at, name).with_parameter(name));
    }
}

fn objects(stream: &mut Stream<'_>) -> Result<Objects> {
    let mut objects = ObjectList::default();
    // Ids in another form are read as well, so that references to them are not reported.
    let is_object = stream.names_for_items(|id| {
        objects.add(id);
    })?;
    if is_object {
        return Ok(objects.finish());
    }
    entries(stream, |stream, tree| {
        if let Json::String(id) = &tree.json {
            let printed = power_shell_members(id).and_then(|mut members| members.find(|(name, _)| *name == "id"));
            objects.add(printed.map_or(&**id, |(_, id)| id));
        }
        let object = members(stream, tree, &["id", "attributes"], FileObject::DirectoryObject)?;
        let id = required(stream, &object, "id", string);
        if let (Some(id), Some(at)) = (id, object.get("id").map(|id| id.at)) {
            stream.member("id", |stream| plausible::name(stream, at, id));
        }
        let index = id.map(|id| objects.add(id));
        let Some(attributes) = object.get("attributes") else { return Ok(()) };
        stream.member("attributes", |stream| {
            let Json::Object(attributes) = &attributes.json else {
                return stream.report(LoadProblem::value(attributes, LoadExpected::Object));
            };
            let mut seen = SeenKeys::default();
            for attribute in attributes {
                if !seen.insert(fold(&attribute.name)) {
                    stream.report(duplicate(attribute.at, &attribute.name).with_parameter(&*attribute.name));
                    continue;
                }
                let value = match &attribute.value.json {
                    Json::Boolean(value) => AttributeValue::Boolean(*value),
                    Json::Number(number) => AttributeValue::Number(Number::from_json(number)),
                    Json::String(string) => {
                        stream.member(&attribute.name, |stream| {
                            plausible::value(stream, attribute.value.at, &attribute.name, string);
                        });
                        AttributeValue::String(string)
                    }
                    Json::Null => continue,
                    Json::Array(_) | Json::Object(_) => {
                        stream.member(&attribute.name, |stream| {
                            stream.report(LoadProblem::value(&attribute.value, LoadExpected::Scalar));
                        });
                        continue;
                    }
                };
                if let Some(index) = index {
                    objects.add_attribute(index, &attribute.name, value);
                }
            }
        });
        Ok(())
    })?;
    Ok(objects.finish())
}

fn extensions(stream: &mut Stream<'_>) -> Result<Extensions> {
    let mut extensions = Vec::new();
    if stream.first_name().is_some() {
        stream.report_object_for_array();
        stream.members(|stream, extension, _| {
            let owner = stream.tree()?;
            let owner = owner_of(&owner).map(|(object_type, id)| Subject::new(key(object_type), key(id)));
            extensions.push((key(extension), owner));
            Ok(())
        })?;
        return Ok(Extensions::new(extensions));
    }
    entries(stream, |stream, tree| {
        if let Json::String(_) | Json::Number(_) = tree.json {
            plausible::extension(stream, tree);
            extensions.push((key(&digits(tree)?), None));
            return Ok(());
        }
        let Json::Object(_) = tree.json else { return Err(LoadProblem::value(tree, LoadExpected::Extension)) };
        let entry = members(stream, tree, &["extension", "objectType", "id"], FileObject::Extension)?;
        let extension = required(stream, &entry, "extension", digits);
        if let Some(extension) = entry.get("extension") {
            stream.member("extension", |stream| plausible::extension(stream, extension));
        }
        let object_type = optional(stream, &entry, "objectType", string).unwrap_or("user");
        if let Some(at) = entry.get("objectType").map(|tree| tree.at) {
            stream.member("objectType", |stream| plausible::object_type(stream, at, object_type));
        }
        let owner = optional(stream, &entry, "id", string).map(|id| Subject::new(key(object_type), key(id)));
        extensions.extend(extension.map(|extension| (key(&extension), owner)));
        Ok(())
    })?;
    Ok(Extensions::new(extensions))
}

/// Returns the type and the id of an owner that is under an extension: an id of a user, or an object.
pub(super) fn owner_of<'t>(tree: &'t Tree<'_>) -> Option<(&'t str, &'t str)> {
    if let Json::String(id) = &tree.json {
        return Some(("user", id));
    }
    let owner = ObjectReader::new(tree, &["id", "objectType"])?;
    let object_type = owner.get("objectType").map_or(Ok("user"), string).ok()?;
    Some((object_type, string(owner.get("id")?).ok()?))
}

/// Returns an extension: a string, or the digits of an integer.
pub(super) fn digits(tree: &Tree<'_>) -> LoadedEntry<String> {
    match tree.json {
        Json::String(ref extension) => Ok(extension.to_string()),
        _ => integer(tree)
            .and_then(Number::integer_digits)
            .ok_or_else(|| LoadProblem::value(tree, LoadExpected::StringOrInteger)),
    }
}

fn groups(stream: &mut Stream<'_>) -> Result<ByName<Option<u64>>> {
    let mut parents = ByName::new();
    each_group(stream, |stream, group| {
        let parent = match &group.parent.json {
            Json::Null => None,
            Json::String(parent) => Some(key(parent)),
            _ => {
                let problem = LoadProblem::value(&group.parent, LoadExpected::Parent);
                return group.within(stream, |stream| stream.report(problem));
            }
        };
        insert(stream, &mut parents, group.at, &group.name, parent);
    })?;
    Ok(access_control_groups::depths(&parents))
}

/// An access control group, and the offset of its name.
pub(super) struct Group<'a> {
    pub(super) name: String,
    pub(super) at: usize,
    pub(super) parent: Tree<'a>,
    /// Its index in an array in place of the object.
    index: Option<usize>,
}

impl Group<'_> {
    /// Reports something about its parent.
    pub(super) fn within(&self, stream: &mut Stream<'_>, report: impl FnOnce(&mut Stream<'_>)) {
        match self.index {
            Some(index) => stream.item(index, |stream| stream.member("parent", report)),
            None => stream.member(&self.name, report),
        }
    }
}

/// Reads the groups: the members of an object, or the items of an array in its place, which is reported.
pub(super) fn each_group<'a>(stream: &mut Stream<'a>, mut read: impl FnMut(&mut Stream<'a>, Group<'a>)) -> Result<()> {
    if !stream.is_array() {
        return stream.members(|stream, name, at| {
            let (name, parent) = (name.to_owned(), stream.tree()?);
            read(stream, Group { name, at, parent, index: None });
            Ok(())
        });
    }
    let tree = stream.tree()?;
    stream.report(LoadProblem::value(&tree, LoadExpected::Object));
    let Json::Array(items) = tree.json else { return Ok(()) };
    for (index, item) in items.into_iter().enumerate() {
        let Some(object) = ObjectReader::new(&item, &["id", "parent"]) else { continue };
        let Some(Tree { json: Json::String(name), at, .. }) = object.get("id") else { continue };
        let parent = object.get("parent").cloned().unwrap_or(Tree { json: Json::Null, at: item.at, len: item.len });
        read(stream, Group { name: name.to_string(), at: *at, parent, index: Some(index) });
    }
    Ok(())
}

fn keyword_sets(stream: &mut Stream<'_>) -> Result<KeywordSets> {
    let mut sets = KeywordSets::default();
    entries(stream, |stream, tree| {
        let known = ["id", "keywords", "workgroups", "recorderPolicies"];
        let set = members(stream, tree, &known, FileObject::KeywordSet)?;
        let id = required(stream, &set, "id", string);
        let keywords = required(stream, &set, "keywords", count);
        let workgroups = users(stream, &set, "workgroups");
        let recorder_policies = users(stream, &set, "recorderPolicies");
        if let Some(id) = id
            && !sets.add(key(id), keywords.unwrap_or_default(), workgroups, recorder_policies)
        {
            stream.report(duplicate(set.at(), id));
        }
        Ok(())
    })?;
    sets.finish();
    Ok(sets)
}

fn users(stream: &mut Stream<'_>, set: &ObjectReader<'_, '_, '_>, name: &str) -> FoldedNames {
    let mut users = FoldedNames::new();
    for (index, tree) in optional(stream, set, name, object::array).into_iter().flatten().enumerate() {
        stream.member(name, |stream| {
            stream.item(index, |stream| {
                if let Some(user) = stream.take(string(tree)) {
                    insert_name(stream, &mut users, tree.at, user);
                }
            });
        });
    }
    users
}

/// Reads whether one of the group's entries is a line that uses TLS.
fn registration_group(stream: &mut Stream<'_>) -> Result<bool> {
    static KINDS: [&str; 4] = ["line", "manual", "proxy", "dns"];
    const TLS: Number<'_> = Number::Integer(2);
    let mut secure = false;
    entries(stream, |stream, tree| {
        let known = ["line", "transport", "manual", "proxy", "dns"];
        let entry = members(stream, tree, &known, FileObject::RegistrationEntry)?;
        let has = |kind: &&str| entry.get(kind).is_some();
        for kind in KINDS {
            optional(stream, &entry, kind, string);
        }
        let transport = optional(stream, &entry, "transport", |tree| {
            integer(tree).ok_or_else(|| LoadProblem::value(tree, LoadExpected::Integer))
        });
        if !KINDS.iter().any(has) {
            let expected = LoadExpected::AnyOf { names: (&KINDS).into() };
            return Err(LoadProblem::new(tree.at, LoadProblemKind::Conflict, expected, LoadFound::None));
        }
        if has(&"line") {
            if entry.get("transport").is_none() {
                stream.report(entry.missing("transport"));
            }
            secure |= !KINDS[1..].iter().any(has) && transport == Some(TLS);
        }
        Ok(())
    })?;
    Ok(secure)
}

fn attendant_profiles(stream: &mut Stream<'_>) -> Result<ByName<Vec<Option<AttendantKind>>>> {
    let mut profiles: ByName<Vec<_>> = ByName::new();
    entries(stream, |stream, tree| {
        let profile = members(stream, tree, &["id", "kind"], FileObject::AttendantProfile)?;
        let id = required(stream, &profile, "id", string);
        let kind = optional(stream, &profile, "kind", object::word);
        if let Some(id) = id {
            let kinds = profiles.entry(key(id)).or_default();
            if kinds.contains(&kind) {
                stream.warn(duplicate(profile.at(), id));
            } else {
                kinds.push(kind);
            }
        }
        Ok(())
    })?;
    Ok(profiles)
}

fn counts(stream: &mut Stream<'_>) -> Result<ByName<u64>> {
    let mut counts = ByName::new();
    stream.members(|stream, name, at| {
        let number = stream.member(name, |stream| {
            let tree = stream.tree()?;
            Ok(stream.take(count(&tree)))
        })?;
        if let Some(number) = number {
            insert(stream, &mut counts, at, name, number);
        }
        Ok(())
    })?;
    Ok(counts)
}

fn statuses(stream: &mut Stream<'_>) -> Result<ByName<bool>> {
    let mut statuses = ByName::new();
    entries(stream, |stream, tree| {
        let status = members(stream, tree, &["id", "afterCallWork"], FileObject::Status)?;
        let id = required(stream, &status, "id", string);
        let after_call = optional(stream, &status, "afterCallWork", boolean).unwrap_or(false);
        if let Some(id) = id
            && statuses.insert(key(id), after_call).is_some()
        {
            stream.report(duplicate(status.at(), id));
        }
        Ok(())
    })?;
    Ok(statuses)
}

fn names(stream: &mut Stream<'_>) -> Result<FoldedNames> {
    let mut names = FoldedNames::new();
    entries(stream, |stream, tree| {
        insert_name(stream, &mut names, tree.at, string(tree)?);
        Ok(())
    })?;
    Ok(names)
}

/// Adds a name, or warns that it exists.
fn insert_name(stream: &mut Stream<'_>, names: &mut FoldedNames, at: usize, name: &str) {
    plausible::name(stream, at, name);
    if !names.insert(key(name)) {
        stream.warn(duplicate(at, name));
    }
}
