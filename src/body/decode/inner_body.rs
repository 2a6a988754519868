//! Bodies inside of other documents: in an object further inside, or in a string.

use crate::descriptor::TypeDescriptor;
use crate::json::tree::{Json, Tree};
use crate::location::{Location, PathBuilder};
use crate::report::Hint;

/// Values that are nested deeper are not looked at.
const MAX_DEPTH: usize = 12;

/// Returns where the value of an unknown property has a body.
pub(super) fn find(name: &str, value: &Tree<'_>, body: &TypeDescriptor) -> Option<Hint> {
    search(value, body, &PathBuilder::member(None, name), 0)
}

fn search(value: &Tree<'_>, body: &TypeDescriptor, way: &PathBuilder<'_>, depth: usize) -> Option<Hint> {
    if depth > MAX_DEPTH {
        return None;
    }
    let path = || Location(way.path().segments()).to_string();
    match &value.json {
        Json::String(text) if is_body(text, body) => Some(Hint::BodyInString { path: path() }),
        Json::Object(members) if members.iter().any(|member| body.member(&member.name).is_some()) => {
            Some(Hint::BodyAt { path: path() })
        }
        Json::Object(members) => members
            .iter()
            .find_map(|member| search(&member.value, body, &PathBuilder::member(Some(way), &member.name), depth + 1)),
        Json::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| search(item, body, &PathBuilder::item(Some(way), index), depth + 1)),
        _ => None,
    }
}

/// Returns whether a text is an object that has the name of a property of a body.
fn is_body(text: &str, body: &TypeDescriptor) -> bool {
    text.trim_start().starts_with('{') && text.split('"').any(|name| body.member(name).is_some())
}
