//! What a valid body costs in memory: its own value, and nothing besides.

use icws_schema::ParseOptions;
use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::rules::{Context, RequestChecker};
use std::hint::black_box;

/// A request that each of the recommended rules checks. Its array has no more items than a vector begins with.
const REQUEST: &str = r#"{
    "callForwardAll": {"actualValue": true},
    "callForwardAllMode": {"actualValue": "External"},
    "externalCallTimeout": {"actualValue": 30},
    "followMe": [
        {"phoneNumber": "+1 (317) 872-3000", "timeout": 15, "usePin": true},
        {"usePin": false, "timeout": 20, "phoneNumber": "8042"}
    ]
}"#;

const VIEW: &str = r#"{
    "callForwardAllMode": {
        "actualValue": null,
        "effectiveValue": "External",
        "inheritedFrom": [
            {"from": {"id": "sales", "displayName": "Sales", "uri": "/sales"}, "objectType": 1, "values": "External"}
        ]
    }
}"#;

/// Returns the number of allocations that something makes. What it returns is dropped afterwards.
fn allocations<T>(make: impl Fn() -> T) -> u64 {
    black_box(make()); // what is made once in a process does not count
    let mut result = None;
    allocation_counter::measure(|| result = Some(black_box(make()))).count_total
}

#[test]
fn parsing_allocates_only_the_value() {
    let (checker, context) = (RequestChecker::recommended(), Context::new());
    let value = checker.parse(REQUEST, &context).into_result().unwrap();
    let own = allocations(|| value.clone());
    assert_eq!(own, 4, "an array and three strings");
    assert_eq!(allocations(|| checker.parse(REQUEST, &context)), own);
    assert_eq!(allocations(|| icws_schema::from_str::<UserClientConfigurationProperties>(REQUEST)), own);

    let view = icws_schema::from_str::<UserClientConfigurationView>(VIEW).unwrap();
    assert_eq!(
        allocations(|| icws_schema::from_str::<UserClientConfigurationView>(VIEW)),
        allocations(|| view.clone())
    );
}

#[test]
fn checking_allocates_nothing() {
    let (checker, context) = (RequestChecker::recommended(), Context::new());
    let value = checker.parse(REQUEST, &context).into_result().unwrap();
    assert_eq!(allocations(|| checker.check(REQUEST, &context)), 0);
    assert_eq!(allocations(|| checker.check_value(&value, &context)), 0);
    assert_eq!(allocations(|| ParseOptions::new().check::<UserClientConfigurationView>(VIEW)), 0);
}
