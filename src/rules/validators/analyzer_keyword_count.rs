use crate::rules::describe;
use crate::rules::engine::keywords::{Users, keywords};
use crate::rules::engine::{Findings, Site};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the keywords of all sets together, this list in place of this set's own, are more than the maximum.
    pub struct AnalyzerKeywordCount reads ValueKinds::LIST;
    /// The greatest number of keywords.
    "max" => max: u64;
    /// The path of this set's id.
    "set" => set: Option<PropertyPath>;
}

impl Validate for AnalyzerKeywordCount {
    fn expectation(&self) -> String {
        format!("at most {} in all sets together", describe::amount(self.max, "keyword"))
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        keywords(at, self.set.as_ref(), &Users::All, self.max, out);
    }
}
