//! Dates, times of day and instants (validators 13 and 30).

use std::cmp::Ordering;
use std::str::FromStr;

use time::{Date, Month, Time};

const SECONDS_A_DAY: i64 = 86_400;

/// A date, a time of day or an instant. Two of the same form compare; two of different forms do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment<'a> {
    /// `2012-02-28` or `20120228`.
    Date(Date),
    /// `09:38`, `09:38:17` or `09:38:17.25`, counted from midnight.
    Time(Seconds<'a>),
    /// `20120228T093817Z`, `2012-02-28T09:38:17Z` or `2012-02-28T09:38:17.25+01:00`, counted in UTC.
    DateTime(Seconds<'a>),
}

/// Whole seconds, and the digits of a fraction of any length without zeros at its end, so that they compare as texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seconds<'a> {
    whole: i64,
    fraction: &'a str,
}

impl PartialOrd for Moment<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            (Self::Time(a), Self::Time(b)) | (Self::DateTime(a), Self::DateTime(b)) => Some(a.cmp(b)),
            (Self::Date(_) | Self::Time(_) | Self::DateTime(_), _) => None,
        }
    }
}

/// Reads a date, a time of day or an instant, whichever the text is.
pub(crate) fn parse(text: &str) -> Option<Moment<'_>> {
    let date = || whole_date(text).map(Moment::Date);
    let time = || time_of_day(text).map(Moment::Time);
    let date_time = || compact_instant(text).or_else(|| instant(text)).map(Moment::DateTime);
    date().or_else(time).or_else(date_time)
}

fn whole_date(text: &str) -> Option<Date> {
    let (date, rest) = date(text, "-").or_else(|| date(text, ""))?;
    rest.is_empty().then_some(date)
}

fn time_of_day(text: &str) -> Option<Seconds<'_>> {
    if let Some((whole, "")) = hour_and_minute(text) {
        return Some(Seconds { whole, fraction: "" });
    }
    let (whole, rest) = time(text, ":")?;
    let (fraction, rest) = fraction(rest)?;
    rest.is_empty().then_some(Seconds { whole, fraction })
}

fn compact_instant(text: &str) -> Option<Seconds<'_>> {
    let (date, rest) = date(text, "")?;
    let (time, rest) = time(rest.strip_prefix('T')?, "")?;
    let whole = midnight(date) + time;
    (rest == "Z").then_some(Seconds { whole, fraction: "" })
}

fn instant(text: &str) -> Option<Seconds<'_>> {
    let (date, rest) = date(text, "-")?;
    let (time, rest) = time(rest.strip_prefix('T')?, ":")?;
    let (fraction, rest) = fraction(rest)?;
    let whole = midnight(date) + time - offset(rest)?;
    Some(Seconds { whole, fraction })
}

/// Every reader below returns what it read, and the text that follows.
type Read<'a, T> = Option<(T, &'a str)>;

/// Year, month and day with the separator between them.
fn date<'a>(text: &'a str, separator: &str) -> Read<'a, Date> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = digits::<u8>(rest.strip_prefix(separator)?, 2)?;
    let (day, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    Some((date, rest))
}

/// Hour, minute and second with the separator between them, in seconds.
fn time<'a>(text: &'a str, separator: &str) -> Read<'a, i64> {
    let (hour, rest) = digits(text, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    let (second, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    Some((since_midnight(hour, minute, second)?, rest))
}

/// Hour and minute with a colon between them, in seconds.
fn hour_and_minute(text: &str) -> Read<'_, i64> {
    let (hour, rest) = digits(text, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
    Some((since_midnight(hour, minute, 0)?, rest))
}

/// The digits of a fraction without zeros at its end, or none where there is no fraction.
fn fraction(text: &str) -> Read<'_, &str> {
    let Some(text) = text.strip_prefix('.') else {
        return Some(("", text));
    };
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (!digits.is_empty()).then(|| (digits.trim_end_matches('0'), rest))
}

