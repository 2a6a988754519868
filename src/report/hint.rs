use super::expected::Expected;
use super::item_fault::ItemFault;
use super::kind::ProblemDetail;
use super::unexpected::Unexpected;
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::fold::fold;
use crate::json::character::CharacterName;
use crate::json::escape::Escaped;
use crate::json::placeholder;
use crate::suggest::{in_backticks, is_name, probable};
use crate::vocabulary::Section;
use std::fmt;

/// The probable mistake that caused a problem: plain data, from which messages in any language can be created (our
/// choice).
///
/// [`Display`](fmt::Display) writes it in English. A hint contains no value of the body except the name of a known
/// code.
///
/// ```
/// use icws_schema::{body::UserClientConfigurationProperties, from_str, report::Hint};
///
/// let body = r#"{"callForwardAll": true, "eFaqSearchOption": "Best"}"#;
/// let error = from_str::<UserClientConfigurationProperties>(body).unwrap_err();
/// let hints: Vec<_> = error.report().iter().filter_map(|problem| problem.hint()).collect();
/// assert_eq!(hints, [Hint::BareValue, Hint::CodeName { code: 2, name: "Best" }]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hint {
    /// An unknown property has a name similar to this known one, or is next to a single missing property, which is this
    /// one.
    SimilarProperty {
        /// The known name.
        name: &'static str,
    },
    /// A missing property is present under an unknown name: both problems are one mistake.
    Misspelt {
        /// The unknown name.
        name: String,
    },
    /// An unknown property has the same name as another unknown one of its object, except for case.
    OtherCase {
        /// The other name.
        name: String,
    },
    /// A request has `effectiveValue`, which a GET returns, where a PUT sends `actualValue`.
    EffectiveValue,
    /// A request has the bare value of an inheritable property, which is an object with `actualValue`.
    BareValue,
    /// A request has the bare value of an inheritable property, in quotes that do not belong there.
    QuotedBareValue,
    /// A request has the bare value of an inheritable boolean property, which is not `true` or `false` either.
    BareBoolean,
    /// A request has the bare value of an inheritable integer property, which is not an integer either.
    BareInteger,
    /// A request has the bare value of an inheritable string property, which is not a string either.
    BareString,
    /// A request has the value of an inheritable property in effect, and not that of the user.
    ActualValue,
    /// A request has another value where an array of follow-me numbers is expected.
    FollowMeArray,
    /// A request has an object whose names are the indexes of an array.
    NumberedItems,
    /// A request has another value where a follow-me number is expected.
    FollowMeItem,
    /// A request has an object where the value itself is sent, such as one with `actualValue`.
    WrappedValue,
    /// A request is the value of a property that no request has.
    WrappedBody,
    /// A property that no request has has properties of the request in it, beside others.
    WrappedPart,
    /// A property that no request has contains the request further inside.
    BodyAt {
        /// The path of the request.
        path: String,
    },
    /// A property that no request has contains the request as a string, as Postman and HAR files do.
    BodyInString {
        /// The path of the string.
        path: String,
    },
    /// A request is a JSON Patch.
    JsonPatch {
        /// The name of the property of the first operation, if it is known, or of another one as an example.
        name: &'static str,
        /// What its value looks like.
        form: &'static str,
    },
    /// A request has an object that says whether there is a value, and not which one.
    LostValue,
    /// A request has a number in scientific notation where a string of digits is expected.
    LostDigits,
    /// A request has a property for a phone number, which is an item of `followMe`.
    PhoneNumber,
    /// A request is a whole user, as a GET returns it: only its `clientConfigurationProperties` should be sent.
    WholeUser,
    /// A request is a list of users, as a GET returns it.
    ListOfUsers,
    /// A request is the body of an error response.
    ErrorResponse,
    /// A request is the body of the response to an update.
    UpdateResult,
    /// A request is a rule file, a case file or a directory file.
    OtherFile,
    /// A request is a JSON Schema, or refers to one.
    JsonSchema,
    /// A request is an array, each item of which should be sent as a separate body.
    ArrayOfBodies,
    /// A request is an array of objects that have no property in common, which are probably the parts of one body.
    PartsOfBody,
    /// A string is the name of a code, but the number is sent.
    CodeName {
        /// The number.
        code: i32,
        /// The name.
        name: &'static str,
    },
    /// A request has another word, or a number, for a boolean.
    Boolean,
    /// A request has a string for an integer, such as one with a unit.
    Integer,
    /// A request has a string for an integer, with a unit of time other than seconds.
    Seconds,
    /// An unknown property has a name similar to this known one, with a unit of time.
    InSeconds {
        /// The known name.
        name: &'static str,
    },
    /// A request says in words that a value is inherited.
    Inherit,
    /// An unknown property says whether a value is inherited.
    Inheritance,
    /// A string stands for the value that is to be written.
    Placeholder,
    /// What is to be written in the place of something that is not JSON.
    ValueOf {
        /// The expected value.
        expected: Expected,
    },
    /// An input is cut off in an object that does not have these required properties yet.
    CutOff {
        /// The names of the properties.
        missing: Vec<String>,
    },
    /// A request is JSON inside of a string.
    EscapedJson,
    /// A string is what PowerShell prints instead of an object inside of others.
    PowerShell,
    /// A request has a path or `actualValue` where the name of a property is expected, or name and value as two properties.
    PropertyByName {
        /// The name of the property, if it is known, or of another one as an example.
        name: &'static str,
        /// What its value looks like.
        form: &'static str,
    },
    /// A number or boolean is in quotes.
    Quoted,
    /// A request has a number where a string is expected: quotes are missing.
    Unquoted,
    /// A string is similar to this one, which a rule allows.
    SimilarValue {
        /// The allowed string.
        value: String,
    },
    /// A string that a rule rejects has a character that is invisible or easily confused with another one, or a space at
    /// its start or end.
    Character {
        /// Its number, from 1.
        number: usize,
        /// The character.
        character: char,
    },
    /// An item of a delimited string makes the string fail.
    Item {
        /// Its number, from 1.
        number: usize,
        /// Its fault.
        fault: ItemFault,
    },
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SimilarProperty { name } => return write!(f, "did you mean `{name}`?"),
            Self::Misspelt { name } => {
                return write!(f, "probably written as `{}`", Escaped(name));
            }
            Self::OtherCase { name } => {
                return write!(f, "the property is already present as `{}`: keep only one of them", Escaped(name));
            }
            Self::EffectiveValue => {
                "`effectiveValue` is what a GET returns; a PUT sends `actualValue`, which becomes the value of the user itself: \
                 leave out what you do not want to set; \
                 check what a GET returned as a view"
            }
            Self::BareValue => "write the value as `{\"actualValue\": ...}`",
            Self::QuotedBareValue => "write the value as `{\"actualValue\": ...}`, and without quotes",
            Self::BareBoolean => "write `{\"actualValue\": true}` or `{\"actualValue\": false}`, without quotes",
            Self::BareInteger => "write the number as `{\"actualValue\": ...}`, without quotes and unit",
            Self::BareString => "write the value as `{\"actualValue\": \"...\"}`, in double quotes",
            Self::ActualValue => "write `actualValue`: the value of the user itself, or null to inherit it",
            Self::FollowMeArray => {
                "write an array with an object for each number, such as `[{\"phoneNumber\": \"8042\", \"timeout\": 15, \"usePin\": false}]`"
            }
            Self::NumberedItems => {
                "the names are indexes: write an array, with `[` and `]` and each value without its name, such as `[{...}, {...}]`"
            }
            Self::FollowMeItem => {
                "write an object for each number, such as `{\"phoneNumber\": \"8042\", \"timeout\": 15, \"usePin\": false}`"
            }
            Self::Boolean => "write `true` or `false`, without quotes",
            Self::Integer => "write the number alone, without quotes and unit",
            Self::Seconds => "write the number of seconds alone, without quotes and unit",
            Self::InSeconds { name } => return write!(f, "did you mean `{name}`? its value is in seconds"),
            Self::Inherit => "to inherit the value, write `\"actualValue\": null`, without quotes around `null`",
            Self::Inheritance => "`\"actualValue\": null` inherits the value; otherwise the value itself is in `actualValue`",
            Self::Placeholder => "this is a placeholder: write the value that it stands for",
            Self::ValueOf { expected } => return write!(f, "here, write {expected}"),
            Self::CutOff { missing } => {
                let names = in_backticks(missing.iter().map(String::as_str));
                return write!(f, "the object also needs {}", Escaped(names));
            }
            Self::EscapedJson => "this is JSON inside of a string: take away the quotes around it and the backslashes",
            Self::PowerShell => {
                "PowerShell printed this instead of an object: give `ConvertTo-Json` a larger `-Depth`, such as 10; a request needs no `inheritedFrom`"
            }
            Self::PropertyByName { name, form } => {
                return write!(f, "write each property under its own name, as `{{\"{name}\": {form}}}`");
            }
            Self::WrappedValue => "write the value itself, without the object around it",
            Self::WrappedBody => "the body is inside of this property: send only its value",
            Self::WrappedPart => "properties are inside of this one: write them beside the others, without it",
            Self::BodyAt { path } => return write!(f, "the body is inside, at `{}`: send only that value", Escaped(path)),
            Self::BodyInString { path } => {
                let path = Escaped(path);
                return write!(
                    f,
                    "the body is the text in `{path}`: send and check only that, without the quotes around it and the backslashes"
                );
            }
            Self::JsonPatch { name, form } => {
                return write!(
                    f,
                    "this is a JSON Patch, and a request has the properties themselves: `path` begins with their names, as in \
                     `{{\"{name}\": {form}}}`; in place of `remove`, write null as `actualValue`; `followMe` is sent whole"
                );
            }
            Self::LostValue => {
                "this object only says whether there is a value: look the value up, or write null if there is none"
            }
            Self::LostDigits => {
                "a number in this notation has probably lost digits: look them up, and write all of them in double quotes"
            }
            Self::PhoneNumber => {
                "a request has no such property: the phone numbers to which calls go are in `followMe`, each in an object with `phoneNumber`, `timeout` and `usePin`"
            }
            Self::WholeUser => {
                "a request is only what is inside `clientConfigurationProperties` of a user; \
                 check what a GET returned as a user"
            }
            Self::ListOfUsers => {
                "a request is only what is inside `clientConfigurationProperties` of one user; \
                 check what a GET returned as a list of users"
            }
            Self::ErrorResponse => "this is the body of an error response: check it as one",
            Self::UpdateResult => "this is the body of the response to an update: check it as one",
            Self::OtherFile => "this is a property of a rule, case or directory file, which is not a body",
            Self::JsonSchema => "a JSON Schema has this property, and no body does: remove it, or send a body that the schema describes",
            Self::ArrayOfBodies => "each item of the array is a separate body",
            Self::PartsOfBody => {
                "no property is in two items: write those of all items in one object, or send each item as a separate body"
            }
            Self::CodeName { code, name } => return write!(f, "the code of `{name}` is {code}"),
            Self::Quoted => "write it without quotes",
            Self::Unquoted => "write it in double quotes",
            Self::SimilarValue { value } => return write!(f, "did you mean `{}`?", Escaped(value)),
            Self::Character { number, character } => {
                let character = CharacterName(*character);
                return write!(f, "character {number} is {character}: replace or remove it");
            }
            Self::Item { number, fault } => return fault.write(*number, f),
        })
    }
}

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
        if matches!(found, Unexpected::Null) {
            return None;
        }
        match expected.kind {
            JsonType::String => (*found == Unexpected::Number).then_some(Self::Unquoted),
            JsonType::Boolean => is_scalar.then_some(Self::Boolean),
            JsonType::Object if expected.name == "FollowMe" => Some(Self::FollowMeItem),
            JsonType::Int => {
                (matches!(found, Unexpected::String(_)) && expected.codes.is_empty()).then_some(Self::Integer)
            }
            JsonType::Array => expected.item.is_some_and(|item| item.name == "FollowMe").then_some(Self::FollowMeArray),
            JsonType::Object => bare(expected.member(ACTUAL)?.descriptor, found),
        }
    }

    /// Returns the hint for a property that only other bodies than requests have.
    pub(crate) fn of_other_body(name: &str, body: &TypeDescriptor) -> Option<Self> {
        match name {
            "clientConfigurationProperties" | "configurationId" => Some(Self::WholeUser),
            "items" => Some(Self::ListOfUsers),
            "errorId" => Some(Self::ErrorResponse),
            "licenseProblems" => Some(Self::UpdateResult),
            ACTUAL | EFFECTIVE | "name" | "property" | "key" | "value" => Some(Self::property_by_name("", body)),
            "rules" | "cases" => Some(Self::OtherFile),
            "$schema" | "$id" | "$defs" | "definitions" => Some(Self::JsonSchema),
            _ if Section::ALL.iter().any(|section| section.name() == name) => Some(Self::OtherFile),
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

    /// Returns the name in JSON output.
    ///
    /// ```
    /// assert_eq!(icws_schema::report::Hint::BareValue.as_str(), "bareValue");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::SimilarProperty { .. } => "similarProperty",
            Self::Misspelt { .. } => "misspelt",
            Self::OtherCase { .. } => "otherCase",
            Self::EffectiveValue => "effectiveValue",
            Self::BareValue => "bareValue",
            Self::QuotedBareValue => "quotedBareValue",
            Self::BareBoolean => "bareBoolean",
            Self::BareInteger => "bareInteger",
            Self::BareString => "bareString",
            Self::ActualValue => "actualValue",
            Self::FollowMeArray => "followMeArray",
            Self::NumberedItems => "numberedItems",
            Self::FollowMeItem => "followMeItem",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Seconds => "seconds",
            Self::InSeconds { .. } => "inSeconds",
            Self::Inherit => "inherit",
            Self::Inheritance => "inheritance",
            Self::Placeholder => "placeholder",
            Self::ValueOf { .. } => "valueOf",
            Self::CutOff { .. } => "cutOff",
            Self::EscapedJson => "escapedJson",
            Self::PowerShell => "powerShell",
            Self::PropertyByName { .. } => "propertyByName",
            Self::WrappedValue => "wrappedValue",
            Self::WrappedBody => "wrappedBody",
            Self::WrappedPart => "wrappedPart",
            Self::BodyAt { .. } => "bodyAt",
            Self::BodyInString { .. } => "bodyInString",
            Self::JsonPatch { .. } => "jsonPatch",
            Self::LostValue => "lostValue",
            Self::LostDigits => "lostDigits",
            Self::PhoneNumber => "phoneNumber",
            Self::WholeUser => "wholeUser",
            Self::ListOfUsers => "listOfUsers",
            Self::ErrorResponse => "errorResponse",
            Self::UpdateResult => "updateResult",
            Self::OtherFile => "otherFile",
            Self::JsonSchema => "jsonSchema",
            Self::ArrayOfBodies => "arrayOfBodies",
            Self::PartsOfBody => "partsOfBody",
            Self::CodeName { .. } => "codeName",
            Self::Quoted => "quoted",
            Self::Unquoted => "unquoted",
            Self::SimilarValue { .. } => "similarValue",
            Self::Character { .. } => "character",
            Self::Item { fault, .. } => fault.as_str(),
        }
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
        if is_inheritable && is_inherited(string) {
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

/// Returns whether an unknown name of a request is that of a phone number, which is in `followMe`.
pub(crate) fn is_phone_number(name: &str, object: &TypeDescriptor) -> bool {
    const ENDS: [&str; 7] = ["number", "numbers", "phone", "target", "destination", "extension", "address"];
    let lower = fold(name);
    object.member("followMe").is_some()
        && !lower.contains("follow")
        && ["forward", "call"].iter().any(|word| lower.contains(word))
        && ENDS.iter().any(|end| lower.ends_with(end))
}

/// Returns whether a string is a number with a unit of time other than seconds.
fn has_other_unit(string: &str) -> bool {
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
