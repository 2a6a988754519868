use super::attribute_value::AttributeKey;
use super::extensions::Extensions;
use super::keyword_sets::{KeywordSets, UserKind};
use super::{Answer, AttributeValue, ByName, Directory, DirectoryError, FoldedNames, Question, key};
use crate::file::LoadProblem;
use crate::fold::fold;
use crate::suggest::nearest;
use crate::vocabulary::{AttendantKind, sections};
use std::collections::HashMap;

/// The stored type of a section, by its form.
macro_rules! stored {
    (objects_by_type) => { ByName<Objects> };
    (extensions) => { Extensions };
    // The depth of each group, if it has one.
    (groups) => { ByName<Option<u64>> };
    (keyword_sets) => { KeywordSets };
    (names_by_name) => { ByName<FoldedNames> };
    // Whether a group has a line that uses TLS.
    (registration_groups) => { ByName<bool> };
    (names) => { FoldedNames };
    (attendant_profiles) => { ByName<Vec<Option<AttendantKind>>> };
    (counts_by_type) => { ByName<ByName<u64>> };
    // Whether a status is for after-call work.
    (statuses) => { ByName<bool> };
}

macro_rules! in_memory {
    ($($(#[doc = $doc:literal])+ $name:literal => $Variant:ident, $field:ident: $form:ident, $with:ident;)+) => {
        /// A directory in memory, loaded from a directory file.
        /// A section that the file does not have is unknown; an empty array or object means that there are no entries.
        /// Every question is answered in constant time, or in logarithmic time in the number of extensions.
        ///
        /// ```
        /// use icws_schema::directory::{Answer, Directory, InMemoryDirectory, Question};
        ///
        /// let directory = InMemoryDirectory::from_json(r#"{"extensions": ["8001"], "timeZones": []}"#)?;
        /// let in_use = directory.answer(&Question::ExtensionInUse { extension: "8001", except: None })?;
        /// let time_zone = directory.answer(&Question::TimeZoneExists { time_zone: "eastern standard time" })?;
        /// let language = directory.answer(&Question::LanguageExists { language: "en-us" })?;
        /// assert_eq!([in_use, time_zone, language], [Answer::Yes, Answer::No, Answer::NotKnown]);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Debug, Clone, Default)]
        pub struct InMemoryDirectory {
            $(pub(super) $field: Option<stored!($form)>,)+
            pub(super) warnings: Vec<LoadProblem>,
        }
    };
}

sections! { in_memory }

impl Directory for InMemoryDirectory {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        Ok(self.look_up(question).unwrap_or_else(|not_known| not_known))
    }
}

impl InMemoryDirectory {
    /// Returns warnings about what the file has and is probably mistaken, although it is valid (our choice):
    ///
    /// * names, extensions, and ids of objects and attendant profiles that are there twice,
    /// * names, extensions and attributes with a control character where a backslash is meant, ranges of extensions, and types
    ///   of objects in the plural,
    /// * access control groups whose parent the file does not have, or whose parents form a loop,
    /// * ids of objects that `objects` does not have: owners of extensions, `workgroups` (of the type `workgroup`) and
    ///   `recorderPolicies` (`recorderPolicy`) of keyword sets, the stations of `sharedAppearances` (`station`), and those
    ///   in `references`. An id is not judged if `objects` does not have its type.
    ///
    /// ```
    /// use icws_schema::directory::InMemoryDirectory;
    ///
    /// let file = r#"{"objects": {"user": [{"id": "jane"}]}, "extensions": ["8001", {"extension": 8001, "id": "jan"}]}"#;
    /// let directory = InMemoryDirectory::from_json(file)?;
    /// let warnings: Vec<_> = directory.warnings().iter().map(ToString::to_string).collect();
    /// assert_eq!(
    ///     warnings,
    ///     [
    ///         "1:64: /extensions/1: duplicate `8001`, expected names that differ, compared case-insensitively",
    ///         "1:90: /extensions/1/id: `jan` is not an id of the type `user` in `objects`; did you mean `jane`?",
    ///     ]
    /// );
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn warnings(&self) -> &[LoadProblem] {
        &self.warnings
    }

    /// Returns the answer; as an error if it is not known.
    fn look_up(&self, question: &Question<'_>) -> Result<Answer, Answer> {
        Ok(match *question {
            Question::ObjectExists { object_type, id } => {
                of_type(self.objects.as_ref(), object_type)?.has_id(id).into()
            }
            Question::AttributeValueExists { object_type, attribute, value, except } => {
                of_type(self.objects.as_ref(), object_type)?.have(attribute, value, except).into()
            }
            Question::ObjectHasAttributeValue { object_type, id, attribute, value } => {
                of_type(self.objects.as_ref(), object_type)?.has(id, attribute, value).into()
            }
            Question::ExtensionInUse { extension, except } => {
                section(self.extensions.as_ref())?.is_used(extension, except).into()
            }
            Question::ExtensionClashes { extension, except } => {
                section(self.extensions.as_ref())?.clashes(extension, except).into()
            }
            Question::AccessControlGroupDepth { group } => section(self.access_control_groups.as_ref())?
                .get(group)
                .copied()
                .flatten()
                .map_or(Answer::No, Answer::Count),
            Question::KeywordCount { except } => section(self.keyword_sets.as_ref())?.count(except).into(),
            Question::WorkgroupKeywordCount { except, workgroups } => {
                let count =
                    section(self.keyword_sets.as_ref())?.count_of_users(UserKind::Workgroup, except, workgroups);
                count.map_or(Answer::No, Answer::Count)
            }
            Question::RecorderPolicyKeywordCount { except, recorder_policies } => {
                let sets = section(self.keyword_sets.as_ref())?;
                let count = sets.count_of_users(UserKind::RecorderPolicy, except, recorder_policies);
                count.map_or(Answer::No, Answer::Count)
            }
            Question::MailboxFolderExists { mailbox, folder } => {
                contains(section(self.mailboxes.as_ref())?, mailbox, folder).into()
            }
            Question::ManufacturerExists { manufacturer } => {
                section(self.phone_catalog.as_ref())?.contains_key(manufacturer).into()
            }
            Question::PhoneModelExists { manufacturer, model } => {
                contains(section(self.phone_catalog.as_ref())?, manufacturer, model).into()
            }
            Question::RegistrationGroupUsesTls { group } => {
                section(self.registration_groups.as_ref())?.get(group).copied().unwrap_or(false).into()
            }
            Question::NetworkAdapterExists { adapter } => {
                section(self.network_adapters.as_ref())?.contains(adapter).into()
            }
            Question::TimeZoneExists { time_zone } => section(self.time_zones.as_ref())?.contains(time_zone).into(),
            Question::LanguageExists { language } => section(self.languages.as_ref())?.contains(language).into(),
            Question::AttendantProfileExists { profile, kinds } => {
                let profiles = section(self.attendant_profiles.as_ref())?.get(profile);
                let is_of =
                    |kinds: &[AttendantKind], of: &Option<AttendantKind>| of.is_some_and(|of| kinds.contains(&of));
                profiles
                    .is_some_and(|profiles| kinds.is_none_or(|kinds| profiles.iter().any(|of| is_of(kinds, of))))
                    .into()
            }
            Question::SharedAppearanceExists { station, appearance } => {
                contains(section(self.shared_appearances.as_ref())?, station, appearance).into()
            }
            Question::ReferenceCount { object_type, id } => {
                of_type(self.references.as_ref(), object_type)?.get(id).copied().unwrap_or(0).into()
            }
            Question::StatusIsForAfterCallWork { status } => {
                section(self.statuses.as_ref())?.get(status).copied().unwrap_or(false).into()
            }
        })
    }
}

fn section<T>(section: Option<&T>) -> Result<&T, Answer> {
    section.ok_or(Answer::NotKnown)
}

/// Returns the entry of an object type in a section.
fn of_type<'d, T>(types: Option<&'d ByName<T>>, object_type: &str) -> Result<&'d T, Answer> {
    let types = section(types)?;
    types.get(object_type).ok_or_else(|| {
        // A server has some dozens of types. Among more, each rule would be compared with each type.
        const MAX_COMPARED: usize = 100;
        let names = || types.keys().map(|name| &**name);
        let nearest = if types.len() <= MAX_COMPARED { nearest(object_type, names()) } else { None }.map(str::to_owned);
        Answer::UnknownType { nearest }
    })
}

