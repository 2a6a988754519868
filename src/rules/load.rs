//! Reads a rule file and collects all problems, each with its rule and parameter.

use super::condition::MAX_DEPTH;
use super::meant::{self, json_type};
use super::other_forms::{self, OtherRule};
use super::other_libraries;
use super::outline::{Outline, ReferenceName, is_object_rule};
use super::params::{Param, ParameterFields, ParameterInfo, Reader, write_array};
use super::path::PropertyPath;
use super::rule::Rule;
use super::validators::{Range, RangeFloat, Validator, ValidatorInfo};
use super::value_kinds::ValueKinds;
use crate::codes::ValidationErrorType;
use crate::file::object::{self, ObjectReader};
use crate::file::synonyms::meant as meant_name;
use crate::file::{FileObject, INSIDE, LoadExpected, LoadFound, LoadProblem, LoadProblemKind, validators_of};
use crate::json::escape::Escaped;
use crate::json::number::Number;
use crate::json::tree::{Json, Members, Tree, TreeMember, parse};
use serde_json::{Value, json};

/// A rule file as far as it could be read.
#[derive(Default)]
pub(crate) struct LoadedRules {
    /// The member `$schema`.
    pub(crate) schema: Option<String>,
    /// The rules; those with a problem are left out.
    pub(crate) rules: Vec<Rule>,
    /// Outlines of all rules, those with a problem included.
    pub(crate) outlines: Vec<Outline>,
    pub(crate) problems: Vec<LoadProblem>,
}

/// Reads a rule file.
pub(crate) fn load(text: &str) -> LoadedRules {
    let mut reader = Reader::default();
    let loaded = match parse(text) {
        Ok(file) => load_file(&file, &mut reader),
        Err(syntax) => {
            reader.report(syntax.into());
            LoadedRules::default()
        }
    };
    LoadedRules { problems: reader.problems, ..loaded }
}

/// Reads the rules of a file; problems are reported to the reader.
fn load_file(file: &Tree<'_>, reader: &mut Reader) -> LoadedRules {
    const KNOWN: [&str; 2] = ["$schema", "rules"];
    const RULE: [&str; 2] = ["validator", "property"];
    let Some(object) = ObjectReader::new(file, &KNOWN) else {
        reader.report(LoadProblem::value(file, LoadExpected::RuleFile));
        let Json::Array(items) = &file.json else { return LoadedRules::default() };
        let (_, outlines) = load_rules(items, reader);
        return LoadedRules { outlines, ..LoadedRules::default() };
    };
    if object.get("rules").is_none() && object.has_any(&RULE) {
        reader.report(LoadProblem::value(file, LoadExpected::RuleFile));
        let (_, outlines) = load_rules(std::slice::from_ref(file), reader);
        return LoadedRules { outlines, ..LoadedRules::default() };
    }
    let has_rules = |member: &&TreeMember<'_>| {
        ObjectReader::new(&member.value, &KNOWN).is_some_and(|inner| inner.get("rules").is_some())
    };
    if !object.has_any(&["rules"])
        && let Some(member) = object.members().iter().find(has_rules)
    {
        let expected = LoadExpected::Member { object: FileObject::RuleFile };
        let problem = LoadProblem::unknown_member(member, expected, KNOWN);
        reader.report(problem.with_suggestion(None).with_help(INSIDE));
        return load_file(&member.value, reader);
    }
    let entries = object.members();
    if object.get("rules").is_none()
        && !entries.is_empty()
        && entries.iter().all(|member| other_forms::is_rule(&member.value))
    {
        let form = rules_in_object(file).unwrap_or_default();
        let (_, outlines) = load_other_form(file, LoadExpected::RuleFile, &form, reader);
        return LoadedRules { outlines, ..LoadedRules::default() };
    }
    reader.members(object, LoadExpected::Member { object: FileObject::RuleFile });
    let schema =
        object.get("$schema").and_then(|schema| reader.member("$schema", |reader| String::load(schema, reader)));
    let (rules, outlines) = match object.get("rules") {
        Some(Tree { json: Json::Array(items), .. }) => load_rules(items, reader),
        Some(other) => reader.member("rules", |reader| {
            if let Some(form) = rules_in_object(other) {
                return load_other_form(other, LoadExpected::Rules, &form, reader);
            }
            reader.report(LoadProblem::value(other, LoadExpected::Rules));
            Default::default()
        }),
        None => {
            reader.report(object.missing("rules"));
            Default::default()
        }
    };
    let rules = rules.into_iter().flatten().collect();
    LoadedRules { schema, rules, outlines, problems: Vec::new() }
}

