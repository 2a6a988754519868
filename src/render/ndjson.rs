//! One verdict for each file, or for each line of NDJSON, that can be joined with the input.

use super::escape_json::write_line;
use super::renderer::Renderer;
use super::result::FileResult;
use crate::file::LoadProblem;
use serde_json::json;
use std::io::{self, Write};

pub(super) struct Ndjson;

impl Renderer for Ndjson {
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        let checked = match result {
            FileResult::Checked(checked) => checked,
            FileResult::Loaded(loaded) => {
                let pointers: Vec<_> = loaded.problems.iter().map(LoadProblem::pointer).collect();
                let codes: Vec<Option<i32>> = vec![None; pointers.len()];
                let mut verdict =
                    json!({"file": loaded.file, "valid": loaded.is_valid(), "codes": codes, "pointers": pointers});
                if !loaded.warnings.is_empty() {
                    verdict["warnings"] = loaded.warnings.iter().map(LoadProblem::pointer).collect();
                }
                return write_line(out, &verdict);
            }
            FileResult::Unreadable { line: Some(line), .. } => {
                return writeln!(out, r#"{{"line":{line},"valid":false,"codes":[null],"pointers":[""]}}"#);
            }
            FileResult::Unreadable { file, error, .. } => {
                return write_line(out, &json!({"file": file, "error": error}));
            }
        };
        match checked.line {
            Some(line) if checked.report.is_valid() => {
                return writeln!(out, r#"{{"line":{line},"valid":true,"codes":[],"pointers":[]}}"#);
            }
            Some(line) => write!(out, r#"{{"line":{line},"#)?,
            None => {
                out.write_all(b"{\"file\":")?;
                super::escape_json::write(out, &checked.file)?;
                out.write_all(b",")?;
            }
        }
        let report = checked.report;
        let (codes, pointers): (Vec<_>, Vec<_>) = (report.codes().collect(), report.pointers().collect());
        write!(out, r#""valid":{},"codes":"#, report.is_valid())?;
        super::escape_json::write(out, &codes)?;
        out.write_all(b",\"pointers\":")?;
        super::escape_json::write(out, &pointers)?;
        out.write_all(if report.is_truncated() { b",\"truncated\":true}\n" } else { b"}\n" })
    }
}
