//! Generated ids, tokens, cookies and bodies: what is sent is what arrives.

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::endpoint::{
    CsrfToken, ReceivedRequest, RequestTarget, Session, SessionCookie, SessionId, UpdateRequest, UserId,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{TestCaseResult, TestRunner};

/// Strings of any characters, and of those that have a meaning in a URL or in a header.
fn text() -> impl Strategy<Value = String> {
    let special = select("%%%2FfeE./?#&=+;:@\\ \t\r\n\0\"é山\u{202e}\u{10ffff}".chars().collect::<Vec<_>>());
    prop_oneof![
        vec(any::<char>(), 1..12).prop_map(String::from_iter),
        vec(special, 1..8).prop_map(String::from_iter),
        "[a-zA-Z0-9 ._-]{1,20}",
    ]
}

fn id() -> impl Strategy<Value = String> {
    text().prop_filter("an id", |id| id != "." && id != "..")
}

fn case() -> impl Strategy<Value = (UpdateRequest, String)> {
    let token = "[!-~]([ -~]{0,20}[!-~])?";
    let cookie = "[!-:<>-~]{1,10}=([!-:<-~]([ -:<-~]{0,20}[!-:<-~])?)?";
    (id(), id(), token, cookie, any::<bool>(), any::<UserClientConfigurationProperties>()).prop_map(
        |(session, user, token, cookie, has_cookie, update)| {
            let plain = Session::new(SessionId::new(session).unwrap(), CsrfToken::new(token).unwrap());
            let session = if has_cookie { plain.with_cookie(SessionCookie::new(cookie).unwrap()) } else { plain };
            (UpdateRequest::new(session, UserId::new(user.clone()).unwrap(), update), user)
        },
    )
}

fn arrives((request, user): (UpdateRequest, String)) -> TestCaseResult {
    let parts = request.to_parts();
    let segments: Vec<_> = parts.target.expose().split('/').collect();
    let ["", "icws", session, "configuration", "users", id, "client"] = segments[..] else {
        return Err(TestCaseError::fail(parts.target.expose().to_owned()));
    };
    for segment in [session, id] {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        prop_assert!(segment.bytes().all(is_plain), "{segment}");
        prop_assert!(!matches!(&*segment.to_lowercase().replace("%2e", "."), "" | "." | ".."), "{segment}");
    }
    for (name, value) in parts.headers.expose() {
        prop_assert!(value.iter().all(|byte| matches!(byte, b' '..=b'~')), "{name}");
    }

    let (target, body) = (parts.target.expose(), parts.body.clone());
    let received = ReceivedRequest::from_parts(parts.method, target, parts.headers.expose(), body);
    prop_assert_eq!(received.user_id().map(UserId::as_str), Ok(&*user));
    let session = received.session();
    prop_assert_eq!(session.as_ref(), Ok(request.session()));
    prop_assert_eq!(&received.update().into_result().unwrap(), request.update());
    prop_assert_eq!(&received, &ReceivedRequest::from(parts));
    Ok(())
}

fn run(cases: u32) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(&case(), arrives).unwrap();
}

#[test]
fn what_is_sent_is_what_arrives() {
    run(2_000);
}

#[test]
#[ignore = "a million requests"]
fn what_is_sent_is_what_arrives_a_million_times() {
    run(1_000_000);
}

proptest! {
    #[test]
    fn two_ids_have_two_targets(first in text(), second in text()) {
        let target = |id: &str| Some(RequestTarget::client(&SessionId::new("1").ok()?, &UserId::new(id).ok()?));
        if let (Some(one), Some(other)) = (target(&first), target(&second)) {
            prop_assert_eq!(one == other, first == second);
        }
    }

    #[test]
    fn any_string_is_a_target_and_any_header_is_accepted(method in ".*", target in text(), name in ".*", value in any::<Vec<u8>>()) {
        for target in [target.clone(), format!("/icws/{target}/configuration/users/{target}/client?{target}")] {
            for name in [&*name, "cookie", "inin-icws-csrf-token", "content-type", "accept-language"] {
                let received = ReceivedRequest::from_parts(&method, &target, [(name, &value)], &*value);
                prop_assert_eq!(received.method(), &method);
                prop_assert_eq!(received.headers().expose().next(), Some((name, &*value)));
                prop_assert_eq!(received.body(), &value);
                if let Ok(session) = received.session() {
                    prop_assert!(session.token().expose().bytes().all(|byte| matches!(byte, b' '..=b'~')));
                }
            }
        }
    }

    #[test]
    fn an_accepted_token_is_unchanged(text in text()) {
        if let Ok(token) = CsrfToken::new(&*text) {
            prop_assert_eq!(token.expose(), text.trim());
        }
    }
}
