//! What to do about a problem of a file, where no name is suggested.

use super::expected::{FileObject, LoadExpected};
use super::form;
use super::found::LoadFound;
use super::pattern_error::PatternError;
use super::problem::{LoadProblem, LoadProblemKind};
use super::rule_members;
use super::synonyms::meant;
use crate::json::escape::Escaped;
use crate::json::syntax_error::SyntaxError;
use crate::json::write::string;
use crate::report::{DUPLICATE, ExpectedType};
use crate::suggest::{in_backticks, is_name, nearest};
use crate::vocabulary::{AttendantKind, Format, Section, WordEnum};

/// Strings that are written in the place of a name where there is none.
const NO_NAMES: [&str; 4] = ["null", "none", "nil", "n/a"];

/// A rule as an example.
macro_rules! rule {
    () => {
        r#"{"validator": "range", "property": "followMe[].timeout", "max": 60}"#
    };
}

/// A rule file as an example.
pub(super) const RULE_FILE: &str = concat!(r#"{"rules": ["#, rule!(), "]}");

/// The section `extensions` as an example.
pub(super) const EXTENSIONS: &str = r#"["8001", {"extension": "8002", "id": "jane.doe"}]"#;

const CONDITION: &str = "a condition is an object: `{\"property\": \"callForwardAll.actualValue\", \"is\": true}`";

const OUTER_PROPERTY: &str = "`\"\"` is the value of the outer property itself";

const PROPERTY: &str = "it is the path of what is checked, such as `followMe[].timeout`";

const TRANSPORT: &str = "`transport` is 2 for TLS, and any other integer, such as 0, for another transport";

/// What to write in place of the response to a GET.
const RESPONSE: &str = r#"a GET returns this: write the `id` of each object into `objects`, under its type, such as `"objects": {"workgroup": [{"id": "..."}]}`; each extension into `extensions`, with its owner: `"extensions": [{"extension": "...", "objectType": "workgroup", "id": "..."}]`; leave `displayName` and `uri` out; other properties may be `attributes` of the object"#;

/// The types of objects after which sections are probably named.
const OBJECT_TYPES: [&str; 7] = ["user", "workgroup", "role", "station", "skill", "template", "license"];

/// How many names are listed.
const MAX_NAMES: usize = 16;

/// What to do about a problem; boxed, it keeps a problem small.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct HelpText {
    pub(super) text: String,
    /// Whether it was written for this problem, and takes the place of what is said of all problems of its kind.
    pub(super) is_specific: bool,
}

/// Lists the known names of an object, unless they are many, or are already in what is expected.
pub(super) fn known_names(known: &[&str], expected: &LoadExpected) -> Option<String> {
    let is_listed = matches!(expected, LoadExpected::ParameterOf { .. } | LoadExpected::NoParameter { .. });
    if is_listed || known.is_empty() || known.len() > MAX_NAMES {
        return None;
    }
    Some(format!("the known names are {}", in_backticks(known.iter().copied())))
}

