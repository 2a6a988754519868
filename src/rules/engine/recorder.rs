use crate::directory::{Answer, Directory, DirectoryError, OwnedQuestion, Question};
use std::cell::RefCell;
use std::collections::HashSet;

/// A directory that knows nothing, and keeps the questions that it is asked.
#[derive(Default)]
pub(crate) struct QuestionRecorder {
    questions: RefCell<Vec<OwnedQuestion>>,
    seen: RefCell<HashSet<OwnedQuestion>>,
}

impl QuestionRecorder {
    /// Returns the questions in the order in which they were asked, each once.
    pub(crate) fn into_questions(self) -> Vec<OwnedQuestion> {
        self.questions.into_inner()
    }
}

impl Directory for QuestionRecorder {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        let question = OwnedQuestion::from(question);
        if self.seen.borrow_mut().insert(question.clone()) {
            self.questions.borrow_mut().push(question);
        }
        Ok(Answer::NotKnown)
    }
}
