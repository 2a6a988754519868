//! The same body in every format: the same value, the same problems.

use super::json::mutations;
use icws_schema::body::*;
use icws_schema::report::ProblemKind;
use icws_schema::{ParseOptions, Representation, from_slice, from_value};
use serde::Deserialize;
use serde::de::value::MapDeserializer;
use serde_json::{Value, json};

const FAULTY: &str = r#"{"callForwardAll":{"actualValue":"x"},"followMe":[{"phoneNumber":"1","timeout":1.5}],"new":1,"eFaqSearchOption":7}"#;

fn cbor(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(&as_cbor(value), &mut bytes).unwrap();
    bytes
}

/// Returns the same value of CBOR, whatever `serde_json` makes of numbers.
fn as_cbor(value: &Value) -> ciborium::Value {
    match value {
        Value::Null => ciborium::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::String(value) => value.as_str().into(),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(number), ..) => number.into(),
            (None, Some(number), _) => number.into(),
            (None, None, number) => number.unwrap().into(),
        },
        Value::Array(items) => ciborium::Value::Array(items.iter().map(as_cbor).collect()),
        Value::Object(members) => {
            ciborium::Value::Map(members.iter().map(|(name, value)| (name.as_str().into(), as_cbor(value))).collect())
        }
    }
}

#[test]
fn json_a_value_and_cbor_parse_to_the_same() {
    for line in include_str!("../samples/views.ndjson").lines() {
        let json: Value = serde_json::from_str(line).unwrap();
        let view: UserClientConfigurationView = from_slice(line).unwrap();
        assert_eq!(ciborium::from_reader::<UserClientConfigurationView, _>(&cbor(&json)[..]).unwrap(), view);
        assert_eq!(
            ciborium::from_reader::<UserClientConfigurationView, _>(&cbor(&serde_json::to_value(&view).unwrap())[..])
                .unwrap(),
            view
        );
    }
}

#[test]
fn errors_and_unknown_members_parse_to_the_same_from_cbor() {
    let lines = concat!(
        include_str!("../samples/configuration-errors.ndjson"),
        "{\"kept\":{\"a\":[1,2.5,null,true,\"x\"]},\"__type\":\"urn:inin.com:common:missingPropertyError\"}\n",
        "{\"message\":\"m\",\"errorCode\":-5}\n"
    );
    for line in lines.lines() {
        let json: Value = serde_json::from_str(line).unwrap();
        let error: ErrorBody = from_slice(line).unwrap();
        assert_eq!(ciborium::from_reader::<ErrorBody, _>(&cbor(&json)[..]).unwrap(), error);
    }
}

#[test]
fn problems_are_the_same_in_every_format() {
    let expected = ParseOptions::new().check::<UserClientConfigurationProperties>(FAULTY);
    let messages: Vec<_> =
        expected.problems().iter().map(|problem| format!("{}: {problem}", problem.location())).collect();
    assert_eq!(messages.len(), 5);
    let json: Value = serde_json::from_str(FAULTY).unwrap();
    let from_value = from_value::<UserClientConfigurationProperties>(&json).unwrap_err().into_report();
    assert_eq!(from_value.to_string(), messages.join("\n"));
    assert!(from_value.problems().iter().all(|problem| problem.offset().is_none() && problem.position().is_none()));
    let from_cbor = ciborium::from_reader::<UserClientConfigurationProperties, _>(&cbor(&json)[..]).unwrap_err();
    for error in [
        serde_json::from_str::<UserClientConfigurationProperties>(FAULTY).unwrap_err().to_string(),
        serde_json::from_slice::<UserClientConfigurationProperties>(FAULTY.as_bytes()).unwrap_err().to_string(),
        serde_json::from_value::<UserClientConfigurationProperties>(json).unwrap_err().to_string(),
        from_cbor.to_string().replace("\\n", "\n").replace("\\\"", "\""),
    ] {
        assert!(messages.iter().all(|line| error.contains(line)), "{error}");
    }
}

