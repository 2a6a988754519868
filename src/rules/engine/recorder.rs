use crate::directory::{Answer, Directory, DirectoryError, OwnedQuestion, Question};
use std::cell::RefCell;
use std::collections::HashSet;

/// A directory that records the questions that another directory, if there is one, cannot answer.
#[derive(Default)]
pub(crate) struct QuestionRecorder<'d> {
    directory: Option<&'d dyn Directory>,
    questions: RefCell<Vec<OwnedQuestion>>,
    seen: RefCell<HashSet<OwnedQuestion>>,
}

impl<'d> QuestionRecorder<'d> {
    /// Creates a recorder of the questions that a directory cannot answer.
    pub(crate) fn unanswered_by(directory: Option<&'d dyn Directory>) -> Self {
        Self { directory, ..Self::default() }
    }

    /// Returns the questions in the order in which they were asked, each once.
    pub(crate) fn into_questions(self) -> Vec<OwnedQuestion> {
        self.questions.into_inner()
    }
}

impl Directory for QuestionRecorder<'_> {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        match self.directory.map_or(Ok(Answer::NotKnown), |directory| directory.answer(question)) {
            Ok(Answer::NotKnown) => {}
            answered => return answered,
        }
        let question = OwnedQuestion::from(question);
        if self.seen.borrow_mut().insert(question.clone()) {
            self.questions.borrow_mut().push(question);
        }
        Ok(Answer::NotKnown)
    }
}
