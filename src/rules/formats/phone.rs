//! Phone numbers: dial strings, `tel:` URIs (RFC 3966) and `sip:` and `sips:` URIs (RFC 3261).

use super::host::{is_host_name, is_ipv6, is_label};

/// The roles of a byte in a dial string. The sets are bits, so that one pass without branches checks all of them.
const DIAL: u8 = 1;
const DIGIT: u8 = 2;
const FIRST: u8 = 4;
const LAST: u8 = 8;
/// A character that only phone numbers other than dial strings contain.
const MORE: u8 = 16;
const CLASS: [u8; 256] = {
    let class = with([0; 256], b"0123456789", DIAL | DIGIT | FIRST | LAST);
    let class = with(class, b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", DIAL | LAST);
    let class = with(class, b"*#", DIAL | FIRST | LAST);
    let class = with(class, b"+(", DIAL | FIRST);
    let class = with(class, b"),./- ", DIAL);
    with(class, b":;", MORE)
};

const fn with(mut class: [u8; 256], mut bytes: &[u8], sets: u8) -> [u8; 256] {
    while let [byte, rest @ ..] = bytes {
        class[*byte as usize] = sets;
        bytes = rest;
    }
    class
}

/// What the parts of a URI contain besides ASCII letters, digits and escapes. `mark` of RFC 2396 is in all of them.
const SIP_USER: &[u8] = b"-_.!~*'()&=+$,;?/";
const PARAMETER: &[u8] = b"-_.!~*'()[]/:&+$";
const SUBADDRESS: &[u8] = b"-_.!~*'()/?:@&=+$,";

/// Returns whether the string is a dial string, with or without `;ext=`, or a URI of a phone.
pub(crate) fn is_phone_number(value: &str) -> bool {
    match survey(value) {
        (true, _) => true,
        (false, has_more) => {
            has_more && (is_dial_string_with_extension(value) || is_tel_uri(value) || is_sip_uri(value))
        }
    }
}

/// Returns whether the string consists of the characters of a dial string, has a digit, and begins and ends like one.
pub(crate) fn is_dial_string(value: &str) -> bool {
    survey(value).0
}

/// Returns whether the string is a dial string, and whether it contains a character that only other phone numbers have.
fn survey(value: &str) -> (bool, bool) {
    let (mut all, mut any, mut last) = (DIAL, 0, 0);
    for byte in value.bytes() {
        last = CLASS[usize::from(byte)];
        all &= last;
        any |= last;
    }
    let first = value.bytes().next().map_or(0, |byte| CLASS[usize::from(byte)]);
    let is_dial_string = all & DIAL != 0 && any & DIGIT != 0 && first & FIRST != 0 && last & LAST != 0;
    (is_dial_string, any & MORE != 0)
}

fn is_dial_string_with_extension(value: &str) -> bool {
    value.split_once(";ext=").is_some_and(|(number, extension)| {
        is_dial_string(number) && !extension.is_empty() && extension.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Returns whether the string is a `tel` URI by the grammar of RFC 3966, section 3.
///
/// Requirements besides the grammar, such as the order of parameters, are not checked; in `isub`, as in any other
/// parameter, `;` begins the next one (our choice).
fn is_tel_uri(value: &str) -> bool {
    let Some((scheme, rest)) = value.split_once(':') else { return false };
    let number = rest.split(';').next().unwrap_or_default();
    let parameters = || rest.split(';').skip(1);
    scheme.eq_ignore_ascii_case("tel")
        && (is_global_number(number) || is_local_number(number) && parameters().any(is_context))
        && parameters().all(is_tel_parameter)
}

fn is_global_number(value: &str) -> bool {
    value.strip_prefix('+').is_some_and(|number| {
        number.bytes().all(|b| b.is_ascii_digit() || is_separator(b)) && !number.bytes().all(is_separator)
    })
}

fn is_local_number(value: &str) -> bool {
    value.bytes().all(|b| b.is_ascii_hexdigit() || b == b'*' || b == b'#' || is_separator(b))
        && !value.bytes().all(is_separator)
}

fn is_separator(byte: u8) -> bool {
    b"-.()".contains(&byte)
}

/// Returns whether the parameter is the required context of a local number: a domain name or a global number.
fn is_context(parameter: &str) -> bool {
    let (name, value) = name_and_value(parameter);
    name.eq_ignore_ascii_case("phone-context")
        && value.is_some_and(|context| is_domain_name(context) || is_global_number(context))
}

/// Returns whether the string is a domain name, whose last label begins with a letter. It may end in a period.
fn is_domain_name(value: &str) -> bool {
    let value = value.strip_suffix('.').unwrap_or(value);
    value.split('.').all(is_label)
        && value.rsplit('.').next().is_some_and(|top| top.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn is_tel_parameter(parameter: &str) -> bool {
    let (name, value) = name_and_value(parameter);
    let is_value = |value: &str| {
        is_encoded(value, PARAMETER) || name.eq_ignore_ascii_case("isub") && is_encoded(value, SUBADDRESS)
    };
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && value.is_none_or(is_value)
}

/// Returns whether the string is a `sip` or `sips` URI of RFC 3261, 25.1, with a user, without password and headers.
fn is_sip_uri(value: &str) -> bool {
    let Some((scheme, rest)) = value.split_once(':') else { return false };
    let Some((user, rest)) = rest.split_once('@') else { return false };
    let host_and_port = rest.split(';').next().unwrap_or_default();
    (scheme.eq_ignore_ascii_case("sip") || scheme.eq_ignore_ascii_case("sips"))
        && is_encoded(user, SIP_USER)
        && is_host_and_port(host_and_port)
        && rest.split(';').skip(1).all(is_sip_parameter)
}

/// Returns whether the string is a host name or IPv4 address, or an IPv6 address in brackets, with an optional port.
fn is_host_and_port(value: &str) -> bool {
    if let Some((address, port)) = value.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return is_ipv6(address) && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port));
    }
    let (host, port) = value.split_once(':').map_or((value, None), |(host, port)| (host, Some(port)));
    is_host_name(host) && port.is_none_or(is_port)
}

fn is_port(value: &str) -> bool {
    // std also parses a sign.
    value.bytes().all(|b| b.is_ascii_digit()) && value.parse::<u16>().is_ok()
}

fn is_sip_parameter(parameter: &str) -> bool {
    let (name, value) = name_and_value(parameter);
    is_encoded(name, PARAMETER) && value.is_none_or(|value| is_encoded(value, PARAMETER))
}

fn name_and_value(parameter: &str) -> (&str, Option<&str>) {
    parameter.split_once('=').map_or((parameter, None), |(name, value)| (name, Some(value)))
}

/// Returns whether the string is not empty and consists of ASCII letters, digits, `others`, and escapes such as `%2F`.
fn is_encoded(value: &str, others: &[u8]) -> bool {
    let is_plain = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || others.contains(&b));
    let mut parts = value.split('%');
    !value.is_empty()
        && parts.next().is_some_and(is_plain)
        && parts.all(|part| {
            part.split_at_checked(2)
                .is_some_and(|(code, rest)| code.bytes().all(|b| b.is_ascii_hexdigit()) && is_plain(rest))
        })
}

#[cfg(test)]
mod tests {
    use super::{is_dial_string, is_phone_number};

    #[track_caller]
    fn accepts(what: &str, value: &str) {
        assert!(is_phone_number(value), "{what}: {value:?}");
    }

    #[track_caller]
    fn rejects(what: &str, value: &str) {
        assert!(!is_phone_number(value), "{what}: {value:?}");
    }

    #[test]
    fn dial_strings() {
        accepts("an extension", "8001");
        accepts("one digit", "0");
        accepts("an international number", "+13175550100");
        accepts("spaces, parentheses and hyphens", "+1 (317) 872-3000");
        accepts("an area code in parentheses", "(317) 555-0142");
        accepts("periods", "317.555.0142");
        accepts("a slash", "069/1234-0");
        accepts("letters of a vanity number", "1-800-FLOWERS");
        accepts("small letters", "1-800-flowers");
        accepts("pauses", "8001,,42");
        accepts("a feature code", "*72");
        accepts("a feature code that ends in `#`", "*72#");
        accepts("a `#` first", "#9");
        accepts("a star last", "9*");
        accepts("a letter last", "8001x");
        accepts("an extension after a letter", "555-0142 x 5");
        accepts("parentheses that do not match", "(((1");
        accepts("two plus signs", "++1");
    }

    #[test]
    fn a_dial_string_begins_with_a_plus_sign_a_star_a_hash_a_parenthesis_or_a_digit() {
        rejects("a word before", "call 911");
        rejects("a name with a digit", "Jane Doe 2");
        rejects("a label before", "ext 5");
        rejects("a space before", " 8001");
        rejects("a hyphen before", "-8001");
        rejects("a period before", ".8001");
        rejects("a comma before", ",8001");
        rejects("a slash before", "/8001");
        rejects("a closing parenthesis before", ")8001");
    }

    #[test]
    fn a_dial_string_ends_with_a_letter_a_digit_a_star_or_a_hash() {
        rejects("a space after", "8001 ");
        rejects("a pause after", "8001,");
        rejects("a hyphen after", "8001-");
        rejects("a period after", "8001.");
        rejects("a slash after", "8001/");
        rejects("a parenthesis after", "8001(");
        rejects("a closing parenthesis after", "(8001)");
        rejects("a plus sign after", "8001+");
        rejects("a line feed after", "8001\n");
    }

    #[test]
    fn a_dial_string_has_a_digit() {
        rejects("empty", "");
        rejects("a space", " ");
        rejects("a plus sign", "+");
        rejects("a star", "*");
        rejects("stars and hashes", "*#*#");
        rejects("letters", "FLOWERS");
        rejects("letters after a star", "*FLOWERS");
        rejects("punctuation", "(),./-#");
        rejects("a digit of another script", "+\u{661}");
    }

    #[test]
    fn a_dial_string_has_no_other_character() {
        for byte in 0..=127u8 {
            let c = char::from(byte);
            let is_dial = c.is_ascii_alphanumeric() || "+*#().,/- ".contains(c);
            assert_eq!(is_phone_number(&format!("1{c}2")), is_dial, "{c:?}");
            let is_first = c.is_ascii_digit() || "+*#(".contains(c);
            assert_eq!(is_phone_number(&format!("{c}1")), is_first, "{c:?}");
            let is_last = c.is_ascii_alphanumeric() || "*#".contains(c);
            assert_eq!(is_phone_number(&format!("1{c}")), is_last, "{c:?}");
        }
        rejects("a no-break space", "1\u{a0}2");
        rejects("a digit of another script", "1\u{661}");
        rejects("a full-width digit", "１");
        rejects("a letter of another alphabet", "1é");
        rejects("a non-breaking hyphen", "555\u{2011}0142");
    }

    #[test]
    fn a_dial_string_may_have_an_extension() {
        accepts("digits", "8001;ext=5");
        accepts("several digits", "+1 (317) 872-3000;ext=8001");
        rejects("no digits", "8001;ext=");
        rejects("no sign", "8001;ext");
        rejects("a letter", "8001;ext=a");
        rejects("a hyphen", "8001;ext=5-1");
        rejects("a space", "8001;ext= 5");
        rejects("two extensions", "8001;ext=5;ext=6");
        rejects("another parameter", "8001;phone-context=example.com");
        rejects("another letter case", "8001;EXT=5");
        rejects("no number", ";ext=5");
        rejects("no end of the number", "8001 ;ext=5");
        rejects("a semicolon alone", "8001;5");
        assert!(!is_dial_string("8001;ext=5"), "the extension is not a part of the dial string");
    }

    #[test]
    fn tel_uris_of_global_numbers() {
        accepts("digits", "tel:+13175550100");
        accepts("separators", "tel:+1-(317)-555.0100");
        accepts("a separator first and last", "tel:+-1-");
        accepts("a scheme in another letter case", "TEL:+1");
        accepts("an extension", "tel:+13175550100;ext=5");
        accepts("a subaddress", "tel:+1;isub=12/3?4:5@6&7=8+9$0,%41");
        accepts("a subaddress in another letter case", "tel:+1;ISUB=@");
        accepts("a parameter without value", "tel:+1;npdi");
        accepts("parameters in any order", "tel:+1;rn=+2;ext=5;cic=-1");
        accepts("a value of all characters", "tel:+1;x=-_.!~*'()[]/:&+$%2f");
        accepts("a context, which it does not need", "tel:+1;phone-context=example.com");
        rejects("no number", "tel:");
        rejects("a plus sign alone", "tel:+");
        rejects("separators alone", "tel:+-.()");
        rejects("a space", "tel:+1 317");
        rejects("a letter", "tel:+1800FLOWERS");
        rejects("a star", "tel:+1*2");
        rejects("two plus signs", "tel:++1");
        rejects("a slash", "tel:+1/2");
        rejects("slashes after the scheme", "tel://+1");
        rejects("a space after the scheme", "tel: +1");
        rejects("a space before the scheme", " tel:+1");
        rejects("a space after", "tel:+1 ");
        rejects("a header", "tel:+1?a=b");
        rejects("a host", "tel:+1@example.com");
        rejects("another scheme", "fax:+1");
        rejects("no scheme", ":+1");
    }

    #[test]
    fn tel_uris_of_local_numbers_have_a_context() {
        accepts("a domain name", "tel:8001;phone-context=example.com");
        accepts("a domain name that ends in a period", "tel:8001;phone-context=example.com.");
        accepts("one label", "tel:8001;phone-context=pc");
        accepts("a global number", "tel:555-0142;phone-context=+1-317");
        accepts("a name in another letter case", "tel:8001;Phone-Context=+1");
        accepts("other parameters around", "tel:8001;ext=5;phone-context=+1;x=y");
        accepts("a star, a hash and letters of a keypad", "tel:*#aF;phone-context=+1");
        rejects("no context", "tel:8001");
        rejects("no context among the parameters", "tel:8001;ext=5");
        rejects("no value", "tel:8001;phone-context");
        rejects("an empty value", "tel:8001;phone-context=");
        rejects("a period", "tel:8001;phone-context=.");
        rejects("two periods", "tel:8001;phone-context=a..b");
        rejects("a top-level label that begins with a digit", "tel:8001;phone-context=10.0.0.1");
        rejects("a label that begins with a hyphen", "tel:8001;phone-context=-a.b");
        rejects("a label that ends in a hyphen", "tel:8001;phone-context=a.b-");
        rejects("a local number", "tel:8001;phone-context=317");
        rejects("a plus sign alone", "tel:8001;phone-context=+");
        rejects("no number", "tel:;phone-context=+1");
        rejects("separators alone", "tel:-.();phone-context=+1");
        rejects("a letter that keypads do not have", "tel:8001G;phone-context=+1");
    }

    #[test]
    fn a_parameter_of_a_tel_uri_has_a_name() {
        rejects("nothing after the semicolon", "tel:+1;");
        rejects("nothing between semicolons", "tel:+1;;ext=5");
        rejects("no name", "tel:+1;=5");
        rejects("an empty value", "tel:+1;ext=");
        rejects("an underscore in the name", "tel:+1;a_b=5");
        rejects("an equals sign in the value", "tel:+1;a=b=c");
        rejects("a question mark in the value", "tel:+1;a=?");
        rejects("half an escape", "tel:+1;a=%4");
        rejects("a percent sign", "tel:+1;a=%");
        rejects("a letter of another alphabet", "tel:+1;a=é");
    }

    #[test]
    fn sip_uris() {
        accepts("a name", "sip:jane@example.com");
        accepts("an extension", "sip:8001@example.com");
        accepts("sips in another letter case", "SIPS:jane.doe@example.com");
        accepts("a mixed letter case", "sIp:a@b");
        accepts("an international number", "sip:+1-317(872)@x");
        accepts("an escape", "sip:j%40ne%20d@x");
        accepts("all characters of a user", "sip:-_.!~*'()&=+$,;?/@x");
        rejects("nothing after the scheme", "sip:");
        rejects("neither user nor host", "sip:@");
        rejects("no host", "sip:a");
        rejects("an empty host", "sip:a@");
        rejects("an empty user", "sip:@b");
        rejects("a host alone", "sip:example.com");
        rejects("a number alone", "sip:8001");
        rejects("another scheme", "sipx:a@b");
        rejects("the scheme of email", "mailto:a@b");
        rejects("no scheme", "8001@example.com");
        rejects("an empty scheme", ":a@b");
        rejects("two hosts", "sip:a@b@c");
        rejects("a password", "sip:a:secret@b");
        rejects("a space in the user", "sip:a b@c");
        rejects("a space after the scheme", "sip: a@b");
        rejects("a space before", " sip:a@b");
        rejects("a space after", "sip:a@b ");
        rejects("a display name", "\"Jane\" <sip:a@b>");
        rejects("a letter of another alphabet", "sip:ä@b");
        rejects("a hash in the user", "sip:#9@b");
    }

    #[test]
    fn an_escape_has_two_hexadecimal_digits() {
        accepts("the lowest", "sip:%00@b");
        accepts("both letter cases", "sip:%aF@b");
        accepts("two in a row", "sip:%41%42@b");
        accepts("one inside", "sip:x%41y@b");
        rejects("no digit", "sip:%@b");
        rejects("one digit", "sip:%4@b");
        rejects("a second letter past F", "sip:%4g@b");
        rejects("a first letter past F", "sip:%g4@b");
        rejects("a second one without digits", "sip:%41%@b");
        rejects("two percent signs", "sip:%%41@b");
        rejects("a letter of another alphabet", "sip:%é@b");
    }

    #[test]
    fn the_host_of_a_sip_uri_is_a_name_or_an_address() {
        accepts("a name", "sip:a@b-c.example");
        accepts("an IPv4 address", "sip:a@10.0.0.1");
        accepts("an IPv6 address", "sip:a@[2001:db8::1]");
        accepts("an IPv6 address that ends in an IPv4 address", "sip:a@[::ffff:10.0.0.1]");
        rejects("a hyphen first", "sip:a@-b");
        rejects("an underscore", "sip:a@b_c");
        rejects("an IPv6 address without brackets", "sip:a@::1");
        rejects("no closing bracket", "sip:a@[::1");
        rejects("no opening bracket", "sip:a@::1]");
        rejects("a letter after the bracket", "sip:a@[::1]x");
        rejects("nothing in the brackets", "sip:a@[]");
        rejects("an IPv4 address in brackets", "sip:a@[10.0.0.1]");
        rejects("a name in brackets", "sip:a@[b]");
        rejects("a path", "sip:a@b/c");
        rejects("a period last", "sip:a@b.");
    }

    #[test]
    fn a_port_has_16_bits() {
        accepts("the lowest", "sip:a@b:0");
        accepts("the usual one", "sip:a@10.0.0.1:5060");
        accepts("the highest", "sip:a@[::1]:65535");
        accepts("leading zeros", "sip:a@b:0005060");
        rejects("no digits", "sip:a@b:");
        rejects("no digits after a bracket", "sip:a@[::1]:");
        rejects("the highest and one", "sip:a@b:65536");
        rejects("a plus sign", "sip:a@b:+1");
        rejects("a minus sign", "sip:a@b:-1");
        rejects("a letter", "sip:a@b:x");
        rejects("two ports", "sip:a@b:1:2");
        rejects("no colon", "sip:a@[::1]5060");
    }

    #[test]
    fn a_sip_uri_may_have_parameters_and_no_headers() {
        accepts("a transport after a port", "sip:jane@pc.local:5060;transport=tls");
        accepts("a transport after an IPv6 address", "sip:a@[::1];transport=udp");
        accepts("a name without value", "sip:a@b;lr");
        accepts("several", "sip:a@b;user=phone;maddr=[::1];ttl=5;method=INVITE");
        accepts("all characters", "sip:a@b;-_.!~*'()[]/:&+$%41=-_.!~*'()[]/:&+$%41");
        rejects("nothing after the semicolon", "sip:a@b;");
        rejects("nothing between semicolons", "sip:a@b;;lr");
        rejects("no name", "sip:a@b;=x");
        rejects("an empty value", "sip:a@b;x=");
        rejects("an equals sign in the value", "sip:a@b;x=y=z");
        rejects("a space", "sip:a@b; lr");
        rejects("a header", "sip:a@b?x=y");
        rejects("a header after a parameter", "sip:a@b;lr?x=y");
        rejects("an at sign", "sip:a@b;x=@");
        rejects("no host", "sip:a@;lr");
        rejects("a parameter before the port", "sip:a@b;lr:5060@");
    }
}
