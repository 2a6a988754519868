//! What evaluation returns: the response in full, the change, the steps.

use super::case::{Case, Down};
use icws_schema::codes::{ErrorId, InheritedFromType};
use icws_schema::endpoint::{
    Change, ChangeConflict, EvaluationOptions, LicenseRecheck, Member, Precedence, Step, evaluate,
};
use icws_schema::response::{Content, Response};
use serde_json::{Value, json};

fn body(response: &Response) -> Value {
    serde_json::from_slice(response.bytes()).unwrap()
}

#[test]
fn success_returns_the_id_of_the_state_and_an_encoded_uri() {
    let evaluation = Case::new().evaluate();
    let expected = json!({"id": "Jane Doe", "uri": "/configuration/users/Jane%20Doe"});
    assert_eq!(body(&evaluation.response), expected);
    let case = Case::with(|case| case.state["users"][0]["uri"] = json!("/configuration/users/7"));
    assert_eq!(body(&case.evaluate().response)["uri"], "/configuration/users/7");
}

#[test]
fn the_steps_are_those_that_were_taken_in_order() {
    let evaluation = Case::new().evaluate();
    let lines: Vec<_> = evaluation.steps.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "the session is valid (documented)",
            "the user exists (documented)",
            "the user may change their client configuration (documented)",
            "the body is valid (documented)",
            "saved: screenCalls (documented)",
            "the licenses are checked: 0 warnings (our choice)",
            "200: the user is updated (documented)",
        ]
    );
    let case = Case::with(|case| case.set_header("Cookie", None));
    assert_eq!(case.evaluate().steps, [Step::OtherCookie]);
}

#[test]
fn absent_changes_nothing_null_clears_and_a_null_actual_value_inherits() {
    let number = json!({"phoneNumber": "8001", "timeout": 15, "usePin": true});
    let case = Case::with(|case| {
        case.state["users"][0]["view"] = json!({
            "callForwardAll": {"actualValue": true}, "screenCalls": {"actualValue": true},
            "muteOnTransfer": {"actualValue": true}, "eFaqSearchOption": 2, "followMe": [number]
        });
        case.state["defaultUser"] = json!({"id": "Default User", "view": {"screenCalls": {"actualValue": false}}});
        case.body = json!({
            "screenCalls": {"actualValue": null}, "muteOnTransfer": null, "followMe": null,
            "externalCallTimeout": {"actualValue": 45}
        })
        .to_string();
    });
    let (mut state, evaluation) = (case.state(), case.evaluate());
    let change = evaluation.change.unwrap();
    assert_eq!(
        change.members(),
        [Member::ExternalCallTimeout, Member::FollowMe, Member::MuteOnTransfer, Member::ScreenCalls]
    );
    state.apply(&change).unwrap();
    let view = state.view("jane doe", &Precedence::default()).unwrap().into_owned();
    assert_eq!(view.call_forward_all.actual(), Some(&true));
    assert_eq!((view.screen_calls.actual(), view.screen_calls.effective()), (None, Some(&false)));
    assert_eq!((view.mute_on_transfer.actual(), view.mute_on_transfer.effective()), (None, None));
    assert_eq!(view.external_call_timeout.effective(), Some(&45));
    assert!(view.e_faq_search_option.is_value() && view.follow_me.is_null());
}

#[test]
fn a_change_is_applied_and_reverted_once() {
    let case = Case::new();
    let (mut state, change) = (case.state(), case.evaluate().change.unwrap());
    let before = state.expose_json();
    assert_eq!(state.revert(&change), Err(ChangeConflict::OtherView));
    state.apply(&change).unwrap();
    let after = state.expose_json();
    assert_ne!(before, after);
    assert_eq!(state.apply(&change), Err(ChangeConflict::OtherView));
    assert_eq!(state.expose_json(), after);
    state.revert(&change).unwrap();
    assert_eq!(state.expose_json(), before);
    let other = Change::new("nobody", change.before().clone(), change.after().clone());
    assert_eq!(state.apply(&other), Err(ChangeConflict::UnknownUser));
    assert_eq!(change.user(), "Jane Doe");
}

