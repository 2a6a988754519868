//! Saved results of a GET: a view, a user, or a list of users.

use super::{files, pin};
use icws_schema::body::{SingleViewError, UserClientConfigurationView, ViewDocument};
use icws_schema::{ParseOptions, from_value};
use serde_json::{Value, json};
use std::fmt::Write;

fn parse(text: &str) -> (ViewDocument, icws_schema::report::Report) {
    ParseOptions::new().parse::<ViewDocument>(text).into_partial()
}

fn kind(document: &ViewDocument) -> &'static str {
    match document {
        ViewDocument::View(_) => "view",
        ViewDocument::User(_) => "user",
        ViewDocument::List(_) => "list",
        _ => "another document",
    }
}

#[test]
fn every_saved_get_has_its_views() {
    let mut text = String::new();
    for (name, file) in files("gets") {
        let (document, report) = parse(&file);
        writeln!(text, "{name}: {}", kind(&document)).unwrap();
        for view in document.views() {
            writeln!(text, "  {}", serde_json::to_string(view).unwrap()).unwrap();
        }
        for problem in &report {
            writeln!(text, "  problem {:?}: {problem}", problem.pointer()).unwrap();
        }
        for warning in report.warnings() {
            writeln!(text, "  warning: {warning}").unwrap();
        }
    }
    pin("gets", &text);
}

#[test]
fn a_document_without_problems_is_serialized_back_unchanged() {
    for (name, file) in files("gets") {
        let (document, report) = parse(&file);
        if report.is_valid() {
            let json: Value = serde_json::from_str(&file).unwrap();
            assert_eq!(serde_json::to_value(&document).unwrap(), json, "{name}");
            let written = serde_json::to_string(&document).unwrap();
            assert!(
                !name.contains("all-properties") || written.contains("1E2") && written.contains(":-0}"),
                "{written}"
            );
            assert_eq!(from_value::<ViewDocument>(&json).unwrap(), document, "{name}");
            assert_eq!(serde_json::from_str::<ViewDocument>(&file).unwrap(), document, "{name}");
        }
        assert_eq!(ParseOptions::new().check::<ViewDocument>(&file), report, "{name}");
    }
}

