//! Rule sets of any kind for requests: every validator, random parameters, on random paths.

use super::bodies::{Form, Kind, joined};
use super::parameters::parameters;
use super::rng::Rng;
use icws_schema::body::UserClientConfigurationView;
use icws_schema::codes::ValidationErrorType;
use icws_schema::directory::InMemoryDirectory;
use icws_schema::rules::CustomChecks;
use serde_json::{Value, json};

/// The custom checks that rules of validator 0 name.
pub(super) fn checks() -> CustomChecks {
    CustomChecks::new().with("none", |_| false).with("not odd", |value| value.to_string().len() % 2 == 0)
}

/// A directory that has every section, each with few entries.
pub(super) fn directory() -> InMemoryDirectory {
    let directory = json!({
        "objects": {
            "user": [{"id": "gcadmin", "attributes": {"kind": "a", "count": 1, "active": true}}, {"id": "8001"}],
            "workgroup": [{"id": "Support", "attributes": {"kind": "a"}}],
        },
        "extensions": ["8001", "1", {"extension": "12", "id": "gcadmin"}],
        "accessControlGroups": {"gcadmin": null, "Support": "gcadmin", "8001": "Support", "a": "b"},
        "keywordSets": [
            {"id": "gcadmin", "keywords": 1, "workgroups": ["Support"], "recorderPolicies": ["Support"]},
            {"id": "8001", "keywords": 2, "workgroups": ["Support"], "recorderPolicies": ["Support"]},
        ],
        "mailboxes": {"Support": ["gcadmin"], "gcadmin": []},
        "phoneCatalog": {"Support": ["8001"], "gcadmin": []},
        "registrationGroups": {"Support": [{"line": "L1", "transport": 2}], "gcadmin": [{"manual": "10.0.0.1"}]},
        "networkAdapters": ["gcadmin"],
        "timeZones": ["Support"],
        "languages": ["en"],
        "attendantProfiles": [{"id": "Support", "kind": "inbound"}],
        "sharedAppearances": {"Support": ["8001"], "gcadmin": []},
        "references": {"user": {"gcadmin": 9, "8001": 2}},
        "statuses": [{"id": "Support", "afterCallWork": true}, {"id": "gcadmin", "afterCallWork": false}],
    });
    InMemoryDirectory::from_json(directory.to_string()).unwrap()
}

/// What the server has: a value of every property, so that what a request omits is known.
pub(super) fn current(request: &Form) -> UserClientConfigurationView {
    let switch = json!({"actualValue": true, "effectiveValue": false, "inheritedValue": true});
    let mut view: Value = request.names().into_iter().map(|name| (name.to_owned(), switch.clone())).collect();
    view["callForwardAllMode"] = json!({"actualValue": "a", "effectiveValue": "gcadmin"});
    view["externalCallTimeout"] = json!({"actualValue": 1, "effectiveValue": 2, "inheritedValue": 0});
    view["eFaqSearchOption"] = 2.into();
    view["followMe"] = json!([{"phoneNumber": "8001", "timeout": 1, "usePin": true}]);
    icws_schema::from_str(&view.to_string()).unwrap()
}

/// The maximum nesting of rules.
const DEPTH: usize = 2;

/// A rule set with a number of rules.
pub(super) fn rule_set(request: &Form, count: usize, rng: &mut Rng) -> Value {
    let any = || {
        // Problems inside arrays have the most order to get wrong.
        let is_of_items = rng.one_in(6);
        let any = *rng.of(ValidationErrorType::ALL);
        let validator = if is_of_items { ValidationErrorType::CollectionItemValidator } else { any };
        rule(validator, request, DEPTH, rng)
    };
    let rules: Vec<_> = std::iter::repeat_with(any).flatten().take(count).collect();
    json!({"rules": rules})
}

/// Some rules for what a form describes, which their paths start at.
pub(super) fn inner_rules(form: &Form, depth: usize, rng: &mut Rng) -> Option<Vec<Value>> {
    let any = |_| {
        // A schema contains a group with mode `any` as a whole or not at all: rules that it can contain are generated more often.
        let validator = if rng.one_in(2) { *rng.of(SAID) } else { *rng.of(ValidationErrorType::ALL) };
        rule(validator, form, depth - 1, rng)
    };
    let rules: Vec<_> = (0..20).filter_map(any).collect();
    let count = 1 + rng.below(3);
    (!rules.is_empty()).then(|| rules.into_iter().take(count).collect())
}

/// Validators that schemas mostly contain.
const SAID: &[ValidationErrorType] = &[
    ValidationErrorType::RequiredValue,
    ValidationErrorType::Range,
    ValidationErrorType::StringLength,
    ValidationErrorType::ValidValues,
    ValidationErrorType::CollectionCount,
    ValidationErrorType::RequiredAttribute,
    ValidationErrorType::MultipleOf,
    ValidationErrorType::InvalidCharacters,
    ValidationErrorType::AttributeExistence,
    ValidationErrorType::IntegerComparisonValidator,
];

/// Returns a rule of a validator; `None` if there is no value of a type that it reads.
pub(super) fn rule(validator: ValidationErrorType, form: &Form, depth: usize, rng: &mut Rng) -> Option<Value> {
    let spots = form.spots();
    let property = property(validator, form, depth, rng)?;
    let at = form.at(&property)?;
    let mut rule = parameters(validator, &property, at, form, &spots, depth, rng)?;
    rule["validator"] = validator.name()?.into();
    rule["property"] = property.into();
    if rng.one_in(8) {
        rule["note"] = "a note".into();
    }
    Some(rule)
}

