//! The status of every condition: each is a test, and a row of the table in `docs/evaluation.md`.

use super::case::{Case, Down};
use icws_schema::endpoint::{Evaluation, LicenseRecheck, MediaTypeCheck, OldServer, Step, UncheckedRules, UserOrder};
use icws_schema::report::Report;
use icws_schema::response::{Response, Saved};
use serde_json::json;

struct Condition {
    test: &'static str,
    description: &'static str,
    status: u16,
    saved: Saved,
    source: Source,
    change: fn(&mut Case),
}

/// Where the condition, its status and its order come from.
#[derive(Clone, Copy, PartialEq)]
enum Source {
    Documented,
    /// That the body is wrong is documented.
    BodyIsWrong,
    OurChoice,
}

macro_rules! conditions {
    ($($test:ident: $condition:literal => $status:literal, $saved:ident, $source:ident, $change:expr;)+) => {
        const CONDITIONS: &[Condition] = &[$(Condition {
            test: stringify!($test),
            description: $condition,
            status: $status,
            saved: Saved::$saved,
            source: Source::$source,
            change: $change,
        }),+];

        $(
            #[test]
            fn $test() {
                check(CONDITIONS.iter().find(|condition| condition.test == stringify!($test)).unwrap());
            }
        )+
    };
}

