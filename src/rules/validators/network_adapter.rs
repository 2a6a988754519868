use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the server has no network adapter with this id.
    pub struct NetworkAdapter accepts ValueKinds::ID;
    example {
        "adapter", NetworkAdapter::new();
        directory r#"{"networkAdapters": ["eth0"]}"#;
        passes r#"{"adapter": "eth0"}"#;
        fails r#"{"adapter": "eth1"}"#;
    }
}

impl Validate for NetworkAdapter {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::NetworkAdapter
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        site.decide(site.ask(&StoredQuestion::NetworkAdapterExists { adapter: site.name(id) }), findings);
    }
}
