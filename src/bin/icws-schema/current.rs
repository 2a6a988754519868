//! The current state of the object on the server.

use crate::{input, views};
use icws_schema::body::UserClientConfigurationView;
use icws_schema::rules::{CurrentObject, ObjectChecker, ObjectContext, RuleSet};
use std::path::Path;

/// Reads the current properties of a user: a view, a user, or a list with one user.
pub(crate) fn view(file: &Path) -> Result<UserClientConfigurationView, String> {
    let document = views::document(file)?;
    let shown = input::shown(file);
    document.view().cloned().map_err(|error| format!("{shown}: {error}"))
}

/// Reads the current object.
pub(crate) fn object(file: &Path) -> Result<CurrentObject<'static>, String> {
    let text = input::text(file)?;
    let shown = input::shown(file);
    let checker = ObjectChecker::new(&RuleSet::documented()).map_err(|error| input::rejected(&shown, &error))?;
    let report = checker.recover().check(&text, &ObjectContext::new());
    if !report.is_valid() {
        return Err(input::lines(&shown, &report));
    }
    CurrentObject::from_json(&text).map(CurrentObject::into_owned).map_err(|error| input::rejected(&shown, &error))
}
