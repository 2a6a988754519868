use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};
use crate::rules::keywords::{Users, keywords};
use crate::rules::path::Path;
use crate::rules::words;

validator! {
    /// Fails when, for some recorder policy that uses this set, the keywords of the sets that it uses, this list in place of this set's own, are more than the maximum.
    pub struct RecorderPolicyAnalyzerKeywordCount reads Reads::LIST;
    /// The greatest number of keywords.
    "max" => max: u64;
    /// The path of this set's id.
    "set" => set: Option<Path>;
    /// The path of the ids of this set's recorder policies.
    "recorderPolicies" => recorder_policies: Option<Path>;
}

impl Validator for RecorderPolicyAnalyzerKeywordCount {
    fn expectation(&self) -> String {
        format!("at most {} in all sets of a recorder policy", words::amount(self.max, "keyword"))
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        keywords(at, self.set.as_ref(), &Users::RecorderPolicies(self.recorder_policies.as_ref()), self.max, out);
    }
}
