//! Rules of every validator, with parameters at which what they make of the values changes.

use super::values::Json;
use serde_json::{Value, json};

/// A rule at `v`.
fn rule(validator: &str, parameters: &Value) -> Value {
    let mut rule = json!({"validator": validator, "property": "v"});
    rule.as_object_mut().unwrap().extend(parameters.as_object().unwrap().clone());
    rule
}

fn rules(validator: &str, parameters: &Value) -> Vec<Value> {
    parameters.as_array().unwrap().iter().map(|parameters| rule(validator, parameters)).collect()
}

/// All pairs of bounds, with none on either side.
fn bounds(validator: &str, bounds: &[Value], more: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    for (index, min) in bounds.iter().enumerate() {
        all.push(json!({"min": min}));
        all.push(json!({"max": min}));
        all.extend(bounds[index..].iter().map(|max| json!({"min": min, "max": max})));
    }
    all.iter_mut().for_each(|bounds| bounds.as_object_mut().unwrap().extend(more.as_object().unwrap().clone()));
    rules(validator, &all.into())
}

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn of_one_property() -> Vec<Value> {
    let integers = [
        json!(i64::MIN),
        json!(-1),
        json!(0),
        json!(1),
        json!(2),
        json!(2_147_483_647),
        json!(9_007_199_254_740_993_i64),
        json!(i64::MAX),
    ];
    let floats = [
        json!(-1e300),
        json!(-0.5),
        json!(0),
        json!(0.1),
        json!(1),
        json!(1.5),
        json!(9_007_199_254_740_992_i64),
        json!(1e300),
    ];
    let counts = [json!(0), json!(1), json!(2), json!(3)];
    let mut all = [
        bounds("range", &integers, &json!({})),
        bounds("rangeFloat", &floats, &json!({})),
        bounds("stringLength", &counts, &json!({})),
        bounds("stringLength", &counts, &json!({"unit": "utf16"})),
        bounds("collectionCount", &counts, &json!({})),
    ]
    .concat();
    for divisor in [1, 2, 3, 9_007_199_254_740_993, i64::MAX] {
        let offsets = [0, 1, -1, 4, i64::MIN, i64::MAX];
        all.extend(offsets.map(|offset| rule("multipleOf", &json!({"divisor": divisor, "offset": offset}))));
    }
    for operator in ["lt", "le", "eq", "ne", "ge", "gt"] {
        let values = [-1, 0, 1, 2, 9_007_199_254_740_993, i64::MIN, i64::MAX];
        all.extend(
            values.map(|value| rule("integerComparisonValidator", &json!({"operator": operator, "value": value}))),
        );
    }
    for max in [1, 2, 3, 120] {
        all.extend([false, true].map(|digits| rule("wordValidator", &json!({"max": max, "digits": digits}))));
    }
    for (validator, parameters) in [
        ("unknownValidator", json!([{"check": "mine"}])),
        ("requiredValue", json!([{}])),
        ("requiredAttribute", json!([{}])),
        ("regex", json!([{"pattern": "a"}, {"pattern": "ab"}, {"pattern": "É"}])),
        (
            "validValues",
            json!([
                {"values": ["a", "É", 1, true]}, {"values": ["A", "é"], "ignoreCase": true}, {"values": [9_007_199_254_740_993_i64, 0, "1"]},
                {"values": [""]}, {"values": [false, -1], "ignoreCase": true}
            ]),
        ),
        (
            "invalidCharacters",
            json!([
                {"characters": "ab"}, {"characters": "/\\:"}, {"characters": "é\u{301}", "allowControl": true}, {"characters": "\t", "allowControl": true}
            ]),
        ),
        (
            "validFormat",
            json!([
                {"format": "integer"}, {"format": "number"}, {"format": "boolean"}, {"format": "duration"}, {"format": "ipv4"},
                {"format": "guid"}, {"format": "hostname"}
            ]),
        ),
        (
            "pronunciationValidator",
            json!([
                {"alphabet": ["a", "ab", "b"]}, {"alphabet": ["a", "ab", "c"], "separator": ""}, {"alphabet": ["a", "b"], "separator": ";"}
            ]),
        ),
        (
            "characterDelimitedValue",
            json!([
                {"delimiter": ";"}, {"delimiter": ";", "allowRepeats": false}, {"delimiter": "a"}, {"delimiter": "a;", "allowRepeats": false},
                {"delimiter": ";", "rules": [{"validator": "stringLength", "max": 1}]},
                {"delimiter": " ", "rules": [{"validator": "existingExtension"}, {"validator": "regex", "pattern": "a"}]}
            ]),
        ),
        (
            "characterDelimitedKVPairs",
            json!([
                {"pairDelimiter": ";", "keyDelimiter": "="}, {"pairDelimiter": ";", "keyDelimiter": "=", "keys": ["k"]},
                {"pairDelimiter": "=", "keyDelimiter": ";"}, {"pairDelimiter": "=v", "keyDelimiter": "="},
                {"pairDelimiter": ";", "keyDelimiter": "=", "keys": ["K", "l"]}
            ]),
        ),
        (
            "validatorGroup",
            json!([
                {"rules": [{"validator": "range", "property": "", "max": 1}, {"validator": "stringLength", "property": "", "max": 1}]},
                {"mode": "all", "rules": [{"validator": "range", "property": "", "max": 1}, {"validator": "requiredValue", "property": ""}]},
                {"mode": "all", "rules": [{"validator": "requiredAttribute", "property": ""}, {"validator": "requiredValue", "property": ""}]}
            ]),
        ),
        ("uniqueInstanceId", json!([{"objectType": "user"}, {"objectType": "User"}, {"objectType": "role"}])),
        ("existingInstanceId", json!([{"objectType": "user"}, {"objectType": "role"}])),
        (
            "existingAttributeValue",
            json!([
                {"objectType": "user", "attribute": "s"}, {"objectType": "user", "attribute": "n"}, {"objectType": "user", "attribute": "b"}, {"objectType": "role", "attribute": "s"}
            ]),
        ),
        (
            "uniqueAttributeValue",
            json!([
                {"objectType": "user", "attribute": "s"}, {"objectType": "user", "attribute": "n"}, {"objectType": "user", "attribute": "b"}
            ]),
        ),
        (
            "existingInstanceIdWithAttributeValue",
            json!([
                {"objectType": "user", "attribute": "s", "value": "x"}, {"objectType": "user", "attribute": "n", "value": 1},
                {"objectType": "user", "attribute": "n", "value": 2}, {"objectType": "user", "attribute": "s", "value": "X"}
            ]),
        ),
        ("acgTreeValidator", json!([{}, {"maxDepth": 1}, {"maxDepth": 2}, {"maxDepth": 3}])),
        ("existingAttendantProfile", json!([{}, {"kinds": ["inbound"]}, {"kinds": ["email", "operator"]}])),
        ("extension", json!([{}, {"refusePrefixClash": true}])),
        ("existingExtension", json!([{}])),
        ("networkAdapter", json!([{}])),
        ("timeZoneValidator", json!([{"source": "directory"}])),
        ("unsupportedManufacturer", json!([{}])),
        (
            "referenceCount",
            json!([{"objectType": "role", "max": 0}, {"objectType": "role", "max": 1}, {"objectType": "role", "max": 2}]),
        ),
        ("analyzerKeywordCount", json!([{"max": 3}, {"max": 4}, {"max": 5}])),
        ("workgroupAnalyzerKeywordCount", json!([{"max": 0}])),
        ("recorderPolicyAnalyzerKeywordCount", json!([{"max": 0}])),
    ] {
        all.extend(rules(validator, &parameters));
    }
    all
}

