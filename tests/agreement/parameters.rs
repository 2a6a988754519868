//! Random parameters of each validator.

use super::bodies::{Form, Kind};
use super::rng::Rng;
use super::rule_sets::{chosen, comparable, inner_rules, rule};
use icws_schema::codes::ValidationErrorType;
use icws_schema::rules::Format;
use serde_json::{Value, json};

const MAX_PATTERN_BYTES: &[&str] = &[
    "^[a-z]+$",
    r"^\d{1,3}$",
    r"\bx",
    "(?i)internal",
    r"^[\x00-\x7f]*$",
    "^(?:ab|b)*?c?$",
    r"\p{L}",
    r"^\w+$",
    r"^\S+$",
    "[😀é]",
    "^$",
    "^.{2,5}$",
    "(?s)^a.b$",
    "(?m)^b$",
    "a|^8|b$",
    r"[\]\-^a]\.?",
];

fn bounds(min: i64, max: i64, rng: &mut Rng) -> Value {
    let one = rng.between(min, max);
    let other = rng.between(one, max);
    match rng.below(3) {
        0 => json!({"min": one.max(min + 1)}),
        1 => json!({"max": one}),
        _ => json!({"min": one, "max": other}),
    }
}

fn values(kind: Kind, rng: &mut Rng) -> Vec<Value> {
    match kind {
        Kind::Boolean => vec![rng.one_in(2).into()],
        Kind::Int => rng.several(&[0.into(), 1.into(), 2.into(), 5.into(), (-3).into(), "1".into()]),
        _ => rng.several(&["".into(), "a".into(), "Support".into(), "8001".into(), "É".into(), 1.into()]),
    }
}

fn condition(form: &Form, property: &str, depth: usize, rng: &mut Rng) -> Option<Value> {
    if depth > 0 && rng.one_in(3) {
        let inner = condition(form, property, depth - 1, rng)?;
        let other = condition(form, property, depth - 1, rng)?;
        return Some(match rng.below(3) {
            0 => json!({"all": [inner, other]}),
            1 => json!({"any": [inner, other]}),
            _ => json!({"not": inner}),
        });
    }
    let kind = *rng.of(&[Kind::Boolean, Kind::Int, Kind::String, Kind::Object]);
    let mut condition = expectation(kind, rng);
    condition["property"] = chosen(&comparable(form, property, kind), rng)?.into();
    Some(condition)
}

fn expectation(kind: Kind, rng: &mut Rng) -> Value {
    // What is of another kind is never equal.
    let value: Value = match kind {
        Kind::Boolean => rng.one_in(2).into(),
        Kind::Int => rng.between(0, 2).into(),
        Kind::String | Kind::Array | Kind::Object => (*rng.of(&["", "a", "gcadmin"])).into(),
    };
    match rng.below(if matches!(kind, Kind::Array | Kind::Object) { 2 } else { 4 }) {
        0 => json!({"present": true}),
        1 => json!({"absent": true}),
        2 => json!({"is": value}),
        _ => json!({"isNot": value}),
    }
}

