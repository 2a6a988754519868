//! How a hint is found: from what was expected and found, from the name of an unknown property, or from a string.

use super::Hint;
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::fold::fold;
use crate::json::placeholder;
use crate::report::kind::ProblemDetail;
use crate::report::unexpected::Unexpected;
use crate::suggest::{has_word, is_name, probable};
use crate::vocabulary::Section;

/// Unknown names longer than this many bytes do not occur in hints.
pub(crate) const MAX_NAME: usize = 100;

/// The property that a request sends, and the one that a GET returns instead.
pub(crate) const ACTUAL: &str = "actualValue";
pub(crate) const EFFECTIVE: &str = "effectiveValue";

impl Hint {
    /// Returns the hint for a finding at a slot of a request, regardless of what was read before.
    pub(crate) fn in_request(detail: &ProblemDetail, slot: u16) -> Option<Self> {
        let ProblemDetail::Type { expected, found } = detail else { return None };
        if slot == 0 && *found == Unexpected::Array {
            return Some(Self::ArrayOfBodies);
        }
        let is_scalar = !matches!(found, Unexpected::Array | Unexpected::Items(_) | Unexpected::Object);
        let takes_scalar = matches!(expected.kind, JsonType::String | JsonType::Boolean | JsonType::Int);
        if takes_scalar && *found == Unexpected::Object {
            return Some(Self::WrappedValue);
        }
        if matches!(expected.kind, JsonType::Boolean | JsonType::Int) && *found == Unexpected::Array {
            return Some(Self::Alone);
        }
        if matches!(found, Unexpected::Null) {
            return None;
        }
        match expected.kind {
            JsonType::String => (*found == Unexpected::Number).then_some(Self::Unquoted),
            JsonType::Boolean => is_scalar.then_some(Self::Boolean),
            JsonType::Object if expected.name == "FollowMe" => Some(Self::FollowMeItem),
            JsonType::Object if expected.name == "ConfigurationId" && matches!(found, Unexpected::String(_)) => {
                Some(Self::ConfigurationId)
            }
            JsonType::Int => {
                (matches!(found, Unexpected::String(_)) && expected.codes.is_empty()).then_some(Self::Integer)
            }
            JsonType::Array => expected.item.is_some_and(|item| item.name == "FollowMe").then_some(Self::FollowMeArray),
            JsonType::Object => bare(expected.member(ACTUAL)?.descriptor, found),
        }
    }

    /// Returns the hint for a finding in a view, a user or a list in a file.
    pub(crate) fn in_file(detail: &ProblemDetail, slot: u16) -> Option<Self> {
        match detail {
            ProblemDetail::Type { found: Unexpected::Array, .. } if slot == 0 => Some(Self::ArrayOfUsers),
            ProblemDetail::Type { found: Unexpected::Array, expected } if expected.kind == JsonType::String => {
                Some(Self::Alone)
            }
            ProblemDetail::Type { found: Unexpected::Object, expected }
                if expected.kind == JsonType::Array && expected.item.is_none_or(|item| item.name != "FollowMe") =>
            {
                Some(Self::InArray)
            }
            _ => Self::in_request(detail, slot).filter(|hint| {
                matches!(
                    hint,
                    Self::Alone
                        | Self::Boolean
                        | Self::ConfigurationId
                        | Self::Integer
                        | Self::Unquoted
                        | Self::WrappedValue
                        | Self::FollowMeItem
                        | Self::FollowMeArray
                )
            }),
        }
    }

    /// Returns the hint for a property that only other bodies than requests have.
    pub(crate) fn of_other_body(name: &str, body: &TypeDescriptor) -> Option<Self> {
        const USER: [&str; 5] = ["userid", "username", "user", "login", "configurationid"];
        const COMMENT: [&str; 6] = ["comment", "comments", "note", "notes", "remark", "//"];
        let bare = name.trim_start_matches(['_', '$', '#']);
        let is_in = |names: &[&str]| names.iter().any(|known| bare.eq_ignore_ascii_case(known));
        match name {
            "clientConfigurationProperties" | "configurationId" => Some(Self::WholeUser),
            "items" => Some(Self::ListOfUsers),
            "errorId" => Some(Self::ErrorResponse),
            "licenseProblems" => Some(Self::UpdateResult),
            ACTUAL | EFFECTIVE | "name" | "property" | "key" | "value" => Some(Self::property_by_name("", body)),
            "rules" | "cases" => Some(Self::OtherFile),
            "$schema" | "$id" | "$defs" | "definitions" => Some(Self::JsonSchema),
            _ if Section::ALL.iter().any(|section| section.name() == name) => Some(Self::OtherFile),
            _ if is_in(&USER) => Some(Self::UserInUrl),
            _ if is_in(&COMMENT) => Some(Self::Comment),
            _ if name.contains(['.', '[', '/']) => Some(Self::property_by_name(name, body)),
            _ => None,
        }
    }

