use super::{AttributeValue, ByName, FoldedNames, InMemoryDirectory};
use crate::vocabulary::Section;
use std::cmp::Reverse;

/// How many samples are enough.
const ENOUGH: usize = 32;

/// A source of names that a directory knows, for generators of bodies that rules accept. No check uses them.
///
/// ```
/// use icws_schema::directory::{InMemoryDirectory, SampleNames, Section};
///
/// let directory = InMemoryDirectory::from_json(r#"{"mailboxes": {"Support": ["Inbox"]}}"#)?;
/// assert_eq!(directory.sample_names(Section::Mailboxes, None), ["inbox", "support"]);
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
pub trait SampleNames {
    /// Returns some of the names and values of a section, as strings, always in the same order; of [`Section::Objects`]
    /// and [`Section::References`] those of the object type.
    fn sample_names(&self, section: Section, object_type: Option<&str>) -> Vec<String>;
}

impl SampleNames for InMemoryDirectory {
    fn sample_names(&self, section: Section, object_type: Option<&str>) -> Vec<String> {
        let object_type = object_type.map(super::key);
        match section {
            Section::Objects => match of_type(self.objects.as_ref(), object_type.as_deref()) {
                Some(objects) => {
                    let mut samples = first(objects.ids().map(str::to_owned));
                    samples.extend(first(objects.values().map(text)));
                    samples
                }
                None => Vec::new(),
            },
            Section::References => match of_type(self.references.as_ref(), object_type.as_deref()) {
                Some(references) => most_referenced(references),
                None => Vec::new(),
            },
            Section::Extensions => names(self.extensions.iter().flat_map(super::extensions::Extensions::texts)),
            Section::AccessControlGroups => names(keys(self.access_control_groups.as_ref())),
            Section::KeywordSets => names(self.keyword_sets.iter().flat_map(super::keyword_sets::KeywordSets::ids)),
            Section::Mailboxes => names(nested(self.mailboxes.as_ref())),
            Section::PhoneCatalog => names(nested(self.phone_catalog.as_ref())),
            Section::RegistrationGroups => names(keys(self.registration_groups.as_ref())),
            Section::NetworkAdapters => names(set(self.network_adapters.as_ref())),
            Section::TimeZones => names(set(self.time_zones.as_ref())),
            Section::Languages => names(set(self.languages.as_ref())),
            Section::AttendantProfiles => names(keys(self.attendant_profiles.as_ref())),
            Section::SharedAppearances => names(nested(self.shared_appearances.as_ref())),
            Section::Statuses => names(keys(self.statuses.as_ref())),
        }
    }
}

fn of_type<'d, T>(types: Option<&'d ByName<T>>, object_type: Option<&str>) -> Option<&'d T> {
    types?.get(object_type?)
}

/// Returns the first names in their order.
fn first(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    names.dedup();
    names.truncate(ENOUGH);
    names
}

fn names<'d>(names: impl Iterator<Item = &'d str>) -> Vec<String> {
    first(names.map(str::to_owned))
}

fn keys<T>(names: Option<&ByName<T>>) -> impl Iterator<Item = &str> {
    names.into_iter().flat_map(ByName::keys).map(|name| &**name)
}

/// Returns names, and those of the entries under each.
fn nested(entries: Option<&ByName<FoldedNames>>) -> impl Iterator<Item = &str> {
    keys(entries).chain(entries.into_iter().flat_map(ByName::values).flat_map(|entries| set(Some(entries))))
}

fn set(names: Option<&FoldedNames>) -> impl Iterator<Item = &str> {
    names.into_iter().flatten().map(|name| &**name)
}

fn most_referenced(references: &ByName<u64>) -> Vec<String> {
    let mut counts: Vec<_> = references.iter().map(|(id, count)| (Reverse(*count), id)).collect();
    counts.sort_unstable();
    counts.into_iter().take(ENOUGH).map(|(_, id)| id.to_string()).collect()
}

fn text(value: AttributeValue<'_>) -> String {
    match value {
        AttributeValue::Boolean(value) => value.to_string(),
        AttributeValue::Number(number) => number.property_value(),
        AttributeValue::String(string) => string.to_owned(),
    }
}
