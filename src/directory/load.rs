//! Reading a directory file: strict, and everything that is wrong at once.

use super::AttributeValue;
use super::extensions::{Extensions, Owner, Owners};
use super::in_memory::{InMemoryDirectory, KeywordSet, KeywordSets, Objects, Users};
use super::index::{Key, Name, Names};
use crate::json::tree::{Json, Member, Tree, parse};
use crate::node::Node;
use crate::report::Place;
use crate::report::Segment;
use crate::rules::{AttendantKind, Refusal, Refused, shown, text::number::integral};
use std::collections::{BTreeMap, HashMap};

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

/// What the places of all refusals may add up to; a name of a megabyte can have as many wrong entries. What is wrong beyond that is not told.
const PLACES: usize = 64 << 20;

pub(super) fn load(text: &str) -> Result<InMemoryDirectory, Refused> {
    let tree =
        parse(text).map_err(|syntax| Refused::new(vec![Refusal::new(syntax.at, syntax.error.to_string())], text))?;
    let mut loader = Loader { refusals: Vec::new(), place: Place::default(), places: 0 };
    let mut directory = InMemoryDirectory::default();
    for member in loader.object(&tree, Some(&KEYS), "key of a directory").unwrap_or_default() {
        loader.within(member, |loader, tree| loader.key(&mut directory, &member.name, tree));
    }
    match loader.refusals {
        refusals if refusals.is_empty() => Ok(directory),
        refusals => Err(Refused::new(refusals, text)),
    }
}

struct Loader {
    refusals: Vec<Refusal>,
    place: Place,
    /// What the places of the refusals add up to.
    places: usize,
}

impl Loader {
    fn key(&mut self, directory: &mut InMemoryDirectory, key: &str, tree: &Tree<'_>) {
        match key {
            "$schema" => _ = self.text(tree),
            "objects" => {
                let mut types = Names::default();
                self.map(tree, |loader, name, tree| {
                    let objects = loader.objects(tree);
                    types.insert(name, objects)
                });
                directory.objects = Some(types);
            }
            "extensions" => directory.extensions = Some(self.extensions(tree)),
            "accessControlGroups" => directory.access_control_groups = Some(self.groups(tree)),
            "keywordSets" => directory.keyword_sets = Some(self.keyword_sets(tree)),
            "mailboxes" => directory.mailboxes = Some(self.lists(tree)),
            "phoneCatalog" => directory.phone_catalog = Some(self.lists(tree)),
            "sharedAppearances" => directory.shared_appearances = Some(self.lists(tree)),
            "registrationGroups" => {
                let mut groups = Names::default();
                self.map(tree, |loader, name, tree| {
                    let secure = loader.registration_group(tree);
                    groups.insert(name, secure)
                });
                directory.registration_groups = Some(groups);
            }
            "networkAdapters" => directory.network_adapters = Some(self.names(tree)),
            "timeZones" => directory.time_zones = Some(self.names(tree)),
            "languages" => directory.languages = Some(self.names(tree)),
            "attendantProfiles" => directory.attendant_profiles = Some(self.attendant_profiles(tree)),
            "references" => {
                let mut types = Names::default();
                self.map(tree, |loader, name, tree| {
                    let mut counts = Names::default();
                    loader
                        .map(tree, |loader, id, tree| loader.count(tree).is_none_or(|count| counts.insert(id, count)));
                    types.insert(name, counts)
                });
                directory.references = Some(types);
            }
            "statuses" => directory.statuses = Some(self.statuses(tree)),
            _ => {}
        }
    }