/// The parameters of a validator at a property.
#[expect(clippy::too_many_lines, reason = "an arm for each validator")]
pub(super) fn parameters(
    validator: ValidationErrorType,
    property: &str,
    at: &Form,
    form: &Form,
    spots: &[(String, &Form)],
    depth: usize,
    rng: &mut Rng,
) -> Option<Value> {
    use ValidationErrorType as Id;
    let object_type = *rng.of(&["user", "workgroup"]);
    let comparable_of = |kind, rng: &mut Rng| chosen(&comparable(form, property, kind), rng);
    Some(match validator {
        Id::UnknownValidator => json!({"check": "not odd"}),
        Id::UniqueInstanceId | Id::ExistingInstanceId => json!({"objectType": object_type}),
        Id::ExistingAttributeValue | Id::UniqueAttributeValue => {
            let attribute = match at.kind {
                Kind::Boolean => "active",
                Kind::Int => "count",
                _ => "kind",
            };
            json!({"objectType": "user", "attribute": attribute})
        }
        Id::ExistingInstanceIdWithAttributeValue => {
            json!({"objectType": object_type, "attribute": "kind", "value": rng.of(&["a", "b"])})
        }
        Id::RequiredValue
        | Id::RequiredAttribute
        | Id::ExistingExtension
        | Id::UnsupportedManufacturer
        | Id::NetworkAdapter
        | Id::ExistingLanguageValues => json!({}),
        Id::Range => bounds(-4, 9, rng),
        Id::RangeFloat => {
            let mut bounds = bounds(-4, 9, rng);
            for (name, by) in [("min", -0.5), ("max", 0.5)] {
                if let (Some(bound), true) = (bounds[name].as_f64(), rng.one_in(2)) {
                    bounds[name] = (bound + by).into();
                }
            }
            bounds
        }
        Id::StringLength => {
            let mut bounds = bounds(0, 6, rng);
            bounds["unit"] = (*rng.of(&["codePoints", "codePoints", "utf16"])).into();
            bounds
        }
        Id::CollectionCount => bounds(0, 3, rng),
        Id::Regex => json!({"pattern": rng.of(MAX_PATTERN_BYTES)}),
        Id::ValidValues => {
            json!({"values": values(at.kind, rng), "ignoreCase": at.kind == Kind::String && rng.one_in(3)})
        }
        Id::CollectionItemValidator => json!({"rules": inner_rules(at.at("[]")?, depth, rng)?}),
        Id::ValidatorGroup => {
            json!({"rules": inner_rules(at, depth, rng)?, "mode": rng.of(&["any", "all"])})
        }
        Id::ValidFormat => json!({"format": rng.of(Format::ALL).name()}),
        Id::AcgTreeValidator => json!({"maxDepth": rng.between(1, 2)}),
        Id::PronunciationValidator => match rng.below(2) {
            0 => json!({"alphabet": "arpabet"}),
            _ => json!({"alphabet": ["a", "ab", "8"], "separator": rng.of(&["", "-", " "])}),
        },
        Id::WordValidator => json!({"max": rng.between(1, 6), "digits": rng.one_in(2)}),
        Id::ExistingAttendantProfile => json!({"kinds": rng.several(&["inbound", "outbound", "operator", "email"])}),
        Id::Extension => json!({"refusePrefixClash": rng.one_in(2)}),
        Id::WorkstationsSharedAppearanceId => json!({"primaryStation": comparable_of(Kind::String, rng)?}),
        Id::InvalidMailboxFolder => json!({"mailbox": comparable_of(Kind::String, rng)?}),
        Id::UnsupportedModel => json!({"manufacturer": comparable_of(Kind::String, rng)?}),
        Id::AudioProtocol => json!({"registrationGroup": comparable_of(Kind::String, rng)?}),
        Id::MultipleOf => json!({"divisor": rng.between(2, 6), "offset": rng.between(-6, 6)}),
        Id::InvalidCharacters => {
            let characters: String = rng.several(&["\\", "/", "]", "^", "-", "a", "é", "😀", " "]).concat();
            json!({"characters": characters, "allowControl": rng.one_in(2)})
        }
        Id::CharacterDelimitedValue => {
            let text = form_of_text(spots)?;
            let ids = [Id::StringLength, Id::Regex, Id::InvalidCharacters, Id::WordValidator];
            let mut parameters = json!({"delimiter": rng.of(&[",", ";", "ab"]), "allowRepeats": rng.one_in(2)});
            if rng.one_in(2) {
                parameters["rules"] = json!([rule(*rng.of(&ids), text, 0, rng)?]);
            }
            parameters
        }
        Id::CharacterDelimitedKvPairs => {
            let mut parameters = json!({"pairDelimiter": rng.of(&[",", ";"]), "keyDelimiter": rng.of(&["=", "ab"])});
            if rng.one_in(2) {
                parameters["keys"] = json!(["a", "é"]);
            }
            parameters
        }
        Id::AnalyzerKeywordCount => json!({"max": rng.between(3, 4)}),
        Id::WorkgroupAnalyzerKeywordCount | Id::RecorderPolicyAnalyzerKeywordCount => {
            json!({"max": rng.between(2, 4), "set": comparable_of(Kind::String, rng)?})
        }
        Id::EndDateTimeValidator => {
            let mut parameters = json!({"start": comparable_of(Kind::String, rng)?});
            if let (Some(flag), true) = (comparable_of(Kind::Boolean, rng), rng.one_in(2)) {
                parameters["spansDay"] = flag.into();
            }
            parameters
        }
        Id::PropertyNotApplicable => json!({"when": condition(form, property, 2, rng)?}),
        Id::ReferenceCount => json!({"objectType": "user", "max": rng.between(1, 8)}),
        Id::WrapUpStatusTimeout => {
            let (status, timeout) = (comparable(at, "", Kind::String), comparable(at, "", Kind::Int));
            json!({"status": rng.of(&status), "timeout": rng.of(&timeout), "max": rng.between(0, 9)})
        }
        Id::AttributeExistence => {
            let names = at.names();
            match rng.below(3) {
                0 => json!({"required": rng.several(&names)}),
                1 => json!({"forbidden": rng.several(&names)}),
                _ => json!({"required": [rng.of(&names)], "forbidden": [rng.of(&names)]}),
            }
        }
        Id::OtherAttributeValue => {
            let kind = *rng.of(&[Kind::Boolean, Kind::Int, Kind::String]);
            json!({"other": comparable_of(kind, rng)?, "expect": expectation(kind, rng)})
        }
        Id::IntegerComparisonValidator => {
            let mut parameters = json!({"operator": rng.of(&["lt", "le", "eq", "ne", "ge", "gt"])});
            match comparable_of(Kind::Int, rng) {
                Some(other) if rng.one_in(3) => parameters["other"] = other.into(),
                _ => parameters["value"] = rng.between(-4, 9).into(),
            }
            parameters
        }
        Id::TimeZoneValidator => json!({"source": rng.of(&["directory", "windows", "iana"])}),
        Id::ObjectValidationErrorMutuallyExclusive => {
            let mut paths: Vec<_> = at.spots().into_iter().map(|(path, _)| path).collect();
            paths.retain(|path| !path.is_empty() && !path.contains("[]"));
            rng.shuffle(&mut paths);
            paths.truncate(2 + rng.below(3));
            json!({"properties": paths})
        }
        _ => return None,
    })
}

/// A value for a delimited item: any string of the body.
fn form_of_text<'f>(spots: &[(String, &'f Form)]) -> Option<&'f Form> {
    spots.iter().find(|(_, form)| form.kind == Kind::String).map(|(_, form)| *form)
}