/// An offset from UTC in seconds, up to the end of the text.
fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1, text),
        None => (1, text.strip_prefix('+')?),
    };
    let (seconds, rest) = hour_and_minute(text)?;
    rest.is_empty().then_some(sign * seconds)
}

/// A number of so many digits.
fn digits<T: FromStr>(text: &str, count: usize) -> Read<'_, T> {
    let (digits, rest) = text.split_at_checked(count)?;
    let all = digits.bytes().all(|b| b.is_ascii_digit());
    all.then(|| digits.parse().ok()).flatten().map(|number| (number, rest))
}

fn since_midnight(hour: u8, minute: u8, second: u8) -> Option<i64> {
    let time = Time::from_hms(hour, minute, second).ok()?;
    Some((time - Time::MIDNIGHT).whole_seconds())
}

fn midnight(date: Date) -> i64 {
    i64::from(date.to_julian_day()) * SECONDS_A_DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn order(earlier: &str, later: &str) {
        let (a, b) = (parse(earlier).expect(earlier), parse(later).expect(later));
        assert!(a < b && a != b, "{earlier} {later}");
    }

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert_eq!(parse(a).expect(a), parse(b).expect(b));
        assert_eq!(parse(a).partial_cmp(&parse(b)), Some(Ordering::Equal));
    }

    #[track_caller]
    fn unreadable(texts: &[&str]) {
        for text in texts {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    fn is_date(text: &str) -> bool {
        matches!(parse(text), Some(Moment::Date(_)))
    }

    fn is_time(text: &str) -> bool {
        matches!(parse(text), Some(Moment::Time(_)))
    }

    fn is_date_time(text: &str) -> bool {
        matches!(parse(text), Some(Moment::DateTime(_)))
    }

    #[test]
    fn a_date_is_extended_or_compact() {
        assert!(is_date("2012-02-28"));
        assert!(is_date("20120228"));
        same("2012-02-28", "20120228");
        unreadable(&["2012-0228", "201202-28", "2012/02/28", "2012-2-28", "12-02-28", "+2012-02-28", "-2012-02-28"]);
        unreadable(&[
            "2012-02-28 ",
            " 2012-02-28",
            "2012-02-280",
            "201202281",
            "2012-02",
            "201202",
            "2012-W09-2",
            "2012-059",
        ]);
        unreadable(&["٢٠١٢-02-28", "2012-+2-28", "2012-02-2é"]);
    }

    #[test]
    fn a_date_is_in_the_calendar() {
        for text in ["2012-02-29", "2000-02-29", "0000-01-01", "9999-12-31", "2011-04-30", "2011-01-31"] {
            assert!(is_date(text), "{text}");
        }
        unreadable(&["2011-02-29", "1900-02-29", "2011-04-31", "2011-01-32", "2011-13-01", "2011-00-01", "2011-01-00"]);
    }

    #[test]
    fn a_time_has_hours_and_minutes_at_least() {
        for text in ["00:00", "23:59", "09:38:17", "23:59:59", "09:38:17.0", "09:38:17.123456789012345678901234567890"]
        {
            assert!(is_time(text), "{text}");
        }
        same("09:38", "09:38:00");
        same("09:38:17", "09:38:17.000");
        unreadable(&[
            "",
            "9:38",
            "09",
            "09:",
            "09:3",
            "09:38:",
            "09:38:1",
            "09:38:17.",
            "09:38.5",
            "09:38:17,5",
            "09:38:17.5x",
        ]);
    }

    #[test]
    fn a_time_is_within_the_day_without_leap_second_and_offset() {
        unreadable(&[
            "24:00",
            "24:00:00",
            "23:60",
            "23:59:60",
            "09:38Z",
            "09:38:17Z",
            "09:38:17+01:00",
            "09:38 ",
            "T09:38",
        ]);
    }

    #[test]
    fn a_time_is_not_compact() {
        unreadable(&["0938", "093817", "093817.5", "09:3817"]);
    }

    #[test]
    fn a_date_time_is_compact_with_z() {
        assert!(is_date_time("20120228T093817Z"));
        unreadable(&[
            "20120228T093817",
            "20120228T093817.5Z",
            "20120228T093817+01:00",
            "20120228T093817+0100",
            "20120228T0938Z",
        ]);
        unreadable(&[
            "20120228T093817Z ",
            "20120228 093817Z",
            "20120228T09:38:17Z",
            "2012-02-28T093817Z",
            "20120228t093817z",
        ]);
        unreadable(&["20120230T093817Z", "20120228T240000Z", "20120228T093860Z", "20120228T096017Z"]);
    }

    #[test]
    fn a_date_time_is_extended_with_z_or_an_offset() {
        for offset in ["Z", "+00:00", "-00:00", "+14:00", "-23:59"] {
            assert!(is_date_time(&format!("2012-02-28T09:38:17{offset}")), "{offset}");
            assert!(is_date_time(&format!("2012-02-28T09:38:17.250{offset}")), "{offset}");
        }
        for offset in [
            "",
            "z",
            "ZZ",
            "+",
            "+1",
            "+01",
            "+0100",
            "+01:0",
            "+01:000",
            "+24:00",
            "+23:60",
            "01:00",
            " +01:00",
            "\u{2212}01:00",
        ] {
            unreadable(&[&format!("2012-02-28T09:38:17{offset}")]);
        }
        unreadable(&["2012-02-28T09:38:17.Z", "2012-02-28T09:38:17,5Z", "2012-02-28T09:38Z", "2012-02-28t09:38:17Z"]);
        unreadable(&[
            "2012-02-28 09:38:17Z",
            "2012-02-28T24:00:00Z",
            "2012-02-28T23:59:60Z",
            "2012-02-30T09:38:17Z",
            "2012-02-28T",
        ]);
    }

    #[test]
    fn dates_compare_by_the_calendar() {
        order("2012-02-28", "2012-02-29");
        order("20111231", "2012-01-01");
        order("0001-01-01", "9999-12-31");
    }

    #[test]
    fn times_compare_by_the_clock() {
        order("09:38", "09:39");
        order("09:59:59", "10:00");
        order("00:00", "23:59:59.999");
        order("09:38:17", "09:38:17.000000000000000000001");
    }

    #[test]
    fn fractions_of_any_length_compare_exactly() {
        order("00:00:00.49", "00:00:00.5");
        order("00:00:00.5", "00:00:00.51");
        order("00:00:00.123456789012345678901", "00:00:00.123456789012345678902");
        order("00:00:00.9", "00:00:01");
        same("00:00:00.5", "00:00:00.500");
    }

    #[test]
    fn instants_compare_with_offsets_counted() {
        same("2012-02-28T09:38:17Z", "20120228T093817Z");
        same("2012-02-28T09:38:17+01:00", "2012-02-28T08:38:17Z");
        same("2012-02-28T23:30:00-01:30", "2012-02-29T01:00:00Z");
        same("2012-01-01T00:00:00.5+23:59", "2011-12-31T00:01:00.50Z");
        same("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59.0-23:59");
        order("2012-02-28T10:00:00+01:00", "2012-02-28T09:00:01Z");
        order("2012-02-28T09:59:59Z", "2012-02-28T09:00:00-01:00");
        order("0000-01-01T00:00:00+23:59", "0000-01-01T00:00:00Z");
        order("2012-02-28T23:59:59Z", "2012-02-29T00:00:00Z");
    }

    #[test]
    fn different_forms_do_not_compare() {
        let forms = ["2012-02-28", "09:38", "2012-02-28T09:38:17Z"];
        for (i, a) in forms.iter().enumerate() {
            for (j, b) in forms.iter().enumerate() {
                assert_eq!(parse(a).unwrap().partial_cmp(&parse(b).unwrap()).is_some(), i == j, "{a} {b}");
            }
        }
    }
}
