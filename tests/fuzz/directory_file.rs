//! Directory files.

use icws_schema::directory::{
    Answer, AttributeValue, Directory, InMemoryDirectory, NameList, OwnedQuestion, Question, SampleNames, Section,
    Subject,
};
use serde_json::Value;

/// A file that loads answers every question in the right form; any other file has problems with positions.
pub(super) fn target(data: &[u8]) {
    match InMemoryDirectory::from_json(data) {
        Ok(directory) => {
            let mut names = vec![String::new(), "user".to_owned()];
            // A number beyond a double is no `Value`.
            serde_json::from_slice(data).iter().for_each(|value| gather(value, &mut names));
            names.windows(2).for_each(|pair| ask(&directory, &pair[0].to_lowercase(), &pair[1].to_lowercase()));
            for section in Section::ALL {
                directory.sample_names(*section, Some(&names[names.len() - 1]));
            }
        }
        Err(rejected) => {
            assert!(!rejected.problems().is_empty() && !rejected.to_string().is_empty());
            assert!(rejected.problems().iter().all(|rejection| rejection.position().is_some()));
        }
    }
}

/// The first names and strings of a file.
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

fn ask(directory: &InMemoryDirectory, one: &str, two: &str) {
    let list = NameList::from_iter([one, two]);
    let (object_type, id, group, value) = (one, two, one, AttributeValue::String(two));
    let (subject, except) = (Subject::user(two), Some(one));
    let questions = [
        Question::ObjectExists { object_type, id },
        Question::AttributeValueExists { object_type, attribute: one, value, except },
        Question::ObjectHasAttributeValue { object_type, id, attribute: one, value },
        Question::ExtensionInUse { extension: one, except: Some(&subject) },
        Question::ExtensionClashes { extension: one, except: Some(&subject) },
        Question::AccessControlGroupDepth { group },
        Question::KeywordCount { except },
        Question::WorkgroupKeywordCount { except, workgroups: None },
        Question::WorkgroupKeywordCount { except, workgroups: Some(&list) },
        Question::RecorderPolicyKeywordCount { except, recorder_policies: Some(&list) },
        Question::MailboxFolderExists { mailbox: one, folder: two },
        Question::ManufacturerExists { manufacturer: one },
        Question::PhoneModelExists { manufacturer: one, model: two },
        Question::RegistrationGroupUsesTls { group },
        Question::NetworkAdapterExists { adapter: one },
        Question::TimeZoneExists { time_zone: one },
        Question::LanguageExists { language: one },
        Question::AttendantProfileExists { profile: one, kinds: None },
        Question::AttendantProfileExists { profile: one, kinds: Some(&[]) },
        Question::SharedAppearanceExists { station: one, appearance: two },
        Question::ReferenceCount { object_type, id },
        Question::StatusIsForAfterCallWork { status: one },
    ];
    for question in questions {
        let answer = directory.answer(&question).unwrap();
        match &answer {
            Answer::Yes => assert!(!question.is_for_number(), "{question}"),
            Answer::Count(_) => assert!(question.is_for_number(), "{question}"),
            Answer::UnknownType { .. } => assert!(question.object_type().is_some(), "{question}"),
            _ => {}
        }
        let owned = OwnedQuestion::from(&question);
        assert_eq!(owned.as_question(), question);
        let json = serde_json::to_string(&owned).unwrap();
        assert_eq!(serde_json::from_str::<OwnedQuestion>(&json).unwrap(), owned, "{json}");
        let json = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&json).unwrap(), answer, "{json}");
    }
    let is = |question| directory.answer(&question).unwrap() == Answer::Yes;
    let has_model = is(Question::PhoneModelExists { manufacturer: one, model: two });
    assert!(!has_model || is(Question::ManufacturerExists { manufacturer: one }));
    assert!(!is(Question::AttendantProfileExists { profile: one, kinds: Some(&[]) }));

    // Excluding an object excludes nothing else.
    let has = |except| is(Question::AttributeValueExists { object_type: "user", attribute: one, value, except });
    let is_held = is(Question::ObjectHasAttributeValue { object_type: "user", id: two, attribute: one, value });
    assert!(has(None) >= has(Some(two)) && has(None) >= is_held);
    assert!(has(None) == has(Some(two)) || is_held);
    let in_use = |except| is(Question::ExtensionInUse { extension: one, except });
    let clashes = |except| is(Question::ExtensionClashes { extension: one, except });
    assert!(in_use(None) <= clashes(None) && in_use(Some(&subject)) <= clashes(Some(&subject)));
    assert!(in_use(Some(&subject)) <= in_use(None) && clashes(Some(&subject)) <= clashes(None));
}
