//! Examples of every document.

use crate::body::inheritable_types;
use serde_json::{Value, json};

/// Returns the examples of a type by its title; empty for an unknown title.
pub(super) fn of(title: &str) -> Vec<Value> {
    match title {
        "UserClientConfigurationProperties" => vec![
            json!({
                "callForwardAll": {"actualValue": true},
                "callForwardAllMode": {"actualValue": "External"},
                "externalCallTimeout": {"actualValue": null},
                "eFaqSearchOption": 2,
                "followMe": [{"phoneNumber": "+13175550100", "timeout": 15, "usePin": true}],
            }),
            json!({"showStatusInSystemTray": {"actualValue": false}, "followMe": null}),
        ],
        "UserClientConfigurationView" => vec![json!({
            "callForwardAll": {"effectiveValue": true},
            "externalCallTimeout": {
                "effectiveValue": 30,
                "inheritedValue": 30,
                "inheritedFrom": [{"from": {"id": "Sales", "displayName": "Sales"}, "objectType": 1, "values": 30}],
            },
            "followMe": [{"phoneNumber": "8001", "timeout": 20, "usePin": false}],
        })],
        "User" => vec![user()],
        "Users" => vec![json!({"items": [user()]})],
        "FollowMe" | "FollowMeRequest" => vec![json!({"phoneNumber": "+13175550100", "timeout": 15, "usePin": true})],
        "ConfigurationId" | "ConfigurationIdRequest" => {
            vec![json!({"id": "Sales", "displayName": "Sales", "uri": "/configuration/workgroups/Sales"})]
        }
        "UpdateOperationResult" => vec![
            json!({"id": "gcadmin", "uri": "/configuration/users/gcadmin"}),
            json!({"id": "gcadmin", "licenseProblems": [license_error(1)]}),
        ],
        "LicenseError" => vec![license_error(2)],
        "ValidationError" => vec![validation_error()],
        "Error" => vec![error()],
        "ConfigurationError" => vec![configuration_error()],
        "ErrorBody" => vec![
            error(),
            configuration_error(),
            json!({"__type": "urn:inin.com:common:missingPropertyError", "message": "A property is missing.", "propertyName": "id"}),
        ],
        "RuleFile" => vec![json!({"rules": [
            {"validator": "range", "property": "externalCallTimeout.actualValue", "min": 1, "max": 300},
            {
                "validator": "propertyNotApplicable",
                "property": "callForwardAllMode.actualValue",
                "when": {"property": "callForwardAll.actualValue", "is": false},
                "note": "A mode has no effect unless calls are forwarded.",
            },
        ]})],
        "CaseFile" => vec![case_file()],
        "ConformanceRequest" => vec![conformance_request()],
        "ConformanceResponse" => vec![conformance_response()],
        "DirectoryFile" => vec![json!({
            "objects": {"user": [{"id": "gcadmin", "attributes": {"ntDomainUser": "DEMO\\gcadmin"}}]},
            "extensions": ["8001", {"extension": "8002", "objectType": "user", "id": "gcadmin"}],
            "accessControlGroups": {"ACG Root": null, "Sales": "ACG Root"},
            "languages": ["en", "en-us"],
        })],
        "StateFile" => vec![json!({
            "version": 1,
            "featureVersion": 8,
            "users": [{
                "id": "gcadmin",
                "displayName": "Grace",
                "view": {"callForwardAll": {"actualValue": true}, "followMe": []},
                "roles": ["Agent"],
                "licenses": {"allocation": "concurrent", "licenses": ["I3_ACCESS_CLIENT"]},
            }],
            "roles": [{"id": "Agent", "view": {"externalCallTimeout": {"actualValue": 30}}}],
            "defaultUser": {"id": "Default User", "view": {"callForwardAll": {"actualValue": false}}},
            "licenses": [{"id": "I3_ACCESS_CLIENT", "concurrent": {"allowed": 50, "configured": 48, "inUse": 31}}],
            "sessions": [{"id": "1984", "token": "WAhtYWRtaW4", "cookie": "icws_1984=6d1c", "user": "gcadmin"}],
            "directory": {"extensions": ["8001"]},
        })],
        "Report" => vec![
            json!({
                "version": 1, "file": "update.json", "lineOfFile": null, "valid": true, "complete": true, "malformed": false, "truncated": false,
                "errorId": null, "isDocumented": null, "body": null, "problemCount": 0, "problems": [], "uncheckedCount": 0,
                "unchecked": [], "warnings": [], "rules": {},
            }),
            json!({"version": 1, "file": "missing.json", "lineOfFile": null, "error": "cannot be read: no such file"}),
        ],
        "LoadError" => vec![json!({"version": 1, "problems": [{
            "pointer": "/rules/0", "parameter": "validator", "line": 2, "column": 18, "offset": 28, "length": 7, "kind": "unknownName",
            "message": "`rnage` is not a validator; did you mean `range`?", "expected": "a validator", "found": "`rnage`",
            "suggestion": "range",
        }]})],
        "TestReport" => test_reports(),
        "ValidatorCatalog" => validator_catalogs(),
        "Verdict" => vec![
            json!({"line": 1, "valid": true, "codes": [], "pointers": []}),
            json!({"line": 3, "valid": false, "codes": [null, 5], "pointers": ["/folowMe", "/externalCallTimeout/actualValue"]}),
            json!({"file": "update.json", "valid": true, "codes": [], "pointers": []}),
            json!({"file": "missing.json", "error": "cannot be read: no such file"}),
        ],
        other => inheritable_types! { of_inheritable { other } },
    }
}

