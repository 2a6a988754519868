use super::{Answer, Directory, DirectoryError, OwnedQuestion, Question};
use std::collections::HashMap;

/// Answers to questions that were listed before a check. Any other question is not known.
///
/// A store that answers asynchronously, or many questions at once, is queried between two steps that do not wait:
///
/// ```
/// use icws_schema::directory::{Answer, Answers, DirectoryError, OwnedQuestion, Question};
/// use icws_schema::rules::{ObjectChecker, ObjectContext};
///
/// // Queries the store for all at once; this could also be `async`.
/// fn ask(questions: &[OwnedQuestion]) -> Result<Vec<Answer>, DirectoryError> {
///     let answer = |question: &OwnedQuestion| match question.as_question() {
///         Question::ExtensionInUse { extension, .. } => (extension == "8001").into(),
///         _ => Answer::NotKnown,
///     };
///     Ok(questions.iter().map(answer).collect())
/// }
///
/// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "[]"}]}"#;
/// let rules = ObjectChecker::from_json(rules)?;
/// let body = r#"["8001", "8002", "8001"]"#;
///
/// let questions = rules.questions(body, &ObjectContext::new());
/// let answers: Answers = questions.iter().cloned().zip(ask(&questions)?).collect();
/// let report = rules.check(body, &ObjectContext::new().with_directory(&answers));
///
/// assert_eq!(questions.len(), 2);
/// assert_eq!(report.problems()[0].pointer(), "/1");
/// assert!(report.is_complete());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers(HashMap<OwnedQuestion, Result<Answer, DirectoryError>>);

impl Answers {
    /// Creates a directory without answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the answer to a question; replaces an existing one.
    pub fn insert(&mut self, question: OwnedQuestion, answer: impl Into<Answer>) {
        self.0.insert(question, Ok(answer.into()));
    }

    /// Adds an error for a question that could not be answered: rules that ask it are unchecked with this error.
    pub fn insert_error(&mut self, question: OwnedQuestion, error: impl Into<DirectoryError>) {
        self.0.insert(question, Err(error.into()));
    }

    /// Returns whether there is an answer to a question.
    #[must_use]
    pub fn contains(&self, question: &OwnedQuestion) -> bool {
        self.0.contains_key(question)
    }

    /// Returns the answer to a question, or the error of the store; `None` if there is neither.
    ///
    /// ```
    /// use icws_schema::directory::{Answer, Answers, OwnedQuestion, Question};
    ///
    /// let question = OwnedQuestion::from(&Question::ExtensionInUse { extension: "8001", except: None });
    /// let answers: Answers = [(question.clone(), Answer::Yes)].into_iter().collect();
    /// assert!(matches!(answers.get(&question), Some(Ok(Answer::Yes))));
    /// ```
    #[must_use]
    pub fn get(&self, question: &OwnedQuestion) -> Option<&Result<Answer, DirectoryError>> {
        self.0.get(question)
    }

    /// Returns an iterator over the questions and their answers, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (&OwnedQuestion, &Result<Answer, DirectoryError>)> {
        self.0.iter()
    }

    /// Returns the number of answered questions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether no question has been answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Directory for Answers {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        self.0.get(&question.into()).cloned().unwrap_or(Ok(Answer::NotKnown))
    }
}

impl FromIterator<(OwnedQuestion, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (OwnedQuestion, Answer)>>(answers: I) -> Self {
        let mut all = Self::new();
        all.extend(answers);
        all
    }
}

impl FromIterator<(OwnedQuestion, Result<Answer, DirectoryError>)> for Answers {
    fn from_iter<I: IntoIterator<Item = (OwnedQuestion, Result<Answer, DirectoryError>)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

impl Extend<(OwnedQuestion, Answer)> for Answers {
    fn extend<I: IntoIterator<Item = (OwnedQuestion, Answer)>>(&mut self, answers: I) {
        self.0.extend(answers.into_iter().map(|(question, answer)| (question, Ok(answer))));
    }
}
