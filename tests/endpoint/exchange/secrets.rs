//! Session ids, tokens and cookies are shown only where they are exposed.

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::endpoint::{
    CsrfToken, GetUserRequest, Headers, PartError, ReceivedRequest, RequestParts, RequestTarget, Session,
    SessionCookie, SessionId, UpdateRequest, UserId,
};
use icws_schema::response::Response;
use std::fmt::{Debug, Display};

const CANARY: &str = "CANARY";

fn session() -> Session {
    let id = SessionId::new(CANARY).unwrap();
    let cookie = SessionCookie::new(format!("icws_{CANARY}={CANARY}")).unwrap();
    Session::new(id, CsrfToken::new(CANARY).unwrap()).with_cookie(cookie)
}

fn requests() -> (UpdateRequest, GetUserRequest) {
    let user = || UserId::new("jane").unwrap();
    let update = UpdateRequest::new(session(), user(), UserClientConfigurationProperties::new());
    (update, GetUserRequest::new(session(), user()).with_query("select=*"))
}

#[track_caller]
fn debug(value: &impl Debug) {
    assert_hidden(&format!("{value:?} {value:#?}"));
}

#[track_caller]
fn display(value: &impl Display) {
    assert_hidden(&format!("{value} {value:>99}"));
}

#[track_caller]
fn assert_hidden(text: &str) {
    assert!(!text.to_lowercase().contains(&CANARY.to_lowercase()), "{text}");
}

#[test]
fn a_secret_is_hidden_in_all_output_of_its_type() {
    macro_rules! check {
        ($($secret:expr),+) => {$(
            debug($secret);
            display($secret);
            assert_eq!(format!("{0:?} {0}", $secret), "*** ***");
            assert_eq!(serde_json::to_string($secret).unwrap(), "\"***\"");
            assert!($secret.expose().contains(CANARY));
        )+};
    }
    let session = session();
    check!(session.id(), session.token(), session.cookie().unwrap());
    debug(&session);
}

#[test]
fn a_secret_is_hidden_in_the_output_of_values_that_contain_it() {
    let (update, get) = requests();
    debug(&update);
    debug(&get);
    for parts in [update.into_parts(), get.into_parts()] {
        let RequestParts { target, headers, .. } = &parts;
        assert!(target.expose().contains(CANARY));
        assert_eq!(
            headers.expose().filter(|(_, value)| value.windows(6).any(|part| part == CANARY.as_bytes())).count(),
            2
        );
        debug(&parts);
        debug(target);
        display(target);
        debug(headers);
        headers.iter().for_each(|header| display(header));
        let received = ReceivedRequest::from(parts);
        debug(&received);
        debug(&received.session());
        debug(&(received.session_id(), received.token(), received.cookie(), received.target(), received.headers()));
    }
}

#[test]
fn errors_contain_no_secret() {
    let wrong: [PartError; 5] = [
        CsrfToken::new(format!("{CANARY}\n")).unwrap_err(),
        SessionCookie::new(CANARY).unwrap_err(),
        SessionCookie::new(format!("a={CANARY};")).unwrap_err(),
        RequestTarget::parse(&format!("/icws/%{CANARY}%GG/configuration/users/jane/client")).session_id().unwrap_err(),
        RequestTarget::parse(&format!("/icws/x/configuration/users/{CANARY}%ff/client")).user_id().unwrap_err(),
    ];
    for error in wrong {
        debug(&error);
        display(&error);
    }
    let id = "\"..\"";
    let error = serde_json::from_str::<UserId>(id).unwrap_err();
    assert!(error.to_string().starts_with("user id: expected an id"), "{error}");
}

#[test]
fn a_received_request_hides_possible_secrets() {
    for target in [
        format!("/icws/{CANARY}/queues"),
        format!("/icws/{CANARY}/configuration/users/jane/client"),
        format!("/icws/{CANARY}%/configuration/users/%{CANARY}/client?token={CANARY}"),
        format!("https://{CANARY}@ic/icws/{CANARY}/configuration/users/jane"),
        format!("/{CANARY}"),
        CANARY.to_owned(),
    ] {
        let names = ["Authorization", "authorization", "Cookie", "Set-Cookie", "Referer", "ININ-ICWS-CSRF-Token", "X"];
        let headers = names.map(|name| (name, CANARY));
        let received = ReceivedRequest::from_parts(CANARY, &target, headers, CANARY);
        debug(&received);
        display(received.target());
        debug(&received.update().report());
        for error in
            [received.user_id().err(), received.session_id().err(), received.cookie().err()].into_iter().flatten()
        {
            debug(&error);
            display(&error);
        }
    }
}

#[test]
fn a_header_that_is_not_known_to_be_harmless_is_hidden_and_a_line_break_is_escaped() {
    let headers = Headers::from_iter([("Accept", "a\r\nb"), ("X\u{1b}", "c")]);
    assert_eq!(format!("{headers:?}"), "[Accept: a\\r\\nb, X\\u{1b}: ***]");
}

#[test]
fn a_response_shows_no_challenge_and_no_body() {
    let challenge = format!("Negotiate {CANARY}");
    let response = Response::from_parts(401, CANARY).with_headers([("WWW-Authenticate", &challenge)]);
    debug(&response);
    let parts = response.into_parts();
    assert!(parts.headers.expose().any(|(_, value)| value == challenge.as_bytes()));
    debug(&parts);
}
