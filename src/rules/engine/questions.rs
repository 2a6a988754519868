//! The questions of rules to the directory.

use super::reasons::SharedReason;
use super::run::Run;
use super::site::RuleSite;
use crate::directory::{Answer, AttributeKey, AttributeValue, Shared, StoredQuestion, Subject};
use crate::fold::fold;
use crate::report::UncheckedReason;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// The parameters of rules that are part of questions, by the number of the rule: each is prepared once, not for every
/// item.
#[derive(Default)]
pub(super) struct RuleNames {
    /// By the number of the rule and the name of the parameter.
    names: RefCell<HashMap<(usize, &'static str), Shared<str>>>,
    values: RefCell<HashMap<usize, Shared<AttributeKey>>>,
}

impl<'a> RuleSite<'a, '_> {
    /// Asks a question whose answer is yes or no.
    pub(crate) fn ask(&self, question: &StoredQuestion) -> Result<bool, SharedReason> {
        self.answer(question).map(|answer| answer != Answer::No)
    }

    /// Asks a question whose answer is a number; `None` if there is none.
    pub(crate) fn ask_for_number(&self, question: &StoredQuestion) -> Result<Option<u64>, SharedReason> {
        self.answer(question).map(|answer| match answer {
            Answer::Count(count) => Some(count),
            _ => None,
        })
    }

    fn answer(&self, question: &StoredQuestion) -> Result<Answer, SharedReason> {
        let reasons = &self.run.reasons;
        if let Some(reason) = reasons.unknown_type(self.rule.number) {
            return Err(reason);
        }
        match self.run.asker.ask(question) {
            Ok(answer @ (Answer::Yes | Answer::No | Answer::Count(_))) => Ok(answer),
            Ok(answer) => Err(reasons.not_in_directory(self.rule.number, question, answer)),
            Err(error) => {
                let question = question.as_question();
                let (section, name) = (question.section(), question.object_type().map(str::to_owned));
                Err(UncheckedReason::DirectoryFailed { section, name, error }.into())
            }
        }
    }

    /// Returns an id or a name of the body for a question.
    pub(crate) fn name(&self, name: impl Into<Cow<'a, str>>) -> Shared<str> {
        let Run { asker, derived, .. } = self.run;
        match name.into() {
            Cow::Borrowed(name) => derived.name(name, || asker.name(name)),
            Cow::Owned(name) => asker.name(&name),
        }
    }

    /// Returns the value of an attribute in the body for a question.
    pub(crate) fn attribute_value(&self, value: AttributeValue<'_>) -> Shared<AttributeKey> {
        self.run.asker.value(value)
    }

    /// Returns a name that is a parameter of the rule for a question.
    pub(crate) fn rule_name(&self, parameter: &'static str, name: &str) -> Shared<str> {
        let mut names = self.run.rule_names.names.borrow_mut();
        names.entry((self.rule.number, parameter)).or_insert_with(|| self.run.asker.name(name)).clone()
    }

    /// Returns the value that is a parameter of the rule for a question.
    pub(crate) fn rule_value(&self, value: AttributeValue<'_>) -> Shared<AttributeKey> {
        self.run.rule_names.values.borrow_mut().entry(self.rule.number).or_insert_with(|| value.into()).clone()
    }

    /// Returns the subject, whose own objects are excluded from a question.
    pub(crate) fn subject_of_question(&self) -> Option<Shared<Subject>> {
        let shared = |subject: &Subject| Shared::new(Subject::new(fold(&subject.object_type), fold(&subject.id)));
        self.run.derived.subject.get_or_init(|| self.subject().map(shared)).clone()
    }
}
