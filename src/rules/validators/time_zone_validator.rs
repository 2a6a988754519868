use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::formats::time_zone;
use crate::rules::value_kinds::ValueKinds;
use crate::vocabulary::TimeZoneSource;

validator! {
    /// Fails if there is no such time zone. Names are compared case-insensitively.
    pub struct TimeZoneValidator accepts ValueKinds::ID;
    example {
        "zone", TimeZoneValidator::new().with_source(TimeZoneSource::Iana);
        passes r#"{"zone": "Europe/Berlin"}"#;
        fails r#"{"zone": "Europe/Atlantis"}"#;
    }
    default {
        /// Where the names come from.
        "source" => source, with_source: TimeZoneSource = TimeZoneSource::Directory;
    }
}

impl Validate for TimeZoneValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::TimeZone(self.source)
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let exists = match self.source {
            TimeZoneSource::Directory => site.ask(&StoredQuestion::TimeZoneExists { time_zone: site.name(id) }),
            TimeZoneSource::Windows => Ok(time_zone::is_windows(id)),
            TimeZoneSource::Iana => Ok(time_zone::is_iana(id)),
        };
        site.decide(exists, findings);
    }
}