/// Returns whether there is an entry under a name.
fn contains(entries: &ByName<FoldedNames>, name: &str, entry: &str) -> bool {
    entries.get(name).is_some_and(|entries| entries.contains(entry))
}

/// The objects of a type, by number.
#[derive(Debug, Clone, Default)]
pub(super) struct Objects {
    ids: ByName<usize>,
    /// Whether an id was there more than once.
    pub(super) has_duplicates: bool,
    /// The holders of each value of each attribute.
    attributes: ByName<HashMap<AttributeKey, Holders>>,
}

/// The objects that have a value in an attribute, by number.
#[derive(Debug, Clone)]
enum Holders {
    One(usize),
    /// In ascending order, each once.
    Several(Vec<usize>),
}

/// Objects that are being loaded. They are inserted into maps at the end, since a growing map would hash each of them
/// several times.
#[derive(Debug, Default)]
pub(super) struct ObjectList {
    ids: Vec<Box<str>>,
    /// The values of each attribute, with the indexes of their holders.
    attributes: ByName<Vec<(AttributeKey, usize)>>,
}

impl ObjectList {
    /// Adds an object, and returns its index.
    pub(super) fn add(&mut self, id: &str) -> usize {
        self.ids.push(key(id));
        self.ids.len() - 1
    }

    pub(super) fn add_attribute(&mut self, object: usize, attribute: &str, value: AttributeValue<'_>) {
        let attribute = fold(attribute);
        match self.attributes.get_mut(&*attribute) {
            Some(values) => values.push((value.into(), object)),
            None => _ = self.attributes.insert(attribute.into(), vec![(value.into(), object)]),
        }
    }

