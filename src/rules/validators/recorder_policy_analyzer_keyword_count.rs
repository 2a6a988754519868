use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::keywords::{KeywordScope, check_keyword_count};
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the sets of a recorder policy that uses this set, with this array as the keywords of this set, have
    /// more keywords together than the maximum.
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
        /// The path of this set's id. If it is not given, not set or unknown, the subject's id is used.
        "set" => set, with_set: PropertyPath as into;
        /// The path of the ids of this set's recorder policies. If it is not given, absent or unknown, those of the
        /// directory are used.
        "recorderPolicies" => recorder_policies, with_recorder_policies: PropertyPath as into;
    }
}

impl Validate for RecorderPolicyAnalyzerKeywordCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::RecorderPolicyKeywordCount { max: self.max }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let scope = KeywordScope::RecorderPolicies(self.recorder_policies.as_ref());
        check_keyword_count(site, self.set.as_ref(), &scope, self.max, findings);
    }
}
