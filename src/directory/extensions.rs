//! Extensions and their owners, indexed so that extensions with a common prefix are found without a scan.

use super::Subject;
use std::collections::HashMap;

/// The extensions, sorted as strings.
#[derive(Debug, Clone, Default)]
pub(super) struct Extensions {
    entries: Vec<OwnedExtension>,
    /// The owners by number.
    owners: HashMap<Subject, usize>,
    /// Whether an extension was there more than once.
    pub(super) has_duplicates: bool,
}

#[derive(Debug, Clone)]
struct OwnedExtension {
    text: Box<str>,
    /// The numbers of its owners in ascending order, each once; `None` for no owner.
    owners: Vec<Option<usize>>,
    /// The index of the longest extension that is a prefix of this one.
    longest_prefix: Option<usize>,
    /// The index of the longest extension that is a prefix of this one and has other owners.
    longest_foreign_prefix: Option<usize>,
    /// The index of the next extension with other owners.
    next_foreign: usize,
}

impl Extensions {
    /// Returns the owners, each once, in lower case.
    pub(super) fn owners(&self) -> impl Iterator<Item = &Subject> {
        self.owners.keys()
    }

    /// Creates an index of extensions and owners, all in lower case.
    pub(super) fn new(mut extensions: Vec<(Box<str>, Option<Subject>)>) -> Self {
        let count = extensions.len();
        extensions.sort_unstable_by(|one, two| one.0.cmp(&two.0));
        let mut all: Vec<OwnedExtension> = Vec::new();
        let mut numbers = HashMap::new();
        for (text, owner) in extensions {
            let count = numbers.len();
            let owner = owner.map(|owner| *numbers.entry(owner).or_insert(count));
            match all.last_mut() {
                Some(last) if last.text == text => last.owners.push(owner),
                _ => all.push(OwnedExtension {
                    text,
                    owners: vec![owner],
                    longest_prefix: None,
                    longest_foreign_prefix: None,
                    next_foreign: 0,
                }),
            }
        }
        for extension in &mut all {
            extension.owners.sort_unstable();
            extension.owners.dedup();
        }
        for index in 0..all.len() {
            // Its prefixes are those of the previous extension, or the previous extension itself.
            let mut longest_prefix = index.checked_sub(1);
            while let Some(before) = longest_prefix
                && !all[index].text.starts_with(&*all[before].text)
            {
                longest_prefix = all[before].longest_prefix;
            }
            all[index].longest_prefix = longest_prefix;
            all[index].longest_foreign_prefix = longest_prefix.and_then(|before| {
                if all[before].owners == all[index].owners {
                    all[before].longest_foreign_prefix
                } else {
                    longest_prefix
                }
            });
        }
        let mut next_foreign = all.len();
        for index in (0..all.len()).rev() {
            if all.get(index + 1).is_some_and(|next| next.owners != all[index].owners) {
                next_foreign = index + 1;
            }
            all[index].next_foreign = next_foreign;
        }
        Self { has_duplicates: all.len() < count, entries: all, owners: numbers }
    }

    /// Returns the extensions in lower case.
    pub(super) fn strings(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|extension| &*extension.text)
    }

    /// Returns whether anyone but the exempted owner uses an extension, given in lower case.
    pub(super) fn is_used(&self, text: &str, except: Option<&Subject>) -> bool {
        let at = self.position(text);
        self.entries
            .get(at)
            .is_some_and(|extension| *extension.text == *text && self.has_others(at, self.number(except)))
    }

    /// Returns whether anyone but the exempted owner uses an extension, given in lower case, one of its prefixes, or an
    /// extension of which it is a prefix.
    pub(super) fn clashes(&self, text: &str, except: Option<&Subject>) -> bool {
        let at = self.position(text);
        let except = self.number(except);
        let begins_with_it = |index: usize| self.entries.get(index).is_some_and(|it| it.text.starts_with(text));
        // If one belongs only to the exempted owner, the next one with other owners does not.
        let longer =
            || begins_with_it(at) && (self.has_others(at, except) || begins_with_it(self.entries[at].next_foreign));
        let of_others =
            |index: usize| self.has_others(index, except) || self.entries[index].longest_foreign_prefix.is_some();
        let shorter = || self.longest_prefix(at, text).is_some_and(of_others);
        longer() || shorter()
    }

    /// Returns the index of the first extension that is not less than a string.
    fn position(&self, text: &str) -> usize {
        self.entries.partition_point(|extension| &*extension.text < text)
    }

    /// Returns the number of an owner of extensions.
    fn number(&self, owner: Option<&Subject>) -> Option<usize> {
        self.owners.get(owner?).copied()
    }

    /// Returns whether an extension has no owner, or an owner besides the exempted one.
    fn has_others(&self, index: usize, except: Option<usize>) -> bool {
        let owners = &self.entries[index].owners;
        owners.iter().any(|owner| owner.is_none() || *owner != except)
    }

    /// Returns the longest extension before an index that is a prefix of a string.
    ///
    /// It is the last extension that is less than the string, or a prefix of that one.
    fn longest_prefix(&self, before: usize, text: &str) -> Option<usize> {
        let last = before.checked_sub(1)?;
        let shared = self.entries[last].text.bytes().zip(text.bytes()).take_while(|(one, two)| one == two).count();
        std::iter::successors(Some(last), |index| self.entries[*index].longest_prefix)
            .find(|index| self.entries[*index].text.len() <= shared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Extensions of `own`, and of others.
    fn extensions(own: &[&str], others: &[&str]) -> Extensions {
        let of = |texts: &[&str], id: &str| {
            texts.iter().map(|text| ((*text).into(), Some(Subject::user(id)))).collect::<Vec<_>>()
        };
        Extensions::new([of(own, "own"), of(others, "other")].concat())
    }

    #[test]
    fn every_set_of_short_extensions_with_two_owners() {
        const TEXTS: [&str; 7] = ["", "1", "11", "112", "12", "2", "\u{e8}"];
        let chosen =
            |bits: u32| -> Vec<&str> { (0..7).filter(|bit| bits >> bit & 1 == 1).map(|bit| TEXTS[bit]).collect() };
        for (own, others) in (0..128).flat_map(|own| (0..128).map(move |others| (own, others))) {
            let (own, others) = (chosen(own), chosen(others));
            let extensions = extensions(&own, &others);
            for text in TEXTS.into_iter().chain(["111", "113", "21", "\u{e9}", "\u{e8}\u{e8}"]) {
                let clashes = |other: &&str| other.starts_with(text) || text.starts_with(other);
                let own_user = Subject::user("own");
                assert_eq!(
                    extensions.is_used(text, Some(&own_user)),
                    others.contains(&text),
                    "{text:?} {own:?} {others:?}"
                );
                assert_eq!(
                    extensions.clashes(text, Some(&own_user)),
                    others.iter().any(clashes),
                    "{text:?} {own:?} {others:?}"
                );
                assert_eq!(extensions.is_used(text, None), own.contains(&text) || others.contains(&text));
            }
        }
    }

    #[test]
    fn an_extension_without_an_owner_is_in_use_by_others() {
        let nobody = Extensions::new(vec![("1".into(), None)]);
        assert!(nobody.is_used("1", None) && nobody.clashes("12", Some(&Subject::user("own"))));
    }
}
