//! What to do about a problem of a file, where no name is suggested.

use super::expected::{FileObject, LoadExpected};
use super::found::LoadFound;
use super::pattern_error::PatternError;
use super::problem::{LoadProblem, LoadProblemKind};
use crate::json::escape::Escaped;
use crate::suggest::{in_backticks, is_name};
use crate::vocabulary::Section;

/// Strings that are written in the place of a name where there is none.
const NO_NAMES: [&str; 4] = ["null", "none", "nil", "n/a"];

/// How many names are listed.
const MAX_NAMES: usize = 12;

/// Names in backticks, separated by commas; boxed, it keeps a problem small.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct QuotedNames(String);

impl QuotedNames {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns the known names of an object, unless they are many, or are already in what is expected.
pub(super) fn known_names(known: &[&str], expected: &LoadExpected) -> Option<Box<QuotedNames>> {
    let is_listed = matches!(expected, LoadExpected::ParameterOf { .. } | LoadExpected::NoParameter { .. });
    if is_listed || known.is_empty() || known.len() > MAX_NAMES {
        return None;
    }
    Some(Box::new(QuotedNames(in_backticks(known.iter().copied()))))
}

pub(super) fn of(problem: &LoadProblem) -> Option<String> {
    match problem.kind() {
        LoadProblemKind::Syntax(error) => return error.help().map(str::to_owned),
        LoadProblemKind::UnknownMember | LoadProblemKind::UnknownName => return unknown(problem),
        LoadProblemKind::DuplicateMember => return Some("keep only one of them".to_owned()),
        _ => {}
    }
    if let LoadExpected::RequiredMember { name } = problem.expected()
        && name == "property"
        && problem.pointer().matches("/rules/").count() > 1
    {
        return Some("`\"\"` is the value of the outer property itself".to_owned());
    }
    if let LoadExpected::RequiredMember { name } = problem.expected()
        && name == "cases"
    {
        return Some(
            "a case file has bodies to check in `cases`; a file that has only rules is a rule file".to_owned(),
        );
    }
    array(problem)
        .or_else(|| value(problem.expected(), problem.found()).map(str::to_owned))
        .or_else(|| section(problem))
}

/// Returns what helps if a name is unknown: where it belongs, or the names that are known.
fn unknown(problem: &LoadProblem) -> Option<String> {
    if let (LoadExpected::Member { object: FileObject::RuleFile }, LoadFound::Name(name)) =
        (problem.expected(), problem.found())
        && Section::ALL.iter().any(|section| section.name() == name)
    {
        return Some(format!("`{name}` is a section of a directory file, which is a file of its own"));
    }
    let is_parameter =
        matches!(problem.expected(), LoadExpected::ParameterOf { .. } | LoadExpected::NoParameter { .. });
    if is_parameter && *problem.found() == LoadFound::name("when") {
        return Some("only rules of `propertyNotApplicable` have a condition".to_owned());
    }
    if let (LoadExpected::Validator, LoadFound::Name(name)) = (problem.expected(), problem.found())
        && name.parse::<f64>().is_ok()
    {
        return Some("the numbers of validators are 0 to 46, without 8".to_owned());
    }
    if let LoadFound::Name(name) = problem.found()
        && (!is_name(name) || NO_NAMES.iter().any(|none| name.eq_ignore_ascii_case(none)))
    {
        match (problem.expected(), problem.parameter()) {
            (LoadExpected::IdIn { section }, _) if *section == Section::AccessControlGroups.name() => {
                return Some("a group without a parent has `null`, without quotes".to_owned());
            }
            (LoadExpected::IdOfType { .. }, Some("id")) => {
                return Some("an extension without an owner has no `id`".to_owned());
            }
            _ => {}
        }
    }
    problem.known().map(|names| format!("the known names are {names}"))
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
            string.split([',', ';', '|', '\n']).map(str::trim).filter(|item| !item.is_empty()).collect::<Vec<_>>()
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
        (
            LoadExpected::Integer
            | LoadExpected::AnyInteger
            | LoadExpected::Count
            | LoadExpected::CountU32
            | LoadExpected::AboveZero
            | LoadExpected::Number
            | LoadExpected::ValidatorNameOrNumber,
            LoadFound::String(text),
        ) if is_number(text) => "write it without quotes",
        (LoadExpected::True, LoadFound::Boolean(false)) => {
            "`\"present\": true` is for a property that is present, and `\"absent\": true` for one that is absent"
        }
        (LoadExpected::AtMost { .. }, _) => "the two are exchanged, or one of them is wrong",
        (LoadExpected::String, LoadFound::Number(_) | LoadFound::Boolean(_)) => "write it in double quotes",
        (LoadExpected::Count, LoadFound::Array { .. }) => "write the number of items",
        (LoadExpected::RuleFile, LoadFound::Array { .. }) => "write `{\"rules\": ` before it, and `}` after it",
        (LoadExpected::RuleFile, LoadFound::Object) => "write `{\"rules\": [` before the rule, and `]}` after it",
        (LoadExpected::Rules | LoadExpected::Rule, _) => {
            "a rule is an object: `{\"validator\": \"range\", \"property\": \"followMe[].timeout\", \"max\": 60}`"
        }
        (LoadExpected::Condition, _) => {
            "a condition is an object: `{\"property\": \"callForwardAll.actualValue\", \"is\": true}`"
        }
        _ => return None,
    })
}

