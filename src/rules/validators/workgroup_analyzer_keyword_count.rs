use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};
use crate::rules::keywords::{Users, keywords};
use crate::rules::path::Path;
use crate::rules::words;

validator! {
    /// Fails when, for some workgroup that uses this set, the keywords of the sets that it uses, this list in place of this set's own, are more than the maximum.
    pub struct WorkgroupAnalyzerKeywordCount reads Reads::LIST;
    /// The greatest number of keywords.
    "max" => max: u64;
    /// The path of this set's id.
    "set" => set: Option<Path>;
    /// The path of the ids of this set's workgroups.
    "workgroups" => workgroups: Option<Path>;
}

impl Validator for WorkgroupAnalyzerKeywordCount {
    fn expectation(&self) -> String {
        format!("at most {} in all sets of a workgroup", words::amount(self.max, "keyword"))
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        keywords(at, self.set.as_ref(), &Users::Workgroups(self.workgroups.as_ref()), self.max, out);
    }
}
