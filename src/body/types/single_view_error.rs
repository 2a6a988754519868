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
    /// The document has no client configuration: the GET has not selected its properties, or has selected the whole, which is an
    /// error.
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
            Self::NotSelected => f.write_str(
                "no client configuration: request it with `select=clientConfigurationProperties.<member>` or `select=*`, \
                    and with `actualValues=true`",
            ),
            Self::SeveralUsers { users } => {
                write!(f, "expected the client configuration of one user, found {users} users")
            }
        }
    }
}

impl std::error::Error for SingleViewError {}
