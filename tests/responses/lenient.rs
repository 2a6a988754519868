//! No response is lost: status, bytes and what could be read are always kept.

use icws_schema::body::{ConfigurationError, ErrorBody, UpdateOperationResult};
use icws_schema::from_slice;
use icws_schema::response::{Body, Challenges, Content, Foreign, Response};
use icws_schema::strategy::{invalid_json, valid_json};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

const STATUSES: [u16; 11] = [200, 204, 302, 400, 401, 403, 404, 410, 500, 502, 503];

fn status() -> impl Strategy<Value = u16> {
    prop_oneof![proptest::sample::select(&STATUSES[..]), any::<u16>()]
}

/// Bodies of all kinds: valid, with one problem, cut, with a byte changed, and any bytes.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let error = || {
        prop_oneof![
            valid_json::<ErrorBody>(),
            valid_json::<UpdateOperationResult>(),
            invalid_json::<ErrorBody>().prop_map(|case| case.body)
        ]
    };
    prop_oneof![
        error().prop_map(String::into_bytes),
        (error(), any::<prop::sample::Index>()).prop_map(|(text, at)| text.as_bytes()[..at.index(text.len())].to_vec()),
        (error(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(text, at, byte)| {
            let mut bytes = text.into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            bytes
        }),
        vec(any::<u8>(), 0..200),
    ]
}

/// Calls every getter.
fn ask(response: &Response) {
    let _ = (response.saved(), response.retry(), response.message(), response.error_id(), response.error_code());
    let _ = (response.validation_errors_by_property(), response.license_errors(), response.license_warnings());
    let _ = (response.log_on_location(), response.foreign(), format!("{response:?} {}", response.report()));
    let _ = response.error().map(|error| (error.alternate_hosts(), error.property_name()));
}

proptest! {
    #[test]
    fn status_and_bytes_are_always_kept(status in status(), body in body(), header in vec(any::<u8>(), 0..100)) {
        let response = Response::from_parts(status, body.clone()).with_headers([("WWW-Authenticate", header)]);
        prop_assert_eq!((response.status(), response.bytes()), (status, &*body));
        ask(&response);
        prop_assert_eq!(response.into_bytes(), body);
    }

    #[test]
    fn an_error_without_problems_parses_strictly(text in valid_json::<ErrorBody>(), status in 400_u16..600) {
        let response = Response::from_parts(status, &*text);
        prop_assert!(response.report().is_valid());
        prop_assert_eq!(response.error(), Some(&from_slice::<ErrorBody>(&text).unwrap()));
    }

    #[test]
    fn a_result_without_problems_parses_strictly(text in valid_json::<UpdateOperationResult>()) {
        let response = Response::parse_strict(200, &*text).unwrap();
        prop_assert_eq!(response.result(), Some(&from_slice::<UpdateOperationResult>(&text).unwrap()));
    }

    #[test]
    fn responses_of_a_mock_server_parse_again(error: ErrorBody, result: UpdateOperationResult) {
        let response = Response::from_error(400, error.clone());
        prop_assert_eq!(response.error(), Some(&error));
        let response = Response::from(result.clone());
        prop_assert_eq!(response.result(), Some(&result));
    }

    #[test]
    fn any_header_is_parsed_and_written_back(header in "[ ,=\"\\\\a-zA-Z\t]{0,40}") {
        let challenges = Challenges::parse([&header]);
        let written: Vec<_> = challenges.iter().map(ToString::to_string).collect();
        let again = Challenges::parse([written.join(", ")]);
        prop_assert!(again.errors().is_empty() && again.iter().eq(&challenges), "{:?}", written);
    }
}

/// The pointers of all scalars in a value.
fn scalars(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| scalars(value, &format!("{pointer}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| scalars(item, &format!("{pointer}/{index}"), found));
        }
        _ => found.push(pointer.to_owned()),
    }
}

