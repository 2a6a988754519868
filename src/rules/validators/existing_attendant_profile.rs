use crate::directory::{Shared, StoredQuestion};
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::vocabulary::AttendantKind;

validator! {
    /// Fails when there is no such attendant profile of these kinds.
    pub struct ExistingAttendantProfile reads ValueKinds::ID;
    /// The kinds that pass; any where they are not given.
    "kinds" => kinds: Option<Vec<AttendantKind>>;
}

impl Validate for ExistingAttendantProfile {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AttendantProfile { kinds: self.kinds.clone() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let kinds = self.kinds.as_ref().map(|kinds| {
            let is_among = |kind: &AttendantKind| kinds.contains(kind);
            Shared::new(AttendantKind::ALL.iter().copied().filter(is_among).collect::<Vec<_>>())
        });
        let question = StoredQuestion::AttendantProfileExists { profile: site.name(id), kinds };
        site.answered(site.ask(&question), findings);
    }
}
