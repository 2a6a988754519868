use super::index::{Key, Name, Names};
use super::{AttributeValue, Directory, Question};
use crate::rules::{AttendantKind, Refused, Subject, nearest};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;

/// A directory in memory, loaded from a directory file. Every question takes constant time, or the logarithm of it for prefixes of
/// extensions.
#[derive(Debug, Clone, Default)]
pub struct InMemoryDirectory {
    pub(super) objects: Option<Names<Objects>>,
    pub(super) extensions: Option<BTreeMap<Name, Vec<Option<Owner>>>>,
    /// How deep each group lies.
    pub(super) access_control_groups: Option<Names<Option<u64>>>,
    pub(super) keyword_sets: Option<KeywordSets>,
    pub(super) mailboxes: Option<Names<Names<()>>>,
    pub(super) phone_catalog: Option<Names<Names<()>>>,
    /// Whether a group has a line that uses TLS.
    pub(super) registration_groups: Option<Names<bool>>,
    pub(super) network_adapters: Option<Names<()>>,
    pub(super) time_zones: Option<Names<()>>,
    pub(super) languages: Option<Names<()>>,
    pub(super) attendant_profiles: Option<Names<Vec<Option<AttendantKind>>>>,
    pub(super) shared_appearances: Option<Names<Names<()>>>,
    pub(super) references: Option<Names<Names<u64>>>,
    /// Whether a status is for after-call work.
    pub(super) statuses: Option<Names<bool>>,
}

/// The objects of a type.
#[derive(Debug, Clone, Default)]
pub(super) struct Objects {
    pub(super) ids: HashSet<Name>,
    /// Attribute, value, and the objects that have it.
    pub(super) attributes: Names<HashMap<Key, HashSet<Name>>>,
}

/// Whose an extension is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) object_type: Name,
    pub(super) id: Name,
}

#[derive(Debug, Clone, Default)]
pub(super) struct KeywordSets {
    pub(super) total: u64,
    pub(super) sets: Names<KeywordSet>,
    /// The keywords of all sets that a workgroup uses.
    pub(super) workgroups: Names<u64>,
    pub(super) recorder_policies: Names<u64>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct KeywordSet {
    pub(super) keywords: u64,
    pub(super) workgroups: HashSet<Name>,
    pub(super) recorder_policies: HashSet<Name>,
}

impl InMemoryDirectory {
    /// Loads a directory file.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it: unknown and repeated members, entries without an id, values of another kind.
    pub fn from_json(text: &str) -> Result<Self, Refused> {
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
        let except =
            except.map(|subject| Owner { object_type: Name::new(&subject.object_type), id: Name::new(&subject.id) });
        let others = |owners: &Vec<Option<Owner>>| owners.iter().any(|owner| owner.is_none() || *owner != except);
        let extension = extension.to_lowercase();
        if extensions.get(&*extension).is_some_and(others) {
            return Some(true);
        }
        if !clash {
            return Some(false);
        }
        let mut shorter = beginnings(extensions, &extension);
        let mut longer =
            extensions.range(Name::new(&extension)..).take_while(|(other, _)| other.as_str().starts_with(&extension));
        Some(shorter.any(others) || longer.any(|(_, owners)| others(owners)))
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

    fn keywords_besides(&self, set: Option<&str>) -> Option<Option<u64>> {
        let sets = self.keyword_sets.as_ref()?;
        let own = set.and_then(|set| sets.sets.get(set)).map_or(0, |set| set.keywords);
        Some(Some(sets.total.saturating_sub(own)))
    }

    fn workgroup_keywords_besides(&self, set: Option<&str>, workgroups: Option<&[&str]>) -> Option<Option<u64>> {
        let sets = self.keyword_sets.as_ref()?;
        let own = set.and_then(|set| sets.sets.get(set));
        Some(besides(own, own.map(|own| &own.workgroups), workgroups, &sets.workgroups))
    }

    fn recorder_policy_keywords_besides(&self, set: Option<&str>, policies: Option<&[&str]>) -> Option<Option<u64>> {
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

    fn missing(&self, question: Question<'_>) -> String {
        let (reason, near) = match question {
            Question::Objects(object_type) => {
                (question.missing(), nearest(object_type, self.objects.iter().flat_map(Names::keys)))
            }
            Question::References(object_type) => {
                (question.missing(), nearest(object_type, self.references.iter().flat_map(Names::keys)))
            }
            Question::Key(key) => (format!("the directory has no `{key}`"), None),
        };
        match near {
            Some(near) => format!("{reason}; it has `{near}`"),
            None => reason,
        }
    }
}

/// What stands under the keys that a text begins with, the longest first.
///
/// The last key that does not stand behind the text is one of them, or shares with the text what any of them must lie within: no key
/// is looked at twice, however long the text is.
fn beginnings<'m, T>(map: &'m BTreeMap<Name, T>, text: &'m str) -> impl Iterator<Item = &'m T> {
    let mut end = Bound::Included(text);
    std::iter::from_fn(move || {
        loop {
            let (key, value) = map.range::<str, _>((Bound::Unbounded, end)).next_back()?;
            let key = key.as_str();
            if text.starts_with(key) {
                end = Bound::Excluded(key);
                return Some(value);
            }
            let shared = key.chars().zip(text.chars()).take_while(|(one, two)| one == two);
            end = Bound::Included(&text[..shared.map(|(char, _)| char.len_utf8()).sum()]);
        }
    })
}

/// Whether a list under a name has an entry.
fn contains(lists: &Names<Names<()>>, name: &str, entry: &str) -> bool {
    lists.get(name).is_some_and(|entries| entries.get(entry).is_some())
}

/// The most keywords that one user of a set has besides the set's own.
fn besides(
    own: Option<&KeywordSet>,
    known: Option<&HashSet<Name>>,
    given: Option<&[&str]>,
    totals: &Names<u64>,
) -> Option<u64> {
    let besides = |user: &str| {
        let total = totals.get(user).copied().unwrap_or(0);
        let counted = known.is_some_and(|known| known.contains(&*user.to_lowercase()));
        total.saturating_sub(own.filter(|_| counted).map_or(0, |own| own.keywords))
    };
    match given {
        Some(given) => given.iter().map(|user| besides(user)).max(),
        None => known.into_iter().flatten().map(|user| besides(user.as_str())).max(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Directory, InMemoryDirectory, Name, Question, beginnings};
    use std::collections::BTreeMap;

    #[track_caller]
    fn finds(keys: &[&'static str], text: &str, expected: &[&str]) {
        let map: BTreeMap<_, _> = keys.iter().map(|key| (Name::new(key), *key)).collect();
        assert_eq!(beginnings(&map, text).copied().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_keys_that_a_text_begins_with() {
        finds(&[], "8001", &[]);
        finds(&["80", "8001", "800", "8", "9"], "8001", &["8001", "800", "80", "8"]);
        finds(&["8", "80", "8000", "80005", "7"], "8001", &["80", "8"]);
        finds(&["", "8002", "7"], "8001", &[""]);
        finds(&["8001", "80011"], "800", &[]);
        finds(&["\u{e8}", "\u{e8}x", "\u{e8}a"], "\u{e8}\u{e9}", &["\u{e8}"]);
        // The second letters share their first byte.
        finds(&["a", "a\u{e8}"], "a\u{e9}", &["a"]);
    }

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
