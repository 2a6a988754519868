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

/// Returns the ids that the body gives in place of the directory's; an error if they are not valid.
fn users(site: &RuleSite<'_, '_>, path: &PropertyPath) -> Result<Option<NameList>, ()> {
    match site.lookup(path) {
        Lookup::Absent | Lookup::NotKnown(_) => Ok(None),
        Lookup::Null => Ok(Some(std::iter::empty::<&str>().collect())),
        Lookup::Set(array) => ids(site, path, array).ok_or(()).map(Some),
    }
}

/// Returns an array of ids; it is read once for all items that do not contain it.
fn ids(site: &RuleSite<'_, '_>, path: &PropertyPath, array: ValueRef<'_>) -> Option<NameList> {
    let indexes = site.scope.indexes(path, site.cursor);
    let mut arrays = site.run.arrays_of_ids.borrow_mut();
    let last = arrays.entry(site.rule.number).or_insert_with(|| ArrayOfIds::new(&indexes, array));
    if last.indexes != indexes {
        *last = ArrayOfIds::new(&indexes, array);
    }
    last.ids.clone()
}

/// An array of ids, and its location.
pub(super) struct ArrayOfIds {
    /// The indexes of the items around it.
    indexes: Vec<usize>,
    /// `None` if it cannot be read.
    ids: Option<NameList>,
}

impl ArrayOfIds {
    fn new(indexes: &[usize], array: ValueRef<'_>) -> Self {
        let ids = array.list().and_then(|array| (0..array.count()).map(|index| array.item(index)?.id()).collect());
        Self { indexes: indexes.to_vec(), ids }
    }
}
