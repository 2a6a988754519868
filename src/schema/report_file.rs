use super::examples;
use super::load_error_file;
use super::object::{Definitions, all_required, count, described, nullable, reference, typed};
use super::profile::Profile;
use super::type_schema::{self, Style, Use};
use crate::body::decode::members::WireValue;
use crate::body::{ConfigurationError, Error};
use crate::descriptor::Direction;
use crate::vocabulary::{Section, Word};
use schemars::Schema;
use serde_json::{Value, json};

/// Members that only the command writes.
const OF_THE_COMMAND: [&str; 5] = ["file", "lineOfFile", "errorId", "isDocumented", "body"];

/// Returns the schema of a serialized [`Report`](crate::report::Report), which is also that of a line that
/// `icws-schema check --format json` prints.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::report();
/// assert_eq!(schema.as_value()["$defs"]["Report"]["properties"]["valid"]["type"], "boolean");
/// ```
#[must_use]
pub fn report() -> Schema {
    let mut definitions = Definitions::default();
    let report = report_object(&mut definitions);
    definitions.add("Report", "Result of a check. Some members are written by the command only.", report);
    definitions.add(
        "UnreadableFile",
        "A file, or a line of NDJSON, that could not be read.",
        all_required(unreadable_file(), &[]),
    );
    definitions.add("Problem", "One problem of the body.", all_required(problem(), &[]));
    let about = "A rule that could not be checked. It is not a problem.";
    definitions.add("Unchecked", about, all_required(unchecked(), &[]));
    let about = "Something that is worth a look. It is not a problem.";
    definitions.add("Warning", about, all_required(warning(), &[]));
    definitions.add("Rule", "A rule of the rule set.", all_required(rule(), &[]));
    definitions.add_value("Hint", "What a mistake probably is.", all_required(hint(), &[]));
    definitions.add_value("Position", "A position in the text.", all_required(position(), &[]));
    let about = "Result of a check of one body. The command prints one JSON object per line.";
    definitions.add(
        "LoadedFile",
        "A rule file, directory file, state file or case file.",
        all_required(loaded_file(), &[]),
    );
    load_error_file::define_problem(&mut definitions);
    let schema = json!({"oneOf": [reference("Report"), reference("LoadedFile"), reference("UnreadableFile")]});
    definitions.into_document("ReportFile", about, schema, examples::of("Report"))
}

fn loaded_file() -> Value {
    let kinds = ["ruleFile", "directoryFile", "stateFile", "caseFile"];
    json!({
        "version": version(),
        "file": file(),
        "kind": described("Kind of the file.", json!({"type": "string", "enum": kinds})),
        "valid": described("Whether nothing is wrong with the file.", typed("boolean")),
        "problems": described("What is wrong, in the order of the file.", json!({"type": "array", "items": reference("LoadProblem")})),
        "warnings": described("What is worth a look.", json!({"type": "array", "items": reference("LoadProblem")})),
    })
}

fn version() -> Value {
    described("Version of this form.", json!({"type": "integer", "const": 1}))
}

fn file() -> Value {
    described("Name of the file; `-` for standard input.", typed("string"))
}

fn line_of_file() -> Value {
    described("Number of the line that is the body, from 1, in NDJSON; null in other files.", nullable("integer"))
}

fn unreadable_file() -> Value {
    json!({
        "version": version(),
        "file": file(),
        "lineOfFile": line_of_file(),
        "error": described("Reason why the file, or the line, could not be read.", typed("string")),
    })
}

fn report_object(definitions: &mut Definitions) -> Value {
    let style = Style::new(Direction::Response, Profile::Default);
    let mut body = |shape| type_schema::refer(shape, Use::Member, style, &mut definitions.0);
    let body = json!({"oneOf": [body(ConfigurationError::SHAPE), body(Error::SHAPE), {"type": "null"}]});
    let properties = json!({
        "version": version(),
        "file": file(),
        "lineOfFile": line_of_file(),
        "valid": described("Whether the body has no problems. Even then, rules may be unchecked.", typed("boolean")),
        "complete": described("Whether all rules could be checked.", typed("boolean")),
        "malformed": described("Whether a problem makes the body malformed.", typed("boolean")),
        "truncated": described("Whether there are more problems or unchecked rules than are listed.", typed("boolean")),
        "errorId": described(
            "Error id of the response to a request with these problems (which one is this crate's choice); null for a valid body and for what is not a request.",
            nullable("string"),
        ),
        "isDocumented": described(
            "Whether the vendor documents what leads to the error id. Otherwise it is this crate's choice, or that of a rule's author. Null without an error id.",
            nullable("boolean"),
        ),
        "body": described(
            "Body of the response with this error id, with the listed problems; null without an error id, and where values are not shown.",
            body,
        ),
        "problemCount": described("Number of all problems.", count()),
        "problems": described(
            "The problems, in the order of their properties and rules.",
            json!({"type": "array", "items": reference("Problem")}),
        ),
        "uncheckedCount": described("Number of all rules that could not be checked, once for each location.", count()),
        "unchecked": described(
            "The rules that could not be checked.",
            json!({"type": "array", "items": reference("Unchecked")}),
        ),
        "warnings": described("The warnings.", json!({"type": "array", "items": reference("Warning")})),
        "rules": described(
            "The rules to which problems and unchecked rules refer, by their JSON Pointers.",
            json!({"type": "object", "additionalProperties": reference("Rule")}),
        ),
    });
    all_required(properties, &OF_THE_COMMAND)
}

