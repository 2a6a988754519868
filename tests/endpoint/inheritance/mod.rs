//! Inheritance: from sources to a view, and from a view to findings and explanations.

use icws_schema::body::UserClientConfigurationView;
use icws_schema::codes::InheritedFromType::{self, ClientConfigurationTemplate, DefaultUser, Role, Workgroup};
use icws_schema::endpoint::{
    Explanation, Finding, FindingKind, InheritanceSource, Member, Precedence, Reason, Sources, explain, findings,
    resolve,
};
use serde_json::{Value, json};

fn view(json: Value) -> UserClientConfigurationView {
    icws_schema::from_value(&json).unwrap()
}

fn timeout(id: &str, seconds: i32) -> InheritanceSource {
    InheritanceSource::new(id, UserClientConfigurationView::new().with_external_call_timeout(seconds))
}

#[test]
fn the_default_order_is_template_workgroup_role_default_user() {
    let order = Precedence::default();
    assert_eq!(order.order(), [ClientConfigurationTemplate, Workgroup, Role, DefaultUser]);
    let order = Precedence::new([DefaultUser, InheritedFromType::None, InheritedFromType::from_code(9), DefaultUser]);
    assert_eq!(order.order(), [DefaultUser, ClientConfigurationTemplate, Workgroup, Role]);
}

#[test]
fn the_first_source_in_order_of_precedence_is_inherited_and_all_are_named() {
    let (template, role, team, everyone) = (timeout("t", 1), timeout("r", 2), timeout("w", 3), timeout("d", 4));
    let second = timeout("w2", 5);
    let sources = Sources::new()
        .with_role(&role)
        .with_workgroup(&team)
        .with_workgroup(&second)
        .with_default_user(&everyone)
        .with_template(&template);
    let inherited = |order: &[InheritedFromType]| {
        let view = resolve(&UserClientConfigurationView::new(), &sources, &Precedence::new(order.iter().copied()));
        let property = view.external_call_timeout.into_value().unwrap();
        assert_eq!(property.inherited_value, property.effective_value);
        let from = property.inherited_from.into_value().unwrap();
        let from: Vec<_> = from.into_iter().map(|value| (value.from.id, value.object_type, value.values)).collect();
        assert_eq!(Some(&from[0].2), property.inherited_value.value());
        from
    };
    let source = |id: &str, of, seconds| (id.to_owned(), of, seconds);
    let [t, r, w, w2, d] = [
        source("t", ClientConfigurationTemplate, 1),
        source("r", Role, 2),
        source("w", Workgroup, 3),
        source("w2", Workgroup, 5),
        source("d", DefaultUser, 4),
    ];
    assert_eq!(inherited(&[]), [t.clone(), w.clone(), w2.clone(), r.clone(), d.clone()]);
    assert_eq!(inherited(&[Role, Workgroup]), [r, w, w2, t, d]);
}

#[test]
fn the_users_own_value_is_in_effect_and_inherited_ones_are_listed() {
    let everyone = timeout("d", 4);
    let own = UserClientConfigurationView::new().with_external_call_timeout(45);
    let resolved = resolve(&own, &Sources::new().with_default_user(&everyone), &Precedence::default());
    let expected = json!({"externalCallTimeout": {
        "actualValue": 45, "effectiveValue": 45, "inheritedValue": 4,
        "inheritedFrom": [{"from": {"id": "d"}, "objectType": 3, "values": 4}]
    }});
    assert_eq!(serde_json::to_value(resolved).unwrap(), expected);
}

#[test]
fn without_a_source_nothing_is_inherited() {
    let own = view(json!({
        "screenCalls": {"actualValue": true, "effectiveValue": false, "inheritedValue": false, "inheritedFrom": []},
        "muteOnTransfer": {"effectiveValue": true}, "callForwardAll": null, "eFaqSearchOption": 2, "followMe": []
    }));
    let expected = json!({
        "screenCalls": {"actualValue": true, "effectiveValue": true}, "muteOnTransfer": {"actualValue": null},
        "callForwardAll": null, "eFaqSearchOption": 2, "followMe": []
    });
    assert_eq!(serde_json::to_value(resolve(&own, &Sources::new(), &Precedence::default())).unwrap(), expected);
}

