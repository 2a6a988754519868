use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out, governing_id};
use crate::rules::path::Path;

validator! {
    /// Fails when the primary station has no shared appearance with this id.
    pub struct WorkstationsSharedAppearanceID reads Reads::ID;
    /// The path of the station.
    "primaryStation" => primary_station: Path;
}

impl Validator for WorkstationsSharedAppearanceID {
    fn expectation(&self) -> String {
        format!("a shared appearance of the station in `{}`", self.primary_station)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
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