/// Returns the rules that are meant by an object in place of an array: a single rule, or rules under names; `None` if there
/// are none.
fn rules_in_object<'a>(value: &Tree<'a>) -> Option<Vec<OtherRule<'a>>> {
    let Json::Object(members) = &value.json else { return None };
    let is_of_rule = |member: &TreeMember<'_>| {
        !matches!(member.value.json, Json::Object(_) | Json::Array(_))
            && meant_name(&member.name, &["validator", "property"]).is_some()
    };
    if members.iter().any(is_of_rule) {
        return Some(vec![OtherRule::single(value)]);
    }
    other_forms::rules(members)
}

/// Reads rules in another form than an array, which is reported.
fn load_other_form(
    value: &Tree<'_>,
    expected: LoadExpected,
    form: &[OtherRule<'_>],
    reader: &mut Reader,
) -> (Vec<Option<Rule>>, Vec<Outline>) {
    let trees: Vec<_> = form.iter().map(|rule| rule.tree.clone()).collect();
    let (rules, outlines) = load_rules(&trees, reader);
    let around = if expected == LoadExpected::RuleFile { "`{\"rules\": [...]}`" } else { "an array" };
    let help = other_forms::help(around, value, form, |index| rules.get(index).is_some_and(Option::is_some));
    reader.report(LoadProblem::value(value, expected).with_help(help));
    (rules, outlines)
}

/// Reads rules; there is none for one with a problem.
fn load_rules(items: &[Tree<'_>], reader: &mut Reader) -> (Vec<Option<Rule>>, Vec<Outline>) {
    let (mut rules, mut outlines) = (Vec::with_capacity(items.len()), Vec::with_capacity(items.len()));
    let is_in_string = reader.rule.accepts == Some(ValueKinds::STRING);
    for (index, item) in items.iter().enumerate() {
        let ((rule, mut outline), state) = reader.rule(index, |reader| load_rule(item, is_in_string, reader));
        rules.push(rule);
        (outline.references, outline.rules) = (state.references, state.rules);
        outlines.push(outline);
    }
    (rules, outlines)
}

/// Reads one rule, and outlines it as far as it can be read. Parameters inside of a member are read as those of the rule.
fn load_rule(rule: &Tree<'_>, is_in_string: bool, reader: &mut Reader) -> (Option<Rule>, Outline) {
    if let Some((around, whole)) = other_forms::with_parameters(rule) {
        let (_, outline) = load_flat_rule(&whole, is_in_string, reader);
        let help = other_forms::help_with_parameters(around, outline.validator);
        let expected = outline.validator.and_then(ValidatorInfo::of).map_or(RULE_MEMBER, parameter_of);
        reader.report(LoadProblem::unknown_member(around, expected, []).with_help(help));
        return (None, outline);
    }
    load_flat_rule(rule, is_in_string, reader)
}

const RULE_MEMBER: LoadExpected = LoadExpected::Member { object: FileObject::Rule };

/// Reads one rule that has its parameters itself.
fn load_flat_rule(rule: &Tree<'_>, is_in_string: bool, reader: &mut Reader) -> (Option<Rule>, Outline) {
    let before = reader.problems.len();
    let mut outline =
        Outline { validator: None, accepts: None, property: None, references: Vec::new(), rules: Vec::new() };
    let Json::Object(members) = &rule.json else {
        reader.report(LoadProblem::value(rule, LoadExpected::Rule));
        return (None, outline);
    };
    let is_misspelt = |member: &&TreeMember<'_>| {
        let is_named = meant_name(&member.name, &["validator"]).is_some();
        let is_validator = || {
            meant::members_of_any_rule().all(|name| name != member.name)
                && meant::validator_name(&member.value.json).is_some()
        };
        (is_named || is_validator()) && json_type(&member.name, &member.value.json).is_none()
    };
    let misspelt = if members.get("validator").is_some() { None } else { members.iter().find(is_misspelt) };
    if let Some(member) = misspelt {
        reader
            .report(LoadProblem::unknown_member(member, RULE_MEMBER, []).with_suggestion(Some("validator".to_owned())));
    }
    let named = members.get("validator").or(misspelt);
    let info = named.and_then(|named| reader.member("validator", |reader| load_validator(&named.value, reader)));
    let before_parameters = reader.problems.len();
    outline.validator = info.map(|info| info.kind);
    outline.accepts = info.map(|info| info.accepts);
    reader.rule.accepts = outline.accepts;

    let parameters = info.iter().flat_map(|info| info.parameters).map(|parameter| parameter.name);
    let validator = named.map_or("validator", |named| &named.name);
    let known: Vec<_> = [validator, "property", "note"].into_iter().chain(parameters).collect();
    let Some(object) = ObjectReader::new(rule, &known) else { return (None, outline) };
    let mut fields = ParameterFields {
        reader,
        rule: object,
        parameters: info.map_or(&[], |info| info.parameters),
        lost: Vec::new(),
    };
    if let Some(info) = info {
        fields.reader.members(object, parameter_of(info));
    } else {
        members_of_any_rule(members, named.is_some(), &known, fields.reader);
        if named.is_none() {
            outline.accepts = missing_validator(rule, members, fields.reader);
        }
    }

    let is_object_rule = outline.accepts.is_some_and(is_object_rule);
    let paths = fields.get("property").filter(|property| matches!(property.json, Json::Array(_)));
    let property = match fields.get("property") {
        Some(value) if paths.is_some() => {
            several_paths(value, fields.parameters, fields.reader);
            is_object_rule.then(PropertyPath::default)
        }
        None if is_object_rule || is_in_string => Some(PropertyPath::default()),
        None if info.is_none() => None,
        _ => fields.required::<PropertyPath>("property"),
    };
    // The property is not among the references: it is resolved before them.
    if paths.is_none() {
        fields.reader.rule.references.clear();
    }
    let at = fields.get("property").map_or(rule.at, |property| property.at);
    let invalid = fields.get("property").and_then(|property| object::string(property).ok()).map(PropertyPath::from);
    outline.property = property.clone().or(invalid).map(|property| (property, at));
    if is_in_string && property.as_ref().is_some_and(|property| !property.as_str().is_empty()) {
        let found = LoadFound::name(property.as_ref().map_or("", PropertyPath::as_str));
        let problem = LoadProblem::new(at, LoadProblemKind::InvalidValue, LoadExpected::WholeItem, found);
        fields.reader.report(problem.with_parameter("property").with_suggestion(Some(String::new())));
        outline.property = None;
    }
    let note = fields.optional::<String>("note");
    let validator = info.and_then(|info| (info.load)(&mut fields));
    let is_whole = fields.lost.is_empty();
    if let Some(validator) = validator.as_ref().filter(|_| is_whole) {
        outline.accepts = Some(validator.as_validate().accepts());
    }
    // The paths of an object rule are compared with no other path.
    let beside = if is_object_rule { Some(PropertyPath::default()) } else { property.clone() };
    if let Some(property) = &beside {
        check_second_paths(property, is_object_rule, fields.reader);
    }
    refer(outline.validator, &mut fields);
    if let Some(validator) = validator.as_ref().filter(|_| is_whole) {
        refer_to_values(validator, &mut fields);
    }
    for problem in validator.iter().flat_map(|validator| validator.as_validate().parameter_problems()) {
        fields.conflict(problem);
    }
    // What the validator that is probably meant requires is not known to be missing, nor what an array of paths stands for.
    if before_parameters > before || (paths.is_some() && parameter_of_paths(fields.parameters).is_some()) {
        let pointer = fields.reader.pointer().to_owned();
        let is_missing = |problem: &LoadProblem| {
            matches!(problem.kind(), LoadProblemKind::MissingMember | LoadProblemKind::Conflict)
                && problem.pointer() == pointer
        };
        let parameters = fields.reader.problems.split_off(before_parameters);
        fields.reader.problems.extend(parameters.into_iter().filter(|problem| !is_missing(problem)));
    }
    let rule = match (property, validator) {
        (Some(property), Some(validator)) if fields.reader.problems.len() == before => {
            Some(Rule { property, validator, note })
        }
        _ => None,
    };
    (rule, outline)
}

/// Reports the duplicate members of a rule whose validator is not known, and, where it names none, those that no rule has.
fn members_of_any_rule(members: &Members<'_>, has_validator: bool, known: &[&str], reader: &mut Reader) {
    let is_known =
        |name: &str| has_validator || known.contains(&name) || meant::members_of_any_rule().any(|of| of == name);
    for member in members {
        if member.repeated {
            reader.report(LoadProblem::duplicate_member(member));
        } else if !is_known(&member.name) && !meant::is_rule(member) {
            reader.report(LoadProblem::unknown_member(member, RULE_MEMBER, meant::members_of_any_rule()));
        }
    }
}

/// Returns what the members of a rule of a validator are.
fn parameter_of(info: &ValidatorInfo) -> LoadExpected {
    let validator = info.kind.name().unwrap_or_default();
    let parameters: Vec<_> = info.parameters.iter().map(|parameter| parameter.name).collect();
    if parameters.is_empty() {
        LoadExpected::NoParameter { validator }
    } else {
        LoadExpected::ParameterOf { validator, parameters: parameters.into() }
    }
}

/// Reads the name or number of a validator. If it is not known, it is reported, and the one that is probably meant is
/// returned, so that the parameters are checked as well.
fn load_validator(value: &Tree<'_>, reader: &mut Reader) -> Option<&'static ValidatorInfo> {
    let info = match &value.json {
        Json::String(name) => ValidationErrorType::from_name(name),
        Json::Number(_) => object::integer(value).and_then(Number::to_i32).map(ValidationErrorType::from_code),
        _ => return reader.value(value, LoadExpected::ValidatorNameOrNumber),
    }
    .and_then(ValidatorInfo::of);
    if info.is_none() {
        if let Json::String(number) = &value.json
            && number.parse().is_ok_and(|code| ValidatorInfo::of(ValidationErrorType::from_code(code)).is_some())
        {
            let problem = LoadProblem::value(value, LoadExpected::ValidatorNameOrNumber);
            reader.report(problem.with_suggestion(Some(number.to_string())));
            return number.parse().ok().map(ValidationErrorType::from_code).and_then(ValidatorInfo::of);
        }
        let name = match &value.json {
            Json::String(text) | Json::Number(text) => &**text,
            _ => "",
        };
        let names = ValidationErrorType::ALL.iter().filter_map(|id| id.name());
        let kind = LoadProblemKind::UnknownName;
        let problem = LoadProblem::unknown(value.at, kind, name, LoadExpected::Validator, names);
        if let Some(validators) = json_type("type", &value.json).map(validators_of) {
            let help = format!("types are always checked; {validators}");
            reader.report(problem.with_suggestion(None).with_help(help));
            return None;
        }
        if let Some((meant, help)) = other_libraries::meant(name)
            && (meant.is_none() || meant.and_then(ValidationErrorType::name) != problem.suggestion())
        {
            reader.report(problem.with_suggestion(None).with_help(help));
            return meant.and_then(ValidatorInfo::of);
        }
        let meant = problem.suggestion().and_then(ValidationErrorType::from_name).and_then(ValidatorInfo::of);
        reader.report(problem);
        return meant;
    }
    info
}

/// Reports that a rule has no validator, with the rules that are probably meant, and returns what these accept.
fn missing_validator(rule: &Tree<'_>, members: &Members<'_>, reader: &mut Reader) -> Option<ValueKinds> {
    let path = members.iter().find(|member| meant_name(&member.name, &["property"]).is_some());
    let property = members.get("property").or(path).and_then(|property| object::string(&property.value).ok());
    let rules = meant::by_members(members, property);
    let of = members.iter().find_map(|member| json_type(&member.name, &member.value.json));
    let has = |name| members.get(name).is_some();
    let help = match meant::help(&rules) {
        Some(help) if of.is_some() => Some(format!("{help}; types are always checked")),
        None if of.is_some() => Some(other_libraries::TYPES.to_owned()),
        None if has("min") || has("max") => Some(BOUNDS.to_owned()),
        help => help,
    };
    reader.report(LoadProblem::missing_member(rule, "validator").with_help_if(help));
    let accepts = rules.iter().map(|rule| ValidatorInfo::of(rule.validator()).map(|info| info.accepts));
    accepts.reduce(|one, other| one.filter(|_| one == other)).flatten()
}

const BOUNDS: &str = "`min` and `max` are parameters of `range` for an integer, `stringLength` for a string and `collectionCount` for an array";

/// Returns the parameter that takes several paths.
fn parameter_of_paths(parameters: &[ParameterInfo]) -> Option<&'static str> {
    let is_known = |name: &&str| parameters.iter().any(|known| known.name == *name);
    ["properties", "required"].into_iter().find(is_known)
}

/// Reports an array in place of a path. Its paths are those of a parameter, if the validator has one for them.
fn several_paths(value: &Tree<'_>, parameters: &[ParameterInfo], reader: &mut Reader) {
    let Json::Array(items) = &value.json else { return };
    let parameter = parameter_of_paths(parameters);
    let paths = items.iter().filter(|item| matches!(item.json, Json::String(_)));
    reader.member("property", |reader| {
        let written = |name| format!("write it as `\"{name}\": {}`", Escaped(meant::shown(&value.json)));
        reader.report(LoadProblem::value(value, LoadExpected::String).with_help_if(parameter.map(written)));
        for (index, path) in paths.enumerate() {
            reader.item(index, |reader| PropertyPath::load(path, reader));
        }
    });
}

/// Reports second paths that denote a different item than the property.
fn check_second_paths(property: &PropertyPath, is_object_rule: bool, reader: &mut Reader) {
    let expected = if is_object_rule { LoadExpected::PathWithoutItems } else { LoadExpected::PathOfItem };
    let problems: Vec<_> = reader
        .rule
        .references
        .iter()
        .filter_map(|reference| match &reference.name {
            ReferenceName::Path(path) if !path.is_beside(property, is_object_rule) => {
                let found = LoadFound::name(path.as_str());
                let problem = LoadProblem::new(reference.at, LoadProblemKind::InvalidPath, expected.clone(), found);
                Some(problem.with_parameter(&*reference.parameter))
            }
            _ => None,
        })
        .collect();
    problems.into_iter().for_each(|problem| reader.report(problem));
}

/// Records the names of members and custom checks.
fn refer(validator: Option<ValidationErrorType>, fields: &mut ParameterFields<'_, '_, '_>) {
    let named: &[&str] = match validator {
        Some(ValidationErrorType::AttributeExistence) => &["required", "forbidden"],
        Some(ValidationErrorType::UnknownValidator) => &["check"],
        _ => return,
    };
    for parameter in named {
        let values = match fields.get(parameter) {
            Some(Tree { json: Json::Array(items), .. }) => items,
            Some(value @ Tree { json: Json::String(_), .. }) if *parameter == "check" => std::slice::from_ref(value),
            _ => continue,
        };
        for value in values {
            if let Json::String(name) = &value.json {
                let name = match validator {
                    Some(ValidationErrorType::UnknownValidator) => ReferenceName::CustomCheck(name.to_string()),
                    _ => ReferenceName::Member(name.to_string()),
                };
                fields.reader.member(parameter, |reader| reader.refer(value.at, name));
            }
        }
    }
}

/// Records the values with which properties are compared.
fn refer_to_values(validator: &Validator, fields: &mut ParameterFields<'_, '_, '_>) {
    let bounds = |min, max| (["min", "max"], ReferenceName::Bounds { min, max });
    let (parameters, name) = match validator {
        Validator::ValidValues(validator) => (["values"; 2], ReferenceName::Values(validator.values.clone())),
        Validator::Regex(validator) => (["pattern"; 2], ReferenceName::Pattern(validator.pattern.as_str().to_owned())),
        Validator::Range(Range { min, max, .. }) => bounds(min.clone().map(Into::into), max.clone().map(Into::into)),
        Validator::RangeFloat(RangeFloat { min, max, .. }) => bounds(min.clone(), max.clone()),
        Validator::OtherAttributeValue(validator) => {
            if let Some(expect) = fields.get("expect") {
                fields.reader.member("expect", |reader| validator.expect.refer_to(&validator.other, expect, reader));
            }
            return;
        }
        _ => return,
    };
    if let Some((parameter, value)) = parameters.iter().find_map(|name| Some((name, fields.get(name)?))) {
        fields.reader.member(parameter, |reader| reader.refer(value.at, name));
    }
}

/// Inner rules.
impl Param for Vec<Rule> {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        let (items, form) = match &value.json {
            Json::Array(items) if items.is_empty() => return reader.value(value, LoadExpected::OneOrMore),
            Json::Array(items) => (&**items, None),
            _ => match rules_in_object(value) {
                Some(form) => (std::slice::from_ref(value), Some(form)),
                None => return reader.value(value, LoadExpected::Rules),
            },
        };
        if reader.depth >= MAX_DEPTH {
            let at = items.first().map_or(value.at, |item| item.at);
            let expected = LoadExpected::RuleDepth { max: MAX_DEPTH };
            let problem = LoadProblem::new(at, LoadProblemKind::LimitExceeded, expected, LoadFound::More);
            reader.rule(0, |reader| reader.report(problem));
            return None;
        }
        reader.depth += 1;
        let (rules, outlines) = match &form {
            Some(form) => load_other_form(value, LoadExpected::Rules, form, reader),
            None => load_rules(items, reader),
        };
        reader.depth -= 1;
        reader.rule.rules = outlines;
        rules.into_iter().collect::<Option<_>>().filter(|_| form.is_none())
    }

    fn write(&self, json: &mut String) {
        write_array(self, json, Rule::write);
    }

    fn schema() -> Value {
        json!({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Rule"}})
    }
}
