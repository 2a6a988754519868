//! Why rules are unchecked: each reason is made once, and not for every item.

use super::run::Run;
use super::site::Site;
use crate::directory::{Answer, AttributeKey, AttributeValue, Shared, StoredQuestion, Subject};
use crate::fold::fold;
use crate::report::{PropertyHint, UncheckedReason};
use crate::rules::path::PropertyPath;
use std::collections::HashMap;
use std::sync::Arc;

/// A reason, shared by all that is unchecked for it.
pub(crate) type Reason = Arc<UncheckedReason>;

/// The reasons of a check, by the number of the rule.
#[derive(Default)]
pub(super) struct Reasons {
    not_in_directory: HashMap<usize, NotInDirectory>,
    /// By the path as well.
    unknown_properties: HashMap<(usize, String, Option<PropertyHint>), Reason>,
}

struct NotInDirectory {
    reason: Reason,
    /// Whether the directory does not have the object type, so that there is no need to ask about other ids.
    unknown_type: bool,
}

impl Run<'_> {
    fn unknown_type(&self, rule: usize) -> Option<Reason> {
        let reasons = self.reasons.borrow();
        let known = reasons.not_in_directory.get(&rule).filter(|known| known.unknown_type)?;
        Some(known.reason.clone())
    }

    fn not_in_directory(&self, rule: usize, question: &StoredQuestion, answer: Answer) -> Reason {
        let make = || {
            let (unknown_type, suggestion) = match answer {
                Answer::UnknownType { nearest } => (true, nearest),
                _ => (false, None),
            };
            let question = question.as_question();
            let (section, name) = (question.section(), question.object_type().map(str::to_owned));
            let reason = UncheckedReason::NotInDirectory { section, name, suggestion };
            NotInDirectory { reason: Arc::new(reason), unknown_type }
        };
        let mut reasons = self.reasons.borrow_mut();
        reasons.not_in_directory.entry(rule).or_insert_with(make).reason.clone()
    }
}

impl Site<'_, '_> {
    /// Asks whether something is so.
    pub(crate) fn ask(&self, question: &StoredQuestion) -> Result<bool, Reason> {
        self.answer(question).map(|answer| answer != Answer::No)
    }

    /// Asks for a number; `None` where there is none.
    pub(crate) fn ask_for_number(&self, question: &StoredQuestion) -> Result<Option<u64>, Reason> {
        self.answer(question).map(|answer| match answer {
            Answer::Count(count) => Some(count),
            _ => None,
        })
    }

    fn answer(&self, question: &StoredQuestion) -> Result<Answer, Reason> {
        let rule = self.rule.number;
        if let Some(reason) = self.run.unknown_type(rule) {
            return Err(reason);
        }
        match self.run.asker.ask(question) {
            Ok(answer @ (Answer::Yes | Answer::No | Answer::Count(_))) => Ok(answer),
            Ok(answer) => Err(self.run.not_in_directory(rule, question, answer)),
            Err(error) => Err(Arc::new(UncheckedReason::DirectoryFailed { error })),
        }
    }

    /// Returns an id or a name of the body for a question.
    pub(crate) fn name(&self, name: &str) -> Shared<str> {
        self.run.asker.name(name)
    }

    /// Returns a name that is a parameter of the rule for a question.
    pub(crate) fn rule_name(&self, parameter: &'static str, name: &str) -> Shared<str> {
        let mut names = self.run.rule_names.borrow_mut();
        names.entry((self.rule.number, parameter)).or_insert_with(|| self.run.asker.name(name)).clone()
    }

    /// Returns the value that is a parameter of the rule for a question.
    pub(crate) fn rule_value(&self, value: AttributeValue<'_>) -> Shared<AttributeKey> {
        let mut values = self.run.rule_values.borrow_mut();
        values.entry(self.rule.number).or_insert_with(|| value.into()).clone()
    }

    /// Returns the value of an attribute in the body for a question.
    pub(crate) fn value(&self, value: AttributeValue<'_>) -> Shared<AttributeKey> {
        self.run.asker.value(value)
    }

    /// Returns the subject, whose own objects a question leaves out.
    pub(crate) fn subject_of_question(&self) -> Option<Shared<Subject>> {
        self.subject().map(|subject| Shared::new(Subject::new(fold(&subject.object_type), fold(&subject.id))))
    }

    /// Returns why a path is not known.
    pub(crate) fn not_known(&self, path: &PropertyPath) -> Reason {
        self.unknown_property(path, self.scope.hint(path, self.trail))
    }

    /// Returns why a path that starts at the property's value is not known.
    pub(crate) fn not_known_inside(&self, path: &PropertyPath) -> Reason {
        self.unknown_property(path, self.own().hint(path, self.trail))
    }

    fn unknown_property(&self, path: &PropertyPath, hint: Option<PropertyHint>) -> Reason {
        let key = (self.rule.number, path.to_string(), hint);
        let make = || Arc::new(UncheckedReason::PropertyUnknown { path: path.to_string(), hint });
        self.run.reasons.borrow_mut().unknown_properties.entry(key).or_insert_with(make).clone()
    }
}
