//! Asks the directory each question of a check once, however many rules and items raise it.

use crate::directory::{
    Answer, AttributeKey, AttributeValue, Directory, DirectoryError, Question, Shared, StoredQuestion,
};
use crate::fold::fold;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// A directory, and its answers in a check.
pub(crate) struct Asker<'a> {
    directory: Option<&'a dyn Directory>,
    answers: RefCell<HashMap<StoredQuestion, Result<Answer, DirectoryError>>>,
    names: Interner<str>,
    values: Interner<AttributeKey>,
}

/// The values in questions, each stored once: many rules can refer to one large value.
struct Interner<T: ?Sized>(RefCell<HashSet<Shared<T>>>);

impl<T: ?Sized + Hash + Eq> Interner<T> {
    fn get(&self, value: Shared<T>) -> Shared<T> {
        let mut known = self.0.borrow_mut();
        if let Some(known) = known.get(&value) {
            return known.clone();
        }
        known.insert(value.clone());
        value
    }
}

impl<'a> Asker<'a> {
    pub(crate) fn new(directory: Option<&'a dyn Directory>) -> Self {
        Self {
            directory,
            answers: RefCell::default(),
            names: Interner(RefCell::default()),
            values: Interner(RefCell::default()),
        }
    }

    /// Returns an id or a name for a question.
    pub(crate) fn name(&self, name: &str) -> Shared<str> {
        self.names.get(Shared::new(&*fold(name)))
    }

    /// Returns the value of an attribute for a question.
    pub(crate) fn value(&self, value: AttributeValue<'_>) -> Shared<AttributeKey> {
        self.values.get(value.into())
    }

    /// Asks a question; an answer of the wrong kind is an error.
    pub(crate) fn ask(&self, question: &StoredQuestion) -> Result<Answer, DirectoryError> {
        let Some(directory) = self.directory else { return Ok(Answer::NotKnown) };
        if let Some(answer) = self.answers.borrow().get(question) {
            return answer.clone();
        }
        let asked = question.as_question();
        let answer = directory.answer(&asked).and_then(|answer| check_kind(&asked, answer));
        self.answers.borrow_mut().insert(question.clone(), answer.clone());
        answer
    }
}

fn check_kind(question: &Question<'_>, answer: Answer) -> Result<Answer, DirectoryError> {
    let found = match (&answer, question.is_for_number(), question.object_type()) {
        (Answer::Yes, true, _) => "yes",
        (Answer::Count(_), false, _) => "a number",
        (Answer::UnknownType { .. }, _, None) => "that the object type is not known",
        _ => return Ok(answer),
    };
    let expected = if question.is_for_number() { "a number" } else { "yes or no" };
    Err(DirectoryError::new(format!("expected {expected} as the answer to `{}`, found {found}", question.name())))
}
