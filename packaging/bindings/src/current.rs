//! The current state of the object on the server.

use crate::error::Error;
use crate::rules::File;
use icws_schema::ParseOptions;
use icws_schema::body::{SingleViewError, UserClientConfigurationView, ViewDocument};
use icws_schema::report::{Escaped, Report, Warning};
use icws_schema::rules::{CurrentObject, ObjectChecker, ObjectContext, RuleSet};

/// Parses the current properties of a user: a view, a user, or a list with one user.
pub(crate) fn view(file: &File, warnings: &mut Vec<String>) -> Result<UserClientConfigurationView, Error> {
    let text = text(file)?;
    let parsed = ParseOptions::new().parse::<ViewDocument>(text);
    let warned = parsed.report().warnings().iter().map(Escaped);
    warnings.extend(warned.map(|warning| format!("{}: warning: {warning}", Escaped(&file.name))));
    let is_foreign =
        parsed.report().warnings().iter().any(|warning| matches!(warning, Warning::NoKnownProperty { .. }));
    let document = parsed.into_result().map_err(|error| lines(file, error.report()))?;
    let view = match &document {
        ViewDocument::View(_) if is_foreign => Err(SingleViewError::NotSelected),
        document => document.view(),
    };
    view.cloned().map_err(|error| Error::problems(&file.name, [error]))
}

/// Parses the current object.
pub(crate) fn object(file: &File) -> Result<CurrentObject<'static>, Error> {
    let text = text(file)?;
    let checker = ObjectChecker::new(&RuleSet::documented()).map_err(|error| Error::load(&file.name, &error))?;
    let report = checker.check(&text, &ObjectContext::new());
    if !report.is_valid() {
        return Err(lines(file, &report));
    }
    CurrentObject::from_json(&text).map(CurrentObject::into_owned).map_err(|error| Error::load(&file.name, &error))
}

fn text(file: &File) -> Result<String, Error> {
    let text = icws_schema::file::decode(&file.bytes).map_err(|error| Error::load(&file.name, &error))?;
    Ok(text.into_owned())
}

fn lines(file: &File, report: &Report) -> Error {
    Error::problems(&file.name, report.to_string().lines())
}
