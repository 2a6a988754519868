//! The OpenAPI 3.1 description of the endpoint, and of the GETs that return its properties.

use super::examples;
use super::{Profile, SchemaFile};
use crate::body::{ErrorBody, UpdateOperationResult, User, UserClientConfigurationProperties, UserList};
use crate::codes::ErrorId;
use crate::rules::RuleSet;
use schemars::Schema;
use serde_json::{Map, Value, json};

/// The media type of every body. The vendor writes `+JSON`, but generators do not handle media types as case-insensitive.
const MEDIA_TYPE: &str = "application/vnd.inin.icws+json";

/// Returns the OpenAPI 3.1 description of the endpoint and of the GETs that return its properties, as in the folder
/// `schemas/openapi` of the crate.
///
/// ```
/// let openapi: serde_json::Value = serde_json::from_str(&icws_schema::schema::openapi().text)?;
/// let path = &openapi["paths"]["/icws/{sessionId}/configuration/users/{id}/client"];
/// assert_eq!(path["put"]["operationId"], "updateUserClientConfiguration");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn openapi() -> SchemaFile {
    with_request(Profile::Codegen.request::<UserClientConfigurationProperties>())
}

/// Returns the description of the endpoint under a rule set.
pub(super) fn with_rules(set: &RuleSet) -> SchemaFile {
    with_request(Profile::Codegen.request_with_rules(set).schema)
}

/// Returns the description with a schema of the request.
fn with_request(request: Schema) -> SchemaFile {
    let mut schemas = Map::new();
    let profile = Profile::Codegen;
    let requests = request.get("examples").cloned().unwrap_or_default();
    let examples = named_examples("UserClientConfigurationProperties", &["change", "clear"]).into_iter();
    let is_valid = |example: &Value| requests.as_array().is_some_and(|valid| valid.contains(&example["value"]));
    let examples = examples.filter(|(_, example)| is_valid(example)).collect();
    for document in [
        request,
        profile.response::<User>(),
        profile.response::<UserList>(),
        profile.response::<UpdateOperationResult>(),
        profile.response::<ErrorBody>(),
    ] {
        add_components(document, &mut schemas);
    }
    // Patterns make the types of an error body mutually exclusive, which linters do not detect.
    if let Some(Value::Object(body)) = schemas.get_mut("ErrorBody") {
        let types = body.remove("oneOf").unwrap_or_default();
        body.insert("anyOf".to_owned(), types);
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "ICWS: client configuration of a user",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "One endpoint of Genesys PureConnect's Interaction Center Web Services",
            "description": "`PUT /icws/{sessionId}/configuration/users/{id}/client` changes the client configuration of the user who is \
                logged in. It is available from feature version 7 of `configuration`. This description is based on the vendor's public \
                documentation; it is not published by Genesys or affiliated with it.",
            "contact": {"name": "The authors of icws-schema"},
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{
            "url": "https://{host}:{port}",
            "description": "An Interaction Center server. The ports are the vendor's defaults.",
            "variables": {
                "host": {"default": "ic.example.com", "description": "The host name of the server."},
                "port": {"default": "8019", "enum": ["8019", "8018"], "description": "8019 for HTTPS, 8018 for HTTP."},
            },
        }],
        "tags": [{"name": "configuration", "description": "The configuration of a server's users."}],
        "security": [{"csrfToken": [], "session": []}],
        "paths": {
            "/icws/{sessionId}/configuration/users/{id}/client": {"parameters": [session_id(), user_id()], "put": update(examples)},
            "/icws/{sessionId}/configuration/users/{id}": {"parameters": [session_id(), user_id()], "get": read_user()},
            "/icws/{sessionId}/configuration/users": {"parameters": [session_id()], "get": read_users()},
        },
        "components": {
            "schemas": schemas,
            "parameters": {
                "sessionId": path_parameter("sessionId", "The id of the session, which a connection request returns."),
                "id": path_parameter("id", "The id of the user. Must not be `.` or `..`, which clients remove from a path."),
                "select": query_parameter("select", false, &json!({"type": "array", "items": {"type": "string"}, "minItems": 1}),
                    "The properties to return: `clientConfigurationProperties.` and the name of a member, or `*` for all properties. \
                     `clientConfigurationProperties` alone is an error."),
                "actualValues": flag("actualValues", "Whether the response has `actualValue` of inheritable properties."),
                "inheritedValues": flag("inheritedValues", "Whether the response has `inheritedValue` of inheritable properties."),
                "singlePropertyInheritedFrom": flag("singlePropertyInheritedFrom",
                    "Whether the response has `inheritedFrom` of the selected property. It is an error unless exactly one property is selected."),
                "acceptLanguage": {
                    "name": "Accept-Language", "in": "header", "schema": {"type": "string"}, "example": "en-us",
                    "description": "The languages in which the client wants messages, most preferred first.",
                },
            },
            "responses": responses(),
            "securitySchemes": {
                "csrfToken": {
                    "type": "apiKey", "in": "header", "name": "ININ-ICWS-CSRF-Token",
                    "description": "The token of the session, which a connection request returns.",
                },
                "session": {
                    "type": "apiKey", "in": "cookie", "name": "icws_sessionId",
                    "description": "The cookie that a connection request sets. Its name is `icws_` followed by the id of the session.",
                },
            },
        },
    });
    SchemaFile::of("userClientConfiguration.json", &document)
}

