//! Adversarial rule files, directories and bodies: an error or a report, never a panic, at a cost that is linear in the input.

use icws_schema::directory::{Answer, Directory, InMemoryDirectory, Question, Subject};
use icws_schema::rules::{Context, ObjectChecker, ObjectContext, RequestChecker, RuleSet};
use serde_json::{Value, json};

fn rules(rule: &Value) -> ObjectChecker {
    ObjectChecker::from_json(json!({"rules": [rule]}).to_string()).unwrap()
}

#[test]
fn a_hundred_thousand_entries_under_every_kind_of_rule() {
    let entries: Vec<_> =
        (0..100_000).map(|i| json!({"phoneNumber": format!("{i}"), "timeout": i % 400, "usePin": true})).collect();
    let body = json!({"followMe": entries});
    let checker = RequestChecker::from_json(
        r#"{"rules": [
            {"validator": "range", "property": "followMe[].timeout", "max": 300},
            {"validator": "collectionItemValidator", "property": "followMe", "rules": [
                {"validator": "integerComparisonValidator", "property": "timeout", "operator": "le", "value": 300},
                {"validator": "existingExtension", "property": "phoneNumber"}]},
            {"validator": "validatorGroup", "property": "followMe[]", "rules": [
                {"validator": "range", "property": "timeout", "max": 300}]}]}"#,
    )
    .unwrap();
    let report = checker.check(body.to_string(), &Context::new());
    let over = (0..100_000).filter(|i| i % 400 > 300).count();
    assert_eq!(report.problems().len(), 3 * over + 1);
    assert_eq!(report.unchecked().len(), 100_000);
    assert!(report.problems().iter().all(|problem| problem.offset().is_some()));
}

