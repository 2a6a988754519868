//! The tables of the crate against the facts of the documentation, copied to `tests/spec`.

use icws_schema::{ParseOptions, body::*, codes::*, schema};
use serde_json::Value;

fn spec(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

macro_rules! list_equals {
    ($List:ident, $facts:expr) => {
        let facts = $facts;
        assert_eq!($List::ALL.len(), facts.as_array().unwrap().len());
        for (code, fact) in $List::ALL.iter().zip(facts.as_array().unwrap()) {
            assert_eq!(i64::from(code.code()), fact["number"]);
            assert_eq!(code.name().unwrap(), fact["name"]);
            assert_eq!(code.message().unwrap(), fact["message"]);
            assert_eq!(code.since().map_or(Value::Null, Into::into), fact["since"]);
        }
    };
}

#[test]
fn codes_have_the_documented_names_numbers_messages_and_versions() {
    let facts = spec(include_str!("../spec/codes.json"));
    list_equals!(ValidationErrorType, &facts["validationErrorType"]);
    list_equals!(LicenseErrorType, &facts["licenseErrorType"]);
    list_equals!(InheritedFromType, &facts["inheritedFromType"]);
}

/// The generated client has the same names, with a capital.
#[test]
fn codes_have_the_names_and_numbers_of_the_generated_client() {
    let facts = spec(include_str!("../spec/wire-types.json"));
    macro_rules! codes_equal {
        ($($List:ident),*) => {$(
            let codes = facts["enums"][stringify!($List)]["codes"].as_object().unwrap();
            assert_eq!(codes.len(), $List::ALL.len());
            for (name, number) in codes {
                let code = $List::from_code(i32::try_from(number.as_i64().unwrap()).unwrap());
                assert!(code.name().unwrap().eq_ignore_ascii_case(name), "{name}: {code:?}");
            }
        )*};
    }
    codes_equal!(ValidationErrorType, LicenseErrorType, InheritedFromType, EFaqSearchOptions);
}

/// If every member is invalid, the report names them in documented order.
#[test]
fn members_are_in_documented_order() {
    let text = include_str!("../spec/wire-types.json");
    let facts = spec(text);
    macro_rules! order_equals {
        ($($Object:ident),*) => {$(
            let members = facts["objects"][stringify!($Object)]["members"].as_object().unwrap();
            let object = &text[text.find(concat!("\n  \"", stringify!($Object), "\": {")).unwrap()..];
            let mut names: Vec<&String> = members.keys().collect();
            let body = names.iter().map(|name| format!("\"{name}\":[[]]")).collect::<Vec<_>>().join(",");
            names.sort_by_key(|name| object.find(&format!("\"{name}\": {{")).unwrap());
            let report = ParseOptions::new().check::<$Object>(format!("{{{body}}}"));
            let pointers: Vec<_> = report.problems().iter().map(|problem| problem.pointer()).collect();
            for (index, name) in names.iter().enumerate() {
                assert_eq!(pointers[index].split('/').nth(1), Some(&***name), "{}: {pointers:?}", stringify!($Object));
            }
        )*};
    }
    order_equals!(
        UserClientConfigurationProperties,
        FollowMe,
        InheritableBooleanProperty,
        InheritedBooleanValue,
        InheritableStringProperty,
        InheritedString,
        InheritableIntProperty,
        InheritedInt,
        ConfigurationId,
        UpdateOperationResult,
        LicenseError,
        ConfigurationError,
        ValidationError,
        Error
    );
    assert_eq!(facts["objects"].as_object().unwrap().len(), 14);
}

/// Number, name and string in both directions over a range, and what is not documented.
macro_rules! there_and_back {
    ($List:ident, $($gap:literal),*) => {
        let codes: Vec<_> = (-10..100).chain([i32::MIN, i32::MAX]).map(|number| (number, $List::from_code(number))).collect();
        for (number, code) in &codes {
            assert_eq!(code.code(), *number);
            assert_eq!(i32::from(*code), *number);
            assert_eq!($List::from(*number), *code);
            assert_eq!(number.to_string().parse(), Ok(*code));
            assert_eq!(code.to_string().parse(), Ok(*code));
            assert_eq!(code.is_known(), $List::ALL.contains(code), "{number}");
            assert_eq!(matches!(code, $List::Unknown(_)), !code.is_known(), "{number}");
            assert_eq!(code.name().and_then($List::from_name), code.is_known().then_some(*code), "{number}");
            for (other_number, other) in &codes {
                assert_eq!(code.cmp(other), number.cmp(other_number));
                assert_eq!(code == other, number == other_number);
                assert_eq!((code == other_number, other_number == code), (number == other_number, number == other_number));
                assert_eq!(code.partial_cmp(other_number), number.partial_cmp(other_number));
            }
        }
        $(assert!(matches!($List::from_code($gap), $List::Unknown(_)));)*
        for name in ["", "range ", "RANGE", "Unlisted", "1.0", "2147483648"] {
            assert_eq!($List::from_name(name), None, "{name}");
            assert!(name.parse::<$List>().is_err(), "{name}");
        }
    };
}

#[test]
fn codes_convert_from_and_to_numbers_and_names() {
    there_and_back!(ValidationErrorType, -1, 8, 1000);
    there_and_back!(LicenseErrorType, -1, 4);
    there_and_back!(InheritedFromType, -1, 5);
    there_and_back!(EFaqSearchOptions, -1, 4);
}

/// Version 8 changed the numbers from 37 on.
#[test]
fn a_code_is_reliable_from_the_version_that_gave_it_its_number() {
    for code in ValidationErrorType::ALL {
        let since = match code.code() {
            0..=36 => 0,
            _ => code.since().unwrap(),
        };
        for version in 0..20 {
            assert_eq!(code.is_reliable_since(version), version >= since, "{code} {version}");
        }
    }
    assert!(!ValidationErrorType::from_code(8).is_reliable_since(20));
    assert!(!ValidationErrorType::from_code(1000).is_reliable_since(20));
}

#[test]
fn error_ids_convert_from_and_to_strings() {
    let facts = spec(include_str!("../spec/codes.json"));
    let facts = facts["errorId"].as_array().unwrap();
    assert_eq!(ErrorId::ALL.len(), facts.len());
    for (id, fact) in ErrorId::ALL.iter().zip(facts) {
        assert_eq!(ErrorId::from(id.as_str()), *id);
        assert_eq!(ErrorId::from(String::from(id.clone())), *id);
        assert_eq!(id.to_string().parse(), Ok(id.clone()));
        assert_eq!(id.as_str(), fact["text"]);
        assert_eq!(id.status().unwrap(), fact["status"]);
        assert_eq!(id.message().unwrap(), fact["message"]);
        assert_eq!(id.since().map_or(Value::Null, Into::into), fact["since"]);
        assert!(id.is_known());
    }
    let other = ErrorId::from("error.request.other");
    assert!(matches!(other, ErrorId::Unknown(_)) && other == "error.request.other" && !other.is_known());
    assert_eq!((other.message(), other.status(), other.since()), (None, None, None));
}

#[test]
fn error_ids_are_ordered_as_they_are_on_the_wire() {
    let mut ids: Vec<ErrorId> = ["z", "error.request.other", "a"].map(ErrorId::from).into();
    ids.extend_from_slice(ErrorId::ALL);
    ids.sort();
    assert!(ids.is_sorted_by_key(|id| id.as_str().to_owned()));
}

/// All came with version 3, but one.
#[test]
fn members_of_the_client_configuration_know_their_version_and_the_source_of_their_description() {
    let members = UserClientConfigurationProperties::members();
    assert_eq!(members, UserClientConfigurationView::members());
    assert_eq!(members.len(), 25);
    for member in members {
        let since = if member.name == "emailDownloadHTMLPictures" { 7 } else { 3 };
        let documented = ["externalCallTimeout", "showStatusInSystemTray"].contains(&member.name);
        let source = if documented { DescriptionSource::Documented } else { DescriptionSource::Ours };
        assert_eq!((member.since, member.source), (Some(since), source), "{}", member.name);
        assert!(member.description.ends_with('.') && !member.description.starts_with(' '), "{}", member.name);
    }
}

/// Members, their order, types, whether they are required and nullable, and type URNs, as in the schemas.
#[cfg(feature = "schema")]
#[test]
fn members_are_the_documented_ones() {
    let facts = spec(include_str!("../spec/wire-types.json"));
    let answers = |name: &str| -> Value {
        let file = schema::files().into_iter().find(|file| file.name == name).unwrap();
        spec(&file.text)
    };
    let [objects, read_back] = ["objects", "readingBack"].map(|part| facts[part].as_object().unwrap());
    for (name, facts) in objects.iter().chain(read_back) {
        let file = format!("{}{}", name[..1].to_lowercase(), &name[1..]);
        let names = [format!("{file}.view.json"), format!("{file}.json")];
        let name = names.iter().find(|name| schema::files().iter().any(|file| file.name == **name)).unwrap();
        let schema = answers(name);
        let properties = schema["properties"].as_object().unwrap();
        // An optional tag is below `dependentSchemas`.
        let tag = if properties["__type"] == true {
            &schema["dependentSchemas"]["__type"]["properties"]
        } else {
            &schema["properties"]
        };
        // A user and a list of users accept any URN; an error accepts neither of theirs.
        let is_read_back = read_back.values().any(|other| other == facts);
        assert_eq!(tag["__type"]["const"], if is_read_back { Value::Null } else { facts["type"].clone() });
        assert!(UnknownUrn::new(facts["type"].as_str().unwrap()).is_err(), "{name}");
        let members = facts["members"].as_object().unwrap();
        assert_eq!(properties.len(), members.len() + 1, "{name}");
        for (member, fact) in members {
            let property = &properties[member].to_string();
            assert_eq!(property.contains("\"null\""), fact["nullable"].as_bool().unwrap(), "{name}: {member}");
            let required = schema["required"].as_array().is_some_and(|names| names.contains(&(**member).into()));
            assert_eq!(required, fact["required"].as_bool().unwrap(), "{name}: {member}");
            let kind = match &fact["type"] {
                Value::String(kind) if kind == "Boolean" => "\"boolean\"".to_owned(),
                Value::String(kind) if kind == "Int" => "\"integer\"".to_owned(),
                Value::String(kind) if kind == "String" || kind == "Uri" => "\"string\"".to_owned(),
                // What a response has of it is a type of its own.
                Value::String(kind) if kind == "UserClientConfigurationProperties" => {
                    "#/$defs/UserClientConfigurationView\"".to_owned()
                }
                Value::String(kind) => format!("#/$defs/{kind}\""),
                list => format!("#/$defs/{}\"", list["array"].as_str().unwrap()),
            };
            assert!(property.contains(&kind), "{name}: {member}: {property} has no {kind}");
            assert_eq!(property.contains("\"array\""), fact["type"].is_object(), "{name}: {member}");
        }
    }
}

/// If a consumer uses only the types, nothing else is compiled.
#[test]
fn the_crate_without_features_has_few_dependencies() {
    let tree = |features: &[&str]| {
        let output = std::process::Command::new(env!("CARGO"))
            .args(["tree", "--edges", "normal", "--prefix", "none", "--no-dedupe", "--manifest-path"])
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
            .args(features)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let mut names: Vec<String> =
            text.lines().filter_map(|line| line.split(' ').next().map(str::to_owned)).collect();
        names.sort();
        names.dedup();
        names
    };
    let alone = tree(&["--no-default-features"]);
    for heavy in ["schemars", "garde", "proptest", "clap", "regex", "serde_derive", "jsonschema"] {
        assert!(!alone.iter().any(|name| name == heavy), "{heavy}");
    }
    // `strsim`, which has no dependencies, makes suggestions.
    assert!(alone.len() <= 8, "{alone:?}");
    let defaults = tree(&[]);
    assert!(defaults.iter().any(|name| name == "schemars") && defaults.iter().any(|name| name == "garde"));
    assert!(!defaults.iter().any(|name| name == "clap" || name == "proptest"), "{defaults:?}");
}
