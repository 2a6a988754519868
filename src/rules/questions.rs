use super::checker::Checker;
use super::context::Context;
use super::engine::QuestionRecorder;
use crate::directory::OwnedQuestion;

impl Checker {
    /// Returns the questions that a check of a body asks the directory, in the order of the rules, each once. The
    /// directory of the context is not asked.
    ///
    /// With [`Answers`](crate::directory::Answers) to them the check needs no other directory, so that they can be
    /// answered asynchronously, or all at once.
    #[must_use]
    pub fn questions(&self, text: impl AsRef<[u8]>, context: &Context<'_>) -> Vec<OwnedQuestion> {
        let recorder = QuestionRecorder::default();
        let _ = self.check(text, &Context { directory: Some(&recorder), ..context.clone() });
        recorder.into_questions()
    }
}
