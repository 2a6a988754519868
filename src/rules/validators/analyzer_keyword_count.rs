use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};
use crate::rules::keywords::{Users, keywords};
use crate::rules::path::Path;

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
        format!("at most {} keywords in all sets", self.max)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        keywords(at, self.set.as_ref(), &Users::All, self.max, out);
    }
}
