//! What a directory in memory knows, a little of it.

use super::extensions::Extensions;
use super::in_memory::{InMemoryDirectory, Objects};
use super::index::{AttributeKey, FoldedMap};
use super::{Directory, Question};

/// How many examples are enough.
const ENOUGH: usize = 32;

/// Examples of what a question asks for; of references the objects that are referred to most often.
pub(super) fn of(directory: &InMemoryDirectory, question: Question<'_>) -> Vec<String> {
    match question {
        Question::Objects(object_type) => {
            let objects = directory.objects.as_ref().and_then(|objects| objects.get(object_type));
            objects.map_or_else(Vec::new, |objects| {
                let mut examples = first(objects.ids.iter().map(|id| id.as_str().to_owned()));
                examples.extend(first(values(objects)));
                examples
            })
        }
        Question::References(object_type) => {
            let references = directory.references.as_ref().and_then(|references| references.get(object_type));
            let mut ids: Vec<_> = references.into_iter().flat_map(FoldedMap::keys).collect();
            ids.sort_unstable_by_key(|id| (std::cmp::Reverse(directory.references(object_type, id)), *id));
            ids.into_iter().take(ENOUGH).map(str::to_owned).collect()
        }
        Question::Key(key) => first(names(directory, key).into_iter().map(str::to_owned)),
    }
}

/// The first of some names, in their order.
fn first(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    names.dedup();
    names.truncate(ENOUGH);
    names
}

/// The values of attributes, as texts.
fn values(objects: &Objects) -> impl Iterator<Item = String> {
    objects.attributes.values().flat_map(|values| values.keys()).map(|key| match key {
        AttributeKey::Boolean(value) => value.to_string(),
        AttributeKey::Number(value) => value.to_string(),
        AttributeKey::String(text) => text.to_string(),
    })
}

/// The names that stand under a key of a directory file, those of lists and those in them.
fn names<'d>(directory: &'d InMemoryDirectory, key: &str) -> Vec<&'d str> {
    fn keys<T>(names: Option<&FoldedMap<T>>) -> Vec<&str> {
        names.into_iter().flat_map(FoldedMap::keys).collect()
    }
    fn lists(lists: Option<&FoldedMap<FoldedMap<()>>>) -> Vec<&str> {
        lists.into_iter().flat_map(|lists| lists.keys().chain(lists.values().flat_map(FoldedMap::keys))).collect()
    }
    match key {
        "extensions" => directory.extensions.iter().flat_map(Extensions::texts).collect(),
        "accessControlGroups" => keys(directory.access_control_groups.as_ref()),
        "keywordSets" => keys(directory.keyword_sets.as_ref().map(|sets| &sets.sets)),
        "mailboxes" => lists(directory.mailboxes.as_ref()),
        "phoneCatalog" => lists(directory.phone_catalog.as_ref()),
        "registrationGroups" => keys(directory.registration_groups.as_ref()),
        "networkAdapters" => keys(directory.network_adapters.as_ref()),
        "timeZones" => keys(directory.time_zones.as_ref()),
        "languages" => keys(directory.languages.as_ref()),
        "attendantProfiles" => keys(directory.attendant_profiles.as_ref()),
        "sharedAppearances" => lists(directory.shared_appearances.as_ref()),
        "statuses" => keys(directory.statuses.as_ref()),
        _ => Vec::new(),
    }
}
