//! What is sent, and what cannot be.

use super::{get_request, session, update_request, user};
use icws_schema::endpoint::{
    AcceptLanguage, CsrfToken, GetUserRequest, PartError, PartErrorReason, RequestPart, SessionCookie, SessionId,
    UserId,
};
use icws_schema::endpoint::{RequestParts, RequestTarget};

fn written(parts: &RequestParts) -> String {
    let headers: String =
        parts.headers.expose().map(|(name, value)| format!("{name}: {}\n", str::from_utf8(value).unwrap())).collect();
    format!("{} {}\n{headers}\n{}", parts.method, parts.target.expose(), str::from_utf8(&parts.body).unwrap())
}

#[test]
fn the_put_is_written_as_documented() {
    assert_eq!(
        written(&update_request().into_parts()),
        "PUT /icws/1984/configuration/users/jane/client\n\
         ININ-ICWS-CSRF-Token: WAhtYWRtaW4\n\
         Cookie: icws_1984=6d1c\n\
         Accept: application/vnd.inin.icws+JSON; charset=utf-8\n\
         Accept-Language: de, en\n\
         Content-Type: application/vnd.inin.icws+JSON; charset=utf-8\n\
         \n\
         {\"screenCalls\":{\"actualValue\":true}}"
    );
}

#[test]
fn the_get_has_a_query_and_no_body() {
    assert_eq!(
        written(&get_request().into_parts()),
        "GET /icws/1984/configuration/users/jane?select=*\n\
         ININ-ICWS-CSRF-Token: WAhtYWRtaW4\n\
         Cookie: icws_1984=6d1c\n\
         Accept: application/vnd.inin.icws+JSON; charset=utf-8\n\
         \n"
    );
}

#[test]
fn every_byte_of_an_id_that_is_not_unreserved_is_encoded() {
    for (id, segment) in [
        ("jane doe", "jane%20doe"),
        ("a/b", "a%2Fb"),
        ("a%2Fb", "a%252Fb"),
        ("?#", "%3F%23"),
        ("...", "..."),
        ("%2e%2e", "%252e%252e"),
        ("../..", "..%2F.."),
        ("\\", "%5C"),
        ("a+b;c=d", "a%2Bb%3Bc%3Dd"),
        ("\r\n\t\0", "%0D%0A%09%00"),
        ("jörg", "j%C3%B6rg"),
        ("山田", "%E5%B1%B1%E7%94%B0"),
        ("-._~Az09", "-._~Az09"),
    ] {
        let (session, user) = (SessionId::new(id).unwrap(), UserId::new(id).unwrap());
        let target = RequestTarget::client(&session, &user);
        assert_eq!(target.expose(), format!("/icws/{segment}/configuration/users/{segment}/client"));
        assert_eq!((target.session_id(), target.user_id()), (Ok(session), Ok(user)), "{id:?}");
    }
}

#[test]
fn ids_that_a_url_cannot_have_are_rejected() {
    for (id, reason) in
        [("", PartErrorReason::Empty), (".", PartErrorReason::DotSegment), ("..", PartErrorReason::DotSegment)]
    {
        let (user, session) = (UserId::new(id).unwrap_err(), SessionId::new(id).unwrap_err());
        assert_eq!((user.part(), user.reason()), (RequestPart::UserId, reason));
        assert_eq!((session.part(), session.reason()), (RequestPart::SessionId, reason));
    }
}

#[test]
fn nothing_in_a_header_can_leave_it() {
    let at = |offset| Some(PartErrorReason::InvalidCharacter { offset });
    for (text, expected) in [
        ("", Some(PartErrorReason::Empty)),
        ("a\r\nX: b", at(1)),
        ("a\nb", at(1)),
        ("\0", at(0)),
        ("a\tb", at(1)),
        ("ab\u{7f}", at(2)),
        (" a", at(0)),
        ("a ", at(1)),
        (" ", at(0)),
        ("é", at(0)),
        ("aé", at(1)),
        ("a b", None),
        ("~!", None),
    ] {
        let reason = |error: PartError| error.reason();
        assert_eq!(CsrfToken::new(text).err().map(reason), expected, "{text:?}");
        assert_eq!(AcceptLanguage::new(text).err().map(reason), expected, "{text:?}");
        let cookie = format!("n={text}");
        if let Some(PartErrorReason::InvalidCharacter { offset }) = expected.filter(|_| !text.starts_with(' ')) {
            assert_eq!(SessionCookie::new(cookie).err().map(reason), at(offset + 2), "{text:?}");
        }
    }
}

#[test]
fn a_cookie_is_one_name_and_value() {
    let reason = |text: &str| SessionCookie::new(text).err().map(|error| error.reason());
    for text in ["a=", "a=b=c", "a=b c", "icws_1984=6d1c0a52-7f"] {
        assert_eq!(reason(text), None, "{text}");
    }
    for text in ["a", "=b", "=", "a b"] {
        assert_eq!(reason(text), Some(PartErrorReason::NotNameAndValue), "{text}");
    }
    assert_eq!(reason("a=b; c=d"), Some(PartErrorReason::InvalidCharacter { offset: 3 }));
    for header in ["a=b; Path=/; HttpOnly", "a=b;Secure", " a=b ", "a=b"] {
        assert_eq!(SessionCookie::from_set_cookie(header).unwrap().expose(), "a=b");
    }
    assert!(SessionCookie::from_set_cookie("").is_err());
}

#[test]
fn nothing_in_a_query_can_leave_it() {
    let target = |query: &str| {
        let parts = GetUserRequest::new(session(), user()).with_query(query).into_parts();
        parts.target.expose().strip_prefix("/icws/1984/configuration/users/jane").unwrap().to_owned()
    };
    assert_eq!(target(""), "");
    assert_eq!(target("select=a.b,c&x=%20"), "?select=a.b,c&x=%20");
    assert_eq!(target("a b#c\r\nd\"é"), "?a%20b%23c%0D%0Ad%22%C3%A9");
    let first = RequestTarget::client(session().id(), &user()).with_query("a");
    assert_eq!(first.with_query("b").query(), Some("b"));
}
