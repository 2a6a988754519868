//! What to write in place of bodies in another form: lists of names and values, placeholders, cells of CSV, and others.

use icws_schema::ParseOptions;
use icws_schema::body::{UserClientConfigurationProperties, ViewDocument};
use icws_schema::report::{Hint, Problem, Report};

fn checked(body: &str) -> Report {
    ParseOptions::new().recover().follow_suggestions().check::<UserClientConfigurationProperties>(body)
}

/// The path of each problem, and what to do about it.
fn helps(body: &str) -> Vec<(String, String)> {
    let help = |problem: &Problem| (problem.location().to_string(), problem.help().unwrap_or_default());
    checked(body).iter().map(help).collect()
}

#[track_caller]
fn has(body: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(path, help)| (path.to_string(), help.to_string())).collect();
    assert_eq!(helps(body), expected, "{body}");
}

const FORWARD: &str = r#"write each property under its own name, as `{"callForwardAll": {"actualValue": ...}}`"#;
const BOOLEAN: &str = "write `true` or `false`, without quotes";

#[test]
fn a_list_of_names_and_values_is_read_as_properties() {
    has(
        r#"{"properties": [{"name": "callForwardAll", "value": "on"}, {"name": "externalCallTimeout", "value": 30}]}"#,
        &[("properties", FORWARD), ("properties[0].value", BOOLEAN)],
    );
    has(
        r#"[{"key": "callForwardAll.actualValue", "value": null}, {"key": "eFaqSearchOption", "value": "Best"}, {"key": "x", "value": 1}, 5]"#,
        &[("", FORWARD), ("[1].value", "the code of `Best` is 2")],
    );
    has(
        r#"{"settings": [{"path": "followMe", "value": [{"phoneNumber": 1, "timeout": 1, "usePin": true}]}, {"path": "screenCalls", "value": {"actualValue": "x"}}]}"#,
        &[
            (
                "settings",
                r#"write each property under its own name, as `{"followMe": [{"phoneNumber": "...", "timeout": ..., "usePin": ...}]}`"#,
            ),
            ("settings[0].value[0].phoneNumber", "write it in double quotes"),
            ("settings[1].value.actualValue", BOOLEAN),
        ],
    );
    // Where suggestions are not followed, the list has the hint.
    let body = r#"{"properties": [{"name": "callForwardAll", "value": "on"}]}"#;
    let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
    let hint = Some(Hint::PropertyByName { name: "callForwardAll", form: r#"{"actualValue": ...}"# });
    assert_eq!(report.iter().map(Problem::hint).collect::<Vec<_>>(), std::slice::from_ref(&hint));
    let value: serde_json::Value = serde_json::from_str(body).unwrap();
    let parsed = ParseOptions::new().parse_value::<UserClientConfigurationProperties>(&value);
    assert_eq!(parsed.report().problems()[0].hint(), hint);
}

#[test]
fn the_parts_of_a_body_are_one_object() {
    let parts =
        "no property is in two items: write those of all items in one object, or send each item as a separate body";
    let one = r#"{"callForwardAll": {"actualValue": true}}"#;
    has(
        &format!(r#"[{one}, {{"screenCals": {{"actualValue": true}}}}]"#),
        &[("", parts), ("[1].screenCals", "did you mean `screenCalls`?")],
    );
    has(
        &format!(r#"{{"settings": [{one}, {{"screenCalls": {{"actualValue": 1}}}}]}}"#),
        &[
            ("settings", "the body is inside of this property: send only its value"),
            ("settings", parts),
            ("settings[1].screenCalls.actualValue", BOOLEAN),
        ],
    );
    let bodies = "each item of the array is a separate body";
    has(&format!("[{one}, {one}]"), &[("", bodies)]);
    has(&format!("[{one}]"), &[("", bodies)]);
    has(&format!("[{one}, 5]"), &[("", bodies)]);
}

#[test]
fn a_placeholder_says_what_to_write_in_its_place() {
    let value = |expected: &str| format!("write the value that it stands for; here, write {expected}");
    let (boolean, integer, string) = (value("a boolean or null"), value("a 32-bit integer"), value("a string"));
    let body = |forward: &str, phone: &str, timeout: &str| {
        format!(
            r#"{{"callForwardAll": {{"actualValue": {forward}}}, "followMe": [{{"phoneNumber": {phone}, "timeout": {timeout}, "usePin": true}}]}}"#
        )
    };
    for (forward, phone, timeout) in [
        ("<true|false>", "<extension>", "<seconds>"),
        ("{{ forward }}", "{{phone}}", "{{timeout}}"),
        ("${FORWARD}", "$PHONE", "TODO"),
        ("xxx", "%PHONE%", "???"),
    ] {
        has(&body(forward, phone, timeout), &[("", &boolean), ("", &string), ("", &integer)]);
    }
    let quoted = "this is a placeholder: write the value that it stands for";
    for (forward, timeout) in [(r#""<true|false>""#, r#""{{seconds}}""#), (r#""TBD""#, r#""$TIMEOUT""#)] {
        has(
            &body(forward, r#""8001""#, timeout),
            &[("callForwardAll.actualValue", quoted), ("followMe[0].timeout", quoted)],
        );
    }
    // Any other value that is left out says what is expected as well.
    has(&body("", r#""8001""#, "1"), &[("", "add the missing value; here, write a boolean or null")]);
}

#[test]
fn a_string_that_is_a_placeholder_is_a_warning_where_suggestions_are_followed() {
    let warnings = |phone: &str| {
        let report =
            checked(&format!(r#"{{"followMe": [{{"phoneNumber": "{phone}", "timeout": 1, "usePin": true}}]}}"#));
        assert!(report.is_valid());
        report.warnings().iter().map(|warning| format!("{} {warning}", warning.as_str())).collect::<Vec<_>>()
    };
    let warning =
        "placeholder `followMe[0].phoneNumber`: the string is a placeholder; write the value that it stands for";
    for phone in ["<extension>", "{{ phone }}", "${PHONE}"] {
        assert_eq!(warnings(phone), [warning], "{phone}");
    }
    for phone in ["8001", "TODO", "<sip:8001@example.com>", "{8001}", "<8001>", "$8001", "<b>a", ""] {
        assert_eq!(warnings(phone), [""; 0], "{phone}");
    }
    let body = r#"{"followMe": [{"phoneNumber": "<extension>", "timeout": 1, "usePin": "<true|false>"}]}"#;
    assert_eq!((checked(body).problems().len(), checked(body).warnings().len()), (1, 1));
    let plain =
        ParseOptions::new().check::<UserClientConfigurationProperties>(&body.replace(r#""<true|false>""#, "true"));
    assert!(plain.is_valid() && plain.warnings().is_empty());
}

#[test]
fn a_cell_of_csv_is_read_with_single_quotation_marks() {
    let cell = "the quotation marks are doubled: remove those around the whole, and write each `\"\"` as `\"`";
    has(
        "\"{\"\"followMe\"\":[{\"\"phoneNumber\"\":\"\"8019\"\",\"\"timeout\"\":15,\"\"usePin\"\":\"\"n\"\"}]}\"\r\n",
        &[("", cell), ("followMe[0].usePin", BOOLEAN)],
    );
    has(
        "\"{\"\"callForwardAll\"\": {\"\"actualValue\"\": True},}\"",
        &[("", cell), ("", "in JSON, write `true`"), ("", "remove the comma")],
    );
}

#[test]
fn times_are_in_seconds() {
    let meant = "did you mean `timeout`? its value is in seconds";
    for name in ["timeoutMs", "timeoutSeconds", "timeout_ms", "TimeoutInMinutes", "timeoutSec"] {
        let body = format!(r#"{{"followMe": [{{"phoneNumber": "1", "{name}": 15, "usePin": false}}]}}"#);
        let report = checked(&body);
        assert_eq!(report.problems().last().unwrap().help().as_deref(), Some(meant), "{name}");
        assert_eq!(report.problems().last().unwrap().suggestion(), Some("timeout"));
    }
    has(
        r#"{"externalCallTimeoutMs": {"actualValue": 1}, "externalCallTimeouts": {"actualValue": 1}}"#,
        &[
            ("externalCallTimeoutMs", "did you mean `externalCallTimeout`? its value is in seconds"),
            ("externalCallTimeouts", "did you mean `externalCallTimeout`?"),
        ],
    );
    has(
        r#"{"followMe": [{"phoneNumber": "1", "timeout": 1, "usePinTimeoutMs": true}]}"#,
        &[
            ("followMe[0].usePin", "probably written as `usePinTimeoutMs`"),
            ("followMe[0].usePinTimeoutMs", "did you mean `usePin`?"),
        ],
    );
    for (value, help) in [
        ("500 ms", "write the number of seconds alone, without quotes and unit"),
        ("2min", "write the number of seconds alone, without quotes and unit"),
        ("30s", "write the number alone, without quotes and unit"),
        ("ms", "write the number alone, without quotes and unit"),
    ] {
        has(
            &format!(r#"{{"externalCallTimeout": {{"actualValue": "{value}"}}}}"#),
            &[("externalCallTimeout.actualValue", help)],
        );
    }
}

#[test]
fn null_inherits_a_value() {
    let inherit = "to inherit the value, write `\"actualValue\": null`, without quotes around `null`";
    for value in ["inherit", "Inherited", "(default)", "null", "None"] {
        has(
            &format!(r#"{{"callForwardAll": {{"actualValue": "{value}"}}, "externalCallTimeout": "{value}"}}"#),
            &[("callForwardAll.actualValue", inherit), ("externalCallTimeout", inherit)],
        );
    }
    let whether = "`\"actualValue\": null` inherits the value; otherwise the value itself is in `actualValue`";
    for name in ["inherited", "inherit", "isInherited", "use_default"] {
        has(
            &format!(r#"{{"callForwardAllMode": {{"{name}": true}}}}"#),
            &[("callForwardAllMode.actualValue", whether), (&format!("callForwardAllMode.{name}"), whether)],
        );
    }
    // Only an inheritable value is null.
    has(
        r#"{"followMe": [{"phoneNumber": "1", "timeout": "default", "usePin": "inherit"}]}"#,
        &[("followMe[0].timeout", "write the number alone, without quotes and unit"), ("followMe[0].usePin", BOOLEAN)],
    );
}

#[test]
fn a_cut_off_object_names_what_it_needs() {
    let cut = "the input is cut off, or closing brackets are missing";
    has(
        r#"{"followMe": [{"phoneNumber": "1", "timeout": 2"#,
        &[("", &format!("{cut}; the object also needs `usePin`"))],
    );
    has(r#"{"followMe": [{"usePin": true"#, &[("", &format!("{cut}; the object also needs `phoneNumber`, `timeout`"))]);
    has(r#"{"screenCalls": {"actualValue": true}"#, &[("", "the input is cut off, or a closing bracket is missing")]);
}

#[test]
fn a_json_patch_is_read_as_properties() {
    let patch = |name: &str, form: &str| {
        format!(
            "this is a JSON Patch, and a request has the properties themselves: `path` begins with their names, as in `{{\"{name}\": {form}}}`; \
             in place of `remove`, write null as `actualValue`; `followMe` is sent whole"
        )
    };
    let hint = patch("externalCallTimeout", "{\"actualValue\": ...}");
    has(
        r#"[{"op": "replace", "path": "/externalCallTimeout/actualValue", "value": "35"}, {"op": "remove", "path": "/screenCalls/actualValue"}]"#,
        &[("", &hint), ("[0].value", "write it without quotes")],
    );
    let hint = patch("screenCalls", "{\"actualValue\": ...}");
    has(r#"[{"op": "remove", "path": "/screenCalls/actualValue"}]"#, &[("", &hint)]);
}

#[test]
fn a_body_inside_of_another_document_says_where_it_is() {
    let text = |path: &str| {
        format!(
            "the body is the text in `{path}`, which is not checked here: send and check only that, without the quotes around it and the backslashes"
        )
    };
    let inner = r#""{\n // x\n \"callForwardAll\": {\"actualValue\": true}}""#;
    has(
        &format!(r#"{{"name": "Set", "request": {{"method": "PUT", "body": {{"mode": "raw", "raw": {inner}}}}}}}"#),
        &[("name", &text("request.body.raw")), ("request", &text("request.body.raw"))],
    );
    has(
        &format!(r#"{{"log": {{"entries": [{{"request": {{"postData": {{"text": {inner}}}}}}}]}}}}"#),
        &[("log", &text("log.entries[0].request.postData.text"))],
    );
    has(&format!(r#"{{"payload": {inner}}}"#), &[("payload", &text("payload"))]);
    has(
        r#"{"payload": {"x": {"callForwardAll": {"actualValue": true}}}}"#,
        &[("payload", "the body is inside, at `payload.x`: send only that value")],
    );
    has(
        r#"{"payload": {"callForwardAll": {"actualValue": true}}, "screenCalls": {"actualValue": true}}"#,
        &[("payload", "properties are inside of this one: write them beside the others, without it")],
    );
}

#[test]
fn a_lost_value_has_to_be_looked_up() {
    let lost = "this object only says whether there is a value: look the value up, or write null if there is none";
    has(
        r#"{"callForwardAllMode": {"actualValue": {"empty": true, "present": false}}, "externalCallTimeout": {"actualValue": {"isPresent": true}}}"#,
        &[("callForwardAllMode.actualValue", lost), ("externalCallTimeout.actualValue", lost)],
    );
    has(
        r#"{"followMe": [{"phoneNumber": 1.31756E+10, "timeout": 1, "usePin": true}, {"phoneNumber": 8031, "timeout": 1, "usePin": true}]}"#,
        &[
            (
                "followMe[0].phoneNumber",
                "a number in this notation has probably lost digits: look them up, and write all of them in double quotes",
            ),
            ("followMe[1].phoneNumber", "write it in double quotes"),
        ],
    );
    let number = "a request has no such property: the phone numbers to which calls go are in `followMe`, each in an object with `phoneNumber`, `timeout` and `usePin`";
    for name in ["callForwardNumber", "forwardTarget", "call_forward_destination"] {
        has(&format!(r#"{{"{name}": {{"actualValue": "+1"}}}}"#), &[(name, number)]);
    }
}

#[test]
fn rare_forms_of_bodies() {
    let texts = [
        r#"{"x": {"callForwardAll": {"actualValue": 1}}, "y": 2, "screenCalls": null}"#,
        r#"{"x": {"callForwardAll": null}, "y": 2}"#,
        r#"{"screenCalls": null, "x": {"callForwardAll": null}}"#,
        r#"{"followMe": [{"w": {"phoneNumber": "1"}, "timeout": 1, "usePin": true}]}"#,
        r#"{"followMe": [{"number": "1", "timeout": 1, "usePin": true}]}"#,
        r#"{"callForwardAll": {"inherited": true}, "followMe": [{"inherit": true}]}"#,
        r#"{"externalCallTimeouts": {"actualValue": 1}}"#,
        r#"{"callForwardAll": {"value": {"actualValue": true}}}"#,
        r#"{"followMe": [{"usePinMs": true, "phoneNumber": "1", "timeout": 1}]}"#,
        r#"{"followMe": [{"phoneNumber": "1"}, {"timeout": 1"#,
        "\"{\n \"\"callForwardAll\"\": 1}\"",
        "callForwardAll : True\nscreenCalls    : False",
    ];
    let text = texts.map(|body| format!("{body}\n{}\n", super::rendered(&checked(body))));
    super::pin("rare_bodies", &text.concat());
}

#[test]
fn a_body_in_a_string_is_checked_inside() {
    let json = "this is JSON inside of a string: take away the quotes around it and the backslashes";
    has(
        r#""{\"callForwardAll\": {\"actualValue\": \"on\"},\n \"x\": 1}""#,
        &[
            ("", json),
            ("callForwardAll.actualValue", BOOLEAN),
            ("x", "correct its name, or remove it if nothing is lost with it"),
        ],
    );
    has(r#""{\"callForwardAll\": ""#, &[("", json)]);
    has(r#""{\"callForwardAllMode\": {\"actualValue\": \"a\\\\b\"}}""#, &[("", json)]);
}

#[test]
fn columns_are_read_as_properties() {
    has(
        r#"{"callForwardAll.actualValue": "TRUE", "callForwardAllMode/actualValue": "All", "externalCallTimeout.actualValue": "20"}"#,
        &[
            ("callForwardAll.actualValue", FORWARD),
            ("callForwardAll.actualValue", BOOLEAN),
            (
                "callForwardAllMode/actualValue",
                r#"write each property under its own name, as `{"callForwardAllMode": {"actualValue": ...}}`"#,
            ),
            (
                "externalCallTimeout.actualValue",
                r#"write each property under its own name, as `{"externalCallTimeout": {"actualValue": ...}}`"#,
            ),
            ("externalCallTimeout.actualValue", "write it without quotes"),
        ],
    );
}

#[test]
fn what_belongs_elsewhere_is_named() {
    has(
        r#"{"userId": 5, "_comment": "CHG1", "note": "", "user": {}}"#,
        &[
            ("_comment", "a body has no comments: remove it"),
            ("note", "a body has no comments: remove it"),
            ("user", "the user is in the URL of the request, not in its body: remove it"),
            ("userId", "the user is in the URL of the request, not in its body: remove it"),
        ],
    );
}

#[test]
fn a_view_in_a_file_says_what_to_write() {
    const FOLLOW_ME: &str = "write an array with an object for each number, such as `[{\"phoneNumber\": \"8042\", \"timeout\": 15, \"usePin\": false}]`";
    let helps = |text: &str| -> Vec<String> {
        let report = ParseOptions::new().recover().follow_suggestions().check::<ViewDocument>(text);
        report.iter().filter_map(Problem::help).collect()
    };
    assert_eq!(
        helps(
            r#"{"callForwardAll": {"effectiveValue": "TRUE"},
                "externalCallTimeout": {"inheritedFrom": {"from": "Sales", "objectType": "Workgroup", "values": "20"}},
                "screenCalls": {"inheritedFrom": [{"from": {"id": "a"}, "objectType": 1, "values": [true]}]},
                "followMe": {"phoneNumber": "1", "timeout": "15", "usePin": true}}"#
        ),
        [
            BOOLEAN,
            "write `[` before it, and `]` after it",
            "write the id as `{\"id\": \"...\"}`",
            "the code of `Workgroup` is 1",
            "write it without quotes",
            FOLLOW_ME,
            "write it without quotes",
            "write the item alone, without brackets",
        ]
    );
    let items = "a list of users has them in `items`: write `{\"items\": ` before the array, and `}` after it";
    assert_eq!(
        helps(r#"[{"clientConfigurationProperties": {"followMe": {"phoneNumber": 1, "timeout": 1, "usePin": true}}}]"#),
        [items, FOLLOW_ME, "write it in double quotes"]
    );
    assert_eq!(
        helps(
            r#"[{"clientConfigurationProperties": {}}, {"configurationId": "a", "clientConfigurationProperties": {}}]"#
        ),
        [items, "write the id as `{\"id\": \"...\"}`"]
    );
}

#[test]
fn names_of_other_programs_for_a_number_to_call() {
    let names = |item: &str| {
        helps(&format!(r#"{{"followMe": [{item}]}}"#)).into_iter().map(|(_, help)| help).collect::<Vec<_>>()
    };
    assert_eq!(
        names(r#"{"number": "8001", "ringTime": 20, "requirePin": false}"#),
        [
            "probably written as `number`",
            "probably written as `ringTime`",
            "probably written as `requirePin`",
            "did you mean `phoneNumber`?",
            "did you mean `usePin`?",
            "did you mean `timeout`?",
        ]
    );
    has(
        r#"{"outOfOfficeActive": {"actualValue": true}}"#,
        &[("outOfOfficeActive", "did you mean `activateOutOfOfficeMessage`?")],
    );
}
