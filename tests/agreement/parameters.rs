//! Random parameters of each validator.

use super::bodies::{Form, Kind};
use super::dice::Dice;
use super::rule_sets::{beside, drawn, inner_rules, rule};
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

fn bounds(least: i64, most: i64, dice: &mut Dice) -> Value {
    let one = dice.between(least, most);
    let other = dice.between(one, most);
    match dice.below(3) {
        0 => json!({"min": one.max(least + 1)}),
        1 => json!({"max": one}),
        _ => json!({"min": one, "max": other}),
    }
}

fn values(kind: Kind, dice: &mut Dice) -> Vec<Value> {
    match kind {
        Kind::Boolean => vec![dice.one_in(2).into()],
        Kind::Int => dice.several(&[0.into(), 1.into(), 2.into(), 5.into(), (-3).into(), "1".into()]),
        _ => dice.several(&["".into(), "a".into(), "Support".into(), "8001".into(), "É".into(), 1.into()]),
    }
}

fn condition(form: &Form, property: &str, depth: usize, dice: &mut Dice) -> Option<Value> {
    if depth > 0 && dice.one_in(3) {
        let inner = condition(form, property, depth - 1, dice)?;
        let other = condition(form, property, depth - 1, dice)?;
        return Some(match dice.below(3) {
            0 => json!({"all": [inner, other]}),
            1 => json!({"any": [inner, other]}),
            _ => json!({"not": inner}),
        });
    }
    let kind = *dice.of(&[Kind::Boolean, Kind::Int, Kind::String, Kind::Object]);
    let mut condition = expectation(kind, dice);
    condition["property"] = drawn(&beside(form, property, kind), dice)?.into();
    Some(condition)
}

