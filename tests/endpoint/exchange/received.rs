//! Received requests: every part by itself, missing, valid or invalid.

use super::{CLIENT, get_request, received, update_request};
use icws_schema::endpoint::{
    MediaType, PartErrorReason, ReceivedRequest, RequestPart, RequestTarget, Route, SessionCookie, SessionId, UserId,
};

#[test]
fn what_is_sent_is_what_arrives() {
    let request = update_request();
    let received = ReceivedRequest::from(request.to_parts());
    assert_eq!(received.route(), Route::UpdateClient);
    assert_eq!(received.session().as_ref(), Ok(request.session()));
    assert_eq!(received.user_id(), Ok(request.user()));
    assert_eq!(received.media_type(), Ok(MediaType::Icws));
    assert_eq!(received.accept_language().unwrap().as_str(), "de, en");
    assert_eq!(received.update().into_result().unwrap(), *request.update());

    let received = ReceivedRequest::from(get_request().into_parts());
    assert_eq!((received.route(), received.target().query()), (Route::GetUser, Some("select=*")));
    assert!(received.media_type().unwrap_err().is_missing());
}

#[test]
fn another_method_and_another_resource_are_distinguished() {
    let user = "/icws/1984/configuration/users/jane";
    for (method, target, route) in [
        ("PUT", CLIENT, Route::UpdateClient),
        ("PUT", "/icws/1984/configuration/users/jane/client?x=1", Route::UpdateClient),
        ("PUT", "/ICWS/1984/Configuration/Users/jane/Client", Route::UpdateClient),
        ("PUT", "https://ic.example.com:8019/icws/1984/configuration/users/jane/client", Route::UpdateClient),
        ("PUT", "HTTP://ic/icws/1984/configuration/users/jane/client#x", Route::UpdateClient),
        ("PUT", "/icws//configuration/users//client", Route::UpdateClient),
        ("GET", user, Route::GetUser),
        ("GET", CLIENT, Route::OtherMethod),
        ("PUT", user, Route::OtherMethod),
        ("put", CLIENT, Route::OtherMethod),
        ("", CLIENT, Route::OtherMethod),
        ("PUT", "/icws/1984/configuration/users/jane/client/", Route::OtherResource),
        ("PUT", "/icws/1984/configuration/users/jane/clients", Route::OtherResource),
        ("PUT", "/icws/1984/configuration/users/jane/doe/client", Route::OtherResource),
        ("PUT", "/icws/1984/configuration/users", Route::OtherResource),
        ("PUT", "/icws/1984/configuration/workgroups/jane/client", Route::OtherResource),
        ("PUT", "/icws%2F1984/configuration/users/jane/client", Route::OtherResource),
        ("PUT", "//icws/1984/configuration/users/jane/client", Route::OtherResource),
        ("PUT", "icws/1984/configuration/users/jane/client", Route::OtherResource),
        ("PUT", "/?/icws/1984/configuration/users/jane/client", Route::OtherResource),
        ("PUT", "http://ic", Route::OtherResource),
        ("PUT", "httpé://", Route::OtherResource),
        ("OPTIONS", "*", Route::OtherResource),
        ("GET", "", Route::OtherResource),
    ] {
        assert_eq!(received(method, target, &[]).route(), route, "{method} {target}");
    }
}

#[test]
fn ids_are_decoded_from_any_valid_encoding() {
    for segment in ["jane%20doe", "%6Aane%20doe", "%6aane doe", "%6a%61%6e%65%20%64%6f%65"] {
        let target = format!("/icws/{segment}/configuration/users/{segment}/client");
        let received = received("PUT", &target, &[]);
        assert_eq!(received.user_id(), Ok(&UserId::new("jane doe").unwrap()), "{segment}");
        assert_eq!(received.session_id(), Ok(&SessionId::new("jane doe").unwrap()), "{segment}");
    }
}

#[test]
fn a_segment_that_is_not_an_id_is_a_problem_of_its_part() {
    for (segment, reason) in [
        ("", PartErrorReason::Empty),
        (".", PartErrorReason::DotSegment),
        ("%2e%2E", PartErrorReason::DotSegment),
        ("%", PartErrorReason::InvalidEscape { offset: 0 }),
        ("a%4", PartErrorReason::InvalidEscape { offset: 1 }),
        ("a%41%4g", PartErrorReason::InvalidEscape { offset: 4 }),
        ("%é", PartErrorReason::InvalidEscape { offset: 0 }),
        ("%+1", PartErrorReason::InvalidEscape { offset: 0 }),
        ("%C3", PartErrorReason::NotUtf8),
        ("%ED%A0%80", PartErrorReason::NotUtf8),
    ] {
        let as_user = received("PUT", &format!("/icws/1984/configuration/users/{segment}/client"), &[]);
        let error = as_user.user_id().unwrap_err();
        assert_eq!((error.part(), error.reason()), (RequestPart::UserId, reason), "{segment}");
        assert!(as_user.session_id().is_ok() && as_user.route() == Route::UpdateClient);

        let as_session = received("PUT", &format!("/icws/{segment}/configuration/users/jane/client"), &[]);
        let error = as_session.session_id().unwrap_err();
        assert_eq!((error.part(), error.reason()), (RequestPart::SessionId, reason), "{segment}");
        assert!(as_session.user_id().is_ok() && as_session.session().is_err());
    }
    assert!(RequestTarget::parse("/").session_id().unwrap_err().is_missing());
    assert!(RequestTarget::parse("/").user_id().unwrap_err().is_missing());
}

