use super::directory_file;
use super::examples;
use super::object::{Definitions, closed, described, reference, schema_member, with_examples};
use super::profile::Profile;
use super::rule_file;
use crate::vocabulary::{CaseTarget, WordEnum};
use schemars::Schema;
use serde_json::{Map, Value, json};

/// Returns the schema of case files.
///
/// It accepts what `CaseFile::from_json` of the module `cases` accepts. What it cannot express: what the schema of rule files cannot
/// express of rules and directories that are in the file, paths of rules that a request does not have, and duplicate members.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::case_file();
/// assert_eq!(schema.as_value()["required"], serde_json::json!(["cases"]));
/// ```
#[must_use]
pub fn case_file() -> Schema {
    schema(Profile::Default)
}

pub(super) fn schema(profile: Profile) -> Schema {
    let mut definitions = Definitions::default();
    rule_file::define(&mut definitions, profile);
    let directory = directory_file::object(&mut definitions);
    definitions.add_value("Directory", "The sections of a directory file.", directory);
    definitions.add_value("RuleSet", "The rules of a rule file.", rule_file::object());
    let about = "Rules, or the name of a built-in set (`documented`, `recommended`) or of a file.";
    definitions.add("Rules", about, json!({"oneOf": [reference("RuleSet"), {"type": "string"}]}));
    define_setting(&mut definitions);
    define_findings(&mut definitions);
    let mut case = setting();
    case.extend(members(json!({
        "name": described("Name of the case.", string()),
        "note": described("Comment, which is ignored.", string()),
        "example": {"description": "Whether the case is an example in documentation.", "type": "boolean", "default": false},
        "body": {"description": "The body.", "examples": [body_example()]},
        "text": described("The body as a string, which need not be JSON. Exactly one of `body` and `text` is required.", string()),
        "expected": with_examples(
            described("Expected findings. If they are missing, the body is expected to be valid.", reference("CaseExpectation")),
            json!([{"problems": [{"validator": "range", "pointer": "/externalCallTimeout/actualValue"}]}]),
        ),
    })));
    let rejecting = rejecting(&case);
    let mut checked = closed(case.into(), &["name"]);
    checked["dependentSchemas"] = depending("name", "oneOf", &["body", "text"]);
    definitions.add("Case", "A body, the rules and the context of its check, and the expected findings.", checked);
    definitions.add("RejectingCase", "Rules or a directory that are expected to be rejected.", rejecting);
    let mut file = setting();
    let cases = json!({"type": "array", "items": {"oneOf": [reference("Case"), reference("RejectingCase")]}});
    file.extend(members(json!({
        "$schema": schema_member(),
        "title": described("Title of the file.", string()),
        "note": described("Comment, which is ignored.", string()),
        "validator": described("Name of the validator that the cases are about.", string()),
        "cases": described("The cases.", cases),
    })));
    let about = "A case file: rules, bodies, and the expected findings for each body. The rules, the directory and the other settings of the file \
        apply to each case without its own. The format is this crate's choice.";
    definitions.into_document("CaseFile", about, closed(file.into(), &["cases"]), examples::of("CaseFile"))
}

/// Returns the schema of a line that `icws-schema conformance` writes to another implementation: one case.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::conformance_request();
/// assert_eq!(schema.as_value()["properties"]["id"]["type"], "string");
/// ```
#[must_use]
pub fn conformance_request() -> Schema {
    let mut definitions = Definitions::default();
    define_setting(&mut definitions);
    let mut request = setting();
    request.insert(
        "rules".into(),
        json!({"description": "A rule file, which may have mistakes. Without it, there are no rules."}),
    );
    request.insert("directory".into(), json!({"description": "A directory file, which may have mistakes."}));
    request.extend(members(json!({
        "version": version(),
        "id": described("Id of the case, which the response repeats.", string()),
        "body": {"description": "The body."},
        "text": described("The body as a string, which need not be JSON.", string()),
    })));
    let about = "A line for another implementation: a case, without its expected findings.";
    let schema = closed(request.into(), &["version", "id", "object"]);
    definitions.into_document("ConformanceRequest", about, schema, examples::of("ConformanceRequest"))
}

