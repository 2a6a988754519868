//! Host names, IP addresses and email addresses.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The maximum lengths of a label and of a whole host name (RFC 1035, 2.3.4).
const MAX_LABEL: usize = 63;
const MAX_NAME: usize = 253;

/// Returns whether the string is a host name of RFC 1123: labels of ASCII letters, digits and inner hyphens, joined by
/// periods.
pub(crate) fn is_host_name(value: &str) -> bool {
    value.len() <= MAX_NAME && value.split('.').all(is_label)
}

/// Returns whether the string is a label of a host name.
pub(super) fn is_label(value: &str) -> bool {
    (1..=MAX_LABEL).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !value.starts_with('-')
        && !value.ends_with('-')
}

/// Returns whether the string is an IPv4 address. std rejects leading zeros.
pub(crate) fn is_ipv4(value: &str) -> bool {
    value.parse::<Ipv4Addr>().is_ok()
}

/// Returns whether the string is an IPv6 address, without brackets and without a zone.
pub(crate) fn is_ipv6(value: &str) -> bool {
    value.parse::<Ipv6Addr>().is_ok()
}

/// Returns whether the string is a dot-atom of RFC 5322, `@` and a host name.
pub(crate) fn is_email(value: &str) -> bool {
    value.split_once('@').is_some_and(|(local, host)| local.split('.').all(is_atom) && is_host_name(host))
}