#[test]
fn a_source_provides_its_actual_value_or_else_the_effective_one() {
    let given = view(json!({
        "screenCalls": {"actualValue": true, "effectiveValue": false}, "muteOnTransfer": {"effectiveValue": false},
        "callForwardAll": {"actualValue": null}, "eFaqSearchOption": 2
    }));
    let source = InheritanceSource::new("r", given);
    let own = UserClientConfigurationView::new();
    let resolved = resolve(&own, &Sources::new().with_role(&source), &Precedence::default());
    assert_eq!(resolved.screen_calls.effective(), Some(&true));
    assert_eq!(resolved.mute_on_transfer.effective(), Some(&false));
    assert!(resolved.call_forward_all.is_absent() && resolved.e_faq_search_option.is_absent());
}

#[track_caller]
fn found(json: Value, expected: &[(Member, FindingKind)]) {
    let found: Vec<_> = findings(&view(json)).iter().map(|Finding { member, kind, .. }| (*member, *kind)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_consistent_view_has_no_findings() {
    found(json!({}), &[]);
    found(json!({"screenCalls": {"effectiveValue": true}}), &[]);
    found(json!({"screenCalls": {"actualValue": true, "effectiveValue": true, "inheritedValue": false}}), &[]);
    found(json!({"screenCalls": {"actualValue": null, "effectiveValue": true, "inheritedValue": true}}), &[]);
}

#[test]
fn values_that_a_view_does_not_have_contradict_nothing() {
    // `actualValue` was not requested: one may be in effect.
    found(json!({"screenCalls": {"effectiveValue": true, "inheritedValue": false}}), &[]);
    // `effectiveValue` is missing.
    found(json!({"screenCalls": {"actualValue": true, "inheritedValue": false}}), &[]);
    // `inheritedValue` was not requested.
    found(json!({"screenCalls": {"actualValue": null, "effectiveValue": true}}), &[]);
}

#[test]
fn an_effective_value_that_is_neither_actual_nor_inherited_is_a_finding() {
    use FindingKind::*;
    let other = json!({
        "externalCallTimeout": {"actualValue": 1, "effectiveValue": 2, "inheritedValue": 2},
        "screenCalls": {"effectiveValue": true, "inheritedValue": false},
        "muteOnTransfer": {"actualValue": true, "inheritedValue": false},
        "callForwardAllMode": {"effectiveValue": "External"},
        "callForwardAll": {
            "effectiveValue": true, "inheritedValue": true,
            "inheritedFrom": [{"from": {"id": "x"}, "objectType": 2, "values": false}]
        }
    });
    let expected = [
        (Member::CallForwardAll, InheritedHasNoSource),
        (Member::CallForwardAllMode, EffectiveHasNoSource),
        (Member::ExternalCallTimeout, EffectiveIsNotActual),
        (Member::MuteOnTransfer, EffectiveIsNotActual),
        (Member::ScreenCalls, EffectiveIsNotInherited),
    ];
    found(other.clone(), &expected);
    let view = view(other);
    assert_eq!(findings(&view)[0].pointer(), "/callForwardAll/inheritedValue");
    for (explanation, (member, kind)) in explain(&view).iter().zip(expected) {
        assert_eq!((explanation.member, &explanation.reason), (member, &Reason::Contradiction(kind)));
    }
}

#[track_caller]
fn explained(json: Value, expected: &[&str]) {
    let lines: Vec<_> = explain(&view(json)).iter().map(Explanation::to_string).collect();
    assert_eq!(lines, expected);
}

#[test]
fn an_explanation_names_the_source_of_a_value() {
    let from = |id: &str, code: i32| json!([{"from": {"id": id}, "objectType": code, "values": true}]);
    let inherited = |from: Value| json!({"effectiveValue": true, "inheritedValue": true, "inheritedFrom": from});
    explained(
        json!({
            "accountCodeSortByNumber": inherited(from("a", 1)), "autoPlayVoicemail": inherited(from("b", 2)),
            "callForwardAll": inherited(from("c", 3)), "changeEfaqProperties": inherited(from("d\n", 4)),
            "eFaqSearchOption": 1, "followMe": null, "muteOnTransfer": {"effectiveValue": true, "inheritedValue": true},
            "ringWhenOnPhone": {"actualValue": true, "effectiveValue": true, "inheritedValue": true},
            "screenCalls": {"actualValue": null}
        }),
        &[
            "accountCodeSortByNumber: inherited from the workgroup `a`",
            "autoPlayVoicemail: inherited from the role `b`",
            "callForwardAll: inherited from the default user `c`",
            "changeEfaqProperties: inherited from the client configuration template `d\\n`",
            "eFaqSearchOption: the user's own value, which is not inheritable",
            "muteOnTransfer: inherited",
            "ringWhenOnPhone: the user's own value",
            "screenCalls: no value: neither the user's own nor an inherited one",
        ],
    );
}

#[test]
fn an_explanation_deduces_no_more_than_the_view_shows() {
    let unknown = "the user's own value or an inherited one, which the view does not show: \
                   request it with `actualValues=true` and `inheritedValues=true`";
    explained(json!({"screenCalls": {"effectiveValue": true}}), &[&format!("screenCalls: {unknown}")]);
    let same = json!({"screenCalls": {"effectiveValue": true, "inheritedValue": true}});
    explained(same, &[&format!("screenCalls: {unknown}")]);
    let other = json!({"screenCalls": {"effectiveValue": true, "inheritedValue": false}});
    explained(other, &["screenCalls: the user's own value, which overrides a different inherited value"]);
}

#[cfg(feature = "proptest")]
mod laws {
    use super::*;
    use icws_schema::endpoint::{apply, to_put};
    use proptest::prelude::*;

    /// A user's own values, and a source of each type.
    fn cases() -> impl Iterator<Item = (UserClientConfigurationView, [InheritanceSource; 4])> {
        let views = any::<(UserClientConfigurationView, [UserClientConfigurationView; 4])>();
        icws_schema::strategy::samples(views, 41)
            .take(1000)
            .map(|(own, views)| (own, views.map(|view| InheritanceSource::new("x", view))))
    }

    fn sources([template, role, team, everyone]: &[InheritanceSource; 4]) -> Sources<'_> {
        Sources::new().with_template(template).with_role(role).with_workgroup(team).with_default_user(everyone)
    }

    #[test]
    fn a_resolved_view_is_consistent_and_explained() {
        for (own, given) in cases() {
            let view = resolve(&own, &sources(&given), &Precedence::default());
            assert_eq!(findings(&view), []);
            let is_open = |reason: &Reason| matches!(reason, Reason::NotKnown | Reason::Contradiction(_));
            let open: Vec<_> = explain(&view).into_iter().filter(|one| is_open(&one.reason)).collect();
            assert_eq!(open.iter().filter(|one| one.reason != Reason::NotKnown).count(), 0, "{open:?}");
        }
    }

    #[test]
    fn resolving_changes_nothing_that_a_put_can_set_and_nothing_the_second_time() {
        for (own, given) in cases() {
            let view = resolve(&own, &sources(&given), &Precedence::default());
            assert_eq!(resolve(&view, &sources(&given), &Precedence::default()), view);
            for (member, value) in own.iter().filter(|(member, _)| !member.is_inheritable()) {
                assert_eq!(view.get(member), value);
            }
            assert_eq!(own.screen_calls.actual(), view.screen_calls.actual());
            assert_eq!(own.call_forward_all_mode.actual(), view.call_forward_all_mode.actual());
        }
    }

    #[test]
    fn a_put_on_a_resolved_view_gives_the_resolved_view_of_the_put() {
        for (own, given) in cases() {
            let view = resolve(&own, &sources(&given), &Precedence::default());
            let Ok(put) = to_put(&resolve(&given[0].view, &Sources::new(), &Precedence::default())) else { continue };
            let after = apply(&view, &put);
            assert_eq!(findings(&after), []);
            assert_eq!(resolve(&after, &sources(&given), &Precedence::default()), after);
        }
    }
}
