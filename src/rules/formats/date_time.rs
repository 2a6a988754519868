//! Dates, times of day and date-times (validators 13 and 30).

use std::cmp::Ordering;

const SECONDS_PER_DAY: i64 = 86_400;

/// A date, a time of day or a date-time. Two of the same form are ordered; two of different forms are not comparable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Temporal<'a> {
    /// `2012-02-28` or `20120228`, in days since 0001-01-01.
    Date(i64),
    /// `09:38`, `09:38:17` or `09:38:17.25`, in seconds since midnight.
    Time(Seconds<'a>),
    /// `20120228T093817Z`, `2012-02-28T09:38:17Z` or `2012-02-28T09:38:17.25+01:00`, since 0001 in UTC.
    DateTime(Seconds<'a>),
}

/// Whole seconds, and the digits of a fraction of any length without trailing zeros, so that they compare as strings.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seconds<'a> {
    whole: i64,
    fraction: &'a str,
}

impl PartialOrd for Temporal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            (Self::Time(a), Self::Time(b)) | (Self::DateTime(a), Self::DateTime(b)) => Some(a.cmp(b)),
            (Self::Date(_) | Self::Time(_) | Self::DateTime(_), _) => None,
        }
    }
}

/// Parses a date, a time of day or a date-time, whichever the string is.
pub(crate) fn parse(value: &str) -> Option<Temporal<'_>> {
    let date = || whole_date(value).map(Temporal::Date);
    let time = || whole_time(value).map(Temporal::Time);
    let date_time = || compact_date_time(value).or_else(|| extended_date_time(value)).map(Temporal::DateTime);
    date().or_else(time).or_else(date_time)
}

fn whole_date(value: &str) -> Option<i64> {
    let (days, rest) = date(value, "-").or_else(|| date(value, ""))?;
    rest.is_empty().then_some(days)
}

fn whole_time(value: &str) -> Option<Seconds<'_>> {
    if let Some((whole, "")) = hour_and_minute(value) {
        return Some(Seconds { whole, fraction: "" });
    }
    let (whole, rest) = time(value, ":")?;
    let (fraction, rest) = fraction(rest)?;
    rest.is_empty().then_some(Seconds { whole, fraction })
}

fn compact_date_time(value: &str) -> Option<Seconds<'_>> {
    let (days, rest) = date(value, "")?;
    let (time, rest) = time(rest.strip_prefix('T')?, "")?;
    let whole = days * SECONDS_PER_DAY + time;
    (rest == "Z").then_some(Seconds { whole, fraction: "" })
}

fn extended_date_time(value: &str) -> Option<Seconds<'_>> {
    let (days, rest) = date(value, "-")?;
    let (time, rest) = time(rest.strip_prefix('T')?, ":")?;
    let (fraction, rest) = fraction(rest)?;
    let whole = days * SECONDS_PER_DAY + time - offset(rest)?;
    Some(Seconds { whole, fraction })
}

/// The result of one of the parsers below: the value at the start of a string, and the rest of the string.
type Prefix<'a, T> = Option<(T, &'a str)>;

/// Parses year, month and day with the separator between them.
fn date<'a>(value: &'a str, separator: &str) -> Prefix<'a, i64> {
    let (year, rest) = digits(value, 4)?;
    let (month, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    let (day, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    Some((days_since_year_1(year, month, day)?, rest))
}

/// Parses hour, minute and second with the separator between them, as seconds.
fn time<'a>(value: &'a str, separator: &str) -> Prefix<'a, i64> {
    let (hour, rest) = digits(value, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    let (second, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    Some((seconds_since_midnight(hour, minute, second)?, rest))
}

/// Parses hour and minute with a colon between them, as seconds.
fn hour_and_minute(value: &str) -> Prefix<'_, i64> {
    let (hour, rest) = digits(value, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
    Some((seconds_since_midnight(hour, minute, 0)?, rest))
}

/// Parses the digits of a fraction, and drops its trailing zeros. A missing fraction is an empty one.
fn fraction(value: &str) -> Prefix<'_, &str> {
    let Some(value) = value.strip_prefix('.') else {
        return Some(("", value));
    };
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let (digits, rest) = value.split_at(end);
    (!digits.is_empty()).then(|| (digits.trim_end_matches('0'), rest))
}