    /// Returns the hint for a path or name that is not where the name of a property is expected.
    pub(crate) fn property_by_name(path: &str, body: &TypeDescriptor) -> Self {
        let (name, form) = example_of(path, body);
        Self::PropertyByName { name, form }
    }

    /// Returns the hint for a JSON Patch, given the path of an operation.
    pub(crate) fn json_patch(path: &str, body: &TypeDescriptor) -> Self {
        let (name, form) = example_of(path, body);
        Self::JsonPatch { name, form }
    }

    /// Returns the hint for a string where a boolean, number or code is expected.
    pub(crate) fn of_string(string: &str, expected: &TypeDescriptor) -> Option<Self> {
        if string.starts_with("@{") || string.starts_with("System.") {
            return Some(Self::PowerShell);
        }
        let is_scalar = matches!(expected.kind, JsonType::Boolean | JsonType::Int);
        if is_scalar && (placeholder::is_whole(string) || placeholder::is_word(string)) {
            return Some(Self::Placeholder);
        }
        let is_inheritable = expected.member(ACTUAL).is_some() || (is_scalar && expected.codes.is_empty());
        if is_inheritable && (is_inherited(string) || (is_scalar && string.is_empty())) {
            return Some(Self::Inherit);
        }
        if expected.kind == JsonType::Int && has_other_unit(string) {
            return Some(Self::Seconds);
        }
        let is_json = string.trim_start().starts_with(['{', '['])
            && match expected.kind {
                JsonType::Object => expected.member(ACTUAL).is_none() || string.contains(ACTUAL),
                kind => kind == JsonType::Array,
            };
        if is_json {
            return Some(Self::EscapedJson);
        }
        let is_quoted = |kind: JsonType| match kind {
            JsonType::Boolean => matches!(string, "true" | "false"),
            JsonType::Int => !string.starts_with('+') && string.parse::<i32>().is_ok(),
            _ => false,
        };
        if expected.kind == JsonType::Object {
            let is_bare = expected.member(ACTUAL).is_some_and(|actual| is_quoted(actual.descriptor.kind));
            return is_bare.then_some(Self::QuotedBareValue);
        }
        let is_quoted = is_quoted(expected.kind);
        if is_quoted {
            return Some(Self::Quoted);
        }
        let similar = probable(string, expected.codes.iter().map(|(_, name, _)| *name))?;
        let (code, name, _) = expected.codes.iter().find(|(_, name, _)| *name == similar)?;
        Some(Self::CodeName { code: *code, name })
    }
}

