//! The parts of a body have files of their own, which accept what parsing accepts there.

use super::{mutants, validator};
use icws_schema::body::{
    ConfigurationId, FollowMe, InheritableBooleanProperty, InheritableIntProperty, InheritableStringProperty,
    InheritedBooleanValue, InheritedInt, InheritedString, LicenseError, UserClientConfigurationProperties,
    ValidationError,
};
use icws_schema::cases::CaseFile;
use icws_schema::{ParseOptions, Representation};
use serde_json::{Value, json};

/// For each change of the sample, the schema accepts it if `reads` does.
#[track_caller]
fn agree(name: &str, sample: &Value, reads: impl Fn(&Value) -> bool) {
    let validator = validator(name);
    assert!(validator.is_valid(sample) && reads(sample), "{name}: {sample}");
    let (accepted, rejected): (Vec<_>, Vec<_>) = mutants(sample).into_iter().partition(&reads);
    for body in &accepted {
        assert!(validator.is_valid(body), "{name}: {body}");
    }
    for body in &rejected {
        assert!(!validator.is_valid(body), "{name}: {body}");
    }
    assert!(!accepted.is_empty() && rejected.len() > 20, "{name}: {} were refused", rejected.len());
}

#[track_caller]
fn response<T: Representation>(name: &str, sample: &Value) {
    agree(name, sample, |body| ParseOptions::new().parse_value::<T>(body).into_result().is_ok());
}

/// A part of a request is parsed where it belongs: `around` puts it there.
#[track_caller]
fn request(name: &str, sample: &Value, around: impl Fn(&Value) -> Value) {
    agree(name, sample, |value| {
        // Null belongs to the member, not to the part.
        !value.is_null()
            && ParseOptions::new()
                .parse_value::<UserClientConfigurationProperties>(&around(value))
                .into_result()
                .is_ok()
    });
}

fn id() -> Value {
    json!({"id": "Sales", "displayName": null, "uri": "", "__type": "urn:inin.com:configuration:configurationId"})
}

fn source(value: &Value) -> Value {
    json!({"from": id(), "objectType": 1, "values": value})
}

fn inheritable(value: &Value) -> Value {
    json!({"actualValue": value, "effectiveValue": value, "inheritedValue": null, "inheritedFrom": [source(value)]})
}

fn scalars() -> [Value; 3] {
    [true.into(), "All".into(), 30.into()]
}

#[test]
fn parts_of_responses_agree_with_parsing() {
    let [boolean, text, int] = scalars();
    response::<ConfigurationId>("configurationId.view.json", &id());
    response::<FollowMe>("followMe.view.json", &json!({"phoneNumber": "8042", "timeout": 15, "usePin": true}));
    response::<InheritedBooleanValue>("inheritedBooleanValue.view.json", &source(&boolean));
    response::<InheritedString>("inheritedString.view.json", &source(&text));
    response::<InheritedInt>("inheritedInt.view.json", &source(&int));
    response::<InheritableBooleanProperty>("inheritableBooleanProperty.view.json", &inheritable(&boolean));
    response::<InheritableStringProperty>("inheritableStringProperty.view.json", &inheritable(&text));
    response::<InheritableIntProperty>("inheritableIntProperty.view.json", &inheritable(&int));
    response::<LicenseError>("licenseError.json", &json!({"license": id(), "licenseErrorType": 2}));
    let error = json!({"propertyName": "followMe[1].timeout", "propertyValue": "", "validationErrorType": 1000});
    response::<ValidationError>("validationError.json", &error);
}

/// What a schema cannot express is not in the sample: names of files, and rules with mistakes.
#[test]
fn case_files_agree_with_loading() {
    let rule = json!({"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60});
    let problem = json!({"validator": 5, "pointer": "/a", "value": "61", "rule": null, "causes": []});
    let checked = json!({
        "name": "a", "note": "n", "example": true, "body": {"a": 61}, "object": "any", "partial": true,
        "subject": {"objectType": "user", "id": "jane"}, "featureVersion": 9, "current": {},
        "expected": {"problems": [problem], "unchecked": [{"validator": "range", "property": "a", "rule": "/rules/0"}]},
    });
    let text =
        json!({"name": "b", "text": "{", "rulesText": "{", "directoryText": "{", "checks": {"c": {"rejects": [1]}}});
    let rejecting =
        json!({"name": "c", "rules": {}, "rejectedRules": {"pointer": "", "parameter": null, "suggestion": null}});
    let loads = |file: &Value| CaseFile::from_json(file.to_string()).is_ok();
    for case in [checked, text, rejecting] {
        agree("caseFile.json", &json!({"cases": [case]}), loads);
    }
    let file = json!({"$schema": "x", "title": "t", "note": "n", "validator": "range", "object": "any", "rules": {"rules": [rule]}, "cases": []});
    agree("caseFile.json", &file, loads);
    let case = json!({"cases": [{"name": "a", "rules": ["recommended"], "directory": {"extensions": []}, "body": 1}]});
    agree("caseFile.json", &case, loads);
}

/// Rules and directories of a file that no case uses are checked, too.
#[test]
fn defaults_that_every_case_overrides_agree_with_loading() {
    let loads = |file: &Value| CaseFile::from_json(file.to_string()).is_ok();
    let own = json!({"name": "n", "rules": {"rules": []}, "directory": {}, "body": 1});
    let rules = json!({"rules": [{"validator": "requiredValue", "property": "name"}]});
    let rule = json!({"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60});
    let file =
        json!({"cases": [own], "object": "any", "rules": {"rules": [rule]}, "directory": {"extensions": ["8001"]}});
    agree("caseFile.json", &file, loads);
    // Their paths are those of the bodies of the cases that use them.
    let any = json!({"name": "n", "object": "any", "body": 1});
    let file = json!({"cases": [any, {"name": "r", "rules": 1, "rejectedRules": {}}], "rules": rules});
    assert!(!loads(&file));
    assert!(loads(&json!({"cases": [any], "rules": rules})));
    assert!(!loads(&json!({"cases": [], "rules": rules})));
}

#[test]
fn parts_of_requests_agree_with_parsing() {
    let entry = json!({"phoneNumber": "8042", "timeout": 15, "usePin": true});
    request("followMe.request.json", &entry, |entry| json!({"followMe": [entry]}));
    request(
        "configurationId.request.json",
        &id(),
        |id| json!({"callForwardAll": {"actualValue": null, "inheritedFrom": [{"from": id, "objectType": 4, "values": true}]}}),
    );
    let names = ["BooleanValue", "String", "Int"];
    let inheritables = ["Boolean", "String", "Int"];
    let members = ["callForwardAll", "callForwardAllMode", "externalCallTimeout"];
    for (((value, name), inheritable_name), member) in scalars().iter().zip(names).zip(inheritables).zip(members) {
        request(
            &format!("inherited{name}.request.json"),
            &source(value),
            |source| json!({member: {"actualValue": null, "inheritedFrom": [source]}}),
        );
        let file = format!("inheritable{inheritable_name}Property.request.json");
        request(&file, &inheritable(value), |property| json!({member: property}));
    }
}
