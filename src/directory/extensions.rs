//! Extensions and whose they are, so that what begins with what is found without looking at each.

use super::index::FoldedName;
use crate::directory::Subject;
use std::collections::{BTreeMap, HashSet};

/// Whose an extension is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Owner {
    pub(super) object_type: FoldedName,
    pub(super) id: FoldedName,
}

/// The owners of an extension; `None` is one that nobody is.
pub(super) type Owners = HashSet<Option<Owner>>;

/// Extensions in the order of their texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Extensions(Vec<Extension>);

#[derive(Debug, Clone)]
struct Extension {
    text: FoldedName,
    owners: Owners,
    /// The longest one that this one begins with.
    beginning: Option<usize>,
    /// The longest one that this one begins with and that has other owners.
    other_beginning: Option<usize>,
    /// The next one with other owners.
    next_other: usize,
}

impl Extensions {
    pub(super) fn new(extensions: BTreeMap<FoldedName, Owners>) -> Self {
        let mut all: Vec<Extension> = Vec::with_capacity(extensions.len());
        for (text, owners) in extensions {
            // What it begins with is what the one before it begins with, or that one itself.
            let mut beginning = all.len().checked_sub(1);
            while let Some(index) = beginning
                && !text.as_str().starts_with(all[index].text.as_str())
            {
                beginning = all[index].beginning;
            }
            let other_beginning = beginning
                .and_then(|index| if all[index].owners == owners { all[index].other_beginning } else { beginning });
            all.push(Extension { text, owners, beginning, other_beginning, next_other: 0 });
        }
        let mut next_other = all.len();
        for index in (0..all.len()).rev() {
            if all.get(index + 1).is_some_and(|next| next.owners != all[index].owners) {
                next_other = index + 1;
            }
            all[index].next_other = next_other;
        }
        Self(all)
    }

    /// The extensions in lower case.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|extension| extension.text.as_str())
    }

    /// Whether anyone but one uses an extension in lower case; with `clash`, also one that it begins with or that begins with it.
    pub(super) fn used(&self, text: &str, clash: bool, except: Option<&Subject>) -> bool {
        let except = except.map(|subject| Owner {
            object_type: FoldedName::new(&subject.object_type),
            id: FoldedName::new(&subject.id),
        });
        let others = |index: usize| {
            let owners = &self.0[index].owners;
            owners.contains(&None) || owners.len() > usize::from(owners.contains(&except))
        };
        let at = self.0.partition_point(|extension| extension.text.as_str() < text);
        let begins_with_it = |index: usize| self.0.get(index).is_some_and(|it| it.text.as_str().starts_with(text));
        if self.0.get(at).is_some_and(|extension| extension.text.as_str() == text) && others(at) {
            return true;
        }
        // Where one is the exempted owner's alone, the next with other owners is not.
        let longer = || begins_with_it(at) && (others(at) || begins_with_it(self.0[at].next_other));
        let of_others = |index: usize| others(index) || self.0[index].other_beginning.is_some();
        let shorter = || self.beginning(at, text).is_some_and(of_others);
        clash && (longer() || shorter())
    }

    /// The longest extension that a text begins with, of those before an index.
    ///
    /// It is the last one that is less than the text, or one that this one begins with.
    fn beginning(&self, before: usize, text: &str) -> Option<usize> {
        let last = before.checked_sub(1)?;
        let shared = self.0[last].text.as_str().bytes().zip(text.bytes()).take_while(|(one, two)| one == two).count();
        std::iter::successors(Some(last), |index| self.0[*index].beginning)
            .find(|index| self.0[*index].text.as_str().len() <= shared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(id: &str) -> Owner {
        Owner { object_type: FoldedName::new("user"), id: FoldedName::new(id) }
    }

    /// Extensions of `own`, and of others.
    fn extensions(own: &[&str], others: &[&str]) -> Extensions {
        let mut all: BTreeMap<FoldedName, Owners> = BTreeMap::new();
        for (texts, id) in [(own, "own"), (others, "other")] {
            for text in texts {
                all.entry(FoldedName::new(text)).or_default().insert(Some(owner(id)));
            }
        }
        Extensions::new(all)
    }

    #[test]
    fn all_subsets_of_short_extensions() {
        const TEXTS: [&str; 7] = ["", "1", "11", "112", "12", "2", "\u{e8}"];
        let chosen =
            |bits: u32| -> Vec<&str> { (0..7).filter(|bit| bits >> bit & 1 == 1).map(|bit| TEXTS[bit]).collect() };
        for (own, others) in (0..128).flat_map(|own| (0..128).map(move |others| (own, others))) {
            let (own, others) = (chosen(own), chosen(others));
            let extensions = extensions(&own, &others);
            for text in TEXTS.into_iter().chain(["111", "113", "21", "\u{e9}", "\u{e8}\u{e8}"]) {
                let clashes = |other: &&str| other.starts_with(text) || text.starts_with(other);
                let used = |clash| extensions.used(text, clash, Some(&Subject::user("own")));
                assert_eq!(used(false), others.contains(&text), "{text:?} {own:?} {others:?}");
                assert_eq!(used(true), others.iter().any(clashes), "{text:?} {own:?} {others:?}");
                assert_eq!(extensions.used(text, false, None), own.contains(&text) || others.contains(&text));
            }
        }
    }

    #[test]
    fn what_nobody_owns_is_used_by_others() {
        let nobody = Extensions::new(BTreeMap::from([(FoldedName::new("1"), Owners::from([None]))]));
        assert!(nobody.used("1", false, None) && nobody.used("12", true, Some(&Subject::user("own"))));
    }
}
