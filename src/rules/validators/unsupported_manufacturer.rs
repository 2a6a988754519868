use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the manufacturer is not in the phone catalog.
    pub struct UnsupportedManufacturer accepts ValueKinds::ID;
    example {
        "manufacturer", UnsupportedManufacturer::new();
        directory r#"{"phoneCatalog": {"Polycom": ["VVX 250"]}}"#;
        passes r#"{"manufacturer": "polycom"}"#;
        fails r#"{"manufacturer": "Acme"}"#;
    }
}

impl Validate for UnsupportedManufacturer {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Manufacturer
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        site.decide(site.ask(&StoredQuestion::ManufacturerExists { manufacturer: site.name(id) }), findings);
    }
}
