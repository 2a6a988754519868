/// The type and id of the object that is being updated. Its current values do not conflict with itself.
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
    /// Creates a subject from its type and id.
    #[must_use]
    pub fn new(object_type: impl Into<String>, id: impl Into<String>) -> Self {
        Self { object_type: object_type.into(), id: id.into() }
    }

    /// Creates a subject of type `user` from its id.
    #[must_use]
    pub fn user(id: impl Into<String>) -> Self {
        Self::new("user", id)
    }
}