fn update(examples: Map<String, Value>) -> Value {
    json!({
        "operationId": "updateUserClientConfiguration",
        "tags": ["configuration"],
        "summary": "Change the client configuration of the user who is logged in",
        "description": "An absent property is unchanged, null clears it, a value sets it. The user needs the security right \
            `customizeClient`. Validators from number 37 on are those of feature version 8 of `configuration`.",
        "parameters": [parameter("acceptLanguage")],
        "requestBody": {
            "required": true,
            "content": content("UserClientConfigurationProperties", examples),
        },
        "responses": {
            "200": {
                "description": "The user has been updated; the id of the user is unchanged. `licenseProblems` has warnings about licenses.",
                "content": content("UpdateOperationResult", named_examples("UpdateOperationResult", &["updated", "updatedWithWarning"])),
            },
            "400": {
                "description": format!("The request is invalid. {}", error_ids(400)),
                "content": content("ErrorBody", bad_request()),
            },
            "401": response_ref("401"),
            "403": response_ref("403"),
            "404": response_ref("404"),
            "410": response_ref("410"),
            "500": response_ref("500"),
            "503": response_ref("503"),
        },
    })
}

fn read_user() -> Value {
    read("getUser", "Read the client configuration of a user", "User", "A user with the selected properties.", "404")
}

fn read_users() -> Value {
    read(
        "getUsers",
        "Read the client configurations of users",
        "Users",
        "Users, each with the selected properties.",
        "410",
    )
}

fn read(operation: &str, summary: &str, body: &str, description: &str, missing: &str) -> Value {
    let mut responses = json!({
        "200": {"description": description, "content": content(body, named_examples(body, &["selected"]))},
        "400": {"description": "The query is invalid (that this is the status of such an error: our choice).", "content": content("ErrorBody", plain_error("The query is invalid."))},
        "401": response_ref("401"),
        "403": response_ref("403"),
        "410": response_ref("410"),
        "500": response_ref("500"),
        "503": response_ref("503"),
    });
    responses[missing] = response_ref(missing);
    let parameters =
        ["select", "actualValues", "inheritedValues", "singlePropertyInheritedFrom", "acceptLanguage"].map(parameter);
    json!({
        "operationId": operation,
        "tags": ["configuration"],
        "summary": summary,
        "description": "The response has the selected properties of the client configuration, each with only `effectiveValue` unless more is \
            requested. Members that are null are omitted.",
        "parameters": parameters,
        "responses": responses,
    })
}

/// The responses of every operation.
fn responses() -> Value {
    let unauthorized = "The session token is missing, invalid, or has expired.";
    json!({
        "401": {
            "description": unauthorized,
            "headers": {
                "WWW-Authenticate": {
                    "description": "How to log on: `ICWS` with the parameters `realm` and `location`.",
                    "schema": {"type": "string"},
                    "example": "ICWS realm=\"ICWS\" location=\"/ICWS/connection\"",
                },
            },
            "content": content("ErrorBody", plain_error(unauthorized)),
        },
        "403": error("The user is not authorized to use this resource."),
        "404": error("The user does not exist."),
        "410": error("This resource has been removed from the API."),
        "500": {
            "description": format!("The server failed. {}", error_ids(500)),
            "content": content("ErrorBody", errors_of(500)),
        },
        "503": error("The server does not accept requests at the moment (not documented for this resource)."),
    })
}

