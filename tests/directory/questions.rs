//! The questions that a check asks.

use crate::validators::{Checks, cases, files, folder, load, validators};
use icws_schema::cases::LoadedCase;
use icws_schema::directory::{
    Answer, Answers, AttributeValue, Directory, DirectoryError, InMemoryDirectory, NameList, OwnedQuestion, Question,
    Section, Subject,
};
use icws_schema::rules::{AttendantKind, Number, ObjectChecker, ObjectContext};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// A directory that records its questions.
struct Asked<'d> {
    directory: &'d dyn Directory,
    questions: RefCell<Vec<OwnedQuestion>>,
}

impl<'d> Asked<'d> {
    fn new(directory: &'d dyn Directory) -> Self {
        Self { directory, questions: RefCell::default() }
    }
}

impl Directory for Asked<'_> {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        self.questions.borrow_mut().push(question.into());
        self.directory.answer(question)
    }
}

pub(super) fn objects(rules: &Value) -> ObjectChecker {
    ObjectChecker::from_json(json!({ "rules": rules }).to_string()).unwrap()
}

/// Every case that is checked, with the text of its body.
fn checked(mut show: impl FnMut(&Value, &str, &LoadedCase<'_>)) {
    let parts = files(&folder().join("parts"));
    let validators = validators();
    for case in parts.values().flat_map(cases).chain(validators.values().flat_map(cases)) {
        let text = case.get("text").unwrap_or(&case["bodyText"]).as_str();
        if let Some(text) = text.filter(|_| case.get("expected").is_some()) {
            let loaded = load(case, |loaded| show(case, text, loaded));
            assert!(loaded.is_ok(), "{}", case["name"]);
        }
    }
}

#[test]
fn equal_questions_of_a_check_are_asked_once() {
    let rules = objects(&json!([
        {"validator": "existingInstanceId", "property": "[]", "objectType": "user"},
        {"validator": "existingInstanceId", "property": "[]", "objectType": "User"},
        {"validator": "uniqueInstanceId", "property": "[]", "objectType": "user"},
    ]));
    let directory = InMemoryDirectory::from_json(r#"{"objects": {"user": [{"id": "a"}]}}"#).unwrap();
    let asked = Asked::new(&directory);
    let context = ObjectContext::new().with_directory(&asked);
    let report = rules.check(r#"["a", "A", "b", "a", "B"]"#, &context);
    assert_eq!(report.problems().len(), 2 + 2 + 3);
    let exists = |id| OwnedQuestion::from(&Question::ObjectExists { object_type: "user", id });
    assert_eq!(*asked.questions.borrow(), ["a", "b"].map(exists));
}

#[test]
fn ids_and_names_are_in_lower_case_and_attribute_values_unchanged() {
    let rules = objects(&json!([
        {"validator": "uniqueAttributeValue", "property": "a", "objectType": "USER", "attribute": "MAIL"},
        {"validator": "extension", "property": "b"},
        {"validator": "workgroupAnalyzerKeywordCount", "property": "c", "max": 1, "set": "a", "workgroups": "d"},
    ]));
    let nothing = Answers::new();
    let asked = Asked::new(&nothing);
    let context = ObjectContext::new().with_directory(&asked).with_subject(Subject::new("User", "ÉA"));
    let _ = rules.check(r#"{"a": "É", "b": "X1", "c": [], "d": ["Sales"]}"#, &context);
    let subject = Subject::user("éa");
    let workgroups = NameList::from_iter(["sales"]);
    let expected = [
        Question::AttributeValueExists {
            object_type: "user",
            attribute: "mail",
            value: AttributeValue::String("É"),
            except: Some("éa"),
        },
        Question::ExtensionInUse { extension: "x1", except: Some(&subject) },
        Question::WorkgroupKeywordCount { except: Some("é"), workgroups: Some(&workgroups) },
    ];
    let asked = asked.questions.borrow();
    assert_eq!(asked.iter().map(OwnedQuestion::as_question).collect::<Vec<_>>(), expected);
}

/// Checks with any directory.
#[test]
fn the_listed_questions_are_those_that_a_check_asks() {
    let mut sections = BTreeSet::new();
    checked(|case, text, loaded| {
        let nothing = Answers::new();
        let asked = Asked::new(loaded.directory().unwrap_or(&nothing));
        let _ = loaded.check_with(text, &asked);
        let asked: BTreeSet<_> = asked.questions.into_inner().into_iter().collect();
        let mut listed: BTreeSet<_> = loaded.questions(text).into_iter().collect();
        sections.extend(listed.iter().map(|question| question.as_question().section()));
        if loaded.directory().is_some() {
            // No other ids of an object type that the directory does not have are asked for.
            listed.retain(|question| asked.contains(question) || question.as_question().object_type().is_none());
        }
        assert_eq!(listed, asked, "{}", case["name"]);
    });
    assert_eq!(sections.len(), Section::ALL.len(), "{sections:?}");
}

#[test]
fn answers_to_the_listed_questions_give_the_same_report() {
    checked(|case, text, loaded| {
        let Some(directory) = loaded.directory() else { return };
        let questions = loaded.questions(text).into_iter();
        let answer = |question: OwnedQuestion| {
            let answer = directory.answer(&question.as_question()).unwrap();
            // They can travel.
            let json = serde_json::to_string(&(&question, &answer)).unwrap();
            let (same_question, same_answer): (OwnedQuestion, Answer) = serde_json::from_str(&json).unwrap();
            assert_eq!((&question, &answer), (&same_question, &same_answer));
            (same_question, same_answer)
        };
        let answers: Answers = questions.map(answer).collect();
        let found = |directory: &dyn Directory| {
            let report = loaded.check_with(text, directory);
            let unchecked = report.unchecked().iter().map(|one| format!("{} {one}", one.property()));
            report.problems().iter().map(|one| format!("{} {one}", one.pointer())).chain(unchecked).collect::<Vec<_>>()
        };
        assert_eq!(found(&answers), found(directory), "{}", case["name"]);
    });
}

#[test]
fn a_question_without_an_answer_is_not_known() {
    let question = Question::TimeZoneExists { time_zone: "utc" };
    let mut answers = Answers::new();
    assert!(answers.is_empty());
    assert_eq!(answers.answer(&question).unwrap(), Answer::NotKnown);
    answers.insert((&question).into(), true);
    assert_eq!((answers.len(), answers.contains(&(&question).into())), (1, true));
    assert_eq!(answers.answer(&Question::TimeZoneExists { time_zone: "UTC" }).unwrap(), Answer::Yes);
    answers.insert_error((&question).into(), "down");
    assert!(answers.answer(&question).is_err());
}

#[test]
fn a_pointer_to_a_directory_is_a_directory() {
    fn is_in_use(directory: impl Directory) -> bool {
        directory.answer(&Question::ExtensionInUse { extension: "1", except: None }).unwrap() == Answer::Yes
    }
    let directory = InMemoryDirectory::from_json(r#"{"extensions": ["1"]}"#).unwrap();
    assert!(is_in_use(&directory) && is_in_use(Box::new(directory.clone()) as Box<dyn Directory>));
    assert!(is_in_use(Rc::new(directory.clone())) && is_in_use(Arc::new(directory)));
}

#[test]
fn questions_are_equal_if_they_differ_only_in_letter_case_or_number_notation() {
    let number = |number| AttributeValue::Number(number);
    let of = |id, value| {
        OwnedQuestion::from(&Question::ObjectHasAttributeValue { object_type: "user", id, attribute: "a", value })
    };
    assert_eq!(of("É", number(Number::Integer(1))), of("é", number(Number::Double(1.0))));
    assert_ne!(of("a", number(Number::Integer(1))), of("a", number(Number::Double(1.5))));
    assert_ne!(of("a", AttributeValue::String("x")), of("a", AttributeValue::String("X")));
    assert_ne!(of("a", AttributeValue::String("true")), of("a", AttributeValue::Boolean(true)));
    let exact = of("a", number(Number::Integer(9_007_199_254_740_993)));
    assert!(exact > of("a", number(Number::Double(9_007_199_254_740_992.0))));
}

#[test]
fn a_question_in_json_has_its_name_and_its_fields() {
    let names = NameList::from_iter(["sales"]);
    let subject = Subject::user("jane");
    for (question, json) in [
        (
            Question::AttributeValueExists {
                object_type: "user",
                attribute: "pin",
                value: AttributeValue::Number(Number::Double(1.5)),
                except: None,
            },
            json!({"question": "attributeValueExists", "objectType": "user", "attribute": "pin", "value": {"number": "1.5"}}),
        ),
        (
            Question::ExtensionClashes { extension: "8001", except: Some(&subject) },
            json!({"question": "extensionClashes", "extension": "8001", "except": {"objectType": "user", "id": "jane"}}),
        ),
        (
            Question::RecorderPolicyKeywordCount { except: Some("home"), recorder_policies: Some(&names) },
            json!({"question": "recorderPolicyKeywordCount", "except": "home", "recorderPolicies": ["sales"]}),
        ),
        (
            Question::AttendantProfileExists { profile: "main", kinds: Some(&[AttendantKind::Inbound]) },
            json!({"question": "attendantProfileExists", "profile": "main", "kinds": ["inbound"]}),
        ),
    ] {
        let question = OwnedQuestion::from(&question);
        assert_eq!(serde_json::to_value(&question).unwrap(), json);
        assert_eq!(serde_json::from_value::<OwnedQuestion>(json).unwrap(), question);
    }
    for wrong in [
        json!({}),
        json!({"question": "nothing"}),
        json!({"question": "languageExists"}),
        json!({"question": "languageExists", "language": 1}),
        json!({"question": "languageExists", "language": "en", "more": 1}),
        json!({"question": "attendantProfileExists", "profile": "a", "kinds": ["none"]}),
        json!({"question": "attributeValueExists", "objectType": "user", "attribute": "pin", "value": 1}),
        json!({"question": "attributeValueExists", "objectType": "user", "attribute": "pin", "value": {"number": "1", "more": 1}}),
        json!({"question": "attributeValueExists", "objectType": "user", "attribute": "pin", "value": {"more": "1"}}),
        json!({"question": "extensionInUse", "extension": "1", "except": {"id": "a"}}),
    ] {
        assert!(serde_json::from_value::<OwnedQuestion>(wrong.clone()).is_err(), "{wrong}");
    }
    for wrong in [json!("yes"), json!(-1), json!(1.5), json!({}), json!({"unknownType": 1})] {
        assert!(serde_json::from_value::<Answer>(wrong.clone()).is_err(), "{wrong}");
    }
}

#[test]
fn no_question_shows_a_value_of_the_body() {
    let rules = objects(&json!([
        {"validator": "existingInstanceId", "property": "a", "objectType": "user"},
        {"validator": "existingAttributeValue", "property": "a", "objectType": "user", "attribute": "mail"},
        {"validator": "unsupportedModel", "property": "a", "manufacturer": "b"},
        {"validator": "workgroupAnalyzerKeywordCount", "property": "c", "max": 1, "set": "a", "workgroups": "c"},
    ]));
    let questions = rules.questions(r#"{"a": "secret", "b": "secret", "c": ["secret"]}"#, &ObjectContext::new());
    assert_eq!(questions.len(), 4);
    for question in questions {
        let shown = format!("{question} {question:?} {:?}", question.as_question());
        assert!(!shown.contains("secret"), "{shown}");
    }
}

#[test]
fn unanswered_questions_are_those_that_the_directory_does_not_know() {
    let rules = objects(&json!([
        {"validator": "existingExtension", "property": "a"},
        {"validator": "timeZoneValidator", "property": "b"},
        {"validator": "existingInstanceId", "property": "c", "objectType": "user"},
    ]));
    let body = json!({"a": "8001", "b": "UTC", "c": "jane"});
    let names = |directory: Option<&dyn Directory>| {
        let mut context = ObjectContext::new();
        context.directory = directory;
        let questions = rules.unanswered_questions(body.to_string(), &context);
        assert_eq!(questions, rules.unanswered_questions_of_value(&body, &context));
        questions.iter().map(|question| question.as_question().name()).collect::<Vec<_>>()
    };
    assert_eq!(names(None), ["extensionInUse", "timeZoneExists", "objectExists"]);
    let directory = InMemoryDirectory::from_json(r#"{"extensions": [], "objects": {}}"#).unwrap();
    assert_eq!(names(Some(&directory)), ["timeZoneExists"], "an unknown type is an answer");
    let mut answers: Answers = rules
        .questions(body.to_string(), &ObjectContext::new())
        .into_iter()
        .skip(2)
        .map(|question| (question, Answer::Yes))
        .collect();
    assert_eq!(names(Some(&answers)), ["extensionInUse", "timeZoneExists"]);
    let next = rules.unanswered_questions_of_value(&body, &ObjectContext::new().with_directory(&answers)).remove(0);
    answers.insert_error(next, "down");
    assert_eq!(names(Some(&answers)), ["timeZoneExists"], "a failure is an answer");
}
