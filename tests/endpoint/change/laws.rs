//! What holds of every view and every PUT.

use super::value_of;
use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::endpoint::{Member, MemberRef, apply, assume_own_values, diff, to_put};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema::strategy;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Returns what a PUT can write of a member; null if nothing.
pub(crate) fn writable(member: MemberRef<'_>) -> Value {
    match member {
        MemberRef::Boolean(property) => json!(property.actual()),
        MemberRef::String(property) => json!(property.actual()),
        MemberRef::Int(property) => json!(property.actual()),
        MemberRef::Code(code) => json!(code),
        MemberRef::FollowMe(numbers) => numbers.value().map_or(Value::Null, |numbers| {
            let number =
                |number: &icws_schema::body::FollowMe| json!([number.phone_number, number.timeout, number.use_pin]);
            numbers.iter().map(number).collect()
        }),
    }
}

fn all_writable(view: &UserClientConfigurationView) -> Vec<Value> {
    view.iter().map(|(_, member)| writable(member)).collect()
}

/// Views, half of which differ in a few members only.
fn pairs() -> impl Iterator<Item = [UserClientConfigurationView; 2]> {
    let views =
        any::<(UserClientConfigurationView, UserClientConfigurationView, UserClientConfigurationProperties, bool)>();
    strategy::samples(views, 21).take(3000).map(|(one, other, put, near)| {
        let other = if near { apply(&one, &put) } else { other };
        [assume_own_values(&one), assume_own_values(&other)]
    })
}

#[test]
fn diff_then_apply_gives_the_second_view_in_what_a_put_can_set() {
    let mut empty = 0;
    for [one, other] in pairs() {
        let put = diff(&one, &other).unwrap();
        assert_eq!(all_writable(&apply(&one, &put)), all_writable(&other), "{}", value_of(&put));
        empty += usize::from(put.iter().all(|(_, member)| member.is_absent()));
        assert!(diff(&other, &other).unwrap().iter().all(|(_, member)| member.is_absent()));
    }
    assert!((1..2000).contains(&empty), "{empty}");
}

#[test]
fn the_put_of_a_difference_is_the_smallest() {
    for [one, other] in pairs() {
        let put = diff(&one, &other).unwrap();
        for (member, value) in put.iter() {
            let is_equal = writable(one.get(member)) == writable(other.get(member));
            assert_eq!(value.is_absent(), is_equal, "{member}");
        }
    }
}

#[test]
fn a_put_created_from_views_can_be_sent() {
    let checker = RequestChecker::documented();
    for [one, other] in pairs() {
        let is_unknown =
            |view: &UserClientConfigurationView| view.e_faq_search_option.iter().any(|code| !code.is_known());
        if is_unknown(&one) || is_unknown(&other) {
            continue;
        }
        for put in [diff(&one, &other).unwrap(), to_put(&one).unwrap()] {
            let report = checker.check(serde_json::to_vec(&put).unwrap(), &Context::new());
            assert!(report.is_valid(), "{report}");
        }
    }
}

#[test]
fn the_put_of_a_view_reproduces_it_on_any_view() {
    for [one, other] in pairs() {
        let after = apply(&other, &to_put(&one).unwrap());
        for (member, value) in one.iter() {
            let expected = if value.is_value() { value } else { other.get(member) };
            assert_eq!(writable(after.get(member)), writable(expected), "{member}");
        }
    }
}

#[test]
fn the_same_put_twice_changes_nothing_more() {
    let cases = any::<(UserClientConfigurationView, UserClientConfigurationProperties)>();
    for (view, put) in strategy::samples(cases, 22).take(3000) {
        let once = apply(&view, &put);
        assert_eq!(apply(&once, &put), once);
        assert_eq!(apply(&view, &UserClientConfigurationProperties::new()), view);
    }
}

#[test]
fn an_error_names_exactly_the_inheritable_members_of_a_view_without_actual_values() {
    let (mut errors, mut others) = (0, 0);
    for view in strategy::samples(any::<UserClientConfigurationView>(), 23).take(2000) {
        let json = value_of(&view);
        let has_own = |member: &Member| json[member.name()].get("actualValue").is_some();
        let inheritable: Vec<_> = Member::ALL
            .iter()
            .copied()
            .filter(|member| member.is_inheritable() && json[member.name()].is_object())
            .collect();
        match to_put(&view) {
            Ok(_) => {
                assert!(inheritable.is_empty() || inheritable.iter().any(has_own));
                others += 1;
            }
            Err(error) => {
                assert!(!inheritable.iter().any(has_own));
                assert_eq!(error.members(), inheritable);
                errors += 1;
            }
        }
    }
    assert!(errors > 10 && others > 10, "{errors} and {others}");
}
