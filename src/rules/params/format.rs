//! The formats of validator 13.

use crate::vocabulary::Format;

use crate::json::number::Number;
use crate::rules::formats::date_time::{self, Temporal};
use crate::rules::formats::host::{is_email, is_host_name, is_ipv4, is_ipv6};
use crate::rules::formats::phone::is_phone_number;
use iri_string::spec::UriSpec;
use iri_string::validate::iri_reference;

impl Format {
    /// Returns whether a string matches the format. A JSON number or boolean is checked as its JSON text.
    pub(crate) fn matches(self, value: &str) -> bool {
        match self {
            Self::Date => matches!(date_time::parse(value), Some(Temporal::Date(_))),
            Self::Time => matches!(date_time::parse(value), Some(Temporal::Time(_))),
            Self::DateTime => matches!(date_time::parse(value), Some(Temporal::DateTime(_))),
            Self::Duration => number(value).is_some_and(|seconds| seconds >= Number::Integer(0)),
            Self::Guid => is_guid(value),
            Self::Uri => iri_reference::<UriSpec>(value).is_ok(),
            Self::Email => is_email(value),
            Self::Ipv4 => is_ipv4(value),
            Self::Ipv6 => is_ipv6(value),
            Self::Hostname => is_host_name(value),
            Self::Integer => number(value).is_some_and(Number::is_integral),
            Self::Number => number(value).is_some(),
            Self::Boolean => matches!(value, "true" | "false"),
            Self::PhoneNumber => is_phone_number(value),
        }
    }

    /// Returns whether a JSON number can match the format.
    pub(crate) fn reads_number(self) -> bool {
        matches!(self, Self::Duration | Self::Integer | Self::Number)
    }

    /// Returns whether a JSON boolean can match the format.
    pub(crate) fn reads_boolean(self) -> bool {
        matches!(self, Self::Boolean)
    }
}

/// Parses a string that is exactly a JSON number.
fn number(value: &str) -> Option<Number<'_>> {
    Number::parse(value).filter(|number| number.is_finite())
}