/// A path to what a validator reads.
fn property(validator: ValidationErrorType, form: &Form, depth: usize, rng: &mut Rng) -> Option<String> {
    use ValidationErrorType as Id;
    let reads: fn(&Form) -> bool = match validator {
        Id::UnknownValidator
        | Id::RequiredValue
        | Id::ValidatorGroup
        | Id::RequiredAttribute
        | Id::PropertyNotApplicable
        | Id::OtherAttributeValue => |_| true,
        Id::ExistingAttributeValue | Id::UniqueAttributeValue | Id::ValidValues => {
            |form| matches!(form.kind, Kind::Boolean | Kind::Int | Kind::String)
        }
        Id::Range | Id::RangeFloat | Id::MultipleOf | Id::AudioProtocol | Id::IntegerComparisonValidator => {
            |form| form.kind == Kind::Int
        }
        Id::StringLength
        | Id::Regex
        | Id::ValidFormat
        | Id::PronunciationValidator
        | Id::WordValidator
        | Id::InvalidCharacters
        | Id::CharacterDelimitedValue
        | Id::EndDateTimeValidator
        | Id::CharacterDelimitedKvPairs => |form| form.kind == Kind::String,
        Id::Extension | Id::ExistingExtension => |form| matches!(form.kind, Kind::Int | Kind::String),
        Id::CollectionCount
        | Id::CollectionItemValidator
        | Id::AnalyzerKeywordCount
        | Id::WorkgroupAnalyzerKeywordCount
        | Id::RecorderPolicyAnalyzerKeywordCount => |form| form.kind == Kind::Array,
        Id::WrapUpStatusTimeout => {
            |form| second(form, "", Kind::String).is_some() && second(form, "", Kind::Int).is_some()
        }
        Id::AttributeExistence => |form| form.kind == Kind::Object,
        Id::ObjectValidationErrorMutuallyExclusive => {
            |form| form.spots().iter().filter(|(path, _)| !path.is_empty() && !path.contains("[]")).count() > 1
        }
        Id::UniqueInstanceId
        | Id::ExistingInstanceId
        | Id::AcgTreeValidator
        | Id::ExistingAttendantProfile
        | Id::WorkstationsSharedAppearanceId
        | Id::ExistingInstanceIdWithAttributeValue
        | Id::InvalidMailboxFolder
        | Id::UnsupportedManufacturer
        | Id::UnsupportedModel
        | Id::ReferenceCount
        | Id::NetworkAdapter
        | Id::TimeZoneValidator
        | Id::ExistingLanguageValues => |form| form.kind == Kind::String || form.is_id(),
        _ => return None,
    };
    let is_nested = matches!(validator, Id::CollectionItemValidator | Id::ValidatorGroup);
    if is_nested && depth == 0 {
        return None;
    }
    let spots: Vec<_> = form.spots().into_iter().filter(|(_, form)| reads(form)).collect();
    if spots.is_empty() {
        return None;
    }
    // Most members are booleans; every type has its turn.
    let kind = rng.of(&spots).1.kind;
    let kind = if rng.one_in(2) { rng.of(&kinds(&spots)).to_owned() } else { kind };
    let of_kind: Vec<_> = spots.iter().filter(|(_, form)| form.kind == kind).collect();
    Some(rng.of(&of_kind).0.clone())
}

fn kinds(spots: &[(String, &Form)]) -> Vec<Kind> {
    let mut kinds: Vec<_> = spots.iter().map(|(_, form)| form.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// The paths of the other properties that a rule for a property may name: their arrays are those of the property.
pub(super) fn comparable(form: &Form, property: &str, kind: Kind) -> Vec<String> {
    let spots = form.spots().into_iter();
    let of_kind = spots.filter(|(path, form)| form.kind == kind && !path.is_empty() && path != property);
    of_kind
        .map(|(path, _)| path)
        .filter(|path| path.rfind("[]").is_none_or(|last| property.starts_with(&path[..last + 2])))
        .collect()
}

fn second(form: &Form, property: &str, kind: Kind) -> Option<String> {
    comparable(form, property, kind).into_iter().next()
}

pub(super) fn chosen(paths: &[String], rng: &mut Rng) -> Option<String> {
    (!paths.is_empty()).then(|| rng.of(paths).clone())
}

/// Every path in a rule, from the root of the request.
pub(super) fn paths(rule: &Value, base: &str, request: &Form) -> Vec<String> {
    let property = joined(base, rule["property"].as_str().unwrap_or_default());
    let inside =
        if rule["validator"] == "collectionItemValidator" { joined(&property, "[]") } else { property.clone() };
    let mut paths = vec![property.clone()];
    for (name, value) in rule.as_object().into_iter().flatten() {
        match name.as_str() {
            "rules" if rule["validator"] != "characterDelimitedValue" => {
                value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .for_each(|rule| paths.extend(self::paths(rule, &inside, request)));
            }
            _ => {
                for text in texts(value) {
                    let candidates = [joined(base, &text), joined(&property, &text)];
                    paths.extend(candidates.into_iter().filter(|path| !text.is_empty() && request.at(path).is_some()));
                }
            }
        }
    }
    paths
}

/// Every string in a value.
pub(super) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The numbers anywhere in a value.
pub(super) fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Number(number) => number.as_f64().into_iter().collect(),
        Value::Array(items) => items.iter().flat_map(numbers).collect(),
        Value::Object(members) => members.values().flat_map(numbers).collect(),
        _ => Vec::new(),
    }
}
