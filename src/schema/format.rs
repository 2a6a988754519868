//! The formats of validator 13 as keywords of JSON Schema.
//!
//! Patterns are made of what every engine reads alike, RE2 included: anchors, classes, groups, alternatives and counts.

use crate::rules::Format;
use serde_json::{Value, json};

/// A hexadecimal digit.
const HEX: &str = "[0-9A-Fa-f]";

/// A number of 8 bits without leading zeros.
const OCTET: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

/// A number of 16 bits, with or without leading zeros.
const PORT: &str = "0*(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

/// What is between the periods of an email address before its `@`.
const ATOM: &str = "[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+";

/// What is between the periods of a host name.
const LABEL: &str = "[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?";

/// A label that begins with a letter.
const TOP_LABEL: &str = "[A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?";

/// A dial string: anything but a digit, the first digit, and the rest.
const DIAL: &str = "(?:[+*#(][A-Za-z+*#().,/ -]*)?[0-9](?:[0-9A-Za-z+*#().,/ -]*[0-9A-Za-z*#])?";

/// A character of a parameter of a `tel`, `sip` or `sips` URI.
const PARAMETER: &str = r"(?:[0-9A-Za-z_.!~*'()\[\]/:&+$-]|%[0-9A-Fa-f]{2})";

/// The value of the parameter `isub` of a `tel` URI that other parameters cannot have.
const SUBADDRESS: &str =
    "(?:[0-9A-Za-z_.!~*'()/:&+$-]|%[0-9A-Fa-f]{2})*[?@=,](?:[0-9A-Za-z_.!~*'()/?:@&=+$,-]|%[0-9A-Fa-f]{2})*";

/// Returns the keywords that accept exactly the strings of a format, or why there are none.
pub(super) fn format(format: Format) -> Result<Value, &'static str> {
    match format {
        Format::Guid => Ok(json!({"pattern": format!("^{HEX}{{8}}-(?:{HEX}{{4}}-){{3}}{HEX}{{12}}$")})),
        Format::Ipv4 => Ok(json!({"pattern": format!("^{}$", ipv4())})),
        Format::Ipv6 => Ok(json!({"pattern": format!("^{}$", ipv6())})),
        Format::Uri => Ok(json!({"pattern": format!("^{}$", uri_reference())})),
        Format::Hostname => Ok(json!({"maxLength": 253, "pattern": format!("^{}$", host_name())})),
        Format::Email => Ok(json!({
            "pattern": format!("^{ATOM}(?:\\.{ATOM})*@{}$", host_name()),
            "allOf": [{"pattern": "@[^@]{1,253}$"}],
        })),
        Format::PhoneNumber => Ok(json!({
            "pattern": format!("^(?:{DIAL}(?:;ext=[0-9]+)?|{}|{})$", tel_uri(), sip_uri()),
            // A `sip` or `sips` URI, the only one that begins so, has a host of at most 253 characters or in brackets.
            "allOf": [{"pattern": r"^(?:[^Ss]|[^@]*@(?:\[|[^;:]{1,253}(?:[;:]|$)))"}],
        })),
        Format::Date
        | Format::Time
        | Format::DateTime
        | Format::Duration
        | Format::Integer
        | Format::Number
        | Format::Boolean => Err("JSON Schema has no format that means the same"),
    }
}

/// Returns the pattern of a host name of any length. IPv4 addresses are host names.
fn host_name() -> String {
    format!("{LABEL}(?:\\.{LABEL})*")
}

fn ipv4() -> String {
    format!("{OCTET}(?:\\.{OCTET}){{3}}")
}

/// Returns the pattern of an IPv6 address: the forms of RFC 3986, by how many groups are before the `::`.
fn ipv6() -> String {
    let group = format!("{HEX}{{1,4}}");
    let up_to = |count: usize| format!("(?:(?:{group}:){{0,{}}}{group})?", count - 1);
    let mut heads = vec![format!("(?:{group}:){{6}}"), format!("::(?:{group}:){{5}}")];
    heads.extend((1..=5).map(|count| format!("{}::(?:{group}:){{{}}}", up_to(count), 5 - count)));
    let heads = heads.join("|");
    format!("(?:(?:{heads})(?:{group}:{group}|{})|{}::{group}|{}::)", ipv4(), up_to(6), up_to(7))
}

