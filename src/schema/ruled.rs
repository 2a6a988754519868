//! Schemas that follow rules: what JSON Schema can say of a rule set, and what it cannot, with the reason.

use super::definition::type_of;
use super::format::format;
use super::pattern;
use crate::body::UserClientConfigurationProperties;
use crate::body::decode::members::WireValue;
use crate::codes::ValidationErrorType;
use crate::descriptor::TypeDescriptor;
use crate::report::pointer;
use crate::rules::{NameSet, Rule, RuleSet, Step, Validator};
use crate::vocabulary::{GroupMode, LengthUnit};
use schemars::Schema;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The schema of a request under a rule set, and what it leaves to the engine.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RuleSchema {
    /// The schema.
    pub schema: Schema,
    /// The rules that it does not carry, in their order.
    pub unsaid: Vec<OmittedRule>,
}

/// A rule that a schema does not carry.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OmittedRule {
    /// The validator.
    pub validator: ValidationErrorType,
    /// The rule's place in its set: `/rules/3/rules/0`.
    pub rule: String,
    /// Why JSON Schema cannot say it.
    pub reason: &'static str,
}

/// The schema of the body of a PUT under a rule set that was made ready for requests.
#[must_use]
pub fn request_under(set: &RuleSet) -> RuleSchema {
    let mut schema = super::request::<UserClientConfigurationProperties>();
    let mut unsaid = Vec::new();
    let mut constraints = Vec::new();
    for (index, rule) in set.rules().iter().enumerate() {
        constraints.extend(constraint(rule, &mut vec![index], UserClientConfigurationProperties::SHAPE, &mut unsaid));
    }
    if !constraints.is_empty() {
        schema.insert("allOf".to_owned(), constraints.into());
    }
    RuleSchema { schema, unsaid }
}

/// What a rule asks of the object or item that its path starts at; `None` where it cannot be said, which is noted then.
fn constraint(
    rule: &Rule,
    place: &mut Vec<usize>,
    root: &'static TypeDescriptor,
    unsaid: &mut Vec<OmittedRule>,
) -> Option<Value> {
    let steps = rule.property.steps();
    let present = match steps.split_last() {
        Some((Step::Member(name, _), before)) => at(before, root, holds(end(root, before)?, name)),
        // An item, and the body itself, are always there.
        _ => json!({}),
    };
    let said = match &rule.validator {
        Validator::RequiredAttribute(_) => Ok(present),
        check => leaf(rule, place, end(root, steps)?, unsaid).map(|leaf| {
            let leaf = at(steps, root, leaf);
            if fails_where_absent(check) { json!({"allOf": [present, leaf]}) } else { leaf }
        }),
    };
    match said {
        Ok(said) => Some(said),
        Err(reason) => {
            unsaid.push(OmittedRule { validator: rule.validator.id(), rule: pointer(&*place), reason });
            None
        }
    }
}

/// An object that has a member. Where there is no object, nothing can be absent from it.
fn holds(object: &TypeDescriptor, name: &str) -> Value {
    // A strict validator wants to see declared what is required.
    json!({"type": types(object), "properties": {name: {}}, "required": [name]})
}

/// The types of a value. The body alone is never null, and a strict validator refuses a null that its surroundings rule out.
fn types(shape: &TypeDescriptor) -> Value {
    let name = type_of(shape.kind);
    if shape.name == UserClientConfigurationProperties::SHAPE.name { name.into() } else { json!([name, "null"]) }
}

/// Whether a validator fails where its property is absent, apart from 15, of which this is the point: so does a group for its members' sake.
fn fails_where_absent(check: &Validator) -> bool {
    let Validator::ValidatorGroup(group) = check else { return false };
    let fails = |rule: &std::sync::Arc<Rule>| {
        rule.property.steps().is_empty()
            && (matches!(rule.validator, Validator::RequiredAttribute(_)) || fails_where_absent(&rule.validator))
    };
    match group.mode {
        GroupMode::Any => group.rules.iter().all(fails),
        GroupMode::All => group.rules.iter().any(fails),
    }
}

