use crate::directory::Question;
use crate::rules::engine::{Findings, Site};
use crate::rules::formats::time_zone;
use crate::rules::params::choice;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

choice! {
    /// Where the names of time zones come from.
    pub enum TimeZoneSource {
        /// The directory.
        "directory" => Directory,
        /// The names of Windows, those of CLDR's windowsZones.
        "windows" => Windows,
        /// The names of the IANA database, links included.
        "iana" => Iana,
    }
}

validator! {
    /// Fails when there is no such time zone. Names compare without case.
    pub struct TimeZoneValidator reads ValueKinds::ID;
    /// Where the names come from.
    "source" => source: TimeZoneSource = TimeZoneSource::Directory;
}

impl Validate for TimeZoneValidator {
    fn expectation(&self) -> String {
        match self.source {
            TimeZoneSource::Directory => "a time zone of the server",
            TimeZoneSource::Windows => "the name of a time zone of Windows",
            TimeZoneSource::Iana => "the name of a time zone of the IANA database",
        }
        .to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let exists = match self.source {
            TimeZoneSource::Directory => at.directory().has_time_zone(id),
            TimeZoneSource::Windows => Some(time_zone::is_windows(id)),
            TimeZoneSource::Iana => Some(time_zone::is_iana(id)),
        };
        at.answered(exists, || at.missing(Question::Key("timeZones")), out);
    }
}
