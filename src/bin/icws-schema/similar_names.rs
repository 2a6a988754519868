//! Unknown properties of views whose names are probably mistyped. The npm package has this file, too.

use icws_schema::body::{UnknownMembers, User, UserClientConfigurationView, ViewDocument};
use icws_schema::endpoint::Member;
use icws_schema::file::suggestion;
use icws_schema::report::Escaped;

/// The member of a user that contains the view.
const VIEW: &str = "clientConfigurationProperties";

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
