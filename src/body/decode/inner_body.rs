//! Bodies inside of other documents: in an object further inside, or in a string.

use crate::descriptor::TypeDescriptor;
use crate::json::tree::{Json, Tree};
use crate::report::Hint;

/// Values that are nested deeper are not looked at.
const MAX_DEPTH: usize = 12;

/// Returns where the value of an unknown property has a body.
pub(super) fn find(name: &str, value: &Tree<'_>, body: &TypeDescriptor) -> Option<Hint> {
    let mut path = name.to_owned();
    search(value, body, &mut path, 0)
}

fn search(value: &Tree<'_>, body: &TypeDescriptor, path: &mut String, depth: usize) -> Option<Hint> {
    if depth > MAX_DEPTH {
        return None;
    }
    match &value.json {
        Json::String(text) if is_body(text, body) => Some(Hint::BodyInString { path: path.clone() }),
        Json::Object(members) if members.iter().any(|member| body.member(&member.name).is_some()) => {
            Some(Hint::BodyAt { path: path.clone() })
        }
        Json::Object(members) => members.iter().find_map(|member| {
            within(path, &format!(".{}", member.name), |path| search(&member.value, body, path, depth + 1))
        }),
        Json::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| within(path, &format!("[{index}]"), |path| search(item, body, path, depth + 1))),
        _ => None,
    }
}

fn within<T>(path: &mut String, step: &str, search: impl FnOnce(&mut String) -> T) -> T {
    let length = path.len();
    path.push_str(step);
    let found = search(path);
    path.truncate(length);
    found
}

/// Returns whether a text is an object that has the name of a property of a body.
fn is_body(text: &str, body: &TypeDescriptor) -> bool {
    text.trim_start().starts_with('{') && text.split('"').any(|name| body.member(name).is_some())
}
