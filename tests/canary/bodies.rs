//! Every representation, whatever is wrong with it.

use super::{DIGITS, TEXT, damaged, debug, error, marked, report};
use icws_schema::body::*;
use icws_schema::codes::*;
use icws_schema::response::Response;
use icws_schema::{ParseOptions, Representation};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Reads a text in every way that gives something to show.
fn read<T: Representation>(text: &[u8]) {
    for options in [
        ParseOptions::new(),
        ParseOptions::new().recover().follow_suggestions(),
        ParseOptions::new().recover().allow_unknown_members(true),
    ] {
        report(&options.check::<T>(text));
        let parsed = options.parse::<T>(text);
        debug("what was parsed", &parsed);
        report(parsed.report());
        if let Err(failed) = parsed.into_result() {
            debug("an error", &failed);
            error("an error", &failed);
        }
    }
}

/// Reads a value in every way, through other formats as well.
fn read_value<T: Representation + DeserializeOwned>(value: &Value) {
    let text = value.to_string();
    read::<T>(text.as_bytes());
    let parsed = ParseOptions::new().parse_value::<T>(value);
    report(parsed.report());
    let mut cbor = Vec::new();
    ciborium::into_writer(value, &mut cbor).unwrap();
    let errors: [Option<Box<dyn std::error::Error>>; 3] = [
        serde_json::from_str::<T>(&text).err().map(Into::into),
        serde_json::from_value::<T>(value.clone()).err().map(Into::into),
        ciborium::from_reader::<T, _>(&cbor[..]).err().map(Into::into),
    ];
    errors.into_iter().flatten().for_each(|failed| error("an error of serde", &*failed));
}

/// Input that is not JSON: cut off, with members twice, and with what other languages write.
fn broken_texts(body: &Value) -> Vec<Vec<u8>> {
    let text = body.to_string();
    let mut texts: Vec<_> = (0..text.len()).step_by(3).map(|end| text.as_bytes()[..end].to_vec()).collect();
    let quoted = format!("\"a {TEXT}\"");
    for other in [
        format!("'a {TEXT}'"),
        format!("a{TEXT}"),
        format!("{TEXT}{DIGITS}"),
        format!("{DIGITS}x"),
        format!("0{DIGITS}"),
        format!("{DIGITS}.e1"),
        format!("-{DIGITS}e999"),
        format!("\u{201c}{TEXT}\u{201d}"),
        format!("\"a {TEXT}"),
        format!("\"{TEXT}\\q{TEXT}\""),
        format!("\"{TEXT}\\ud800{TEXT}\""),
        format!("\"{TEXT}\n{TEXT}\""),
        format!("/* {TEXT} */ True"),
        format!("\"{TEXT}\" \"{TEXT}\""),
        format!("<{TEXT}>"),
    ] {
        texts.push(text.replacen(&quoted, &other, 1).into_bytes());
        texts.push(text.replacen(&DIGITS.to_string(), &other, 1).into_bytes());
    }
    texts.push(text.replace(&quoted, &format!("\"{TEXT}\u{e9}\"")).chars().map(|character| character as u8).collect());
    texts.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    texts.push(format!("{text} {text}").into_bytes());
    texts.push(format!("\u{feff}{text}").into_bytes());
    // Each member twice.
    texts.push(text.replace("\":", &format!("\":\"{TEXT}\",\"again\":")).into_bytes());
    let names = text.split('"').filter(|name| text.contains(&format!("\"{name}\":")));
    texts.extend(
        names
            .map(|name| text.replace(&format!("\"{name}\":"), &format!("\"{name}\":\"{TEXT}\",\"{name}\":")))
            .map(String::into_bytes),
    );
    texts
}

fn every_fault<T: Representation + DeserializeOwned>(body: &Value) {
    let body = marked(body);
    damaged(&body).iter().for_each(read_value::<T>);
    broken_texts(&body).iter().for_each(|text| read::<T>(text));
}

