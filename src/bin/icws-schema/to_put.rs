//! `icws-schema to-put`

use crate::exit_status::ExitStatus;
use crate::{input, stream, views};
use clap::Args;
use icws_schema::body::ViewDocument;
use icws_schema::endpoint::{assume_own_values, to_put};
use serde_json::json;
use std::path::PathBuf;

/// Print the PUT that reproduces a view
///
/// For a list of users, the output has one line of NDJSON per user: `{"id": ..., "body": ...}`.
#[derive(Args)]
pub(crate) struct ToPut {
    /// File with a view, a user or a list of users, as a GET with `actualValues=true` returns them
    #[arg(value_name = "VIEW")]
    view: PathBuf,
    /// Assume that the view was requested with `actualValues=true`: a property without `actualValue` has no value set on the user
    #[arg(long)]
    actual_values: bool,
}

impl ToPut {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        let document = views::document(&self.view)?;
        let is_list = matches!(document, ViewDocument::List(_));
        let mut status = ExitStatus::Success;
        for mut user in views::of_document(&self.view, document)? {
            let Some(view) = views::required(&self.view, &mut user, is_list)? else {
                status = ExitStatus::Invalid;
                continue;
            };
            let view = if self.actual_values { assume_own_values(&view) } else { view };
            let put = to_put(&view).map_err(|error| {
                format!("{}: {}: {error}", input::shown(&self.view), views::name(user.id.as_deref()))
            })?;
            let line = if is_list { json!({"id": user.id, "body": put}) } else { json!(put) };
            stream::print_line(&line.to_string())?;
        }
        Ok(status)
    }
}
