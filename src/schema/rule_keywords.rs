//! The keywords of each validator.

use super::demand::Demand;
use super::omission::OmissionReason;
use super::profile::Profile;
use super::{format_pattern, pattern};
use crate::body::JsonType;
use crate::descriptor::TypeDescriptor;
use crate::rules::validators::IntegerComparisonValidator;
use crate::rules::{Integer, OwnedNumber, Scalar, Validator};
use crate::vocabulary::{Comparison, LengthUnit, TimeZoneSource};
use serde_json::{Value, json};

/// Returns the keywords of a validator for a value of a type, or the reason why keywords cannot express it.
#[allow(unreachable_patterns, reason = "a validator without a row is omitted")]
pub(super) fn of(check: &Validator, descriptor: &TypeDescriptor, profile: Profile) -> Result<Demand, OmissionReason> {
    let count = |value: Option<u64>| value.map(Value::from);
    match check {
        Validator::RequiredValue(_) => Ok(Demand { is_set: true, ..not_empty(descriptor.kind) }),
        Validator::Range(range) => {
            let bound = |bound: &Option<Integer>| bound.as_ref().map(|bound| bound.saturating_i64().into());
            Ok(Demand::of([("minimum", bound(&range.min)), ("maximum", bound(&range.max))]))
        }
        Validator::RangeFloat(range) => {
            let (min, max) = (bound(range.min.as_ref(), f64::ceil), bound(range.max.as_ref(), f64::floor));
            Ok(Demand::of([("minimum", min), ("maximum", max)]))
        }
        Validator::StringLength(length) => match length.unit {
            LengthUnit::CodePoints => {
                Ok(Demand::of([("minLength", count(length.min)), ("maxLength", count(length.max))]))
            }
            LengthUnit::Utf16 => Err(OmissionReason::Utf16),
        },
        Validator::CollectionCount(length) => {
            Ok(Demand::of([("minItems", count(length.min)), ("maxItems", count(length.max))]))
        }
        Validator::Regex(regex) => {
            Ok(Demand::of([("pattern", Some(pattern::portable(regex.pattern.as_str())?.into()))]))
        }
        Validator::InvalidCharacters(characters) => {
            let pattern = pattern::without(characters.characters.set(), characters.allow_control);
            Ok(Demand::of([("pattern", pattern.map(Value::from))]))
        }
        Validator::ValidValues(values) if values.ignore_case && descriptor.kind == JsonType::String => {
            let strings = values.values.iter().filter_map(|value| match value {
                Scalar::String(string) => Some(string.as_str()),
                _ => None,
            });
            match strings.collect::<Vec<_>>() {
                none if none.is_empty() => Ok(Demand::of([("enum", Some(json!([])))])),
                strings => Ok(Demand::of([("pattern", Some(pattern::of_any_case(&strings)?.into()))])),
            }
        }
        Validator::ValidValues(values) => {
            Ok(Demand::of([("enum", Some(values.values.iter().map(Scalar::to_json).collect()))]))
        }
        Validator::MultipleOf(multiple) if multiple.is_without_offset() => {
            Ok(Demand::of([("multipleOf", Some(multiple.divisor.saturating_i64().into()))]))
        }
        Validator::MultipleOf(_) => Err(OmissionReason::Offset),
        Validator::IntegerComparisonValidator(comparison) => compared(comparison),
        Validator::ValidFormat(format) => format_pattern::demand(format.format, descriptor.kind, profile),
        Validator::WordValidator(word) => {
            let length = Demand::of([("maxLength", Some(word.max.into()))]);
            Ok(Demand { part: Some(OmissionReason::Pattern), ..length })
        }
        Validator::PronunciationValidator(rule) => {
            Ok(Demand::of([("pattern", Some(pattern::of_symbols(rule.alphabet.symbols(), &rule.separator)?.into()))]))
        }
        Validator::UnknownValidator(_) => Err(OmissionReason::CustomCheck),
        Validator::CharacterDelimitedValue(_) | Validator::CharacterDelimitedKvPairs(_) => {
            Err(OmissionReason::DelimitedString)
        }
        Validator::EndDateTimeValidator(_) => Err(OmissionReason::Comparison),
        Validator::TimeZoneValidator(zone) => Err(match zone.source {
            TimeZoneSource::Directory => OmissionReason::Directory,
            TimeZoneSource::Windows | TimeZoneSource::Iana => OmissionReason::CaseInsensitive,
        }),
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
        | Validator::ExistingLanguageValues(_) => Err(OmissionReason::Directory),
        // These need more than the keywords of one value.
        Validator::RequiredAttribute(_)
        | Validator::CollectionItemValidator(_)
        | Validator::ValidatorGroup(_)
        | Validator::AttributeExistence(_)
        | Validator::PropertyNotApplicable(_)
        | Validator::OtherAttributeValue(_)
        | Validator::ObjectValidationErrorMutuallyExclusive(_) => Ok(Demand::default()),
        _ => Err(OmissionReason::Validator),
    }
}

fn not_empty(kind: JsonType) -> Demand {
    match kind {
        JsonType::String => Demand::of([("minLength", Some(1.into()))]),
        JsonType::Array => Demand::of([("minItems", Some(1.into()))]),
        _ => Demand::default(),
    }
}

fn bound(bound: Option<&OwnedNumber>, round: fn(f64) -> f64) -> Option<Value> {
    bound.map(|bound| integer(round(bound.as_number().to_f64())))
}

/// Returns an integral number as an integer of at most 32 bits. A greater bound has the same effect, since all integers of a
/// request have 32 bits.
#[expect(clippy::cast_possible_truncation, reason = "the number is integral and of 32 bits")]
fn integer(number: f64) -> Value {
    let is_small = (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&number);
    if is_small { (number as i32).into() } else { number.into() }
}

fn compared(comparison: &IntegerComparisonValidator) -> Result<Demand, OmissionReason> {
    // All integers of a request have 32 bits.
    let value = comparison.value.as_ref().ok_or(OmissionReason::Comparison)?.saturating_i64();
    let (keyword, value) = match comparison.operator {
        Comparison::Less => ("maximum", value.saturating_sub(1).into()),
        Comparison::AtMost => ("maximum", value.into()),
        Comparison::Equal => ("enum", json!([value])),
        Comparison::NotEqual => ("not", json!({"enum": [value]})),
        Comparison::AtLeast => ("minimum", value.into()),
        Comparison::Greater => ("minimum", value.saturating_add(1).into()),
    };
    Ok(Demand::of([(keyword, Some(value))]))
}
