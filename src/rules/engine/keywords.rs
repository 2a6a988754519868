//! How many keywords the keyword sets of a server would have.

use super::findings::Findings;
use super::scope::Lookup;
use super::site::Site;
use crate::directory::Question;
use crate::rules::path::PropertyPath;
use crate::value_ref::ValueRef;

/// Whose keywords are counted.
pub(crate) enum KeywordScope<'p> {
    /// Those of all sets.
    All,
    /// Those of each workgroup that uses the set, and where the body says which.
    Workgroups(Option<&'p PropertyPath>),
    /// Those of each recorder policy that uses the set.
    RecorderPolicies(Option<&'p PropertyPath>),
}

/// Checks an array of keywords in place of the set's own.
pub(crate) fn check_keyword_count<'a>(
    site: &Site<'a, '_>,
    set: Option<&PropertyPath>,
    scope: &KeywordScope<'_>,
    max: u64,
    findings: &mut Findings<'a>,
) {
    let Some(value) = site.set() else { return };
    let Some(list) = value.list() else { return site.fail(findings) };
    let own = list.count() as u64;
    let subject = site.subject().map(|subject| subject.id.as_str());
    let (id, not_known) = match set.map(|path| (path, site.lookup(path))) {
        Some((_, Lookup::Set(value))) => match value.id() {
            Some(id) => (Some(id), None),
            None => return site.fail(findings),
        },
        Some((path, Lookup::NotKnown)) if subject.is_none() => (None, Some(path)),
        _ => (subject, None),
    };
    let Ok(scope) = resolved(site, scope) else { return site.fail(findings) };
    if let Some(path) = not_known {
        return site.path_not_known(path, findings);
    }
    let count = match scope {
        ResolvedScope::All => site.directory().keyword_count_excluding(id).map(Some),
        ResolvedScope::Workgroups(ids) => site.directory().max_workgroup_keyword_count_excluding(id, ids.as_deref()),
        ResolvedScope::RecorderPolicies(ids) => {
            site.directory().max_recorder_policy_keyword_count_excluding(id, ids.as_deref())
        }
    };
    let fits = count.map(|count| count.is_none_or(|count| count.saturating_add(own) <= max));
    site.answered(fits, || site.missing(Question::Key("keywordSets")), findings);
}

enum ResolvedScope<'a> {
    All,
    Workgroups(Option<Vec<&'a str>>),
    RecorderPolicies(Option<Vec<&'a str>>),
}

/// Returns the ids that the body gives in place of the directory's.
fn resolved<'a>(site: &Site<'a, '_>, scope: &KeywordScope<'_>) -> Result<ResolvedScope<'a>, ()> {
    let ids = |path: Option<&PropertyPath>| match path.map(|path| site.lookup(path)) {
        None | Some(Lookup::Absent | Lookup::NotKnown) => Ok(None),
        Some(Lookup::Null) => Ok(Some(Vec::new())),
        Some(Lookup::Set(value)) => {
            let list = value.list().ok_or(())?;
            (0..list.count())
                .map(|index| list.item(index).and_then(ValueRef::id).ok_or(()))
                .collect::<Result<_, _>>()
                .map(Some)
        }
    };
    Ok(match scope {
        KeywordScope::All => ResolvedScope::All,
        KeywordScope::Workgroups(path) => ResolvedScope::Workgroups(ids(*path)?),
        KeywordScope::RecorderPolicies(path) => ResolvedScope::RecorderPolicies(ids(*path)?),
    })
}