/// Rules that read `o` as well.
pub(super) fn of_two_properties() -> Vec<Value> {
    let mut all = Vec::new();
    for operator in ["lt", "le", "eq", "ne", "ge", "gt"] {
        all.push(rule("integerComparisonValidator", &json!({"operator": operator, "other": "o"})));
    }
    let tests = json!([{"present": true}, {"absent": true}, {"is": "a"}, {"is": 1}, {"is": true}, {"isNot": "a"}, {"isNot": 0}]);
    for test in tests.as_array().unwrap() {
        let mut when = test.clone();
        when["property"] = "o".into();
        all.push(rule("otherAttributeValue", &json!({"other": "o", "expect": test})));
        all.push(rule("propertyNotApplicable", &json!({"when": when})));
        let other = json!({"property": "p", "present": true});
        all.push(rule("propertyNotApplicable", &json!({"when": {"all": [when, {"not": other}]}})));
        all.push(rule("propertyNotApplicable", &json!({"when": {"any": [other, {"not": when}]}})));
    }
    for (validator, parameters) in [
        ("workstationsSharedAppearanceID", json!([{"primaryStation": "o"}])),
        ("invalidMailboxFolder", json!([{"mailbox": "o"}])),
        ("unsupportedModel", json!([{"manufacturer": "o"}])),
        ("audioProtocol", json!([{"registrationGroup": "o"}])),
        ("analyzerKeywordCount", json!([{"max": 2, "set": "o"}, {"max": 3, "set": "o"}])),
        (
            "workgroupAnalyzerKeywordCount",
            json!([{"max": 1, "set": "o"}, {"max": 2, "set": "o"}, {"max": 3, "workgroups": "o"}]),
        ),
        ("recorderPolicyAnalyzerKeywordCount", json!([{"max": 1, "set": "o"}, {"max": 3, "recorderPolicies": "o"}])),
    ] {
        all.extend(rules(validator, &parameters));
    }
    all
}

