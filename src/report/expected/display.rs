//! The English after "expected" in messages.

use super::{ComparedWith, Expected, ExpectedCondition, ExpectedScalar, ExpectedType, RuleExpectation};
use crate::vocabulary::{Comparison, GroupMode, LengthUnit, TimeZoneSource};
use std::fmt::{self, Display};

impl Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.expected().fmt(f),
            Self::Value { value, nullable: false } => value.fmt(f),
            Self::Value { value, nullable: true } => write!(f, "{value} or null"),
            Self::NumberInRange => f.write_str("a number within the range of a 64-bit float"),
            Self::KnownProperty { object } => write!(f, "a property of {object}"),
            Self::UniqueProperty => f.write_str("each property once"),
            Self::TypeUrn("") => f.write_str("a type URN that is not documented"),
            Self::TypeUrn(urn) => write!(f, "the string `{urn}`"),
            Self::Rule(expectation) => expectation.fmt(f),
        }
    }
}

impl Display for ExpectedType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean => f.write_str("a boolean"),
            Self::Int32 => f.write_str("a 32-bit integer"),
            Self::String => f.write_str("a string"),
            Self::Array { items } => write!(f, "an array of {items}"),
            Self::Object { name } => write!(f, "an object ({name})"),
            Self::Code { list, codes } if codes.len() <= MAX_SHOWN => {
                let codes = codes.iter().map(|(code, name, _)| format!("{code} {name}")).collect::<Vec<_>>();
                write!(f, "a code of {list} ({})", codes.join(", "))
            }
            Self::Code { list, .. } => write!(f, "a code of {list}"),
        }
    }
}

/// Formats like the derived implementation, with the number of codes instead of the table.
impl fmt::Debug for ExpectedType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean => f.write_str("Boolean"),
            Self::Int32 => f.write_str("Int32"),
            Self::String => f.write_str("String"),
            Self::Array { items } => f.debug_struct("Array").field("items", items).finish(),
            Self::Object { name } => f.debug_struct("Object").field("name", name).finish(),
            Self::Code { list, codes } => {
                f.debug_struct("Code").field("list", list).field("codes", &codes.len()).finish()
            }
        }
    }
}

impl Display for ExpectedScalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Number(number) => f.write_str(number),
            Self::String(string) => write!(f, "{string:?}"),
        }
    }
}

