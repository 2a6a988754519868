use crate::directory::Question;
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
    fn expectation(&self) -> String {
        format!(
            "another protocol than SRTP (1), or TLS on a line of the registration group in `{}`",
            self.registration_group
        )
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        const SRTP: i128 = 1;
        let Some(node) = at.set() else { return };
        match node.integer() {
            None => at.fail(out),
            Some(SRTP) => {
                if let Some(group) = governing_id(at, &self.registration_group, out) {
                    let secure = at.directory().registration_group_uses_tls(group);
                    at.answered(secure, || at.missing(Question::Key("registrationGroups")), out);
                }
            }
            Some(_) => {}
        }
    }
}
