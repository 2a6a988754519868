//! How the bodies of files and lines are checked.

use super::envelope::{Envelope, Payload};
use crate::checker::{BodyChecker, ThreadChecker};
use icws_schema::directory::Subject;
use icws_schema::render::CheckedFile;
use icws_schema::report::Report;
use icws_schema::rules::UnusedRules;
use std::ops::Range;

/// The checker, and where the bodies are.
pub(super) struct Bodies {
    pub(super) checker: BodyChecker,
    pub(super) envelope: Envelope,
    /// The type of the objects whose ids are besides the bodies.
    pub(super) object_type: String,
    pub(super) lists_unused_rules: bool,
}

impl Bodies {
    /// Returns the rules of which none has applied, if the summary lists those that never do.
    pub(super) fn unused_rules(&self) -> Option<UnusedRules> {
        self.checker.rules().filter(|_| self.lists_unused_rules).map(UnusedRules::new)
    }

    /// Checks the body in a payload. Returns the part of the payload in which the problems are, and the report, or the reason why
    /// there is no body.
    pub(super) fn check(
        &self,
        payload: &Payload<'_>,
        session: &ThreadChecker<'_>,
        unused: &mut Option<UnusedRules>,
    ) -> Result<(Range<usize>, Report), String> {
        self.envelope.check(payload, |body, id| {
            let report = match id {
                Some(id) => session.with_subject(Subject { object_type: self.object_type.clone(), id }).check(body),
                None => session.check(body),
            };
            if let Some(unused) = unused {
                unused.remove_used(body, &report);
            }
            report
        })
    }

    /// Returns the result of a body.
    pub(super) fn result<'t>(&self, file: &'t str, body: &'t [u8], report: &'t Report) -> CheckedFile<'t> {
        let new = if self.checker.are_requests() { CheckedFile::request } else { CheckedFile::response };
        new(file, body, report)
    }
}