#[test]
fn a_document_is_selected_by_its_members() {
    for (text, expected) in [
        ("{}", "view"),
        (r#"{"items":[]}"#, "list"),
        (r#"{"items":{}}"#, "view"),
        (r#"{"items":[],"items":1}"#, "list"),
        (r#"{"items":1,"items":[]}"#, "view"),
        (r#"{"items":[],"screenCalls":null}"#, "view"),
        (r#"{"items":[],"clientConfigurationProperties":null}"#, "user"),
        (r#"{"callForwardAll":{},"clientConfigurationProperties":{}}"#, "user"),
        (r#"{"configurationId":{"id":"u"}}"#, "view"),
        (r#"{"screenCalls":null,"clientConfigurationProperties":{}"#, "user"),
        ("[]", "view"),
        ("", "view"),
    ] {
        assert_eq!(kind(&parse(text).0), expected, "{text}");
    }
}

#[test]
fn the_view_is_that_of_the_only_user() {
    let view = |text: &str| parse(text).0.view().map(|view| serde_json::to_string(view).unwrap());
    let user = r#"{"clientConfigurationProperties":{"followMe":[]}}"#;
    let expected = Ok(r#"{"followMe":[]}"#.to_owned());
    assert_eq!(view(r#"{"followMe":[]}"#), expected);
    assert_eq!(view(user), expected);
    assert_eq!(view(&format!(r#"{{"items":[{user}]}}"#)), expected);
    for none in [r#"{"items":[]}"#, r#"{"items":[{}]}"#, r#"{"clientConfigurationProperties":null}"#] {
        assert_eq!(view(none), Err(SingleViewError::NotSelected), "{none}");
    }
    assert_eq!(view(&format!(r#"{{"items":[{user},{{}}]}}"#)), Err(SingleViewError::SeveralUsers { users: 2 }));
}

#[test]
fn locations_start_at_the_root_of_the_document() {
    let pointers =
        |text: &str| -> Vec<String> { parse(text).1.iter().map(icws_schema::report::Problem::pointer).collect() };
    let user = r#"{"clientConfigurationProperties":{"followMe":[{"phoneNumber":"1","timeout":null,"usePin":true}]}}"#;
    assert_eq!(pointers(user), ["/clientConfigurationProperties/followMe/0/timeout"]);
    let list = format!(r#"{{"items":[{{}},{user}]}}"#);
    assert_eq!(pointers(&list), ["/items/1/clientConfigurationProperties/followMe/0/timeout"]);
}

#[test]
fn a_view_without_known_properties_is_only_a_warning() {
    let warnings = |text: &str| {
        let report = parse(text).1;
        assert!(report.is_valid(), "{text}");
        report.warnings().len()
    };
    let tag = json!({"__type": "urn:inin.com:configuration.people:userClientConfigurationProperties"}).to_string();
    for (text, expected) in [
        (r#"{"errorId":"x","message":"m"}"#, 1),
        (r#"{"clientConfigurationProperties":{"a":1}}"#, 1),
        (r#"{"items":[{"clientConfigurationProperties":{"a":1}},{"clientConfigurationProperties":{"b":{}}}]}"#, 2),
        ("{}", 0),
        (&tag, 1),
        (r#"{"a":1,"screenCalls":null}"#, 0),
        (r#"{"a":1,"clientConfigurationProperties":{}}"#, 0),
    ] {
        assert_eq!(warnings(text), expected, "{text}");
    }
}

#[test]
fn items_that_are_not_read_as_users_have_a_warning_that_says_why() {
    let warnings = |text: &str| {
        let report = parse(text).1;
        report.warnings().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let none = "none of the 25 client configuration properties is present";
    let no_array = "`items`: not a list of users, since it is not an array";
    let beside = "`items`: not read as a list of users, since it is beside properties of the client configuration";
    assert_eq!(warnings(r#"{"items":null}"#), [none, no_array]);
    assert_eq!(warnings(r#"{"items":{"0":{}}}"#), [none, no_array]);
    assert_eq!(warnings(r#"{"items":[{}],"callForwardAll":{"effectiveValue":true}}"#), [beside]);
    assert_eq!(warnings(r#"{"callForwardAll":null,"items":null}"#), [no_array]);
    assert_eq!(warnings(r#"{"itemss":[]}"#), [none, "`itemss`: unknown property; did you mean `items`?"]);
    assert_eq!(warnings(r#"{"items":[]}"#), [""; 0]);
    let report = ParseOptions::new().check::<UserClientConfigurationView>(r#"{"items":[{}]}"#);
    assert_eq!(report.warnings().len(), 1, "{report}");
    let report = parse(r#"{"items":null}"#).1;
    assert_eq!(report.warnings()[1].location().pointer(), "/items");
}

#[test]
fn an_answer_in_utf_16_with_a_byte_order_mark_is_read() {
    let text = "\u{feff}{\"callForwardAll\":{\"effectiveValue\":true}}";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        let (document, report) = ParseOptions::new().parse::<ViewDocument>(&bytes).into_partial();
        assert_eq!(document.view().unwrap().call_forward_all.effective(), Some(&true));
        let problems: Vec<_> = report.iter().map(|problem| (problem.offset(), problem.length())).collect();
        assert_eq!(problems, [(Some(0), Some(2))], "where the byte order mark is");
    }
}

#[test]
fn an_unknown_property_with_a_similar_name_is_a_warning_at_any_depth() {
    let warnings = |text: &str| {
        let (_, report) = parse(text);
        report.warnings().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let of = |path: &str, name: &str| format!("`{path}`: unknown property; did you mean `{name}`?");
    let view = r#"{"screenCalls": {"effectiveValue": true, "actualValu": 1, "inheritedFrom": [{"from": {"id": "a", "ids": 1}, "objectType": 1, "values": true}]},
        "followme": [], "folowMe": [], "other": {"actualValu": 1},
        "followMe": [{"phoneNumber": "1", "timeout": 1, "usePin": true}, {"phoneNumber": "1", "timeout": 1, "usePin": true, "usepin": 1}]}"#;
    let expected = [
        ("followMe[1].usepin", "usePin"),
        ("followme", "followMe"),
        ("folowMe", "followMe"),
        ("screenCalls.actualValu", "actualValue"),
        ("screenCalls.inheritedFrom[0].from.ids", "id"),
    ];
    let inside = |outer: &str| expected.map(|(path, name)| of(&format!("{outer}{path}"), name));
    assert_eq!(warnings(view), inside(""));
    let user = format!(r#"{{"configurationID": 1, "clientConfigurationProperties": {view}}}"#);
    let user_name = |outer: &str| of(&format!("{outer}configurationID"), "configurationId");
    let in_user = inside("clientConfigurationProperties.").into_iter().chain([user_name("")]);
    assert_eq!(warnings(&user), in_user.collect::<Vec<_>>());
    let in_list = inside("items[1].clientConfigurationProperties.").into_iter().chain([user_name("items[1].")]);
    assert_eq!(warnings(&format!(r#"{{"items": [{{}}, {user}]}}"#)), in_list.collect::<Vec<_>>());
    let wrapped = |name: &str| format!(r#"{{"screenCalls": null, "{name}": []}}"#);
    assert_eq!(
        warnings(&wrapped("clientConfigurationPropertie")),
        [of("clientConfigurationPropertie", "clientConfigurationProperties")]
    );
    assert_eq!(warnings(&wrapped("item")), [of("item", "items")]);
}

#[test]
fn a_missing_property_whose_name_is_misspelt_is_reported_once() {
    let (_, report) = parse(r#"{"followMe": [{"phoneNumbr": "1", "timeout": 1, "usePin": true}]}"#);
    assert_eq!((report.problems().len(), report.warnings()), (1, &[][..]));
}

#[test]
fn names_are_compared_up_to_a_limit() {
    for (count, warnings) in [(1000, 2), (100_000, 1)] {
        let names = (0..count).map(|index| format!(r#""a{index}": 1"#)).collect::<Vec<_>>().join(",");
        let report = parse(&format!(r#"{{{names}, "screenCal": 1}}"#)).1;
        assert_eq!((report.is_valid(), report.warnings().len()), (true, warnings), "{count}");
    }
}

#[test]
fn an_invalid_property_does_not_affect_the_others() {
    let view = |value: &Value| -> Value { serde_json::to_value(parse(&value.to_string()).0).unwrap() };
    let samples = include_str!("../samples/views.ndjson").lines().take(10);
    let mut changed = 0;
    for sample in samples.map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        for name in sample.as_object().unwrap().keys() {
            for wrong in [json!("x"), json!([[]]), json!(7.5)] {
                let mut invalid = sample.clone();
                invalid[name] = wrong;
                let mut expected = sample.clone();
                // An array of which no item could be read has as many items as came.
                let read = view(&invalid);
                expected.as_object_mut().unwrap().remove(name);
                let mut rest = read.clone();
                rest.as_object_mut().unwrap().remove(name);
                assert_eq!(rest, expected, "{name}");
                changed += 1;
            }
        }
    }
    assert!(changed > 300, "{changed}");
}