/// Parses an offset from UTC that ends the string, as seconds.
fn offset(value: &str) -> Option<i64> {
    if value == "Z" {
        return Some(0);
    }
    let (sign, value) = match value.strip_prefix('-') {
        Some(value) => (-1, value),
        None => (1, value.strip_prefix('+')?),
    };
    let (seconds, rest) = hour_and_minute(value)?;
    rest.is_empty().then_some(sign * seconds)
}

/// Parses a number of `count` ASCII digits.
fn digits(value: &str, count: usize) -> Prefix<'_, i64> {
    let (digits, rest) = value.split_at_checked(count)?;
    let all = digits.bytes().all(|b| b.is_ascii_digit());
    all.then(|| digits.parse().ok()).flatten().map(|number| (number, rest))
}

/// Returns the days from 0001-01-01 to a date, or `None` if the Gregorian calendar does not have it or its year is 0.
fn days_since_year_1(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let month = usize::try_from(month).ok()?.checked_sub(1)?;
    if year < 1 || !(1..=*lengths.get(month)?).contains(&day) {
        return None;
    }
    let years = year - 1;
    let before_year = 365 * years + years / 4 - years / 100 + years / 400;
    let before_month: i64 = lengths[..month].iter().sum();
    Some(before_year + before_month + day - 1)
}

