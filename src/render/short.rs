//! One line for each problem, for editors and grep: `file:line:column: ...`.

use super::entries::Entries;
use super::line::{ProblemLine, UncheckedLine, VerdictLine};
use super::loaded::{LoadProblemLine, LoadVerdict};
use super::options::Options;
use super::renderer::Renderer;
use super::result::{CheckedFile, FileResult};
use crate::report::{Escaped, Problem};
use std::io::{self, Write};

pub(super) struct Short(Options);

impl Short {
    pub(super) fn new(options: Options) -> Self {
        Self(options)
    }

    fn checked(&self, out: &mut dyn Write, checked: &CheckedFile<'_>) -> io::Result<()> {
        let (place, report) = (checked.place(), checked.report);
        let entries = Entries::new(report);
        for problem in &entries.problems {
            self.problem(out, checked, problem, 0)?;
        }
        for unchecked in report.unchecked() {
            writeln!(out, "{place}: {}", UncheckedLine { unchecked, options: &self.0 })?;
        }
        for warning in report.warnings() {
            writeln!(out, "{place}: warning: {}", Escaped(warning))?;
        }
        writeln!(out, "{place}: {}", VerdictLine { checked, count: entries.count, listed: entries.problems.len() })
    }

    fn problem(
        &self,
        out: &mut dyn Write,
        checked: &CheckedFile<'_>,
        problem: &Problem,
        depth: usize,
    ) -> io::Result<()> {
        write!(out, "{:1$}{2}:", "", 2 * depth, Escaped(checked.file))?;
        if let Some(position) = problem.position() {
            write!(out, "{position}:")?;
        }
        writeln!(out, " {}", ProblemLine { problem, checked, options: &self.0 })?;
        problem.causes().iter().try_for_each(|cause| self.problem(out, checked, cause, depth + 1))
    }
}

impl Renderer for Short {
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        match result {
            FileResult::Checked(checked) => self.checked(out, checked),
            FileResult::Loaded(loaded) => {
                let file = Escaped(loaded.file);
                loaded.problems.iter().try_for_each(|problem| writeln!(out, "{file}:{problem}"))?;
                for warning in loaded.warnings {
                    let position = warning.position().map(|position| format!("{position}:")).unwrap_or_default();
                    writeln!(out, "{file}:{position} warning: {}", LoadProblemLine(warning))?;
                }
                writeln!(out, "{file}: {}", LoadVerdict(loaded))
            }
            FileResult::Unreadable { file, line: Some(line), error } => {
                writeln!(out, "{}:{line}: {}", Escaped(file), Escaped(error))
            }
            // The command prints it to standard error.
            FileResult::Unreadable { .. } => Ok(()),
        }
    }
}
