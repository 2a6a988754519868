//! Views from files: a view, a user, or a list of users, as a GET returns them.

use crate::{input, stream};
use icws_schema::ParseOptions;
use icws_schema::body::{User, UserClientConfigurationView, UserList, ViewDocument};
use icws_schema::report::Escaped;
use std::path::Path;

/// A view with the id of its user, if the file has it.
pub(crate) struct UserView {
    pub(crate) id: Option<String>,
    pub(crate) view: UserClientConfigurationView,
}

/// Reads a file that has views. The library prints the warnings.
pub(crate) fn document(file: &Path) -> Result<ViewDocument, String> {
    let text = input::text(file)?;
    let shown = input::shown(file);
    let parsed = ParseOptions::new().parse::<ViewDocument>(&text);
    for warning in parsed.report().warnings() {
        stream::eprint_line(format_args!("{shown}: warning: {}", Escaped(warning)));
    }
    parsed.into_result().map_err(|error| input::lines(&shown, error.report()))
}

/// Returns the views of a document; a user without one has an empty view.
pub(crate) fn of_document(document: ViewDocument) -> Vec<UserView> {
    match document {
        ViewDocument::View(view) => vec![UserView { id: None, view: *view }],
        ViewDocument::User(user) => vec![of_user(*user)],
        ViewDocument::List(UserList { items, .. }) => items.into_iter().map(of_user).collect(),
        _ => Vec::new(),
    }
}

fn of_user(user: User) -> UserView {
    let id = user.configuration_id.map(|id| id.id);
    UserView { id, view: user.client_configuration_properties.into_value().unwrap_or_default() }
}

/// Returns the name of a user in a message.
pub(crate) fn name(id: Option<&str>) -> String {
    id.map_or_else(|| "the user".to_owned(), |id| format!("user `{}`", Escaped(id)))
}
