//! The query of the GET: parsed, written, and applied to a view.

use icws_schema::body::UserClientConfigurationView;
use icws_schema::endpoint::{Member, QueryProblem, UserQuery, apply, assume_own_values, diff, to_put};
use serde_json::json;

fn problems(query: &str) -> Vec<QueryProblem> {
    UserQuery::parse(query).unwrap_err().problems().to_vec()
}

/// Returns the subset of something that the bits of a number name.
fn members(bits: u32) -> impl Iterator<Item = Member> {
    Member::ALL.iter().copied().enumerate().filter(move |(index, _)| bits >> index & 1 == 1).map(|(_, member)| member)
}

#[test]
fn a_query_is_parsed_back_from_its_string() {
    for bits in (0..1 << 25).step_by(104_729) {
        for base in [UserQuery::new(members(bits)), UserQuery::all()] {
            for query in [base.clone(), base.clone().with_actual_values(), base.clone().with_inherited_values()] {
                let both = query.clone().with_actual_values().with_inherited_values();
                assert_eq!(UserQuery::parse(&query.to_string()), Ok(query));
                assert_eq!(both.to_string().parse(), Ok(both));
            }
        }
    }
    for member in Member::ALL {
        let query = UserQuery::inherited_from(*member);
        assert_eq!(UserQuery::parse(&query.to_string()), Ok(query));
    }
}

#[test]
fn other_properties_of_a_user_are_kept() {
    let query = UserQuery::parse("?select=extension,a%20b,clientConfigurationProperties.followMe,extension").unwrap();
    assert_eq!(query.other_properties(), ["extension", "a b"]);
    assert_eq!(query.members(), [Member::FollowMe]);
    assert_eq!(query.to_string(), "select=clientConfigurationProperties.followMe,extension,a%20b");
}

#[test]
fn encoded_commas_separate_properties_too() {
    let query = "select=clientConfigurationProperties.followMe%2CclientConfigurationProperties.screenCalls";
    assert_eq!(UserQuery::parse(query), Ok(UserQuery::new([Member::FollowMe, Member::ScreenCalls])));
}

#[test]
fn every_problem_of_a_query_is_reported_at_once() {
    let query = "select=clientConfigurationProperties,clientConfigurationProperties.callForwardAl,,followMe,\
                 clientConfigurationPropertie.x&actualValue=true&inheritedValues=1&inheritedValues=true&%zz=1&where=x";
    assert_eq!(
        problems(query),
        [
            QueryProblem::WholeConfiguration,
            QueryProblem::UnknownMember { name: "callForwardAl".to_owned(), suggestion: Some(Member::CallForwardAll) },
            QueryProblem::EmptyProperty,
            QueryProblem::MissingPrefix { member: Member::FollowMe },
            QueryProblem::UnknownProperty { name: "clientConfigurationPropertie.x".to_owned() },
            QueryProblem::UnknownParameter { name: "actualValue".to_owned(), suggestion: Some("actualValues") },
            QueryProblem::InvalidBoolean { parameter: "inheritedValues" },
            QueryProblem::DuplicateParameter { parameter: "inheritedValues" },
            QueryProblem::InvalidEncoding,
            QueryProblem::UnknownParameter { name: "where".to_owned(), suggestion: None },
        ]
    );
    let error = UserQuery::parse(query).unwrap_err().to_string();
    assert_eq!(error.lines().count(), 10);
    assert!(error.ends_with("unknown parameter `where`; the client configuration cannot be used in it"), "{error}");
}

#[test]
fn the_sources_of_a_value_are_for_exactly_one_property() {
    let flag = "singlePropertyInheritedFrom=true";
    for select in ["", "select=*&", "select=extension,*&", "select=extension,clientConfigurationProperties.followMe&"] {
        assert_eq!(problems(&format!("{select}{flag}")), [QueryProblem::NotOneProperty], "{select}");
        assert!(UserQuery::parse(&format!("{select}singlePropertyInheritedFrom=false")).is_ok());
    }
    let twice = "select=clientConfigurationProperties.followMe,clientConfigurationProperties.followMe";
    for one in ["select=extension", twice] {
        assert!(UserQuery::parse(&format!("{flag}&{one}")).unwrap().has_inherited_from());
    }
    let unknown = "select=clientConfigurationProperties.x";
    assert_eq!(problems(&format!("{unknown}&{flag}")).len(), 1, "how many are meant is not known");
}

#[test]
fn a_nested_member_cannot_be_selected() {
    let expected =
        QueryProblem::UnknownMember { name: "followMe.timeout".to_owned(), suggestion: Some(Member::FollowMe) };
    assert_eq!(problems("select=clientConfigurationProperties.followMe.timeout"), [expected]);
}

#[test]
fn a_long_query_takes_linear_time() {
    let names: Vec<_> = (0..200_000).map(|index| format!("p{index}")).collect();
    let query = UserQuery::parse(&format!("select={}", names.join(","))).unwrap();
    assert_eq!(query.other_properties().len(), 200_000);
    assert_eq!(problems(&"a=1&".repeat(200_000)).len(), 200_000);
}

#[test]
fn a_projection_has_what_was_selected_and_no_null() {
    let view: UserClientConfigurationView = icws_schema::from_value(&json!({
        "callForwardAll": {
            "actualValue": null, "effectiveValue": true, "inheritedValue": true,
            "inheritedFrom": [{"from": {"id": "sales"}, "objectType": 1, "values": true}]
        },
        "screenCalls": {"actualValue": false, "effectiveValue": false},
        "eFaqSearchOption": null,
        "followMe": []
    }))
    .unwrap();
    let project = |query: UserQuery| serde_json::to_value(query.project(&view)).unwrap();
    let two = || UserQuery::new([Member::CallForwardAll, Member::EFaqSearchOption]);
    assert_eq!(project(two()), json!({"callForwardAll": {"effectiveValue": true}}));
    let both = json!({"callForwardAll": {"effectiveValue": true, "inheritedValue": true}});
    assert_eq!(project(two().with_actual_values().with_inherited_values()), both);
    let from = json!([{"from": {"id": "sales"}, "objectType": 1, "values": true}]);
    let one = json!({"callForwardAll": {"effectiveValue": true, "inheritedFrom": from}});
    assert_eq!(project(UserQuery::inherited_from(Member::CallForwardAll)), one);
    let all = json!({
        "callForwardAll": {"effectiveValue": true}, "screenCalls": {"effectiveValue": false}, "followMe": []
    });
    assert_eq!(project(UserQuery::all()), all);
    assert_eq!(project(UserQuery::new([])), json!({}));
}

#[test]
#[cfg(feature = "proptest")]
fn a_projection_with_actual_values_gives_the_put_of_the_view() {
    use proptest::prelude::any;
    let views = icws_schema::strategy::samples(any::<UserClientConfigurationView>(), 31).take(1000);
    for view in views.map(|view| assume_own_values(&view)) {
        let read = assume_own_values(&UserQuery::all().with_actual_values().project(&view));
        assert_eq!(to_put(&read), to_put(&view));
        let put = diff(&view, &read).unwrap();
        assert_eq!(apply(&view, &put), view);
    }
}