pub(super) fn of(problem: &LoadProblem) -> Option<String> {
    match problem.kind() {
        LoadProblemKind::Syntax(SyntaxError::TrailingCharacters(token)) if token.is_value() => {
            return Some("a file has one value: write the contents of both into one".to_owned());
        }
        LoadProblemKind::Syntax(error) => return error.help().map(str::to_owned),
        LoadProblemKind::UnknownMember | LoadProblemKind::UnknownName => return unknown(problem),
        LoadProblemKind::PathType => {
            let LoadFound::PathTo(of) = problem.found() else { return None };
            return Some(validators(of).to_owned());
        }
        LoadProblemKind::DuplicateMember
            if problem.pointer().is_empty() && *problem.found() == LoadFound::name("rules") =>
        {
            return Some(
                "write all rules into one array; where two of them exclude each other, as `\"max\": 5` and `\"min\": 6` of one property do, keep only one"
                    .to_owned(),
            );
        }
        LoadProblemKind::DuplicateMember => return Some(DUPLICATE.to_owned()),
        _ => {}
    }
    if let LoadExpected::RequiredMember { name } = problem.expected()
        && name == "property"
    {
        let is_inner = problem.pointer().matches("/rules/").count() > 1;
        return Some(if is_inner { OUTER_PROPERTY } else { PROPERTY }.to_owned());
    }
    if let LoadExpected::RequiredMember { name } = problem.expected()
        && name == "rules"
        && problem.pointer().is_empty()
    {
        return Some(format!("write the rules as `{RULE_FILE}`"));
    }
    if let LoadExpected::RequiredMember { name } = problem.expected()
        && name == "cases"
    {
        return Some(
            "a case file has bodies to check in `cases`; a file that has only rules is a rule file".to_owned(),
        );
    }
    if section_of(problem) == Some(Section::RegistrationGroups)
        && problem.parameter() == Some("transport")
        && value(problem.expected(), problem.found()).is_none()
    {
        return Some(TRANSPORT.to_owned());
    }
    power_shell(problem.found())
        .or_else(|| range(problem))
        .or_else(|| null(problem).map(str::to_owned))
        .or_else(|| array(problem))
        .or_else(|| one_value(problem).map(str::to_owned))
        .or_else(|| value(problem.expected(), problem.found()).map(str::to_owned))
        .or_else(|| paths(problem))
        .or_else(|| section(problem))
}

/// Returns what is known of a suggestion: what values of a format look like.
pub(super) fn of_suggestion(expected: &LoadExpected, suggestion: &str) -> Option<String> {
    match expected {
        LoadExpected::OneOf { words } if words.names() == Format::WORDS => {
            let format = suggestion.parse::<Format>().ok()?;
            let form = format.form().split(';').next()?;
            Some(format!("`{format}` is {form}"))
        }
        _ => None,
    }
}

/// Returns what helps if a name is unknown: where it belongs, or the names that are known.
fn unknown(problem: &LoadProblem) -> Option<String> {
    use FileObject::{CaseFile, Condition, DirectoryFile, DirectoryObject, RegistrationEntry, RuleFile};
    use LoadExpected::{IdIn, IdOfType, Member, Validator};
    let LoadFound::Name(name) = problem.found() else { return None };
    let is_none = || !is_name(name) || NO_NAMES.iter().any(|none| name.eq_ignore_ascii_case(none));
    Some(match problem.expected() {
        Member { object: RuleFile | DirectoryFile | CaseFile } if name.eq_ignore_ascii_case("version") => {
            "remove it: the file has no version".to_owned()
        }
        Member { object: RuleFile } if Section::ALL.iter().any(|section| section.name() == name) => {
            format!("`{name}` is a section of a directory file, which is a file of its own")
        }
        Member { object: DirectoryFile } if let Some(help) = in_directory(name) => help,
        Member { object } if let Some(help) = form::of_schema(*object, name) => help,
        Member { object: RegistrationEntry } => {
            "a line has its name in `line` and its `transport`; another entry has its address in `manual`, `proxy` or `dns`".to_owned()
        }
        Member { object: DirectoryObject } => {
            "an object has `id` and, with all other properties, `attributes`".to_owned()
        }
        Validator if name.parse::<f64>().is_ok() => "the numbers of validators are 0 to 46, without 8".to_owned(),
        IdIn { section } if *section == Section::AccessControlGroups.name() && is_none() => {
            "a group without a parent has `null`, without quotes".to_owned()
        }
        IdOfType { .. } if problem.parameter() == Some("id") && is_none() => {
            "an extension without an owner has no `id`".to_owned()
        }
        expected if let Some(help) = rule_members::help(expected, name) => help.to_owned(),
        Member { object: Condition } => format!("{CONDITION}, or has only `all`, `any` or `not`"),
        _ => return None,
    })
}

