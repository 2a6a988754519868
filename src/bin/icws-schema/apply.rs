//! `icws-schema apply`

use crate::exit_status::ExitStatus;
use crate::{input, stream, views};
use clap::Args;
use icws_schema::body::{Field, User, UserClientConfigurationProperties, ViewDocument};
use icws_schema::endpoint;
use std::path::{Path, PathBuf};

/// Print a view after a PUT
///
/// The output has the form of the first file: a view, a user, or a list of users. The PUT is applied to each user of a list.
#[derive(Args)]
pub(crate) struct Apply {
    /// File with a view, a user or a list of users
    #[arg(value_name = "VIEW")]
    view: PathBuf,
    /// File with the body of the PUT
    #[arg(value_name = "PUT")]
    put: PathBuf,
}

impl Apply {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        input::require_one_stdin([self.view.as_path(), &self.put])?;
        let put = put(&self.put)?;
        let mut document = views::document(&self.view)?;
        match &mut document {
            ViewDocument::View(view) => **view = endpoint::apply(view, &put),
            ViewDocument::User(user) => apply(user, &put),
            ViewDocument::List(list) => list.items.iter_mut().for_each(|user| apply(user, &put)),
            _ => return Err("expected a view, a user or a list of users".to_owned()),
        }
        stream::print_line(&serde_json::to_string(&document).map_err(|error| error.to_string())?)?;
        Ok(ExitStatus::Success)
    }
}

fn apply(user: &mut User, put: &UserClientConfigurationProperties) {
    let view = user.client_configuration_properties.value().cloned().unwrap_or_default();
    user.client_configuration_properties = Field::Value(endpoint::apply(&view, put));
}

/// Reads the body of a PUT.
fn put(file: &Path) -> Result<UserClientConfigurationProperties, String> {
    let text = input::text(file)?;
    icws_schema::from_str(&text).map_err(|error| input::lines(&input::shown(file), error.report()))
}