/// Returns the schema of a line that another implementation writes to `icws-schema conformance`: what it found in a case.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::conformance_response();
/// assert_eq!(schema.as_value()["required"], serde_json::json!(["id"]));
/// ```
#[must_use]
pub fn conformance_response() -> Schema {
    let mut definitions = Definitions::default();
    define_found(&mut definitions);
    let response = json!({
        "id": described("Id of the case.", string()),
        "problems": described("The problems; none if the body is valid.", array("FoundProblem")),
        "unchecked": described("The rules that could not be checked.", array("FoundUnchecked")),
        "rejectedRules": described("The first problem of the rules, if they cannot be loaded.", reference("FoundRejection")),
        "rejectedDirectory": described("The first problem of the directory, if it cannot be loaded.", reference("FoundRejection")),
    });
    let mut schema = closed(response, &["id"]);
    schema["dependentSchemas"] = depending("id", "oneOf", &["problems", "rejectedRules", "rejectedDirectory"]);
    let about = "A line of another implementation: what it found in a case, exactly one of `problems`, `rejectedRules` and `rejectedDirectory`. \
        Missing members of a problem are not compared.";
    definitions.into_document("ConformanceResponse", about, schema, examples::of("ConformanceResponse"))
}

/// What a file and a case may have.
fn setting() -> Map<String, Value> {
    let one_or_more = json!({"type": "array", "minItems": 1, "items": reference("Rules")});
    let mut target =
        described("Kind of the bodies: `request` (the body of the PUT), or `any` object.", reference("CaseTarget"));
    target["default"] = CaseTarget::Request.name().into();
    members(json!({
        "object": target,
        "partial": {
            "description": "Whether a body is a partial update, in which absent members keep their current value. Only for `any` object.",
            "type": "boolean",
            "default": false,
        },
        "rules": {
            "description": "The rules, or the name of a set (`documented`, `recommended`) or of a file; or an array of these, combined in order. Names of files are relative to the case file.",
            "oneOf": [reference("RuleSet"), {"type": "string"}, one_or_more],
            "examples": rules_examples(),
        },
        "rulesText": described("The rules as a string.", string()),
        "directory": {
            "description": "Data of the server that rules query: the sections of a directory file, or the name of a file.",
            "oneOf": [reference("Directory"), {"type": "string"}],
            "examples": directory_examples(),
        },
        "directoryText": described("The directory as a string.", string()),
        "current": {"description": "Current state of the object on the server; for a request, the properties of the user as a GET returns them. If it is missing, the state is unknown.", "examples": [body_example()]},
        "subject": with_examples(
            described("The object that the request changes.", reference("CaseSubject")),
            json!([{"id": "gcadmin"}]),
        ),
        "featureVersion": described("Feature version of `configuration`. If it is missing, the version is unknown.", json!({"type": "integer", "minimum": 0, "maximum": u32::MAX})),
        "checks": described("Custom checks by name.", json!({"type": "object", "additionalProperties": reference("CaseCheck")})),
    }))
}

fn body_example() -> Value {
    json!({"externalCallTimeout": {"actualValue": 30}})
}

fn rules_examples() -> Value {
    json!(["recommended", "rules.json"])
}

fn directory_examples() -> Value {
    json!(["directory.json", {"extensions": ["8001"]}])
}

fn rejecting(case: &Map<String, Value>) -> Value {
    let mut case = case.clone();
    let one = json!({"oneOf": [{"type": "object"}, {"type": "string"}]});
    let rules = json!({
        "description": "The rules, which have mistakes if `rejectedRules` is given.",
        "oneOf": [{"type": "object"}, {"type": "string"}, {"type": "array", "minItems": 1, "items": one}],
        "examples": rules_examples(),
    });
    let directory = json!({
        "description": "The directory, which has mistakes if `rejectedDirectory` is given.",
        "oneOf": [{"type": "object"}, {"type": "string"}],
        "examples": directory_examples(),
    });
    case.insert("rules".into(), rules);
    case.insert("directory".into(), directory);
    let rejection =
        |about: &str| with_examples(described(about, reference("CaseRejection")), json!([{"pointer": "/rules/0"}]));
    case.insert("rejectedRules".into(), rejection("The first problem of the rules."));
    case.insert("rejectedDirectory".into(), rejection("The first problem of the directory."));
    let mut schema = closed(case.into(), &["name"]);
    schema["dependentSchemas"] = depending("name", "anyOf", &["rejectedRules", "rejectedDirectory"]);
    schema["dependentSchemas"]["body"] =
        json!({"type": "object", "not": {"properties": {"text": true}, "required": ["text"]}});
    schema
}