/// Returns what to write in place of a member that a directory file does not have.
fn in_directory(name: &str) -> Option<String> {
    match name {
        "rules" => Some("`rules` belongs into a rule file, which is a file of its own".to_owned()),
        "cases" => Some("`cases` belongs into a case file, which is a file of its own".to_owned()),
        "items" | "configurationId" => Some(RESPONSE.to_owned()),
        _ => OBJECT_TYPES.iter().find(|of| is_plural(name, of)).map(|object_type| {
            format!(
                "`objects` has the objects of each type: `\"objects\": {{\"{object_type}\": [{{\"id\": \"...\", \"attributes\": {{...}}}}]}}`; `attributes` may be left out"
            )
        }),
    }
}

/// Returns whether a name is that of a type of objects, in any case, or its plural.
fn is_plural(name: &str, object_type: &str) -> bool {
    let singular = name.trim_end_matches('s');
    let is_similar = object_type.len() > 6 && nearest(singular, [object_type]).is_some();
    is_similar || singular.eq_ignore_ascii_case(object_type)
}

/// Returns what to do about null in a directory file.
fn null(problem: &LoadProblem) -> Option<&'static str> {
    let mut place = problem.pointer().split('/').skip(1);
    let section: Section = place.next()?.parse().ok()?;
    if *problem.found() != LoadFound::Null {
        return None;
    }
    let depth = place.clone().count();
    let last = place.last();
    let is_entry = last.is_some_and(|step| step.parse::<usize>().is_ok());
    Some(match problem.expected() {
        LoadExpected::Array if depth < 2 => "write `[]` if there is none, or leave it out if that is not known",
        LoadExpected::Object if depth < 1 => "write `{}` if there is none, or leave it out if that is not known",
        LoadExpected::Count => "write the number, or leave the entry out if it is not known",
        LoadExpected::String if section == Section::Extensions && last == Some("id") => {
            "an extension without an owner has no `id`: leave it out"
        }
        LoadExpected::String | LoadExpected::StringOrInteger if !is_entry && last != Some("objectType") => {
            "write it, or leave the entry out if it is not known"
        }
        LoadExpected::Integer => TRANSPORT,
        _ => "leave it out",
    })
}

/// Returns what to write in place of what `ConvertTo-Json` of PowerShell prints for an object or array that is deep inside.
fn power_shell(found: &LoadFound) -> Option<String> {
    const PRINTED: &str =
        "PowerShell printed this instead of an object or array: give `ConvertTo-Json` a larger `-Depth`, such as 10";
    let is_type = |text: &str| {
        ["System.Object[]", "System.Collections.", "System.Management."].iter().any(|of| text.starts_with(of))
    };
    let LoadFound::String(text) = found else { return None };
    let Some(members) = power_shell_members(text) else { return is_type(text).then(|| PRINTED.to_owned()) };
    let members: Vec<_> = members.collect();
    if members.is_empty() || members.iter().any(|(_, value)| is_type(value)) {
        return Some(PRINTED.to_owned());
    }
    let members: Vec<_> = members.iter().map(|(name, value)| format!("{}: {}", string(name), string(value))).collect();
    Some(format!("write `{{{}}}`; {PRINTED}", Escaped(members.join(", "))))
}

/// Returns the members of an object as PowerShell prints it: `@{id=Sales; count=5}`.
pub(crate) fn power_shell_members(text: &str) -> Option<impl Iterator<Item = (&str, &str)>> {
    let members = text.strip_prefix("@{")?.strip_suffix('}')?;
    Some(members.split(';').filter_map(|member| member.trim().split_once('=')))
}

