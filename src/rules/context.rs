use super::checker::Current;
use crate::directory::{Directory, Subject};

/// What a check may know beside the body and the rules. What is not given is not known, and rules that depend on it are unchecked.
#[derive(Clone, Default)]
pub struct Context<'a> {
    /// Answers about the server's configuration.
    pub directory: Option<&'a dyn Directory>,
    /// How the object stands on the server.
    pub current: Option<Current<'a>>,
    /// The object that is being updated; without it nobody is exempt from being unique.
    pub subject: Option<Subject>,
    /// The server's feature version of `configuration`; rules of validators that it lacks are unchecked. Without it none is lacking.
    pub feature_version: Option<u32>,
}
