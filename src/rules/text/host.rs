//! Host names, and what stands on one.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The longest label and the longest whole of a host name (RFC 1035, 2.3.4).
const MAX_LABEL: usize = 63;
const MAX_NAME: usize = 253;

/// Whether the text is a host name as RFC 1123 has it: labels of letters, digits and inner hyphens, joined by full stops.
pub(crate) fn is_host_name(text: &str) -> bool {
    text.len() <= MAX_NAME && text.split('.').all(is_label)
}

pub(super) fn is_label(text: &str) -> bool {
    (1..=MAX_LABEL).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Whether the text is an IPv4 address; std refuses leading zeros.
pub(crate) fn is_ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

/// Whether the text is an IPv6 address, without brackets and without a zone.
pub(crate) fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

/// Whether the text is a dot-atom, `@` and a host name.
pub(crate) fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, host)| local.split('.').all(is_atom) && is_host_name(host))
}

/// An atom of RFC 5322.
fn is_atom(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_names() {
        for text in [
            "localhost",
            "a",
            "1",
            "example.com",
            "EXAMPLE.Com",
            "3com.com",
            "a-b.c--d.e",
            "xn--bcher-kva.example",
            "1.2.3.4",
        ] {
            assert!(is_host_name(text), "{text}");
        }
        for text in
            ["", ".", ".a", "a.", "a..b", "-a", "a-", "a.-b", "a-.b", "a_b", "bücher.example", "a b", "a\n", "a:80"]
        {
            assert!(!is_host_name(text), "{text:?}");
        }
    }

    #[test]
    fn a_label_has_up_to_63_characters_and_a_name_253() {
        let label = "a".repeat(63);
        assert!(is_host_name(&label));
        assert!(!is_host_name(&format!("{label}a")));
        let name = format!("{label}.{label}.{label}.{}", "a".repeat(61));
        assert_eq!(name.len(), 253);
        assert!(is_host_name(&name));
        assert!(!is_host_name(&format!("{name}a")));
    }

    #[test]
    fn ipv4_addresses() {
        for text in ["0.0.0.0", "10.0.0.1", "255.255.255.255"] {
            assert!(is_ipv4(text), "{text}");
        }
        for text in [
            "",
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.256",
            "01.2.3.4",
            "1.2.3.00",
            " 1.2.3.4",
            "1.2.3.4 ",
            "1.2.3.-4",
            "0x1.2.3.4",
        ] {
            assert!(!is_ipv4(text), "{text}");
        }
    }

    #[test]
    fn ipv6_addresses() {
        for text in ["::", "::1", "2001:DB8::1", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1", "1::8"] {
            assert!(is_ipv6(text), "{text}");
        }
        for text in [
            "",
            ":",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            "12345::",
            "g::",
            "[::1]",
            "fe80::1%eth0",
            "1.2.3.4",
            "::ffff:010.0.0.1",
        ] {
            assert!(!is_ipv6(text), "{text}");
        }
    }

    #[test]
    fn email_addresses() {
        for text in ["a@b", "jane.doe@example.com", "a+b@example.com", "!#$%&'*+-/=?^_`{|}~@x", "1@1"] {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "",
            "@",
            "a",
            "a@",
            "@b",
            ".a@b",
            "a.@b",
            "a..b@c",
            "a@b@c",
            "a b@c",
            "\"a b\"@c",
            "a(c)@b",
            "ä@b",
            "a@b.",
            "a@-b",
            "a@[1.2.3.4]",
            "a@b c",
            " a@b",
            "a@b\n",
            "<a@b>",
            "a,b@c",
            "a:b@c",
            "a\\b@c",
        ] {
            assert!(!is_email(text), "{text:?}");
        }
    }
}
