use crate::report::RuleExpectation;
use crate::rules::engine::keywords::{Users, keywords};
use crate::rules::engine::{Findings, Site};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the keywords of all sets together, this list in place of this set's own, are more than the maximum.
    pub struct AnalyzerKeywordCount reads ValueKinds::ARRAY;
    /// The greatest number of keywords.
    "max" => max: u64;
    /// The path of this set's id.
    "set" => set: Option<PropertyPath>;
}

impl Validate for AnalyzerKeywordCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::KeywordCount { max: self.max }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        keywords(site, self.set.as_ref(), &Users::All, self.max, findings);
    }
}
