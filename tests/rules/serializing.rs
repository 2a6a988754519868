//! Rules and rule sets in formats other than JSON.

use crate::validators::{cases, text, validators};
use icws_schema::rules::validators::RangeFloat;
use icws_schema::rules::{OwnedNumber, Rule, RuleSet};

/// The rule sets of all cases.
fn sets() -> Vec<RuleSet> {
    let files = validators();
    let loaded = files
        .values()
        .flat_map(cases)
        .filter_map(|case| RuleSet::from_json(text(case.get("rulesText").unwrap_or(&case["rules"]))).ok());
    let sets: Vec<_> = loaded.collect();
    assert!(sets.len() > 500, "{}", sets.len());
    sets
}

#[test]
fn a_set_is_equal_after_json() {
    for set in sets() {
        let json = serde_json::to_string(&set).unwrap();
        assert_eq!(serde_json::from_str::<RuleSet>(&json).unwrap(), set, "{json}");
        for rule in &set {
            let json = serde_json::to_string(rule).unwrap();
            assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), *rule, "{json}");
        }
    }
}

#[test]
fn a_set_is_equal_after_conversion_to_a_value() {
    for set in sets().iter().filter(|set| in_cbor(set).is_ok()) {
        let value = serde_json::to_value(set).unwrap();
        assert_eq!(serde_json::from_value::<RuleSet>(value).unwrap(), *set);
    }
}

#[test]
fn a_set_is_equal_after_cbor_or_cannot_be_serialized() {
    let mut lost = 0;
    for set in sets() {
        match in_cbor(&set) {
            Ok(cbor) => assert_eq!(ciborium::from_reader::<RuleSet, _>(&*cbor).unwrap(), set),
            Err(_) => lost += 1,
        }
    }
    assert!(lost < 10, "{lost}");
    let bound: OwnedNumber = "0.10000000000000000001".parse().unwrap();
    let set = RuleSet::new([Rule::new("v", RangeFloat::new().with_min(bound))]).unwrap();
    assert!(in_cbor(&set).is_err(), "no type of the format keeps the number");
}

#[test]
fn a_file_that_is_loaded_and_saved_keeps_its_schema_and_gains_no_defaults() {
    let file = concat!(
        r#"{"$schema":"ruleFile.json","rules":[{"validator":"wordValidator","property":"a"},"#,
        r#"{"validator":"validatorGroup","property":"b","rules":[{"validator":"stringLength","property":"","max":9}],"note":"n"},"#,
        r#"{"validator":"attributeExistence","required":["c"]},"#,
        r#"{"validator":"wrapUpStatusTimeout","property":"d","status":"s","timeout":"t"},"#,
        r#"{"validator":"wordValidator","property":"e","max":121,"digits":true}]}"#
    );
    let set = RuleSet::from_json(file).unwrap();
    assert_eq!(set.to_json(), file);
    assert_eq!(serde_json::to_string(&set).unwrap(), file);
    assert_eq!(serde_json::from_str::<RuleSet>(file).unwrap().schema(), Some("ruleFile.json"));
    assert_eq!(set.with_rules(set.rules().to_vec()).unwrap().to_json(), file);
    assert_eq!(RuleSet::new(set.rules().to_vec()).unwrap().schema(), None);
    assert_eq!(
        RuleSet::from_json(r#"{"rules": [{"validator": 18, "property": "a", "max": 120}]}"#).unwrap().to_json(),
        r#"{"rules":[{"validator":"wordValidator","property":"a"}]}"#
    );
}

#[test]
fn deserializing_reports_the_problems_of_a_rule() {
    let error = serde_json::from_str::<Rule>(r#"{"validator": "range", "property": "v", "max": "1"}"#).unwrap_err();
    assert_eq!(error.to_string(), r#"/rules/0: max: expected an integer, found "1"; write it without quotes"#);
    let error = serde_json::from_str::<RuleSet>(r#"{"rules": 5}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"rules: expected an array of rules, found 5; a rule is an object: `{"validator": "range", "property": "followMe[].timeout", "max": 60}`"#
    );
}

fn in_cbor(set: &RuleSet) -> Result<Vec<u8>, ciborium::ser::Error<std::io::Error>> {
    let mut cbor = Vec::new();
    ciborium::into_writer(set, &mut cbor).map(|()| cbor)
}