#[test]
fn an_unreadable_scalar_does_not_affect_the_others() {
    let mut changed = 0;
    for line in include_str!("../samples/configuration-errors.ndjson").lines() {
        let sample: Value = serde_json::from_str(line).unwrap();
        let mut pointers = Vec::new();
        scalars(&sample, "", &mut pointers);
        for pointer in pointers.iter().filter(|pointer| !pointer.contains("__type")) {
            for wrong in [Value::Null, Value::Array(vec![]), true.into()] {
                let mut invalid = sample.clone();
                *invalid.pointer_mut(pointer).unwrap() = wrong;
                let response = Response::from_parts(400, invalid.to_string());
                let problems: Vec<_> = response.report().iter().map(icws_schema::report::Problem::pointer).collect();
                // A display name may be null.
                assert!(problems == [pointer.as_str()] || pointer.ends_with("/displayName"), "{pointer}: {problems:?}");
                let mut read = serde_json::to_value(response.error().unwrap()).unwrap();
                let default = read.pointer_mut(pointer).map(Value::take);
                if default.is_none() {
                    let (parent, name) = pointer.rsplit_once('/').unwrap();
                    read.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(name.to_owned(), Value::Null);
                }
                *invalid.pointer_mut(pointer).unwrap() = Value::Null;
                assert_eq!(read, invalid, "{pointer}");
                let expected = [None, Some("".into()), Some(0.into()), Some(Value::Null)];
                assert!(expected.contains(&default), "{pointer}: {default:?}");
                changed += 1;
            }
        }
    }
    assert!(changed > 300, "{changed}");
}

#[test]
fn a_truncated_body_is_read_up_to_its_end() {
    let whole = r#"{"errorId":"error.request.timeout","message":"The request timed out.","__type":"urn:inin.com:common:error"}"#;
    for end in 1..whole.len() {
        let response = Response::from_parts(500, &whole[..end]);
        assert_eq!(response.report().problems().len(), 1, "{}", &whole[..end]);
        let expected = whole[..end].contains("out.\"").then_some("The request timed out.");
        assert_eq!(response.message(), expected, "{}", &whole[..end]);
    }
    let cut = r#"{"message":"m","validationErrors":[{"validationErrorType":5,"propertyName":"a","propertyValue":"1"},{"valid"#;
    assert_eq!(Response::from_parts(400, cut).validation_errors().len(), 1);
}

#[test]
fn invalid_utf_8_and_a_byte_order_mark_are_only_problems() {
    let latin_1 = b"{\"message\":\"Benutzer ung\xfcltig\",\"errorId\":\"x\"}";
    let response = Response::from_parts(404, *latin_1);
    assert_eq!(response.message(), Some("Benutzer ungültig"));
    assert_eq!(response.error_id().map(icws_schema::codes::ErrorId::as_str), Some("x"));
    assert!(!response.report().is_valid());

    let response = Response::from_parts(404, "\u{feff}{\"message\":\"m\"}");
    assert_eq!(response.message(), Some("m"));
    assert!(!response.report().is_valid());
}

#[test]
fn bodies_of_proxies_are_recognized() {
    for (body, expected) in [
        ("<html>", Foreign::Html),
        ("\n<!doctype html><p>", Foreign::Html),
        ("\u{feff}<H1>No</H1>", Foreign::Html),
        ("<!-- page --><x/>", Foreign::Html),
        ("<htmlx/>", Foreign::Xml),
        ("<?xml version=\"1.0\"?><html>", Foreign::Xml),
        ("<", Foreign::Xml),
        ("[1]", Foreign::Json),
        ("\"text\"", Foreign::Json),
        (" null ", Foreign::Json),
        ("null and void", Foreign::Text),
        ("Service Unavailable\r\n", Foreign::Text),
        ("é", Foreign::Text),
        ("\u{1f}\u{8b}", Foreign::Binary),
    ] {
        for status in STATUSES {
            let response = Response::from_parts(status, body);
            assert_eq!(response.foreign(), Some(expected), "{status} {body:?}");
            let is_other = matches!(response.content(), Content::Other(_));
            assert_eq!(response.report().is_valid(), is_other, "{status} {body:?}");
        }
    }
}

#[test]
fn an_object_is_an_error_only_where_one_is_possible() {
    let body = r#"{"message":"m"}"#;
    for status in [100, 201, 302, 399] {
        assert_eq!(Response::from_parts(status, body).content(), &Content::Other(Body::Foreign(Foreign::Json)));
    }
    for status in [402, 422, 502, 599, 600, 999] {
        assert_eq!(Response::from_parts(status, body).message(), Some("m"), "{status}");
    }
}

#[test]
fn debug_output_has_no_value_of_the_body() {
    let body = r#"{"message":"secret","validationErrors":[{"propertyName":"secret","propertyValue":["secret"]}]}"#;
    for status in STATUSES {
        let response = Response::from_parts(status, body).with_headers([("WWW-Authenticate", "secret realm=secret")]);
        assert!(!format!("{response:?} {}", response.report()).contains("secret"));
        if let Err(error) = Response::parse_strict(status, body) {
            assert!(!format!("{error:?} {error}").contains("secret"));
        }
    }
}