/// Returns the pattern of a URI reference of RFC 3986, appendix A.
fn uri_reference() -> String {
    let encoded = |others: &str| format!("(?:[0-9A-Za-z._~!$&'()*+,;={others}-]|%{HEX}{{2}})");
    let (name, user) = (encoded(""), encoded(":"));
    let (segment, first) = (encoded(":@"), encoded("@"));
    let future = "[Vv][0-9A-Fa-f]+\\.[0-9A-Za-z._~!$&'()*+,;=:-]+";
    let authority = format!("(?:{user}*@)?(?:\\[(?:{}|{future})\\]|{name}*)(?::[0-9]*)?", ipv6());
    let path = format!("{segment}+(?:/{segment}*)*");
    let scheme = "[A-Za-z][0-9A-Za-z+.-]*:";
    let with_slash = format!("(?:{scheme})?/(?:/{authority}(?:/{segment}*)*|(?:{path})?)");
    let without = format!("{scheme}(?:{path})?|(?:{first}+(?:/{segment}*)*)?");
    let end = encoded(":@/?");
    format!("(?:{with_slash}|{without})(?:\\?{end}*)?(?:#{end}*)?")
}

/// Returns the pattern of a `tel` URI: a global number, or a local one that has a context among its parameters.
fn tel_uri() -> String {
    let separator = "[().-]*";
    let global = format!("\\+{separator}[0-9][0-9().-]*");
    let local = format!("{separator}[0-9A-Fa-f*#][0-9A-Fa-f*#().-]*");
    // A parameter matches in one way, so that engines that backtrack stay fast.
    let parameters = format!("(?:;(?:[0-9A-Za-z-]+(?:={PARAMETER}+)?|[Ii][Ss][Uu][Bb]={SUBADDRESS}))*");
    let context =
        format!(";{}=(?:(?:{LABEL}\\.)*{TOP_LABEL}\\.?|{global})", "[Pp][Hh][Oo][Nn][Ee]-[Cc][Oo][Nn][Tt][Ee][Xx][Tt]");
    format!("[Tt][Ee][Ll]:(?:{global}|{local}{parameters}{context}){parameters}")
}

/// Returns the pattern of a `sip` or `sips` URI with a user and a host of any length.
fn sip_uri() -> String {
    let user = format!("(?:[0-9A-Za-z_.!~*'()&=+$,;?/-]|%{HEX}{{2}})+");
    let host = format!("(?:{}|\\[{}\\])", host_name(), ipv6());
    format!("[Ss][Ii][Pp][Ss]?:{user}@{host}(?::{PORT})?(?:;{PARAMETER}+(?:={PARAMETER}+)?)*")
}

#[cfg(test)]
mod tests {
    use super::{format, ipv6};
    use crate::rules::Format;
    use serde_json::Value;

    const SEEDS: &[&str] = &[
        "",
        "8042",
        "+1 (317) 555-0142",
        "*67,3",
        "1-800-FLOWERS",
        "call 911",
        "8001;ext=5",
        "tel:+1-317-555-0100",
        "TEL:+1;ext=5;x=[a]%2f",
        "tel:*8;phone-context=a.b-c.d.",
        "tel:A1;x;Phone-Context=+1-2;isub=1@2",
        "tel:8;phone-context=1.a",
        "tel:8;phone-context=a.1",
        "sip:a@b",
        "SIPS:j.d%40e@example.com:5060",
        "sip:a@b:1;transport=tls;lr",
        "sip:1@10.0.0.1:65535",
        "sip:a@[::1]:0;maddr=[::1]",
        "sip:a@[2001:db8::1]",
        "sip:a@[1:2:3:4:5:6:7:8]",
        "sip:a@[::ffff:1.2.3.255]",
        "sip:a@[1::]",
        "sip:a@[::]",
        "sip:a@[1:2:3:4:5:6:7::]",
        "sip:a@[1::3:4:5:6:7:8]",
        "sip:a@[1:2:3:4:5:6:1.2.3.4]",
        "sip:a@b:65536",
        "sip:a@b:005060",
        "sip:a@[1:2:3::4:5:6:7:8]",
        "sip:a@[12345::]",
        "jane.doe+x@example.com",
        "a@b",
        "a@-b",
        "a:1@b",
        "host.example",
        "10.0.0.255",
        "0.19.249.256",
        "2001:DB8::10.0.0.1",
        "6f1c2e4a-0b7d-4c51-9a8e-0123456789AB",
        "https://u:p@example.com:80/a//b;c=d?e=/f#g?",
        "//[::1]:80/a",
        "//[v1.a:b]",
        "/configuration/users/Jane%20Doe",
        "../a:b",
        "a/b:c@d",
        "mailto:a@b",
        "a:///",
        "?#",
        "\u{301}",
    ];

