//! The examples in the schemas: each is accepted by its schema, and by what parses such values.

use super::{parsed, validator};
use icws_schema::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, InheritableBooleanProperty,
    InheritableIntProperty, InheritableStringProperty, InheritedBooleanValue, InheritedInt, InheritedString,
    LicenseError, UpdateOperationResult, User, UserClientConfigurationProperties, UserClientConfigurationView,
    UserList, ValidationError,
};
use icws_schema::cases::{CaseFile, ConformanceResponse, respond};
use icws_schema::directory::InMemoryDirectory;
use icws_schema::endpoint::State;
use icws_schema::rules::RuleSet;
use icws_schema::schema::request_with_rules;
use icws_schema::{ParseOptions, Representation};
use serde_json::{Value, json};

fn reads<T: Representation>(value: &Value) -> bool {
    ParseOptions::new().check::<T>(value.to_string()).is_valid()
}

/// Whether a value is read as a part of a request.
fn reads_within(value: &Value, around: impl Fn(&Value) -> Value) -> bool {
    reads::<UserClientConfigurationProperties>(&around(value))
}

fn inheritable(value: &Value, member: &str) -> bool {
    reads_within(value, |value| json!({member: value}))
}

fn inherited(value: &Value, member: &str) -> bool {
    reads_within(value, |value| json!({member: {"actualValue": null, "inheritedFrom": [value]}}))
}

/// Whether what a file describes accepts a value.
fn accepts(file: &str, value: &Value) -> bool {
    match file {
        "userClientConfigurationProperties.request.json" => reads::<UserClientConfigurationProperties>(value),
        "userClientConfigurationProperties.view.json" => reads::<UserClientConfigurationView>(value),
        "user.json" => reads::<User>(value),
        "users.json" => reads::<UserList>(value),
        "followMe.request.json" => reads_within(value, |value| json!({"followMe": [value]})),
        "followMe.view.json" => reads::<FollowMe>(value),
        "inheritableBooleanProperty.request.json" => inheritable(value, "callForwardAll"),
        "inheritableBooleanProperty.view.json" => reads::<InheritableBooleanProperty>(value),
        "inheritableStringProperty.request.json" => inheritable(value, "callForwardAllMode"),
        "inheritableStringProperty.view.json" => reads::<InheritableStringProperty>(value),
        "inheritableIntProperty.request.json" => inheritable(value, "externalCallTimeout"),
        "inheritableIntProperty.view.json" => reads::<InheritableIntProperty>(value),
        "inheritedBooleanValue.request.json" => inherited(value, "callForwardAll"),
        "inheritedBooleanValue.view.json" => reads::<InheritedBooleanValue>(value),
        "inheritedString.request.json" => inherited(value, "callForwardAllMode"),
        "inheritedString.view.json" => reads::<InheritedString>(value),
        "inheritedInt.request.json" => inherited(value, "externalCallTimeout"),
        "inheritedInt.view.json" => reads::<InheritedInt>(value),
        "configurationId.request.json" => {
            inherited(&json!({"from": value, "objectType": 1, "values": true}), "callForwardAll")
        }
        "configurationId.view.json" => reads::<ConfigurationId>(value),
        "updateOperationResult.json" => reads::<UpdateOperationResult>(value),
        "licenseError.json" => reads::<LicenseError>(value),
        "validationError.json" => reads::<ValidationError>(value),
        "error.json" => reads::<Error>(value),
        "configurationError.json" => reads::<ConfigurationError>(value),
        "errorBody.json" => reads::<ErrorBody>(value),
        "ruleFile.json" => RuleSet::from_json(value.to_string()).is_ok(),
        "directoryFile.json" => InMemoryDirectory::from_json(value.to_string()).is_ok(),
        "stateFile.json" => State::from_json(value.to_string()).is_ok(),
        "caseFile.json" => CaseFile::from_json(value.to_string()).is_ok(),
        "conformanceRequest.json" => respond(&value.to_string()).is_ok(),
        "conformanceResponse.json" => serde_json::from_value::<ConformanceResponse>(value.clone()).is_ok(),
        // They are written, and nothing parses them.
        "report.json" | "loadError.json" | "verdict.json" | "testReport.json" | "validatorCatalog.json" => true,
        other => panic!("what reads {other}?"),
    }
}

#[test]
fn every_file_has_examples_that_its_schema_and_its_parser_accept() {
    for (file, schema) in parsed() {
        let examples = schema["examples"].as_array().unwrap();
        assert!(!examples.is_empty(), "{file}");
        for example in examples {
            assert!(validator(&file).is_valid(example), "{file}: {example}");
            assert!(accepts(&file, example), "{file}: {example}");
        }
    }
}

#[test]
fn examples_under_rules_satisfy_them() {
    let rules = |max: i32| json!({"rules": [{"validator": "range", "property": "followMe[].timeout", "max": max}]});
    let examples = |max| {
        let set = RuleSet::from_json(rules(max).to_string()).unwrap();
        request_with_rules(&set).schema.as_value()["examples"].as_array().unwrap().len()
    };
    assert_eq!((examples(15), examples(14)), (2, 1));
}
