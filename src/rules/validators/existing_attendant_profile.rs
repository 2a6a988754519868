use crate::directory::Question;
use crate::rules::describe;
use crate::rules::engine::{Findings, Site};
use crate::rules::params::choice;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

choice! {
    /// A kind of attendant profile.
    pub enum AttendantKind {
        /// For calls that come in.
        "inbound" => Inbound,
        /// For calls that go out.
        "outbound" => Outbound,
        /// For operators.
        "operator" => Operator,
        /// For mail.
        "email" => Email,
    }
}

validator! {
    /// Fails when there is no such attendant profile of these kinds.
    pub struct ExistingAttendantProfile reads ValueKinds::ID;
    /// The kinds that pass; any where they are not given.
    "kinds" => kinds: Option<Vec<AttendantKind>>;
}

impl Validate for ExistingAttendantProfile {
    fn expectation(&self) -> String {
        match &self.kinds {
            None => "the id of an attendant profile".to_owned(),
            Some(kinds) => {
                format!(
                    "the id of an attendant profile of kind {}",
                    describe::names(kinds.iter().map(|kind| kind.name()))
                )
            }
        }
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let has = at.directory().has_attendant_profile(id, self.kinds.as_deref());
        at.answered(has, || at.missing(Question::Key("attendantProfiles")), out);
    }
}
