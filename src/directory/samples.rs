use super::{AttributeValue, ByName, FoldedNames, InMemoryDirectory};
use crate::vocabulary::{Section, sections};
use std::cmp::Reverse;

/// The maximum number of samples.
const ENOUGH: usize = 32;

/// A source of names in a directory, for generators of bodies that satisfy rules. Checks do not use it.
///
/// ```
/// use icws_schema::directory::{InMemoryDirectory, SampleNames, Section};
///
/// let directory = InMemoryDirectory::from_json(r#"{"mailboxes": {"Support": ["Inbox"]}}"#)?;
/// assert_eq!(directory.sample_names(Section::Mailboxes, None), ["inbox", "support"]);
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
pub trait SampleNames {
    /// Returns some of the names and values of a section, as strings, always in the same order; for
    /// [`Section::Objects`] and [`Section::References`] those of the object type.
    fn sample_names(&self, section: Section, object_type: Option<&str>) -> Vec<String>;
}

macro_rules! samples {
    ($($(#[doc = $doc:literal])+ $name:literal => $Variant:ident, $field:ident: $form:ident, $with:ident;)+) => {
        impl SampleNames for InMemoryDirectory {
            fn sample_names(&self, section: Section, object_type: Option<&str>) -> Vec<String> {
                let object_type = object_type.map(super::key);
                let names = match section {
                    $(Section::$Variant => {
                        self.$field.as_ref().map(|section| forms::$form(section, object_type.as_deref()))
                    })+
                };
                names.unwrap_or_default()
            }
        }
    };
}

sections! { samples }

/// The samples of a section, by its form.
mod forms {
    use super::super::extensions::Extensions;
    use super::super::in_memory::Objects;
    use super::super::keyword_sets::KeywordSets;
    use super::{ByName, FoldedNames, first, keys, most_referenced, names as sorted, set, text};
    use crate::vocabulary::AttendantKind;

    pub(super) fn objects_by_type(types: &ByName<Objects>, object_type: Option<&str>) -> Vec<String> {
        let Some(objects) = object_type.and_then(|object_type| types.get(object_type)) else { return Vec::new() };
        let mut samples = first(objects.ids().map(str::to_owned));
        samples.extend(first(objects.values().map(text)));
        samples
    }

    pub(super) fn counts_by_type(types: &ByName<ByName<u64>>, object_type: Option<&str>) -> Vec<String> {
        object_type.and_then(|object_type| types.get(object_type)).map(most_referenced).unwrap_or_default()
    }

    pub(super) fn extensions(extensions: &Extensions, _: Option<&str>) -> Vec<String> {
        sorted(extensions.strings())
    }

    pub(super) fn groups(groups: &ByName<Option<u64>>, _: Option<&str>) -> Vec<String> {
        sorted(keys(groups))
    }

    pub(super) fn keyword_sets(sets: &KeywordSets, _: Option<&str>) -> Vec<String> {
        sorted(sets.ids())
    }

    pub(super) fn names_by_name(entries: &ByName<FoldedNames>, _: Option<&str>) -> Vec<String> {
        sorted(keys(entries).chain(entries.values().flat_map(set)))
    }

    pub(super) fn registration_groups(groups: &ByName<bool>, _: Option<&str>) -> Vec<String> {
        sorted(keys(groups))
    }

    pub(super) fn names(names: &FoldedNames, _: Option<&str>) -> Vec<String> {
        sorted(set(names))
    }

    pub(super) fn attendant_profiles(profiles: &ByName<Vec<Option<AttendantKind>>>, _: Option<&str>) -> Vec<String> {
        sorted(keys(profiles))
    }

    pub(super) fn statuses(statuses: &ByName<bool>, _: Option<&str>) -> Vec<String> {
        sorted(keys(statuses))
    }
}

/// Returns the first names, in order.
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

fn keys<T>(names: &ByName<T>) -> impl Iterator<Item = &str> {
    names.keys().map(|name| &**name)
}

fn set(names: &FoldedNames) -> impl Iterator<Item = &str> {
    names.iter().map(|name| &**name)
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
