//! The same body by every way in: the same value, the same problems.

use icws_schema::*;
use serde_json::Value;

const FAULTY: &str = r#"{"callForwardAll":{"actualValue":"x"},"followMe":[{"phoneNumber":"1","timeout":1.5}],"new":1,"eFaqSearchOption":7}"#;

fn cbor(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

#[test]
fn a_value_reads_the_same_from_text_value_and_cbor() {
    for line in include_str!("../samples/views.ndjson").lines() {
        let json: Value = serde_json::from_str(line).unwrap();
        let view: UserClientConfigurationView = read(line).unwrap();
        assert_eq!(ciborium::from_reader::<UserClientConfigurationView, _>(&cbor(&json)[..]).unwrap(), view);
        assert_eq!(
            ciborium::from_reader::<UserClientConfigurationView, _>(&cbor(&serde_json::to_value(&view).unwrap())[..])
                .unwrap(),
            view
        );
    }
}

#[test]
fn errors_and_what_they_keep_read_the_same_from_cbor() {
    let lines = concat!(
        include_str!("../samples/configuration-errors.ndjson"),
        "{\"kept\":{\"a\":[1,2.5,null,true,\"x\"]},\"__type\":\"urn:inin.com:common:missingPropertyError\"}\n",
        "{\"message\":\"m\",\"errorCode\":-5}\n"
    );
    for line in lines.lines() {
        let json: Value = serde_json::from_str(line).unwrap();
        let error: AnyError = read(line).unwrap();
        assert_eq!(ciborium::from_reader::<AnyError, _>(&cbor(&json)[..]).unwrap(), error);
    }
}

#[test]
fn problems_are_the_same_by_every_way_in() {
    let expected = Reader::new().check::<UserClientConfigurationProperties>(FAULTY);
    let said: Vec<_> = expected.problems().iter().map(|problem| format!("{}: {problem}", problem.place())).collect();
    assert_eq!(said.len(), 5);
    let json: Value = serde_json::from_str(FAULTY).unwrap();
    let from_value = read_value::<UserClientConfigurationProperties>(&json).unwrap_err();
    assert_eq!(from_value.to_string(), said.join("\n"));
    assert!(from_value.problems().iter().all(|problem| problem.offset().is_none() && problem.position().is_none()));
    let from_cbor = ciborium::from_reader::<UserClientConfigurationProperties, _>(&cbor(&json)[..]).unwrap_err();
    for error in [
        serde_json::from_str::<UserClientConfigurationProperties>(FAULTY).unwrap_err().to_string(),
        serde_json::from_slice::<UserClientConfigurationProperties>(FAULTY.as_bytes()).unwrap_err().to_string(),
        serde_json::from_value::<UserClientConfigurationProperties>(json).unwrap_err().to_string(),
        from_cbor.to_string().replace("\\n", "\n"),
    ] {
        assert!(said.iter().all(|line| error.contains(line)), "{error}");
    }
}

#[test]
fn what_json_lacks_is_refused() {
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