fn is_guid(value: &str) -> bool {
    value.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && value.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn accepts(format: Format, what: &str, value: &str) {
        assert!(format.matches(value), "{what}: {value:?}");
    }

    #[track_caller]
    fn rejects(format: Format, what: &str, value: &str) {
        assert!(!format.matches(value), "{what}: {value:?}");
    }

    #[test]
    fn a_format_has_a_name() {
        let names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        let expected =
            "date time dateTime duration guid uri email ipv4 ipv6 hostname integer number boolean phoneNumber";
        assert_eq!(names, expected.split(' ').collect::<Vec<_>>());
        for &format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
        }
        assert!("datetime".parse::<Format>().is_err());
        assert!("".parse::<Format>().is_err());
    }

    #[test]
    fn the_examples_of_a_format_have_it() {
        for &format in Format::ALL {
            let examples: Vec<_> = format.form().split('`').skip(1).step_by(2).collect();
            assert!(examples.iter().any(|example| format.matches(example)), "{format}");
        }
    }

    #[test]
    fn three_formats_are_also_of_json_numbers_and_one_of_booleans() {
        for &format in Format::ALL {
            let number = ["duration", "integer", "number"].contains(&format.name());
            assert_eq!(format.reads_number(), number, "{}", format.name());
            assert_eq!(format.reads_boolean(), format.name() == "boolean", "{}", format.name());
        }
    }

    #[test]
    fn date() {
        accepts(Format::Date, "extended", "2012-02-28");
        accepts(Format::Date, "compact", "20120228");
        rejects(Format::Date, "a time", "09:38");
        rejects(Format::Date, "a date-time", "20120228T093817Z");
        rejects(Format::Date, "February 30", "2012-02-30");
    }

    #[test]
    fn time() {
        accepts(Format::Time, "hours and minutes", "09:38");
        accepts(Format::Time, "a fraction", "09:38:17.5");
        rejects(Format::Time, "a date", "2012-02-28");
        rejects(Format::Time, "a date-time", "20120228T093817Z");
        rejects(Format::Time, "24:00", "24:00");
    }

    #[test]
    fn date_time() {
        accepts(Format::DateTime, "compact", "20120228T093817Z");
        accepts(Format::DateTime, "extended", "2012-02-28T09:38:17.5+01:00");
        rejects(Format::DateTime, "a date", "20120228");
        rejects(Format::DateTime, "a time", "09:38");
        rejects(Format::DateTime, "no offset", "2012-02-28T09:38:17");
    }

    #[test]
    fn duration() {
        accepts(Format::Duration, "zero", "0");
        accepts(Format::Duration, "minus zero", "-0");
        accepts(Format::Duration, "minus zero with a fraction", "-0.0");
        accepts(Format::Duration, "seconds", "90");
        accepts(Format::Duration, "a fraction", "1.5");
        accepts(Format::Duration, "an exponent", "1e3");
        rejects(Format::Duration, "empty", "");
        rejects(Format::Duration, "negative", "-1");
        rejects(Format::Duration, "a negative fraction", "-0.5");
        rejects(Format::Duration, "a small negative number", "-1e-9");
        rejects(Format::Duration, "a unit", "1s");
        rejects(Format::Duration, "ISO 8601", "PT1S");
        rejects(Format::Duration, "minutes and seconds", "00:01");
        rejects(Format::Duration, "a leading zero", "01");
        rejects(Format::Duration, "a plus sign", "+1");
        rejects(Format::Duration, "a space before", " 1");
        rejects(Format::Duration, "a decimal comma", "1,5");
        rejects(Format::Duration, "infinity", "Infinity");
    }

    #[test]
    fn guid() {
        accepts(Format::Guid, "small letters", "01234567-89ab-cdef-0123-456789abcdef");
        accepts(Format::Guid, "capital letters", "01234567-89AB-CDEF-0123-456789ABCDEF");
        accepts(Format::Guid, "both", "01234567-89aB-cDEF-0123-456789ABCDEF");
        accepts(Format::Guid, "zeros", "00000000-0000-0000-0000-000000000000");
        rejects(Format::Guid, "empty", "");
        rejects(Format::Guid, "braces", "{01234567-89ab-cdef-0123-456789abcdef}");
        rejects(Format::Guid, "parentheses", "(01234567-89ab-cdef-0123-456789abcdef)");
        rejects(Format::Guid, "a URN", "urn:uuid:01234567-89ab-cdef-0123-456789abcdef");
        rejects(Format::Guid, "no hyphens", "0123456789abcdef0123456789abcdef");
        rejects(Format::Guid, "a letter past F", "01234567-89ab-cdef-0123-456789abcdeg");
        rejects(Format::Guid, "a digit too few", "01234567-89ab-cdef-0123-456789abcde");
        rejects(Format::Guid, "a digit too much", "01234567-89ab-cdef-0123-456789abcdef0");
        rejects(Format::Guid, "a hyphen last", "01234567-89ab-cdef-0123-456789abcdef-");
        rejects(Format::Guid, "a hyphen in another place", "0123456-789ab-cdef-0123-456789abcdef");
        rejects(Format::Guid, "a letter of another alphabet", "01234567-89ab-cdef-0123-456789abcdé");
        rejects(Format::Guid, "a space before", " 01234567-89ab-cdef-0123-456789abcdef");
    }

    #[test]
    fn uri() {
        accepts(Format::Uri, "empty", "");
        accepts(Format::Uri, "server-relative", "/configuration/users/a%20b");
        accepts(Format::Uri, "absolute", "https://u@[::1]:80/a?b#c");
        accepts(Format::Uri, "without authority", "mailto:a@b");
        accepts(Format::Uri, "relative", "a/b");
        accepts(Format::Uri, "parent", "../a");
        accepts(Format::Uri, "query alone", "?");
        accepts(Format::Uri, "fragment alone", "#");
        accepts(Format::Uri, "scheme-relative", "//h");
        accepts(Format::Uri, "scheme alone", "x:");
        accepts(Format::Uri, "empty port", "//h:");
        accepts(Format::Uri, "a colon in a later segment", "a/1:b");
        rejects(Format::Uri, "a space", " ");
        rejects(Format::Uri, "a space inside", "a b");
        rejects(Format::Uri, "half an escape", "/a%2");
        rejects(Format::Uri, "a letter past F in an escape", "/a%2g");
        rejects(Format::Uri, "a scheme that begins with a digit", "1:b");
        rejects(Format::Uri, "an empty scheme", ":a");
        rejects(Format::Uri, "no closing bracket", "//[::1");
        rejects(Format::Uri, "a letter of another alphabet", "/ü");
        rejects(Format::Uri, "a backslash", "/a\\b");
        rejects(Format::Uri, "two fragments", "a#b#c");
        rejects(Format::Uri, "angle brackets", "<a>");
        rejects(Format::Uri, "a quotation mark", "a\"b");
        rejects(Format::Uri, "a port of letters", "//h:p");
        rejects(Format::Uri, "a line feed after", "/a\n");
    }

    #[test]
    fn addresses() {
        accepts(Format::Email, "an email address", "a@b");
        rejects(Format::Email, "a name", "a");
        accepts(Format::Ipv4, "an IPv4 address", "1.2.3.4");
        rejects(Format::Ipv4, "an IPv6 address", "::1");
        accepts(Format::Ipv6, "an IPv6 address", "::1");
        rejects(Format::Ipv6, "an IPv4 address", "1.2.3.4");
        accepts(Format::Hostname, "a host name", "a.b");
        rejects(Format::Hostname, "an underscore", "a_b");
        accepts(Format::PhoneNumber, "a dial string", "+1 317");
        accepts(Format::PhoneNumber, "a SIP URI", "sip:a@b");
        rejects(Format::PhoneNumber, "an email address", "a@b");
    }

    #[test]
    fn integer() {
        accepts(Format::Integer, "zero", "0");
        accepts(Format::Integer, "minus zero", "-0");
        accepts(Format::Integer, "negative", "-7");
        accepts(Format::Integer, "a fraction of zero", "10.0");
        accepts(Format::Integer, "an exponent", "1e1");
        accepts(Format::Integer, "a fraction and an exponent", "1.5e1");
        accepts(Format::Integer, "past 64 bits", "123456789012345678901234567890");
        rejects(Format::Integer, "empty", "");
        rejects(Format::Integer, "a fraction", "1.5");
        rejects(Format::Integer, "a negative exponent", "1e-1");
        rejects(Format::Integer, "a leading zero", "01");
        rejects(Format::Integer, "a plus sign", "+1");
        rejects(Format::Integer, "hexadecimal", "0x1");
        rejects(Format::Integer, "a group separator", "1,000");
        rejects(Format::Integer, "an underscore", "1_000");
        rejects(Format::Integer, "a space after", "1 ");
        rejects(Format::Integer, "a letter", "a");
        rejects(Format::Integer, "a boolean", "true");
        rejects(Format::Integer, "a digit of another script", "\u{661}");
    }

    #[test]
    fn number() {
        accepts(Format::Number, "zero", "0");
        accepts(Format::Number, "a negative fraction", "-7.5");
        accepts(Format::Number, "an exponent", "1E+1");
        accepts(Format::Number, "a negative exponent", "1e-1");
        rejects(Format::Number, "empty", "");
        rejects(Format::Number, "a minus sign", "-");
        rejects(Format::Number, "a leading zero", "01");
        rejects(Format::Number, "a plus sign", "+1");
        rejects(Format::Number, "no digit before the period", ".5");
        rejects(Format::Number, "no digit after the period", "1.");
        rejects(Format::Number, "no digit after the exponent", "1e");
        rejects(Format::Number, "a decimal comma", "1,5");
        rejects(Format::Number, "a space before", " 1");
        rejects(Format::Number, "a line feed after", "1\n");
        rejects(Format::Number, "not a number", "NaN");
        rejects(Format::Number, "infinity", "-Infinity");
        rejects(Format::Number, "a boolean", "true");
        rejects(Format::Number, "a JSON string", "\"1\"");
        rejects(Format::Number, "a percentage", "5%");
    }

    #[test]
    fn boolean() {
        accepts(Format::Boolean, "true", "true");
        accepts(Format::Boolean, "false", "false");
        rejects(Format::Boolean, "empty", "");
        rejects(Format::Boolean, "a capital letter", "True");
        rejects(Format::Boolean, "capital letters", "FALSE");
        rejects(Format::Boolean, "one", "1");
        rejects(Format::Boolean, "zero", "0");
        rejects(Format::Boolean, "yes", "yes");
        rejects(Format::Boolean, "a letter", "t");
        rejects(Format::Boolean, "a space before", " true");
        rejects(Format::Boolean, "a line feed after", "true\n");
        rejects(Format::Boolean, "null", "null");
        rejects(Format::Boolean, "a JSON string", "\"true\"");
    }
}