#[test]
fn a_violation_stops_everything_and_all_are_reported() {
    let case = Case::with(|case| {
        let number = json!({"phoneNumber": "8002", "timeout": 15, "usePin": true});
        case.body = json!({
            "screenCalls": {"actualValue": false}, "externalCallTimeout": {"actualValue": 0}, "eFaqSearchOption": 9,
            "followMe": [number], "muteOnTransfer": {}
        })
        .to_string();
    });
    let evaluation = case.evaluate();
    assert_eq!(evaluation.change, None);
    let names: Vec<_> =
        evaluation.response.validation_errors().iter().map(|error| error.property_name.clone()).collect();
    assert_eq!(
        names,
        [
            "eFaqSearchOption",
            "muteOnTransfer.actualValue",
            "externalCallTimeout.actualValue",
            "followMe[0].phoneNumber"
        ]
    );
    assert_eq!(evaluation.steps.last(), Some(&Step::Rejected { problems: 4 }));
}

#[test]
fn rules_know_the_current_view_with_what_is_inherited() {
    let case = |own: Value| {
        Case::with(|case| {
            case.state["users"][0]["view"] = own;
            case.state["roles"] = json!([{"id": "Agent", "view": {"callForwardAll": {"actualValue": false}}}]);
            case.state["users"][0]["roles"] = json!(["agent"]);
            case.rules = json!([{
                "validator": "propertyNotApplicable", "property": "callForwardAllMode.actualValue",
                "when": {"property": "callForwardAll.effectiveValue", "is": false}
            }]);
            case.body = json!({"callForwardAllMode": {"actualValue": "External"}}).to_string();
        })
    };
    assert_eq!(case(json!({})).evaluate().response.status(), 400);
    assert_eq!(case(json!({"callForwardAll": {"actualValue": true}})).evaluate().response.status(), 200);
}

#[test]
fn a_user_does_not_collide_with_their_own_extension() {
    let case = |owner: &str| {
        Case::with(|case| {
            case.state["directory"] = json!({"extensions": [{"extension": "8001", "id": owner}]});
            case.rules = json!([{"validator": "extension", "property": "followMe[].phoneNumber"}]);
            case.body = json!({"followMe": [{"phoneNumber": "8001", "timeout": 1, "usePin": true}]}).to_string();
        })
    };
    assert_eq!(case("JANE DOE").evaluate().response.status(), 200);
    assert_eq!(case("john").evaluate().response.status(), 400);
}

#[test]
fn a_server_of_an_old_version_does_not_have_newer_rules() {
    let case = |version: u32| {
        Case::with(|case| {
            case.state["featureVersion"] = json!(version);
            let compared = json!({"validator": "integerComparisonValidator", "property": "externalCallTimeout.actualValue", "operator": "lt", "value": 10});
            case.rules = json!([compared]);
            case.body = json!({"externalCallTimeout": {"actualValue": 30}}).to_string();
        })
    };
    assert_eq!(case(8).evaluate().response.status(), 400);
    assert_eq!(case(7).evaluate().response.status(), 200);
}

#[test]
fn warnings_of_licenses_are_in_the_200_and_errors_in_the_400() {
    let problem =
        |code: i32| json!([{"licenseErrorType": code, "license": {"id": "I3_ACCESS_CLIENT", "displayName": "Client"}}]);
    let case = Case::with(|case| case.set_license(2));
    assert_eq!(body(&case.evaluate().response)["licenseProblems"], problem(1));
    let case = Case::with(|case| {
        case.set_license(2);
        case.options = EvaluationOptions::new().with_licenses(LicenseRecheck::NewlyAssigned);
    });
    let evaluation = case.evaluate();
    assert_eq!(body(&evaluation.response)["licenseErrors"], problem(2));
    assert!(body(&evaluation.response).get("validationErrors").is_none());
    assert_eq!(evaluation.response.error_id(), Some(&ErrorId::ConfigurationUpdate));
    assert!(evaluation.change.is_some());
}

