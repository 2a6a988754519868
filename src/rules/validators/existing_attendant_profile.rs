use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};
use crate::rules::parameter::choice;
use crate::rules::words;

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
    pub struct ExistingAttendantProfile reads Reads::ID;
    /// The kinds that pass; any where they are not given.
    "kinds" => kinds: Option<Vec<AttendantKind>>;
}

impl Validator for ExistingAttendantProfile {
    fn expectation(&self) -> String {
        match &self.kinds {
            None => "the id of an attendant profile".to_owned(),
            Some(kinds) => {
                format!("the id of an attendant profile of kind {}", words::names(kinds.iter().map(|kind| kind.name())))
            }
        }
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let has = at.directory().has_attendant_profile(id, self.kinds.as_deref());
        at.answered(has, || at.missing(Question::Key("attendantProfiles")), out);
    }
}
