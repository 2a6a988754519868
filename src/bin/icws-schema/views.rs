//! Views from files: a view, a user, or a list of users, as a GET returns them.

use crate::file_kind::guess;
use crate::{input, stream};
use icws_schema::ParseOptions;
use icws_schema::body::{SingleViewError, User, UserClientConfigurationView, UserList, ViewDocument};
use icws_schema::render::FileKind;
use icws_schema::report::{Escaped, Warning};
use std::path::Path;

/// The view and the id of a user, if the file has them.
pub(crate) struct UserView {
    pub(crate) id: Option<String>,
    /// The view; `None` if it is absent or null.
    pub(crate) view: Option<UserClientConfigurationView>,
}

/// Reads a file that contains views; a file of another kind is an error. Warnings go to standard error.
pub(crate) fn document(file: &Path) -> Result<ViewDocument, String> {
    let text = input::text(file)?;
    let shown = input::shown(file);
    let parsed = ParseOptions::new().recover().follow_suggestions().parse::<ViewDocument>(&text);
    let warnings = parsed.report().warnings().to_vec();
    let document = parsed.into_result();
    let is_foreign = matches!(document, Ok(ViewDocument::View(_))) && warnings.iter().any(has_no_known_property);
    let misspelt = warnings.iter().find(|warning| is_foreign && suggests_view(warning));
    let is_error = |warning: &Warning| is_foreign && (has_no_known_property(warning) || Some(warning) == misspelt);
    for warning in warnings.iter().filter(|warning| !is_error(warning)) {
        stream::eprint_line(format_args!("{shown}: warning: {}", Escaped(warning)));
    }
    let document = document.map_err(|error| input::lines(&shown, error.report()))?;
    if !is_foreign {
        return Ok(document);
    }
    Err(match guess(&text) {
        Some(kind) => format!("{shown}: expected a view, a user or a list of users, found a {}", FileKind::from(kind)),
        None => match misspelt {
            Some(warning) => format!("{shown}: {}", Escaped(warning)),
            None => format!("{shown}: {}", SingleViewError::NotSelected),
        },
    })
}

fn has_no_known_property(warning: &Warning) -> bool {
    matches!(warning, Warning::NoKnownProperty { .. })
}

fn suggests_view(warning: &Warning) -> bool {
    matches!(warning, Warning::SimilarProperty { suggestion: "clientConfigurationProperties", .. })
}

/// Returns the views of a document. An item of a list without an id is an error.
pub(crate) fn of_document(file: &Path, document: ViewDocument) -> Result<Vec<UserView>, String> {
    match document {
        ViewDocument::View(view) => Ok(vec![UserView { id: None, view: Some(*view) }]),
        ViewDocument::User(user) => Ok(vec![of_user(*user)]),
        ViewDocument::List(UserList { items, .. }) => {
            let users: Vec<_> = items.into_iter().map(of_user).collect();
            match users.iter().position(|user| user.id.is_none()) {
                Some(index) => Err(format!("{}: items[{index}]: no `configurationId.id`", input::shown(file))),
                None => Ok(users),
            }
        }
        _ => Ok(Vec::new()),
    }
}

fn of_user(user: User) -> UserView {
    let id = user.configuration_id.map(|id| id.id);
    UserView { id, view: user.client_configuration_properties.into_value() }
}

/// Returns whether a view has one of the 25 properties.
pub(crate) fn has_property(view: &UserClientConfigurationView) -> bool {
    view.iter().any(|(_, member)| !member.is_absent())
}

/// Returns the view of a user. That there is none is an error; in a list, a line on standard error and `None`.
pub(crate) fn required(
    file: &Path,
    user: &mut UserView,
    is_list: bool,
) -> Result<Option<UserClientConfigurationView>, String> {
    let view = user.view.take();
    if view.is_some() {
        return Ok(view);
    }
    let (shown, error) = (input::shown(file), SingleViewError::NotSelected);
    if !is_list {
        return Err(format!("{shown}: {error}"));
    }
    stream::eprint_line(format_args!("{shown}: {}: {error}", name(user.id.as_deref())));
    Ok(None)
}

/// Returns the name of a user in a message.
pub(crate) fn name(id: Option<&str>) -> String {
    id.map_or_else(|| "the user".to_owned(), |id| format!("user `{}`", Escaped(id)))
}
