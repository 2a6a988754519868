//! The rules that are probably meant by objects without a validator: by keywords of JSON Schema, and by names of validators.

use super::other_libraries;
use super::validators::ValidatorInfo;
use crate::codes::ValidationErrorType as Id;
use crate::file::synonyms::meant;
use crate::json::escape::Escaped;
use crate::json::tree::{Json, Members, Tree, TreeMember};
use crate::json::write::string;
use crate::suggest::in_backticks;
use crate::vocabulary::{Format, WordEnum};

/// A keyword of JSON Schema, with the validator and the parameter for it.
const KEYWORDS: [(&str, Id, &str); 14] = [
    ("minimum", Id::Range, "min"),
    ("maximum", Id::Range, "max"),
    ("exclusiveMinimum", Id::IntegerComparisonValidator, "gt"),
    ("exclusiveMaximum", Id::IntegerComparisonValidator, "lt"),
    ("minLength", Id::StringLength, "min"),
    ("maxLength", Id::StringLength, "max"),
    ("pattern", Id::Regex, "pattern"),
    ("format", Id::ValidFormat, "format"),
    ("minItems", Id::CollectionCount, "min"),
    ("maxItems", Id::CollectionCount, "max"),
    ("enum", Id::ValidValues, "values"),
    ("const", Id::ValidValues, "values"),
    ("required", Id::RequiredAttribute, ""),
    ("nullable", Id::RequiredValue, ""),
];

/// How many bytes of a value are written.
const MAX_VALUE: usize = 80;

/// A rule that is probably meant: its property, its validator, and its parameters with their JSON.
pub(super) struct MeantRule {
    validator: Id,
    property: Option<String>,
    parameters: Vec<(String, String)>,
}

impl MeantRule {
    /// Returns a rule with the parameters that a value has.
    pub(super) fn new(validator: Id, property: Option<String>, value: &Tree<'_>) -> Self {
        Self { validator, property, parameters: parameters(validator, value) }
    }

    pub(super) fn validator(&self) -> Id {
        self.validator
    }

    /// Returns the rule as JSON; a long value in it is shortened.
    pub(super) fn to_json(&self) -> String {
        let mut rule = format!("{{\"validator\": \"{}\"", self.validator.name().unwrap_or_default());
        let needs_property = ValidatorInfo::of(self.validator).is_some_and(ValidatorInfo::requires_property);
        match &self.property {
            Some(property) => rule.push_str(&format!(", \"property\": {}", string(property))),
            None if needs_property => rule.push_str(", \"property\": ..."),
            None => {}
        }
        for (name, value) in &self.parameters {
            rule.push_str(&format!(", {}: {value}", string(name)));
        }
        rule.push('}');
        rule
    }

    pub(super) fn write(&self) -> String {
        Escaped(self.to_json()).to_string()
    }
}

/// Returns what to write in place of rules in another form.
pub(super) fn help(rules: &[MeantRule]) -> Option<String> {
    let written: Vec<_> = rules.iter().map(MeantRule::write).collect();
    let list = in_backticks(written.iter().map(String::as_str));
    Some(match rules.len() {
        0 => return None,
        1 => format!("write it as {list}"),
        _ => format!("write a rule for each: {list}"),
    })
}

/// Returns the JSON type that a `type` names.
pub(super) fn json_type<'t>(name: &str, value: &'t Json<'_>) -> Option<&'t str> {
    const TYPES: [&str; 7] = ["integer", "number", "string", "boolean", "array", "object", "null"];
    match value {
        Json::String(of) if name.eq_ignore_ascii_case("type") && TYPES.contains(&&**of) => Some(of),
        _ => None,
    }
}

/// Returns the names of the members that a rule can have.
pub(super) fn members_of_any_rule() -> impl Iterator<Item = &'static str> {
    let parameters = ValidatorInfo::all().flat_map(|info| info.parameters).map(|parameter| parameter.name);
    ["validator", "property", "note"].into_iter().chain(parameters)
}

/// Returns whether a member is a type, or a rule in another form.
pub(super) fn is_rule(member: &TreeMember<'_>) -> bool {
    let of = json_type(&member.name, &member.value.json);
    of.is_some() || by_name(member).or_else(|| by_keyword(member, of)).or_else(|| by_library(member)).is_some()
}

/// Returns the rules that are meant by the members of an object, each of which is a keyword or the name of a validator.
pub(super) fn by_members(members: &Members<'_>, property: Option<&str>) -> Vec<MeantRule> {
    let of = members.iter().find_map(|member| json_type(&member.name, &member.value.json));
    let mut rules: Vec<MeantRule> = Vec::new();
    for member in members.iter().filter(|member| !member.repeated) {
        let Some((validator, parameters)) =
            by_name(member).or_else(|| by_keyword(member, of)).or_else(|| by_library(member))
        else {
            continue;
        };
        let is_compared = validator == Id::IntegerComparisonValidator;
        match rules.iter_mut().find(|rule| rule.validator == validator && !is_compared) {
            Some(rule) => rule.parameters.extend(parameters),
            None => rules.push(MeantRule { validator, property: property.map(str::to_owned), parameters }),
        }
    }
    rules
}

