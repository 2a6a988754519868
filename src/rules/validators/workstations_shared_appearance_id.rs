use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
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
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::SharedAppearance { station: self.primary_station.to_string() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let Some(governing) = governing_id(site, &self.primary_station, findings) else { return };
        let (station, appearance) = (site.name(governing), site.name(id));
        site.answered(site.ask(&StoredQuestion::SharedAppearanceExists { station, appearance }), findings);
    }
}
