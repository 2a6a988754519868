//! Finds the reported entry for an expected one, in a time that does not depend on the number of entries.

use crate::codes::ValidationErrorType;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

/// The data of an entry that are compared, in an order of their own; what is not given equals anything.
pub(super) type EntryData<'e> = [Option<&'e str>; DATA];

const DATA: usize = 4;

/// Some of the data: one bit each.
pub(super) type DataMask = u8;

/// All data.
pub(super) const ALL_DATA: DataMask = (1 << DATA) - 1;

/// A validator, and some of the data.
type Key<'e> = (Option<ValidationErrorType>, EntryData<'e>);

/// Reported entries that have not been taken.
pub(super) struct FoundEntries<'e> {
    entries: Vec<Key<'e>>,
    is_taken: Vec<bool>,
    /// The indexes of the entries in order, by the data of a mask.
    by_data: HashMap<DataMask, HashMap<Key<'e>, VecDeque<usize>>>,
}

impl<'e> FoundEntries<'e> {
    pub(super) fn new(entries: Vec<(Option<ValidationErrorType>, EntryData<'e>)>) -> Self {
        Self { is_taken: vec![false; entries.len()], entries, by_data: HashMap::new() }
    }

    /// Takes the first entry that has the validator and, as far as both have them, the data of a mask, and that is the right one.
    pub(super) fn take(
        &mut self,
        (validator, data): (Option<ValidationErrorType>, EntryData<'e>),
        mask: DataMask,
        is_right: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let Self { entries, is_taken, by_data } = self;
        let mask = mask & given(data);
        let found = match by_data.entry(mask) {
            Entry::Occupied(found) => found.into_mut(),
            Entry::Vacant(none) => none.insert(index(entries, mask)),
        };
        // An entry that was found has nearly always all data.
        let masks = (0..=mask).filter(|part| part & !mask == 0);
        let first = masks.filter_map(|part| {
            let indexes = found.get_mut(&(validator, only(data, part)))?;
            while indexes.front().is_some_and(|index| is_taken[*index]) {
                indexes.pop_front();
            }
            indexes.iter().copied().find(|index| !is_taken[*index] && is_right(*index))
        });
        let index = first.min()?;
        is_taken[index] = true;
        Some(index)
    }

    /// Returns the indexes of the entries that have not been taken.
    pub(super) fn left(self) -> impl Iterator<Item = usize> {
        self.is_taken.into_iter().enumerate().filter(|(_, is_taken)| !is_taken).map(|(index, _)| index)
    }
}

fn index<'e>(entries: &[Key<'e>], mask: DataMask) -> HashMap<Key<'e>, VecDeque<usize>> {
    let mut found: HashMap<_, VecDeque<_>> = HashMap::new();
    for (index, (validator, data)) in entries.iter().enumerate() {
        found.entry((*validator, only(*data, mask))).or_default().push_back(index);
    }
    found
}

/// Returns the mask of the data that an entry has.
fn given(data: EntryData<'_>) -> DataMask {
    data.iter().enumerate().map(|(index, data)| DataMask::from(data.is_some()) << index).sum()
}

fn only(data: EntryData<'_>, mask: DataMask) -> EntryData<'_> {
    let mut only = [None; DATA];
    for (index, data) in data.into_iter().enumerate() {
        only[index] = data.filter(|_| mask >> index & 1 == 1);
    }
    only
}