/// Returns what to write in place of a range of extensions.
fn range(problem: &LoadProblem) -> Option<String> {
    let (LoadExpected::OneExtension, LoadFound::String(text)) = (problem.expected(), problem.found()) else {
        return None;
    };
    let mut ends = text.split(|character: char| !character.is_ascii_digit()).filter(|end| !end.is_empty());
    let (first, last) = (ends.next()?.parse::<u64>().ok()?, ends.next()?.parse::<u64>().ok()?);
    let written = |extensions: &[u64]| {
        extensions.iter().map(|extension| format!("\"{extension}\"")).collect::<Vec<_>>().join(", ")
    };
    let written_out = match last.saturating_sub(first) {
        0..=4 => written(&(first..=last).collect::<Vec<_>>()),
        _ => format!("{}, ..., \"{last}\"", written(&[first, first + 1])),
    };
    Some(format!("a range is not expanded: write each extension: `{written_out}`"))
}

/// Returns the array that is meant by a string with separators, or by a single value.
fn array(problem: &LoadProblem) -> Option<String> {
    let LoadExpected::Array = problem.expected() else { return None };
    let mut place = problem.pointer().split('/').skip(1);
    let (section, entry) = (place.next().unwrap_or_default(), place.nth(1));
    let is_of_strings = match section.parse::<Section>() {
        Ok(Section::KeywordSets) => entry.is_some(),
        Ok(Section::Objects | Section::RegistrationGroups | Section::AttendantProfiles | Section::Statuses) => false,
        section => section.is_ok() || problem.pointer().starts_with("/rules/"),
    };
    let items = match problem.found() {
        LoadFound::String(string) if is_of_strings && !string.ends_with('…') => {
            let list = string.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
            let items = list.split([',', ';', '|', '\n']).map(|item| item.trim().trim_matches('\''));
            items.filter(|item| !item.is_empty()).collect::<Vec<_>>()
        }
        LoadFound::String(_) | LoadFound::Number(_) => Vec::new(),
        _ => return None,
    };
    // Values that are compared with numbers may be numbers.
    if items.iter().all(|item| item.parse::<i64>().is_ok() && problem.parameter() == Some("values")) {
        let is_of_objects = section.parse::<Section>().is_ok() && !is_of_strings;
        return (!is_of_objects).then(|| "write it in brackets: `[...]`".to_owned());
    }
    let items: Vec<_> = items.into_iter().map(|item| serde_json::Value::from(item).to_string()).collect();
    Some(format!("write an array, such as `[{}]`", Escaped(items.join(", "))))
}

/// Returns what to write in place of what patterns do not have, or have wrong.
fn pattern(error: PatternError) -> Option<&'static str> {
    use PatternError as Error;
    Some(match error {
        Error::UnsupportedLookAround => {
            "write it without `(?=`, `(?!`, `(?<=` and `(?<!`: list what is allowed instead"
        }
        Error::UnsupportedBackreference => "write the part again in place of `\\1`",
        Error::GroupUnclosed => "write `)` where the group ends, or `\\(` for the character itself",
        Error::GroupUnopened => "write `(` where the group begins, or `\\)` for the character itself",
        Error::ClassUnclosed => "write `]` where the class ends, or `\\[` for the character itself",
        Error::EscapeUnrecognized => "write `\\z` for `\\Z`, and a character that needs no backslash without one",
        Error::RepetitionMissing => "write what is repeated before it, or `\\` for the character itself",
        _ => return None,
    })
}

