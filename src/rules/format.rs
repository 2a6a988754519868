//! The formats of validator 13.

use super::parameter::choice;
use super::text::date_time::{self, Temporal};
use super::text::host::{is_email, is_host_name, is_ipv4, is_ipv6};
use super::text::number::{integral, spelled};
use super::text::phone::is_phone_number;
use iri_string::spec::UriSpec;
use iri_string::validate::iri_reference;

choice! {
    /// What a text may be asked to be, by the names of the formats in a rule file. The names, and what each takes, are our choice.
    pub enum Format {
        /// A day of the calendar, extended or compact.
        "date" => Date,
        /// Hours and minutes, seconds and a fraction if any, without an offset.
        "time" => Time,
        /// Compact with Z, or extended with a fraction if any and with Z or an offset.
        "dateTime" => DateTime,
        /// Seconds, not negative.
        "duration" => Duration,
        /// 32 hexadecimal digits in the five groups of a GUID, without braces.
        "guid" => Guid,
        /// A URI reference of RFC 3986, server-relative and empty included.
        "uri" => Uri,
        /// A dot-atom, `@` and a host name.
        "email" => Email,
        /// An IPv4 address without leading zeros.
        "ipv4" => Ipv4,
        /// An IPv6 address.
        "ipv6" => Ipv6,
        /// A host name of RFC 1123.
        "hostname" => Hostname,
        /// A number with an integral value.
        "integer" => Integer,
        /// A number.
        "number" => Number,
        /// `true` or `false`.
        "boolean" => Boolean,
        /// A dial string or a SIP address.
        "phoneNumber" => PhoneNumber,
    }
}

impl Format {
    /// Whether the text is of the format. A JSON number or Boolean of a format that reads one is judged by its JSON text.
    pub(crate) fn matches(self, text: &str) -> bool {
        match self {
            Self::Date => matches!(date_time::parse(text), Some(Temporal::Date(_))),
            Self::Time => matches!(date_time::parse(text), Some(Temporal::Time(_))),
            Self::DateTime => matches!(date_time::parse(text), Some(Temporal::DateTime(_))),
            Self::Duration => spelled(text).is_some_and(|seconds| seconds >= 0.0),
            Self::Guid => is_guid(text),
            Self::Uri => iri_reference::<UriSpec>(text).is_ok(),
            Self::Email => is_email(text),
            Self::Ipv4 => is_ipv4(text),
            Self::Ipv6 => is_ipv6(text),
            Self::Hostname => is_host_name(text),
            Self::Integer => spelled(text).is_some() && integral(text).is_some(),
            Self::Number => spelled(text).is_some(),
            Self::Boolean => matches!(text, "true" | "false"),
            Self::PhoneNumber => is_phone_number(text),
        }
    }

    /// Whether a JSON number can be of the format.
    pub(crate) fn reads_number(self) -> bool {
        matches!(self, Self::Duration | Self::Integer | Self::Number)
    }

    /// Whether a JSON Boolean can be of the format.
    pub(crate) fn reads_boolean(self) -> bool {
        matches!(self, Self::Boolean)
    }
}

fn is_guid(text: &str) -> bool {
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(format: Format, valid: &[&str], invalid: &[&str]) {
        for text in valid {
            assert!(format.matches(text), "{text:?}");
        }
        for text in invalid {
            assert!(!format.matches(text), "{text:?}");
        }
    }

    #[test]
    fn names() {
        let names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        assert_eq!(
            names,
            [
                "date",
                "time",
                "dateTime",
                "duration",
                "guid",
                "uri",
                "email",
                "ipv4",
                "ipv6",
                "hostname",
                "integer",
                "number",
                "boolean",
                "phoneNumber"
            ]
        );
        for &format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("datetime"), None);
        assert_eq!(Format::from_name(""), None);
    }

    #[test]
    fn what_else_than_text_a_format_reads() {
        for &format in Format::ALL {
            let number = ["duration", "integer", "number"].contains(&format.name());
            assert_eq!(format.reads_number(), number, "{}", format.name());
            assert_eq!(format.reads_boolean(), format.name() == "boolean", "{}", format.name());
        }
    }

    #[test]
    fn date() {
        check(Format::Date, &["2012-02-28", "20120228"], &["", "2012-02-30", "09:38", "20120228T093817Z"]);
    }

    #[test]
    fn time() {
        check(Format::Time, &["09:38", "09:38:17.5"], &["", "24:00", "2012-02-28", "20120228T093817Z", "09:38Z"]);
    }

    #[test]
    fn date_time() {
        check(
            Format::DateTime,
            &["20120228T093817Z", "2012-02-28T09:38:17.5+01:00"],
            &["", "20120228", "09:38", "20120228T093817"],
        );
    }

    #[test]
    fn duration() {
        check(
            Format::Duration,
            &["0", "-0", "-0.0", "1.5", "1e3"],
            &["", "-1", "-0.5", "-1e-9", "1s", "PT1S", " 1", "1e400", "00:01"],
        );
    }

    #[test]
    fn guid() {
        check(
            Format::Guid,
            &["01234567-89ab-cdef-0123-456789abcdef", "01234567-89AB-CDEF-0123-456789ABCDEF"],
            &[
                "",
                "{01234567-89ab-cdef-0123-456789abcdef}",
                "0123456789abcdef0123456789abcdef",
                "01234567-89ab-cdef-0123-456789abcdeg",
                "01234567-89ab-cdef-0123-456789abcde",
                "01234567-89ab-cdef-0123-456789abcdef0",
                "01234567-89ab-cdef-0123-456789abcdef-",
                "0123456-789ab-cdef-0123-456789abcdef",
                "01234567-89ab-cdef-0123-456789abcdé",
            ],
        );
    }

    #[test]
    fn uri() {
        check(
            Format::Uri,
            &["", "/configuration/users/a%20b", "https://u@[::1]:80/a?b#c", "mailto:a@b", "a/b", "?", "#", "//h", "x:"],
            &[" ", "a b", "/a%2", "/a%2g", "1:b", ":a", "//[::1", "/ü", "/a\\b", "a#b#c", "<a>", "//h:p"],
        );
    }

    #[test]
    fn addresses() {
        check(Format::Email, &["a@b"], &["a"]);
        check(Format::Ipv4, &["1.2.3.4"], &["1.2.3.04", "::1"]);
        check(Format::Ipv6, &["::1"], &["1.2.3.4", "[::1]"]);
        check(Format::Hostname, &["a.b"], &["a_b"]);
        check(Format::PhoneNumber, &["+1 317", "sip:a@b"], &["a", "a@b"]);
    }

    #[test]
    fn integer() {
        check(
            Format::Integer,
            &["0", "-7", "10.0", "1e1", "123456789012345678901234567890"],
            &["", "1.5", "1e-1", "01", "+1", "1e400", "a"],
        );
    }

    #[test]
    fn number() {
        check(
            Format::Number,
            &["0", "-7.5", "1E+1"],
            &["", "01", "+1", ".5", "1.", "1e400", " 1", "NaN", "true", "\"1\""],
        );
    }

    #[test]
    fn boolean() {
        check(Format::Boolean, &["true", "false"], &["", "True", "FALSE", "1", "0", "yes", " true", "null"]);
    }
}
