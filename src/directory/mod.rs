//! Data that only the server has, such as its users, workgroups, extensions and mailboxes.
//!
//! Rules ask a [`Directory`] [`Question`]s about the server's configuration. [`InMemoryDirectory`] is loaded from a
//! file; any other store implements one method:
//!
//! ```
//! use icws_schema::directory::{Answer, Directory, DirectoryError, Question};
//! use icws_schema::rules::{ObjectChecker, ObjectContext};
//! use std::collections::HashSet;
//!
//! struct Site {
//!     users: HashSet<String>,
//! }
//!
//! impl Directory for Site {
//!     fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
//!         Ok(match *question {
//!             Question::ObjectExists { object_type: "user", id } => self.users.contains(id).into(),
//!             _ => Answer::NotKnown,
//!         })
//!     }
//! }
//!
//! let rules = r#"{"rules": [{"validator": "existingInstanceId", "property": "manager", "objectType": "user"}]}"#;
//! let rules = ObjectChecker::from_json(rules)?;
//! let site = Site { users: HashSet::from(["gcadmin".to_owned()]) };
//! let context = ObjectContext::new().with_directory(&site);
//! assert!(rules.check(r#"{"manager": "GCAdmin"}"#, &context).is_valid());
//! assert!(!rules.check(r#"{"manager": "nobody"}"#, &context).is_valid());
//! # Ok::<(), icws_schema::file::LoadError>(())
//! ```
//!
//! The questions and the form of directory files are our choice; case-insensitive comparison of ids is documented for
//! several kinds of id.
//!
//! Equal questions of a check are asked once. A store that answers asynchronously is queried before the check: see
//! [`Answers`].

mod access_control_groups;
mod answer;
mod answers;
mod attribute_value;
mod builder;
mod extensions;
mod field;
mod in_memory;
mod keyword_sets;
mod load;
mod name_list;
mod owned_question;
mod plausible;
mod question;
mod samples;
mod shared;
mod subject;
mod warnings;

pub use crate::report::directory_error::DirectoryError;
pub use crate::vocabulary::Section;
pub use answer::Answer;
pub use answers::Answers;
pub use attribute_value::AttributeValue;
pub use builder::{DirectoryKeywordSet, DirectoryObject};
pub use in_memory::InMemoryDirectory;
pub use name_list::NameList;
pub use owned_question::OwnedQuestion;
pub use question::Question;
pub use samples::SampleNames;
pub use subject::Subject;

pub(crate) use attribute_value::AttributeKey;
pub(crate) use load::directory;
pub(crate) use question::StoredQuestion;
pub(crate) use shared::Shared;

use crate::fold::fold;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

/// A source of answers to questions about the server's configuration.
///
/// If a question is not answered, the rule that asks it is unchecked: with [`Answer::NotKnown`] the report is
/// incomplete; with an error, validation fails with that error.
pub trait Directory {
    /// Answers a question.
    ///
    /// # Errors
    ///
    /// Returns an error if the question could not be answered, for example because the store is down.
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError>;
}

macro_rules! forward {
    ($($Pointer:ty),+) => {$(
        impl<D: Directory + ?Sized> Directory for $Pointer {
            fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
                (**self).answer(question)
            }
        }
    )+};
}

forward!(&D, Box<D>, Rc<D>, Arc<D>);

/// Entries by name, each name in lower case.
type ByName<T> = HashMap<Box<str>, T>;

/// Names in lower case.
type FoldedNames = HashSet<Box<str>>;

/// Returns a name as the key of an entry.
fn key(name: &str) -> Box<str> {
    fold(name).into()
}