    /// Returns the objects; objects with the same id are one object.
    pub(super) fn finish(self) -> Objects {
        let count = self.ids.len();
        let mut ids = ByName::with_capacity(count);
        let mut numbers = Vec::with_capacity(count);
        for id in self.ids {
            let next = ids.len();
            numbers.push(*ids.entry(id).or_insert(next));
        }
        let holders = |values: Vec<(AttributeKey, usize)>| {
            let mut holders = HashMap::with_capacity(values.len());
            for (value, object) in values {
                let object = numbers[object];
                holders
                    .entry(value)
                    .and_modify(|holders: &mut Holders| holders.add(object))
                    .or_insert(Holders::One(object));
            }
            holders.values_mut().for_each(Holders::finish);
            holders.shrink_to_fit();
            holders
        };
        let attributes = self.attributes.into_iter().map(|(attribute, values)| (attribute, holders(values))).collect();
        ids.shrink_to_fit();
        Objects { has_duplicates: ids.len() < count, ids, attributes }
    }
}

impl Objects {
    fn holders(&self, attribute: &str, value: AttributeValue<'_>) -> Option<&Holders> {
        self.attributes.get(attribute)?.get(&value.into())
    }

    /// Returns whether any object has the value, except the one with the id `except`.
    fn have(&self, attribute: &str, value: AttributeValue<'_>, except: Option<&str>) -> bool {
        let except = except.and_then(|id| self.ids.get(id).copied());
        self.holders(attribute, value).is_some_and(|holders| match holders {
            Holders::One(holder) => Some(*holder) != except,
            Holders::Several(holders) => holders.iter().any(|holder| Some(*holder) != except),
        })
    }

    /// Returns whether the object with the id has the value.
    fn has(&self, id: &str, attribute: &str, value: AttributeValue<'_>) -> bool {
        let (Some(object), Some(holders)) = (self.ids.get(id), self.holders(attribute, value)) else { return false };
        match holders {
            Holders::One(holder) => holder == object,
            Holders::Several(holders) => holders.binary_search(object).is_ok(),
        }
    }

    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    pub(super) fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.ids.keys().map(|id| &**id)
    }

    /// Returns the values of all attributes.
    pub(super) fn values(&self) -> impl Iterator<Item = AttributeValue<'_>> {
        self.attributes.values().flat_map(HashMap::keys).map(AttributeKey::as_value)
    }
}

impl Holders {
    fn add(&mut self, object: usize) {
        match self {
            Self::One(holder) if *holder == object => {}
            Self::One(holder) => *self = Self::Several(vec![*holder, object]),
            Self::Several(holders) => holders.push(object),
        }
    }

    /// Sorts and deduplicates after all objects have been added.
    fn finish(&mut self) {
        if let Self::Several(holders) = self {
            holders.sort_unstable();
            holders.dedup();
            holders.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_type_comes_with_the_nearest_name() {
        let directory = r#"{"objects": {"user": [], "workgroup": []}, "references": {"role": {}}}"#;
        let directory = InMemoryDirectory::from_json(directory).unwrap();
        let nearest = |nearest: &str| Answer::UnknownType { nearest: Some(nearest.to_owned()) };
        let object = |object_type| directory.answer(&Question::ObjectExists { object_type, id: "a" }).unwrap();
        assert_eq!(object("usr"), nearest("user"));
        assert_eq!(object("role"), Answer::UnknownType { nearest: None });
        assert_eq!(object("user"), Answer::No);
        let references = |object_type| directory.answer(&Question::ReferenceCount { object_type, id: "a" }).unwrap();
        assert_eq!(references("roles"), nearest("role"));
        assert_eq!(references("role"), Answer::Count(0));
    }

    #[test]
    fn an_object_with_an_id_twice_is_one_object() {
        let directory = r#"{"objects": {"user": [{"id": "a", "attributes": {"x": 1}}, {"id": "b", "attributes": {"x": 1.0}},
            {"id": "A", "attributes": {"X": 10e-1, "y": 2}}], "role": [{"id": "a", "attributes": {"x": 1}}, {"id": "A", "attributes": {"x": 1}}]}}"#;
        let directory = InMemoryDirectory::from_json(directory).unwrap();
        let objects = &directory.objects.as_ref().unwrap()["user"];
        let [one, two] = [1, 2].map(crate::json::number::Number::Integer).map(AttributeValue::Number);
        assert!(objects.has("a", "x", one) && objects.has("b", "x", one) && objects.has("a", "y", two));
        let roles = &directory.objects.as_ref().unwrap()["role"];
        assert!(roles.has("a", "x", one) && roles.have("x", one, None) && !roles.have("x", one, Some("a")));
        assert!(!objects.has("b", "y", two) && !objects.has("c", "x", one));
        assert!(
            objects.have("x", one, Some("a"))
                && objects.have("y", two, Some("b"))
                && !objects.have("y", two, Some("a"))
        );
    }
}
