use super::examples;
use super::object::{Definitions, all_required, described, nullable, reference, typed};
use crate::file::FORM_VERSION;
use schemars::Schema;
use serde_json::json;

/// Returns the schema of a serialized [`LoadError`](crate::file::LoadError): the problems of a rule file, directory file or
/// state file.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::load_error();
/// assert_eq!(schema.as_value()["$defs"]["LoadProblem"]["properties"]["offset"]["type"], serde_json::json!(["integer", "null"]));
/// ```
#[must_use]
pub fn load_error() -> Schema {
    let mut definitions = Definitions::default();
    define_problem(&mut definitions);
    let properties = json!({
        "version": described("Version of this format.", json!({"type": "integer", "const": FORM_VERSION})),
        "problems": described(
            "The problems, in the order of the file; at least one.",
            json!({"type": "array", "minItems": 1, "items": reference("LoadProblem")}),
        ),
    });
    let about = "The problems of a rule file, a directory file or a state file.";
    definitions.into_document("LoadError", about, all_required(properties, &[]), examples::of("LoadError"))
}

/// Defines a problem of a file.
pub(super) fn define_problem(definitions: &mut Definitions) {
    let problem = json!({
        "pointer": described(
            "JSON Pointer of the rule (`/rules/3/rules/0`), or of the entry of a directory file or state file; `\"\"` at the top of the file.",
            typed("string"),
        ),
        "parameter": described(
            "Parameter of the rule, down to the invalid property (`when.is`), or key of a directory file; null if there is none.",
            nullable("string"),
        ),
        "line": described("Line of the location, from 1; null for a rule set that was built in code.", nullable("integer")),
        "column": described(
            "Column of the location in code points, from 1; null for a rule set that was built in code.",
            nullable("integer"),
        ),
        "offset": described("Offset of the location in bytes; null for a rule set that was built in code.", nullable("integer")),
        "length": described(
            "Length of the invalid text in bytes, 0 for a missing member; null for a rule set that was built in code.",
            nullable("integer"),
        ),
        "kind": described(
            "Kind of the problem: `syntax`, `invalidValue`, `unknownMember`, `duplicateMember`, `missingMember`, `unknownName`, `duplicateName`, `invalidPath`, `unknownPath`, `pathType`, `invalidPattern`, `limitExceeded`, `conflict`, `impossibleValue` (a warning), or a new one.",
            typed("string"),
        ),
        "message": described("Description of the problem, in English. The wording may change.", typed("string")),
        "expected": described("What was expected.", typed("string")),
        "found": described("What was found. Secrets of sessions are never shown.", typed("string")),
        "suggestion": described("Name that was probably intended; null if no known name is similar.", nullable("string")),
    });
    definitions.add("LoadProblem", "One problem of the file.", all_required(problem, &[]));
}
