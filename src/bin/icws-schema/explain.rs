//! `icws-schema explain`

use crate::exit_status::ExitStatus;
use crate::{stream, views};
use clap::Args;
use icws_schema::body::ViewDocument;
use icws_schema::endpoint::{explain, findings};
use icws_schema::report::Escaped;
use std::path::PathBuf;

/// Say why each property of a view has its value, and where the view does not add up
///
/// More is known of a view that was requested with `actualValues=true` and `inheritedValues=true`.
#[derive(Args)]
pub(crate) struct Explain {
    /// File with a view, a user or a list of users
    #[arg(value_name = "VIEW")]
    view: PathBuf,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        let document = views::document(&self.view)?;
        let is_list = matches!(document, ViewDocument::List(_));
        let mut status = ExitStatus::Success;
        for user in views::of_document(document) {
            let prefix = match &user.id {
                Some(id) if is_list => format!("{}: ", Escaped(id)),
                _ => String::new(),
            };
            for explanation in explain(&user.view) {
                stream::print_line(&format!("{prefix}{explanation}"))?;
            }
            for finding in findings(&user.view) {
                status = ExitStatus::Invalid;
                stream::print_line(&format!("{prefix}inconsistent: {finding}"))?;
            }
        }
        Ok(status)
    }
}
