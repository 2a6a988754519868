//! Loading of single values of a state file.

use super::state::{ById, State, key};
use crate::body::ConfigurationId;
use crate::file::entries::{LoadedEntry, duplicate, members, optional, required};
use crate::file::object::{self, ObjectReader, count, string};
use crate::file::stream::Stream;
use crate::file::{FileObject, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::tree::{Json, Tree};
use crate::license::{Allocation, HeldLicenses, LicenseCounts, MediaLevel};
use crate::suggest::nearest;

/// The values of `allocation`.
static ALLOCATIONS: [&str; 2] = ["assignable", "concurrent"];

pub(super) fn invalid(at: usize, expected: LoadExpected, found: LoadFound) -> LoadProblem {
    LoadProblem::new(at, LoadProblemKind::InvalidValue, expected, found)
}

/// Returns the offset of the id of an entry.
pub(super) fn id_at(tree: &Tree<'_>) -> usize {
    match &tree.json {
        Json::Object(members) => members.get("id").map_or(tree.at, |id| id.value.at),
        _ => tree.at,
    }
}

/// Adds an entry, or reports that its id is a duplicate.
pub(super) fn insert<T>(stream: &mut Stream<'_>, entries: &mut ById<T>, tree: &Tree<'_>, id: &str, entry: T) {
    if entries.insert(key(id), entry).is_some() {
        stream.report(duplicate(id_at(tree), id).with_parameter("id"));
    }
}

/// Loads id, name and URI; `None` if the id is missing or not a string.
pub(super) fn configuration_id(stream: &mut Stream<'_>, entry: &ObjectReader<'_, '_, '_>) -> Option<ConfigurationId> {
    let id = required(stream, entry, "id", string);
    let display_name = optional(stream, entry, "displayName", string);
    let uri = optional(stream, entry, "uri", string);
    let mut id = ConfigurationId::new(id?);
    id.display_name = display_name.map(str::to_owned).into();
    id.uri = uri.map(str::to_owned);
    Some(id)
}

pub(super) fn version(tree: &Tree<'_>) -> LoadedEntry<()> {
    let expected = LoadExpected::Version { version: State::VERSION };
    if count(tree).is_ok_and(|version| version == u64::from(State::VERSION)) {
        return Ok(());
    }
    Err(LoadProblem::value(tree, expected))
}

pub(super) fn count_u32(tree: &Tree<'_>) -> LoadedEntry<u32> {
    let count = count(tree).ok().and_then(|count| count.try_into().ok());
    count.ok_or_else(|| LoadProblem::value(tree, LoadExpected::CountU32))
}

/// Loads a secret, which is not shown if it is invalid.
pub(super) fn secret<T, E>(
    tree: &Tree<'_>,
    expected: LoadExpected,
    new: impl FnOnce(String) -> Result<T, E>,
) -> LoadedEntry<T> {
    let problem = |expected| invalid(tree.at, expected, LoadFound::Hidden);
    let Json::String(secret) = &tree.json else { return Err(problem(LoadExpected::String)) };
    new(secret.to_string()).map_err(|_| problem(expected))
}

pub(super) fn strings(stream: &mut Stream<'_>, entry: &ObjectReader<'_, '_, '_>, name: &str) -> Vec<String> {
    let mut strings = Vec::new();
    for (index, tree) in optional(stream, entry, name, object::array).into_iter().flatten().enumerate() {
        let item = stream.member(name, |stream| stream.item(index, |stream| stream.take(string(tree))));
        strings.extend(item.map(str::to_owned));
    }
    strings
}

/// Loads counts. If they are missing, none is allowed; if `inUse` is missing, as many are in use as are assigned.
pub(super) fn counts(stream: &mut Stream<'_>, entry: &ObjectReader<'_, '_, '_>, name: &str) -> LicenseCounts {
    let Some(tree) = entry.get(name) else { return LicenseCounts::default() };
    let counts = stream.member(name, |stream| {
        let known = ["allowed", "configured", "inUse"];
        let counts = members(stream, tree, &known, FileObject::StateLicenseCounts);
        let counts = stream.take(counts)?;
        let allowed = required(stream, &counts, "allowed", count_u32);
        let configured = required(stream, &counts, "configured", count_u32);
        let in_use = optional(stream, &counts, "inUse", count_u32);
        let (allowed, configured) = (allowed?, configured?);
        let in_use = in_use.unwrap_or(configured);
        Some(LicenseCounts::new(allowed, configured).with_in_use(in_use))
    });
    counts.unwrap_or_default()
}

pub(super) fn held_licenses(stream: &mut Stream<'_>, tree: &Tree<'_>) -> LoadedEntry<(Allocation, HeldLicenses)> {
    let entry = members(stream, tree, &["allocation", "licenses", "mediaLevel"], FileObject::StateHeldLicenses)?;
    let allocation = optional(stream, &entry, "allocation", allocation).unwrap_or(Allocation::Assignable);
    let licenses = HeldLicenses::new(strings(stream, &entry, "licenses"));
    let Some(tree) = entry.get("mediaLevel") else { return Ok((allocation, licenses)) };
    let level = stream.member("mediaLevel", |stream| {
        let level = members(stream, tree, &["license", "mediaTypes"], FileObject::StateMediaLevel);
        let level = stream.take(level)?;
        let license = required(stream, &level, "license", string);
        let media_types = strings(stream, &level, "mediaTypes");
        Some(MediaLevel::new(license?).with_media_types(media_types))
    });
    Ok((allocation, licenses.with_media_level(level)))
}

fn allocation(tree: &Tree<'_>) -> LoadedEntry<Allocation> {
    match &tree.json {
        Json::String(word) if word == ALLOCATIONS[0] => Ok(Allocation::Assignable),
        Json::String(word) if word == ALLOCATIONS[1] => Ok(Allocation::Concurrent),
        Json::String(word) => {
            let suggestion = nearest(word, ALLOCATIONS).map(str::to_owned);
            let expected = LoadExpected::OneOf { words: (&ALLOCATIONS).into() };
            Err(LoadProblem::value(tree, expected).with_suggestion(suggestion))
        }
        _ => Err(LoadProblem::value(tree, LoadExpected::OneOf { words: (&ALLOCATIONS).into() })),
    }
}