conditions! {
    another_resource: "the path of another resource" => 404, Nothing, OurChoice, |case| case.target = "/icws/1984/configuration/users";
    the_get_of_the_user: "the GET of the user, which reads the properties back" => 404, Nothing, OurChoice, |case| {
        case.method = "GET";
        case.target = "/icws/1984/configuration/users/jane%20doe";
    };
    another_method: "a method other than PUT" => 405, Unknown, OurChoice, |case| case.method = "POST";
    a_server_below_version_7: "a server below feature version 7" => 404, Nothing, OurChoice, |case| {
        case.state["featureVersion"] = json!(6);
    };
    a_server_below_version_7_that_evaluates: "the same with `OldServer::Evaluate`" => 200, Everything, OurChoice, |case| {
        case.state["featureVersion"] = json!(6);
        case.options = case.options.clone().with_old_server(OldServer::Evaluate);
    };
    a_missing_token: "no token" => 401, Nothing, Documented, |case| case.set_header("ININ-ICWS-CSRF-Token", None);
    another_token: "a token other than that of the session" => 401, Nothing, Documented, |case| {
        case.set_header("ININ-ICWS-CSRF-Token", Some("t0k3N"));
    };
    an_unknown_session: "an unknown or expired session" => 401, Nothing, Documented, |case| case.state["sessions"] = json!([]);
    a_missing_cookie: "no cookie, but the session has one" => 401, Nothing, OurChoice, |case| case.set_header("Cookie", None);
    another_cookie: "a cookie other than that of the session" => 401, Nothing, OurChoice, |case| {
        case.set_header("Cookie", Some("icws_1984=6d1d"));
    };
    a_session_without_a_cookie: "no cookie, and the session has none" => 200, Everything, OurChoice, |case| {
        case.state["sessions"][0].as_object_mut().unwrap().remove("cookie");
        case.set_header("Cookie", None);
    };
    an_invalid_session_before_an_unknown_user: "an invalid session and an unknown user" => 401, Nothing, OurChoice, |case| {
        case.set_header("Cookie", None);
        case.target = "/icws/1984/configuration/users/nobody/client";
    };
    an_unknown_user: "an unknown user" => 404, Nothing, Documented, |case| {
        case.target = "/icws/1984/configuration/users/nobody/client";
    };
    an_invalid_user_id: "a user id that a URL cannot contain" => 404, Nothing, OurChoice, |case| {
        case.target = "/icws/1984/configuration/users/%FF/client";
    };
    another_user: "a user other than the one who is logged in" => 403, Nothing, OurChoice, |case| {
        case.target = "/icws/1984/configuration/users/john/client";
    };
    a_missing_right: "no security right `customizeClient`" => 403, Nothing, OurChoice, |case| {
        case.state["users"][0]["customizeClient"] = json!(false);
    };
    an_unknown_user_before_a_missing_right: "an unknown user, and no right" => 404, Nothing, OurChoice, |case| {
        case.state["users"][0]["customizeClient"] = json!(false);
        case.target = "/icws/1984/configuration/users/nobody/client";
    };
    an_unknown_user_after_a_missing_right: "the same with `UserOrder::AfterRight`" => 403, Nothing, OurChoice, |case| {
        case.state["users"][0]["customizeClient"] = json!(false);
        case.target = "/icws/1984/configuration/users/nobody/client";
        case.options = case.options.clone().with_user_order(UserOrder::AfterRight);
    };
    another_media_type: "a media type other than that of ICWS or JSON" => 200, Everything, OurChoice, |case| {
        case.set_header("Content-Type", Some("text/plain"));
    };
    another_media_type_that_matters: "the same with `MediaTypeCheck::Required`" => 415, Unknown, OurChoice, |case| {
        case.set_header("Content-Type", Some("text/plain"));
        case.options = case.options.clone().with_media_type(MediaTypeCheck::Required);
    };
    input_that_is_not_json: "a body that is not JSON" => 400, Nothing, BodyIsWrong, |case| case.body = "{".into();
    a_body_that_is_not_an_object: "a body that is not an object" => 400, Nothing, BodyIsWrong, |case| case.body = "[]".into();
    a_value_of_another_type: "a value of the wrong type" => 400, Nothing, BodyIsWrong, |case| {
        case.body = json!({"screenCalls": true}).to_string();
    };
    an_unknown_member: "an unknown member" => 400, Nothing, OurChoice, |case| case.body = json!({"x": null}).to_string();
    a_duplicate_member: "a duplicate member" => 400, Nothing, OurChoice, |case| {
        case.body = r#"{"followMe": null, "followMe": null}"#.into();
    };
    a_malformed_body_with_violations: "a malformed body that violates rules, too" => 400, Nothing, OurChoice, |case| {
        case.body = json!({"x": null, "externalCallTimeout": {"actualValue": 0}}).to_string();
    };
    a_malformed_body_and_a_failed_directory: "a malformed body, and a directory that fails" => 400, Nothing, OurChoice, |case| {
        let number = json!({"phoneNumber": "8001", "timeout": 15, "usePin": true});
        case.body = json!({"x": null, "followMe": [number]}).to_string();
        case.options = case.options.clone().with_directory(&Down);
    };
    a_failed_directory: "a directory that fails to answer" => 500, Unknown, OurChoice, |case| {
        let number = json!({"phoneNumber": "8001", "timeout": 15, "usePin": true});
        case.body = json!({"followMe": [number]}).to_string();
        case.options = case.options.clone().with_directory(&Down);
    };
    a_failed_directory_and_a_violation: "the same, and a violated rule" => 500, Unknown, OurChoice, |case| {
        let number = json!({"phoneNumber": "8001", "timeout": 15, "usePin": true});
        case.body = json!({"followMe": [number], "externalCallTimeout": {"actualValue": 0}}).to_string();
        case.options = case.options.clone().with_directory(&Down);
    };
    a_missing_required_member: "a missing required member (validator 15)" => 400, Nothing, BodyIsWrong, |case| {
        case.body = json!({"screenCalls": {}}).to_string();
    };
    null_that_is_not_allowed: "null where it is not allowed (validator 4)" => 400, Nothing, BodyIsWrong, |case| {
        case.body = json!({"followMe": [{"phoneNumber": null, "timeout": 15, "usePin": true}]}).to_string();
    };
    an_unknown_code: "an unknown code (validator 9)" => 400, Nothing, OurChoice, |case| {
        case.body = json!({"eFaqSearchOption": 4}).to_string();
    };
    a_violated_rule: "a violated rule" => 400, Nothing, OurChoice, |case| {
        case.body = json!({"externalCallTimeout": {"actualValue": 0}, "screenCalls": {"actualValue": false}}).to_string();
    };
    a_violated_rule_of_the_directory: "a violated rule that queries the directory" => 400, Nothing, OurChoice, |case| {
        case.body = json!({"followMe": [{"phoneNumber": "8002", "timeout": 15, "usePin": true}]}).to_string();
    };
    a_rule_that_cannot_be_checked: "a rule that cannot be checked" => 200, Everything, OurChoice, |case| {
        case.state.as_object_mut().unwrap().remove("directory");
        case.body = json!({"followMe": [{"phoneNumber": "8002", "timeout": 15, "usePin": true}]}).to_string();
    };
    a_rule_that_must_be_checked: "the same with `UncheckedRules::Failed`" => 500, Unknown, OurChoice, |case| {
        case.state.as_object_mut().unwrap().remove("directory");
        case.body = json!({"followMe": [{"phoneNumber": "8002", "timeout": 15, "usePin": true}]}).to_string();
        case.options = case.options.clone().with_unchecked(UncheckedRules::Failed);
    };
    a_violation_and_a_license: "a violated rule, and a license above its threshold" => 400, Nothing, OurChoice, |case| {
        case.set_license(2);
        case.options = case.options.clone().with_licenses(LicenseRecheck::NewlyAssigned);
        case.body = json!({"externalCallTimeout": {"actualValue": 0}}).to_string();
    };
    a_license_above_its_threshold: "a license of the user above its threshold: a warning" => 200, Everything, OurChoice, |case| {
        case.set_license(2);
    };
    a_newly_assigned_license: "the same with `LicenseRecheck::NewlyAssigned`: an error" => 400, AllButLicenses, OurChoice, |case| {
        case.set_license(2);
        case.options = case.options.clone().with_licenses(LicenseRecheck::NewlyAssigned);
    };
    licenses_that_are_not_checked: "the same with `LicenseRecheck::Off`" => 200, Everything, OurChoice, |case| {
        case.set_license(2);
        case.options = case.options.clone().with_licenses(LicenseRecheck::Off);
    };
    a_valid_request: "a valid request" => 200, Everything, Documented, |_| ();
    a_request_that_changes_nothing: "a valid request that changes nothing" => 200, Everything, OurChoice, |case| {
        case.body = json!({"screenCalls": {"actualValue": true}}).to_string();
    };
}

