//! The formats of validator 13 as patterns.

use super::demand::Demand;
use super::omission::OmissionReason;
use super::profile::Profile;
use crate::body::JsonType;
use crate::rules::Format;
use serde_json::{Value, json};

/// A hexadecimal digit.
const HEX: &str = "[0-9A-Fa-f]";

/// A byte of an IPv4 address, without leading zeros.
const OCTET: &str = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

/// A label of a host name.
const LABEL: &str = "[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?";

/// The longest host name.
const MAX_HOST_NAME: u64 = 253;

/// A part of the name in an email address.
const ATOM: &str = "[0-9A-Za-z!#$%&'*+/=?\\^_`{|}~-]+";

/// A JSON number.
const NUMBER: &str = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([Ee][+-]?[0-9]+)?";

/// Hours and minutes, and seconds, without separators, with `:`.
const HOURS: &str = "([01][0-9]|2[0-3])";
const SIXTY: &str = "[0-5][0-9]";

/// Returns the keywords of a format for a value of a type.
pub(super) fn demand(format: Format, kind: JsonType, profile: Profile) -> Result<Demand, OmissionReason> {
    match kind {
        JsonType::String => Ok(of_string(format, profile)),
        JsonType::Int if format == Format::Duration => {
            Ok(Demand { keywords: vec![("minimum", 0.into())], ..Demand::default() })
        }
        JsonType::Int if format.reads_number() => Ok(Demand::default()),
        JsonType::Boolean if format.reads_boolean() => Ok(Demand::default()),
        _ => Err(OmissionReason::WrongType),
    }
}

fn of_string(format: Format, profile: Profile) -> Demand {
    let mut demand = Demand::default();
    if format == Format::Boolean {
        demand.keywords.push(("enum", json!(["true", "false"])));
        return demand;
    }
    if let (Profile::Codegen, Some(name)) = (profile, standard(format)) {
        demand.keywords.push(("format", name.into()));
    }
    let pattern = format!("^{}$", pattern(format));
    demand.keywords.push(("pattern", pattern.into()));
    if format == Format::Hostname {
        demand.keywords.push(("maxLength", Value::from(MAX_HOST_NAME)));
    }
    demand.part = (!is_exact(format)).then_some(OmissionReason::Format);
    demand
}

/// Returns the `format` of JSON Schema for code generators: every value of the rule's format has it, and generated code
/// needs only a standard library for it.
fn standard(format: Format) -> Option<&'static str> {
    match format {
        Format::Guid => Some("uuid"),
        Format::Uri => Some("uri-reference"),
        Format::Ipv4 => Some("ipv4"),
        Format::Ipv6 => Some("ipv6"),
        Format::Hostname => Some("hostname"),
        Format::Date
        | Format::Time
        | Format::DateTime
        | Format::Duration
        | Format::Email
        | Format::Integer
        | Format::Number
        | Format::Boolean
        | Format::PhoneNumber => None,
    }
}

/// Returns whether the pattern of a format accepts what the rule accepts, and nothing else.
fn is_exact(format: Format) -> bool {
    match format {
        Format::Time
        | Format::Guid
        | Format::Uri
        | Format::Ipv4
        | Format::Ipv6
        | Format::Hostname
        | Format::Boolean => true,
        // The days of a month, the range of a number, the length of a host name, and the parts of a URI are not checked.
        Format::Date
        | Format::DateTime
        | Format::Duration
        | Format::Integer
        | Format::Number
        | Format::Email
        | Format::PhoneNumber => false,
    }
}

/// Returns a pattern that accepts at least what the rule accepts.
fn pattern(format: Format) -> String {
    let (extended, compact) = (date("-"), date(""));
    match format {
        Format::Date => format!("({extended}|{compact})"),
        Format::Time => format!("{HOURS}:{SIXTY}(:{SIXTY}(\\.[0-9]+)?)?"),
        Format::DateTime => {
            let offset = format!("(Z|[+-]{HOURS}:{SIXTY})");
            let time = format!("{HOURS}:{SIXTY}:{SIXTY}(\\.[0-9]+)?{offset}");
            format!("({extended}T{time}|{compact}T{HOURS}{SIXTY}{SIXTY}Z)")
        }
        Format::Duration | Format::Integer | Format::Number => NUMBER.to_owned(),
        Format::Guid => format!("{HEX}{{8}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{12}}"),
        Format::Uri => uri(),
        Format::Email => format!("{ATOM}(\\.{ATOM})*@{}", host_name()),
        Format::Ipv4 => ipv4(),
        Format::Ipv6 => ipv6(),
        Format::Hostname => host_name(),
        Format::Boolean => "(true|false)".to_owned(),
        Format::PhoneNumber => phone_number(),
    }
}

