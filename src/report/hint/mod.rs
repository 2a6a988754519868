mod find;

pub(crate) use find::{ACTUAL, EFFECTIVE, MAX_NAME, has_unit_of, is_phone_number, probable_member, says_inherited};

use super::expected::Expected;
use super::item_fault::ItemFault;
use crate::json::character::CharacterName;
use crate::json::escape::Escaped;
use crate::suggest::in_backticks;
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
    /// A request names its user.
    UserInUrl,
    /// A request has a comment.
    Comment,
    /// A time that a rule rejects, which is in seconds.
    InSecondsAlone,
    /// A string stands for a `ConfigurationId`.
    ConfigurationId,
    /// A value is inside of an array.
    Alone,
    /// An item is not inside of an array.
    InArray,
    /// A list of users is an array.
    ArrayOfUsers,
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
    /// A string that a rule rejects has characters that are invisible or easily confused with others, or a space at its start
    /// or end.
    Character {
        /// The number of the first one, from 1.
        number: usize,
        /// The first one.
        character: char,
        /// The numbers of the next ones, at most four.
        others: Vec<usize>,
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
    #[expect(clippy::too_many_lines, reason = "one arm for each hint")]
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
                "to set the value, write `actualValue` for `effectiveValue`, which is what a GET returns; \
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
                    "the body is the text in `{path}`, which is not checked here: send and check only that, without the quotes around it and the backslashes"
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
            Self::UserInUrl => "the user is in the URL of the request, not in its body: remove it",
            Self::Comment => "a body has no comments: remove it",
            Self::InSecondsAlone => "the time is in seconds",
            Self::ConfigurationId => "write the id as `{\"id\": \"...\"}`",
            Self::Alone => "write the item alone, without brackets",
            Self::InArray => "write `[` before it, and `]` after it",
            Self::ArrayOfUsers => "a list of users has them in `items`: write `{\"items\": ` before the array, and `}` after it",
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
            Self::Character { number, character, others } => {
                write!(f, "character {number} is {}: replace or remove it", CharacterName(*character))?;
                let others: Vec<_> = others.iter().map(usize::to_string).collect();
                return match others.len() {
                    0 => Ok(()),
                    1 => write!(f, "; also see character {}", others[0]),
                    _ => write!(f, "; also see characters {}", others.join(", ")),
                };
            }
            Self::Item { number, fault } => return fault.write(*number, f),
        })
    }
}

impl Hint {
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
            Self::UserInUrl => "userInUrl",
            Self::Comment => "comment",
            Self::InSecondsAlone => "inSecondsAlone",
            Self::ConfigurationId => "configurationId",
            Self::Alone => "alone",
            Self::InArray => "inArray",
            Self::ArrayOfUsers => "arrayOfUsers",
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
}
