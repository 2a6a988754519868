//! Schemas of the files around a check: rule file, directory file, and the report that the command prints.

use super::definition::{reference, words};
use crate::body::decode::members::WireValue;
use crate::body::{ConfigurationError, Error};
use crate::codes::ValidationErrorType;
use crate::descriptor::Direction;
use crate::directory::schema as directory;
use crate::rules::Validator;
use crate::vocabulary::Section;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema of a rule file: an editor completes validators and parameters by it. It names validators; loading takes their numbers as well.
#[must_use]
pub fn rule_file() -> Schema {
    let mut definitions = Map::new();
    let mut branches = Vec::new();
    for id in ValidationErrorType::ALL {
        let name = format!("{}Rule", pascal(id.name().unwrap_or_default()));
        branches.push(json!({"$ref": format!("#/$defs/{name}")}));
        definitions.insert(name.clone(), rule(*id, &name));
    }
    definitions.insert(
        "Rule".into(),
        json!({"title": "Rule", "description": "A validator, its property, its parameters.", "oneOf": branches}),
    );
    let test = json!({
        "present": {"description": "It is set.", "type": "boolean", "const": true},
        "absent": {"description": "It is not set.", "type": "boolean", "const": true},
        "is": {"description": "It is set and equal.", "allOf": [{"$ref": "#/$defs/Scalar"}]},
        "isNot": {"description": "The contrary of is.", "allOf": [{"$ref": "#/$defs/Scalar"}]},
    });
    definitions.insert("Scalar".into(), scalar());
    definitions.insert("Expectation".into(), closed("Expectation", "One of four tests.", test.clone(), &[]));
    let mut condition = test;
    condition["property"] = json!({"description": "The path of the property that is tested.", "type": "string"});
    let list = json!({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Condition"}});
    condition["all"] = list.clone();
    condition["any"] = list;
    condition["not"] = json!({"allOf": [{"$ref": "#/$defs/Condition"}]});
    let about = "A property and one test of it, or all, any or not of other conditions.";
    definitions.insert("Condition".into(), closed("Condition", about, condition, &[]));
    let rules = json!({"description": "The rules, in order.", "type": "array", "items": {"$ref": "#/$defs/Rule"}});
    root("RuleFile", "A set of rules.", json!({"$schema": named_schema(), "rules": rules}), &["rules"], definitions)
}

/// The member that tells an editor which schema a file has.
fn named_schema() -> Value {
    json!({"description": "The schema of this file, for editors.", "type": "string"})
}

/// A rule of one validator.
fn rule(id: ValidationErrorType, title: &str) -> Value {
    let mut properties = Map::new();
    let mut required = vec!["validator"];
    let about = format!("The name of the validator. (Its number, {}, is taken as well.)", id.code());
    properties.insert("validator".into(), json!({"description": about, "type": "string", "const": id.name()}));
    properties.insert(
        "property".into(),
        json!({"description": "The path of the property that it judges.", "type": "string"}),
    );
    if !Validator::is_object_rule(id) {
        required.push("property");
    }
    for parameter in Validator::parameters_of(id) {
        let mut schema = parameter.schema();
        if let Some(reference) = schema.get("$ref").cloned() {
            schema = json!({"allOf": [{"$ref": reference}]});
        }
        schema["description"] = words(parameter.doc).into();
        if let Some(default) = parameter.default() {
            schema["default"] = default;
        }
        properties.insert(parameter.name.into(), schema);
        if parameter.is_required() {
            required.push(parameter.name);
        }
    }
    properties.insert("note".into(), json!({"description": "A text that goes with each violation.", "type": "string"}));
    closed(title, &words(Validator::description_of(id)), properties.into(), &required)
}

/// The schema of a directory file.
#[must_use]
pub fn directory_file() -> Schema {
    let mut definitions = directory::definitions();
    definitions.insert("Scalar".into(), scalar());
    let mut properties = Map::from_iter([("$schema".to_owned(), named_schema())]);
    properties.extend(Section::ALL.iter().map(|section| (section.name().to_owned(), directory::section(*section))));
    let about = "What a server's configuration has. A key that is absent is not known, an empty array states that there is none.";
    root("DirectoryFile", about, properties.into(), &[], definitions)
}

/// The schema of a line of `check --format json`.
#[must_use]
pub fn report() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let configuration_error = reference(ConfigurationError::SHAPE, Direction::Response, &mut generator);
    let error = reference(Error::SHAPE, Direction::Response, &mut generator);
    let mut definitions = generator.take_definitions(true);
    let text = || json!({"type": "string"});
    let maybe = |kind: &str| json!({"type": [kind, "null"]});
    let problem = json!({
        "pointer": {"description": "Where, as a JSON Pointer.", "type": "string"},
        "line": maybe("integer"), "column": maybe("integer"), "offset": maybe("integer"), "length": maybe("integer"),
        "message": text(), "fault": text(), "expected": text(), "found": text(),
        "property": {"description": "Where, as a server would say it.", "type": "string"},
        "validator": {"description": "The validator; null where the body is malformed.", "type": ["integer", "null"]},
        "name": maybe("string"), "value": maybe("string"),
        "rule": {"description": "The rule's place in its set.", "type": ["string", "null"]},
        "target": {"description": "key or value: which of them is wrong.", "type": "string"},
        "documentation": {"description": "Where the validator is documented.", "type": ["string", "null"]},
        "origin": {"description": "representation or rule.", "type": "string"},
        "documented": {"description": "Whether the documentation states what is asked.", "type": "boolean"},
        "parameters": {"description": "The rule's parameters, as in a rule file.", "type": ["object", "null"], "additionalProperties": true},
        "note": maybe("string"),
        "causes": {"type": "array", "items": {"$ref": "#/$defs/Problem"}},
    });
    let mut names: Vec<_> = problem.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect();
    names.sort_unstable(); // whatever order maps have
    definitions.insert("Problem".into(), closed("Problem", "Something that is wrong.", problem.clone(), &names));
    let unchecked = json!({"validator": {"type": "integer"}, "name": maybe("string"), "property": text(), "reason": text(), "rule": text()});
    let about = "A rule that could not be checked, and why.";
    definitions.insert(
        "Unchecked".into(),
        closed("Unchecked", about, unchecked, &["validator", "name", "property", "reason", "rule"]),
    );
    let properties = json!({
        "file": text(),
        "valid": {"type": "boolean"},
        "status": {"description": "What a server would answer to a request.", "type": ["integer", "null"]},
        "body": {"description": "The body of a 400.", "oneOf": [configuration_error, error, {"type": "null"}]},
        "problems": {"type": "array", "items": {"$ref": "#/$defs/Problem"}},
        "unchecked": {"type": "array", "items": {"$ref": "#/$defs/Unchecked"}},
    });
    let required = ["file", "valid", "status", "body", "problems", "unchecked"];
    root("Report", "What is said of a file, one object a line.", properties, &required, definitions)
}

/// A text, a number or a Boolean.
fn scalar() -> Value {
    json!({"title": "Scalar", "description": "A value.", "oneOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]})
}

/// An object that holds these properties and no others.
#[expect(clippy::needless_pass_by_value, reason = "`json!` takes it by reference only")]
fn closed(title: &str, description: &str, properties: Value, required: &[&str]) -> Value {
    let mut schema = json!({
        "title": title,
        "description": description,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}

fn root(
    title: &str,
    description: &str,
    properties: Value,
    required: &[&str],
    definitions: Map<String, Value>,
) -> Schema {
    let mut schema = closed(title, description, properties, required);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["$defs"] = definitions.into();
    schema.try_into().unwrap_or_default()
}

/// A name as the names of definitions are.
fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