fn inheritable(value: &Value) -> Value {
    let from = json!({"id": "a", "displayName": "b", "uri": "c", "more": ["d", 1]});
    json!({
        "actualValue": value, "effectiveValue": value, "inheritedValue": value,
        "inheritedFrom": [{"from": from, "objectType": 1, "values": value}],
    })
}

fn view() -> Value {
    json!({
        "callForwardAll": inheritable(&true.into()), "callForwardAllMode": inheritable(&"a".into()),
        "eFaqSearchOption": 2, "externalCallTimeout": inheritable(&1.into()),
        "followMe": [{"phoneNumber": "a", "timeout": 1, "usePin": true}],
    })
}

fn license_error() -> Value {
    json!({"licenseErrorType": 2, "license": {"id": "a", "displayName": "b", "uri": "c"}, "more": "d"})
}

fn configuration_error() -> Value {
    json!({
        "__type": "urn:inin.com:configuration:configurationError", "errorId": "a", "message": "b", "more": {"c": "d", "e": 1},
        "validationErrors": [{"validationErrorType": 5, "propertyName": "a", "propertyValue": "b"}],
        "licenseErrors": [license_error()],
    })
}

fn user() -> Value {
    json!({"configurationId": {"id": "a"}, "extension": "b", "more": [1], "clientConfigurationProperties": view()})
}

#[test]
fn problems_of_requests_contain_no_values() {
    every_fault::<UserClientConfigurationProperties>(&view());
}

#[test]
fn problems_of_views_contain_no_values() {
    every_fault::<UserClientConfigurationView>(&view());
    every_fault::<User>(&user());
    every_fault::<UserList>(&json!({"items": [user(), {"unknown": "a"}], "more": "b"}));
    every_fault::<ViewDocument>(&user());
}

#[test]
fn problems_of_parts_contain_no_values() {
    every_fault::<InheritableBooleanProperty>(&inheritable(&true.into()));
    every_fault::<InheritableStringProperty>(&inheritable(&"a".into()));
    every_fault::<InheritedInt>(&json!({"from": {"id": "a"}, "objectType": 1, "values": 1}));
    every_fault::<ConfigurationId>(&json!({"id": "a", "displayName": "b", "uri": "c", "more": 1}));
    every_fault::<FollowMe>(&json!({"phoneNumber": "a", "timeout": 1, "usePin": true}));
    every_fault::<ErrorId>(&"a".into());
}

#[test]
fn problems_of_response_bodies_contain_no_values() {
    every_fault::<UpdateOperationResult>(
        &json!({"id": "a", "uri": "b", "licenseProblems": [license_error()], "more": 1}),
    );
    every_fault::<LicenseError>(&license_error());
    every_fault::<ValidationError>(
        &json!({"validationErrorType": 5, "propertyName": "a", "propertyValue": "b", "more": 1}),
    );
    every_fault::<Error>(&json!({"errorId": "a", "message": "b", "errorCode": 1, "more": "c"}));
    every_fault::<ConfigurationError>(&configuration_error());
    every_fault::<UnknownError>(&json!({"__type": "urn:x", "errorId": "a", "message": "b", "more": 1}));
    every_fault::<ErrorBody>(&configuration_error());
}

#[test]
fn debug_output_of_responses_contains_no_values() {
    let body = marked(&configuration_error());
    let texts = damaged(&body).iter().map(|value| value.to_string().into_bytes()).collect::<Vec<_>>();
    for (index, text) in texts.into_iter().chain(broken_texts(&body)).enumerate() {
        for status in [[200, 400, 401], [403, 404, 410], [500, 503, 502], [302, 204, 400]][index % 4] {
            let response =
                Response::from_parts(status, text.clone()).with_headers([("WWW-Authenticate", "ICWS realm=\"x\"")]);
            debug("a response", &response);
            report(response.report());
            if let Err(failed) = Response::parse_strict(status, text.clone()) {
                error("a strict response", &failed);
            }
        }
    }
}
