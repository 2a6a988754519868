use icws_schema::*;
use serde_json::Value;

fn same<T: Representation + serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(lines: &str) {
    for line in lines.lines() {
        let value: T = read(line).unwrap_or_else(|report| panic!("{report}\n{line}"));
        let json: Value = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), json);
        assert_eq!(serde_json::from_str::<Value>(&serde_json::to_string(&value).unwrap()).unwrap(), json);
        assert_eq!(serde_json::from_str::<T>(line).unwrap(), value);
        assert_eq!(read_value::<T>(&json).unwrap(), value);
        assert!(Reader::new().check::<T>(line).is_clean());
    }
}

#[test]
fn samples() {
    same::<UserClientConfigurationProperties>(include_str!("../samples/requests.ndjson"));
    same::<UserClientConfigurationView>(include_str!("../samples/views.ndjson"));
    same::<UpdateOperationResult>(include_str!("../samples/results.ndjson"));
    same::<AnyError>(include_str!("../samples/errors.ndjson"));
    same::<ConfigurationError>(include_str!("../samples/configuration-errors.ndjson"));
    same::<AnyError>(include_str!("../samples/configuration-errors.ndjson"));
}

#[test]
fn show() {
    let body = r#"{"callForwardAll": {"actualValue": "no"}, "callForwardAll": 1,
 "followMe": [{"phoneNumber": null, "timeout": 1e400}, 5, {"timeout": 10.0, "usePin": true, "phoneNumber": "é", "x": 1}],
 "eFaqSearchOption": 7, "zeta": {"a": 1}, "__type": "x", "externalCallTimeout": {"effectiveValue": 1.5, "actualValue": 3000000000}}"#;
    println!("{}", read::<UserClientConfigurationProperties>(body).unwrap_err());
    println!("{}", read::<UserClientConfigurationView>(body).unwrap_err());
    println!("{}", serde_json::from_str::<UserClientConfigurationProperties>(body).unwrap_err());
    println!("{}", read::<AnyError>(r#"{"message": 5, "__type": "urn:inin.com:common:missingPropertyError", "propertyName": {"a" :[1, "b c\" d"], "big": 123456789012345678901234567890}}"#).unwrap_err());
    let e = read::<AnyError>(r#"{"__type": "urn:inin.com:common:missingPropertyError", "propertyName": {"a" :[1, "b c\" d"], "big": 123456789012345678901234567890}}"#).unwrap();
    println!("{}", serde_json::to_string(&e).unwrap());
}
