//! Reading a directory file: strict, and everything that is wrong at once.

use super::AttributeValue;
use super::extensions::{Extensions, Owner, Owners};
use super::in_memory::{InMemoryDirectory, KeywordSet, KeywordSets, Objects, Users};
use super::index::{FoldedMap, FoldedName};
use super::loader::Loader;
use crate::file::{LoadError, LoadProblem};
use crate::json::tree::{Json, Tree, parse};
use crate::value_ref::ValueRef;
use crate::vocabulary::AttendantKind;
use std::collections::BTreeMap;

const KEYS: [&str; 15] = [
    "$schema",
    "objects",
    "extensions",
    "accessControlGroups",
    "keywordSets",
    "mailboxes",
    "phoneCatalog",
    "registrationGroups",
    "networkAdapters",
    "timeZones",
    "languages",
    "attendantProfiles",
    "sharedAppearances",
    "references",
    "statuses",
];

pub(super) fn load(text: &str) -> Result<InMemoryDirectory, LoadError> {
    let tree = parse(text).map_err(|syntax| LoadError::new(vec![syntax.into()], text))?;
    let mut loader = Loader::default();
    let mut directory = InMemoryDirectory::default();
    for member in loader.object(&tree, Some(&KEYS), "key of a directory").unwrap_or_default() {
        loader.member(member, |loader, tree| loader.key(&mut directory, &member.name, tree));
    }
    match loader.refusals {
        refusals if refusals.is_empty() => Ok(directory),
        refusals => Err(LoadError::new(refusals, text)),
    }
}

impl Loader {
    fn key(&mut self, directory: &mut InMemoryDirectory, key: &str, tree: &Tree<'_>) {
        match key {
            "$schema" => _ = self.text(tree),
            "objects" => directory.objects = Some(self.each(tree, Self::objects)),
            "extensions" => directory.extensions = Some(self.extensions(tree)),
            "accessControlGroups" => directory.access_control_groups = Some(self.groups(tree)),
            "keywordSets" => directory.keyword_sets = Some(self.keyword_sets(tree)),
            "mailboxes" => directory.mailboxes = Some(self.each(tree, Self::names)),
            "phoneCatalog" => directory.phone_catalog = Some(self.each(tree, Self::names)),
            "sharedAppearances" => directory.shared_appearances = Some(self.each(tree, Self::names)),
            "registrationGroups" => directory.registration_groups = Some(self.each(tree, Self::registration_group)),
            "networkAdapters" => directory.network_adapters = Some(self.names(tree)),
            "timeZones" => directory.time_zones = Some(self.names(tree)),
            "languages" => directory.languages = Some(self.names(tree)),
            "attendantProfiles" => directory.attendant_profiles = Some(self.attendant_profiles(tree)),
            "references" => directory.references = Some(self.each(tree, Self::counts)),
            "statuses" => directory.statuses = Some(self.statuses(tree)),
            _ => {}
        }
    }