fn value(expected: &LoadExpected, found: &LoadFound) -> Option<&'static str> {
    let is_number = |text: &str| text.trim().parse::<f64>().is_ok_and(f64::is_finite);
    Some(match (expected, found) {
        (_, LoadFound::InvalidPattern { error, .. }) => return pattern(*error),
        (LoadExpected::Boolean | LoadExpected::True, LoadFound::String(text))
            if matches!(&**text, "true" | "false") =>
        {
            "write it without quotes"
        }
        (LoadExpected::Boolean, LoadFound::String(_)) => "write `true` or `false`, without quotes",
        (
            LoadExpected::Integer
            | LoadExpected::Count
            | LoadExpected::CountU32
            | LoadExpected::AboveZero
            | LoadExpected::Number
            | LoadExpected::ValidatorNameOrNumber,
            LoadFound::String(text),
        ) => match text.trim() {
            "" => "write the number, without quotes, or leave it out",
            number if is_number(number) => "write it without quotes",
            text if text.starts_with(|first: char| first.is_ascii_digit()) => {
                "write the number alone, without quotes and unit"
            }
            _ => return None,
        },
        (LoadExpected::Boolean, LoadFound::Number(number)) if matches!(&**number, "0" | "1") => {
            "write `true` for 1, and `false` for 0"
        }
        (_, LoadFound::PatternInSlashes) => "write it without the slashes",
        (LoadExpected::True, LoadFound::Boolean(false)) => {
            "`\"present\": true` is for a property that is present, and `\"absent\": true` for one that is absent"
        }
        (LoadExpected::AtMost { .. }, _) => "the two are exchanged, or one of them is wrong",
        (LoadExpected::String, LoadFound::Number(_) | LoadFound::Boolean(_)) => "write it in double quotes",
        (LoadExpected::String, LoadFound::Object) => "write its id or name alone, as a string",
        (LoadExpected::Scalar | LoadExpected::IntegerScalar, LoadFound::Array { items: 1 }) => {
            "write the item alone, without brackets"
        }
        (LoadExpected::Scalar | LoadExpected::IntegerScalar, LoadFound::Object) => {
            "write the value alone, without the object around it"
        }
        (LoadExpected::ValidatorNameOrNumber, LoadFound::Array { .. }) => "write a rule for each validator",
        (LoadExpected::Count, LoadFound::Array { .. }) => "write the number of items",
        (LoadExpected::RuleFile, LoadFound::Array { .. }) => "write `{\"rules\": ` before it, and `}` after it",
        (LoadExpected::RuleFile, LoadFound::Object) => "write `{\"rules\": [` before the rule, and `]}` after it",
        (LoadExpected::Rules | LoadExpected::Rule, _) => {
            concat!("a rule is an object: `", rule!(), "`")
        }
        (LoadExpected::Condition, _) => CONDITION,
        (LoadExpected::ExactlyOneOf { .. }, LoadFound::String(text)) if text.eq_ignore_ascii_case("present") => {
            "write it as `{\"present\": true}`"
        }
        (LoadExpected::ExactlyOneOf { .. }, LoadFound::String(text)) if text.eq_ignore_ascii_case("absent") => {
            "write it as `{\"absent\": true}`"
        }
        (LoadExpected::ExactlyOneOf { .. }, LoadFound::Boolean(_) | LoadFound::Number(_) | LoadFound::String(_)) => {
            "write it as `{\"is\": ...}`"
        }
        (LoadExpected::NoControlCharacter, LoadFound::String(text)) => escape(text)?,
        (LoadExpected::NoLoneBackslash, _) => {
            r"in JSON, `\\` is one backslash: write `\\\\` for two, as in `\\\\server`"
        }
        (LoadExpected::BracketedClass, _) => "write a class such as `[:alpha:]` inside of brackets: `[[:alpha:]]`",
        _ => return None,
    })
}

/// Returns what an escape is, by the control character in a string.
fn escape(text: &str) -> Option<&'static str> {
    Some(match text.chars().find(|character| character.is_control())? {
        '\t' => r"in JSON, `\t` is a tab: write a backslash as `\\`",
        '\n' => r"in JSON, `\n` is a line break: write a backslash as `\\`",
        '\r' => r"in JSON, `\r` is a line break: write a backslash as `\\`",
        '\u{8}' => r"in JSON, `\b` is a backspace: write a backslash as `\\`",
        '\u{c}' => r"in JSON, `\f` is a form feed: write a backslash as `\\`",
        _ => return None,
    })
}

