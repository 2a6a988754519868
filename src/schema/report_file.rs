use super::examples;
use super::load_error_file;
use super::object::{Definitions, all_required, count, described, nullable, reference, typed};
use super::profile::Profile;
use super::type_schema::{self, SchemaStyle, TypeUse};
use crate::body::decode::members::WireValue;
use crate::body::{ConfigurationError, Error};
use crate::descriptor::Direction;
use crate::suggest::in_backticks;
use crate::vocabulary::{Section, WordEnum};
use schemars::Schema;
use serde_json::{Value, json};

/// Members that only the command writes.
const COMMAND_MEMBERS: [&str; 5] = ["file", "lineOfFile", "errorId", "isDocumented", "body"];

/// Returns the schema of a serialized [`Report`](crate::report::Report), and of each line that `icws-schema check --format
/// json` prints.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::report();
/// assert_eq!(schema.as_value()["$defs"]["Report"]["properties"]["valid"]["type"], "boolean");
/// ```
#[must_use]
pub fn report() -> Schema {
    schema(Profile::Default)
}

pub(super) fn schema(profile: Profile) -> Schema {
    let mut definitions = Definitions::default();
    let report = report_object(&mut definitions, profile);
    definitions.add("Report", "Result of a check. Some members are written by the command only.", report);
    definitions.add(
        "UnreadableFile",
        "A file, or a line of NDJSON, that could not be read.",
        all_required(unreadable_file(), &[]),
    );
    definitions.add("Problem", "One problem of the body.", all_required(problem(), &[]));
    let about = "A rule that could not be checked. It is not a problem.";
    definitions.add("Unchecked", about, all_required(unchecked(), &[]));
    let about = "A warning: a possible mistake. It is not a problem.";
    definitions.add("Warning", about, all_required(warning(), &[]));
    definitions.add("ReportedRule", "A rule of the rule set.", all_required(rule(), &[]));
    definitions.add_value("Hint", "The probable mistake.", all_required(hint(), &[]));
    definitions.add_value("Position", "A position in the body.", all_required(position(), &[]));
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
        "valid": described("Whether the file has no problems.", typed("boolean")),
        "problems": described("The problems, in the order of the file.", json!({"type": "array", "items": reference("LoadProblem")})),
        "warnings": described("Warnings: possible mistakes, which do not make the file invalid.", json!({"type": "array", "items": reference("LoadProblem")})),
    })
}

pub(super) fn version() -> Value {
    described("Version of this format.", json!({"type": "integer", "const": 1}))
}

pub(super) fn file() -> Value {
    described("Name of the file; `-` for standard input.", typed("string"))
}

fn line_of_file() -> Value {
    described("In NDJSON, number of the line that is the body, from 1; null for other files.", nullable("integer"))
}

fn unreadable_file() -> Value {
    json!({
        "version": version(),
        "file": file(),
        "lineOfFile": line_of_file(),
        "error": described("Reason why the file, or the line, could not be read.", typed("string")),
    })
}

fn report_object(definitions: &mut Definitions, profile: Profile) -> Value {
    let style = SchemaStyle::new(Direction::Response, profile);
    let mut body = |descriptor| type_schema::refer(descriptor, TypeUse::Member, style, &mut definitions.0);
    let body = json!({"oneOf": [body(ConfigurationError::DESCRIPTOR), body(Error::DESCRIPTOR), {"type": "null"}]});
    let properties = json!({
        "version": version(),
        "file": file(),
        "lineOfFile": line_of_file(),
        "valid": described("Whether the body has no problems. Some rules may still be unchecked.", typed("boolean")),
        "complete": described("Whether all rules could be checked.", typed("boolean")),
        "malformed": described("Whether a problem makes the body malformed.", typed("boolean")),
        "truncated": described("Whether problems or unchecked rules are omitted from this report.", typed("boolean")),
        "errorId": described(
            "Error id of the response to a request with these problems (which one is this crate's choice); null if the body is valid or is not a request.",
            nullable("string"),
        ),
        "isDocumented": described(
            "Whether the vendor documents that such a body is wrong. Otherwise it is the choice of this crate or of a rule's author. Which error id a server reports is this crate's choice in either case. Null if there is no error id.",
            nullable("boolean"),
        ),
        "body": described(
            "Body of the response with this error id and the problems of this report; null if there is no error id, if values are not shown, or if the problems are truncated.",
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
            "The rules to which problems and unchecked rules refer, by JSON Pointer.",
            json!({"type": "object", "additionalProperties": reference("ReportedRule")}),
        ),
    });
    all_required(properties, &COMMAND_MEMBERS)
}