macro_rules! of_inheritable {
    (
        { $title:ident }
        $($Name:ident($Type:ty, $about:literal) = $Property:ident $property_urn:literal, $Value:ident $value_urn:literal, $example:literal;)+
    ) => {
        match $title {
            $(
                stringify!($Property) => vec![json!({"effectiveValue": $example})],
                concat!(stringify!($Property), "Request") => vec![json!({"actualValue": $example}), json!({"actualValue": null})],
                stringify!($Value) | concat!(stringify!($Value), "Request") => vec![inherited(&$example.into())],
            )+
            _ => Vec::new(),
        }
    };
}
use of_inheritable;

fn test_reports() -> Vec<Value> {
    vec![
        json!({
            "version": 1, "file": "cases.json", "ok": 0, "noisy": 0, "wrong": 0, "missing": 1, "notRun": 0,
            "cases": [{"name": "a long timeout", "line": 4, "outcome": "missing", "differences": [missing_problem()]}],
        }),
        json!({
            "version": 1, "file": "cases.json", "name": "a long timeout", "line": 4, "outcome": "missing",
            "differences": [missing_problem()],
        }),
        json!({"version": 1, "file": "missing.json", "error": "missing.json: cannot be read: no such file"}),
    ]
}

fn validator_catalogs() -> Vec<Value> {
    vec![json!({"version": 1, "validators": [{
        "id": 13, "name": "validFormat", "message": "The value is not in a valid format.", "since": null, "accepts": "a string",
        "requiresProperty": true, "description": "Fails if the value is not of the format.", "directory": [],
        "parameters": [{
            "name": "format", "description": "The format.", "required": true, "default": null, "schema": {"enum": ["date"]},
            "words": [{"word": "date", "description": "A date."}],
        }],
        "passingExample": {"name": "a date passes", "body": {"day": "2026-11-30"}},
        "failingExample": {"name": "a word fails", "body": {"day": "today"}},
    }]})]
}

fn missing_problem() -> Value {
    json!({"outcome": "missing", "expected": {"problem": {"validator": 5, "pointer": "/externalCallTimeout/actualValue"}}})
}

fn user() -> Value {
    json!({
        "configurationId": {"id": "gcadmin", "displayName": "Grace", "uri": "/configuration/users/gcadmin"},
        "clientConfigurationProperties": {"callForwardAll": {"effectiveValue": true}},
    })
}

fn inherited(value: &Value) -> Value {
    json!({"from": {"id": "Sales", "displayName": "Sales"}, "objectType": 1, "values": value})
}

fn license_error(code: i32) -> Value {
    json!({"licenseErrorType": code, "license": {"id": "I3_ACCESS_CLIENT", "displayName": "Client Access"}})
}

fn validation_error() -> Value {
    json!({"validationErrorType": 5, "propertyName": "followMe[0].timeout", "propertyValue": "-1"})
}

fn error() -> Value {
    json!({"errorId": "error.request.timeout", "message": "The request timed out."})
}

fn configuration_error() -> Value {
    json!({
        "__type": "urn:inin.com:configuration:configurationError",
        "errorId": "error.request.configuration.update",
        "message": "The request has one or more license or validation errors in it.",
        "validationErrors": [validation_error()],
        "licenseErrors": [license_error(2)],
    })
}

fn case_file() -> Value {
    json!({
        "rules": {"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "min": 1, "max": 300}]},
        "cases": [
            {"name": "five minutes are allowed", "body": {"externalCallTimeout": {"actualValue": 300}}},
            {
                "name": "more than five minutes are not",
                "body": {"externalCallTimeout": {"actualValue": 301}},
                "expected": {"problems": [{"validator": "range", "pointer": "/externalCallTimeout/actualValue"}]},
            },
        ],
    })
}

fn conformance_request() -> Value {
    json!({
        "version": 1,
        "id": "range/an integer above the maximum fails",
        "object": "any",
        "rules": {"rules": [{"validator": "range", "property": "timeout", "max": 300}]},
        "body": {"timeout": 301},
    })
}

fn conformance_response() -> Value {
    json!({
        "id": "range/an integer above the maximum fails",
        "problems": [{"validator": 5, "pointer": "/timeout", "value": "301", "rule": "/rules/0"}],
        "unchecked": [],
    })
}