fn seconds_since_midnight(hour: i64, minute: i64, second: i64) -> Option<i64> {
    (hour < 24 && minute < 60 && second < 60).then_some((hour * 60 + minute) * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn date(value: &str) {
        assert!(matches!(parse(value), Some(Temporal::Date(_))), "{value:?}");
    }

    #[track_caller]
    fn time(value: &str) {
        assert!(matches!(parse(value), Some(Temporal::Time(_))), "{value:?}");
    }

    #[track_caller]
    fn date_time(value: &str) {
        assert!(matches!(parse(value), Some(Temporal::DateTime(_))), "{value:?}");
    }

    #[track_caller]
    fn rejects(what: &str, value: &str) {
        assert!(parse(value).is_none(), "{what}: {value:?}");
    }

    #[track_caller]
    fn before(a: &str, b: &str) {
        assert!(parse(a).expect(a) < parse(b).expect(b), "{a} {b}");
        assert!(parse(b) > parse(a), "{b} {a}");
    }

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert!(parse(a).expect(a) == parse(b).expect(b), "{a} {b}");
        assert_eq!(parse(a).partial_cmp(&parse(b)), Some(Ordering::Equal), "{a} {b}");
    }

    #[test]
    fn a_date_is_extended_or_compact() {
        date("2012-02-28");
        date("20120228");
        same("2012-02-28", "20120228");
        rejects("empty", "");
        rejects("one hyphen, after the month", "201202-28");
        rejects("one hyphen, after the year", "2012-0228");
        rejects("slashes", "2012/02/28");
        rejects("periods", "28.02.2012");
        rejects("a month of one digit", "2012-2-28");
        rejects("a year of two digits", "12-02-28");
        rejects("a year of five digits", "12012-02-28");
        rejects("a plus sign", "+2012-02-28");
        rejects("a minus sign", "-2012-02-28");
        rejects("a sign in place of a digit", "2012-+2-28");
        rejects("a space before", " 2012-02-28");
        rejects("a space after", "2012-02-28 ");
        rejects("a digit after the extended form", "2012-02-280");
        rejects("a digit after the compact form", "201202281");
        rejects("a month", "2012-02");
        rejects("a compact month", "201202");
        rejects("a week date", "2012-W09-2");
        rejects("an ordinal date", "2012-059");
        rejects("digits of another script", "٢٠١٢-02-28");
        rejects("a character of two bytes", "2012-02-2é");
        rejects("a line feed after", "2012-02-28\n");
    }

    #[test]
    fn a_date_is_in_the_gregorian_calendar() {
        date("2012-02-29");
        date("2000-02-29");
        date("2011-01-31");
        date("2011-04-30");
        date("2011-12-31");
        rejects("no leap year", "2011-02-29");
        rejects("no leap year: a multiple of 100", "1900-02-29");
        rejects("February 30", "2012-02-30");
        rejects("April 31", "2011-04-31");
        rejects("January 32", "2011-01-32");
        rejects("month 13", "2011-13-01");
        rejects("month 0", "2011-00-01");
        rejects("day 0", "2011-01-00");
    }

    #[test]
    fn a_year_is_from_1_to_9999() {
        date("0001-01-01");
        date("00010101");
        date("9999-12-31");
        date_time("0001-01-01T00:00:00Z");
        date_time("00010101T000000Z");
        date_time("9999-12-31T23:59:59Z");
        rejects("year 0", "0000-01-01");
        rejects("year 0, compact", "00001231");
        rejects("year 0 of a date-time", "0000-12-31T23:59:59Z");
        rejects("year 0 of a compact date-time", "00000101T000000Z");
        rejects("year 10000", "10000-01-01");
    }

    #[test]
    fn a_time_has_hours_and_minutes_and_optional_seconds_and_fraction() {
        time("00:00");
        time("23:59");
        time("09:38:17");
        time("23:59:59");
        time("09:38:17.0");
        time("09:38:17.123456789012345678901234567890");
        same("09:38", "09:38:00");
        same("09:38:17", "09:38:17.000");
        rejects("an hour of one digit", "9:38");
        rejects("an hour alone", "09");
        rejects("no minutes after the colon", "09:");
        rejects("a minute of one digit", "09:3");
        rejects("no seconds after the colon", "09:38:");
        rejects("a second of one digit", "09:38:1");
        rejects("no digits after the period", "09:38:17.");
        rejects("a fraction of a minute", "09:38.5");
        rejects("a decimal comma", "09:38:17,5");
        rejects("a letter after the fraction", "09:38:17.5x");
        rejects("12-hour clock", "09:38 AM");
        rejects("a space before", " 09:38");
        rejects("a space after", "09:38 ");
        rejects("a `T` before", "T09:38");
    }

    #[test]
    fn a_time_is_extended() {
        rejects("hours and minutes", "0938");
        rejects("with seconds", "093817");
        rejects("with a fraction", "093817.5");
        rejects("one colon of two", "09:3817");
    }

    #[test]
    fn a_time_has_no_offset() {
        rejects("Z", "09:38Z");
        rejects("Z after seconds", "09:38:17Z");
        rejects("an offset", "09:38:17+01:00");
    }

    #[test]
    fn a_time_is_in_the_day_without_leap_seconds() {
        rejects("24:00", "24:00");
        rejects("24:00:00", "24:00:00");
        rejects("hour 25", "25:00");
        rejects("minute 60", "23:60");
        rejects("a leap second", "23:59:60");
        rejects("24:00:00 of a compact date-time", "20120228T240000Z");
        rejects("24:00:00 of an extended date-time", "2012-02-28T24:00:00Z");
        rejects("a leap second of a compact date-time", "20161231T235960Z");
        rejects("a leap second of an extended date-time", "2016-12-31T23:59:60Z");
    }

    #[test]
    fn a_compact_date_time_has_seconds_and_z() {
        date_time("20120228T093817Z");
        rejects("no Z", "20120228T093817");
        rejects("a fraction", "20120228T093817.5Z");
        rejects("an offset", "20120228T093817+01:00");
        rejects("a compact offset", "20120228T093817+0100");
        rejects("no seconds", "20120228T0938Z");
        rejects("a space after", "20120228T093817Z ");
        rejects("a space in place of `T`", "20120228 093817Z");
        rejects("a lowercase `t`", "20120228t093817Z");
        rejects("a lowercase `z`", "20120228T093817z");
        rejects("an extended time", "20120228T09:38:17Z");
        rejects("an extended date", "2012-02-28T093817Z");
        rejects("February 30", "20120230T093817Z");
        rejects("minute 60", "20120228T096017Z");
    }

    #[test]
    fn an_extended_date_time_has_seconds_and_z_or_an_offset() {
        for offset in ["Z", "+00:00", "-00:00", "+14:00", "-23:59"] {
            date_time(&format!("2012-02-28T09:38:17{offset}"));
            date_time(&format!("2012-02-28T09:38:17.250{offset}"));
        }
        let not_offsets = ["", "z", "ZZ", "+", "+1", "+01", "+0100", "+01:0", "+01:000", "+24:00", "+23:60", "01:00"];
        for offset in not_offsets.into_iter().chain([" +01:00", "\u{2212}01:00", "Z+01:00", "+01:00Z", "[UTC]"]) {
            rejects("not an offset", &format!("2012-02-28T09:38:17{offset}"));
        }
        rejects("no digits after the period", "2012-02-28T09:38:17.Z");
        rejects("a decimal comma", "2012-02-28T09:38:17,5Z");
        rejects("no seconds", "2012-02-28T09:38Z");
        rejects("a lowercase `t`", "2012-02-28t09:38:17Z");
        rejects("a space in place of `T`", "2012-02-28 09:38:17Z");
        rejects("February 30", "2012-02-30T09:38:17Z");
        rejects("no time", "2012-02-28T");
        rejects("a date with an offset", "2012-02-28Z");
    }

    #[test]
    fn dates_compare_by_the_calendar() {
        before("2012-02-28", "2012-02-29");
        before("2012-02-29", "2012-03-01");
        before("20111231", "2012-01-01");
        before("0001-01-01", "9999-12-31");
    }

    #[test]
    fn days_count_every_date_of_the_calendar_once() {
        let mut expected = 0;
        for year in 1..=9999 {
            for month in 1..=12 {
                for day in 1..=31 {
                    if let Some(days) = days_since_year_1(year, month, day) {
                        assert_eq!(days, expected, "{year}-{month}-{day}");
                        expected += 1;
                    }
                }
            }
        }
        // 400 years have 146,097 days, and 9999 is not a leap year.
        assert_eq!(expected, 25 * 146_097 - 366);
    }

    #[test]
    fn times_compare_by_the_clock() {
        before("09:38", "09:39");
        before("09:59:59", "10:00");
        before("00:00", "23:59:59.999");
        before("09:38:17", "09:38:17.000000000000000000001");
    }

    #[test]
    fn fractions_of_any_length_compare_exactly() {
        before("00:00:00.49", "00:00:00.5");
        before("00:00:00.5", "00:00:00.51");
        before("00:00:00.123456789012345678901", "00:00:00.123456789012345678902");
        before("00:00:00.9", "00:00:01");
        same("00:00:00.5", "00:00:00.500");
    }

    #[test]
    fn date_times_compare_in_utc() {
        same("2012-02-28T09:38:17Z", "20120228T093817Z");
        same("2012-02-28T09:38:17+01:00", "2012-02-28T08:38:17Z");
        same("2012-02-28T23:30:00-01:30", "2012-02-29T01:00:00Z");
        same("2012-01-01T00:00:00.5+23:59", "2011-12-31T00:01:00.50Z");
        same("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59.0-23:59");
        before("2012-02-28T10:00:00+01:00", "2012-02-28T09:00:01Z");
        before("2012-02-28T09:59:59Z", "2012-02-28T09:00:00-01:00");
        before("0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00Z");
        before("9999-12-31T23:59:59Z", "9999-12-31T23:59:59-00:01");
        before("2012-02-28T23:59:59Z", "2012-02-29T00:00:00Z");
    }

    #[test]
    fn different_forms_do_not_compare() {
        let forms = ["2012-02-28", "09:38", "2012-02-28T09:38:17Z"].map(|form| parse(form).unwrap());
        for (i, a) in forms.iter().enumerate() {
            for (j, b) in forms.iter().enumerate() {
                assert_eq!(a.partial_cmp(b).is_some(), i == j, "{i} {j}");
            }
        }
    }
}