fn problem() -> Value {
    json!({
        "pointer": described("Location of the problem, as a JSON Pointer. An absent member has the pointer that it would have.", typed("string")),
        "propertyName": described("The location as a path: `propertyName` of a server's response.", typed("string")),
        "line": described("Line of the location, from 1; null if the body was not text.", nullable("integer")),
        "column": described("Column of the location in code points, from 1; null if the body was not text.", nullable("integer")),
        "offset": described("Offset of the location in bytes; null if the body was not text.", nullable("integer")),
        "length": described("Length of what is wrong in bytes, 0 for an absent member; null if the body was not text.", nullable("integer")),
        "kind": described(
            "Kind of the problem: `syntax`, `type`, `unknownMember`, `duplicateMember`, `typeTag`, `missing`, `null`, `unknownCode`, `rule`, or a new one.",
            typed("string"),
        ),
        "target": described("What is wrong: the `key` (a missing, unknown or duplicate member) or the `value`.", json!({"enum": ["key", "value"]})),
        "message": described("What is wrong, in English. The words may change.", typed("string")),
        "expected": described("What was expected.", typed("string")),
        "found": described("What was found: a type and a length, never the value.", typed("string")),
        "foundValue": described(
            "The value that was found, as JSON, cut at 200 characters; null if there is none, and where values are not shown.",
            nullable("string"),
        ),
        "suggestion": described("Name that was probably meant; null if none is similar.", nullable("string")),
        "hint": described(
            "What the mistake probably is; null if that is not known.",
            json!({"oneOf": [reference("Hint"), {"type": "null"}]}),
        ),
        "first": described(
            "Position of the first member, if it is a duplicate; null otherwise.",
            json!({"oneOf": [reference("Position"), {"type": "null"}]}),
        ),
        "validator": described("Number of the validator; null if the body is malformed there.", nullable("integer")),
        "validatorName": described("Name of the validator; null if the body is malformed there.", nullable("string")),
        "rulePointer": described("JSON Pointer of the rule, a name in `rules`; null if no rule was violated.", nullable("string")),
        "isDocumented": described(
            "Whether the vendor documents what was expected. Otherwise it is this crate's choice, or that of the rule's author.",
            typed("boolean"),
        ),
        "documentationUrl": described("URL of the validator's documentation; null without a validator.", nullable("string")),
        "causes": described(
            "The violations of a group's rules that caused this one.",
            json!({"type": "array", "items": reference("Problem")}),
        ),
    })
}

fn unchecked() -> Value {
    json!({
        "validator": described("Number of the validator.", typed("integer")),
        "validatorName": described("Name of the validator.", nullable("string")),
        "pointer": described(
            "Location at which the rule would report, as a JSON Pointer; null if it is unchecked wherever its property is.",
            nullable("string"),
        ),
        "propertyName": described("Path of the location at which the rule would report.", typed("string")),
        "kind": described(
            "Kind of the reason: `notInDirectory`, `propertyUnknown`, `featureVersion`, `customCheckFailed`, `directoryFailed`, or a new one.",
            typed("string"),
        ),
        "section": described(
            &format!("Section of the directory that would answer the rule's question: {}, or a new one; null if the rule needs none.", words(Section::WORDS)),
            nullable("string"),
        ),
        "objectType": described("Type of the objects in that section; null if the section has no types.", nullable("string")),
        "path": described("Path, as the rule has it, of another property that is not known; null if the reason is another.", nullable("string")),
        "hint": described(
            "Why that property is not known: `malformed` (in the body), `actualValuesNotRequested` (in the GET of the current object), or a new one; null if the cause is not known.",
            nullable("string"),
        ),
        "customCheck": described("Name of a custom check that failed; null if the reason is another.", nullable("string")),
        "since": described(
            "Feature version of `configuration` that introduced the validator, where the server's is older; null if the reason is another.",
            nullable("integer"),
        ),
        "suggestion": described("Object type of the directory that was probably meant; null if none is similar.", nullable("string")),
        "message": described("What is not known, in English. The words may change.", typed("string")),
        "rulePointer": described("JSON Pointer of the rule, a name in `rules`.", typed("string")),
    })
}

/// Words in backticks, separated by commas.
fn words(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn warning() -> Value {
    json!({
        "pointer": described("Location, as a JSON Pointer.", typed("string")),
        "kind": described("Kind of the warning: `noKnownProperty`, `featureVersion`, or a new one.", typed("string")),
        "message": described("The warning, in English. The words may change.", typed("string")),
    })
}

fn rule() -> Value {
    json!({
        "source": described("Name of the rule file; null if there is only one.", nullable("string")),
        "sourcePointer": described("JSON Pointer of the rule in that file; null if there is only one.", nullable("string")),
        "rule": {
            "description": "The rule, as in a rule file.",
            "type": "object",
            "additionalProperties": true,
        },
    })
}

fn hint() -> Value {
    json!({
        "kind": described(
            "Kind of the mistake: `similarProperty`, `misspelt`, `otherCase`, `effectiveValue`, `bareValue`, `wrappedValue`, `wholeUser`, `listOfUsers`, `errorResponse`, `updateResult`, `arrayOfBodies`, `codeName`, `quoted`, `unquoted`, `emptyItem`, `repeatedItem`, `invalidItem`, `noKeyDelimiter`, `noKey`, `repeatedKey`, `unknownKey`, or a new one.",
            typed("string"),
        ),
        "message": described("What to do about it, in English. The words may change.", typed("string")),
        "name": described("Name that is meant: of a property, or of a code; null for other kinds.", nullable("string")),
        "code": described("Number of the code that is meant; null for other kinds.", nullable("integer")),
        "item": described("Number of the item of a delimited string that fails, from 1; null for other kinds.", nullable("integer")),
    })
}

fn position() -> Value {
    json!({
        "line": described("Line, from 1.", json!({"type": "integer", "minimum": 1})),
        "column": described("Column in code points, from 1.", json!({"type": "integer", "minimum": 1})),
        "offset": described("Offset in bytes.", count()),
    })
}
