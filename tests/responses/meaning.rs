//! What a response means: what was saved, and whether to send the request again.

use icws_schema::response::{Body, Content, Response, Retry, Saved};

fn saved(status: u16, body: &str) -> Saved {
    Response::from_parts(status, body).saved()
}

/// A configuration error with these members.
fn error(members: &str) -> String {
    format!(r#"{{"__type":"urn:inin.com:configuration:configurationError","message":"m",{members}}}"#)
}

const VALIDATION: &str = r#"{"validationErrorType":5,"propertyName":"a","propertyValue":"1"}"#;
const LICENSE: &str = r#"{"licenseErrorType":2,"license":{"id":"L"}}"#;

#[test]
fn a_400_that_rejects_only_licenses_saved_the_rest() {
    for validation in ["", r#""validationErrors":[],"#] {
        assert_eq!(saved(400, &error(&format!(r#"{validation}"licenseErrors":[{LICENSE}]"#))), Saved::AllButLicenses);
    }
    let without_type = format!(r#"{{"message":"m","licenseErrors":[{LICENSE}]}}"#);
    assert_eq!(saved(400, &without_type), Saved::AllButLicenses);
}

#[test]
fn any_validation_error_stops_the_update() {
    let both = error(&format!(r#""validationErrors":[{VALIDATION}],"licenseErrors":[{LICENSE}]"#));
    assert_eq!(saved(400, &both), Saved::Nothing);
    let unread = error(&format!(r#""validationErrors":[{{}}],"licenseErrors":[{LICENSE}]"#));
    assert_eq!(saved(400, &unread), Saved::Nothing);
    assert_eq!(saved(400, r#"{"message":"m"}"#), Saved::Nothing);
}

#[test]
fn nothing_is_concluded_from_arrays_that_could_not_be_read() {
    for members in [
        format!(r#""validationErrors":"x","licenseErrors":[{LICENSE}]"#),
        format!(r#""validationErrors":null,"licenseErrors":[{LICENSE}]"#),
        format!(r#""validationErrors":[],"validationErrors":[{VALIDATION}],"licenseErrors":[{LICENSE}]"#),
        r#""licenseErrors":{}"#.to_owned(),
    ] {
        assert_eq!(saved(400, &error(&members)), Saved::Unknown, "{members}");
    }
    let whole = error(&format!(r#""licenseErrors":[{LICENSE}]"#));
    assert_eq!(saved(400, &whole[..whole.len() - 1]), Saved::Unknown);
    assert_eq!(saved(400, ""), Saved::Unknown);
    assert_eq!(saved(400, "<html></html>"), Saved::Unknown);
}

#[test]
fn the_status_determines_what_was_saved_and_whether_to_retry() {
    for (statuses, expected) in [
        (&[201, 204, 299][..], (Saved::Unknown, Retry::NotNeeded)),
        (&[401], (Saved::Nothing, Retry::AfterLogOn)),
        (&[403, 404, 410], (Saved::Nothing, Retry::Never)),
        (&[408, 425, 429, 500, 502, 503, 504], (Saved::Unknown, Retry::Later)),
        (&[100, 302, 400, 405, 413, 501, 505, 599, 999], (Saved::Unknown, Retry::Never)),
    ] {
        for status in statuses {
            let response = Response::from_parts(*status, "");
            assert_eq!((response.saved(), response.retry()), expected, "{status}");
        }
    }
}

#[test]
fn an_update_is_saved_if_a_200_has_its_result() {
    let meaning = |body: &str| {
        let response = Response::from_parts(200, body);
        (response.saved(), response.retry())
    };
    for result in [r#"{"id": "jane"}"#, r#"{"id": "jane", "licenseProblems": [{}]}"#, r#"{"id": "jane", "uri": 5}"#] {
        assert_eq!(meaning(result), (Saved::Everything, Retry::NotNeeded), "{result}");
    }
    for other in ["", "<html></html>", "{}", "[]", r#"{"message": "m"}"#, r#"{"id": "jane""#] {
        assert_eq!(meaning(other), (Saved::Unknown, Retry::Later), "{other}");
    }
}

#[test]
fn each_documented_status_has_its_variant() {
    let empty = || Body::Empty;
    for (status, expected) in [
        (200, Content::Ok(Body::Empty)),
        (400, Content::BadRequest(empty())),
        (403, Content::Forbidden(empty())),
        (404, Content::NotFound(empty())),
        (410, Content::Gone(empty())),
        (500, Content::InternalServerError(empty())),
        (503, Content::ServiceUnavailable(empty())),
        (502, Content::Other(empty())),
    ] {
        assert_eq!(Response::from_parts(status, "").content(), &expected);
    }
    assert!(matches!(Response::from_parts(401, "").content(), Content::Unauthorized { .. }));
}

#[test]
fn an_empty_body_is_not_a_syntax_error() {
    for body in ["", " \r\n\t", "\u{feff}"] {
        let response = Response::from_parts(200, body);
        let [problem] = response.report().problems() else { panic!("{}", response.report()) };
        assert_eq!((problem.kind().as_str(), problem.pointer()), ("missing", String::new()));
        assert!(Response::from_parts(502, body).report().is_valid());
    }
}

#[test]
fn responses_are_equal_if_status_body_and_challenges_are() {
    let response = |status, body: &str| Response::from_parts(status, body);
    let one = response(400, &error(&format!(r#""licenseErrors":[{LICENSE}]"#)));
    assert_eq!(one, one.clone());
    assert_ne!(one, response(500, &error(&format!(r#""licenseErrors":[{LICENSE}]"#))));
    assert_ne!(one, response(400, &error(&format!(r#" "licenseErrors":[{LICENSE}]"#))));
}
