use crate::report::RuleExpectation;
use crate::rules::engine::keywords::{Users, keywords};
use crate::rules::engine::{Findings, Site};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when, for some workgroup that uses this set, the keywords of the sets that it uses, this list in place of this set's own, are more than the maximum.
    pub struct WorkgroupAnalyzerKeywordCount reads ValueKinds::ARRAY;
    /// The greatest number of keywords.
    "max" => max: u64;
    /// The path of this set's id.
    "set" => set: Option<PropertyPath>;
    /// The path of the ids of this set's workgroups.
    "workgroups" => workgroups: Option<PropertyPath>;
}

impl Validate for WorkgroupAnalyzerKeywordCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::WorkgroupKeywordCount { max: self.max }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        keywords(site, self.set.as_ref(), &Users::Workgroups(self.workgroups.as_ref()), self.max, findings);
    }
}
