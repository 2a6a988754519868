//! The current state of the object on the server.

use crate::{input, views};
use icws_schema::body::UserClientConfigurationView;
use icws_schema::rules::{CurrentObject, ObjectChecker, ObjectContext, RuleSet};
use std::path::Path;

/// Reads the current properties of a user: a view, a user, or a list with one user.
pub(crate) fn view(file: &Path) -> Result<UserClientConfigurationView, String> {
    let document = views::document(file)?;
    let shown = input::shown(file);
    document.view().cloned().ok_or_else(|| match document.views().len() {
        0 => format!("{shown}: {}", views::NOT_SELECTED),
        users => format!("{shown}: expected the client configuration of one user, found {users} users"),
    })
}

/// Reads the current object, which is kept until the end.
pub(crate) fn object(file: &Path) -> Result<CurrentObject<'static>, String> {
    let text = input::text(file)?;
    let shown = input::shown(file);
    let checker = ObjectChecker::new(&RuleSet::documented()).map_err(|error| input::rejected(&shown, &error))?;
    let report = checker.check(&text, &ObjectContext::new());
    if !report.is_valid() {
        return Err(input::lines(&shown, &report));
    }
    CurrentObject::from_json(text.leak()).map_err(|error| input::rejected(&shown, &error))
}
