use super::extensions::Extensions;
use super::index::{AttributeKey, FoldedMap, FoldedName};
use super::{AttributeValue, Directory, Question};
use crate::directory::Subject;
use crate::file::LoadError;
use crate::suggest::nearest;
use crate::vocabulary::AttendantKind;
use std::collections::{HashMap, HashSet};

/// A directory in memory, loaded from a directory file. Every question takes constant time, or the logarithm of it for prefixes of
/// extensions.
#[derive(Debug, Clone, Default)]
pub struct InMemoryDirectory {
    pub(super) objects: Option<FoldedMap<Objects>>,
    pub(super) extensions: Option<Extensions>,
    /// How deep each group lies.
    pub(super) access_control_groups: Option<FoldedMap<Option<u64>>>,
    pub(super) keyword_sets: Option<KeywordSets>,
    pub(super) mailboxes: Option<FoldedMap<FoldedMap<()>>>,
    pub(super) phone_catalog: Option<FoldedMap<FoldedMap<()>>>,
    /// Whether a group has a line that uses TLS.
    pub(super) registration_groups: Option<FoldedMap<bool>>,
    pub(super) network_adapters: Option<FoldedMap<()>>,
    pub(super) time_zones: Option<FoldedMap<()>>,
    pub(super) languages: Option<FoldedMap<()>>,
    pub(super) attendant_profiles: Option<FoldedMap<Vec<Option<AttendantKind>>>>,
    pub(super) shared_appearances: Option<FoldedMap<FoldedMap<()>>>,
    pub(super) references: Option<FoldedMap<FoldedMap<u64>>>,
    /// Whether a status is for after-call work.
    pub(super) statuses: Option<FoldedMap<bool>>,
}

/// The objects of a type.
#[derive(Debug, Clone, Default)]
pub(super) struct Objects {
    pub(super) ids: HashSet<FoldedName>,
    /// Attribute, value, and the objects that have it.
    pub(super) attributes: FoldedMap<HashMap<AttributeKey, HashSet<FoldedName>>>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct KeywordSets {
    pub(super) total: u64,
    pub(super) sets: FoldedMap<KeywordSet>,
    /// The keywords of all sets that a workgroup uses.
    pub(super) workgroups: FoldedMap<u64>,
    pub(super) recorder_policies: FoldedMap<u64>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct KeywordSet {
    pub(super) keywords: u64,
    pub(super) workgroups: Users,
    pub(super) recorder_policies: Users,
}

/// Who uses a set of keywords.
#[derive(Debug, Clone, Default)]
pub(super) struct Users {
    pub(super) ids: HashSet<FoldedName>,
    /// The most keywords that one of them uses.
    pub(super) most: Option<u64>,
}

impl InMemoryDirectory {
    /// Loads a directory file.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it: unknown and repeated members, entries without an id, values of another kind.
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        super::load::load(text)
    }
}

impl Directory for InMemoryDirectory {
    fn has_instance(&self, object_type: &str, id: &str) -> Option<bool> {
        Some(self.objects.as_ref()?.get(object_type)?.ids.contains(&*id.to_lowercase()))
    }

    fn has_attribute_value(
        &self,
        object_type: &str,
        attribute: &str,
        value: AttributeValue<'_>,
        except: Option<&str>,
    ) -> Option<bool> {
        let objects = self.objects.as_ref()?.get(object_type)?;
        let holders = objects.attributes.get(attribute).and_then(|values| values.get(&value.into()));
        Some(holders.is_some_and(|holders| match except {
            Some(id) => holders.len() > usize::from(holders.contains(&*id.to_lowercase())),
            None => true,
        }))
    }

    fn instance_has_attribute_value(
        &self,
        object_type: &str,
        id: &str,
        attribute: &str,
        value: AttributeValue<'_>,
    ) -> Option<bool> {
        let objects = self.objects.as_ref()?.get(object_type)?;
        let holders = objects.attributes.get(attribute).and_then(|values| values.get(&value.into()));
        Some(holders.is_some_and(|holders| holders.contains(&*id.to_lowercase())))
    }

    fn uses_extension(&self, extension: &str, clash: bool, except: Option<&Subject>) -> Option<bool> {
        let extensions = self.extensions.as_ref()?;
        Some(extensions.used(&extension.to_lowercase(), clash, except))
    }

    fn access_control_group_depth(&self, id: &str) -> Option<Option<u64>> {
        Some(self.access_control_groups.as_ref()?.get(id).copied().flatten())
    }

    fn has_attendant_profile(&self, id: &str, kinds: Option<&[AttendantKind]>) -> Option<bool> {
        let profiles = self.attendant_profiles.as_ref()?.get(id);
        Some(profiles.is_some_and(|profiles| match kinds {
            Some(kinds) => profiles.iter().flatten().any(|kind| kinds.contains(kind)),
            None => true,
        }))
    }

    fn has_shared_appearance(&self, station: &str, id: &str) -> Option<bool> {
        Some(contains(self.shared_appearances.as_ref()?, station, id))
    }

