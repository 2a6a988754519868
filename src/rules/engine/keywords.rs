//! How many keywords the sets of a server would have.

use super::{Findings, Lookup, Site};
use crate::directory::Question;
use crate::rules::path::PropertyPath;
use crate::value_ref::ValueRef;

/// Whose keywords are counted.
pub(crate) enum Users<'p> {
    /// Those of all sets.
    All,
    /// Those of each workgroup that uses the set, and where the body says which.
    Workgroups(Option<&'p PropertyPath>),
    /// Those of each recorder policy that uses the set.
    RecorderPolicies(Option<&'p PropertyPath>),
}

/// Judges a list of keywords in place of the set's own.
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
    let Ok(users) = given(site, users) else { return site.fail(findings) };
    if let Some(path) = not_known {
        return site.path_not_known(path, findings);
    }
    let count = match users {
        Given::All => site.directory().keyword_count_excluding(id).map(Some),
        Given::Workgroups(ids) => site.directory().max_workgroup_keyword_count_excluding(id, ids.as_deref()),
        Given::RecorderPolicies(ids) => {
            site.directory().max_recorder_policy_keyword_count_excluding(id, ids.as_deref())
        }
    };
    let fits = count.map(|count| count.is_none_or(|count| count.saturating_add(own) <= max));
    site.answered(fits, || site.missing(Question::Key("keywordSets")), findings);
}

enum Given<'a> {
    All,
    Workgroups(Option<Vec<&'a str>>),
    RecorderPolicies(Option<Vec<&'a str>>),
}

/// The ids that the body gives in place of the directory's.
fn given<'a>(site: &Site<'a, '_>, users: &Users<'_>) -> Result<Given<'a>, ()> {
    let ids = |path: Option<&PropertyPath>| match path.map(|path| site.lookup(path)) {
        None | Some(Lookup::Absent | Lookup::NotKnown) => Ok(None),
        Some(Lookup::Null) => Ok(Some(Vec::new())),
        Some(Lookup::Set(node)) => {
            let list = node.list().ok_or(())?;
            (0..list.count())
                .map(|index| list.item(index).and_then(ValueRef::id).ok_or(()))
                .collect::<Result<_, _>>()
                .map(Some)
        }
    };
    Ok(match users {
        Users::All => Given::All,
        Users::Workgroups(path) => Given::Workgroups(ids(*path)?),
        Users::RecorderPolicies(path) => Given::RecorderPolicies(ids(*path)?),
    })
}
