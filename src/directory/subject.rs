/// The type and the id of the object that is being updated. What is its own is not in use by anyone else.
///
/// ```
/// use icws_schema::directory::Subject;
///
/// assert_eq!(Subject::user("gcadmin"), Subject::new("user", "gcadmin"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// The object type, as the directory has it: `user`.
    pub object_type: String,
    /// The id.
    pub id: String,
}

impl Subject {
    /// Makes a subject from its type and its id.
    #[must_use]
    pub fn new(object_type: impl Into<String>, id: impl Into<String>) -> Self {
        Self { object_type: object_type.into(), id: id.into() }
    }

    /// Makes a subject of the type `user` from its id.
    #[must_use]
    pub fn user(id: impl Into<String>) -> Self {
        Self::new("user", id)
    }
}
