use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::json::number::Number;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the value is SRTP (1) while no registered line of the registration group uses TLS (2). Manual, proxy
    /// and DNS entries are not lines (documented). Any other value passes.
    pub struct AudioProtocol accepts ValueKinds::INT;
    example {
        "audioProtocol", AudioProtocol::new("group");
        directory r#"{"registrationGroups": {"tls": [{"line": "L1", "transport": 2}], "udp": [{"line": "L2", "transport": 0}]}}"#;
        passes r#"{"audioProtocol": 1, "group": "tls"}"#;
        fails r#"{"audioProtocol": 1, "group": "udp"}"#;
    }
    required {
        /// The path of the registration group. If it is not set, the rule passes.
        "registrationGroup" => registration_group: PropertyPath as into;
    }
}

impl Validate for AudioProtocol {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::SecureAudio { registration_group: self.registration_group.to_string() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        const SRTP: Number<'static> = Number::Integer(1);
        let Some(node) = site.non_null() else { return };
        match node.integer() {
            None => site.fail(findings),
            Some(protocol) if protocol == SRTP => {
                if let Some(group) = governing_id(site, &self.registration_group, findings) {
                    let question = StoredQuestion::RegistrationGroupUsesTls { group: site.name(group) };
                    site.decide(site.ask(&question), findings);
                }
            }
            Some(_) => {}
        }
    }
}