/// Returns what to write in place of several values, or of null, where there is one value.
fn one_value(problem: &LoadProblem) -> Option<&'static str> {
    let LoadExpected::Scalar = problem.expected() else { return None };
    let test = problem.parameter().and_then(|parameter| parameter.rsplit('.').next());
    let is_test = matches!(test, Some("is" | "isNot"));
    Some(match (problem.found(), is_test) {
        (LoadFound::Array { items: 2.. }, true) => {
            "write a test for each value: `{\"any\": [{\"property\": ..., \"is\": ...}, {\"property\": ..., \"is\": ...}]}`"
        }
        (LoadFound::Array { items: 2.. }, false) => {
            "an attribute has one value: write one string with all of them, or only one of them"
        }
        (LoadFound::Null, true) => "`\"absent\": true` is for a property that is missing or null",
        _ => return None,
    })
}

/// Returns the type of objects of which a name is the plural.
#[cfg(feature = "rules")]
pub(crate) fn singular(name: &str) -> Option<&'static str> {
    let singular = name.strip_suffix(['s', 'S'])?;
    OBJECT_TYPES.iter().copied().find(|of| singular.eq_ignore_ascii_case(of))
}

/// Returns what to write in place of several paths.
fn paths(problem: &LoadProblem) -> Option<String> {
    let is_path = problem.parameter() == Some("property") && *problem.expected() == LoadExpected::String;
    let is_array = matches!(problem.found(), LoadFound::Array { .. });
    (is_path && is_array).then(|| "write a rule for each path".to_owned())
}

/// Returns validators that check values of a type.
fn validators(of: &ExpectedType) -> &'static str {
    match of {
        ExpectedType::Boolean => "`validValues` checks a boolean",
        ExpectedType::Int32 | ExpectedType::Code { .. } => "`range`, `multipleOf` and `validValues` check an integer",
        ExpectedType::String => "`stringLength`, `regex`, `validFormat` and `validValues` check a string",
        ExpectedType::Array { .. } => {
            "`collectionCount` checks the number of items; a path with `[]` leads to the items"
        }
        ExpectedType::Object { .. } => "write the path of a property of the object",
    }
}

/// Returns validators that check values of a type of JSON.
#[cfg(feature = "rules")]
pub(crate) fn validators_of(json_type: &str) -> &'static str {
    validators(&match json_type {
        "string" => ExpectedType::String,
        "boolean" => ExpectedType::Boolean,
        "array" => ExpectedType::Array { items: "" },
        "object" => ExpectedType::Object { name: "" },
        "null" => return "`requiredValue` rejects null",
        _ => ExpectedType::Int32,
    })
}

/// Returns the section of a directory file in which a problem is.
fn section_of(problem: &LoadProblem) -> Option<Section> {
    let names: Vec<_> = Section::ALL.iter().map(|section| section.name()).collect();
    // The file may be inside of a property.
    problem.pointer().split('/').skip(1).take(2).find_map(|step| meant(step, &names))?.parse().ok()
}

/// Returns an example of the section of a directory file in which a problem is.
fn section(problem: &LoadProblem) -> Option<String> {
    let is_form = matches!(
        problem.expected(),
        LoadExpected::Array
            | LoadExpected::Object
            | LoadExpected::Extension
            | LoadExpected::Parent
            | LoadExpected::AnyOf { .. }
            | LoadExpected::RequiredMember { .. }
    );
    if !is_form {
        return None;
    }
    let section = section_of(problem)?;
    let name = section.name();
    let words = match section {
        Section::AttendantProfiles => {
            format!("; `kind` is one of {}", in_backticks(AttendantKind::WORDS.iter().copied()))
        }
        Section::RegistrationGroups => format!("; {TRANSPORT}"),
        Section::References => "; the number is an integer of at least 0".to_owned(),
        _ => String::new(),
    };
    Some(format!("for example `\"{name}\": {}`{words}", example(section)))
}

