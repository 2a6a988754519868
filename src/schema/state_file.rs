use super::directory_file;
use super::examples;
use super::object::{Definitions, closed, described, reference, schema_member, with_examples};
use super::profile::Profile;
use super::type_schema::{SchemaStyle, TypeUse, refer};
use crate::body::UserClientConfigurationView;
use crate::body::decode::members::WireValue;
use crate::descriptor::Direction;
use schemars::Schema;
use serde_json::{Value, json};

/// Returns the schema of state files.
///
/// It accepts what [`State::from_json`](crate::endpoint::State::from_json) accepts, except for what it cannot express:
/// duplicate ids, ids that refer to no entry, duplicate members, and integers of more than 64 bits.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::state_file();
/// assert_eq!(schema.as_value()["required"], serde_json::json!(["version"]));
/// ```
#[must_use]
pub fn state_file() -> Schema {
    schema(Profile::Default)
}

pub(super) fn schema(profile: Profile) -> Schema {
    let mut definitions = Definitions::default();
    let directory = directory_file::object(&mut definitions);
    definitions.add_value("Directory", "The sections of a directory file.", directory);
    let style = SchemaStyle::new(Direction::Response, profile);
    refer(UserClientConfigurationView::DESCRIPTOR, TypeUse::Member, style, &mut definitions.0);
    define_sources(&mut definitions);
    define_licenses(&mut definitions);
    define_users(&mut definitions);
    define_sessions(&mut definitions);
    let properties = json!({
        "$schema": schema_member(),
        "version": described("Version of the format.", json!({"type": "integer", "const": 1})),
        "featureVersion": described("Feature version of `configuration`. If it is missing, the version is unknown.", count()),
        "users": described("The users.", array("StateUser")),
        "templates": described("The client configuration templates.", array("StateSource")),
        "roles": described("The roles.", array("StateSource")),
        "workgroups": described("The workgroups.", array("StateSource")),
        "defaultUser": with_examples(
            described("The default user, from which every user inherits.", reference("StateSourceValue")),
            json!([{"id": "Default User", "view": view_example()}]),
        ),
        "licenses": described("The licenses that the server has, with their counts.", array("StateLicense")),
        "sessions": described("The sessions of users who are logged in.", array("StateSession")),
        "directory": with_examples(
            described("The directory that rules query: the sections of a directory file.", reference("Directory")),
            json!([{"extensions": ["8001"]}]),
        ),
    });
    let about = "A state file: the data of a server on which the evaluation of a request depends. Ids are case-insensitive, except those of sessions. It contains \
        secrets: the ids, tokens and cookies of sessions. The format is this crate's choice.";
    definitions.into_document("StateFile", about, closed(properties, &["version"]), examples::of("StateFile"))
}

fn define_sources(definitions: &mut Definitions) {
    let source = || {
        json!({
            "id": described("Id of the object.", string()),
            "displayName": described("Name of the object.", string()),
            "uri": described("URI of the object, relative to the server.", string()),
            "view": view("The view with the values that users inherit: `actualValue`, or `effectiveValue` if that is missing. If the view is missing, users inherit nothing."),
        })
    };
    definitions.add("StateSource", "An object from which users inherit.", closed(source(), &["id"]));
    definitions.add_value("StateSourceValue", "An object from which users inherit.", closed(source(), &["id"]));
}

