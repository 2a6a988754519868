//! The members by name and by type, and changes from one view to another.

#[cfg(feature = "proptest")]
mod laws;
mod views;

use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::endpoint::{Member, MemberMut, MemberRef};
use serde_json::json;
use std::collections::BTreeMap;

fn view(json: serde_json::Value) -> UserClientConfigurationView {
    icws_schema::from_value(&json).unwrap()
}

fn put(json: serde_json::Value) -> UserClientConfigurationProperties {
    icws_schema::from_value(&json).unwrap()
}

fn value_of(value: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn the_members_are_those_of_the_representation_in_its_order() {
    let documented: Vec<_> = UserClientConfigurationView::members().iter().map(|info| info.name).collect();
    let members: Vec<_> = Member::ALL.iter().map(|member| member.name()).collect();
    assert_eq!(members, documented);
    for member in Member::ALL {
        assert_eq!(member.info().name, member.name());
        assert_eq!(member.name().parse(), Ok(*member));
    }
}

#[test]
fn a_member_is_borrowed_by_its_type() {
    let mut kinds = BTreeMap::new();
    for (member, value) in UserClientConfigurationProperties::new().iter() {
        assert!(value.is_absent() && !value.is_value(), "{member}");
        let kind = match value {
            MemberRef::Boolean(_) => "boolean",
            MemberRef::String(_) => "string",
            MemberRef::Int(_) => "int",
            MemberRef::Code(_) => "code",
            MemberRef::FollowMe(_) => "followMe",
        };
        *kinds.entry(kind).or_insert(0) += 1;
    }
    assert_eq!(kinds, BTreeMap::from([("boolean", 21), ("string", 1), ("int", 1), ("code", 1), ("followMe", 1)]));
}

#[test]
fn what_is_set_by_name_is_the_member_of_that_name() {
    for member in Member::ALL {
        let (mut update, mut view) = Default::default();
        let (update, view): (&mut UserClientConfigurationProperties, &mut UserClientConfigurationView) =
            (&mut update, &mut view);
        for value in [update.get_mut(*member), view.get_mut(*member)] {
            match value {
                MemberMut::Boolean(property) => property.inherit(),
                MemberMut::String(property) => property.inherit(),
                MemberMut::Int(property) => property.inherit(),
                MemberMut::Code(code) => code.clear(),
                MemberMut::FollowMe(numbers) => numbers.clear(),
            }
        }
        let value = if member.is_inheritable() { json!({"actualValue": null}) } else { json!(null) };
        assert_eq!(value_of(update), json!({member.name(): value}));
        assert_eq!(value_of(view), json!({member.name(): value}));
    }
}

#[test]
fn an_unknown_name_has_a_suggestion() {
    let error = "callForwardAl".parse::<Member>().unwrap_err();
    assert_eq!(error.suggestion(), Some(Member::CallForwardAll));
    let error = "x".parse::<Member>().unwrap_err();
    assert_eq!((error.suggestion(), error.to_string().contains("did you mean")), (None, false));
}
