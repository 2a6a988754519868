//! The schema of what contains a view: the view itself, a user, or several users, selected by the members.

use super::profile::Profile;
use super::type_schema::{Refer, Style, Use};
use crate::body::decode::members::WireValue;
use crate::body::{User, UserClientConfigurationView, UserList};
use serde_json::{Map, Value, json};

/// The member of a user that is the view.
const VIEW: &str = "clientConfigurationProperties";

pub(super) fn view_document(style: Style, refer: &mut Refer<'_>) -> Value {
    let types = [UserClientConfigurationView::SHAPE, User::SHAPE, UserList::SHAPE];
    let [view, user, list] = types.map(|descriptor| refer(descriptor, Use::Item));
    let mut schema = match style.profile {
        Profile::Default => json!({
            "type": "object",
            "if": {"required": [VIEW], "properties": {VIEW: {}}},
            "then": user,
            "else": {"if": is_list(), "then": list, "else": view},
        }),
        // Generators do not look at conditions.
        Profile::Codegen => json!({"oneOf": [view, user, list]}),
    };
    schema["title"] = "ViewDocument".into();
    schema["description"] =
        "What contains a view: the view itself, a user, or an object with an array of users.".into();
    schema
}

/// The schema of an object with an array `items` and none of the properties of a view.
fn is_list() -> Value {
    let names = UserClientConfigurationView::SHAPE.members.iter().map(|member| member.name);
    let mut properties: Map<String, Value> = names.map(|name| (name.to_owned(), false.into())).collect();
    properties.insert("items".to_owned(), json!({"type": "array"}));
    json!({"properties": properties, "required": ["items"]})
}
