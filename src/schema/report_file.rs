use super::examples;
use super::object::{Definitions, closed, described, reference};
use super::profile::Profile;
use super::type_schema::{self, Style, Use};
use crate::body::decode::members::WireValue;
use crate::body::{ConfigurationError, Error};
use crate::descriptor::Direction;
use schemars::Schema;
use serde_json::{Map, Value, json};

/// Returns the schema of a line that `icws-schema check --format json` prints.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::report();
/// assert_eq!(schema.as_value()["properties"]["valid"]["type"], "boolean");
/// ```
#[must_use]
pub fn report() -> Schema {
    let mut definitions = Definitions::default();
    let style = Style::new(Direction::Response, Profile::Default);
    let mut body = |shape| type_schema::refer(shape, Use::Member, style, &mut definitions.0);
    let body = json!({"oneOf": [body(ConfigurationError::SHAPE), body(Error::SHAPE), {"type": "null"}]});
    definitions.add("Problem", "One problem of the body.", all_required(problem()));
    let about = "A rule that could not be checked. It is not a problem.";
    definitions.add("Unchecked", about, all_required(unchecked()));
    let properties = json!({
        "file": described("Name of the file, `-` for standard input, followed by the line for lines of NDJSON.", typed("string")),
        "valid": described("Whether the body has no problems. Even then, rules may be unchecked.", typed("boolean")),
        "status": described("Status of a server's response to the request: 200 or 400; null for what is not a request.", nullable("integer")),
        "body": described("Body of a server's response to a request with problems; null otherwise.", body),
        "problems": described("The problems, in the order of their properties and rules.", json!({"type": "array", "items": reference("Problem")})),
        "unchecked": described("The rules that could not be checked.", json!({"type": "array", "items": reference("Unchecked")})),
    });
    let about = "Result of a check of one file. The command prints one JSON object per line.";
    definitions.into_document("Report", about, all_required(properties), examples::of("Report"))
}

/// A closed object, each member of which is present.
fn all_required(properties: Value) -> Value {
    let mut names: Vec<_> = properties.as_object().into_iter().flat_map(Map::keys).cloned().collect();
    names.sort_unstable(); // in whatever order the map has them
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    closed(properties, &names)
}

fn problem() -> Value {
    json!({
        "pointer": described("Location of the problem, as a JSON Pointer. An absent member has the pointer that it would have.", typed("string")),
        "property": described("The location as a path: `propertyName` of a server's response.", typed("string")),
        "line": described("Line of the location, from 1; null if the body was not text.", nullable("integer")),
        "column": described("Column of the location in code points, from 1; null if the body was not text.", nullable("integer")),
        "offset": described("Offset of the location in bytes; null if the body was not text.", nullable("integer")),
        "length": described("Length of what is wrong in bytes, 0 for an absent member; null if the body was not text.", nullable("integer")),
        "message": described("What was expected and what was found.", typed("string")),
        "fault": described("Kind of the problem.", typed("string")),
        "expected": described("What was expected.", typed("string")),
        "found": described("What was found: a type and a length, never the value.", typed("string")),
        "value": described("The value, as in `propertyValue` of a server's response; null if the body is malformed there.", nullable("string")),
        "target": described("What is wrong: `key` or `value`.", typed("string")),
        "validator": described("Number of the validator; null if the body is malformed there.", nullable("integer")),
        "name": described("Name of the validator; null if the body is malformed there.", nullable("string")),
        "documentation": described("URL of the validator's documentation; null without a validator.", nullable("string")),
        "documented": described("Whether the vendor documents what was expected. Otherwise it is this crate's choice, or that of the rule's author.", typed("boolean")),
        "origin": described("Where the demand comes from: `representation` or `rule`.", typed("string")),
        "rule": described("JSON Pointer of the rule in its set; null if no rule was violated.", nullable("string")),
        "parameters": {
            "description": "The rule's parameters as in a rule file; null if no rule was violated.",
            "type": ["object", "null"],
            "additionalProperties": true,
        },
        "note": described("The rule's note; null if it has none.", nullable("string")),
        "causes": described(
            "The violations of a group's rules that caused this one.",
            json!({"type": "array", "items": reference("Problem")}),
        ),
    })
}

fn unchecked() -> Value {
    json!({
        "validator": described("Number of the validator.", typed("integer")),
        "name": described("Name of the validator.", nullable("string")),
        "property": described("Path of the location at which the rule would report.", typed("string")),
        "reason": described("What is not known.", typed("string")),
        "rule": described("JSON Pointer of the rule in its set.", typed("string")),
    })
}

fn typed(name: &str) -> Value {
    json!({"type": name})
}

fn nullable(name: &str) -> Value {
    json!({"type": [name, "null"]})
}
