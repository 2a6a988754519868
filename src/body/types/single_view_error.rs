use std::fmt;

/// Why a [`ViewDocument`](crate::body::ViewDocument) is not the client configuration of one user.
///
/// ```
/// use icws_schema::body::{SingleViewError, User, UserList, ViewDocument};
///
/// let document = ViewDocument::from(UserList::new([User::new("jane"), User::new("john")]));
/// assert_eq!(document.view(), Err(SingleViewError::SeveralUsers { users: 2 }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SingleViewError {
    /// The GET has not selected a client configuration.
    NotSelected,
    /// The list has several users.
    SeveralUsers {
        /// The number of users.
        users: usize,
    },
}

impl fmt::Display for SingleViewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSelected => {
                f.write_str("no client configuration: select `clientConfigurationProperties` in the GET")
            }
            Self::SeveralUsers { users } => {
                write!(f, "expected the client configuration of one user, found {users} users")
            }
        }
    }
}

impl std::error::Error for SingleViewError {}