/// What is accepted in one format is accepted in every other with the same value; what is rejected in one is rejected in the others at the same locations.
#[test]
fn mutated_bodies_have_the_same_result_in_every_format() {
    fn parse_all<T>(text: &[u8]) -> bool
    where
        T: Representation + serde::de::DeserializeOwned + serde::Serialize + PartialEq + std::fmt::Debug,
    {
        let shown = String::from_utf8_lossy(text);
        let messages = |report: &icws_schema::report::Report| -> Vec<_> {
            report.problems().iter().map(|problem| format!("{}: {problem}", problem.pointer())).collect()
        };
        let (one, other) = (from_slice::<T>(text), serde_json::from_slice::<T>(text));
        let Ok(json) = serde_json::from_slice::<Value>(text) else {
            assert!(one.is_err() && other.is_err(), "{shown}");
            return false;
        };
        let by_value = from_value::<T>(&json);
        match one {
            Ok(value) => {
                assert_eq!(other.unwrap(), value, "{shown}");
                assert_eq!(from_slice::<T>(serde_json::to_string(&value).unwrap()).unwrap(), value, "{shown}");
                assert_eq!(by_value.unwrap(), from_slice::<T>(json.to_string()).unwrap(), "{shown}");
                true
            }
            Err(error) => {
                let report = error.into_report();
                let other = other.unwrap_err().to_string();
                assert!(
                    report.problems().iter().all(|problem| other.contains(&problem.to_string())),
                    "{shown}: {other}"
                );
                // A `Value` has the last of duplicate members.
                if report.problems().iter().all(|problem| problem.kind() != ProblemKind::DuplicateMember) {
                    assert_eq!(messages(by_value.unwrap_err().report()), messages(&report), "{shown}");
                }
                false
            }
        }
    }
    let short = |text: &'static str| text.lines().filter(|line| line.len() <= 400).collect::<Vec<_>>();
    let mut requests = short(include_str!("../samples/requests.ndjson"));
    requests.push(r#"{"externalCallTimeout":{"actualValue":1e1},"followMe":[{"phoneNumber":"1","timeout":5,"usePin":true}],"eFaqSearchOption":2}"#);
    let accepted =
        mutations(&requests, 20_000).filter(|text| parse_all::<UserClientConfigurationProperties>(text)).count();
    assert!((10..20_000).contains(&accepted), "{accepted}");
    let errors = [
        r#"{"message":"m","kept":{"a":[1,2.50,-0,12345678901234567890123],"b":"\u0041"},"__type":"urn:inin.com:common:error"}"#,
        r#"{"__type":"urn:inin.com:common:missingPropertyError","propertyName":"id"}"#,
        r#"{"validationErrors":[{"validationErrorType":15,"propertyName":"a","propertyValue":""}],"message":"m","__type":"urn:inin.com:configuration:configurationError"}"#,
    ];
    let accepted = mutations(&errors, 20_000).filter(|text| parse_all::<ErrorBody>(text)).count();
    assert!((10..20_000).contains(&accepted), "{accepted}");
}

/// `serde_json` passes the digits of unknown members on if it reads from a string; a `Value` has rounded them.
#[test]
fn unknown_members_keep_their_digits_through_serde_json() {
    let text = r#"{"message":"m","kept":{"a":[123456789012345678901234567890, 0.12345678901234567890]}}"#;
    let error: Error = from_slice(text).unwrap();
    assert_eq!(serde_json::from_str::<Error>(text).unwrap(), error);
    assert_eq!(serde_json::from_slice::<Error>(text.as_bytes()).unwrap(), error);
    assert_eq!(serde_json::from_reader::<_, Error>(text.as_bytes()).unwrap(), error);
    assert_eq!(serde_json::from_str::<ErrorBody>(text).unwrap(), ErrorBody::Error(error));
    let invalid_json = r#"{"message":"m","kept":{"a":1e400,"b":1,"b":2}}"#;
    let report = from_slice::<Error>(invalid_json).unwrap_err().into_report();
    let messages = serde_json::from_str::<Error>(invalid_json).unwrap_err().to_string();
    assert_eq!(report.problems().len(), 2);
    assert!(
        report.problems().iter().all(|problem| messages.contains(&format!("{}: {problem}", problem.location()))),
        "{messages}"
    );
    for string in [r#""\ud800""#, "[\"\\udc00\"]"] {
        let body = format!(r#"{{"message":"m","kept":{string}}}"#);
        assert!(from_slice::<Error>(&body).is_err() && serde_json::from_str::<Error>(&body).is_err(), "{string}");
    }
}

#[test]
fn the_nesting_limit_is_the_same_in_every_format() {
    // It is inside five containers of the body.
    for (depth, valid) in [(122, true), (123, false), (200, false)] {
        let kept = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let from = format!(r#"{{"id":"","new":{kept}}}"#);
        let body = format!(r#"{{"screenCalls":{{"inheritedFrom":[{{"from":{from},"objectType":0,"values":true}}]}}}}"#);
        assert_eq!(from_slice::<UserClientConfigurationView>(&body).is_ok(), valid, "{depth}");
        assert_eq!(serde_json::from_str::<UserClientConfigurationView>(&body).is_ok(), valid, "{depth}");
    }
}

/// A member by the name that `serde_json` gives its own numbers is one like any other.
#[test]
fn nothing_passes_for_a_number() {
    for kept in [json!("5"), json!("1,\"errorId\":\"x\""), json!(5)] {
        let body = json!({"message": "m", "kept": {"$serde_json::private::Number": kept}});
        let error: ErrorBody = from_slice(body.to_string()).unwrap();
        assert_eq!(from_value::<ErrorBody>(&body).unwrap(), error);
        assert_eq!(serde_json::from_value::<ErrorBody>(body.clone()).unwrap(), error);
        assert_eq!(ciborium::from_reader::<ErrorBody, _>(&cbor(&body)[..]).unwrap(), error);
        assert_eq!(serde_json::to_value(&error).unwrap(), body);
        let update = json!({"externalCallTimeout": {"actualValue": {"$serde_json::private::Number": kept}}});
        let report = from_value::<UserClientConfigurationProperties>(&update).unwrap_err().into_report();
        assert_eq!(
            report.to_string(),
            "externalCallTimeout.actualValue: expected a 32-bit integer or null, found an object; write the value itself, without the object around it"
        );
    }
}

#[test]
fn values_that_json_does_not_have_are_rejected() {
    use ciborium::Value as Cbor;
    let body = |value: Cbor| {
        let mut bytes = Vec::new();
        ciborium::into_writer(
            &Cbor::Map(vec![
                (Cbor::Text("message".into()), Cbor::Text("m".into())),
                (Cbor::Text("kept".into()), value),
            ]),
            &mut bytes,
        )
        .unwrap();
        ciborium::from_reader::<Error, _>(&bytes[..])
    };
    assert!(body(Cbor::Integer(5.into())).is_ok());
    for value in [Cbor::Float(f64::NAN), Cbor::Float(f64::INFINITY), Cbor::Bytes(vec![1])] {
        assert!(body(value.clone()).is_err(), "{value:?}");
    }
}

/// Unknown numbers that one format keeps are written as plain numbers by another one.
#[test]
fn unknown_numbers_are_numbers_in_every_format() {
    use ciborium::Value as Cbor;
    let text = r#"{"message":"m","kept":[-0,1E2,0.10,5,18446744073709551615,100000000000000000000]}"#;
    let error: Error = from_slice(text).unwrap();
    assert_eq!(serde_json::to_string(&error).unwrap(), text);
    assert_eq!(serde_json::to_string_pretty(&error).unwrap().split_whitespace().collect::<String>(), text);
    let written = Cbor::serialized(&error).unwrap();
    let kept = written.as_map().unwrap().iter().find(|(name, _)| name.as_text() == Some("kept")).unwrap().1.clone();
    let numbers = [
        Cbor::Float(-0.0),
        Cbor::Float(100.0),
        Cbor::Float(0.1),
        Cbor::Integer(5.into()),
        Cbor::Integer(u64::MAX.into()),
        Cbor::Float(1e20),
    ];
    assert_eq!(kept, Cbor::Array(numbers.to_vec()));
    let mut bytes = Vec::new();
    ciborium::into_writer(&error, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Error, _>(&bytes[..]).unwrap(), error);
}

/// `serde_json` hands out the text of a body, wherever it is; a deserializer that does not is asked for the value.
#[test]
fn a_body_parses_to_the_same_inside_any_other_type() {
    #[derive(Deserialize)]
    struct Request<T> {
        #[expect(dead_code, reason = "whether it is parsed counts")]
        update: T,
        sent: bool,
    }
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Buffered<T> {
        Request(Request<T>),
    }
    type Update = UserClientConfigurationProperties;
    let timeout =
        |value: &str| format!(r#"{{"externalCallTimeout": {{"actualValue": {value}}}, "screenCalls": null}}"#);
    let raw_text = json!({"$serde_json::private::RawValue": timeout("30")});
    let bodies = [
        timeout("30"),
        timeout("3e1"),
        timeout("1e400"),
        timeout("\"30\""),
        "[]".to_owned(),
        "3".to_owned(),
        raw_text.to_string(),
    ];
    for (body, valid) in bodies.iter().zip([true, true, false, false, false, false, false]) {
        let text = format!(r#"{{"update": {body}, "sent": true}}"#);
        // Without its position, since the text around the body has others.
        let report = from_slice::<Update>(body).err();
        let report = report.map(|error| error.report().to_string().split_once(": ").unwrap().1.to_owned());
        let parsed = serde_json::from_str::<Request<Update>>(&text);
        let message = parsed.as_ref().err().map(ToString::to_string);
        assert_eq!((report.is_none(), parsed.is_ok_and(|request| request.sent)), (valid, valid), "{body}");
        assert!(message.unwrap_or_default().starts_with(&report.unwrap_or_default()), "{body}");
        assert_eq!(serde_json::from_reader::<_, Request<Update>>(text.as_bytes()).is_ok(), valid, "{body}");
        // Where the text is not available, its numbers and duplicate members are those of the value.
        let Ok(mut value) = serde_json::from_str::<Value>(&text) else { continue };
        if body.contains("1e400") {
            continue; // only `arbitrary_precision` has such a number
        }
        if body.contains("RawValue") {
            value["update"] = raw_text.clone(); // a `Value` is deserialized from the text in such a member
        }
        assert_eq!(serde_json::from_value::<Request<Update>>(value.clone()).is_ok(), valid, "{body}");
        // With `arbitrary_precision` a number with an exponent is buffered as an object, and is one for any type.
        let is_object = crate::exact_numbers::are_kept() && body.contains("3e1");
        assert_eq!(Buffered::<Update>::deserialize(&value).is_ok(), valid && !is_object, "{body}");
        assert_eq!(ciborium::from_reader::<Request<Update>, _>(&cbor(&value)[..]).is_ok(), valid, "{body}");
        let members = value["update"].as_object().into_iter().flatten();
        let members = members.map(|(name, value)| (name.as_str(), value.clone()));
        let forwards = MapDeserializer::<_, serde_json::Error>::new(members);
        assert!(body.starts_with(['[', '3']) || Update::deserialize(forwards).is_ok() == valid, "{body}");
    }
}
