//! Counts the keywords that the keyword sets of a server would have.

use super::findings::RuleFindings;
use super::scope::Lookup;
use super::site::RuleSite;
use crate::directory::{NameList, StoredQuestion};
use crate::rules::path::PropertyPath;
use crate::value_ref::ValueRef;

/// The sets whose keywords are counted together.
pub(crate) enum KeywordScope<'p> {
    /// All sets.
    All,
    /// The sets of each workgroup that uses the set, and the path of the workgroups in the body.
    Workgroups(Option<&'p PropertyPath>),
    /// The sets of each recorder policy that uses the set, and the path of the policies in the body.
    RecorderPolicies(Option<&'p PropertyPath>),
}

/// Checks the number of keywords, counting an array in place of the set's current keywords.
pub(crate) fn check_keyword_count<'a>(
    site: &RuleSite<'a, '_>,
    set: Option<&PropertyPath>,
    scope: &KeywordScope<'_>,
    max: u64,
    findings: &mut RuleFindings<'a>,
) {
    let Some(value) = site.non_null() else { return };
    let Some(list) = value.list() else { return site.fail(findings) };
    let own = list.count() as u64;
    let subject = site.subject().map(|subject| subject.id.as_str());
    let (id, not_known) = match set.map(|path| (path, site.lookup(path))) {
        Some((_, Lookup::Set(value))) => match value.id() {
            Some(id) => (Some(id), None),
            None => return site.fail(findings),
        },
        Some((path, Lookup::NotKnown(hint))) if subject.is_none() => (None, Some(site.not_known(path, hint))),
        _ => (subject, None),
    };
    let Ok(users) = scope.path().map_or(Ok(None), |path| users(site, path)) else { return site.fail(findings) };
    if let Some(reason) = not_known {
        return site.unchecked(reason, findings);
    }
    let except = id.map(|id| site.name(id));
    let others = site.ask_for_number(&match scope {
        KeywordScope::All => StoredQuestion::KeywordCount { except },
        KeywordScope::Workgroups(_) => StoredQuestion::WorkgroupKeywordCount { except, workgroups: users },
        KeywordScope::RecorderPolicies(_) => {
            StoredQuestion::RecorderPolicyKeywordCount { except, recorder_policies: users }
        }
    });
    let fits = |others: Option<u64>| match (others, scope) {
        (Some(others), _) => others.saturating_add(own) <= max,
        (None, KeywordScope::All) => own <= max,
        // If nothing uses the set, no maximum is exceeded.
        (None, KeywordScope::Workgroups(_) | KeywordScope::RecorderPolicies(_)) => true,
    };
    site.decide(others.map(fits), findings);
}

impl<'p> KeywordScope<'p> {
    fn path(&self) -> Option<&'p PropertyPath> {
        match self {
            Self::All => None,
            Self::Workgroups(path) | Self::RecorderPolicies(path) => *path,
        }
    }
}

/// Ids in place of the directory's: `None` if they are not known, an error if one cannot be read.
type GivenIds = Result<Option<NameList>, ()>;

/// Returns the ids that the body gives in place of the directory's.
fn users(site: &RuleSite<'_, '_>, path: &PropertyPath) -> GivenIds {
    match site.lookup(path) {
        Lookup::Absent | Lookup::NotKnown(_) => Ok(None),
        Lookup::Null => Ok(Some(std::iter::empty::<&str>().collect())),
        Lookup::Set(array) => ids(site, path, array),
    }
}

/// Returns an array of ids; it is read once for all items that do not contain it.
fn ids(site: &RuleSite<'_, '_>, path: &PropertyPath, array: ValueRef<'_>) -> GivenIds {
    let indexes = site.scope.indexes(path, site.cursor);
    let mut arrays = site.run.arrays_of_ids.borrow_mut();
    match arrays.get(&site.rule.number) {
        Some(last) if last.indexes == indexes => last.ids.clone(),
        _ => {
            let ids = read_ids(array, &site.scope.malformed_items(path, site.cursor));
            arrays.insert(site.rule.number, ArrayOfIds { indexes, ids: ids.clone() });
            ids
        }
    }
}

/// Reads ids, which are not known if an item is malformed.
fn read_ids(array: ValueRef<'_>, malformed: &[usize]) -> GivenIds {
    let array = array.list().ok_or(())?;
    let is_read = |index: &usize| malformed.binary_search(index).is_err();
    let ids = (0..array.count()).filter(is_read).map(|index| array.item(index)?.id());
    let ids: Option<NameList> = ids.collect();
    ids.ok_or(()).map(|ids| malformed.is_empty().then_some(ids))
}

/// An array of ids, and its location.
pub(super) struct ArrayOfIds {
    /// The indexes of the items around it.
    indexes: Vec<usize>,
    ids: GivenIds,
}