/// The shape at the end of some steps.
fn end(shape: &'static TypeDescriptor, steps: &[Step]) -> Option<&'static TypeDescriptor> {
    steps.iter().try_fold(shape, |shape, step| step.within(shape))
}

/// A constraint at the end of some steps. What leads nowhere passes.
fn at(steps: &[Step], shape: &'static TypeDescriptor, leaf: Value) -> Value {
    let Some((step, rest)) = steps.split_first() else { return leaf };
    let Some(next) = step.within(shape) else { return leaf };
    let inner = at(rest, next, leaf);
    match step {
        Step::Items => json!({"type": types(shape), "items": inner}),
        Step::Member(name, _) => json!({"type": types(shape), "properties": {&**name: inner}}),
    }
}

const DIRECTORY: &str = "it asks the directory";
const OTHER: &str = "it depends on other properties, which may stay as the server has them";

/// What a validator asks of a value; null passes where nothing else is said.
#[expect(clippy::too_many_lines, reason = "a line for each validator")]
fn leaf(
    rule: &Rule,
    place: &mut Vec<usize>,
    shape: &'static TypeDescriptor,
    unsaid: &mut Vec<OmittedRule>,
) -> Result<Value, &'static str> {
    let typed = |keywords: Value| {
        let mut schema = Map::new();
        schema.insert("type".to_owned(), types(shape));
        schema.extend(keywords.as_object().cloned().unwrap_or_default());
        Value::Object(schema)
    };
    let bounds = |min: (&str, Option<Value>), max: (&str, Option<Value>)| {
        let given = [min, max].into_iter().filter_map(|(name, bound)| bound.map(|bound| (name.to_owned(), bound)));
        typed(Value::Object(given.collect()))
    };
    let number = |value: Option<i64>| value.map(Value::from);
    let count = |value: Option<u64>| value.map(Value::from);
    match &rule.validator {
        Validator::RequiredValue(_) => Ok(json!({"not": {"enum": [null, "", []]}})),
        Validator::Range(range) => Ok(bounds(("minimum", number(range.min)), ("maximum", number(range.max)))),
        Validator::RangeFloat(range) => {
            Ok(bounds(("minimum", range.min.map(Value::from)), ("maximum", range.max.map(Value::from))))
        }
        Validator::StringLength(length) if length.unit == LengthUnit::CodePoints => {
            Ok(bounds(("minLength", count(length.min)), ("maxLength", count(length.max))))
        }
        Validator::StringLength(_) => Err("JSON Schema counts code points, not UTF-16 units"),
        Validator::CollectionCount(length) => {
            Ok(bounds(("minItems", count(length.min)), ("maxItems", count(length.max))))
        }
        Validator::Regex(regex) => {
            pattern::ecma(regex.pattern.as_str()).map(|pattern| typed(json!({"pattern": pattern})))
        }
        Validator::InvalidCharacters(characters) => {
            let pattern = pattern::without(characters.characters.set(), characters.allow_control);
            Ok(typed(json!({"pattern": pattern})))
        }
        Validator::ValidValues(values) if values.ignore_case => Err("JSON Schema compares texts with case"),
        Validator::ValidValues(values) => {
            let values = values.values.iter().map(crate::rules::Scalar::to_json).chain([Value::Null]);
            Ok(json!({"enum": values.collect::<Vec<_>>()}))
        }
        Validator::MultipleOf(multiple) if multiple.offset % multiple.divisor == 0 => {
            Ok(typed(json!({"multipleOf": multiple.divisor})))
        }
        Validator::MultipleOf(_) => Err("JSON Schema knows no multiples with an offset"),
        Validator::IntegerComparisonValidator(comparison) => match comparison.value {
            Some(value) => Ok(typed(comparison.operator.keywords(value))),
            None => Err(OTHER),
        },
        Validator::ValidFormat(format) => self::format(format.format).map(&typed),
        Validator::CollectionItemValidator(collection) => {
            let item = shape.item.ok_or("it is no list")?;
            let inner = each(&collection.rules, place, item, unsaid);
            Ok(typed(json!({"items": {"allOf": inner}})))
        }
        Validator::ValidatorGroup(group) => match group.mode {
            GroupMode::All => Ok(json!({"allOf": each(&group.rules, place, shape, unsaid)})),
            GroupMode::Any => {
                let mut lost = Vec::new();
                let inner = each(&group.rules, place, shape, &mut lost);
                if lost.is_empty() {
                    Ok(json!({"anyOf": inner}))
                } else {
                    Err("not every rule of the group can be said")
                }
            }
        },
        Validator::AttributeExistence(existence) => {
            let required: BTreeSet<_> = existence.required.iter().flat_map(NameSet::iter).collect();
            let forbidden: BTreeSet<_> = existence.forbidden.iter().flat_map(NameSet::iter).collect();
            let held = |name: &str| match (required.contains(name), forbidden.contains(name)) {
                (true, true) => json!({"not": {}}),
                (true, false) => json!({"not": {"type": "null"}}),
                (false, _) => json!({"type": "null"}),
            };
            let properties: Map<_, _> =
                required.union(&forbidden).map(|name| ((*name).to_owned(), held(name))).collect();
            Ok(typed(json!({"properties": properties, "required": required})))
        }
        Validator::UnknownValidator(_) => Err("it is the caller's own check"),
        Validator::PronunciationValidator(_) | Validator::WordValidator(_) => {
            Err("no pattern says it as briefly as it must be")
        }
        Validator::CharacterDelimitedValue(_) | Validator::CharacterDelimitedKvPairs(_) => {
            Err("JSON Schema does not look into delimited texts")
        }
        Validator::EndDateTimeValidator(_)
        | Validator::PropertyNotApplicable(_)
        | Validator::OtherAttributeValue(_)
        | Validator::ObjectValidationErrorMutuallyExclusive(_) => Err(OTHER),
        Validator::TimeZoneValidator(_) => Err("JSON Schema compares names with case"),
        Validator::RequiredAttribute(_) => Ok(json!({})),
        Validator::UniqueInstanceId(_)
        | Validator::ExistingInstanceId(_)
        | Validator::ExistingAttributeValue(_)
        | Validator::UniqueAttributeValue(_)
        | Validator::AcgTreeValidator(_)
        | Validator::ExistingAttendantProfile(_)
        | Validator::Extension(_)
        | Validator::WorkstationsSharedAppearanceId(_)
        | Validator::ExistingExtension(_)
        | Validator::ExistingInstanceIdWithAttributeValue(_)
        | Validator::AnalyzerKeywordCount(_)
        | Validator::WorkgroupAnalyzerKeywordCount(_)
        | Validator::RecorderPolicyAnalyzerKeywordCount(_)
        | Validator::InvalidMailboxFolder(_)
        | Validator::UnsupportedManufacturer(_)
        | Validator::UnsupportedModel(_)
        | Validator::AudioProtocol(_)
        | Validator::ReferenceCount(_)
        | Validator::WrapUpStatusTimeout(_)
        | Validator::NetworkAdapter(_)
        | Validator::ExistingLanguageValues(_) => Err(DIRECTORY),
    }
}

/// What each of some inner rules asks.
fn each(
    rules: &[std::sync::Arc<Rule>],
    place: &mut Vec<usize>,
    root: &'static TypeDescriptor,
    unsaid: &mut Vec<OmittedRule>,
) -> Vec<Value> {
    let mut constraints = Vec::new();
    for (index, rule) in rules.iter().enumerate() {
        place.push(index);
        constraints.extend(constraint(rule, place, root, unsaid));
        place.pop();
    }
    if constraints.is_empty() { vec![json!({})] } else { constraints }
}