fn is_atom(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    type IsOfFormat = fn(&str) -> bool;

    #[track_caller]
    fn accepts(is_of_format: IsOfFormat, what: &str, value: &str) {
        assert!(is_of_format(value), "{what}: {value:?}");
    }

    #[track_caller]
    fn rejects(is_of_format: IsOfFormat, what: &str, value: &str) {
        assert!(!is_of_format(value), "{what}: {value:?}");
    }

    #[test]
    fn host_names() {
        accepts(is_host_name, "a name", "localhost");
        accepts(is_host_name, "a letter", "a");
        accepts(is_host_name, "a digit", "1");
        accepts(is_host_name, "labels", "example.com");
        accepts(is_host_name, "capital letters", "EXAMPLE.Com");
        accepts(is_host_name, "a digit first", "3com.com");
        accepts(is_host_name, "hyphens inside", "a-b.c--d.e");
        accepts(is_host_name, "an internationalized name", "xn--bcher-kva.example");
        accepts(is_host_name, "labels of digits", "1.2.3.4");
        rejects(is_host_name, "empty", "");
        rejects(is_host_name, "a period", ".");
        rejects(is_host_name, "a period first", ".a");
        rejects(is_host_name, "a period last", "a.");
        rejects(is_host_name, "two periods", "a..b");
        rejects(is_host_name, "a hyphen first", "-a");
        rejects(is_host_name, "a hyphen last", "a-");
        rejects(is_host_name, "a hyphen after a period", "a.-b");
        rejects(is_host_name, "a hyphen before a period", "a-.b");
        rejects(is_host_name, "an underscore", "a_b");
        rejects(is_host_name, "a letter of another alphabet", "bücher.example");
        rejects(is_host_name, "a space", "a b");
        rejects(is_host_name, "a line feed last", "a\n");
        rejects(is_host_name, "a port", "a:80");
        rejects(is_host_name, "a wildcard", "*.example.com");
        rejects(is_host_name, "a scheme", "https://a");
        rejects(is_host_name, "an IPv6 address", "::1");
    }

    #[test]
    fn a_label_has_up_to_63_characters_and_a_name_253() {
        let label = "a".repeat(63);
        accepts(is_host_name, "63", &label);
        rejects(is_host_name, "64", &format!("{label}a"));
        let name = format!("{label}.{label}.{label}.{}", "a".repeat(61));
        assert_eq!(name.len(), 253);
        accepts(is_host_name, "253", &name);
        rejects(is_host_name, "254", &format!("{name}a"));
    }

    #[test]
    fn ipv4_addresses() {
        accepts(is_ipv4, "the lowest", "0.0.0.0");
        accepts(is_ipv4, "a private one", "10.0.0.1");
        accepts(is_ipv4, "the highest", "255.255.255.255");
        rejects(is_ipv4, "empty", "");
        rejects(is_ipv4, "three numbers", "1.2.3");
        rejects(is_ipv4, "five numbers", "1.2.3.4.5");
        rejects(is_ipv4, "an empty number", "1.2..4");
        rejects(is_ipv4, "past 8 bits", "1.2.3.256");
        rejects(is_ipv4, "a leading zero", "01.2.3.4");
        rejects(is_ipv4, "two zeros", "1.2.3.00");
        rejects(is_ipv4, "hexadecimal", "0x1.2.3.4");
        rejects(is_ipv4, "a negative number", "1.2.3.-4");
        rejects(is_ipv4, "one number", "16909060");
        rejects(is_ipv4, "a period last", "1.2.3.4.");
        rejects(is_ipv4, "a port", "1.2.3.4:80");
        rejects(is_ipv4, "a network", "10.0.0.0/8");
        rejects(is_ipv4, "a space before", " 1.2.3.4");
        rejects(is_ipv4, "a space after", "1.2.3.4 ");
        rejects(is_ipv4, "digits of another script", "\u{661}.2.3.4");
    }

    #[test]
    fn ipv6_addresses() {
        accepts(is_ipv6, "zeros", "::");
        accepts(is_ipv6, "the loopback address", "::1");
        accepts(is_ipv6, "capital letters", "2001:DB8::1");
        accepts(is_ipv6, "eight groups", "1:2:3:4:5:6:7:8");
        accepts(is_ipv6, "leading zeros in a group", "0001::");
        accepts(is_ipv6, "an IPv4 address last", "::ffff:10.0.0.1");
        accepts(is_ipv6, "six groups and an IPv4 address", "1:2:3:4:5:6:1.2.3.4");
        accepts(is_ipv6, "zeros in the middle", "1::8");
        accepts(is_ipv6, "zeros in place of one group", "1:2:3:4:5:6:7::");
        rejects(is_ipv6, "empty", "");
        rejects(is_ipv6, "a colon", ":");
        rejects(is_ipv6, "three colons", ":::");
        rejects(is_ipv6, "seven groups", "1:2:3:4:5:6:7");
        rejects(is_ipv6, "nine groups", "1:2:3:4:5:6:7:8:9");
        rejects(is_ipv6, "zeros twice", "1::2::3");
        rejects(is_ipv6, "zeros in place of no group", "1:2:3:4::5:6:7:8");
        rejects(is_ipv6, "five digits", "12345::");
        rejects(is_ipv6, "a letter past F", "g::");
        rejects(is_ipv6, "brackets", "[::1]");
        rejects(is_ipv6, "a zone", "fe80::1%eth0");
        rejects(is_ipv6, "a network", "2001:db8::/32");
        rejects(is_ipv6, "an IPv4 address", "1.2.3.4");
        rejects(is_ipv6, "a leading zero in the IPv4 address", "::ffff:010.0.0.1");
        rejects(is_ipv6, "a space before", " ::1");
    }

    #[test]
    fn email_addresses() {
        accepts(is_email, "letters", "a@b");
        accepts(is_email, "digits", "1@1");
        accepts(is_email, "a period inside", "jane.doe@example.com");
        accepts(is_email, "a plus sign", "a+b@example.com");
        accepts(is_email, "all characters of an atom", "!#$%&'*+-/=?^_`{|}~@x");
        rejects(is_email, "empty", "");
        rejects(is_email, "an at sign", "@");
        rejects(is_email, "no at sign", "a");
        rejects(is_email, "no host", "a@");
        rejects(is_email, "no local part", "@b");
        rejects(is_email, "a period first", ".a@b");
        rejects(is_email, "a period before the at sign", "a.@b");
        rejects(is_email, "two periods", "a..b@c");
        rejects(is_email, "two at signs", "a@b@c");
        rejects(is_email, "a space", "a b@c");
        rejects(is_email, "a quoted local part", "\"a b\"@c");
        rejects(is_email, "a comment", "a(c)@b");
        rejects(is_email, "a letter of another alphabet", "ä@b");
        rejects(is_email, "a letter of another alphabet in the host", "a@ä.example");
        rejects(is_email, "a period last", "a@b.");
        rejects(is_email, "a hyphen first in the host", "a@-b");
        rejects(is_email, "an address in brackets", "a@[1.2.3.4]");
        rejects(is_email, "a space in the host", "a@b c");
        rejects(is_email, "a space before", " a@b");
        rejects(is_email, "a line feed after", "a@b\n");
        rejects(is_email, "a display name", "Jane <a@b>");
        rejects(is_email, "a scheme", "mailto:a@b");
        rejects(is_email, "two addresses", "a@b,c@d");
        rejects(is_email, "a backslash", "a\\b@c");
    }
}
