//! `icws-schema explain`

use crate::exit_status::ExitStatus;
use crate::{stream, views};
use clap::Args;
use icws_schema::body::ViewDocument;
use icws_schema::endpoint::{Explanation, Reason, explain, findings};
use icws_schema::report::Escaped;
use std::path::PathBuf;

/// Explain why each property of a view has its value, and report contradictory values
///
/// The explanation is more detailed if the view was requested with `actualValues=true` and `inheritedValues=true`.
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
        for mut user in views::of_document(&self.view, document)? {
            let Some(view) = views::required(&self.view, &mut user, is_list)? else {
                status = ExitStatus::Invalid;
                continue;
            };
            let prefix = match &user.id {
                Some(id) if is_list => format!("{}: ", Escaped(id)),
                _ => String::new(),
            };
            // A contradiction is among the findings.
            let contradicts = |explanation: &Explanation| matches!(explanation.reason, Reason::Contradiction(_));
            let explanations = explain(&view);
            if explanations.is_empty() {
                stream::print_line(&format!("{prefix}the view has no properties"))?;
            }
            for explanation in explanations.into_iter().filter(|explanation| !contradicts(explanation)) {
                stream::print_line(&format!("{prefix}{explanation}"))?;
            }
            for finding in findings(&view) {
                status = ExitStatus::Invalid;
                stream::print_line(&format!("{prefix}inconsistent: {finding}"))?;
            }
        }
        Ok(status)
    }
}
