//! How the bodies of files and lines are checked.

use super::envelope::Envelope;
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

    /// Checks the body in an input, which begins at an offset and on a line of its file. Returns where the body is in the
    /// input, or the reason why there is none.
    pub(super) fn check(
        &self,
        text: &[u8],
        offset: u64,
        line: u64,
        session: &ThreadChecker<'_>,
        unused: &mut Option<UnusedRules>,
    ) -> Result<(Range<usize>, Report), String> {
        let parts = self.envelope.open(text)?;
        let body = &text[parts.body.clone()];
        let report = match parts.id {
            Some(id) => session.with_subject(Subject { object_type: self.object_type.clone(), id }).check(body),
            None => session.check(body),
        };
        if let Some(unused) = unused {
            unused.remove_used(body, &report);
        }
        let report = self.envelope.place(report, text, &parts.body, offset, line);
        Ok((parts.body, report))
    }

    /// Returns the result of a body.
    pub(super) fn result<'t>(&self, file: &'t str, body: &'t [u8], report: &'t Report) -> CheckedFile<'t> {
        let new = if self.checker.are_requests() { CheckedFile::request } else { CheckedFile::response };
        new(file, body, report)
    }
}
