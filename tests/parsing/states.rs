//! Absent, null and a value stay three states; input is serialized back unchanged.

use icws_schema::{ParseOptions, Representation, body::*, codes::*, from_slice, from_value};
use serde_json::{Value, json};

/// Every line parses to the same in every format, and is serialized back to equal JSON.
#[track_caller]
fn round_trips<T>(lines: &str)
where
    T: Representation + serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    for line in lines.lines() {
        let value: T = from_slice(line).unwrap_or_else(|report| panic!("{report}\n{line}"));
        let json: Value = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), json);
        assert_eq!(serde_json::from_str::<Value>(&serde_json::to_string(&value).unwrap()).unwrap(), json);
        assert_eq!(serde_json::from_str::<T>(line).unwrap(), value);
        assert_eq!(serde_json::from_reader::<_, T>(line.as_bytes()).unwrap(), value);
        assert_eq!(serde_json::from_value::<T>(json.clone()).unwrap(), value);
        assert_eq!(from_value::<T>(&json).unwrap(), value);
        assert!(ParseOptions::new().check::<T>(line).is_valid());
    }
}

#[test]
fn sample_requests_are_serialized_back_unchanged() {
    round_trips::<UserClientConfigurationProperties>(include_str!("../samples/requests.ndjson"));
}

#[test]
fn sample_views_are_serialized_back_unchanged() {
    round_trips::<UserClientConfigurationView>(include_str!("../samples/views.ndjson"));
}

#[test]
fn sample_results_are_serialized_back_unchanged() {
    round_trips::<UpdateOperationResult>(include_str!("../samples/results.ndjson"));
}

#[test]
fn sample_errors_are_serialized_back_unchanged() {
    round_trips::<Error>(include_str!("../samples/errors.ndjson"));
    round_trips::<ErrorBody>(include_str!("../samples/errors.ndjson"));
    round_trips::<ConfigurationError>(include_str!("../samples/configuration-errors.ndjson"));
    round_trips::<ErrorBody>(include_str!("../samples/configuration-errors.ndjson"));
}

#[test]
fn absent_null_and_a_value_are_three_states() {
    let body = r#"{"callForwardAll":null,"externalCallTimeout":{"actualValue":null},"followMe":[]}"#;
    let mut update: UserClientConfigurationProperties = from_slice(body).unwrap();
    assert!(update.screen_calls.is_absent() && update.call_forward_all.is_null());
    assert!(update.external_call_timeout.value().unwrap().actual_value.is_null());
    assert_eq!(update.follow_me.value().unwrap().len(), 0);
    assert_eq!(serde_json::to_string(&update).unwrap(), body);
    update.screen_calls.set(false);
    update.follow_me.clear();
    let _ = update.call_forward_all.take();
    update.external_call_timeout.set(30);
    assert_eq!(
        serde_json::to_string(&update).unwrap(),
        r#"{"externalCallTimeout":{"actualValue":30},"followMe":null,"screenCalls":{"actualValue":false}}"#
    );
}

#[test]
fn responses_keep_unknown_members() {
    let body = r#"{"message":"m","errorCode":-2147221503,"big":123456789012345678901234567890,"deep":{"b":[1,{"z":null,"a":1e-7}],"a":"\"\\é"}}"#;
    let error: ErrorBody = from_slice(body).unwrap();
    assert_eq!(serde_json::to_string(&error).unwrap(), body);
    let ErrorBody::Error(error) = error else { panic!("no plain error") };
    assert_eq!(error.unknown.get("errorCode"), Some(json!(-2_147_221_503)));
    assert_eq!(error.unknown.get_raw("big"), Some("123456789012345678901234567890"));
}

