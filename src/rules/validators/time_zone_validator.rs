use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::formats::time_zone;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::vocabulary::TimeZoneSource;

validator! {
    /// Fails when there is no such time zone. Names compare without case.
    pub struct TimeZoneValidator reads ValueKinds::ID;
    /// Where the names come from.
    "source" => source: TimeZoneSource = TimeZoneSource::Directory;
}

impl Validate for TimeZoneValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::TimeZone(self.source)
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let exists = match self.source {
            TimeZoneSource::Directory => site.ask(&StoredQuestion::TimeZoneExists { time_zone: site.name(id) }),
            TimeZoneSource::Windows => Ok(time_zone::is_windows(id)),
            TimeZoneSource::Iana => Ok(time_zone::is_iana(id)),
        };
        site.answered(exists, findings);
    }
}