fn expectation(kind: Kind, dice: &mut Dice) -> Value {
    // What is of another kind is never equal.
    let value: Value = match kind {
        Kind::Boolean => dice.one_in(2).into(),
        Kind::Int => dice.between(0, 2).into(),
        Kind::String | Kind::Array | Kind::Object => (*dice.of(&["", "a", "gcadmin"])).into(),
    };
    match dice.below(if matches!(kind, Kind::Array | Kind::Object) { 2 } else { 4 }) {
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
    dice: &mut Dice,
) -> Option<Value> {
    use ValidationErrorType as Id;
    let object_type = *dice.of(&["user", "workgroup"]);
    let beside_of = |kind, dice: &mut Dice| drawn(&beside(form, property, kind), dice);
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
            json!({"objectType": object_type, "attribute": "kind", "value": dice.of(&["a", "b"])})
        }
        Id::RequiredValue
        | Id::RequiredAttribute
        | Id::ExistingExtension
        | Id::UnsupportedManufacturer
        | Id::NetworkAdapter
        | Id::ExistingLanguageValues => json!({}),
        Id::Range => bounds(-4, 9, dice),
        Id::RangeFloat => {
            let mut bounds = bounds(-4, 9, dice);
            for (name, by) in [("min", -0.5), ("max", 0.5)] {
                if let (Some(bound), true) = (bounds[name].as_f64(), dice.one_in(2)) {
                    bounds[name] = (bound + by).into();
                }
            }
            bounds
        }
        Id::StringLength => {
            let mut bounds = bounds(0, 6, dice);
            bounds["unit"] = (*dice.of(&["codePoints", "codePoints", "utf16"])).into();
            bounds
        }
        Id::CollectionCount => bounds(0, 3, dice),
        Id::Regex => json!({"pattern": dice.of(MAX_PATTERN_BYTES)}),
        Id::ValidValues => {
            json!({"values": values(at.kind, dice), "ignoreCase": at.kind == Kind::String && dice.one_in(3)})
        }
        Id::CollectionItemValidator => json!({"rules": inner_rules(at.at("[]")?, depth, dice)?}),
        Id::ValidatorGroup => {
            json!({"rules": inner_rules(at, depth, dice)?, "mode": dice.of(&["any", "all"])})
        }
        Id::ValidFormat => json!({"format": dice.of(Format::ALL).name()}),
        Id::AcgTreeValidator => json!({"maxDepth": dice.between(1, 2)}),
        Id::PronunciationValidator => match dice.below(2) {
            0 => json!({"alphabet": "arpabet"}),
            _ => json!({"alphabet": ["a", "ab", "8"], "separator": dice.of(&["", "-", " "])}),
        },
        Id::WordValidator => json!({"max": dice.between(1, 6), "digits": dice.one_in(2)}),
        Id::ExistingAttendantProfile => json!({"kinds": dice.several(&["inbound", "outbound", "operator", "email"])}),
        Id::Extension => json!({"refusePrefixClash": dice.one_in(2)}),
        Id::WorkstationsSharedAppearanceId => json!({"primaryStation": beside_of(Kind::String, dice)?}),
        Id::InvalidMailboxFolder => json!({"mailbox": beside_of(Kind::String, dice)?}),
        Id::UnsupportedModel => json!({"manufacturer": beside_of(Kind::String, dice)?}),
        Id::AudioProtocol => json!({"registrationGroup": beside_of(Kind::String, dice)?}),
        Id::MultipleOf => json!({"divisor": dice.between(2, 6), "offset": dice.between(-6, 6)}),
        Id::InvalidCharacters => {
            let characters: String = dice.several(&["\\", "/", "]", "^", "-", "a", "é", "😀", " "]).concat();
            json!({"characters": characters, "allowControl": dice.one_in(2)})
        }
        Id::CharacterDelimitedValue => {
            let text = form_of_text(spots)?;
            let ids = [Id::StringLength, Id::Regex, Id::InvalidCharacters, Id::WordValidator];
            let mut parameters = json!({"delimiter": dice.of(&[",", ";", "ab"]), "allowRepeats": dice.one_in(2)});
            if dice.one_in(2) {
                parameters["rules"] = json!([rule(*dice.of(&ids), text, 0, dice)?]);
            }
            parameters
        }
        Id::CharacterDelimitedKvPairs => {
            let mut parameters = json!({"pairDelimiter": dice.of(&[",", ";"]), "keyDelimiter": dice.of(&["=", "ab"])});
            if dice.one_in(2) {
                parameters["keys"] = json!(["a", "é"]);
            }
            parameters
        }
        Id::AnalyzerKeywordCount => json!({"max": dice.between(3, 4)}),
        Id::WorkgroupAnalyzerKeywordCount | Id::RecorderPolicyAnalyzerKeywordCount => {
            json!({"max": dice.between(2, 4), "set": beside_of(Kind::String, dice)?})
        }
        Id::EndDateTimeValidator => {
            let mut parameters = json!({"start": beside_of(Kind::String, dice)?});
            if let (Some(flag), true) = (beside_of(Kind::Boolean, dice), dice.one_in(2)) {
                parameters["spansDay"] = flag.into();
            }
            parameters
        }
        Id::PropertyNotApplicable => json!({"when": condition(form, property, 2, dice)?}),
        Id::ReferenceCount => json!({"objectType": "user", "max": dice.between(1, 8)}),
        Id::WrapUpStatusTimeout => {
            let (status, timeout) = (beside(at, "", Kind::String), beside(at, "", Kind::Int));
            json!({"status": dice.of(&status), "timeout": dice.of(&timeout), "max": dice.between(0, 9)})
        }
        Id::AttributeExistence => {
            let names = at.names();
            match dice.below(3) {
                0 => json!({"required": dice.several(&names)}),
                1 => json!({"forbidden": dice.several(&names)}),
                _ => json!({"required": [dice.of(&names)], "forbidden": [dice.of(&names)]}),
            }
        }
        Id::OtherAttributeValue => {
            let kind = *dice.of(&[Kind::Boolean, Kind::Int, Kind::String]);
            json!({"other": beside_of(kind, dice)?, "expect": expectation(kind, dice)})
        }
        Id::IntegerComparisonValidator => {
            let mut parameters = json!({"operator": dice.of(&["lt", "le", "eq", "ne", "ge", "gt"])});
            match beside_of(Kind::Int, dice) {
                Some(other) if dice.one_in(3) => parameters["other"] = other.into(),
                _ => parameters["value"] = dice.between(-4, 9).into(),
            }
            parameters
        }
        Id::TimeZoneValidator => json!({"source": dice.of(&["directory", "windows", "iana"])}),
        Id::ObjectValidationErrorMutuallyExclusive => {
            let mut paths: Vec<_> = at.spots().into_iter().map(|(path, _)| path).collect();
            paths.retain(|path| !path.is_empty() && !path.contains("[]"));
            dice.shuffle(&mut paths);
            paths.truncate(2 + dice.below(3));
            json!({"properties": paths})
        }
        _ => return None,
    })
}

/// What stands for a delimited item: any text of the body.
fn form_of_text<'f>(spots: &[(String, &'f Form)]) -> Option<&'f Form> {
    spots.iter().find(|(_, form)| form.kind == Kind::String).map(|(_, form)| *form)
}