fn define_setting(definitions: &mut Definitions) {
    let target = json!({"type": "string", "enum": CaseTarget::WORDS});
    definitions.add_value("CaseTarget", "Kind of the bodies.", target);
    let subject = json!({
        "objectType": {"description": "Type of the object.", "type": "string", "default": "user"},
        "id": described("Id of the object.", string()),
    });
    definitions.add_value("CaseSubject", "The object that the request changes.", closed(subject, &["id"]));
    let check =
        json!({"rejects": described("The values that the check rejects.", json!({"type": "array", "items": {}}))});
    definitions.add("CaseCheck", "A custom check, which validator 0 runs.", closed(check, &["rejects"]));
}

fn define_findings(definitions: &mut Definitions) {
    rule_file::define_validators(definitions);
    let expectation = json!({
        "problems": described("The problems, in any order; none if the body is valid.", array("CaseProblem")),
        "unchecked": described("The rules that cannot be checked.", array("CaseUnchecked")),
    });
    definitions.add_value("CaseExpectation", "The expected findings.", closed(expectation, &[]));
    let mut problem = problem("CaseProblem");
    problem["dependentSchemas"] = depending("validator", "anyOf", &["pointer", "property"]);
    definitions.add("CaseProblem", "A problem. Its missing members are not compared.", problem);
    definitions.add("CaseUnchecked", "A rule that cannot be checked.", closed(unchecked().into(), &["validator"]));
    definitions.add_value("CaseRejection", "A problem of rules or of a directory.", closed(rejection().into(), &[]));
}

/// Defines the same as another implementation has it: with messages, which are not compared.
pub(super) fn define_found(definitions: &mut Definitions) {
    rule_file::define_validators(definitions);
    definitions.add_value("FoundProblem", "A problem. Its missing members are not compared.", problem("FoundProblem"));
    let mut found = unchecked();
    found.insert("reason".into(), described("The reason, which is not compared.", string()));
    definitions.add_value("FoundUnchecked", "A rule that could not be checked.", closed(found.into(), &["validator"]));
    let mut found = rejection();
    found.insert("message".into(), described("The whole message, which is not compared.", string()));
    definitions.add_value("FoundRejection", "A problem of rules or of a directory.", closed(found.into(), &[]));
}

/// Returns the schema of a problem, which refers to its own definition.
fn problem(name: &str) -> Value {
    let about = "Number or name of the validator; null if the value is malformed.";
    let problem = json!({
        "validator": rule_file::validator_or(about, Some(json!({"type": "null"}))),
        "pointer": described("JSON Pointer of the value.", pointer()),
        "property": described("Path of the value, such as `followMe[1].phoneNumber`.", string()),
        "value": described("The value as in `propertyValue` of a response: a string unchanged, any other value as JSON; empty if it is missing.", string()),
        "rule": described("JSON Pointer of the rule; null if no rule was violated.", string_or_null()),
        "causes": described("The problems of the inner rules.", array(name)),
    });
    closed(problem, &["validator"])
}

fn unchecked() -> Map<String, Value> {
    members(json!({
        "validator": rule_file::validator_or("Number or name of the validator.", None),
        "property": described("Path of the property in the rule.", string()),
        "rule": described("JSON Pointer of the rule.", string()),
    }))
}

fn rejection() -> Map<String, Value> {
    members(json!({
        "pointer": described("JSON Pointer of the rule or entry; empty at the top of the file.", pointer()),
        "parameter": described("The parameter or key; null if there is none.", string_or_null()),
        "suggestion": described("The value that was probably intended; null if none is similar.", string_or_null()),
    }))
}

/// Requires some of several members, below a member that is always there, where code generators do not look.
fn depending(member: &str, keyword: &str, names: &[&str]) -> Value {
    let each: Vec<_> = names.iter().map(|name| json!({"properties": {*name: true}, "required": [name]})).collect();
    json!({member: {"type": "object", keyword: each}})
}

fn version() -> Value {
    described("Version of this format.", json!({"type": "integer", "const": 1}))
}

fn members(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// A JSON Pointer, whose names are not checked. The pattern has no `$`, which means different things in different engines.
fn pointer() -> Value {
    json!({"type": "string", "not": {"pattern": "^[^/]"}})
}

fn string() -> Value {
    json!({"type": "string"})
}

fn string_or_null() -> Value {
    json!({"type": ["string", "null"]})
}

fn array(definition: &str) -> Value {
    json!({"type": "array", "items": reference(definition)})
}