fn error(description: &str) -> Value {
    json!({"description": description, "content": content("ErrorBody", plain_error(description))})
}

/// An example of a plain error without an error id.
fn plain_error(message: &str) -> Map<String, Value> {
    Map::from_iter([("error".to_owned(), json!({"value": {"message": message}}))])
}

/// The documented error ids of a status, as Markdown.
fn error_ids(status: u16) -> String {
    let ids = documented(status).map(|id| format!("`{id}`: {}", id.message().unwrap_or_default()));
    ids.collect::<Vec<_>>().join(" ")
}

fn documented(status: u16) -> impl Iterator<Item = &'static ErrorId> {
    ErrorId::ALL.iter().filter(move |id| id.status() == Some(status))
}

/// An example of each documented error id of a status, as a plain error.
fn errors_of(status: u16) -> Map<String, Value> {
    let example = |id: &ErrorId| {
        let name = id.as_str().rsplit('.').next().unwrap_or_default();
        (name.to_owned(), json!({"value": {"errorId": id.as_str(), "message": id.message()}}))
    };
    documented(status).map(example).collect()
}

fn bad_request() -> Map<String, Value> {
    let mut all = errors_of(400);
    all.remove("update");
    all.extend(named_examples("ConfigurationError", &["update"]));
    all
}

fn content(schema: &str, examples: Map<String, Value>) -> Value {
    let mut body = json!({"schema": {"$ref": format!("#/components/schemas/{schema}")}});
    if !examples.is_empty() {
        body["examples"] = examples.into();
    }
    json!({MEDIA_TYPE: body})
}

/// The examples of a type, under these names.
fn named_examples(title: &str, names: &[&str]) -> Map<String, Value> {
    names.iter().zip(examples::of(title)).map(|(name, value)| ((*name).to_owned(), json!({"value": value}))).collect()
}

fn session_id() -> Value {
    parameter("sessionId")
}

fn user_id() -> Value {
    parameter("id")
}

fn parameter(name: &str) -> Value {
    json!({"$ref": format!("#/components/parameters/{name}")})
}

fn response_ref(status: &str) -> Value {
    json!({"$ref": format!("#/components/responses/{status}")})
}

fn path_parameter(name: &str, description: &str) -> Value {
    json!({"name": name, "in": "path", "required": true, "description": description, "schema": {"type": "string", "minLength": 1}})
}

fn query_parameter(name: &str, explode: bool, schema: &Value, description: &str) -> Value {
    json!({"name": name, "in": "query", "style": "form", "explode": explode, "schema": schema, "description": description})
}

fn flag(name: &str, description: &str) -> Value {
    query_parameter(name, true, &json!({"type": "boolean", "default": false}), description)
}

/// Adds the schema of a document and its definitions to the components, without its examples: each use has others, to which mock
/// servers would prefer them.
fn add_components(document: Schema, components: &mut Map<String, Value>) {
    let Value::Object(mut schema) = document.to_value() else { return };
    schema.remove("$schema");
    schema.remove("examples");
    let definitions = schema.remove("$defs").unwrap_or_default();
    let title = schema.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    for (name, definition) in definitions.as_object().into_iter().flatten() {
        components.entry(name.clone()).or_insert_with(|| refer_to_components(definition));
    }
    components.insert(title, refer_to_components(&schema.into()));
}

/// Changes references to definitions into references to components, and removes keywords that `OpenAPI` does not have.
fn refer_to_components(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| match value {
                Value::String(target) if name == "$ref" => {
                    (name.clone(), target.replace("#/$defs/", "#/components/schemas/").into())
                }
                value => (name.clone(), refer_to_components(value)),
            };
            members.iter().filter(|(name, _)| *name != "tsEnumNames").map(member).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.iter().map(refer_to_components).collect(),
        other => other.clone(),
    }
}