    fn objects(&mut self, tree: &Tree<'_>) -> Objects {
        let mut objects = Objects::default();
        self.list(tree, |loader, tree| {
            let Some(members) = loader.object(tree, Some(&["id", "attributes"]), "member of an object") else { return };
            let Some(id) = loader.required_text(tree, &members, "id") else { return };
            let id = Name::new(&id);
            for member in members.iter().filter(|member| member.name == "attributes") {
                loader.within(member, |loader, tree| {
                    let mut own: Names<()> = Names::default();
                    loader.map(tree, |loader, attribute, tree| {
                        match AttributeValue::of(tree.into()) {
                            Some(value) => {
                                let values: &mut HashMap<Key, _> = objects.attributes.entry(attribute).or_default();
                                values
                                    .entry(value.into())
                                    .or_insert_with(std::collections::HashSet::new)
                                    .insert(id.clone());
                            }
                            None if Node::from(tree).is_null() => {}
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
        let mut extensions: BTreeMap<Name, Owners> = BTreeMap::new();
        self.list(tree, |loader, tree| {
            if let Json::Text(extension) = &tree.json {
                extensions.entry(Name::new(extension)).or_default().insert(None);
                return;
            }
            let Some(members) = loader.object(tree, Some(&["extension", "objectType", "id"]), "member of an extension")
            else {
                return;
            };
            let Some(extension) = loader.required_text(tree, &members, "extension") else { return };
            let object_type = loader.optional_text(&members, "objectType");
            let owner = loader.optional_text(&members, "id").map(|id| Owner {
                object_type: Name::new(object_type.as_deref().unwrap_or("user")),
                id: Name::new(&id),
            });
            extensions.entry(Name::new(&extension)).or_default().insert(owner);
        });
        Extensions::new(extensions)
    }

    /// The depth of each group, found by following each parent once.
    fn groups(&mut self, tree: &Tree<'_>) -> Names<Option<u64>> {
        let mut parents: Names<Option<String>> = Names::default();
        self.map(tree, |loader, name, tree| match &tree.json {
            Json::Null => parents.insert(name, None),
            Json::Text(parent) => parents.insert(name, Some(parent.to_lowercase())),
            _ => {
                loader.expected(tree, "the name of the parent, or null");
                true
            }
        });
        let mut depths: Names<Option<u64>> = Names::default();
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
            let id = loader.required_text(tree, &members, "id");
            let keywords =
                loader.required(tree, &members, "keywords").and_then(|member| loader.member(member, Self::count));
            let mut users = |name: &str| {
                let member = members.iter().find(|member| member.name == name);
                member.map(|member| loader.member(member, Self::names)).unwrap_or_default().into_keys()
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
            let get = |name: &str| members.iter().find(|member| member.name == name);
            if !KINDS.iter().any(|kind| get(kind).is_some()) {
                loader.refuse(Refusal::new(tree.at, "expected one of `line`, `manual`, `proxy`, `dns`"));
            }
            for kind in KINDS {
                loader.optional_text(&members, kind);
            }
            let transport = get("transport").and_then(|member| loader.member(member, Self::integer));
            let line = get("line").is_some() && KINDS[1..].iter().all(|kind| get(kind).is_none());
            secure |= line && transport == Some(TLS);
        });
        secure
    }

    fn attendant_profiles(&mut self, tree: &Tree<'_>) -> Names<Vec<Option<AttendantKind>>> {
        let mut profiles: Names<Vec<Option<AttendantKind>>> = Names::default();
        self.list(tree, |loader, tree| {
            let Some(members) = loader.object(tree, Some(&["id", "kind"]), "member of an attendant profile") else {
                return;
            };
            let Some(id) = loader.required_text(tree, &members, "id") else { return };
            let kind = members.iter().find(|member| member.name == "kind").and_then(|member| {
                loader.member(member, |loader, tree| {
                    let text = loader.text(tree)?;
                    let kind = AttendantKind::from_name(&text);
                    if kind.is_none() {
                        let names = AttendantKind::ALL.iter().map(|kind| kind.name());
                        loader.refuse(Refusal::unknown(tree.at, "kind of attendant profile", &text, names));
                    }
                    kind
                })
            });
            let kinds = profiles.entry(&id).or_default();
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        });
        profiles
    }

    fn statuses(&mut self, tree: &Tree<'_>) -> Names<bool> {
        let mut statuses: Names<bool> = Names::default();
        self.list(tree, |loader, tree| {
            let Some(members) = loader.object(tree, Some(&["id", "afterCallWork"]), "member of a status") else {
                return;
            };
            let id = loader.required_text(tree, &members, "id");
            let after_call = members.iter().find(|member| member.name == "afterCallWork").and_then(|member| {
                loader.member(member, |loader, tree| {
                    if let Json::Boolean(value) = tree.json {
                        return Some(value);
                    }
                    loader.expected(tree, "a Boolean");
                    None
                })
            });
            if let Some(id) = id
                && !statuses.insert(&id, after_call.unwrap_or(false))
            {
                loader.repeated(tree.at, &id);
            }
        });
        statuses
    }

    fn lists(&mut self, tree: &Tree<'_>) -> Names<Names<()>> {
        let mut lists = Names::default();
        self.map(tree, |loader, name, tree| {
            let names = loader.names(tree);
            lists.insert(name, names)
        });
        lists
    }

    fn names(&mut self, tree: &Tree<'_>) -> Names<()> {
        let mut names = Names::default();
        self.list(tree, |loader, tree| {
            if let Some(name) = loader.text(tree) {
                names.insert(&name, ());
            }
        });
        names
    }
}

/// Plain values, and where they stand.
impl Loader {
    fn refuse(&mut self, refusal: Refusal) {
        if self.places > PLACES {
            return;
        }
        let key = self.place.0.iter().rev().find_map(|segment| match segment {
            Segment::Member(name) => Some(name.to_string()),
            Segment::Index(_) => None,
        });
        self.push(Refusal { parameter: refusal.parameter.or(key), ..refusal });
    }

    fn push(&mut self, refusal: Refusal) {
        if self.places <= PLACES {
            let refusal = refusal.pointer(self.place.pointer());
            self.places += refusal.pointer.len() + refusal.parameter.as_ref().map_or(0, String::len);
            self.refusals.push(refusal);
        }
    }

    fn expected(&mut self, tree: &Tree<'_>, what: &str) {
        self.refuse(Refusal::new(tree.at, format!("expected {what}, found {}", shown(&tree.json))));
    }

    fn repeated(&mut self, at: usize, name: &str) {
        self.refuse(Refusal::new(at, format!("`{name}` is there already; names compare without case")));
    }

    fn within(&mut self, member: &Member<'_>, read: impl FnOnce(&mut Self, &Tree<'_>)) {
        self.member(member, read);
    }

    fn member<T>(&mut self, member: &Member<'_>, read: impl FnOnce(&mut Self, &Tree<'_>) -> T) -> T {
        self.place.0.push(Segment::Member(member.name.to_string().into()));
        let read = read(self, &member.value);
        self.place.0.pop();
        read
    }

    /// The members of an object; those that are repeated or unknown are refused and left out. What is no object is refused.
    fn object<'t, 'a>(
        &mut self,
        tree: &'t Tree<'a>,
        known: Option<&[&str]>,
        what: &str,
    ) -> Option<Vec<&'t Member<'a>>> {
        let Json::Object(members) = &tree.json else {
            self.expected(tree, "an object");
            return None;
        };
        let mut kept = Vec::with_capacity(members.len());
        for member in members {
            match known {
                _ if member.repeated => self.key_refusal(member, format!("`{}` is repeated", member.name), None),
                Some(known) if !known.contains(&&*member.name) => {
                    let Refusal { message, near_miss, .. } =
                        Refusal::unknown(member.at, what, &member.name, known.iter().copied());
                    self.key_refusal(member, message, near_miss);
                }
                _ => kept.push(member),
            }
        }
        Some(kept)
    }

    fn key_refusal(&mut self, member: &Member<'_>, message: String, near_miss: Option<String>) {
        let refusal = Refusal { near_miss, ..Refusal::new(member.at, message) };
        self.push(refusal.parameter(member.name.to_string()));
    }

    /// Shows each entry of a map whose names compare without case; `read` says whether the name was new.
    fn map(&mut self, tree: &Tree<'_>, mut read: impl FnMut(&mut Self, &str, &Tree<'_>) -> bool) {
        for member in self.object(tree, None, "").unwrap_or_default() {
            let new = self.member(member, |loader, tree| read(loader, &member.name, tree));
            if !new {
                self.key_refusal(
                    member,
                    format!("`{}` is there already; names compare without case", member.name),
                    None,
                );
            }
        }
    }

    fn list(&mut self, tree: &Tree<'_>, mut read: impl FnMut(&mut Self, &Tree<'_>)) {
        let Json::List(items) = &tree.json else {
            return self.expected(tree, "a list");
        };
        for (index, item) in items.iter().enumerate() {
            self.place.0.push(Segment::Index(index));
            read(self, item);
            self.place.0.pop();
        }
    }

    fn text(&mut self, tree: &Tree<'_>) -> Option<String> {
        if let Json::Text(text) = &tree.json {
            return Some(text.to_string());
        }
        self.expected(tree, "a text");
        None
    }

    fn integer(&mut self, tree: &Tree<'_>) -> Option<i128> {
        let integer = match tree.json {
            Json::Number(text) => integral(text),
            _ => None,
        };
        if integer.is_none() {
            self.expected(tree, "an integer");
        }
        integer
    }

    fn count(&mut self, tree: &Tree<'_>) -> Option<u64> {
        let count = self.integer(tree)?;
        let count = u64::try_from(count).ok();
        if count.is_none() {
            self.expected(tree, "an integer of at least 0");
        }
        count
    }

    fn required<'m, 't, 'a>(
        &mut self,
        tree: &Tree<'_>,
        members: &'m [&'t Member<'a>],
        name: &str,
    ) -> Option<&'m &'t Member<'a>> {
        let member = members.iter().find(|member| member.name == name);
        if member.is_none() {
            self.refuse(Refusal::new(tree.at, format!("`{name}` is missing")).parameter(name));
        }
        member
    }

    fn required_text(&mut self, tree: &Tree<'_>, members: &[&Member<'_>], name: &str) -> Option<String> {
        let member = self.required(tree, members, name)?;
        self.member(member, Self::text)
    }

    fn optional_text(&mut self, members: &[&Member<'_>], name: &str) -> Option<String> {
        let member = members.iter().find(|member| member.name == name)?;
        self.member(member, Self::text)
    }
}
