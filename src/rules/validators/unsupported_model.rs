use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the model is not in the manufacturer's catalog.
    pub struct UnsupportedModel accepts ValueKinds::ID;
    example {
        "model", UnsupportedModel::new("manufacturer");
        directory r#"{"phoneCatalog": {"Polycom": ["VVX 250"]}}"#;
        passes r#"{"manufacturer": "Polycom", "model": "VVX 250"}"#;
        fails r#"{"manufacturer": "Polycom", "model": "VVX 1"}"#;
    }
    required {
        /// The path of the manufacturer. If it is not set, the rule passes.
        "manufacturer" => manufacturer: PropertyPath as into;
    }
}

impl Validate for UnsupportedModel {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Model { manufacturer: self.manufacturer.to_string() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let Some(governing) = governing_id(site, &self.manufacturer, findings) else { return };
        let question = StoredQuestion::PhoneModelExists { manufacturer: site.name(governing), model: site.name(id) };
        site.decide(site.ask(&question), findings);
    }
}