#[test]
fn unknown_members_keep_every_digit_of_a_number() {
    for number in [
        "0.1234567890123456789012345",
        "-18446744073709551616",
        "18446744073709551615",
        "9007199254740993.0",
        "1e-400",
        "1.50",
        "0.5",
        "1E+2",
        "1E2",
        "1e300",
        "-0",
        "-0.0",
    ] {
        let body = format!(r#"{{"message":"m","kept":[{number},{{"a":{number}}}]}}"#);
        let error: Error = from_slice(&body).unwrap();
        assert_eq!(serde_json::to_string(&error).unwrap(), body);
        let json: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(serde_json::to_value(&error).unwrap(), json, "{number}");
    }
}

#[test]
fn unknown_members_are_compared_by_value() {
    let kept = |text: &str| from_slice::<Error>(format!(r#"{{"message":"m",{text}}}"#)).unwrap();
    assert_eq!(kept(r#""a":{"x":1.0,"y":["\u0041"]},"b":null"#), kept(r#""b":null,"a":{"y":["A"],"x":1}"#));
    for (one, other) in [
        (r#""a":123456789012345678901234567890"#, r#""a":123456789012345678901234567891"#),
        (r#""a":[1,2]"#, r#""a":[2,1]"#),
        (r#""a":null"#, r#""b":null"#),
        (r#""a":1,"b":2"#, r#""a":2,"b":1"#),
        (r#""a":1"#, r#""a":"1""#),
    ] {
        assert_ne!(kept(one), kept(other));
    }
}

#[test]
fn unknown_members_lose_only_their_white_space() {
    let body = "{\"message\": \"m\", \"kept\": {\"a b\" : [ 1 ,\n\t\"c \\\" d\" ] } }";
    let error: Error = from_slice(body).unwrap();
    assert_eq!(error.unknown.get_raw("kept"), Some(r#"{"a b":[1,"c \" d"]}"#));
}

#[test]
fn a_request_accepts_unknown_members_on_demand() {
    let body = r#"{"screenCalls":{"actualValue":true,"note":1},"new":[2]}"#;
    assert!(from_slice::<UserClientConfigurationProperties>(body).is_err());
    let update: UserClientConfigurationProperties =
        ParseOptions::new().allow_unknown_members(true).parse(body).into_result().unwrap();
    assert_eq!(serde_json::to_string(&update).unwrap(), body);
}

#[test]
fn every_object_may_have_a_type_tag() {
    let urn = |name: &str| format!("urn:inin.com:configuration{name}");
    let body = json!({
        "__type": urn(".people:userClientConfigurationProperties"),
        "screenCalls": {"__type": urn(":inheritableBooleanProperty"), "actualValue": true},
        "followMe": [{"__type": urn(".people:followMe"), "phoneNumber": "1", "timeout": 1, "usePin": false}],
    });
    let update: UserClientConfigurationProperties = from_slice(body.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&update).unwrap(), body);
    assert_eq!(from_value::<UserClientConfigurationProperties>(&body).unwrap(), update);
}

#[test]
fn responses_keep_unknown_codes() {
    let body = r#"{"validationErrorType":1000,"propertyName":"a","propertyValue":""}"#;
    let error: ValidationError = from_slice(body).unwrap();
    assert!(matches!(error.validation_error_type, ValidationErrorType::Unknown(code) if code.code() == 1000));
    assert_eq!(serde_json::to_string(&error).unwrap(), body);
}

#[test]
fn an_integer_may_be_written_with_a_fraction_or_an_exponent() {
    for (spelling, value) in
        [("10", 10), ("10.0", 10), ("1e1", 10), ("-0", 0), ("-0.0", 0), ("100e-1", 10), ("2147483647", i32::MAX)]
    {
        let body = format!(r#"{{"externalCallTimeout": {{"actualValue": {spelling}}}}}"#);
        let update: UserClientConfigurationProperties = from_slice(&body).unwrap();
        assert_eq!(update.external_call_timeout.actual(), Some(&value), "{spelling}");
        assert_eq!(serde_json::from_str::<UserClientConfigurationProperties>(&body).unwrap(), update);
    }
}

#[test]
fn all_digits_decide_whether_a_number_is_an_integer() {
    let zeros = "0".repeat(100_000);
    for (spelling, found) in [
        ("10.00000000000000000000001", "a non-integer number"),
        ("1e-400", "a non-integer number"),
        ("1e-99999999999999999999999999999999", "a non-integer number"),
        ("2147483647.9999999999999999999", "a non-integer number"),
        ("2147483648", "a number out of range for a 32-bit integer"),
        ("-2147483648.00000000000000001e1", "a non-integer number"),
        ("1e39", "a number out of range for a 32-bit integer"),
        ("123456789012345678901234567890", "a number out of range for a 32-bit integer"),
        ("1e400", "a number out of range for a 64-bit float"),
        (&format!("0.{zeros}1e100001"), ""),
        (&format!("5{zeros}e-100000"), ""),
    ] {
        let body = format!(r#"{{"externalCallTimeout": {{"actualValue": {spelling}}}}}"#);
        let report = ParseOptions::new().check::<UserClientConfigurationProperties>(&body);
        let problems: Vec<_> = report.problems().iter().map(ToString::to_string).collect();
        match found {
            "" => assert_eq!(problems, [""; 0], "{spelling}"),
            found => assert_eq!(problems, [format!("expected a 32-bit integer or null, found {found}")], "{spelling}"),
        }
    }
}

#[test]
fn the_type_tag_selects_the_error_type() {
    let kind = |body: &str| match from_slice::<ErrorBody>(body) {
        Ok(ErrorBody::ConfigurationError(_)) => "configuration",
        Ok(ErrorBody::Error(_)) => "plain",
        Ok(ErrorBody::UnknownError(_)) => "unknown",
        Ok(_) | Err(_) => "wrong",
    };
    for (body, expected) in [
        (r#"{"message":"m"}"#, "plain"),
        (r#"{"message":"m","__type":"urn:inin.com:common:error"}"#, "plain"),
        (r#"{"message":"m","__type":"urn:inin.com:configuration:configurationError"}"#, "configuration"),
        (r#"{"propertyName":"id","__type":"urn:inin.com:common:missingPropertyError"}"#, "unknown"),
        (r#"{"__type":"urn:inin.com:common:invalidPropertyError","message":5}"#, "wrong"),
        (r#"{"message":"m","__type":"urn:inin.com:configuration.people:followMe"}"#, "wrong"),
        (r#"{"message":"m","__type":"urn:inin.com:configuration:licenseErrorType"}"#, "wrong"),
        (r#"{"message":"m","__type":null}"#, "wrong"),
        (r#"{"errorId":"x"}"#, "wrong"),
        (r#"{"message":"m","validationErrors":[]}"#, "wrong"),
        (r#"{"message":"m","validationErrors":[],"__type":"urn:inin.com:common:error"}"#, "plain"),
        (r#"{"__type":"urn:inin.com:configuration:configurationError"}"#, "wrong"),
    ] {
        assert_eq!(kind(body), expected, "{body}");
    }
}