/// Rules that report at other places than their property.
pub(super) fn elsewhere() -> Vec<Value> {
    let mut all = Vec::new();
    for (validator, parameters) in [
        (
            "collectionItemValidator",
            json!([
                {"rules": [{"validator": "range", "property": "", "max": 1}]},
                {"rules": [{"validator": "existingExtension", "property": ""}, {"validator": "stringLength", "property": "", "max": 1}]},
                {"rules": [{"validator": "requiredValue", "property": ""}, {"validator": "range", "property": "", "min": 2}]}
            ]),
        ),
        ("existingLanguageValues", json!([{}])),
        (
            "attributeExistence",
            json!([{"required": ["a"]}, {"forbidden": ["b"]}, {"required": ["b", "a"], "forbidden": ["id", "a"]}]),
        ),
        ("endDateTimeValidator", json!([{"start": "o"}, {"start": "o", "spansDay": "o"}])),
    ] {
        all.extend(rules(validator, &parameters));
    }
    let object = json!([
        {"validator": "objectValidationErrorMutuallyExclusive", "properties": ["v", "o"]},
        {"validator": "objectValidationErrorMutuallyExclusive", "properties": ["o", "v", "p"]},
        {"validator": "wrapUpStatusTimeout", "status": "v", "timeout": "o"},
        {"validator": "wrapUpStatusTimeout", "status": "v", "timeout": "o", "max": 1}
    ]);
    all.extend(object.as_array().unwrap().clone());
    all
}

fn some(values: &Value) -> Vec<Option<Json>> {
    values.as_array().unwrap().iter().map(|value| Some(Json::of(value))).collect()
}

/// Values that matter at `v` where `o` decides.
pub(super) fn firsts() -> Vec<Option<Json>> {
    let mut all =
        some(&json!([1, 0, "VVX", "Inbox", "a-1", [], ["a"], ["a", "b"], ["a", "b", "c"], "Follow Up", "lunch"]));
    all.extend(some(&times()));
    all
}

/// Values that matter at `o`.
pub(super) fn seconds() -> Vec<Option<Json>> {
    let mut all = some(&json!([
        "Polycom", {"id": "polycom"}, "support", "st1", "Main", "plain", "home", "Other", ["Support"], ["plain", "Support"], ["none"], [1],
        "a", 0, 1, 2, -1, 7200, 7201, true, null
    ]));
    all.push(None);
    all.extend(some(&times()));
    all
}

/// Dates, times and both, of which pairs are in every order.
fn times() -> Value {
    json!([
        "08:00",
        "08:00:00",
        "08:00:00.5",
        "17:30",
        "24:00",
        "2012-02-29",
        "20120229",
        "2013-02-29",
        "2013-03-01",
        "20120229T080000Z",
        "2012-02-29T09:00:00+01:00",
        "2012-02-29T08:00:01Z"
    ])
}
