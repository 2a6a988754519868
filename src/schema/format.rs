//! The formats of validator 13 in the words of JSON Schema.

use super::pattern::END;
use crate::rules::Format;
use serde_json::{Value, json};

/// A hexadecimal digit.
const HEX: &str = "[0-9A-Fa-f]";

/// A number of 8 bits without leading zeros.
const OCTET: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

/// A number of 16 bits, leading zeros included.
const PORT: &str = "0*(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

/// What stands between the full stops of an email address before its `@`.
const ATOM: &str = "[0-9A-Za-z!#\\u0024%&'*+/=?^_`{|}~-]+";

/// A dial string, which has a digit.
const DIAL: &str = "(?=[^0-9]*[0-9])[0-9A-Za-z+*#().,/ -]*";

/// The user of a SIP address.
const USER: &str = "(?:[0-9A-Za-z_.!~*'()&=+\\u0024,;?/-]|%[0-9A-Fa-f]{2})+";

// What `uri-reference` overlooks in ajv and Python: quotation marks, a last line feed, a colon in the first segment without a scheme, and a port or a user of other characters.
const SCHEME: &str = "[A-Za-z][A-Za-z0-9+.-]*:";
const NO_COLON: &str = "(?![^/?#]*:)";
const AUTHORITY: &str = r"(?:[^/?#@\s\u0022]*@)?(?:\u005b[^/?#@\s\u0022]*\u005d|[^/?#:@\s\u0022]*)(?::[0-9]*)?";
const DELIMITED: &str = r"(?![^/?#])";

/// What stands between the full stops of a host name.
const LABEL: &str = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

/// The formats that JSON Schema means as the rule does.
pub(super) fn format(format: Format) -> Result<Value, &'static str> {
    match format {
        Format::Guid => {
            Ok(json!({"pattern": format!("^{HEX}{{8}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{12}}{END}")}))
        }
        Format::Ipv4 => Ok(json!({"format": "ipv4"})),
        Format::Ipv6 => Ok(json!({"format": "ipv6"})),
        Format::Uri => {
            let (scheme, authority) =
                (format!("(?:{SCHEME}|{NO_COLON})"), format!("(?://{AUTHORITY}{DELIMITED}|(?!//))"));
            let pattern = format!("^{scheme}{authority}[^\\s\\u0022]*{END}");
            Ok(json!({"format": "uri-reference", "pattern": pattern}))
        }
        // The format `hostname` has the rules of international names beside those of RFC 1123.
        Format::Hostname => Ok(json!({"pattern": format!("^{}{END}", host_name())})),
        Format::Email => Ok(json!({"pattern": format!("^{ATOM}(?:\\.{ATOM})*@{}{END}", host_name())})),
        Format::PhoneNumber => {
            let sip = format!("[Ss][Ii][Pp][Ss]?:{USER}@(?:{}|\\[{}\\])(?::{PORT})?", host_name(), ipv6());
            Ok(json!({"pattern": format!("^(?:{DIAL}|{sip}){END}")}))
        }
        Format::Date
        | Format::Time
        | Format::DateTime
        | Format::Duration
        | Format::Integer
        | Format::Number
        | Format::Boolean => Err("JSON Schema has no format that means the same"),
    }
}

/// A host name, of which an IPv4 address is one.
fn host_name() -> String {
    format!("(?![^:]{{254}}){LABEL}(?:\\.{LABEL})*")
}

/// An IPv6 address as RFC 3986 spells its forms, by how many groups stand behind the `::`.
fn ipv6() -> String {
    let group = format!("{HEX}{{1,4}}");
    let last = format!("(?:{group}:{group}|{OCTET}(?:\\.{OCTET}){{3}})");
    let before = |most: usize| match most {
        0 => String::new(),
        _ => format!("(?:(?:{group}:){{0,{}}}{group})?", most - 1),
    };
    let mut forms = vec![format!("(?:{group}:){{6}}{last}")];
    forms.extend((0..=5).map(|most| format!("{}::(?:{group}:){{{}}}{last}", before(most), 5 - most)));
    forms.push(format!("{}::{group}", before(6)));
    forms.push(format!("{}::", before(7)));
    format!("(?:{})", forms.join("|"))
}

