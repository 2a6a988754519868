use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the server has no such network adapter.
    pub struct NetworkAdapter reads ValueKinds::ID;
}

impl Validate for NetworkAdapter {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::NetworkAdapter
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        site.answered(site.ask(&StoredQuestion::NetworkAdapterExists { adapter: site.name(id) }), findings);
    }
}