fn date(separator: &str) -> String {
    format!("[0-9]{{4}}{separator}(0[1-9]|1[0-2]){separator}(0[1-9]|[12][0-9]|3[01])")
}

fn host_name() -> String {
    format!("{LABEL}(\\.{LABEL})*")
}

fn ipv4() -> String {
    format!("{OCTET}(\\.{OCTET}){{3}}")
}

/// Returns the forms of an IPv6 address in RFC 3986, by the number of groups after `::`.
fn ipv6() -> String {
    let group = format!("{HEX}{{1,4}}");
    let last = format!("({group}:{group}|{})", ipv4());
    let before = |most: usize| match most {
        0 => String::new(),
        1 => format!("({group})?"),
        _ => format!("(({group}:){{0,{}}}{group})?", most - 1),
    };
    let mut forms = vec![format!("({group}:){{6}}{last}")];
    forms.extend((0..5).map(|most| format!("{}::({group}:){{{}}}{last}", before(most), 5 - most)));
    forms.push(format!("{}::{last}", before(5)));
    forms.push(format!("{}::{group}", before(6)));
    forms.push(format!("{}::", before(7)));
    format!("({})", forms.join("|"))
}

/// Returns the URI references of RFC 3986.
fn uri() -> String {
    const PLAIN: &str = "0-9A-Za-z._~!$&'()*+,;=";
    const ESCAPE: &str = "%[0-9A-Fa-f]{2}";
    let no_colon = format!("([{PLAIN}@-]|{ESCAPE})");
    let character = format!("([{PLAIN}:@-]|{ESCAPE})");
    let user = format!("(([{PLAIN}:-]|{ESCAPE})*@)?");
    let host = format!("(\\[({}|[Vv]{HEX}+\\.[{PLAIN}:-]+)\\]|([{PLAIN}-]|{ESCAPE})*)", ipv6());
    let segments = format!("(/{character}*)*");
    let path = format!("{character}+{segments}");
    let authority = format!("{user}{host}(:[0-9]*)?{segments}");
    let scheme = "[A-Za-z][0-9A-Za-z+.-]*:";
    // The authority is the longest part, and occurs once.
    let with_slash = format!("({scheme})?/(/{authority}|({path})?)");
    let without = format!("{scheme}({path})?|({no_colon}+{segments})?");
    let rest = format!("([{PLAIN}:@/?-]|{ESCAPE})*");
    format!("({with_slash}|{without})(\\?{rest})?(#{rest})?")
}

