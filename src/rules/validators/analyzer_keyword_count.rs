use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};
use crate::rules::keywords::{Users, keywords};
use crate::rules::path::Path;
use crate::rules::words;

validator! {
    /// Fails when the keywords of all sets together, this list in place of this set's own, are more than the maximum.
    pub struct AnalyzerKeywordCount reads Reads::LIST;
    /// The greatest number of keywords.
    "max" => max: u64;
    /// The path of this set's id.
    "set" => set: Option<Path>;
}

impl Validator for AnalyzerKeywordCount {
    fn expectation(&self) -> String {
        format!("at most {} in all sets together", words::amount(self.max, "keyword"))
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        keywords(at, self.set.as_ref(), &Users::All, self.max, out);
    }
}
