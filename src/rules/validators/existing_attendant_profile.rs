use super::parameters::validator;
use crate::directory::{Shared, StoredQuestion};
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;
use crate::vocabulary::AttendantKind;

validator! {
    /// Fails if no attendant profile of these kinds has this id.
    pub struct ExistingAttendantProfile accepts ValueKinds::ID;
    example {
        "profile", ExistingAttendantProfile::new().with_kinds([AttendantKind::Inbound]);
        directory r#"{"attendantProfiles": [{"id": "Default", "kind": "inbound"}]}"#;
        passes r#"{"profile": "Default"}"#;
        fails r#"{"profile": "Holiday"}"#;
    }
    optional {
        /// The accepted kinds, at least one; any kind if they are not given.
        "kinds" => kinds, with_kinds: Vec<AttendantKind> as each AttendantKind;
    }
}

impl Validate for ExistingAttendantProfile {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AttendantProfile { kinds: self.kinds.clone() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let kinds = self.kinds.as_ref().map(|kinds| {
            let is_among = |kind: &AttendantKind| kinds.contains(kind);
            Shared::new(AttendantKind::ALL.iter().copied().filter(is_among).collect::<Vec<_>>())
        });
        let question = StoredQuestion::AttendantProfileExists { profile: site.name(id), kinds };
        site.decide(site.ask(&question), findings);
    }
}