/// Returns an example of the section of a directory file in which a problem is.
fn section(problem: &LoadProblem) -> Option<String> {
    let is_form = matches!(
        problem.expected(),
        LoadExpected::Array
            | LoadExpected::Object
            | LoadExpected::Extension
            | LoadExpected::Parent
            | LoadExpected::AnyInteger
            | LoadExpected::AnyOf { .. }
            | LoadExpected::RequiredMember { .. }
    );
    if !is_form {
        return None;
    }
    let name = problem.pointer().strip_prefix('/')?.split('/').next()?;
    let section = Section::ALL.iter().find(|section| section.name() == name)?;
    Some(format!("for example `\"{name}\": {}`", example(*section)))
}

/// Returns an example of a section.
fn example(section: Section) -> &'static str {
    match section {
        Section::Objects => r#"{"user": [{"id": "jane.doe", "attributes": {"extension": "8001"}}]}"#,
        Section::Extensions => r#"["8001", {"extension": "8002", "id": "jane.doe"}]"#,
        Section::AccessControlGroups => r#"{"Root": null, "Sales": "Root"}"#,
        Section::KeywordSets => r#"[{"id": "home", "keywords": 12, "workgroups": ["Support"]}]"#,
        Section::Mailboxes => r#"{"support": ["Inbox", "Archive"]}"#,
        Section::PhoneCatalog => r#"{"Polycom": ["VVX 250"]}"#,
        Section::RegistrationGroups => r#"{"Main": [{"line": "L1", "transport": 2}, {"proxy": "p1"}]}"#,
        Section::NetworkAdapters => r#"["eth0"]"#,
        Section::TimeZones => r#"["Eastern Standard Time"]"#,
        Section::Languages => r#"["en", "en-us"]"#,
        Section::AttendantProfiles => r#"[{"id": "Default Inbound", "kind": "inbound"}]"#,
        Section::SharedAppearances => r#"{"st1": ["8001-1"]}"#,
        Section::References => r#"{"role": {"Agent": 12}}"#,
        Section::Statuses => r#"[{"id": "Follow Up", "afterCallWork": true}]"#,
    }
}

#[cfg(all(test, feature = "rules"))]
mod tests {
    use super::{Section, example};
    use crate::directory::InMemoryDirectory;
    use crate::rules::RuleSet;

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
    fn examples_are_directory_files() {
        for section in Section::ALL {
            let file = format!("{{\"{}\": {}}}", section.name(), example(*section));
            assert!(InMemoryDirectory::from_json(&file).is_ok(), "{file}");
        }
    }
}
