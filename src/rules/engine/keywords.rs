//! How many keywords the sets of a server would have.

use super::{Findings, LastList, Lookup, Site};
use crate::directory::{NameList, StoredQuestion};
use crate::rules::path::PropertyPath;
use crate::value_ref::ValueRef;

/// Whose keywords are counted.
pub(crate) enum Users<'p> {
    /// Those of all sets.
    All,
    /// Those of each workgroup that uses the set, and where the body has the workgroups.
    Workgroups(Option<&'p PropertyPath>),
    /// Those of each recorder policy that uses the set, and where the body has the policies.
    RecorderPolicies(Option<&'p PropertyPath>),
}

/// Checks an array of keywords in place of the set's own.
pub(crate) fn keywords(
    site: &Site<'_, '_>,
    set: Option<&PropertyPath>,
    users: &Users<'_>,
    max: u64,
    findings: &mut Findings,
) {
    let Some(node) = site.set() else { return };
    let Some(list) = node.list() else { return site.fail(findings) };
    let own = list.count() as u64;
    let subject = site.subject().map(|subject| subject.id.as_str());
    let (id, not_known) = match set.map(|path| (path, site.lookup(path))) {
        Some((_, Lookup::Set(node))) => match node.id() {
            Some(id) => (Some(id), None),
            None => return site.fail(findings),
        },
        Some((path, Lookup::NotKnown)) if subject.is_none() => (None, Some(path)),
        _ => (subject, None),
    };
    let Ok(names) = users.path().map_or(Ok(None), |path| names(site, path)) else { return site.fail(findings) };
    if let Some(path) = not_known {
        return site.path_not_known(path, findings);
    }
    let except = id.map(|id| site.name(id));
    let others = site.ask_for_number(&match users {
        Users::All => StoredQuestion::KeywordCount { except },
        Users::Workgroups(_) => StoredQuestion::WorkgroupKeywordCount { except, workgroups: names },
        Users::RecorderPolicies(_) => StoredQuestion::RecorderPolicyKeywordCount { except, recorder_policies: names },
    });
    let fits = |others: Option<u64>| match (others, users) {
        (Some(others), _) => others.saturating_add(own) <= max,
        // Where nobody uses the set, nobody has too many.
        (None, Users::Workgroups(_) | Users::RecorderPolicies(_)) => true,
        (None, Users::All) => own <= max,
    };
    site.answered(others.map(fits), findings);
}

impl<'p> Users<'p> {
    fn path(&self) -> Option<&'p PropertyPath> {
        match self {
            Self::All => None,
            Self::Workgroups(path) | Self::RecorderPolicies(path) => *path,
        }
    }
}

/// Returns the ids that the body has in place of the directory's; an error if they cannot be read.
fn names(site: &Site<'_, '_>, path: &PropertyPath) -> Result<Option<NameList>, ()> {
    match site.lookup(path) {
        Lookup::Absent | Lookup::NotKnown => Ok(None),
        Lookup::Null => Ok(Some(std::iter::empty::<&str>().collect())),
        Lookup::Set(node) => list(site, path, node).ok_or(()).map(Some),
    }
}

/// Returns an array of ids, which is read once for all items that it is outside of.
fn list(site: &Site<'_, '_>, path: &PropertyPath, node: ValueRef<'_>) -> Option<NameList> {
    let indexes = site.scope.indexes(path, site.trail);
    let mut lists = site.run.lists.borrow_mut();
    let last = lists.entry(site.place.indexes()).or_insert_with(|| LastList::new(&indexes, node));
    if last.indexes != indexes {
        *last = LastList::new(&indexes, node);
    }
    last.ids.clone()
}

impl LastList {
    fn new(indexes: &[usize], node: ValueRef<'_>) -> Self {
        let ids = node.list().and_then(|list| (0..list.count()).map(|index| list.item(index)?.id()).collect());
        Self { indexes: indexes.to_vec(), ids }
    }
}