#[cfg(test)]
mod tests {
    use super::{format, ipv6};
    use crate::rules::Format;

    /// Texts, and each of them with one character left out, doubled, or another in its place.
    fn texts() -> Vec<String> {
        let seeds = [
            "8042",
            "+1 (317) 555-0142",
            "*67,3",
            "1-800-FLOWERS",
            "sip:a@b",
            "SIPS:j.d%40e@example.com:5060",
            "sip:1@10.0.0.1:65535",
            "sip:a@[::1]:0",
            "sip:a@[2001:db8::1]",
            "sip:a@[1:2:3:4:5:6:7:8]",
            "sip:a@[::ffff:1.2.3.255]",
            "sip:a@[1::]",
            "sip:a@[::]",
            "sip:a@[1:2:3:4:5:6:7::]",
            "sip:a@[1::3:4:5:6:7:8]",
            "sip:a@[1:2:3:4:5:6:1.2.3.4]",
            "jane.doe+x@example.com",
            "a@b",
            "a@-b",
            "a:1@b",
            "sip:a@b:65536",
            "sip:a@b:005060",
            "sip:a@[1:2:3::4:5:6:7:8]",
            "sip:a@[12345::]",
            "host.example",
            "",
        ];
        let mut texts: Vec<String> = seeds.iter().map(ToString::to_string).collect();
        for seed in seeds {
            for at in 0..seed.len() {
                let (before, behind) = (&seed[..at], &seed[at + 1..]);
                texts.extend([format!("{before}{behind}"), format!("{before}{}{}", &seed[at..=at], &seed[at..])]);
                texts.extend(":@.[]%0g \n-é".chars().map(|other| format!("{before}{other}{behind}")));
            }
        }
        for length in [253, 254] {
            let name = format!("{0}.{0}.{0}.{1}", "a".repeat(63), "a".repeat(length - 192));
            texts.extend([name.clone(), format!("sip:a@{name}"), format!("sip:a@{name}:1"), format!("a@{name}")]);
        }
        texts
    }

    #[test]
    fn patterns_take_what_the_rules_take() {
        for format_of in [Format::PhoneNumber, Format::Email, Format::Hostname, Format::Guid] {
            let schema = jsonschema::validator_for(&format(format_of).unwrap()).unwrap();
            let mut taken = 0;
            for text in texts() {
                assert_eq!(schema.is_valid(&text.as_str().into()), format_of.matches(&text), "{format_of:?} {text:?}");
                taken += usize::from(format_of.matches(&text));
            }
            assert!(taken > 0 || format_of == Format::Guid);
        }
    }

    #[test]
    fn an_ipv6_address_is_what_std_takes() {
        let schema = jsonschema::validator_for(&serde_json::json!({"pattern": format!("^{}$", ipv6())})).unwrap();
        let groups = ["", "1", "ffff", "12345", "g", "1.2.3.4", "1.2.3.256", "01.2.3.4"];
        let mut taken = 0;
        // Up to nine groups of a few kinds, one of them empty perhaps.
        for count in 1..=9_usize {
            for kind in groups {
                for at in 0..=count {
                    for empty in 0..=count {
                        let group = |index| {
                            if index == at {
                                kind
                            } else if index == empty {
                                ""
                            } else {
                                "0"
                            }
                        };
                        let text = (0..count).map(group).collect::<Vec<_>>().join(":");
                        for text in [format!(":{text}"), format!("{text}:"), text] {
                            let is = text.parse::<std::net::Ipv6Addr>().is_ok();
                            assert_eq!(schema.is_valid(&text.as_str().into()), is, "{text}");
                            taken += usize::from(is);
                        }
                    }
                }
            }
        }
        assert!(taken > 100, "{taken}");
    }
}