fn problem() -> Value {
    json!({
        "pointer": described("Location of the problem, as a JSON Pointer. For a missing member it is the pointer that the member would have.", typed("string")),
        "propertyName": described("The location as a path, as in `propertyName` of a response.", typed("string")),
        "line": described("Line of the location, from 1; null if the body was not text.", nullable("integer")),
        "column": described("Column of the location in code points, from 1; null if the body was not text.", nullable("integer")),
        "offset": described("Offset of the location in bytes; null if the body was not text.", nullable("integer")),
        "length": described("Length of the invalid text in bytes, 0 for a missing member; null if the body was not text.", nullable("integer")),
        "kind": described(
            "Kind of the problem: `syntax`, `type`, `unknownMember`, `duplicateMember`, `typeTag`, `missing`, `null`, `unknownCode`, `rule`, or a new one.",
            typed("string"),
        ),
        "target": described("What the problem is about: the `key` (a missing, unknown or duplicate member) or the `value`.", json!({"enum": ["key", "value"]})),
        "message": described("Description of the problem, in English. The wording may change.", typed("string")),
        "expected": described("What was expected.", typed("string")),
        "found": described("What was found: a type and a length, never the value.", typed("string")),
        "foundValue": described(
            "The value that was found, as JSON, cut at 200 characters; null if there is none or values are not shown.",
            nullable("string"),
        ),
        "suggestion": described("Name that was probably intended; null if no known name is similar.", nullable("string")),
        "hint": described(
            "The probable mistake; null if unknown.",
            json!({"oneOf": [reference("Hint"), {"type": "null"}]}),
        ),
        "first": described(
            "For a duplicate member, position of the first one; null otherwise.",
            json!({"oneOf": [reference("Position"), {"type": "null"}]}),
        ),
        "validator": described("Number of the validator that failed; null if the problem makes the body malformed.", nullable("integer")),
        "validatorName": described("Name of the validator that failed; null if the problem makes the body malformed.", nullable("string")),
        "rulePointer": described("JSON Pointer of the rule, a name in `rules`; null if no rule was violated.", nullable("string")),
        "isDocumented": described(
            "Whether the vendor documents the violated constraint. Otherwise it is the choice of this crate or of the rule's author. Which validator a server reports is this crate's choice in either case.",
            typed("boolean"),
        ),
        "documentationUrl": described("URL of the validator's documentation; null if there is no validator.", nullable("string")),
        "causes": described(
            "For a group of rules, the violations of its rules that caused this one.",
            json!({"type": "array", "items": reference("Problem")}),
        ),
    })
}

fn unchecked() -> Value {
    json!({
        "validator": described("Number of the validator.", typed("integer")),
        "validatorName": described("Name of the validator.", nullable("string")),
        "pointer": described(
            "Location at which the rule would report a violation, as a JSON Pointer; null if the rule is unchecked at every location.",
            nullable("string"),
        ),
        "propertyName": described("Path of the location at which the rule would report a violation.", typed("string")),
        "kind": described(
            "Kind of the reason: `notInDirectory`, `propertyUnknown`, `featureVersion`, `customCheckFailed`, `directoryFailed`, or a new one.",
            typed("string"),
        ),
        "section": described(
            &format!("Section of the directory that could answer the rule's question: {}, or a new one; null if the rule needs none.", in_backticks(Section::WORDS.iter().copied())),
            nullable("string"),
        ),
        "objectType": described("Type of the objects in that section; null if the section has no types.", nullable("string")),
        "path": described("Path, as written in the rule, of another property whose value is unknown; null for any other reason.", nullable("string")),
        "hint": described(
            "Reason why that value is unknown: `malformed` (in the body), `actualValuesNotRequested` (in the GET of the current object), or a new one; null if there is none.",
            nullable("string"),
        ),
        "customCheck": described("Name of a custom check that failed; null if the reason is another.", nullable("string")),
        "since": described(
            "Feature version of `configuration` that introduced the validator, if the server's version is older; null for any other reason.",
            nullable("integer"),
        ),
        "suggestion": described("Object type of the directory that was probably intended; null if none is similar.", nullable("string")),
        "message": described("Description of the reason, in English. The wording may change.", typed("string")),
        "rulePointer": described("JSON Pointer of the rule, a name in `rules`.", typed("string")),
    })
}

fn warning() -> Value {
    json!({
        "pointer": described("Location of the warning, as a JSON Pointer.", typed("string")),
        "kind": described("Kind of the warning: `noKnownProperty`, `similarProperty`, `noList`, `placeholder`, `featureVersion`, or a new one.", typed("string")),
        "message": described("The warning, in English. The wording may change.", typed("string")),
    })
}

fn rule() -> Value {
    json!({
        "source": described("Name of the rule file, if there are several; null otherwise.", nullable("string")),
        "sourcePointer": described("JSON Pointer of the rule in that file, if there are several; null otherwise.", nullable("string")),
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
            "Kind of mistake: `similarProperty`, `misspelt`, `otherCase`, `effectiveValue`, `bareValue`, `quotedBareValue`, `bareBoolean`, `bareInteger`, `bareString`, `actualValue`, `followMeArray`, `numberedItems`, `followMeItem`, `wrappedValue`, `wrappedBody`, `wrappedPart`, `bodyAt`, `bodyInString`, `jsonPatch`, `lostValue`, `lostDigits`, `phoneNumber`, `wholeUser`, `listOfUsers`, `errorResponse`, `updateResult`, `otherFile`, `jsonSchema`, `arrayOfBodies`, `partsOfBody`, `codeName`, `boolean`, `integer`, `seconds`, `inSeconds`, `inherit`, `placeholder`, `valueOf`, `cutOff`, `escapedJson`, `powerShell`, `propertyByName`, `quoted`, `unquoted`, `similarValue`, `character`, `emptyItem`, `repeatedItem`, `invalidItem`, `noKeyDelimiter`, `noKey`, `repeatedKey`, `unknownKey`, or a new one.",
            typed("string"),
        ),
        "message": described("How to fix it, in English. The wording may change.", typed("string")),
        "name": described("Intended name, of a property or of a code, or the intended string; null for other kinds.", nullable("string")),
        "code": described("Number of the intended code; null for other kinds.", nullable("integer")),
        "item": described("Number of the invalid item of a delimited string, from 1; null for other kinds.", nullable("integer")),
        "character": described("Number of the character that is invisible or easily confused with another one, from 1; null for other kinds.", nullable("integer")),
    })
}

fn position() -> Value {
    json!({
        "line": described("Line, from 1.", json!({"type": "integer", "minimum": 1})),
        "column": described("Column in code points, from 1.", json!({"type": "integer", "minimum": 1})),
        "offset": described("Offset in bytes.", count()),
    })
}
