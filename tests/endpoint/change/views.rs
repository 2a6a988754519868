//! Cases of views and of the PUTs between them.

use super::{put, value_of, view};
use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::endpoint::{Member, apply, assume_own_values, diff, to_put};
use serde_json::json;

#[test]
fn absent_and_null_are_equal_in_a_view() {
    let absent = view(json!({"screenCalls": {"actualValue": true}}));
    let null = view(json!({
        "callForwardAll": null, "eFaqSearchOption": null, "followMe": null,
        "screenCalls": {"actualValue": true, "inheritedValue": null}, "muteOnTransfer": {"actualValue": null}
    }));
    assert_eq!(value_of(&diff(&absent, &null).unwrap()), json!({}));
    assert_eq!(value_of(&diff(&null, &absent).unwrap()), json!({}));
}

#[test]
fn what_only_the_first_view_has_is_cleared() {
    let full = view(json!({"screenCalls": {"actualValue": true}, "eFaqSearchOption": 2, "followMe": []}));
    let put = diff(&full, &UserClientConfigurationView::new()).unwrap();
    let cleared = json!({"screenCalls": {"actualValue": null}, "eFaqSearchOption": null, "followMe": null});
    assert_eq!(value_of(&put), cleared);
    assert_eq!(value_of(&diff(&UserClientConfigurationView::new(), &full).unwrap()), value_of(&full));
}

#[test]
fn what_a_put_cannot_set_is_no_difference() {
    let number = json!({"phoneNumber": "8042", "timeout": 15, "usePin": true});
    let mut more = number.clone();
    more["label"] = json!("desk");
    more["__type"] = json!("urn:inin.com:configuration.people:followMe");
    let one =
        view(json!({"screenCalls": {"actualValue": true, "effectiveValue": true}, "followMe": [number], "new": 1}));
    let other = view(json!({"screenCalls": {"actualValue": true, "inheritedValue": false}, "followMe": [more]}));
    assert_eq!(value_of(&diff(&one, &other).unwrap()), json!({}));
    let put = json!({"screenCalls": {"actualValue": true}, "followMe": [number]});
    assert_eq!(value_of(&to_put(&other).unwrap()), put);
    assert_eq!(value_of(&diff(&UserClientConfigurationView::new(), &other).unwrap()), put);
}

#[test]
fn an_empty_array_is_not_null() {
    let (empty, null) = (view(json!({"followMe": []})), view(json!({"followMe": null})));
    assert_eq!(value_of(&diff(&null, &empty).unwrap()), json!({"followMe": []}));
    assert_eq!(value_of(&diff(&empty, &null).unwrap()), json!({"followMe": null}));
}

#[test]
fn a_view_without_actual_values_is_an_error_that_names_its_members() {
    let without = view(json!({
        "screenCalls": {"effectiveValue": true}, "callForwardAll": {"effectiveValue": false},
        "muteOnTransfer": null, "followMe": [], "eFaqSearchOption": 1
    }));
    let with = view(json!({"externalCallTimeout": {"actualValue": null}}));
    for error in [to_put(&without), diff(&without, &with), diff(&with, &without), diff(&without, &without)] {
        let error = error.unwrap_err();
        assert_eq!(error.members(), [Member::CallForwardAll, Member::ScreenCalls]);
        assert_eq!(
            error.to_string(),
            "the view has no `actualValue` for `callForwardAll`, `screenCalls`: \
             request it with `actualValues=true`"
        );
    }
    let put = json!({"callForwardAll": {"actualValue": null}, "screenCalls": {"actualValue": null}, "followMe": [], "eFaqSearchOption": 1});
    assert_eq!(value_of(&to_put(&assume_own_values(&without)).unwrap()), put);
}

#[test]
fn one_actual_value_shows_that_actual_values_were_requested() {
    let view = view(json!({"screenCalls": {"effectiveValue": true}, "callForwardAll": {"actualValue": true}}));
    let put = json!({"callForwardAll": {"actualValue": true}, "screenCalls": {"actualValue": null}});
    assert_eq!(value_of(&to_put(&view).unwrap()), put);
    assert_eq!(assume_own_values(&view).screen_calls.actual(), None);
}

#[test]
fn a_view_without_inheritable_properties_needs_no_actual_values() {
    for json in [json!({}), json!({"followMe": []}), json!({"eFaqSearchOption": 3, "screenCalls": null})] {
        assert!(to_put(&view(json)).is_ok());
    }
}

#[track_caller]
fn applied(before: serde_json::Value, update: serde_json::Value, after: serde_json::Value) {
    assert_eq!(value_of(&apply(&view(before), &put(update))), after);
}

#[test]
fn the_actual_value_is_in_effect() {
    let own = json!({"screenCalls": {"actualValue": true, "effectiveValue": true, "inheritedValue": false}});
    applied(json!({"screenCalls": {"inheritedValue": false}}), json!({"screenCalls": {"actualValue": true}}), own);
    let own = json!({"screenCalls": {"actualValue": true, "effectiveValue": true}});
    for before in [json!({}), json!({"screenCalls": null})] {
        applied(before, json!({"screenCalls": {"actualValue": true}}), own.clone());
    }
}

#[test]
fn without_an_actual_value_the_inherited_one_is_in_effect() {
    for update in [json!({"screenCalls": {"actualValue": null}}), json!({"screenCalls": null})] {
        let before = json!({"screenCalls": {"actualValue": true, "effectiveValue": true, "inheritedValue": false}});
        let after = json!({"screenCalls": {"actualValue": null, "effectiveValue": false, "inheritedValue": false}});
        applied(before, update.clone(), after);
        let before = json!({"screenCalls": {"actualValue": true, "effectiveValue": true}});
        applied(before, update.clone(), json!({"screenCalls": {"actualValue": null}}));
        let before = json!({"screenCalls": {"effectiveValue": true}});
        applied(before, update.clone(), json!({"screenCalls": {"actualValue": null, "effectiveValue": true}}));
        applied(json!({}), update, json!({}));
    }
}

#[test]
fn what_a_put_omits_is_unchanged() {
    let before = json!({"screenCalls": {"effectiveValue": true}, "eFaqSearchOption": 2, "followMe": [], "new": 1});
    applied(before.clone(), json!({}), before.clone());
    let update = UserClientConfigurationProperties::new()
        .with_screen_calls(icws_schema::body::InheritableProperty::from_effective(false));
    assert_eq!(
        value_of(&apply(&view(before.clone()), &update)),
        before,
        "a property without `actualValue` changes nothing"
    );
}

#[test]
fn null_clears_what_is_not_inheritable() {
    let update = json!({"eFaqSearchOption": null, "followMe": null});
    applied(
        json!({"eFaqSearchOption": 2, "followMe": []}),
        update.clone(),
        json!({"eFaqSearchOption": null, "followMe": null}),
    );
    applied(json!({}), update, json!({}));
    applied(json!({"eFaqSearchOption": 2}), json!({"eFaqSearchOption": 0}), json!({"eFaqSearchOption": 0}));
}
