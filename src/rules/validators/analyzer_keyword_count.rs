use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::keywords::{KeywordScope, check_keyword_count};
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if all sets together, with this array as the keywords of this set, have more keywords than the maximum.
    pub struct AnalyzerKeywordCount accepts ValueKinds::ARRAY;
    example {
        "keywords", AnalyzerKeywordCount::new(3).with_set("id");
        directory r#"{"keywordSets": [{"id": "home", "keywords": 2}, {"id": "work", "keywords": 1}]}"#;
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
    }
}

impl Validate for AnalyzerKeywordCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::KeywordCount { max: self.max }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        check_keyword_count(site, self.set.as_ref(), &KeywordScope::All, self.max, findings);
    }
}