    /// What `read` makes of each entry, by name.
    fn each<T>(&mut self, tree: &Tree<'_>, read: fn(&mut Self, &Tree<'_>) -> T) -> FoldedMap<T> {
        let mut entries = FoldedMap::default();
        self.map(tree, |loader, name, tree| {
            let entry = read(loader, tree);
            entries.insert(name, entry)
        });
        entries
    }

    fn objects(&mut self, tree: &Tree<'_>) -> Objects {
        let mut objects = Objects::default();
        self.list(tree, |loader, tree| {
            let Some(members) = loader.object(tree, Some(&["id", "attributes"]), "member of an object") else { return };
            let Some(id) = loader.required(tree, &members, "id", Self::text) else { return };
            let id = FoldedName::new(&id);
            for member in members.iter().filter(|member| member.name == "attributes") {
                loader.member(member, |loader, tree| {
                    let mut own: FoldedMap<()> = FoldedMap::default();
                    loader.map(tree, |loader, attribute, tree| {
                        match AttributeValue::of(tree.into()) {
                            Some(value) => {
                                let values = objects.attributes.entry(attribute).or_default();
                                values.entry(value.into()).or_default().insert(id.clone());
                            }
                            None if ValueRef::from(tree).is_null() => {}
                            None => loader.expected(tree, "a text, a number or a Boolean"),
                        }
                        own.insert(attribute, ())
                    });
                });
            }
            objects.ids.insert(id);
        });
        objects
    }

    fn extensions(&mut self, tree: &Tree<'_>) -> Extensions {
        let mut extensions: BTreeMap<FoldedName, Owners> = BTreeMap::new();
        self.list(tree, |loader, tree| {
            if let Json::String(extension) = &tree.json {
                extensions.entry(FoldedName::new(extension)).or_default().insert(None);
                return;
            }
            let Some(members) = loader.object(tree, Some(&["extension", "objectType", "id"]), "member of an extension")
            else {
                return;
            };
            let Some(extension) = loader.required(tree, &members, "extension", Self::text) else { return };
            let object_type = loader.optional(&members, "objectType", Self::text);
            let owner = loader.optional(&members, "id", Self::text).map(|id| Owner {
                object_type: FoldedName::new(object_type.as_deref().unwrap_or("user")),
                id: FoldedName::new(&id),
            });
            extensions.entry(FoldedName::new(&extension)).or_default().insert(owner);
        });
        Extensions::new(extensions)
    }

    /// The depth of each group, found by following each parent once.
    fn groups(&mut self, tree: &Tree<'_>) -> FoldedMap<Option<u64>> {
        let mut parents: FoldedMap<Option<String>> = FoldedMap::default();
        self.map(tree, |loader, name, tree| match &tree.json {
            Json::Null => parents.insert(name, None),
            Json::String(parent) => parents.insert(name, Some(parent.to_lowercase())),
            _ => {
                loader.expected(tree, "the name of the parent, or null");
                true
            }
        });
        let mut depths: FoldedMap<Option<u64>> = FoldedMap::default();
        for name in parents.keys() {
            let mut chain = Vec::new();
            let mut next = Some(name);
            let mut depth = Some(0);
            while let Some(group) = next {
                if let Some(known) = depths.get(group) {
                    depth = *known;
                    break;
                }
                let Some(parent) = parents.get(group) else {
                    depth = None;
                    break;
                };
                // Noted as broken until its depth is known, so that a loop ends here.
                depths.insert(group, None);
                chain.push(group);
                next = parent.as_deref();
            }
            for group in chain.into_iter().rev() {
                depth = depth.map(|depth| depth + 1);
                depths.entry(group).insert_entry(depth);
            }
        }
        depths
    }

    fn keyword_sets(&mut self, tree: &Tree<'_>) -> KeywordSets {
        let mut sets = KeywordSets::default();
        self.list(tree, |loader, tree| {
            let known = ["id", "keywords", "workgroups", "recorderPolicies"];
            let Some(members) = loader.object(tree, Some(&known), "member of a keyword set") else { return };
            let id = loader.required(tree, &members, "id", Self::text);
            let keywords = loader.required(tree, &members, "keywords", Self::count);
            let mut users = |name: &str| {
                let names = loader.optional(&members, name, |loader, tree| Some(loader.names(tree)));
                names.unwrap_or_default().into_keys()
            };
            let (workgroups, recorder_policies) = (users("workgroups"), users("recorderPolicies"));
            let (Some(id), Some(keywords)) = (id, keywords) else { return };
            sets.total = sets.total.saturating_add(keywords);
            for (users, totals) in
                [(&workgroups, &mut sets.workgroups), (&recorder_policies, &mut sets.recorder_policies)]
            {
                for user in users {
                    let total = totals.entry(user.as_str()).or_default();
                    *total = total.saturating_add(keywords);
                }
            }
            let users = |ids| Users { ids, most: None };
            let set =
                KeywordSet { keywords, workgroups: users(workgroups), recorder_policies: users(recorder_policies) };
            if !sets.sets.insert(&id, set) {
                loader.repeated(tree.at, &id);
            }
        });
        for set in sets.sets.values_mut() {
            for (users, totals) in
                [(&mut set.workgroups, &sets.workgroups), (&mut set.recorder_policies, &sets.recorder_policies)]
            {
                users.most = users.ids.iter().filter_map(|id| totals.get(id.as_str())).copied().max();
            }
        }
        sets
    }

    /// Whether one of the group's entries is a line that uses TLS.
    fn registration_group(&mut self, tree: &Tree<'_>) -> bool {
        const TLS: i128 = 2;
        const KINDS: [&str; 4] = ["line", "manual", "proxy", "dns"];
        let mut secure = false;
        self.list(tree, |loader, tree| {
            let known = ["line", "transport", "manual", "proxy", "dns"];
            let Some(members) = loader.object(tree, Some(&known), "member of a registration entry") else { return };
            let has = |kind: &&str| members.iter().any(|member| member.name == **kind);
            if !KINDS.iter().any(has) {
                loader.refuse(LoadProblem::new(tree.at, "expected one of `line`, `manual`, `proxy`, `dns`"));
            }
            for kind in KINDS {
                loader.optional(&members, kind, Self::text);
            }
            let transport = loader.optional(&members, "transport", Self::integer);
            let line = has(&"line") && !KINDS[1..].iter().any(has);
            secure |= line && transport == Some(TLS);
        });
        secure
    }

    fn attendant_profiles(&mut self, tree: &Tree<'_>) -> FoldedMap<Vec<Option<AttendantKind>>> {
        let mut profiles: FoldedMap<Vec<Option<AttendantKind>>> = FoldedMap::default();
        self.list(tree, |loader, tree| {
            let Some(members) = loader.object(tree, Some(&["id", "kind"]), "member of an attendant profile") else {
                return;
            };
            let Some(id) = loader.required(tree, &members, "id", Self::text) else { return };
            let kind = loader.optional(&members, "kind", Self::attendant_kind);
            let kinds = profiles.entry(&id).or_default();
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        });
        profiles
    }

    fn attendant_kind(&mut self, tree: &Tree<'_>) -> Option<AttendantKind> {
        let text = self.text(tree)?;
        let kind = text.parse().ok();
        if kind.is_none() {
            let names = AttendantKind::ALL.iter().map(|kind| kind.name());
            self.refuse(LoadProblem::unknown(tree.at, "kind of attendant profile", &text, names));
        }
        kind
    }

    fn counts(&mut self, tree: &Tree<'_>) -> FoldedMap<u64> {
        let mut counts = FoldedMap::default();
        self.map(tree, |loader, id, tree| loader.count(tree).is_none_or(|count| counts.insert(id, count)));
        counts
    }

    fn statuses(&mut self, tree: &Tree<'_>) -> FoldedMap<bool> {
        let mut statuses: FoldedMap<bool> = FoldedMap::default();
        self.list(tree, |loader, tree| {
            let Some(members) = loader.object(tree, Some(&["id", "afterCallWork"]), "member of a status") else {
                return;
            };
            let id = loader.required(tree, &members, "id", Self::text);
            let after_call = loader.optional(&members, "afterCallWork", Self::boolean);
            if let Some(id) = id
                && !statuses.insert(&id, after_call.unwrap_or(false))
            {
                loader.repeated(tree.at, &id);
            }
        });
        statuses
    }

    fn names(&mut self, tree: &Tree<'_>) -> FoldedMap<()> {
        let mut names = FoldedMap::default();
        self.list(tree, |loader, tree| {
            if let Some(name) = loader.text(tree) {
                names.insert(&name, ());
            }
        });
        names
    }
}
