//! The payloads: a small PUT, one with all members, a view with everything, and a PUT with ten faults.

use serde_json::{Map, Value, json};

const BOOLEANS: [&str; 21] = [
    "accountCodeSortByNumber",
    "activateOutOfOfficeMessage",
    "alertOnSecurityBelowRequestedLevel",
    "analyzeOutgoingExternalCalls",
    "autoPlayVoicemail",
    "autoSelectInteractionOnDisconnect",
    "callForwardAll",
    "callForwardAllowChange",
    "changeAlertingProperties",
    "changeEfaqProperties",
    "changeFollowMeProperties",
    "changeQueueProperties",
    "confirmDragAndDrop",
    "confirmSingleClickDialing",
    "emailDownloadHTMLPictures",
    "enableAdvancedDialing",
    "muteOnTransfer",
    "openNewCallWindowForIncomingCalls",
    "ringWhenOnPhone",
    "screenCalls",
    "showStatusInSystemTray",
];

fn follow_me(count: usize) -> Value {
    let phones = ["+13175550100", "8042", "(317) 555 0142", "+49 69 1234-0"];
    (0..count).map(|i| json!({"phoneNumber": phones[i % 4], "timeout": 15 + i % 200, "usePin": i % 2 == 0})).collect()
}

fn object(wrap: impl Fn(Value) -> Value, entries: usize) -> Map<String, Value> {
    let mut object = Map::new();
    for (i, name) in BOOLEANS.into_iter().enumerate() {
        object.insert(name.into(), wrap(json!(i % 3 == 0)));
    }
    object.insert("callForwardAllMode".into(), wrap(json!("External")));
    object.insert("externalCallTimeout".into(), wrap(json!(45)));
    object.insert("eFaqSearchOption".into(), json!(2));
    object.insert("followMe".into(), follow_me(entries));
    object
}

fn text(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("plain JSON")
}

/// A small PUT: three settings and two numbers.
pub fn small() -> Vec<u8> {
    text(&json!({
        "callForwardAll": {"actualValue": true},
        "callForwardAllMode": {"actualValue": "External"},
        "externalCallTimeout": {"actualValue": 30},
        "followMe": follow_me(2),
    }))
}

/// A PUT of all 25 members and five numbers.
pub fn all() -> Vec<u8> {
    text(&object(|value| json!({"actualValue": value}), 5))
}

/// A view with every field, two sources each, and twenty numbers.
pub fn view() -> Vec<u8> {
    let source = |value: &Value, i: u32| {
        json!({
            "from": {
                "id": format!("6f1c2e4a-0b7d-4c51-9a8e-00000000000{i}"),
                "displayName": "Sales EMEA",
                "uri": format!("/configuration/workgroups/6f1c2e4a-0b7d-4c51-9a8e-00000000000{i}"),
            },
            "objectType": i,
            "values": value,
        })
    };
    text(&object(
        |value| {
            json!({
                "actualValue": value,
                "effectiveValue": value,
                "inheritedValue": value,
                "inheritedFrom": [source(&value, 1), source(&value, 3)],
            })
        },
        20,
    ))
}

/// The PUT of all members with ten faults.
pub fn invalid_json() -> Vec<u8> {
    let mut object = object(|value| json!({"actualValue": value}), 5);
    let mut set = |pointer: &str, value: Value| {
        let mut steps = pointer.split('/');
        let mut slot = &mut object[steps.next().expect("a name")];
        for step in steps {
            slot = match step.parse::<usize>() {
                Ok(index) => &mut slot[index],
                Err(_) => &mut slot[step],
            };
        }
        *slot = value;
    };
    set("callForwardAllMode/actualValue", json!("Sometimes"));
    set("externalCallTimeout/actualValue", json!(301));
    for (entry, timeout) in [0, 301, -1, 1000].into_iter().enumerate() {
        set(&format!("followMe/{entry}/timeout"), json!(timeout));
        set(&format!("followMe/{entry}/phoneNumber"), json!("call me"));
    }
    text(&object)
}

/// A payload written for people, with line breaks and indents.
pub fn pretty(payload: &[u8]) -> Vec<u8> {
    serde_json::to_vec_pretty(&serde_json::from_slice::<Value>(payload).expect("JSON")).expect("plain JSON")
}

/// A request with an array of 3000 numbers.
pub fn long_array() -> Vec<u8> {
    text(&json!({"followMe": follow_me(3000)}))
}
