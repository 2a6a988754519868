//! Phone numbers as people and directories write them: dial strings and SIP addresses.

use super::host::{is_host_name, is_ipv4, is_ipv6};

/// What a byte is in a dial string; the sets are bits, so that one pass without branches answers both questions.
const DIAL: u8 = 1;
const DIGIT: u8 = 2;
const CLASS: [u8; 256] = {
    let class = with([0; 256], b"0123456789", DIAL | DIGIT);
    let class = with(class, b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", DIAL);
    with(class, b"+*#().,/- ", DIAL)
};

const fn with(mut class: [u8; 256], mut bytes: &[u8], sets: u8) -> [u8; 256] {
    while let [byte, rest @ ..] = bytes {
        class[*byte as usize] = sets;
        bytes = rest;
    }
    class
}

/// Whether the text is a dial string or a SIP address.
pub(crate) fn is_phone_number(text: &str) -> bool {
    is_dial_string(text) || is_sip_address(text)
}

/// Whether the text has the characters of a dial string alone, with at least one digit.
pub(crate) fn is_dial_string(text: &str) -> bool {
    let (mut all, mut any) = (DIAL, 0);
    for byte in text.bytes() {
        let class = CLASS[usize::from(byte)];
        all &= class;
        any |= class;
    }
    all != 0 && any & DIGIT != 0
}

/// Whether the text is `sip:` or `sips:` in any case, `user@host`, and a port if any.
fn is_sip_address(text: &str) -> bool {
    text.split_once(':')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("sip") || scheme.eq_ignore_ascii_case("sips"))
        .and_then(|(_, address)| address.split_once('@'))
        .is_some_and(|(user, place)| is_user(user) && is_host_and_port(place))
}

/// A user of RFC 3261, 25.1.
fn is_user(text: &str) -> bool {
    let mut parts = text.split('%');
    !text.is_empty()
        && parts.next().is_some_and(is_unescaped)
        && parts.all(|part| {
            part.split_at_checked(2)
                .is_some_and(|(code, rest)| code.bytes().all(|b| b.is_ascii_hexdigit()) && is_unescaped(rest))
        })
}

fn is_unescaped(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.!~*'()&=+$,;?/".contains(&b))
}

/// A host name, an IPv4 address or an IPv6 address in brackets, with a port if any.
fn is_host_and_port(text: &str) -> bool {
    if let Some((address, port)) = text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return is_ipv6(address) && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port));
    }
    let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
    (is_host_name(host) || is_ipv4(host)) && port.is_none_or(is_port)
}

fn is_port(text: &str) -> bool {
    // The parse of std takes a sign.
    text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_phone_number;

    #[track_caller]
    fn valid(texts: &[&str]) {
        for text in texts {
            assert!(is_phone_number(text), "{text:?}");
        }
    }

    #[track_caller]
    fn invalid(texts: &[&str]) {
        for text in texts {
            assert!(!is_phone_number(text), "{text:?}");
        }
    }

    #[test]
    fn dial_strings() {
        valid(&[
            "0",
            "9",
            "8001",
            "+1 (317) 872-3000",
            "*72#",
            "1.317.872/3000,,42",
            "1-800-FLOWERS",
            "ext 5",
            " 1 ",
            "az AZ 09",
        ]);
    }

    #[test]
    fn a_dial_string_has_a_digit() {
        invalid(&["", " ", "+", "FLOWERS", "()-./,*#"]);
    }

    #[test]
    fn a_dial_string_has_no_other_character() {
        for byte in 0..=127u8 {
            let c = char::from(byte);
            let dial = c.is_ascii_alphanumeric() || "+*#().,/- ".contains(c);
            assert_eq!(is_phone_number(&format!("1{c}2")), dial, "{c:?}");
        }
        invalid(&["1\u{a0}2", "\u{661}", "1é", "１"]);
    }

    #[test]
    fn sip_addresses() {
        valid(&[
            "sip:8001@example.com",
            "SIPS:jane.doe@example.com",
            "sIp:a@b:5060",
            "sip:a@10.0.0.1",
            "sip:a@10.0.0.1:5061",
            "sip:a@[::1]",
            "sip:a@[2001:db8::1]:65535",
            "sip:+1-317(872)@x",
            "sip:j%40ne%20d@x",
            "sip:-_.!~*'()&=+$,;?/@x",
        ]);
    }

    #[test]
    fn a_sip_address_has_scheme_user_and_host() {
        invalid(&[
            "sip:",
            "sip:@",
            "sip:a",
            "sip:a@",
            "sip:@b",
            "sip:example.com",
            "sip:8001",
            "tel:8001",
            "sipx:a@b",
            ":a@b",
            "8001@example.com",
            "sip:a@b@c",
            "sip:a b@c",
            "sip:a:secret@b",
            "sip:ä@b",
            "sip: a@b",
            "sip:a@b ",
            " sip:a@b",
        ]);
    }

    #[test]
    fn an_escape_in_a_user_has_two_hexadecimal_digits() {
        valid(&["sip:%00@b", "sip:%aF@b", "sip:%41%42@b", "sip:x%41y@b"]);
        invalid(&["sip:%@b", "sip:%4@b", "sip:%4g@b", "sip:%g4@b", "sip:%41%@b", "sip:%%41@b", "sip:%é@b"]);
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        invalid(&[
            "sip:a@-b",
            "sip:a@b_c",
            "sip:a@::1",
            "sip:a@[::1",
            "sip:a@[::1]x",
            "sip:a@[]",
            "sip:a@[10.0.0.1]",
            "sip:a@[b]",
            "sip:a@::1]",
            "sip:a@b;transport=tls",
            "sip:a@b?x=y",
            "sip:a@b/c",
        ]);
    }

    #[test]
    fn a_port_has_16_bits() {
        valid(&["sip:a@b:0", "sip:a@b:65535", "sip:a@b:05060"]);
        invalid(&[
            "sip:a@b:",
            "sip:a@b:65536",
            "sip:a@b:+1",
            "sip:a@b:-1",
            "sip:a@b:x",
            "sip:a@b:1:2",
            "sip:a@[::1]:",
            "sip:a@[::1]5060",
        ]);
    }
}