/// Returns whether a string says that a value is inherited.
fn is_inherited(string: &str) -> bool {
    const WORDS: [&str; 9] = ["inherit", "inherited", "inherits", "default", "null", "none", "nil", "undefined", "n/a"];
    let word = string.trim_matches(|character: char| !character.is_alphanumeric());
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Returns whether an unknown name of an inheritable property says that its value is inherited.
pub(crate) fn says_inherited(name: &str) -> bool {
    const NAMES: [&str; 9] = [
        "inherit",
        "inherits",
        "inherited",
        "isinherited",
        "inheritvalue",
        "useinherited",
        "useinheritedvalue",
        "usedefault",
        "isdefault",
    ];
    let name = name.replace(['_', '-', ' '], "");
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Units of time, in lower case; the first ones are seconds.
const UNITS: [&str; 20] = [
    "s",
    "sec",
    "secs",
    "second",
    "seconds",
    "ms",
    "msec",
    "msecs",
    "millis",
    "millisecond",
    "milliseconds",
    "m",
    "min",
    "mins",
    "minute",
    "minutes",
    "h",
    "hr",
    "hour",
    "hours",
];
const SECONDS: usize = 5;

/// Returns the property of a body that a path probably leads to, or another one, and what its value looks like.
fn example_of(path: &str, body: &TypeDescriptor) -> (&'static str, &'static str) {
    let names = || body.members.iter().map(|member| member.name);
    let mut steps = path.split(['.', '[', ']', '/']).filter(|step| is_name(step)).take(4);
    let name = steps.find_map(|step| probable(step, names())).unwrap_or("callForwardAll");
    let descriptor = body.member(name).map(|member| member.descriptor);
    let form = match descriptor {
        Some(value) if value.item.is_some_and(|item| item.name == "FollowMe") => {
            r#"[{"phoneNumber": "...", "timeout": ..., "usePin": ...}]"#
        }
        Some(value) if value.member(ACTUAL).is_none() => "...",
        _ => r#"{"actualValue": ...}"#,
    };
    (name, form)
}

/// Returns the member that is probably meant by an unknown name.
pub(crate) fn probable_member(name: &str, object: &TypeDescriptor) -> Option<&'static str> {
    probable(name, object.members.iter().map(|member| member.name)).or_else(|| synonym(name, object))
}

/// Words in the names that other programs give to the properties of a number to call.
const SYNONYMS: [(&str, &[&str]); 3] = [
    ("usePin", &["pin"]),
    ("timeout", &["ring", "ringing", "time", "delay", "second", "sec", "duration", "wait"]),
    ("phoneNumber", &["number", "phone", "telephone", "tel", "extension", "ext", "target", "destination", "addres"]),
];

/// Returns the member that other programs call by such a name.
fn synonym(name: &str, object: &TypeDescriptor) -> Option<&'static str> {
    let (known, _) = SYNONYMS.iter().find(|(known, words)| object.member(known).is_some() && has_word(name, words))?;
    Some(known)
}

/// Returns whether an unknown name of a request is that of a phone number, which is in `followMe`.
pub(crate) fn is_phone_number(name: &str, object: &TypeDescriptor) -> bool {
    const ENDS: [&str; 7] = ["number", "numbers", "phone", "target", "destination", "extension", "address"];
    let lower = fold(name);
    object.member("followMe").is_some()
        && !lower.contains("follow")
        && ["forward", "call"].iter().any(|word| lower.contains(word))
        && ENDS.iter().any(|end| lower.ends_with(end))
}

/// Returns whether a string is a number with a unit of time other than seconds, or a time such as `00:00:20`.
fn has_other_unit(string: &str) -> bool {
    if string.contains(':')
        && string.chars().all(|character| character.is_ascii_digit() || matches!(character, ':' | '.'))
    {
        return true;
    }
    let unit = string
        .trim()
        .trim_start_matches(|character: char| character.is_ascii_digit() || matches!(character, '.' | ','));
    unit.len() < string.trim().len() && UNITS[SECONDS..].iter().any(|known| unit.trim().eq_ignore_ascii_case(known))
}

/// Returns whether an unknown name has a unit of time, and the known one is that of a time.
pub(crate) fn has_unit_of(name: &str, known: &str) -> bool {
    let is_time = fold(known).ends_with("timeout");
    let Some(start) = name.to_ascii_lowercase().rfind("timeout").map(|start| start + "timeout".len()) else {
        return false;
    };
    let after = name[start..].trim_start_matches(['_', '-', ' ']);
    let unit =
        after.strip_prefix("In").or_else(|| after.strip_prefix("in")).unwrap_or(after).trim_start_matches(['_', '-']);
    let is_plural = name[start..] == *"s";
    is_time && !is_plural && UNITS.iter().any(|known| unit.eq_ignore_ascii_case(known))
}

/// Returns the hint for a value in place of the object around the value of an inheritable property.
fn bare(actual: &TypeDescriptor, found: &Unexpected) -> Option<Hint> {
    match (actual.kind, found) {
        (_, Unexpected::Object) => None,
        (JsonType::Boolean, Unexpected::String(_) | Unexpected::Number | Unexpected::Array) => Some(Hint::BareBoolean),
        (JsonType::Int, Unexpected::String(_) | Unexpected::Boolean | Unexpected::Array) => Some(Hint::BareInteger),
        (JsonType::String, Unexpected::Boolean | Unexpected::Number | Unexpected::Array) => Some(Hint::BareString),
        _ => Some(Hint::BareValue),
    }
}