impl Display for RuleExpectation {
    #[expect(clippy::too_many_lines, reason = "a catalogue: one arm for each validator")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CustomCheck { name } => write!(f, "a value that passes the custom check `{name}`"),
            Self::UniqueId { object_type } => write!(f, "an id that no other object of type `{object_type}` has"),
            Self::ExistingId { object_type } => write!(f, "the id of an object of type `{object_type}`"),
            Self::ExistingAttributeValue { object_type, attribute } => {
                write!(f, "a value of the attribute `{attribute}` of an object of type `{object_type}`")
            }
            Self::NotEmpty => f.write_str("a value that is neither null nor empty"),
            Self::Integer { min, max } => range(f, "an integer", min.as_ref(), max.as_ref()),
            Self::Length { min, max, unit } => {
                let unit = match unit {
                    LengthUnit::CodePoints => "character",
                    LengthUnit::Utf16 => "UTF-16 code unit",
                };
                count_range(f, "a string", *min, *max, unit)
            }
            Self::Pattern { pattern } => write!(f, "a string that matches `{pattern}`"),
            Self::OneOf { values, ignore_case: false } => write!(f, "one of {}", joined(values)),
            Self::OneOf { values, ignore_case: true } => write!(f, "one of {} (case-insensitive)", joined(values)),
            Self::ItemCount { min, max } => count_range(f, "an array", *min, *max, "item"),
            Self::ValidItems => f.write_str("an array whose items satisfy their rules"),
            Self::Group(GroupMode::Any) => f.write_str("a value that satisfies one rule of the group"),
            Self::Group(GroupMode::All) => f.write_str("a value that satisfies every rule of the group"),
            Self::Format(format) => write!(f, "a value of the format `{format}`"),
            Self::UniqueAttributeValue { object_type, attribute } => {
                write!(f, "a value of `{attribute}` that no other object of type `{object_type}` has")
            }
            Self::Property => f.write_str("the property"),
            Self::AccessControlGroup { max_depth: None } => {
                f.write_str("an access control group whose parents lead to a root")
            }
            Self::AccessControlGroup { max_depth: Some(max) } => {
                write!(f, "an access control group whose parents lead to a root, at a depth of at most {max}")
            }
            Self::Pronunciation { symbols, separator } => {
                let symbols = match symbols {
                    None => "the ARPAbet alphabet".to_owned(),
                    Some(symbols) => format!("the alphabet {}", names(symbols)),
                };
                match separator.as_str() {
                    "" => write!(f, "symbols of {symbols}, without a separator"),
                    separator => write!(f, "symbols of {symbols}, separated by {separator:?}"),
                }
            }
            Self::Word { max, digits } => {
                let characters = if *digits { "letters and digits" } else { "letters" };
                write!(f, "a word or phrase of {characters}, of at most {}", count(*max, "character"))
            }
            Self::Number { min, max } => range(f, "a number", min.as_ref(), max.as_ref()),
            Self::AttendantProfile { kinds: None } => f.write_str("the id of an attendant profile"),
            Self::AttendantProfile { kinds: Some(kinds) } => {
                write!(f, "the id of an attendant profile of kind {}", names(kinds))
            }
            Self::FreeExtension { prefix_free: false } => f.write_str("an extension that nobody else uses"),
            Self::FreeExtension { prefix_free: true } => f.write_str(
                "an extension that is not in use, is not a prefix of one in use, and does not begin with one",
            ),
            Self::SharedAppearance { station } => write!(f, "a shared appearance of the station at `{station}`"),
            Self::MultipleOf { divisor, offset } if offset == "0" => write!(f, "a multiple of {divisor}"),
            Self::MultipleOf { divisor, offset } => write!(f, "{offset} plus a multiple of {divisor}"),
            Self::WithoutCharacters { characters, allow_control } => {
                let control = if *allow_control { "" } else { " and without control characters" };
                write!(f, "a string without any of {characters:?}{control}")
            }
            Self::ExistingExtension => f.write_str("an extension that is in use"),
            Self::ExistingIdWithAttributeValue { object_type, attribute, value } => {
                write!(f, "the id of an object of type `{object_type}` whose `{attribute}` is {value}")
            }
            Self::DelimitedItems { delimiter, rules, allow_repeats } => {
                let repeats = if *allow_repeats { "" } else { ", none repeated" };
                let rules = if *rules { ", each satisfying its rules" } else { "" };
                write!(f, "items separated by {delimiter:?}, none empty{repeats}{rules}")
            }
            Self::KeywordCount { max } => write!(f, "at most {} in all keyword sets together", count(*max, "keyword")),
            Self::WorkgroupKeywordCount { max } => {
                write!(f, "at most {} in the keyword sets of each workgroup", count(*max, "keyword"))
            }
            Self::EndNotBeforeStart { start } => {
                write!(f, "an end that is not before the start at `{start}`, in the same format")
            }
            Self::AbsentWhile(condition) => write!(f, "no value while {condition}"),
            Self::MailboxFolder { mailbox } => write!(f, "a folder of the mailbox at `{mailbox}`"),
            Self::Manufacturer => f.write_str("a manufacturer of the phone catalog"),
            Self::Model { manufacturer } => write!(f, "a model of the manufacturer at `{manufacturer}`"),
            Self::SecureAudio { registration_group } => write!(
                f,
                "a protocol other than SRTP (1), or a registered line with TLS in the registration group at `{registration_group}`"
            ),
            Self::RecorderPolicyKeywordCount { max } => {
                write!(f, "at most {} in the keyword sets of each recorder policy", count(*max, "keyword"))
            }
            Self::ReferenceCount { object_type, max } => {
                write!(f, "an object of type `{object_type}` that is referenced at most {}", count(*max, "time"))
            }
            Self::WrapUp { status, timeout, max } => write!(
                f,
                "a status for after-call work at `{status}` where `{timeout}` is set, and a `{timeout}` from 0 to {max}"
            ),
            Self::Properties { required, forbidden } => match (required.is_empty(), forbidden.is_empty()) {
                (true, true) => f.write_str("an object"),
                (false, true) => write!(f, "an object with {}", names(required)),
                (true, false) => write!(f, "an object without {}", names(forbidden)),
                (false, false) => write!(f, "an object with {} and without {}", names(required), names(forbidden)),
            },
            Self::AbsentUnless(condition) => write!(f, "no value unless {condition}"),
            Self::NetworkAdapter => f.write_str("a network adapter of the server"),
            Self::Compared { operator, other } => {
                let comparison = match operator {
                    Comparison::Less => "less than",
                    Comparison::AtMost => "of at most",
                    Comparison::Equal => "equal to",
                    Comparison::NotEqual => "other than",
                    Comparison::AtLeast => "of at least",
                    Comparison::Greater => "greater than",
                };
                match other {
                    ComparedWith::Path(path) => write!(f, "an integer {comparison} the one at `{path}`"),
                    ComparedWith::Value(value) => write!(f, "an integer {comparison} {value}"),
                }
            }
            Self::TimeZone(TimeZoneSource::Directory) => f.write_str("a time zone of the server"),
            Self::TimeZone(TimeZoneSource::Windows) => f.write_str("the name of a Windows time zone"),
            Self::TimeZone(TimeZoneSource::Iana) => f.write_str("the name of a time zone of the IANA database"),
            Self::Language => f.write_str("the tag of a language that the server supports"),
            Self::KeyValuePairs { pair_delimiter, key_delimiter, keys } => {
                let keys = match keys.as_deref() {
                    None => "a key".to_owned(),
                    Some([]) => "a key (none is allowed)".to_owned(),
                    Some(keys) => format!("one of the keys {}", names(keys)),
                };
                write!(
                    f,
                    "pairs separated by {pair_delimiter:?}, each {keys}, {key_delimiter:?} and a value, no key repeated"
                )
            }
            Self::AtMostOneOf { properties } => write!(f, "at most one of {} to be set", names(properties)),
        }
    }
}

