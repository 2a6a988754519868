//! One JSON object for each file.

use super::escape_json::write_line;
use super::loaded::LoadedFile;
use super::options::Options;
use super::renderer::Renderer;
use super::result::{CheckedFile, FileResult};
use crate::report::{CommandMembers, FORM_VERSION, ReportForm, ShownValues};
use serde_json::value::to_raw_value;
use serde_json::{Value, json};
use std::io::{self, Write};

pub(super) struct JsonDocument(Options);

impl JsonDocument {
    pub(super) fn new(options: Options) -> Self {
        Self(options)
    }

    fn checked(&self, out: &mut dyn Write, checked: &CheckedFile<'_>) -> io::Result<()> {
        let CheckedFile { file, text, report, is_request, line } = *checked;
        let Options { show_values, rule_sources, .. } = &self.0;
        let error_id = report.error_id().filter(|_| is_request);
        // The body has all values whole.
        let has_body = is_request && *show_values && !report.is_truncated();
        let body = has_body.then(|| report.to_response_body()).flatten().map(|body| to_raw_value(&body)).transpose()?;
        let is_documented = error_id.is_some().then(|| report.is_documented());
        let head = CommandMembers { file, line_of_file: line, is_documented, error_id, body };
        let values = if *show_values { ShownValues::Shown(Some(text)) } else { ShownValues::Hidden };
        let sources = rule_sources.are_several().then_some(rule_sources);
        write_line(out, &ReportForm { report, values, head: Some(head), sources })
    }
}

impl Renderer for JsonDocument {
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        match result {
            FileResult::Checked(checked) => self.checked(out, checked),
            FileResult::Loaded(loaded) => write_line(out, &loaded_file(loaded)),
            FileResult::Unreadable { file, line, error } => {
                let unreadable = json!({"version": FORM_VERSION, "file": file, "lineOfFile": line, "error": error});
                write_line(out, &unreadable)
            }
        }
    }
}

fn loaded_file(loaded: &LoadedFile<'_>) -> Value {
    json!({
        "version": FORM_VERSION,
        "file": loaded.file,
        "kind": loaded.kind.name(),
        "valid": loaded.is_valid(),
        "problems": loaded.problems,
        "warnings": loaded.warnings,
    })
}
