//! The schema of what contains a view.

use super::definition::Refer;
use crate::body::decode::members::WireValue;
use crate::body::{User, UserClientConfigurationView, UserList};
use crate::descriptor::Direction;
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

/// The member of a user that is the view.
const VIEW: &str = "clientConfigurationProperties";

/// A view, a user or a list of users, determined by the members.
pub(super) fn view_document(generator: &mut SchemaGenerator, refer: Refer) -> Value {
    let types = [UserClientConfigurationView::SHAPE, User::SHAPE, UserList::SHAPE];
    let [view, user, list] = types.map(|descriptor| refer(descriptor, Direction::Response, generator));
    let settings = UserClientConfigurationView::SHAPE.members.iter().map(|member| member.name);
    let without = |names: &mut dyn Iterator<Item = &str>| -> Map<String, Value> {
        names.map(|name| (name.to_owned(), false.into())).collect()
    };
    let mut items = without(&mut settings.clone());
    items.insert("items".to_owned(), json!({"type": "array"}));
    json!({
        "title": "ViewDocument",
        "description": "What contains a view: the view itself, a user, or the users of a list.",
        "oneOf": [
            {"allOf": [user], "required": [VIEW]},
            {"allOf": [list], "properties": without(&mut settings.chain([VIEW]))},
            {
                "allOf": [view],
                "properties": without(&mut [VIEW].into_iter()),
                "not": {"properties": items, "required": ["items"]},
            },
        ],
    })
}
