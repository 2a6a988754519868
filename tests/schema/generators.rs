//! User types that contain representations: schemars names and distinguishes these.

use icws_schema::body::{
    ErrorBody, FollowMe, InheritableBooleanProperty, InheritableIntProperty, UserClientConfigurationProperties,
    UserClientConfigurationView,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

#[derive(JsonSchema)]
#[expect(dead_code)]
struct Scalars {
    flag: InheritableBooleanProperty,
    number: InheritableIntProperty,
}

#[derive(JsonSchema)]
#[expect(dead_code)]
struct Update {
    properties: UserClientConfigurationProperties,
    entry: FollowMe,
    seen: UserClientConfigurationView,
}

mod own {
    #[derive(schemars::JsonSchema)]
    #[expect(dead_code)]
    pub(super) struct Error {
        pub(super) attempt: u8,
    }
}

#[derive(JsonSchema)]
#[expect(dead_code)]
struct Outcome {
    theirs: ErrorBody,
    mine: own::Error,
}

#[track_caller]
fn accepts(schema: &schemars::Schema, body: &Value) -> bool {
    jsonschema::validator_for(schema.as_value()).unwrap().is_valid(body)
}

#[test]
fn inheritables_of_two_types_have_two_schemas() {
    let schema = schema_for!(Scalars);
    assert!(accepts(&schema, &json!({"flag": {"actualValue": true}, "number": {"actualValue": 10}})));
    assert!(!accepts(&schema, &json!({"flag": {"actualValue": true}, "number": {"actualValue": true}})));
}

#[test]
fn types_inside_requests_are_closed_and_others_open() {
    let schema = schema_for!(Update);
    let entry = json!({"phoneNumber": "8042", "timeout": 15, "usePin": true});
    let wider = json!({"phoneNumber": "8042", "timeout": 15, "usePin": true, "later": 1});
    let body = |request: &Value, entry: &Value, seen: &Value| json!({"properties": {"followMe": [request]}, "entry": entry, "seen": {"followMe": [seen]}});
    assert!(accepts(&schema, &body(&entry, &wider, &wider)));
    assert!(!accepts(&schema, &body(&wider, &entry, &entry)));
}

#[test]
fn a_user_type_with_the_name_of_a_wire_type_keeps_its_schema() {
    let schema = schema_for!(Outcome);
    assert!(accepts(&schema, &json!({"theirs": {"message": "no"}, "mine": {"attempt": 1}})));
    assert!(!accepts(&schema, &json!({"theirs": {"message": "no"}, "mine": {"message": "no"}})));
}

#[test]
fn references_follow_the_settings_of_the_generator() {
    for settings in [SchemaSettings::draft07(), SchemaSettings::openapi3(), SchemaSettings::draft2020_12()] {
        let path = settings.definitions_path.to_string();
        let schema = settings.into_generator().into_root_schema_for::<Update>();
        let text = schema.as_value().to_string();
        let references: Vec<_> =
            text.split(r##""$ref":"#"##).skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(!references.is_empty());
        for reference in references {
            assert!(reference.starts_with(&path), "{reference} under {path}");
            assert!(schema.as_value().pointer(reference).is_some(), "{reference} leads nowhere");
        }
    }
}

#[test]
fn every_definition_has_its_name_as_title_and_no_number() {
    let schema = schema_for!(Update);
    let definitions = schema.get("$defs").unwrap().as_object().unwrap();
    for (name, definition) in definitions {
        assert_eq!(definition["title"], **name);
        assert!(!name.ends_with(|last: char| last.is_ascii_digit()), "{name}");
    }
    for name in
        ["FollowMe", "FollowMeRequest", "EFaqSearchOptions", "EFaqSearchOptionsRequest", "UserClientConfigurationView"]
    {
        assert!(definitions.contains_key(name), "{name}");
    }
}

#[test]
fn nullable_types_stay_nullable_when_inlined() {
    let mut settings = SchemaSettings::draft2020_12();
    settings.inline_subschemas = true;
    let schema = settings.into_generator().into_root_schema_for::<UserClientConfigurationProperties>();
    assert!(!schema.as_value().to_string().contains("$ref"));
    assert!(accepts(&schema, &json!({"eFaqSearchOption": null, "followMe": null, "callForwardAll": null})));
    assert!(accepts(&schema, &json!({"eFaqSearchOption": 3})));
    assert!(!accepts(&schema, &json!({"eFaqSearchOption": 4})));
}