#[track_caller]
fn check(condition: &Condition) -> Evaluation {
    let evaluation = Case::with(condition.change).evaluate();
    let response = &evaluation.response;
    assert_eq!(response.status(), condition.status, "{:?}", evaluation.steps);
    assert_eq!(response.saved(), condition.saved);
    let deciding: Vec<_> = evaluation.steps.iter().filter_map(Step::status).collect();
    assert_eq!(deciding, [condition.status]);
    assert!(response.report().is_valid(), "{}", response.report());
    let decided = evaluation.steps.iter().rev().find(|step| step.status().is_some()).unwrap();
    let is_wrong = evaluation.report.as_ref().is_some_and(Report::is_documented);
    match condition.source {
        Source::Documented => assert!(decided.is_documented(), "{decided}"),
        Source::BodyIsWrong => assert!(is_wrong && !decided.is_documented(), "{decided}"),
        // The order of two conditions is our choice even if each of them is documented.
        Source::OurChoice => assert!(!is_wrong, "{decided}"),
    }
    let changes_nothing = condition.test == "a_request_that_changes_nothing";
    let is_saved = matches!(condition.saved, Saved::Everything | Saved::AllButLicenses);
    assert_eq!(evaluation.change.is_some(), is_saved && !changes_nothing);
    assert_eq!(response.log_on_location(), (condition.status == 401).then_some("/ICWS/connection"));
    evaluation
}

#[test]
fn every_status_that_the_vendor_documents_has_a_condition_except_that_of_a_removed_resource() {
    for status in [200, 400, 401, 403, 404, 500] {
        assert!(CONDITIONS.iter().any(|condition| condition.status == status), "{status}");
        let body = check(CONDITIONS.iter().find(|condition| condition.status == status).unwrap()).response.into_bytes();
        assert!(Response::parse_strict(status, body).is_ok());
    }
}

/// Returns the rows of the table in the documentation.
pub(crate) fn rows() -> Vec<[String; 6]> {
    let row = |condition: &Condition| {
        let evaluation = Case::with(condition.change).evaluate();
        let source = match condition.source {
            Source::Documented => "documented",
            Source::BodyIsWrong => "that the body is wrong: documented; the rest: our choice",
            Source::OurChoice => "our choice",
        };
        let error = evaluation.response.error_id().map_or(String::new(), |id| format!("`{}`", id.as_str()));
        let saved = match evaluation.response.saved() {
            _ if evaluation.change.is_none() => "nothing",
            Saved::AllButLicenses => "all except the licenses",
            _ => "everything",
        };
        [
            condition.description.to_owned(),
            condition.status.to_string(),
            error,
            saved.to_owned(),
            source.to_owned(),
            format!("`{}`", condition.test),
        ]
    };
    CONDITIONS.iter().map(row).collect()
}

/// What an evaluation and a check say is documented does not differ where the body is not documented to be wrong.
#[test]
fn a_rejected_body_is_not_documented_in_the_evaluation_alone() {
    for body in [r#"{"eFaqSearchOption": 5}"#, r#"{"externalCallTimeout": {"actualValue": 0}}"#, r#"{"new": 1}"#] {
        let evaluation = Case::with(|case| case.body = body.to_owned()).evaluate();
        let report = evaluation.report.as_ref().unwrap();
        assert!(!report.is_documented() && !evaluation.steps.last().unwrap().is_documented(), "{body}");
    }
}
