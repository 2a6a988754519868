use crate::directory::Question;
use crate::rules::engine::{Findings, Site, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the primary station has no shared appearance with this id.
    pub struct WorkstationsSharedAppearanceId reads ValueKinds::ID;
    /// The path of the station.
    "primaryStation" => primary_station: PropertyPath;
}

impl Validate for WorkstationsSharedAppearanceId {
    fn expectation(&self) -> String {
        format!("a shared appearance of the station in `{}`", self.primary_station)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let Some(governing) = governing_id(at, &self.primary_station, out) else { return };
        at.answered(
            at.directory().has_shared_appearance(governing, id),
            || at.missing(Question::Key("sharedAppearances")),
            out,
        );
    }
}
