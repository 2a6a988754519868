//! One problem for each body: the schema rejects it, and the parser rejects it there and nowhere else.

use super::validator;
use icws_schema::body::{
    ConfigurationError, Error, ErrorBody, UpdateOperationResult, UserClientConfigurationProperties,
    UserClientConfigurationView,
};
use icws_schema::{ParseOptions, Representation};
use serde_json::Value;

#[track_caller]
fn rejected<T: Representation>(file: &str, faults: &[(&str, &str)]) {
    let validator = validator(file);
    for (body, pointer) in faults {
        let value: Value = serde_json::from_str(body).unwrap();
        let report = ParseOptions::new().parse::<T>(body).report().clone();
        let pointers: Vec<_> = report.problems().iter().map(icws_schema::report::Problem::pointer).collect();
        assert_eq!(pointers, [*pointer], "{file}: {body}");
        assert!(!validator.is_valid(&value), "{file} takes {body}");
    }
}

#[test]
fn each_problem_of_a_request_is_rejected() {
    rejected::<UserClientConfigurationProperties>(
        "userClientConfigurationProperties.request.json",
        &[
            ("[]", ""),
            ("null", ""),
            (r#"{"unlisted": 1}"#, "/unlisted"),
            (r#"{"CallForwardAll": null}"#, "/CallForwardAll"),
            (r#"{"__type": "urn:inin.com:common:error"}"#, "/__type"),
            (r#"{"__type": null}"#, "/__type"),
            (r#"{"callForwardAll": true}"#, "/callForwardAll"),
            (r#"{"callForwardAll": {}}"#, "/callForwardAll/actualValue"),
            (r#"{"callForwardAll": {"actualValue": 1}}"#, "/callForwardAll/actualValue"),
            (r#"{"callForwardAll": {"actualValue": true, "more": 1}}"#, "/callForwardAll/more"),
            (r#"{"callForwardAllMode": {"actualValue": false}}"#, "/callForwardAllMode/actualValue"),
            (r#"{"externalCallTimeout": {"actualValue": "30"}}"#, "/externalCallTimeout/actualValue"),
            (r#"{"externalCallTimeout": {"actualValue": 30.5}}"#, "/externalCallTimeout/actualValue"),
            (r#"{"externalCallTimeout": {"actualValue": 2147483648}}"#, "/externalCallTimeout/actualValue"),
            (r#"{"externalCallTimeout": {"actualValue": -2147483649}}"#, "/externalCallTimeout/actualValue"),
            (r#"{"eFaqSearchOption": 4}"#, "/eFaqSearchOption"),
            (r#"{"eFaqSearchOption": -1}"#, "/eFaqSearchOption"),
            (r#"{"eFaqSearchOption": "Best"}"#, "/eFaqSearchOption"),
            (r#"{"followMe": {}}"#, "/followMe"),
            (r#"{"followMe": [null]}"#, "/followMe/0"),
            (r#"{"followMe": [{"phoneNumber": "8042", "timeout": 15}]}"#, "/followMe/0/usePin"),
            (r#"{"followMe": [{"phoneNumber": null, "timeout": 15, "usePin": true}]}"#, "/followMe/0/phoneNumber"),
            (
                r#"{"muteOnTransfer": {"actualValue": null, "inheritedFrom": [{"from": {"id": "x"}, "objectType": 5, "values": true}]}}"#,
                "/muteOnTransfer/inheritedFrom/0/objectType",
            ),
            (
                r#"{"muteOnTransfer": {"actualValue": null, "inheritedFrom": [{"from": {}, "objectType": 1, "values": true}]}}"#,
                "/muteOnTransfer/inheritedFrom/0/from/id",
            ),
        ],
    );
}

#[test]
fn each_problem_of_a_view_is_rejected() {
    rejected::<UserClientConfigurationView>(
        "userClientConfigurationProperties.view.json",
        &[
            (r#"{"callForwardAll": {"effectiveValue": "true"}}"#, "/callForwardAll/effectiveValue"),
            (r#"{"eFaqSearchOption": 2147483648}"#, "/eFaqSearchOption"),
            (r#"{"followMe": [{"timeout": 15, "usePin": true}]}"#, "/followMe/0/phoneNumber"),
            (r#"{"__type": "urn:inin.com:configuration.people:followMe"}"#, "/__type"),
        ],
    );
}

#[test]
fn each_problem_of_results_and_errors_is_rejected() {
    rejected::<UpdateOperationResult>("updateOperationResult.json", &[("[]", ""), (r#"{"id": 1}"#, "/id")]);
    rejected::<Error>(
        "error.json",
        &[
            ("{}", "/message"),
            (r#"{"message": null}"#, "/message"),
            (r#"{"message": "no", "errorId": 1}"#, "/errorId"),
            (r#"{"message": "no", "__type": "urn:inin.com:configuration:configurationError"}"#, "/__type"),
        ],
    );
    rejected::<ConfigurationError>(
        "configurationError.json",
        &[
            (r#"{"message": "no"}"#, "/__type"),
            (
                r#"{"__type": "urn:inin.com:configuration:configurationError", "message": "no", "validationErrors": [{"propertyName": "a", "propertyValue": ""}]}"#,
                "/validationErrors/0/validationErrorType",
            ),
        ],
    );
    rejected::<ErrorBody>(
        "errorBody.json",
        &[
            ("{}", "/message"),
            (r#"{"__type": "urn:inin.com:configuration:configurationError"}"#, "/message"),
            (r#"{"__type": "urn:inin.com:configuration:licenseError", "message": "no"}"#, "/__type"),
            (r#"{"__type": "urn:inin.com:common:missingPropertyError", "message": 1}"#, "/message"),
        ],
    );
}