fn define_licenses(definitions: &mut Definitions) {
    let counts = json!({
        "allowed": described("How many may be assigned.", count()),
        "configured": described("How many are assigned, to users and stations together.", count()),
        "inUse": described("How many are in use now. If it is missing, as many as are assigned.", count()),
    });
    definitions.add_value("StateLicenseCounts", "Counts of a license.", closed(counts, &["allowed", "configured"]));
    let counts = |about: &str| {
        with_examples(described(about, reference("StateLicenseCounts")), json!([{"allowed": 50, "configured": 48}]))
    };
    let license = json!({
        "id": described("Id of the license.", string()),
        "displayName": described("Name of the license.", string()),
        "uri": described("URI of the license, relative to the server.", string()),
        "assignable": counts("Counts of the licenses that are used when they are assigned. If they are missing, none is allowed."),
        "concurrent": counts("Counts of the licenses that are used at log-on. If they are missing, none is allowed."),
        "defaultMediaTypes": described("Media types that an ACD media level gets if a request has none for it.", strings()),
    });
    definitions.add("StateLicense", "A license that the server has.", closed(license, &["id"]));
    let level = json!({
        "license": described("Id of the license of the level.", string()),
        "mediaTypes": described("The media types.", strings()),
    });
    definitions.add_value("StateMediaLevel", "An ACD media level.", closed(level, &["license"]));
    let held = json!({
        "allocation": {
            "description": "When the licenses are used: when they are assigned, or at log-on.",
            "type": "string",
            "enum": ["assignable", "concurrent"],
            "default": "assignable",
        },
        "licenses": described("Ids of the licenses, without the media level.", strings()),
        "mediaLevel": with_examples(
            described("The ACD media level.", reference("StateMediaLevel")),
            json!([{"license": "I3_ACCESS_ACD_MEDIA_1", "mediaTypes": ["Call"]}]),
        ),
    });
    definitions.add_value("StateHeldLicenses", "The licenses of a user.", closed(held, &[]));
}

fn define_users(definitions: &mut Definitions) {
    let user = json!({
        "id": described("Id of the user.", path_segment()),
        "displayName": described("Name of the user.", string()),
        "uri": described("URI of the user in responses. If it is missing, it is built from the id.", string()),
        "view": view("The user's own values (`actualValue`), `eFaqSearchOption` and `followMe`."),
        "customizeClient": {
            "description": "Whether the user has the security right `customizeClient`.",
            "type": "boolean",
            "default": true,
        },
        "templates": described("Ids of the user's client configuration templates. The first one takes precedence.", strings()),
        "roles": described("Ids of the user's roles. The first one takes precedence.", strings()),
        "workgroups": described("Ids of the user's workgroups. The first one takes precedence.", strings()),
        "licenses": with_examples(
            described("The licenses of the user.", reference("StateHeldLicenses")),
            json!([{"licenses": ["I3_ACCESS_CLIENT"]}]),
        ),
    });
    definitions.add("StateUser", "A user.", closed(user, &["id"]));
}

fn define_sessions(definitions: &mut Definitions) {
    let pattern = |pattern: &str| json!({"type": "string", "pattern": pattern});
    let session = json!({
        "id": described("Id of the session. A secret.", path_segment()),
        "token": described("Token of the session (`ININ-ICWS-CSRF-Token`). A secret.", pattern("^[!-~]([ -~]*[!-~])?$")),
        "cookie": described(
            "Cookie of the session: a name, `=` and a value. If it is missing, requests need none. A secret.",
            pattern("^[!-:<>-~][ -:<-~]*=([ -:<-~]*[!-:<-~])?$"),
        ),
        "user": described("Id of the user who is logged in.", string()),
    });
    definitions.add("StateSession", "A session.", closed(session, &["id", "token", "user"]));
}

fn string() -> Value {
    json!({"type": "string"})
}

fn strings() -> Value {
    json!({"type": "array", "items": string()})
}

fn array(definition: &str) -> Value {
    json!({"type": "array", "items": reference(definition)})
}

fn count() -> Value {
    json!({"type": "integer", "minimum": 0, "maximum": u32::MAX})
}

/// Returns the schema of a string that can be a path segment of a URL.
fn path_segment() -> Value {
    json!({"type": "string", "minLength": 1, "not": {"enum": [".", ".."]}})
}

fn view(description: &str) -> Value {
    with_examples(described(description, reference("UserClientConfigurationView")), json!([view_example()]))
}

fn view_example() -> Value {
    json!({"externalCallTimeout": {"actualValue": 30}})
}