/// Returns the validator of a name or number.
pub(super) fn validator(json: &Json<'_>) -> Option<Id> {
    match json {
        Json::Number(number) => number.parse().ok().map(Id::from_code).filter(|id| ValidatorInfo::of(*id).is_some()),
        json => validator_name(json),
    }
}

/// Returns the validator that a string names.
pub(super) fn validator_name(json: &Json<'_>) -> Option<Id> {
    if let Json::String(name) = json { Id::from_name(name) } else { None }
}

fn by_name(member: &TreeMember<'_>) -> Option<(Id, Vec<(String, String)>)> {
    let validator = Id::from_name(&member.name)?;
    Some((validator, parameters(validator, &member.value)))
}

/// Returns the validator that is meant by the name of another library's, such as `InclusiveBetween`.
fn by_library(member: &TreeMember<'_>) -> Option<(Id, Vec<(String, String)>)> {
    if members_of_any_rule().any(|name| name == member.name) {
        return None;
    }
    let (validator, _) = other_libraries::meant(&member.name)?;
    Some((validator?, parameters(validator?, &member.value)))
}

/// Returns the parameters of a validator that are meant by a value, each with its JSON.
pub(super) fn parameters(validator: Id, value: &Tree<'_>) -> Vec<(String, String)> {
    let known = ValidatorInfo::of(validator).map_or(&[][..], |info| info.parameters);
    let names: Vec<_> = known.iter().map(|parameter| parameter.name).collect();
    let has_bounds = names.contains(&"min") && names.contains(&"max");
    match &value.json {
        Json::Object(members) => {
            let is_parameter = |name: &str| !matches!(name, "validator" | "property");
            let members = members.iter().filter(|member| is_parameter(&member.name) && !member.repeated);
            let name = |name: &str| meant(name, &names).map_or_else(|| name.to_owned(), str::to_owned);
            members.map(|member| (name(&member.name), shown(&member.value.json))).collect()
        }
        Json::Array(items) if has_bounds && items.len() == 2 => {
            names.iter().zip(items).map(|(name, item)| ((*name).to_owned(), shown(&item.json))).collect()
        }
        Json::Null | Json::Boolean(_) => Vec::new(),
        json => {
            let first = known.iter().find(|parameter| parameter.is_required()).map(|parameter| parameter.name);
            let name = first.or_else(|| has_bounds.then_some("max"));
            name.map(|name| (name.to_owned(), shown(json))).into_iter().collect()
        }
    }
}

/// Returns the validator and the parameters for a keyword, given the `type` beside it.
fn by_keyword(member: &TreeMember<'_>, of: Option<&str>) -> Option<(Id, Vec<(String, String)>)> {
    let json = &member.value.json;
    let (name, parameter) = (&*member.name, |name: &str, value: String| vec![(name.to_owned(), value)]);
    if let ("min" | "max", Some(of)) = (name, of) {
        let validator = match of {
            "string" => Id::StringLength,
            "array" => Id::CollectionCount,
            "number" => Id::RangeFloat,
            _ => Id::Range,
        };
        return Some((validator, parameter(name, shown(json))));
    }
    let (_, validator, known) = *KEYWORDS.iter().find(|(keyword, ..)| keyword.eq_ignore_ascii_case(name))?;
    let parameters = match (name, json) {
        ("required", Json::Array(_)) => return Some((Id::AttributeExistence, parameter("required", shown(json)))),
        ("required", Json::Boolean(true)) | ("nullable", Json::Boolean(false)) => Vec::new(),
        ("required" | "nullable", _) => return None,
        ("exclusiveMinimum" | "exclusiveMaximum", _) => {
            vec![("operator".to_owned(), string(known)), ("value".to_owned(), shown(json))]
        }
        ("const", _) => parameter(known, format!("[{}]", shown(json))),
        ("format", Json::String(format)) => parameter(known, string(meant(format, Format::WORDS).unwrap_or(format))),
        _ => parameter(known, shown(json)),
    };
    Some((validator, parameters))
}

/// Returns a value as JSON, shortened if it is long.
pub(super) fn shown(json: &Json<'_>) -> String {
    match json {
        Json::Array(items) => {
            let mut list = String::new();
            for item in items {
                list.push_str(if list.is_empty() { "" } else { ", " });
                if list.len() > MAX_VALUE {
                    list.push_str("...");
                    break;
                }
                list.push_str(&shown_scalar(&item.json));
            }
            format!("[{list}]")
        }
        json => shown_scalar(json),
    }
}

fn shown_scalar(json: &Json<'_>) -> String {
    match json {
        Json::Number(number) if number.len() <= MAX_VALUE => number.to_string(),
        Json::String(text) if text.len() <= MAX_VALUE => string(text),
        Json::Null => "null".to_owned(),
        Json::Boolean(value) => value.to_string(),
        Json::Object(_) => "{...}".to_owned(),
        _ => "...".to_owned(),
    }
}