#[test]
fn a_configuration_error_without_a_type_tag_is_recognized() {
    let body = r#"{"message":"m","validationErrors":[{"validationErrorType":99,"propertyName":"x"}]}"#;
    let response = Response::from_parts(400, body);
    let problems: Vec<_> =
        response.report().iter().map(|problem| (problem.kind().as_str(), problem.pointer())).collect();
    assert_eq!(
        problems,
        [("missing", "/validationErrors/0/propertyValue".to_owned()), ("missing", "/__type".to_owned())]
    );
    let Some(ErrorBody::ConfigurationError(ConfigurationError { validation_errors, .. })) = response.error() else {
        panic!()
    };
    assert_eq!(validation_errors.as_ref().unwrap()[0].property_name, "x");
}

#[test]
fn what_is_after_an_error_whose_correction_is_plain_is_read() {
    for (unknown, problems) in [("NaN", 1), (r#""\ud800""#, 1), ("True", 1), ("01", 1), ("Infinity", 1)] {
        let body = format!(r#"{{"message":"m","x":{unknown},"errorId":"e"}}"#);
        let response = Response::from_parts(400, body);
        assert_eq!(response.message(), Some("m"), "{unknown}");
        assert_eq!(response.error_id().map(icws_schema::codes::ErrorId::as_str), Some("e"), "{unknown}");
        assert_eq!(response.report().problems().len(), problems, "{}", response.report());
        assert_eq!(response.saved(), icws_schema::response::Saved::Unknown, "{unknown}");
    }
}

#[test]
fn an_error_in_utf_16_with_a_byte_order_mark_is_read() {
    let text = "\u{feff}{\"message\":\"m\",\"errorId\":\"e\"}";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        for status in [400, 502] {
            let response = Response::from_parts(status, &*bytes);
            assert_eq!((response.message(), response.foreign()), (Some("m"), None));
            assert_eq!(response.report().problems().len(), 1);
            assert_eq!(response.bytes(), bytes);
        }
    }
    let html: Vec<u8> = "\u{feff}<html></html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(Response::from_parts(502, html).foreign(), Some(Foreign::Html));
    assert!(Response::from_parts(200, *b"\xff\xfe").content() == &Content::Ok(Body::Empty));
}

#[test]
fn an_empty_body_is_missing_and_not_a_syntax_error_in_every_reading() {
    for body in ["", " \r\n", "\u{feff}"] {
        let reports = [
            Response::from_parts(400, body).report().clone(),
            icws_schema::ParseOptions::new().check::<ErrorBody>(body),
            icws_schema::ParseOptions::new().recover().check::<UpdateOperationResult>(body),
            icws_schema::ParseOptions::new().check::<icws_schema::body::ViewDocument>(body),
            icws_schema::ParseOptions::new().check::<icws_schema::body::UserList>(body),
        ];
        for report in reports {
            let last = report.problems().last().unwrap();
            assert_eq!(last.kind(), icws_schema::report::ProblemKind::Missing, "{report}");
            assert_eq!(report.problems().len(), 1);
        }
    }
}

#[test]
fn an_error_code_is_any_number_with_an_integral_value() {
    for (code, expected) in
        [("5.0", Some(5)), ("1e2", Some(100)), ("-2147221503", Some(-2_147_221_503)), ("5.5", None), ("\"5\"", None)]
    {
        let response = Response::from_parts(400, format!(r#"{{"message":"m","errorCode":{code}}}"#));
        assert_eq!(response.error_code(), expected, "{code}");
    }
}

#[test]
fn what_was_saved_does_not_depend_on_the_type_of_the_error() {
    use icws_schema::response::Saved;
    let saved = |members: &str| {
        let body = format!(r#"{{"__type":"urn:inin.com:configuration:newError"{members}}}"#);
        Response::from_parts(400, body).saved()
    };
    assert_eq!(saved(""), Saved::Nothing);
    assert_eq!(saved(r#","licenseErrors":[{}]"#), Saved::AllButLicenses);
    assert_eq!(saved(r#","licenseErrors":[{}],"validationErrors":[]"#), Saved::AllButLicenses);
    assert_eq!(saved(r#","licenseErrors":[{}],"validationErrors":[{}]"#), Saved::Nothing);
    assert_eq!(saved(r#","licenseErrors":"x""#), Saved::Unknown);
    assert_eq!(saved(r#","validationErrors":"x""#), Saved::Unknown);
}

#[test]
fn the_location_to_log_on_is_that_of_the_first_challenge_that_has_one() {
    let headers = ["ICWS realm=\"ICWS\"", "ICWS realm=\"ICWS\" location=\"/ICWS/connection\""];
    let response = Response::from_parts(401, "").with_headers(headers.map(|header| ("WWW-Authenticate", header)));
    assert_eq!(response.log_on_location(), Some("/ICWS/connection"));
}