#[test]
fn a_newly_assigned_license_counts_once() {
    for allocation in ["assignable", "concurrent"] {
        let case = Case::with(|case| {
            case.set_license(1);
            case.state["users"][0]["licenses"]["allocation"] = json!(allocation);
            let counts = case.state["licenses"][0]["assignable"].take();
            case.state["licenses"][0] = json!({"id": "I3_ACCESS_CLIENT", allocation: counts});
            case.options = EvaluationOptions::new().with_licenses(LicenseRecheck::NewlyAssigned);
        });
        assert_eq!(case.evaluate().response.status(), 200, "as many as allowed are assigned, this one included");
    }
}

#[test]
fn a_newly_assigned_media_level_without_media_types_is_a_warning() {
    let case = Case::with(|case| {
        case.state["users"][0]["licenses"] = json!({"mediaLevel": {"license": "LEVEL"}});
        let counts = json!({"allowed": 1, "configured": 1});
        case.state["licenses"] = json!([{"id": "LEVEL", "assignable": counts, "defaultMediaTypes": ["call"]}]);
        case.options = EvaluationOptions::new().with_licenses(LicenseRecheck::NewlyAssigned);
    });
    assert_eq!(body(&case.evaluate().response)["licenseProblems"][0]["licenseErrorType"], 3);
}

#[test]
fn a_failed_directory_is_an_internal_server_error() {
    let case = Case::with(|case| {
        case.options = EvaluationOptions::new().with_directory(&Down);
        case.body = json!({"followMe": [{"phoneNumber": "8001", "timeout": 1, "usePin": true}]}).to_string();
    });
    let evaluation = case.evaluate();
    assert_eq!(evaluation.response.error_id(), Some(&ErrorId::InternalServerError));
    assert!(matches!(evaluation.response.content(), Content::InternalServerError(_)));
    assert_eq!((evaluation.change, evaluation.steps.last()), (None, Some(&Step::DirectoryFailed)));
}

#[test]
fn the_precedence_of_the_options_decides_what_is_inherited() {
    let case = Case::with(|case| {
        let source = |value: bool| json!([{"id": "x", "view": {"muteOnTransfer": {"actualValue": value}}}]);
        case.state["roles"] = source(true);
        case.state["workgroups"] = source(false);
        case.state["users"][0]["roles"] = json!(["x"]);
        case.state["users"][0]["workgroups"] = json!(["x"]);
        case.rules = json!([{
            "validator": "propertyNotApplicable", "property": "screenCalls.actualValue",
            "when": {"property": "muteOnTransfer.effectiveValue", "is": true}
        }]);
    });
    let status = |options| evaluate(&case.request(), &case.state(), &case.checker(), &options).response.status();
    assert_eq!(status(EvaluationOptions::new()), 200);
    let roles_first = Precedence::new([InheritedFromType::Role]);
    assert_eq!(status(EvaluationOptions::new().with_precedence(roles_first)), 400);
}

#[test]
fn the_location_of_the_challenge_is_that_of_the_options() {
    let case = Case::with(|case| {
        case.set_header("ININ-ICWS-CSRF-Token", None);
        case.options = EvaluationOptions::new().with_log_on_location("/icws/connection?x");
    });
    assert_eq!(case.evaluate().response.log_on_location(), Some("/icws/connection?x"));
}

#[test]
fn printed_output_has_no_value_and_no_secret() {
    let case = Case::with(|case| {
        case.body = json!({"callForwardAllMode": {"actualValue": "c4n4ry"}, "externalCallTimeout": {"actualValue": 0}})
            .to_string();
        case.state["users"][0]["view"]["callForwardAllMode"] = json!({"actualValue": "c4n4ry"});
    });
    let mut printed = String::new();
    for body in [case.body.clone(), json!({"callForwardAllMode": {"actualValue": "c4n4ry"}}).to_string()] {
        let case = Case { body, ..Case::with(|new| new.state = case.state.clone()) };
        let evaluation = case.evaluate();
        printed +=
            &format!("{:?}{:?}{evaluation:?}{:?}{:?}", case.state(), case.request(), evaluation.change, case.options);
        printed.extend(evaluation.steps.iter().map(ToString::to_string));
    }
    for secret in ["c4n4ry", "t0k3n", "6d1c", "1984"] {
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
}