#[test]
fn the_token_is_one_header_in_any_case() {
    let reason =
        |headers: &[(&str, &str)]| received("PUT", CLIENT, headers).token().map_err(|error| error.reason()).err();
    assert_eq!(reason(&[]), Some(PartErrorReason::Missing));
    assert_eq!(reason(&[("inin-icws-csrf-token", "")]), Some(PartErrorReason::Empty));
    assert_eq!(reason(&[("inin-icws-csrf-token", " t\t")]), None);
    assert_eq!(reason(&[("inin-icws-csrf-token", "t"), ("ININ-ICWS-CSRF-TOKEN", "t")]), None);
    assert_eq!(
        reason(&[("inin-icws-csrf-token", "t"), ("ININ-ICWS-CSRF-TOKEN", "u")]),
        Some(PartErrorReason::Duplicate)
    );
    assert_eq!(reason(&[("inin-icws-csrf-token", "tü")]), Some(PartErrorReason::InvalidCharacter { offset: 1 }));
    let latin_1 = ReceivedRequest::from_parts("PUT", CLIENT, [("inin-icws-csrf-token", b"t\xfc")], "");
    assert_eq!(latin_1.token().unwrap_err().reason(), PartErrorReason::InvalidCharacter { offset: 1 });
}

#[test]
fn the_cookie_of_the_session_is_found_among_others() {
    let cookie = |headers: &[(&str, &str)]| {
        let received = received("PUT", CLIENT, headers);
        received.cookie().map(|cookie| cookie.expose().to_owned()).map_err(|error| error.reason())
    };
    assert_eq!(cookie(&[]), Err(PartErrorReason::Missing));
    assert_eq!(cookie(&[("cookie", " ; ")]), Err(PartErrorReason::Missing));
    assert_eq!(cookie(&[("cookie", "a=1")]).as_deref(), Ok("a=1"));
    assert_eq!(cookie(&[("cookie", "a=1;icws_1984=x ;b=2")]).as_deref(), Ok("icws_1984=x"));
    assert_eq!(cookie(&[("cookie", "a=1"), ("Cookie", "icws_1984=x")]).as_deref(), Ok("icws_1984=x"));
    assert_eq!(cookie(&[("cookie", "icws_19842=y; icws_198=z")]).as_deref(), Ok("icws_19842=y"));
    assert_eq!(cookie(&[("cookie", "broken; a=1")]).as_deref(), Ok("a=1"));
    assert_eq!(cookie(&[("cookie", "broken")]), Err(PartErrorReason::NotNameAndValue));

    let received = received("PUT", CLIENT, &[("cookie", "a=1; broken"), ("cookie", "b=2")]);
    let has = |text: &str| received.has_cookie(&SessionCookie::new(text).unwrap());
    assert_eq!([has("a=1"), has("b=2"), has("a=2"), has("c=1")], [true, true, false, false]);
}

#[test]
fn a_session_may_be_without_a_cookie_but_not_with_a_wrong_one() {
    let session = |headers: &[(&str, &str)]| received("PUT", CLIENT, headers).session().map_err(|error| error.part());
    let token = ("ININ-ICWS-CSRF-Token", "t");
    assert_eq!(session(&[]), Err(RequestPart::CsrfToken));
    assert!(session(&[token]).unwrap().cookie().is_none());
    assert!(session(&[token, ("Cookie", "a=1")]).unwrap().cookie().is_some());
    assert_eq!(session(&[token, ("Cookie", "broken")]), Err(RequestPart::SessionCookie));
}

#[test]
fn the_media_type_is_that_of_icws_or_json() {
    let media_type = |value: &str| received("PUT", CLIENT, &[("content-type", value)]).media_type();
    for value in ["application/vnd.inin.icws+JSON", "APPLICATION/VND.ININ.ICWS+json ; charset=UTF-8"] {
        assert_eq!(media_type(value), Ok(MediaType::Icws), "{value}");
    }
    for value in ["application/json", " Application/Json;charset=latin1"] {
        assert_eq!(media_type(value), Ok(MediaType::Json), "{value}");
    }
    for value in ["", "text/json", "application/jsonp", "application/vnd.inin.icws", ";application/json"] {
        assert_eq!(media_type(value).unwrap_err().reason(), PartErrorReason::UnknownMediaType, "{value}");
    }
    let two = [("content-type", "application/json"), ("content-type", "text/plain")];
    assert_eq!(received("PUT", CLIENT, &two).media_type().unwrap_err().reason(), PartErrorReason::Duplicate);
}

#[test]
fn a_body_is_parsed_after_everything_else() {
    let received = ReceivedRequest::from_parts("PUT", CLIENT, [("", ""); 0], *b"\xff{");
    assert_eq!(received.body(), b"\xff{");
    assert!(received.token().unwrap_err().is_missing());
    assert!(!received.update().report().is_valid());
}
