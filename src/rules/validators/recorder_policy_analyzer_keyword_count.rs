use crate::report::RuleExpectation;
use crate::rules::engine::keywords::{Users, keywords};
use crate::rules::engine::{Findings, Site};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when, for some recorder policy that uses this set, the keywords of the sets that it uses, this list in place of this set's own, are more than the maximum.
    pub struct RecorderPolicyAnalyzerKeywordCount reads ValueKinds::ARRAY;
    /// The greatest number of keywords.
    "max" => max: u64;
    /// The path of this set's id.
    "set" => set: Option<PropertyPath>;
    /// The path of the ids of this set's recorder policies.
    "recorderPolicies" => recorder_policies: Option<PropertyPath>;
}

impl Validate for RecorderPolicyAnalyzerKeywordCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::RecorderPolicyKeywordCount { max: self.max }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        keywords(
            site,
            self.set.as_ref(),
            &Users::RecorderPolicies(self.recorder_policies.as_ref()),
            self.max,
            findings,
        );
    }
}
