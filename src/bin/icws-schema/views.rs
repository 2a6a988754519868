//! Views from files: a view, a user, or a list of users, as a GET returns them.

use crate::{input, stream};
use icws_schema::ParseOptions;
use icws_schema::body::{UnknownMembers, User, UserClientConfigurationView, UserList, ViewDocument};
use icws_schema::endpoint::Member;
use icws_schema::file::suggestion;
use icws_schema::report::Escaped;
use std::path::Path;

/// The member of a user that contains the view.
const VIEW: &str = "clientConfigurationProperties";

/// The view and the id of a user, if the file has them.
pub(crate) struct UserView {
    pub(crate) id: Option<String>,
    /// The view; `None` if there is none, or one without properties.
    pub(crate) view: Option<UserClientConfigurationView>,
}

/// Reads a file that contains views. Warnings go to standard error.
pub(crate) fn document(file: &Path) -> Result<ViewDocument, String> {
    let text = input::text(file)?;
    let shown = input::shown(file);
    let parsed = ParseOptions::new().parse::<ViewDocument>(&text);
    for warning in parsed.report().warnings() {
        stream::eprint_line(format_args!("{shown}: warning: {}", Escaped(warning)));
    }
    let document = parsed.into_result().map_err(|error| input::lines(&shown, error.report()))?;
    for similar in similar_names(&document) {
        stream::eprint_line(format_args!("{shown}: warning: {similar}"));
    }
    Ok(document)
}

/// Returns a warning for each unknown property whose name is similar to a known one.
pub(crate) fn similar_names(document: &ViewDocument) -> Vec<String> {
    let mut warnings = Vec::new();
    match document {
        ViewDocument::View(view) => of_view("", view, &mut warnings),
        ViewDocument::User(user) => of_user_members("", user, &mut warnings),
        ViewDocument::List(list) => {
            for (index, user) in list.items.iter().enumerate() {
                of_user_members(&format!("items[{index}]."), user, &mut warnings);
            }
        }
        _ => {}
    }
    warnings
}

fn of_user_members(path: &str, user: &User, warnings: &mut Vec<String>) {
    unknown(path, &user.unknown, &[VIEW], warnings);
    if let Some(view) = user.client_configuration_properties.value() {
        of_view(&format!("{path}{VIEW}."), view, warnings);
    }
}

fn of_view(path: &str, view: &UserClientConfigurationView, warnings: &mut Vec<String>) {
    let mut names: Vec<_> = Member::ALL.iter().map(|member| member.name()).collect();
    // A user whose view has another name is read as a view.
    names.extend(path.is_empty().then_some(VIEW));
    unknown(path, &view.unknown, &names, warnings);
}

fn unknown(path: &str, members: &UnknownMembers, names: &[&str], warnings: &mut Vec<String>) {
    for (name, _) in members {
        if let Some(meant) = suggestion(name, names.iter().copied()) {
            warnings.push(format!("{path}{}: unknown property; did you mean `{meant}`?", Escaped(name)));
        }
    }
}

/// Returns the views of a document. An item of a list without an id is an error.
pub(crate) fn of_document(file: &Path, document: ViewDocument) -> Result<Vec<UserView>, String> {
    match document {
        ViewDocument::View(view) => Ok(vec![UserView { id: None, view: Some(*view).filter(has_property) }]),
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
    UserView { id, view: user.client_configuration_properties.into_value().filter(has_property) }
}

/// Returns whether a view has one of the 25 properties.
fn has_property(view: &UserClientConfigurationView) -> bool {
    view.iter().any(|(_, member)| !member.is_absent())
}

/// Returns the name of a user in a message.
pub(crate) fn name(id: Option<&str>) -> String {
    id.map_or_else(|| "the user".to_owned(), |id| format!("user `{}`", Escaped(id)))
}