/// Returns an example of a section.
fn example(section: Section) -> &'static str {
    match section {
        Section::Objects => r#"{"user": [{"id": "jane.doe"}, {"id": "john.roe", "attributes": {"homeSite": "Bern"}}]}"#,
        Section::Extensions => EXTENSIONS,
        Section::AccessControlGroups => r#"{"Root": null, "Sales": "Root"}"#,
        Section::KeywordSets => {
            r#"[{"id": "home", "keywords": 12, "workgroups": ["Support"], "recorderPolicies": ["All calls"]}]"#
        }
        Section::Mailboxes => r#"{"support": ["Inbox", "Archive"]}"#,
        Section::PhoneCatalog => r#"{"Polycom": ["VVX 250"]}"#,
        Section::RegistrationGroups => r#"{"Main": [{"line": "L1", "transport": 2}, {"proxy": "p1"}]}"#,
        Section::NetworkAdapters => r#"["eth0"]"#,
        Section::TimeZones => r#"["Eastern Standard Time"]"#,
        Section::Languages => r#"["en", "en-us"]"#,
        Section::AttendantProfiles => {
            r#"[{"id": "Default Inbound", "kind": "inbound"}, {"id": "Campaign", "kind": "outbound"}]"#
        }
        Section::SharedAppearances => r#"{"st1": ["8001-1"]}"#,
        Section::References => r#"{"role": {"Agent": 12}}"#,
        Section::Statuses => r#"[{"id": "Follow Up", "afterCallWork": true}]"#,
    }
}

#[cfg(all(test, feature = "rules"))]
mod tests {
    use super::{LoadProblemKind, Section, example};
    use crate::codes::ValidationErrorType;
    use crate::directory::InMemoryDirectory;
    use crate::rules::{RequestChecker, RuleSet};

    #[test]
    fn help_names_the_numbers_of_validators() {
        let help = |validator: &str| {
            let file = format!(r#"{{"rules": [{{"validator": {validator}, "property": "a"}}]}}"#);
            RuleSet::from_json(&file).err().and_then(|error| error.problems()[0].help())
        };
        let unknown = help("99").unwrap();
        assert_eq!(unknown, "the numbers of validators are 0 to 46, without 8");
        let is_known = |number: i32| help(&number.to_string()).is_none_or(|help| help != unknown);
        assert!((-1..=48).all(|number| is_known(number) == ((0..=46).contains(&number) && number != 8)));
        assert_eq!(help(r#""5""#).unwrap(), "write it without quotes");
    }

    #[test]
    fn a_property_of_another_type_names_validators_that_check_it() {
        let help = |validator: &str, property: &str| {
            let rule = serde_json::json!({
                "validator": validator, "property": property, "max": 9, "pattern": "a", "values": [1], "of": 2, "format": "date"
            });
            let error = RequestChecker::from_json(serde_json::json!({"rules": [rule]}).to_string()).unwrap_err();
            error
                .problems()
                .iter()
                .find(|problem| problem.kind() == LoadProblemKind::PathType)
                .map(|problem| problem.help().unwrap_or_default())
        };
        for (wrong, property) in [
            ("regex", "callForwardAll.actualValue"),
            ("stringLength", "followMe[].timeout"),
            ("range", "followMe[].phoneNumber"),
            ("range", "followMe"),
            ("regex", "eFaqSearchOption"),
        ] {
            let help_of_wrong = help(wrong, property).unwrap();
            let named =
                help_of_wrong.split('`').skip(1).step_by(2).filter(|name| name.parse::<ValidationErrorType>().is_ok());
            let named: Vec<_> = named.collect();
            assert!(!named.is_empty(), "{help_of_wrong}");
            for validator in named {
                assert_eq!(help(validator, property), None, "{validator} of {property}");
            }
        }
    }

    #[test]
    fn examples_are_directory_files() {
        for section in Section::ALL {
            let file = format!("{{\"{}\": {}}}", section.name(), example(*section));
            assert!(InMemoryDirectory::from_json(&file).is_ok(), "{file}");
        }
    }
}
