//! Keyword sets, and the workgroups and recorder policies that use them.

use super::{ByName, FoldedNames, NameList};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Debug, Clone, Default)]
pub(super) struct KeywordSets {
    sets: ByName<KeywordSet>,
    /// The number of keywords of all sets.
    total: u64,
    workgroups: Totals,
    recorder_policies: Totals,
}

/// A keyword set.
#[derive(Debug, Clone)]
struct KeywordSet {
    keywords: u64,
    workgroups: Users,
    recorder_policies: Users,
}

/// The users of a keyword set.
#[derive(Debug, Clone)]
struct Users {
    ids: FoldedNames,
    /// The maximum number of keywords of one of them.
    most: Option<u64>,
}

/// The number of keywords of all sets of each user.
#[derive(Debug, Default)]
struct Totals {
    totals: ByName<u64>,
    /// The users of the last question, sorted by their totals: a rule can ask about the same users for many items.
    ranked: Mutex<Option<(NameList, Ranking)>>,
}

/// The indexes of users with their totals, in descending order, each once.
type Ranking = Arc<[(u64, usize)]>;

/// The kind of users of a question.
#[derive(Debug, Clone, Copy)]
pub(super) enum UserKind {
    Workgroup,
    RecorderPolicy,
}

impl KeywordSets {
    /// Adds a set; returns `false` if its id exists.
    pub(super) fn add(
        &mut self,
        id: Box<str>,
        keywords: u64,
        workgroups: FoldedNames,
        recorder_policies: FoldedNames,
    ) -> bool {
        if self.sets.contains_key(&id) {
            return false;
        }
        self.total = self.total.saturating_add(keywords);
        self.workgroups.add(&workgroups, keywords);
        self.recorder_policies.add(&recorder_policies, keywords);
        let users = |ids| Users { ids, most: None };
        let (workgroups, recorder_policies) = (users(workgroups), users(recorder_policies));
        self.sets.insert(id, KeywordSet { keywords, workgroups, recorder_policies });
        true
    }

    /// Completes the data that depend on all sets.
    pub(super) fn finish(&mut self) {
        for set in self.sets.values_mut() {
            set.workgroups.most = self.workgroups.most(&set.workgroups.ids);
            set.recorder_policies.most = self.recorder_policies.most(&set.recorder_policies.ids);
        }
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.sets.keys().map(|id| &**id)
    }

    /// Returns the number of keywords of all sets except one.
    pub(super) fn count(&self, except: Option<&str>) -> u64 {
        self.total - self.keywords(except)
    }

    fn keywords(&self, set: Option<&str>) -> u64 {
        set.and_then(|set| self.sets.get(set)).map_or(0, |set| set.keywords)
    }

    /// Returns the maximum number of keywords of one of some users, not counting those of one set.
    pub(super) fn count_of_users(&self, kind: UserKind, except: Option<&str>, users: Option<&NameList>) -> Option<u64> {
        let keywords = self.keywords(except);
        let (users_of_set, totals) = match kind {
            UserKind::Workgroup => {
                (except.and_then(|set| self.sets.get(set)).map(|set| &set.workgroups), &self.workgroups)
            }
            UserKind::RecorderPolicy => {
                (except.and_then(|set| self.sets.get(set)).map(|set| &set.recorder_policies), &self.recorder_policies)
            }
        };
        let Some(users) = users else { return Some(users_of_set?.most? - keywords) };
        let mut most = None;
        for (total, index) in totals.ranked(users).iter() {
            if users_of_set.is_none_or(|known| !known.ids.contains(&*users[*index])) {
                // The following users have no more keywords, with or without the set.
                return most.max(Some(*total));
            }
            most = most.max(Some(total - keywords));
        }
        most
    }
}

impl Totals {
    fn add(&mut self, users: &FoldedNames, keywords: u64) {
        for user in users {
            let total = self.totals.entry(user.clone()).or_default();
            *total = total.saturating_add(keywords);
        }
    }

    fn most(&self, users: &FoldedNames) -> Option<u64> {
        users.iter().filter_map(|user| self.totals.get(user)).copied().max()
    }

    fn ranked(&self, users: &NameList) -> Ranking {
        let mut ranked = self.ranked.lock().unwrap_or_else(PoisonError::into_inner);
        match &*ranked {
            Some((known, ranking)) if known == users => ranking.clone(),
            _ => {
                let ranking = self.rank(users);
                *ranked = Some((users.clone(), ranking.clone()));
                ranking
            }
        }
    }

    fn rank(&self, users: &NameList) -> Ranking {
        let mut seen = HashSet::with_capacity(users.len());
        let once = users.iter().enumerate().filter(|(_, user)| seen.insert(user.as_str()));
        let total = |user: &str| self.totals.get(user).copied().unwrap_or(0);
        let mut ranking: Vec<_> = once.map(|(index, user)| (total(user), index)).collect();
        ranking.sort_unstable_by_key(|(total, index)| (Reverse(*total), *index));
        ranking.into()
    }
}

impl Clone for Totals {
    fn clone(&self) -> Self {
        Self { totals: self.totals.clone(), ranked: Mutex::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computes the result by its definition, over every user.
    fn by_definition(sets: &[(u64, Vec<u8>)], except: usize, users: Option<&[u8]>) -> Option<u64> {
        let own = sets.get(except).map_or(&[][..], |set| &set.1);
        let others = |user: u8| {
            let others = sets.iter().enumerate().filter(|(index, set)| *index != except && set.1.contains(&user));
            others.map(|(_, set)| set.0).sum()
        };
        users.unwrap_or(own).iter().map(|user| others(*user)).max()
    }

    #[test]
    fn every_use_of_two_sets_by_three_users() {
        let members = |bits: u8| (0..3).filter(|user| bits >> user & 1 == 1).collect::<Vec<u8>>();
        for (one, two) in (0..8).flat_map(|one| (0..8).map(move |two| (one, two))) {
            for keywords in [[3, 4], [5, 0], [2, 2]] {
                let sets = [(keywords[0], members(one)), (keywords[1], members(two))];
                let mut directory = KeywordSets::default();
                for (index, (keywords, users)) in sets.iter().enumerate() {
                    let ids = || users.iter().map(|user| user.to_string().into()).collect();
                    assert!(directory.add(index.to_string().into(), *keywords, ids(), ids()));
                }
                directory.finish();
                for (except, given) in (0..3).flat_map(|except| (0..9).map(move |given| (except, given))) {
                    let given = (given < 8).then(|| members(given));
                    let list = given.as_ref().map(|users| users.iter().map(ToString::to_string).collect());
                    for kind in [UserKind::Workgroup, UserKind::RecorderPolicy] {
                        let found = directory.count_of_users(kind, Some(&except.to_string()), list.as_ref());
                        assert_eq!(
                            found,
                            by_definition(&sets, except, given.as_deref()),
                            "{sets:?} {except} {given:?}"
                        );
                    }
                }
            }
        }
    }
}