impl Display for ExpectedCondition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each = |f: &mut fmt::Formatter<'_>, all: &[Self], word: &str| {
            all.iter().enumerate().try_for_each(|(index, one)| {
                f.write_str(if index > 0 { word } else { "" })?;
                match one {
                    Self::All(_) | Self::Any(_) => write!(f, "({one})"),
                    _ => one.fmt(f),
                }
            })
        };
        match self {
            Self::Present(path) => write!(f, "`{path}` is set"),
            Self::Absent(path) => write!(f, "`{path}` is not set"),
            Self::Is(path, value) => write!(f, "`{path}` is {value}"),
            Self::IsNot(path, value) => write!(f, "`{path}` is not {value}"),
            Self::All(all) => each(f, all, " and "),
            Self::Any(any) => each(f, any, " or "),
            Self::Not(not) => write!(f, "not ({not})"),
        }
    }
}

/// The maximum number of names or values on one line.
const MAX_SHOWN: usize = 8;

/// Writes names in backticks, separated by commas.
fn names(names: &[impl Display]) -> String {
    joined(&names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>())
}

fn joined(items: &[impl Display]) -> String {
    let mut joined = items.iter().take(MAX_SHOWN).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if items.len() > MAX_SHOWN {
        joined.push_str(" and others");
    }
    joined
}

fn range(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    min: Option<&impl Display>,
    max: Option<&impl Display>,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) => write!(f, "{what} from {min} to {max}"),
        (Some(min), None) => write!(f, "{what} of at least {min}"),
        (None, Some(max)) => write!(f, "{what} of at most {max}"),
        (None, None) => f.write_str(what),
    }
}

fn count(count: u64, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

fn count_range(f: &mut fmt::Formatter<'_>, whole: &str, min: Option<u64>, max: Option<u64>, unit: &str) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) if min == max => write!(f, "{whole} of {}", count(max, unit)),
        (Some(min), Some(max)) => write!(f, "{whole} of {min} to {}", count(max, unit)),
        (Some(min), None) => write!(f, "{whole} of at least {}", count(min, unit)),
        (None, Some(max)) => write!(f, "{whole} of at most {}", count(max, unit)),
        (None, None) => f.write_str(whole),
    }
}