    /// Strings, and each of them with one character left out, doubled, or another in its place.
    fn strings() -> Vec<String> {
        let mut strings: Vec<String> = SEEDS.iter().map(ToString::to_string).collect();
        for seed in SEEDS.iter().filter(|seed| seed.is_ascii()) {
            for at in 0..seed.len() {
                let (before, after) = (&seed[..at], &seed[at + 1..]);
                strings.extend([format!("{before}{after}"), format!("{before}{}{}", &seed[at..=at], &seed[at..])]);
                strings.extend(":;=@./?#[]%0g+*,) \"\n-\u{e9}".chars().map(|c| format!("{before}{c}{after}")));
            }
        }
        for length in [253, 254] {
            let name = format!("{0}.{0}.{0}.{1}", "a".repeat(63), "a".repeat(length - 192));
            strings.extend(["a@", "sip:a@", "//", ""].map(|before| format!("{before}{name}")));
            strings.extend([":1", ";lr", ":1;lr"].map(|after| format!("sip:a@{name}{after}")));
            strings.push(format!("tel:1;phone-context={name}"));
        }
        for length in [63, 64] {
            strings.extend(["", "a@", "sip:a@", "tel:1;phone-context="].map(|s| format!("{s}{}", "a".repeat(length))));
        }
        strings
    }

    /// The formats with keywords, and their keywords.
    fn formats() -> Vec<(Format, Value)> {
        Format::ALL.iter().filter_map(|one| format(*one).ok().map(|keywords| (*one, keywords))).collect()
    }

    /// The patterns among keywords.
    fn patterns(keywords: &Value) -> Vec<&str> {
        let all = keywords["allOf"].as_array().into_iter().flatten().chain([keywords]);
        all.map(|one| one["pattern"].as_str().unwrap()).collect()
    }

    #[test]
    fn keywords_accept_the_strings_of_the_format() {
        let strings = strings();
        for (format, keywords) in formats() {
            let schema = jsonschema::validator_for(&keywords).unwrap();
            let mut counts = [0, 0];
            for string in &strings {
                let is_of_format = format.matches(string);
                assert_eq!(schema.is_valid(&string.as_str().into()), is_of_format, "{format:?} {string:?}");
                counts[usize::from(is_of_format)] += 1;
            }
            assert!(counts.iter().all(|count| *count > 10), "{format:?} {counts:?}");
        }
    }

    #[test]
    fn patterns_are_portable() {
        for (format, keywords) in formats() {
            for pattern in patterns(&keywords) {
                // As in RE2, there are no assertions about what is around, and no references.
                assert!(regex::Regex::new(pattern).is_ok(), "{format:?}: {pattern}");
                assert!(pattern.split("(?").skip(1).all(|rest| rest.starts_with(':')), "{format:?}: {pattern}");
                let is_plain = |rest: &str| rest.starts_with(|c: char| c.is_ascii_punctuation());
                assert!(pattern.split('\\').skip(1).all(is_plain), "{format:?}: {pattern}");
            }
        }
    }

    #[test]
    fn an_ipv6_address_is_what_std_parses() {
        let schema = jsonschema::validator_for(&serde_json::json!({"pattern": format!("^{}$", ipv6())})).unwrap();
        let groups = ["", "1", "ffff", "12345", "g", "1.2.3.4", "1.2.3.256", "01.2.3.4"];
        let mut accepted = 0;
        // Up to nine groups of a few kinds, with at most one empty.
        for count in 1..=9_usize {
            for kind in groups {
                for at in 0..=count {
                    for empty in 0..=count {
                        let group = |index| match index {
                            _ if index == at => kind,
                            _ if index == empty => "",
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