#[test]
fn a_directory_of_a_million_users() {
    let user = |i| format!(r#"{{"id": "User{i}", "attributes": {{"mail": "u{i}@x.y"}}}}"#);
    let users: Vec<_> = (0..1_000_000).map(user).collect();
    let directory =
        InMemoryDirectory::from_json(format!(r#"{{"objects": {{"user": [{}]}}}}"#, users.join(","))).unwrap();
    let context = ObjectContext::new().with_directory(&directory).with_subject(Subject::user("USER5"));
    let rules = rules(
        &json!({"validator": "uniqueAttributeValue", "property": "[]", "objectType": "user", "attribute": "mail"}),
    );
    let mails: Vec<_> = (0..100_000).map(|i| json!(format!("u{i}@x.y"))).collect();
    assert_eq!(rules.check_value(&mails.into(), &context).problems().len(), 99_999);
}

#[test]
fn large_groups_of_access_control_and_loops() {
    let chain: serde_json::Map<_, _> = (0..200_000).map(|i| (format!("g{i}"), json!(format!("g{}", i + 1)))).collect();
    let mut file = json!({"accessControlGroups": chain});
    file["accessControlGroups"]["g200000"] = Value::Null;
    let directory = InMemoryDirectory::from_json(file.to_string()).unwrap();
    let depth =
        |directory: &InMemoryDirectory, group| directory.answer(&Question::AccessControlGroupDepth { group }).unwrap();
    assert_eq!(depth(&directory, "g0"), Answer::Count(200_001));
    file["accessControlGroups"]["g200000"] = json!("g0");
    let directory = InMemoryDirectory::from_json(file.to_string()).unwrap();
    assert_eq!(depth(&directory, "g7"), Answer::No);
}

#[test]
fn long_strings_and_many_symbols() {
    let long = "ab;".repeat(200_000);
    for rule in [
        json!({"validator": "regex", "property": "t", "pattern": "(a|b)*c$"}),
        json!({"validator": "characterDelimitedValue", "property": "t", "delimiter": ";", "allowRepeats": false}),
        json!({"validator": "characterDelimitedKVPairs", "property": "t", "pairDelimiter": ";", "keyDelimiter": "b"}),
        json!({"validator": "wordValidator", "property": "t", "max": 1_000_000}),
        json!({"validator": "pronunciationValidator", "property": "t", "alphabet": ["a", "ab", "b", ";", "ab;"], "separator": ""}),
        json!({"validator": "validFormat", "property": "t", "format": "uri"}),
        json!({"validator": "validFormat", "property": "t", "format": "email"}),
    ] {
        let _ = rules(&rule).check_value(&json!({"t": long}), &ObjectContext::new());
    }
    for rejected in ["a{1000}{1000}{1000}", "(", "\\p{Foo}"] {
        let rule = json!({"rules": [{"validator": "regex", "property": "t", "pattern": rejected}]});
        assert!(RuleSet::from_json(rule.to_string()).is_err(), "{rejected}");
    }
}

#[test]
fn extensions_that_are_prefixes_of_each_other() {
    let long = "1".repeat(2_000_000);
    let own: Vec<_> = (0..1_000).map(|length| json!({"extension": &long[..length], "id": "u"})).collect();
    let rules = rules(&json!({"validator": "extension", "property": "a", "refusePrefixClash": true}));
    for (other, clashes) in
        [(format!("{long}2"), true), (format!("{}0", &long[1..]), false), (long[1..].to_owned(), true)]
    {
        let mut extensions = own.clone();
        extensions.push(other.into());
        let directory = InMemoryDirectory::from_json(json!({"extensions": extensions}).to_string()).unwrap();
        let context = ObjectContext::new().with_directory(&directory).with_subject(Subject::user("u"));
        assert_eq!(!rules.check_value(&json!({"a": long}), &context).is_valid(), clashes);
    }
}

#[test]
fn as_many_rules_as_members() {
    let count = 50_000;
    let members: serde_json::Map<_, _> = (0..count).map(|i| (format!("member{i}"), json!(i))).collect();
    let of = |i| json!({"validator": "range", "property": format!("member{i}"), "max": 9});
    let checker =
        ObjectChecker::from_json(json!({"rules": (0..count).map(of).collect::<Vec<_>>()}).to_string()).unwrap();
    let report = checker.check(Value::from(members).to_string(), &ObjectContext::new());
    assert_eq!(report.problems().len(), count - 10);
    assert!(report.problems().iter().all(|problem| problem.offset().is_some()));
}

#[test]
fn an_unknown_object_type_among_many() {
    let types: serde_json::Map<_, _> = (0..50_000).map(|i| (format!("type{i}"), json!([]))).collect();
    let directory = InMemoryDirectory::from_json(json!({"objects": types}).to_string()).unwrap();
    let context = ObjectContext::new().with_directory(&directory);
    let rules = rules(&json!({"validator": "existingInstanceId", "property": "[]", "objectType": "types7"}));
    let body: Value = (0..50_000).map(|i| json!(i.to_string())).collect();
    let report = rules.check_value(&body, &context);
    assert_eq!(report.unchecked().len(), 50_000);
    assert_eq!(report.unchecked()[0].reason(), report.unchecked()[49_999].reason());
}

#[test]
fn patterns_too_large_and_too_many() {
    let rejected = |pattern: &str, count: usize| {
        let rules = vec![json!({"validator": "regex", "property": "t", "pattern": pattern}); count];
        RuleSet::from_json(json!({"rules": rules}).to_string()).map_or_else(|error| error.problems().len(), |_| 0)
    };
    assert_eq!(rejected("\\w{5000}", 20_000), 20_000);
    // One compiles to between 1 and 2 MiB, and uses more than that in memory.
    assert_eq!(rejected("a{60000}", 16), 0);
    assert!((32..64).contains(&rejected("a{60000}", 64)));
    assert!(rejected(r"^\w{30}N$", 100) > 50);
}

#[test]
fn rules_and_conditions_are_at_most_32_deep() {
    let loads = |rule: &Value| RuleSet::from_json(json!({"rules": [rule]}).to_string()).is_ok();
    let group = |rules: &Value| json!({"validator": "validatorGroup", "property": "", "rules": rules});
    let when = |condition: &Value| json!({"validator": "propertyNotApplicable", "property": "b", "when": condition});
    let mut rule = json!({"validator": "requiredValue", "property": ""});
    let mut conditions = [(); 3].map(|()| json!({"property": "a", "present": true}));
    for depth in 0..40 {
        assert_eq!(loads(&rule), depth <= 32, "{depth}");
        assert!(conditions.iter().all(|condition| loads(&when(condition)) == (depth <= 32)), "{depth}");
        rule = group(&json!([rule]));
        let [all, any, not] = conditions;
        conditions = [json!({"all": [all]}), json!({"any": [any]}), json!({"not": not})];
    }
    let shallow = group(&json!([{"validator": "requiredValue", "property": ""}]));
    assert!(loads(&group(&json!(vec![shallow; 100]))));
}

/// The value is stored once.
#[test]
fn many_rules_that_reject_one_large_value() {
    let (list, text): (Vec<_>, _) = ((0..200_000).collect(), "x".repeat(1_000_000));
    let body = json!({"list": list, "text": text, "object": {"list": list}});
    for (rule, count) in [
        (json!({"validator": "collectionCount", "property": "list", "max": 1}), 20_000),
        (json!({"validator": "validValues", "property": "object", "values": [1]}), 20_000),
        (json!({"validator": "stringLength", "property": "text", "max": 1}), 5_000),
    ] {
        let checker = ObjectChecker::from_json(json!({"rules": vec![rule; count]}).to_string()).unwrap();
        let report = checker.check(body.to_string(), &ObjectContext::new());
        assert_eq!(report.problems().len(), count);
        assert!(report.problems()[count - 1].value().unwrap().len() >= 1_000_000);
    }
}

/// A long name is stored once for all problems and unchecked rules below it.
#[test]
fn many_items_below_one_long_name() {
    let name = "n".repeat(1_000_000);
    let items = vec!["ab"; 50_000];
    for (validator, inner) in [("stringLength", json!({"max": 1})), ("existingExtension", json!({}))] {
        let mut rule = json!({"validator": validator, "property": format!("{name}[]")});
        rule.as_object_mut().unwrap().extend(inner.as_object().unwrap().clone());
        let report = rules(&rule).check(json!({name.clone(): items}).to_string(), &ObjectContext::new());
        let last = report.problems().last().map(|problem| problem.pointer().len());
        assert_eq!(report.problems().len() + report.unchecked().len(), 50_000);
        assert!(last.unwrap_or_else(|| report.unchecked()[49_999].property().len()) > 1_000_000);
        assert!(report.problems().iter().all(|problem| problem.length() == Some(4)));
    }
    // The same where the body is malformed, and rules are silent.
    let wrong = vec!["1e400"; 50_000].join(",");
    let rule = json!({"validator": "stringLength", "property": format!("{name}[]"), "max": 1});
    let report = rules(&rule).check(format!(r#"{{"{name}":[{wrong},"ab"]}}"#), &ObjectContext::new());
    assert_eq!(report.problems().len(), 50_001);
    assert_eq!(report.problems()[50_000].value().as_deref(), Some("ab"));
}

#[test]
fn many_items_of_one_long_string() {
    let text = format!("{}a", "ab,".repeat(100_000));
    let inner = json!({"validator": "stringLength", "property": "", "max": 1});
    let name = "n".repeat(1_000_000);
    let rule = json!({"validator": "characterDelimitedValue", "property": name, "delimiter": ",", "rules": [inner]});
    let report = rules(&rule).check(json!({name: text}).to_string(), &ObjectContext::new());
    assert_eq!(report.problems()[0].causes().len(), 100_000);
}

#[test]
fn an_object_type_with_a_long_name() {
    let rule = json!({"validator": "existingInstanceId", "property": "[]", "objectType": "t".repeat(1_000_000)});
    let rules = rules(&rule);
    let directory = InMemoryDirectory::from_json(r#"{"objects": {"user": []}}"#).unwrap();
    let body = json!(vec!["a"; 50_000]);
    for directory in [None, Some(&directory as &dyn Directory)] {
        let mut context = ObjectContext::new();
        context.directory = directory;
        let report = rules.check_value(&body, &context);
        assert!(
            report.unchecked().len() == 50_000 && report.unchecked()[49_999].reason().to_string().len() > 1_000_000
        );
    }
}

#[test]
fn as_many_values_as_items() {
    let texts: Vec<_> = (0..100_000).map(|i| format!("É{i}")).collect();
    let lower: Vec<_> = texts.iter().map(|text| text.to_lowercase()).collect();
    let rejected = |values: Value, items: Value, ignore_case: bool| {
        let rule = json!({"validator": "validValues", "property": "[]", "values": values, "ignoreCase": ignore_case});
        rules(&rule).check(items.to_string(), &ObjectContext::new()).problems().len()
    };
    assert_eq!(rejected(texts.clone().into(), texts.clone().into(), false), 0);
    assert_eq!(rejected(texts.clone().into(), lower.clone().into(), false), 100_000);
    assert_eq!(rejected(texts.into(), lower.into(), true), 0);
    assert_eq!(rejected((0..100_000).collect(), (50_000..150_000).collect(), false), 50_000);
}

#[test]
fn as_many_extensions_of_the_subject_as_items() {
    let entry = |extension: String| json!({"extension": extension, "id": "u"});
    let rules = rules(&json!({"validator": "extension", "property": "[]", "refusePrefixClash": true}));
    let body = json!(vec!["1"; 100_000]);
    for own in
        [(0..100_000).map(|_| entry("1".into())).collect(), (0..100_000).map(|i| entry(format!("1{i}"))).collect()]
    {
        let mut extensions: Vec<Value> = own;
        for clash in [0, 100_000] {
            let directory = InMemoryDirectory::from_json(json!({"extensions": extensions}).to_string()).unwrap();
            let context = ObjectContext::new().with_directory(&directory).with_subject(Subject::user("u"));
            assert_eq!(rules.check_value(&body, &context).problems().len(), clash);
            extensions.push("199999".into());
        }
    }
}

#[test]
fn as_many_users_of_keywords_and_kinds_of_profiles_as_items() {
    let users: Vec<_> = (0..50_000).map(|i| i.to_string()).collect();
    let profiles = vec![json!({"id": "a", "kind": "operator"}); 50_000];
    let directory = json!({
        "keywordSets": [{"id": "s", "keywords": 3, "workgroups": users}, {"id": "t", "keywords": 4, "workgroups": ["7"]}],
        "attendantProfiles": profiles,
    });
    let directory = InMemoryDirectory::from_json(directory.to_string()).unwrap();
    let context = ObjectContext::new().with_directory(&directory);
    let keywords = |max| {
        rules(&json!({"validator": "workgroupAnalyzerKeywordCount", "property": "[].k", "set": "[].s", "max": max}))
    };
    let body = json!(vec![json!({"s": "s", "k": ["a"]}); 50_000]);
    assert_eq!(keywords(4).check_value(&body, &context).problems().len(), 50_000);
    assert_eq!(keywords(5).check_value(&body, &context).problems().len(), 0);
    let kinds = rules(&json!({"validator": "existingAttendantProfile", "property": "[]", "kinds": ["inbound"]}));
    assert_eq!(kinds.check_value(&json!(vec!["a"; 50_000]), &context).problems().len(), 50_000);
}

/// As many workgroups outside the items as items, each of a set of its own.
#[test]
fn as_many_workgroups_outside_the_items_as_items() {
    let count = 50_000;
    let set = |i: usize| json!({"id": format!("s{i}"), "keywords": 1, "workgroups": [format!("w{i}"), "All"]});
    let sets: Vec<_> = (0..count).map(set).collect();
    let directory = InMemoryDirectory::from_json(json!({"keywordSets": sets}).to_string()).unwrap();
    let context = ObjectContext::new().with_directory(&directory);
    for (validator, parameter, violations) in [
        ("workgroupAnalyzerKeywordCount", "workgroups", count),
        ("recorderPolicyAnalyzerKeywordCount", "recorderPolicies", 0),
    ] {
        let rule = json!({"validator": validator, "property": "items[].k", "set": "items[].id", "max": count - 1, parameter: "all"});
        let users: Vec<_> = (0..count).map(|i| json!(format!("W{i}"))).chain([json!("ALL")]).collect();
        let items: Vec<_> = (0..count).map(|i| json!({"id": format!("S{i}"), "k": ["a"]})).collect();
        let report = rules(&rule).check_value(&json!({"all": users, "items": items}), &context);
        assert_eq!((report.problems().len(), report.unchecked().len()), (violations, 0));
    }
}

/// Problems are reported until their locations use 64 MiB.
#[test]
fn a_directory_with_many_wrong_entries_below_one_long_name() {
    let rejected = |length: usize| {
        let file = json!({"objects": {"n".repeat(length): vec![0; 20_000]}});
        InMemoryDirectory::from_json(file.to_string()).unwrap_err().problems().len()
    };
    assert_eq!(rejected(1_000), 20_000);
    assert!((30..70).contains(&rejected(1_000_000)));
}

/// A number at a second path is read once for all items, with the same outcome.
#[test]
fn long_numbers_at_a_second_path() {
    let checker =
        rules(&json!({"validator": "integerComparisonValidator", "property": "v[]", "operator": "lt", "other": "w"}));
    let digits = "9".repeat(300);
    for (other, passes) in [
        (digits.clone(), [true, false, false]),
        (format!("{digits}.00"), [true, false, false]),
        (format!("{digits}.5"), [false, false, false]),
        (format!("1{digits}"), [true, true, false]),
    ] {
        let body = format!(r#"{{"v": [1, {digits}, 1e305], "w": {other}}}"#);
        let report = checker.check(&body, &ObjectContext::new());
        let failed: Vec<_> = report.problems().iter().map(icws_schema::report::Problem::pointer).collect();
        let expected: Vec<_> = (0..3).filter(|index| !passes[*index]).map(|index| format!("/v/{index}")).collect();
        assert_eq!(failed, expected, "{}", &other[295..]);
    }
}
