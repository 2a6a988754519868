use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the value is SRTP (1) while no registered line of the registration group uses TLS (2). Manual, proxy and DNS entries are no lines, as
    /// documented; any other value passes.
    pub struct AudioProtocol reads ValueKinds::INT;
    /// The path of the registration group.
    "registrationGroup" => registration_group: PropertyPath;
}

impl Validate for AudioProtocol {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::SecureAudio { registration_group: self.registration_group.to_string() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        const SRTP: i128 = 1;
        let Some(node) = site.set() else { return };
        match node.integer() {
            None => site.fail(findings),
            Some(SRTP) => {
                if let Some(group) = governing_id(site, &self.registration_group, findings) {
                    let question = StoredQuestion::RegistrationGroupUsesTls { group: site.name(group) };
                    site.answered(site.ask(&question), findings);
                }
            }
            Some(_) => {}
        }
    }
}
