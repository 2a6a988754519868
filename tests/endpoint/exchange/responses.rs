//! Responses as a mock server writes them.

use icws_schema::body::ValidationError;
use icws_schema::endpoint::{MEDIA_TYPE, Member};
use icws_schema::response::{Challenge, Challenges, Response};
use proptest::prelude::*;

fn header(response: &Response, name: &str) -> Option<String> {
    response.headers().get(name).map(|header| String::from_utf8(header.expose().to_vec()).unwrap())
}

#[test]
fn the_documented_responses_have_the_vendors_messages() {
    for (response, status, message) in [
        (
            Response::unauthorized("/ICWS/connection"),
            401,
            "The specified session token is missing, invalid, or has expired.",
        ),
        (Response::forbidden(), 403, "Not authorized to update this resource."),
        (Response::not_found(), 404, "The user does not exist."),
        (Response::gone(), 410, "This resource has been deprecated and removed from the API."),
    ] {
        assert_eq!((response.status(), response.message()), (status, Some(message)));
        assert!(Response::parse_strict(status, response.bytes()).is_ok());
        assert_eq!(header(&response, "Content-Type").as_deref(), Some(MEDIA_TYPE));
        let challenge = r#"ICWS realm="ICWS" location="/ICWS/connection""#;
        assert_eq!(header(&response, "WWW-Authenticate").as_deref(), (status == 401).then_some(challenge));
    }
}

#[test]
fn the_media_type_is_that_of_the_body() {
    for (body, media_type) in [
        ("", None),
        ("{}", Some(MEDIA_TYPE)),
        ("[1]", Some(MEDIA_TYPE)),
        (" ", Some(MEDIA_TYPE)),
        ("<html></html>", Some("text/html")),
        ("<a/>", Some("application/xml")),
        ("No.", Some("text/plain; charset=utf-8")),
        ("\0", Some("application/octet-stream")),
    ] {
        let response = Response::from_parts(502, body);
        assert_eq!(header(&response, "content-type").as_deref(), media_type, "{body:?}");
    }
}

#[test]
fn nothing_in_a_challenge_can_leave_its_header() {
    let response = Response::unauthorized("/x\"\r\nSet-Cookie: a=b\0");
    let expected = "ICWS realm=\"ICWS\" location=\"/x\\\"  Set-Cookie: a=b \"";
    assert_eq!(header(&response, "WWW-Authenticate").as_deref(), Some(expected));
    assert_eq!(response.headers().iter().len(), 2);
    assert_eq!(Response::forbidden().with_challenges([Challenge::new("/x")]).challenges(), None);
}

#[test]
fn every_challenge_is_a_separate_header() {
    let challenges = Challenges::parse(["Negotiate, Basic realm=\"p\", ICWS realm=\"ICWS\" location=\"/x\""]);
    let response = Response::from_parts(401, "").with_challenges(challenges.clone());
    let parts = response.clone().into_parts();
    assert_eq!(parts.headers.iter().len(), 3);
    let read = Response::from(parts);
    assert_eq!((read.challenges(), &read), (Some(&challenges), &response));
}

#[test]
fn the_rejected_values_of_a_property_are_those_inside_it() {
    let names = ["followMe", "followMe[0].timeout", "followMe.x", "followMeNot", "a.followMe", ""];
    let errors: Vec<_> = names
        .iter()
        .map(|name| format!(r#"{{"validationErrorType":5,"propertyName":"{name}","propertyValue":"0"}}"#))
        .collect();
    let response = Response::from_parts(400, format!(r#"{{"message":"m","validationErrors":[{}]}}"#, errors.join(",")));
    let found: Vec<_> = response.validation_errors_of("followMe").map(|error| &*error.property_name).collect();
    assert_eq!(found, ["followMe", "followMe[0].timeout", "followMe.x"]);
    assert_eq!(response.validation_errors_of("followMe[0].timeout").count(), 1);
    let members = response.validation_errors().iter().map(ValidationError::member);
    assert!(members.eq([Some(Member::FollowMe); 3].into_iter().chain([None; 3])));
}

proptest! {
    #[test]
    fn what_is_sent_is_what_arrives(response: Response) {
        let parts = response.clone().into_parts();
        prop_assert_eq!((parts.status, &*parts.body), (response.status(), response.bytes()));
        prop_assert_eq!(Response::from(parts), response);
    }

    #[test]
    fn any_location_is_one_header(location in ".*", control in "[\\x00-\\x1f]*") {
        let response = Response::unauthorized(&(location + &control));
        for (_, value) in response.headers().expose() {
            prop_assert!(!value.iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0)));
        }
    }
}
