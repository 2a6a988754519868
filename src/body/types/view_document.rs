use super::single_view_error::SingleViewError;
use super::user::User;
use super::user_client_configuration_view::UserClientConfigurationView;
use super::user_list::UserList;
use crate::body::decode::members::WireValue;
use crate::body::decode::{Decode, DecodeContext, decode_as, peek_members};
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::json::lexer::{LexError, Lexer};
use crate::value_ref::ValueRef;

/// A document that contains views: a view, a user, or a list of users, as a `GET` returns them.
///
/// An object with `clientConfigurationProperties` is a user; one with an array `items` and none of the 25 client configuration
/// properties is a list; any other object is a view (our choice). Locations start at the root of the document.
///
/// ```
/// use icws_schema::body::ViewDocument;
///
/// let view = r#"{"callForwardAll": {"effectiveValue": true}}"#;
/// let user = format!(r#"{{"clientConfigurationProperties": {view}}}"#);
/// let list = format!(r#"{{"items": [{user}]}}"#);
/// for document in [view, &user, &list] {
///     let document: ViewDocument = serde_json::from_str(document)?;
///     assert_eq!(document.view().unwrap().call_forward_all.effective(), Some(&true));
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ViewDocument {
    /// A view.
    View(Box<UserClientConfigurationView>),
    /// A user: what `GET users/{id}` returns.
    User(Box<User>),
    /// The users that `GET users` returns.
    List(UserList),
}

impl ViewDocument {
    /// Returns all views: one for each user that has one.
    ///
    /// ```
    /// use icws_schema::body::ViewDocument;
    ///
    /// let document: ViewDocument = serde_json::from_str(r#"{"items": [
    ///     {"clientConfigurationProperties": {}}, {"clientConfigurationProperties": null}, {"clientConfigurationProperties": {}}
    /// ]}"#)?;
    /// assert_eq!(document.views().len(), 2);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn views(&self) -> Vec<&UserClientConfigurationView> {
        match self {
            Self::View(view) => vec![view],
            Self::User(user) => user.client_configuration_properties.iter().collect(),
            Self::List(list) => {
                list.items.iter().flat_map(|user| user.client_configuration_properties.iter()).collect()
            }
        }
    }

    /// Returns the view of the only user.
    ///
    /// # Errors
    ///
    /// Returns an error if the document has several users, or if the user has no view.
    ///
    /// ```
    /// use icws_schema::body::ViewDocument;
    ///
    /// let document: ViewDocument = serde_json::from_str(r#"{"clientConfigurationProperties": null}"#)?;
    /// assert_eq!(
    ///     document.view().unwrap_err().to_string(),
    ///     "no client configuration: request it with `select=clientConfigurationProperties.<member>` or `select=*`, \
    ///         and with `actualValues=true`"
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn view(&self) -> Result<&UserClientConfigurationView, SingleViewError> {
        match self {
            Self::View(view) => Ok(view),
            Self::User(user) => of_user(user),
            Self::List(list) => match &*list.items {
                [] => Err(SingleViewError::NotSelected),
                [user] => of_user(user),
                users => Err(SingleViewError::SeveralUsers { users: users.len() }),
            },
        }
    }
}

fn of_user(user: &User) -> Result<&UserClientConfigurationView, SingleViewError> {
    user.client_configuration_properties.value().ok_or(SingleViewError::NotSelected)
}

impl From<UserClientConfigurationView> for ViewDocument {
    fn from(view: UserClientConfigurationView) -> Self {
        Self::View(Box::new(view))
    }
}

impl From<User> for ViewDocument {
    fn from(user: User) -> Self {
        Self::User(Box::new(user))
    }
}

impl From<UserList> for ViewDocument {
    fn from(list: UserList) -> Self {
        Self::List(list)
    }
}

/// A view without members.
impl Default for ViewDocument {
    fn default() -> Self {
        UserClientConfigurationView::default().into()
    }
}

impl WireValue for ViewDocument {
    const DESCRIPTOR: &'static TypeDescriptor = UserClientConfigurationView::DESCRIPTOR;
    const JSON_TYPE: JsonType = JsonType::Object;

    fn node(&self) -> Option<ValueRef<'_>> {
        match self {
            Self::View(view) => view.node(),
            Self::User(user) => user.node(),
            Self::List(list) => list.node(),
        }
    }
}

impl Decode for ViewDocument {
    const SELECTED_BY_MEMBERS: bool = true;

    fn decode_json<const KEEP: bool>(
        &mut self,
        tokens: &mut Lexer<'_>,
        cx: &mut DecodeContext,
    ) -> Result<(), LexError> {
        match DocumentType::of(tokens) {
            DocumentType::View => decode_as::<UserClientConfigurationView, _, KEEP>(self, tokens, cx),
            DocumentType::User => decode_as::<User, _, KEEP>(self, tokens, cx),
            DocumentType::List => decode_as::<UserList, _, KEEP>(self, tokens, cx),
        }
    }
}

impl ViewDocument {
    /// The members of documents that contain views.
    pub(crate) const WRAPPERS: [&str; 2] = [VIEW, ITEMS];
    /// The member of a user that contains the view, or in place of it a request.
    pub(crate) const VIEW: &str = VIEW;
    /// The member of a list that contains the users.
    pub(crate) const ITEMS: &str = ITEMS;

    /// Returns whether a name is the first words of the member that contains the view, in any case: `ClientConfiguration`.
    pub(crate) fn is_short_view_name(name: &str) -> bool {
        let letters = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' '));
        let count = letters.clone().count();
        let is_start = letters.zip(VIEW.bytes()).all(|(one, other)| one.eq_ignore_ascii_case(&other));
        is_start && ("clientConfig".len()..=VIEW.len()).contains(&count)
    }
}

/// The type of a document.
enum DocumentType {
    View,
    User,
    List,
}

impl DocumentType {
    fn of(tokens: &Lexer<'_>) -> Self {
        if is_array_of_users(tokens) {
            return Self::List;
        }
        let (mut has_view, mut has_property, mut items) = (false, false, None);
        peek_members(tokens, |name, mut value| match name {
            VIEW => has_view = true,
            ITEMS => items = items.or(Some(value.peek() == b'[')),
            name => has_property |= UserClientConfigurationView::index(name).is_some(),
        });
        match items {
            _ if has_view => Self::User,
            Some(true) if !has_property => Self::List,
            _ => Self::View,
        }
    }
}

/// Returns whether an array is the users of a list alone, which is an error in a list.
fn is_array_of_users(tokens: &Lexer<'_>) -> bool {
    let mut items = tokens.clone();
    if items.peek() != b'[' {
        return false;
    }
    items.skip_bytes(1);
    let mut has_view = false;
    peek_members(&items, |name, _| has_view |= name == VIEW);
    has_view
}

/// The member of a user that contains the view.
const VIEW: &str = "clientConfigurationProperties";

/// The member of a list that contains the users.
const ITEMS: &str = "items";

impl serde::Serialize for ViewDocument {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::View(view) => view.serialize(serializer),
            Self::User(user) => user.serialize(serializer),
            Self::List(list) => list.serialize(serializer),
        }
    }
}

impl<'de> serde::Deserialize<'de> for ViewDocument {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::body::decode::deserialize(deserializer)
    }
}
