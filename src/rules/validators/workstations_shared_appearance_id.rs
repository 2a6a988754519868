use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the primary station has no shared appearance with this id.
    pub struct WorkstationsSharedAppearanceId accepts ValueKinds::ID;
    example {
        "appearance", WorkstationsSharedAppearanceId::new("station");
        directory r#"{"sharedAppearances": {"st1": ["8001-1"]}}"#;
        passes r#"{"station": "st1", "appearance": "8001-1"}"#;
        fails r#"{"station": "st1", "appearance": "8001-2"}"#;
    }
    required {
        /// The path of the primary station. If it is not set, the rule passes.
        "primaryStation" => primary_station: PropertyPath as into;
    }
}

impl Validate for WorkstationsSharedAppearanceId {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::SharedAppearance { station: self.primary_station.to_string() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let Some(governing) = governing_id(site, &self.primary_station, findings) else { return };
        let (station, appearance) = (site.name(governing), site.name(id));
        site.decide(site.ask(&StoredQuestion::SharedAppearanceExists { station, appearance }), findings);
    }
}
