use crate::directory::Question;
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
        let has = site.directory().has_attendant_profile(id, self.kinds.as_deref());
        site.answered(has, || site.missing(Question::Key("attendantProfiles")), findings);
    }
}
