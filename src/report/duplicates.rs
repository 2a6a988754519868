//! Where the first one of duplicate properties is.

use super::{Problem, ProblemKind, Report};
use crate::json::lexer::{LexError, Lexer};
use crate::json::position::Positions;
use std::borrow::Cow;
use std::collections::HashMap;

impl Report {
    /// Finds the first property of each duplicate, in one pass over the text.
    pub(crate) fn find_first_of_duplicates(&mut self, text: &[u8]) {
        let is_duplicate = |problem: &&mut Problem| problem.kind() == ProblemKind::DuplicateMember;
        let mut duplicates: Vec<_> = self.problems.iter_mut().filter(is_duplicate).collect();
        if duplicates.is_empty() {
            return;
        }
        duplicates.sort_by_key(|problem| problem.span().at);
        let mut search =
            Search { offsets: duplicates.iter().map(|problem| problem.span().at).collect(), found: Vec::new() };
        if let Ok(mut lexer) = Lexer::of(text) {
            // What is not JSON ends the search, as it ends reading.
            let _ = search.value(&mut lexer);
        }
        let mut found = search.found;
        found.sort_unstable();
        let mut positions = Positions::up_to(found.last().map_or(0, |(first, _)| *first), text);
        for (first, duplicate) in found {
            let position = positions.of(first);
            if let Ok(index) = duplicates.binary_search_by_key(&duplicate, |problem| problem.span().at) {
                duplicates[index].set_first(position);
            }
        }
    }
}

struct Search {
    /// The offsets of the names of duplicates, ascending.
    offsets: Vec<usize>,
    /// The offsets of the first name and of the duplicate.
    found: Vec<(usize, usize)>,
}

impl Search {
    fn value(&mut self, lexer: &mut Lexer<'_>) -> Result<(), LexError> {
        match lexer.peek() {
            b'{' => self.members(lexer),
            b'[' => {
                let mut is_first = true;
                lexer.enter()?;
                while lexer.next_item(std::mem::take(&mut is_first))? {
                    self.value(lexer)?;
                }
                Ok(())
            }
            _ => lexer.skip(),
        }
    }

    fn members(&mut self, lexer: &mut Lexer<'_>) -> Result<(), LexError> {
        let mut names: HashMap<Cow<'_, str>, usize> = HashMap::new();
        let mut is_first = true;
        lexer.enter()?;
        while lexer.next_key(std::mem::take(&mut is_first))? {
            lexer.peek();
            let at = lexer.at();
            let name = lexer.string()?;
            lexer.colon()?;
            if self.offsets.binary_search(&at).is_ok() {
                self.found.extend(names.get(&name).map(|first| (*first, at)));
                lexer.skip()?;
            } else {
                names.entry(name).or_insert(at);
                self.value(lexer)?;
            }
        }
        Ok(())
    }
}
