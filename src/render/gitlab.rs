//! A Code Quality report of GitLab: one JSON array.

use super::entries::Entries;
use super::escape_json::write;
use super::line::ProblemLine;
use super::loaded::{LoadProblemLine, LoadedFile};
use super::options::Options;
use super::renderer::Renderer;
use super::result::{CheckedFile, FileResult};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, Write};

pub(super) struct Gitlab {
    options: Options,
    is_first: bool,
    /// The number of occurrences of each fingerprint: GitLab merges problems with equal ones.
    fingerprints: HashMap<u64, u64>,
}

/// An item of the report.
struct Item<'a> {
    severity: &'static str,
    description: String,
    name: &'a str,
    identity: String,
    file: &'a str,
    line: u64,
}

impl Gitlab {
    pub(super) fn new(options: Options) -> Self {
        Self { options, is_first: true, fingerprints: HashMap::new() }
    }

    fn checked(&mut self, out: &mut dyn Write, checked: &CheckedFile<'_>) -> io::Result<()> {
        let entries = Entries::new(checked.report);
        for problem in &entries.problems {
            let name = problem.validator().map_or("malformed".to_owned(), |validator| validator.to_string());
            let description = ProblemLine { problem, checked, options: &self.options }.to_string();
            let line = problem.position().map_or(1, |position| position.line);
            let identity = format!("{}\0{}\0{name}\0{}", checked.file, problem.pointer(), problem.kind().as_str());
            self.item(out, &Item { severity: "major", description, name: &name, identity, file: checked.file, line })?;
        }
        if let Some(description) = entries.not_listed() {
            let line = checked.line.unwrap_or(1);
            let identity = format!("{}\0{line}\0notListed", checked.file);
            self.item(
                out,
                &Item { severity: "info", description, name: "notListed", identity, file: checked.file, line },
            )?;
        }
        for warning in checked.report.warnings() {
            let name = warning.as_str();
            let identity = format!("{}\0{}\0{name}", checked.file, warning.location().pointer());
            let description = warning.to_string();
            let line = checked.line.unwrap_or(1);
            self.item(out, &Item { severity: "info", description, name, identity, file: checked.file, line })?;
        }
        Ok(())
    }

    fn loaded(&mut self, out: &mut dyn Write, loaded: &LoadedFile<'_>) -> io::Result<()> {
        let problems = loaded.problems.iter().map(|problem| ("major", problem));
        for (severity, problem) in problems.chain(loaded.warnings.iter().map(|warning| ("info", warning))) {
            let name = problem.kind().as_str();
            let line = problem.position().map_or(1, |position| position.line);
            let parameter = problem.parameter().unwrap_or_default();
            let identity = format!("{}\0{}\0{parameter}\0{name}", loaded.file, problem.pointer());
            let description = LoadProblemLine(problem).to_string();
            self.item(out, &Item { severity, description, name, identity, file: loaded.file, line })?;
        }
        Ok(())
    }

    fn item(&mut self, out: &mut dyn Write, item: &Item<'_>) -> io::Result<()> {
        let Item { severity, description, name, identity, file, line } = item;
        let hash = fnv(identity.as_bytes());
        let count = self.fingerprints.entry(hash).or_default();
        let fingerprint = format!("{hash:016x}{count:016x}");
        *count += 1;
        let item: Value = json!({
            "description": description,
            "check_name": name,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {"path": file.strip_prefix("./").unwrap_or(file), "lines": {"begin": line}},
        });
        out.write_all(if std::mem::take(&mut self.is_first) { b"\n" } else { b",\n" })?;
        write(out, &item)
    }
}

impl Renderer for Gitlab {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        match result {
            FileResult::Checked(checked) => self.checked(out, checked),
            FileResult::Loaded(loaded) => self.loaded(out, loaded),
            FileResult::Unreadable { file, line, error } => {
                let line = line.unwrap_or(1);
                let identity = format!("{file}\0{line}\0unreadable");
                let description = (*error).to_owned();
                self.item(out, &Item { severity: "major", description, name: "unreadable", identity, file, line })
            }
        }
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]\n")
    }
}

/// Returns the 64-bit FNV-1a hash, which is the same in every version.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