    fn has_mailbox_folder(&self, mailbox: &str, folder: &str) -> Option<bool> {
        Some(contains(self.mailboxes.as_ref()?, mailbox, folder))
    }

    fn has_manufacturer(&self, manufacturer: &str) -> Option<bool> {
        Some(self.phone_catalog.as_ref()?.get(manufacturer).is_some())
    }

    fn has_model(&self, manufacturer: &str, model: &str) -> Option<bool> {
        Some(contains(self.phone_catalog.as_ref()?, manufacturer, model))
    }

    fn registration_group_uses_tls(&self, group: &str) -> Option<bool> {
        Some(self.registration_groups.as_ref()?.get(group).copied().unwrap_or(false))
    }

    fn keyword_count_excluding(&self, set: Option<&str>) -> Option<u64> {
        let sets = self.keyword_sets.as_ref()?;
        let own = set.and_then(|set| sets.sets.get(set)).map_or(0, |set| set.keywords);
        Some(sets.total.saturating_sub(own))
    }

    fn max_workgroup_keyword_count_excluding(
        &self,
        set: Option<&str>,
        workgroups: Option<&[&str]>,
    ) -> Option<Option<u64>> {
        let sets = self.keyword_sets.as_ref()?;
        let own = set.and_then(|set| sets.sets.get(set));
        Some(besides(own, own.map(|own| &own.workgroups), workgroups, &sets.workgroups))
    }

    fn max_recorder_policy_keyword_count_excluding(
        &self,
        set: Option<&str>,
        policies: Option<&[&str]>,
    ) -> Option<Option<u64>> {
        let sets = self.keyword_sets.as_ref()?;
        let own = set.and_then(|set| sets.sets.get(set));
        Some(besides(own, own.map(|own| &own.recorder_policies), policies, &sets.recorder_policies))
    }

    fn references(&self, object_type: &str, id: &str) -> Option<u64> {
        Some(self.references.as_ref()?.get(object_type)?.get(id).copied().unwrap_or(0))
    }

    fn is_after_call_status(&self, id: &str) -> Option<bool> {
        Some(self.statuses.as_ref()?.get(id).copied().unwrap_or(false))
    }

    fn has_network_adapter(&self, id: &str) -> Option<bool> {
        Some(self.network_adapters.as_ref()?.get(id).is_some())
    }

    fn has_time_zone(&self, id: &str) -> Option<bool> {
        Some(self.time_zones.as_ref()?.get(id).is_some())
    }

    fn has_language(&self, tag: &str) -> Option<bool> {
        Some(self.languages.as_ref()?.get(tag).is_some())
    }

    fn examples(&self, question: Question<'_>) -> Vec<String> {
        super::examples::of(self, question)
    }

    fn missing(&self, question: Question<'_>) -> String {
        let (reason, near) = match question {
            Question::Objects(object_type) => {
                (question.missing(), nearest(object_type, self.objects.iter().flat_map(FoldedMap::keys)))
            }
            Question::References(object_type) => {
                (question.missing(), nearest(object_type, self.references.iter().flat_map(FoldedMap::keys)))
            }
            Question::Key(key) => (format!("the directory has no `{key}`"), None),
        };
        match near {
            Some(near) => format!("{reason}; it has `{near}`"),
            None => reason,
        }
    }
}

/// Whether a list under a name has an entry.
fn contains(lists: &FoldedMap<FoldedMap<()>>, name: &str, entry: &str) -> bool {
    lists.get(name).is_some_and(|entries| entries.get(entry).is_some())
}

/// The most keywords that one user of a set has besides the set's own.
fn besides(
    own: Option<&KeywordSet>,
    known: Option<&Users>,
    given: Option<&[&str]>,
    totals: &FoldedMap<u64>,
) -> Option<u64> {
    let less = |total: u64, counted: bool| total.saturating_sub(own.filter(|_| counted).map_or(0, |own| own.keywords));
    let besides = |user: &str| {
        let counted = known.is_some_and(|known| known.ids.contains(&*user.to_lowercase()));
        less(totals.get(user).copied().unwrap_or(0), counted)
    };
    match given {
        Some(given) => given.iter().map(|user| besides(user)).max(),
        None => known?.most.map(|most| less(most, true)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Directory, InMemoryDirectory, Question};

    #[test]
    fn a_reason_names_what_was_missing_and_the_nearest_name() {
        let directory = r#"{"objects": {"user": [], "workgroup": []}, "references": {"role": {}}}"#;
        let directory = InMemoryDirectory::from_json(directory).unwrap();
        let reason = |question| directory.missing(question);
        assert_eq!(reason(Question::Objects("usr")), "no directory knows `objects` of type `usr`; it has `user`");
        assert_eq!(reason(Question::Objects("role")), "no directory knows `objects` of type `role`");
        assert_eq!(
            reason(Question::References("roles")),
            "no directory knows `references` of type `roles`; it has `role`"
        );
        assert_eq!(reason(Question::Key("statuses")), "the directory has no `statuses`");
        assert_eq!(Question::Key("statuses").missing(), "no directory knows `statuses`");
    }
}