/// Returns dial strings, optionally with `;ext=` and digits at the end, and `tel:`, `sip:` and `sips:` URIs, whose parts are
/// checked only roughly.
fn phone_number() -> String {
    const DIAL: &str = "A-Za-z+*#().,/ -";
    const PARAMETERS: &str = "(;([0-9A-Za-z_.!~*'()\\[\\]/:&+$=?@,-]|%[0-9A-Fa-f]{2})+)*";
    let dial = format!("([+*#(][{DIAL}]*)?[0-9]([0-9{DIAL}]*[0-9A-Za-z*#])?(;ext=[0-9]+)?");
    let tel = format!("[Tt][Ee][Ll]:[0-9A-Fa-f+*#.()-]+{PARAMETERS}");
    let user = "([0-9A-Za-z_.!~*'()&=+$,;?/-]|%[0-9A-Fa-f]{2})+";
    let host = "([0-9A-Za-z.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]+)?";
    let sip = format!("[Ss][Ii][Pp][Ss]?:{user}@{host}{PARAMETERS}");
    format!("({dial}|{tel}|{sip})")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Strings of each format, and strings that almost have one.
    const SEEDS: [&str; 52] = [
        "8042",
        "+1 (317) 555-0142",
        "*67,3",
        "1-800-FLOWERS",
        "8001;ext=5",
        "tel:+13175550100;ext=5",
        "sip:a@b;transport=tls",
        "SIPS:j.d%40e@example.com:5060",
        "sip:1@10.0.0.1:65535",
        "sip:a@[::1]:0",
        "sip:a@[1:2:3:4:5:6:1.2.3.4]",
        "jane.doe+x@example.com",
        "a@b",
        "a@-b",
        "host.example",
        "ho--st",
        "",
        "6f1c2e4a-0b7d-4c51-9a8e-0123456789ab",
        "127.0.0.1",
        "255.255.255.256",
        "01.2.3.4",
        "::1",
        "2001:db8::1",
        "1:2:3:4:5:6:7:8",
        "::ffff:1.2.3.255",
        "1::2::3",
        "/configuration/users/a%20b",
        "https://u@[::1]:80/a?b#c",
        "//[v1.x:y]/",
        "mailto:a@b",
        "a/b:c",
        "1:b",
        "//h:p",
        "x:",
        "x:/",
        "x:/a//b",
        "//h//b",
        "/a\u{301}",
        "a#b#c",
        "2024-02-29",
        "20241231",
        "0001-01-01",
        "09:38",
        "23:59:59.25",
        "24:00",
        "20120228T093817Z",
        "2012-02-28T09:38:17.5+01:00",
        "0",
        "-1.5e3",
        "1e400",
        "true",
        "False",
    ];

    /// The seeds, and each of them with one character removed, doubled, or replaced.
    fn strings() -> Vec<String> {
        let mut strings: Vec<String> = SEEDS.iter().map(ToString::to_string).collect();
        for seed in SEEDS.iter().filter(|seed| seed.is_ascii()) {
            for at in 0..seed.len() {
                let (before, after) = (&seed[..at], &seed[at + 1..]);
                strings.extend([format!("{before}{after}"), format!("{before}{}{}", &seed[at..=at], &seed[at..])]);
                strings.extend(":@.[]%0g /?#\n-é\u{301}".chars().map(|other| format!("{before}{other}{after}")));
            }
        }
        for length in [253, 254] {
            let name = format!("{0}.{0}.{0}.{1}", "a".repeat(63), "a".repeat(length - 192));
            strings.extend([name.clone(), format!("sip:a@{name}:1"), format!("a@{name}"), format!("//{name}")]);
        }
        strings
    }

    fn keywords(format: Format) -> Value {
        let demand = of_string(format, Profile::Default);
        demand
            .keywords
            .into_iter()
            .map(|(keyword, value)| (keyword.to_owned(), value))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }

    #[test]
    fn a_pattern_accepts_what_the_rule_accepts_and_an_exact_one_nothing_else() {
        for &format in Format::ALL {
            let schema = jsonschema::validator_for(&keywords(format)).unwrap();
            let (mut accepted, mut rejected) = (0, 0);
            for string in strings() {
                let (is_valid, matches) = (schema.is_valid(&string.as_str().into()), format.matches(&string));
                assert!(is_valid || !matches, "{format:?} {string:?}");
                assert!(is_valid == matches || !is_exact(format), "{format:?} {string:?}");
                *(if is_valid { &mut accepted } else { &mut rejected }) += 1;
            }
            assert!(accepted > 0 && rejected > 100, "{format:?}: {accepted} accepted, {rejected} rejected");
        }
    }

    #[test]
    fn every_pattern_compiles_in_linear_time_engines() {
        for &format in Format::ALL {
            let pattern = format!("^{}$", pattern(format));
            assert!(regex::Regex::new(&pattern).is_ok(), "{pattern}");
            let looks_or_classes = ["(?", "\\d", "\\w", "\\s", "\\b", "\\u", "\\p"];
            assert!(!looks_or_classes.iter().any(|token| pattern.contains(token)), "{pattern}");
        }
    }

    #[test]
    fn an_ipv6_address_is_what_std_parses() {
        let schema = jsonschema::validator_for(&json!({"pattern": format!("^{}$", ipv6())})).unwrap();
        let groups = ["", "1", "ffff", "12345", "g", "1.2.3.4", "1.2.3.256", "01.2.3.4"];
        let mut accepted = 0;
        // Up to nine groups: one of each kind at each position, a second one empty, the others 0.
        for count in 1..=9_usize {
            for kind in groups {
                for at in 0..=count {
                    for empty in 0..=count {
                        let group = |index| match index {
                            index if index == at => kind,
                            index if index == empty => "",
                            _ => "0",
                        };
                        let address = (0..count).map(group).collect::<Vec<_>>().join(":");
                        for address in [format!(":{address}"), format!("{address}:"), address] {
                            let is_address = address.parse::<std::net::Ipv6Addr>().is_ok();
                            assert_eq!(schema.is_valid(&address.as_str().into()), is_address, "{address}");
                            accepted += usize::from(is_address);
                        }
                    }
                }
            }
        }
        assert!(accepted > 100, "{accepted}");
    }
}
