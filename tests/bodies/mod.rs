//! How bodies are built in code, and what cannot be built.

mod fields;
mod unknown_members;

use icws_schema::body::*;
use icws_schema::codes::*;
use serde_json::{Value, json};

#[track_caller]
fn writes(body: impl serde::Serialize, json: Value) {
    assert_eq!(serde_json::to_value(body).unwrap(), json);
}

#[test]
fn a_request_is_built_in_one_expression() {
    writes(
        UserClientConfigurationProperties::new()
            .with_call_forward_all(true)
            .with_call_forward_all_mode("Internal")
            .with_external_call_timeout(30)
            .with_follow_me([FollowMe::new("+13175550100", 15)]),
        json!({
            "callForwardAll": {"actualValue": true},
            "callForwardAllMode": {"actualValue": "Internal"},
            "externalCallTimeout": {"actualValue": 30},
            "followMe": [{"phoneNumber": "+13175550100", "timeout": 15, "usePin": false}],
        }),
    );
}

#[test]
fn a_setter_accepts_a_value_or_a_field() {
    let update = UserClientConfigurationProperties::new()
        .with_call_forward_all(Field::Null)
        .with_call_forward_all_mode("Internal".to_owned())
        .with_e_faq_search_option(EFaqSearchOptions::Best)
        .with_external_call_timeout(InheritableProperty::inherit())
        .with_follow_me(vec![])
        .with_screen_calls(Field::Value(InheritableProperty::new(true)))
        .with_ring_when_on_phone(Some(InheritableProperty::new(false)))
        .with_mute_on_transfer(true)
        .with_mute_on_transfer(None::<bool>)
        .with_auto_play_voicemail(true)
        .with_auto_play_voicemail(Field::Absent);
    writes(
        &update,
        json!({
            "callForwardAll": null,
            "callForwardAllMode": {"actualValue": "Internal"},
            "eFaqSearchOption": 2,
            "externalCallTimeout": {"actualValue": null},
            "followMe": [],
            "ringWhenOnPhone": {"actualValue": false},
            "screenCalls": {"actualValue": true},
        }),
    );
    writes(update.with_follow_me([]).with_e_faq_search_option(None).follow_me, json!([]));
}

/// The request and the view have the same members, and a view keeps what a request rejects.
#[test]
fn a_view_is_a_separate_type() {
    let body = json!({"callForwardAll": {"effectiveValue": true}, "eFaqSearchOption": 7, "more": [1]});
    let view: UserClientConfigurationView = serde_json::from_value(body.clone()).unwrap();
    assert_eq!(view.call_forward_all.effective(), Some(&true));
    assert_eq!(view.e_faq_search_option.value().map(|code| code.code()), Some(7));
    writes(&view, body.clone());
    assert!(serde_json::from_value::<UserClientConfigurationProperties>(body).is_err());

    let inherited = InheritableProperty::from_effective(true)
        .with_inherited_value(true)
        .with_inherited_from([InheritedValue::new("sales", InheritedFromType::Workgroup, true)]);
    writes(
        UserClientConfigurationView::new().with_call_forward_all(inherited),
        json!({"callForwardAll": {
            "effectiveValue": true,
            "inheritedValue": true,
            "inheritedFrom": [{"from": {"id": "sales"}, "objectType": 1, "values": true}],
        }}),
    );
}

/// What the constructors and `From` make for a request can be sent.
#[test]
fn an_inheritable_property_for_a_request_has_its_actual_value() {
    let update = UserClientConfigurationProperties::new()
        .with_call_forward_all(InheritableProperty::new(true))
        .with_screen_calls(true)
        .with_mute_on_transfer(InheritableProperty::inherit());
    let json = serde_json::to_value(&update).unwrap();
    assert_eq!(serde_json::from_value::<UserClientConfigurationProperties>(json).unwrap(), update);
}

#[test]
fn an_unknown_error_never_has_the_urn_of_a_documented_type() {
    let documented = [
        "urn:inin.com:common:error",
        "urn:inin.com:configuration:configurationError",
        "urn:inin.com:configuration:licenseErrorType",
        "urn:inin.com:configuration.people:followMe",
    ];
    for urn in documented {
        assert!(UnknownUrn::new(urn).is_err() && urn.parse::<UnknownUrn>().is_err(), "{urn}");
        assert!(UnknownUrn::try_from(urn).is_err() && UnknownUrn::try_from(urn.to_owned()).is_err(), "{urn}");
        assert!(serde_json::from_value::<UnknownUrn>(urn.into()).is_err(), "{urn}");
        assert!(serde_json::from_value::<UnknownError>(json!({"__type": urn})).is_err(), "{urn}");
    }
    let urn: UnknownUrn = "urn:inin.com:common:missingPropertyError".parse().unwrap();
    let error = UnknownError::new(urn.clone()).with_message("m").with_error_id("x");
    let json = json!({"errorId": "x", "message": "m", "__type": urn.as_str()});
    writes(&error, json.clone());
    assert_eq!(serde_json::from_value::<UnknownError>(json).unwrap(), error);
    assert_eq!(ErrorBody::from(error).type_urn(), urn.to_string());
}

#[test]
fn the_code_of_a_license_error_is_one_that_servers_send() {
    let licenses =
        [LicenseError::exceeds_threshold("a"), LicenseError::not_set("a"), LicenseError::without_media_types("a")];
    assert_eq!(licenses.map(|error| error.license_error_type.code()), [1, 2, 3]);
}

#[test]
fn an_error_created_from_an_id_has_the_documented_message() {
    for id in ErrorId::ALL {
        assert_eq!(Some(&*Error::from(id.clone()).message), id.message());
        assert_eq!(ConfigurationError::from(id.clone()).error_id.as_ref(), Some(id));
    }
    writes(Error::from(ErrorId::from("x")), json!({"errorId": "x", "message": ""}));
}

#[test]
fn an_error_body_has_getters_for_common_members() {
    let bodies = [
        ErrorBody::from(Error::new("m").with_error_id("x")),
        ErrorBody::from(ConfigurationError::new("m").with_error_id("x")),
        ErrorBody::from(UnknownError::new(UnknownUrn::default()).with_message("m").with_error_id("x")),
    ];
    for body in bodies {
        assert_eq!((body.message(), body.error_id()), (Some("m"), Some(&ErrorId::from("x"))));
        assert!(body.unknown().is_empty());
        let json = serde_json::to_value(&body).unwrap();
        assert_eq!(
            json.get("__type").map_or("urn:inin.com:common:error", |urn| urn.as_str().unwrap()),
            body.type_urn()
        );
        assert_eq!(serde_json::from_value::<ErrorBody>(json).unwrap(), body);
    }
}

/// Each example of a setter sets its member: the wire name of the field that it names.
#[test]
fn members_are_named_as_they_are_written() {
    let result = UpdateOperationResult::new("u").with_uri("/u").with_license_problems([]);
    let json = serde_json::to_value(&result).unwrap();
    let names: Vec<_> = UpdateOperationResult::members().iter().map(|member| member.name).collect();
    assert_eq!(json.as_object().unwrap().len(), names.len());
    assert!(names.iter().all(|name| json.get(name).is_some()), "{names:?}");
}
