use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::keywords::{KeywordScope, check_keyword_count};
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the sets of a workgroup that uses this set, with this array as the keywords of this set, have more
    /// keywords together than the maximum.
    pub struct WorkgroupAnalyzerKeywordCount accepts ValueKinds::ARRAY;
    example {
        "keywords", WorkgroupAnalyzerKeywordCount::new(2).with_set("id");
        directory r#"{"keywordSets": [{"id": "home", "keywords": 1, "workgroups": ["Support"]}]}"#;
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
        /// The path of the ids of this set's workgroups. If it is not given, absent or unknown, those of the directory
        /// are used.
        "workgroups" => workgroups, with_workgroups: PropertyPath as into;
    }
}

impl Validate for WorkgroupAnalyzerKeywordCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::WorkgroupKeywordCount { max: self.max }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let scope = KeywordScope::Workgroups(self.workgroups.as_ref());
        check_keyword_count(site, self.set.as_ref(), &scope, self.max, findings);
    }
}
