//! Directory files.

use icws_schema::directory::Subject;
use icws_schema::directory::{AttributeValue, Directory, InMemoryDirectory};
use serde_json::Value;

/// What loads answers; whatever the case of a name is.
pub(super) fn target(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    match InMemoryDirectory::from_json(text) {
        Ok(directory) => {
            let mut names = vec![String::new(), "user".to_owned()];
            // A number beyond a double is no `Value`.
            serde_json::from_str(text).iter().for_each(|value| gather(value, &mut names));
            names.iter().for_each(|name| ask(&directory, name));
            names.windows(2).for_each(|pair| ask_of_two(&directory, &pair[0], &pair[1]));
        }
        Err(refused) => {
            assert!(!refused.refusals().is_empty() && !refused.to_string().is_empty());
            assert!(refused.refusals().iter().all(|refusal| refusal.position.is_some()));
        }
    }
}

/// The first names and texts of a file.
fn gather(value: &Value, names: &mut Vec<String>) {
    match value {
        _ if names.len() > 40 => {}
        Value::String(text) => names.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| gather(item, names)),
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            names.push(name.clone());
            gather(member, names);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn ask(directory: &InMemoryDirectory, name: &str) {
    let answers = |name: &str| {
        (
            directory.access_control_group_depth(name),
            directory.has_manufacturer(name),
            directory.registration_group_uses_tls(name),
            directory.keyword_count_excluding(Some(name)).map(Some),
            directory.max_workgroup_keyword_count_excluding(Some(name), None),
            directory.max_recorder_policy_keyword_count_excluding(Some(name), None),
            directory.is_after_call_status(name),
            directory.has_network_adapter(name),
            directory.has_time_zone(name),
            directory.has_language(name),
            directory.has_attendant_profile(name, None),
            directory.has_attendant_profile(name, Some(&[])),
        )
    };
    assert_eq!(answers(name), answers(&name.to_lowercase()), "{name:?}");
    assert_ne!(directory.has_attendant_profile(name, Some(&[])), Some(true));
}

fn ask_of_two(directory: &InMemoryDirectory, one: &str, two: &str) {
    let answers = |one: &str, two: &str| {
        (
            directory.has_instance(one, two),
            directory.has_shared_appearance(one, two),
            directory.has_mailbox_folder(one, two),
            directory.has_model(one, two),
            directory.references(one, two),
        )
    };
    assert_eq!(answers(one, two), answers(&one.to_lowercase(), &two.to_lowercase()), "{one:?} {two:?}");
    assert!(directory.has_model(one, two) != Some(true) || directory.has_manufacturer(one) == Some(true));

    let value = AttributeValue::String(two);
    let has = |except| directory.has_attribute_value("user", one, value, except);
    let is_held = directory.instance_has_attribute_value("user", two, one, value);
    // Who is left out takes nobody but himself.
    assert!(has(None).is_some() == has(Some(two)).is_some() && has(None) >= has(Some(two)));
    assert!(has(None) != has(Some(two)) || is_held != Some(true) || has(None) == Some(true));
    assert!(is_held != Some(true) || has(None) == Some(true));

    let subject = Subject::user(two);
    let uses = |clash, except| directory.uses_extension(one, clash, except);
    assert!(uses(false, None) <= uses(true, None) && uses(false, Some(&subject)) <= uses(true, Some(&subject)));
    assert!(uses(false, Some(&subject)) <= uses(false, None) && uses(true, Some(&subject)) <= uses(true, None));
}
