//! The schema of documents that contain views: a view, a user, or a list of users, selected by the members.

use super::profile::Profile;
use super::type_schema::{ReferFn, SchemaStyle, TypeUse};
use crate::body::decode::members::WireValue;
use crate::body::{User, UserClientConfigurationView, UserList};
use serde_json::{Map, Value, json};

/// The member of a user that contains the view.
const VIEW: &str = "clientConfigurationProperties";

pub(super) fn view_document(style: SchemaStyle, refer: &mut ReferFn<'_>) -> Value {
    let types = [UserClientConfigurationView::DESCRIPTOR, User::DESCRIPTOR, UserList::DESCRIPTOR];
    let [view, user, list] = types.map(|descriptor| refer(descriptor, TypeUse::Item));
    let mut schema = match style.profile {
        Profile::Default => json!({
            "type": "object",
            "if": {"required": [VIEW], "properties": {VIEW: {}}},
            "then": user,
            "else": {"if": is_list(), "then": list, "else": view},
        }),
        // Generators ignore conditions.
        Profile::Codegen => json!({"oneOf": [view, user, list]}),
    };
    schema["title"] = "ViewDocument".into();
    schema["description"] =
        "A document that contains views: a view, a user, or an object with an array of users.".into();
    schema
}

/// Returns the schema of an object with an array `items` and none of the properties of a view.
fn is_list() -> Value {
    let names = UserClientConfigurationView::DESCRIPTOR.members.iter().map(|member| member.name);
    let mut properties: Map<String, Value> = names.map(|name| (name.to_owned(), false.into())).collect();
    properties.insert("items".to_owned(), json!({"type": "array"}));
    json!({"properties": properties, "required": ["items"]})
}
