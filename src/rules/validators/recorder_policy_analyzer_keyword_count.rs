use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::keywords::{KeywordScope, check_keyword_count};
use crate::rules::engine::{Findings, Site, Validate};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if, for some recorder policy that uses this set, the keywords of the sets that it uses, with this array in
    /// place of this set's own, exceed the maximum.
    pub struct RecorderPolicyAnalyzerKeywordCount accepts ValueKinds::ARRAY;
    example {
        "keywords", RecorderPolicyAnalyzerKeywordCount::new(2).with_set("id");
        directory r#"{"keywordSets": [{"id": "home", "keywords": 1, "recorderPolicies": ["All calls"]}]}"#;
        passes r#"{"id": "home", "keywords": ["a", "b"]}"#;
        fails r#"{"id": "home", "keywords": ["a", "b", "c"]}"#;
    }
    required {
        /// The maximum number of keywords.
        "max" => max: u64;
    }
    optional {
        /// The path of this set's id; the subject's id if it is not given, not set or not known.
        "set" => set, with_set: PropertyPath as into;
        /// The path of the ids of this set's recorder policies; those of the directory if it is not given, absent or
        /// not known.
        "recorderPolicies" => recorder_policies, with_recorder_policies: PropertyPath as into;
    }
}

impl Validate for RecorderPolicyAnalyzerKeywordCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::RecorderPolicyKeywordCount { max: self.max }
    }

    fn validate<'a>(&self, site: &Site<'a, '_>, findings: &mut Findings<'a>) {
        let scope = KeywordScope::RecorderPolicies(self.recorder_policies.as_ref());
        check_keyword_count(site, self.set.as_ref(), &scope, self.max, findings);
    }
}
