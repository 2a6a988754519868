//! For each representation, one valid body and a table of edits that make it invalid.

use super::{pin, rendered};
use crate::sorted::sorted;
use icws_schema::{ParseOptions, Representation, body::*, codes::*};
use serde_json::{Value, json};

/// The name of a problem, and the edit that causes it.
type Row = (&'static str, fn(&mut Value));
/// The same with an edit of the input, for what a `Value` cannot contain.
type TextRow = (&'static str, fn(&str) -> String);

/// Renders the valid body, then each invalid one with its report.
fn table<T: Representation>(valid: &Value, rows: &[Row], texts: &[TextRow]) -> String {
    let text = sorted(valid).to_string();
    assert_eq!(ParseOptions::new().check::<T>(&text).to_string(), "");
    let values = rows.iter().map(|(what, edit)| {
        let mut body = valid.clone();
        edit(&mut body);
        (what, sorted(&body).to_string())
    });
    let mut rendered = format!("# valid\n{text}\n");
    for (what, body) in values.chain(texts.iter().map(|(what, edit)| (what, edit(&text)))) {
        assert_ne!(body, text, "{what}: nothing is changed");
        let report = ParseOptions::new().check::<T>(&body);
        assert!(!report.is_valid(), "{what}: {body}");
        assert_eq!(ParseOptions::new().parse::<T>(&body).report().to_string(), report.to_string());
        rendered += &format!("\n# {what}\n{body}\n{}", self::rendered(&report));
    }
    rendered
}

/// Takes a member out.
fn remove(object: &mut Value, name: &str) {
    object.as_object_mut().unwrap().remove(name).unwrap();
}

#[test]
fn requests() {
    let valid = json!({
        "callForwardAll": {"actualValue": true},
        "eFaqSearchOption": 2,
        "externalCallTimeout": {"actualValue": 30},
        "followMe": [{"phoneNumber": "é1", "timeout": 15, "usePin": false}],
    });
    let rows: &[Row] = &[
        ("a required member is absent", |body| remove(&mut body["callForwardAll"], "actualValue")),
        ("a member of an entry is absent", |body| remove(&mut body["followMe"][0], "timeout")),
        ("null where it may not be", |body| body["followMe"][0]["phoneNumber"] = Value::Null),
        ("null in place of an entry", |body| body["followMe"][0] = Value::Null),
        ("a text for a Boolean", |body| body["callForwardAll"]["actualValue"] = "true".into()),
        ("a number for a Boolean", |body| body["callForwardAll"]["actualValue"] = 1.into()),
        ("a Boolean for a list", |body| body["followMe"] = true.into()),
        ("an object for a list", |body| body["followMe"] = json!({"0": {}})),
        ("an object for a text", |body| body["followMe"][0]["phoneNumber"] = json!({"a": [1]})),
        ("a number for a text", |body| body["followMe"][0]["phoneNumber"] = 8042.into()),
        ("a list for an object", |body| body["callForwardAll"] = json!([true])),
        ("a bare value for an object", |body| body["callForwardAll"] = true.into()),
        ("a text for an integer", |body| body["externalCallTimeout"]["actualValue"] = "30".into()),
        ("a fraction", |body| body["externalCallTimeout"]["actualValue"] = 30.5.into()),
        ("beyond 32 bits", |body| body["externalCallTimeout"]["actualValue"] = 2_147_483_648_i64.into()),
        ("below 32 bits", |body| body["externalCallTimeout"]["actualValue"] = (-2_147_483_649_i64).into()),
        ("a code that is not listed", |body| body["eFaqSearchOption"] = 4.into()),
        ("a code's name", |body| body["eFaqSearchOption"] = "Best".into()),
        ("a code with a fraction", |body| body["eFaqSearchOption"] = 0.5.into()),
        ("a member that is not listed", |body| body["followMe"][0]["pin~/"] = "x".into()),
        ("a name that would steer a terminal", |body| body["followMe"][0]["\u{1b}[31m\n"] = 1.into()),
        ("a member in other case", |body| {
            body["callforwardAll"] = body["callForwardAll"].take();
            remove(body, "callForwardAll");
        }),
        ("another type", |body| body["__type"] = "urn:inin.com:configuration.people:followMe".into()),
        ("a type that is no text", |body| body["__type"] = json!([])),
        ("a type that is null", |body| body["__type"] = Value::Null),
        ("several at once, in the order of the representation", |body| {
            *body = json!({"zzz": 1, "aaa": 2, "screenCalls": {"effectiveValue": 1}, "eFaqSearchOption": 9, "callForwardAll": 5});
        }),
    ];
    let texts: &[TextRow] = &[
        ("beyond 64 bits", |text| text.replace("30", "99999999999999999999")),
        ("beyond a double", |text| text.replace("15", "1e400")),
        ("a repeated member", |text| text.replace("\"usePin\":false", "\"usePin\":false,\"usePin\":true")),
        ("a repeated member that is not listed", |text| {
            text.replace("\"usePin\":false", "\"usePin\":false,\"x\":1,\"x\":2")
        }),
        ("a repeated type", |text| {
            text.replacen(
                '{',
                r#"{"__type":"urn:inin.com:configuration.people:userClientConfigurationProperties","__type":1,"#,
                1,
            )
        }),
        ("no JSON", |text| text.replace("true", "tru")),
        ("no JSON behind a problem", |text| text.replace("false}]}", "0}]")),
        ("a problem on a later line", |text| text.replace(":[", ":\n  [ 7,\r\n\t\"✓😀\", ")),
    ];
    pin("request", &table::<UserClientConfigurationProperties>(&valid, rows, texts));
}

#[test]
fn bodies_that_are_not_objects() {
    let mut rendered = String::new();
    for body in ["null", "[]", "\"x\"", "\"xy\"", "7", "0.5", "true", "1e400", "", " \n", "\u{feff}{}"] {
        let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
        rendered += &format!("{body:?}\n{}\n", self::rendered(&report));
    }
    pin("bodies_that_are_not_objects", &rendered);
}

#[test]
fn views() {
    let valid = json!({
        "callForwardAllMode": {
            "effectiveValue": "All",
            "inheritedFrom": [{"from": {"id": "Agent", "displayName": null, "uri": ""}, "objectType": 2, "values": "All"}],
        },
        "new": [0],
    });
    let rows: &[Row] = &[
        ("null in a member that is not nullable", |body| {
            body["callForwardAllMode"]["inheritedFrom"][0]["from"]["uri"] = Value::Null;
        }),
        ("a source without its id", |body| {
            remove(&mut body["callForwardAllMode"]["inheritedFrom"][0]["from"], "id");
        }),
        ("a source without its object", |body| remove(&mut body["callForwardAllMode"]["inheritedFrom"][0], "from")),
        ("a source of a wrong kind", |body| body["callForwardAllMode"]["inheritedFrom"][0] = "Agent".into()),
        ("a name for a code", |body| body["callForwardAllMode"]["inheritedFrom"][0]["objectType"] = "Role".into()),
        ("a list of a source", |body| body["callForwardAllMode"]["inheritedFrom"][0]["values"] = json!(["All"])),
        ("another type within", |body| body["callForwardAllMode"]["inheritedFrom"][0]["from"]["__type"] = "x".into()),
    ];
    let texts: &[TextRow] = &[
        ("a kept member holds a repetition", |text| text.replace("[0]", r#"[{"a":1,"a":2}]"#)),
        ("a kept member holds a number beyond a double", |text| text.replace("[0]", r#"[0,{"a":-1e400}]"#)),
        ("a kept member is repeated", |text| text.replace("[0]", "[0],\"new\":1")),
    ];
    pin("view", &table::<UserClientConfigurationView>(&valid, rows, texts));
}

#[test]
fn update_results() {
    let valid = json!({"id": "x", "licenseProblems": [{"licenseErrorType": 1, "license": {"id": "y"}}]});
    let rows: &[Row] = &[
        ("no id", |body| remove(body, "id")),
        ("null for a list", |body| body["licenseProblems"] = Value::Null),
        ("a text for a list", |body| body["licenseProblems"] = "none".into()),
        ("no license", |body| remove(&mut body["licenseProblems"][0], "license")),
        ("a license that is a bare id", |body| body["licenseProblems"][0]["license"] = "y".into()),
        ("null for a code", |body| body["licenseProblems"][0]["licenseErrorType"] = Value::Null),
        ("a code beyond 32 bits", |body| body["licenseProblems"][0]["licenseErrorType"] = 4_294_967_296_i64.into()),
    ];
    pin("update_operation_result", &table::<UpdateOperationResult>(&valid, rows, &[]));
}

#[test]
fn errors() {
    let valid = json!({"__type": "urn:inin.com:common:error", "errorId": "error.request.malformed", "message": "m"});
    let rows: &[Row] = &[
        ("no message", |body| remove(body, "message")),
        ("null for a message", |body| body["message"] = Value::Null),
        ("a list for a message", |body| body["message"] = json!(["m"])),
        ("a number for an error id", |body| body["errorId"] = 5.into()),
        ("the type of another error", |body| {
            body["__type"] = "urn:inin.com:configuration:configurationError".into();
        }),
    ];
    let texts: &[TextRow] = &[("a repeated message", |text| text.replace("\"m\"", "\"m\",\"message\":\"n\""))];
    pin("error", &table::<Error>(&valid, rows, texts));
}

#[test]
fn configuration_errors() {
    let valid = json!({
        "__type": "urn:inin.com:configuration:configurationError",
        "licenseErrors": [{"licenseErrorType": 3, "license": {"id": "I3_ACCESS_CLIENT"}}],
        "message": "m",
        "validationErrors": [{"propertyName": "a", "propertyValue": "", "validationErrorType": 15}],
    });
    let rows: &[Row] = &[
        ("no type", |body| remove(body, "__type")),
        ("no message", |body| remove(body, "message")),
        ("null for a message", |body| body["message"] = Value::Null),
        ("an object for the list of validation errors", |body| body["validationErrors"] = json!({})),
        ("a number for a validation error", |body| body["validationErrors"][0] = 15.into()),
        ("a validation error without its code", |body| remove(&mut body["validationErrors"][0], "validationErrorType")),
        ("a license error without its license", |body| remove(&mut body["licenseErrors"][0], "license")),
    ];
    pin("configuration_error", &table::<ConfigurationError>(&valid, rows, &[]));
}

#[test]
fn validation_errors() {
    let valid = json!({"validationErrorType": 5, "propertyName": "a", "propertyValue": ""});
    let rows: &[Row] = &[
        ("a name for a code", |body| body["validationErrorType"] = "range".into()),
        ("null for a value", |body| body["propertyValue"] = Value::Null),
        ("a number for a value", |body| body["propertyValue"] = 10.into()),
        ("no name of a property", |body| remove(body, "propertyName")),
    ];
    pin("validation_error", &table::<ValidationError>(&valid, rows, &[]));
}

#[test]
fn error_bodies() {
    let valid = json!({
        "__type": "urn:inin.com:common:missingPropertyError",
        "errorId": "x",
        "message": "m",
        "propertyName": "id",
    });
    let rows: &[Row] = &[
        ("an unlisted error requires nothing, but has kinds", |body| {
            body["message"] = json!([]);
            body["errorId"] = Value::Null;
        }),
        ("a type of something else", |body| body["__type"] = "urn:inin.com:configuration:licenseError".into()),
        ("a type of a code list", |body| body["__type"] = "urn:inin.com:configuration:licenseErrorType".into()),
        ("a type that is null", |body| body["__type"] = Value::Null),
        ("a type that is a number", |body| body["__type"] = 1.into()),
        ("a plain error without its message", |body| {
            body["__type"] = "urn:inin.com:common:error".into();
            remove(body, "message");
        }),
        ("no type and no message", |body| {
            remove(body, "__type");
            remove(body, "message");
        }),
        ("a configuration error with a wrong list", |body| {
            body["__type"] = "urn:inin.com:configuration:configurationError".into();
            body["validationErrors"] = json!([1]);
            body["licenseErrors"] = json!([{}]);
        }),
    ];
    let texts: &[TextRow] = &[
        ("an unlisted type that is repeated", |text| text.replace("\"id\"", r#""id","__type":"urn:x","errorId":1"#)),
        ("the first type decides, and in other case it is another one", |text| {
            text.replace("missingPropertyError\"", "ERROR\",\"__type\":\"x\"")
        }),
    ];
    pin("error_body", &table::<ErrorBody>(&valid, rows, texts));
}

/// The parts that are representations themselves, and the code lists.
#[test]
fn parts_and_codes() {
    let follow_me = json!({"phoneNumber": "1", "timeout": 15, "usePin": true});
    let property = json!({"actualValue": 5});
    let parts = [
        table::<FollowMe>(&follow_me, &[("no Boolean", |body| body["usePin"] = "yes".into())], &[]),
        table::<InheritableIntProperty>(
            &property,
            &[("a text for an integer", |body| body["actualValue"] = "5".into())],
            &[],
        ),
        table::<InheritedString>(
            &json!({"from": {"id": "x"}, "objectType": 1, "values": "All"}),
            &[("a code that is not listed is kept, one with a fraction is not", |body| {
                body["objectType"] = 1.5.into();
            })],
            &[],
        ),
        table::<ConfigurationId>(&json!({"id": "x"}), &[("a number for an id", |body| body["id"] = 7.into())], &[]),
        table::<LicenseError>(
            &json!({"licenseErrorType": 1, "license": {"id": "y"}}),
            &[("no code", |body| remove(body, "licenseErrorType"))],
            &[],
        ),
        table::<UnknownError>(
            &json!({"__type": "urn:x", "message": "m"}),
            &[("a Boolean for a message", |body| body["message"] = true.into())],
            &[],
        ),
        table::<ValidationErrorType>(&json!(5), &[("a name", |body| *body = "range".into())], &[]),
        table::<EFaqSearchOptions>(&json!(2), &[("null", |body| *body = Value::Null)], &[]),
        table::<ErrorId>(&json!("x"), &[("a number", |body| *body = 1.into())], &[]),
    ];
    pin("parts_and_codes", &parts.join("\n\n"));
}
