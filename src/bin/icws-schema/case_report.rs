//! The results of case files, in the formats of `test` and `conformance`.

use clap::ValueEnum;
use icws_schema::cases::{CaseOutcome, Difference};
use icws_schema::render::write_json;
use icws_schema::report::Escaped;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fmt::Write;

/// The version of the form in JSON.
const VERSION: u32 = 1;

/// The formats.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum CaseFormat {
    /// For people: each case that is not ok with its differences, and a summary
    Human,
    /// One JSON object per file; `schemas/testReport.json` is its schema
    Json,
    /// One JSON object per case
    Ndjson,
    /// JUnit XML
    Junit,
}

/// A file, and the results of its cases.
pub(crate) struct FileReport {
    pub(crate) file: String,
    /// The cases, or the reason why the file cannot be used, one line for each problem.
    pub(crate) cases: Result<Vec<CaseReport>, String>,
}

/// The result of a case.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseReport {
    pub(crate) name: String,
    pub(crate) line: u64,
    /// The outcome; `None` if the case could not be run.
    pub(crate) outcome: Option<CaseOutcome>,
    /// Whether it is expected that the case is not ok.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expected_failure: Option<bool>,
    pub(crate) differences: Vec<Difference>,
    /// Why the case could not be run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
}

impl CaseReport {
    /// Returns whether the case is as it should be: ok, unless it is expected not to be.
    pub(crate) fn is_as_expected(&self) -> bool {
        let is_ok = self.outcome == Some(CaseOutcome::Ok);
        self.error.is_none() && is_ok != self.expected_failure.unwrap_or(false)
    }
}

/// How many cases have each outcome.
#[derive(Default)]
struct Counts {
    outcomes: [usize; CaseOutcome::ALL.len()],
    errors: usize,
    expected: usize,
}

impl Counts {
    fn of<'c>(cases: impl IntoIterator<Item = &'c CaseReport>) -> Self {
        let mut counts = Self::default();
        for case in cases {
            match case.outcome {
                Some(outcome) => counts.outcomes[outcome as usize] += 1,
                None => counts.errors += 1,
            }
            let is_failure = case.outcome != Some(CaseOutcome::Ok) && case.error.is_none();
            counts.expected += usize::from(is_failure && case.expected_failure == Some(true));
        }
        counts
    }

    /// Returns the counts as a line.
    fn line(&self) -> String {
        let total = self.outcomes.iter().sum::<usize>() + self.errors;
        let each = CaseOutcome::ALL.iter().zip(self.outcomes);
        let counted = each.filter(|(outcome, count)| *count > 0 || **outcome == CaseOutcome::Ok);
        let mut line = counted.map(|(outcome, count)| format!("{count} {outcome}")).collect::<Vec<_>>().join(", ");
        if self.errors > 0 {
            let _ = write!(line, ", {} not run", self.errors);
        }
        if self.expected > 0 {
            let _ = write!(line, "; {} as expected", self.expected);
        }
        format!("{total} {}: {line}", if total == 1 { "case" } else { "cases" })
    }
}

/// Returns what is printed of all files. What cannot be run or used is for standard error.
pub(crate) fn print(files: &[FileReport], format: CaseFormat) -> String {
    match format {
        CaseFormat::Human => human(files),
        CaseFormat::Json => files.iter().map(|file| json_line(&json_of(file))).collect(),
        CaseFormat::Ndjson => files.iter().flat_map(lines).map(|line| json_line(&line)).collect(),
        CaseFormat::Junit => junit(files),
    }
}

/// Returns a value as a line of JSON.
fn json_line(value: &Value) -> String {
    let mut line = Vec::new();
    // Neither writing to memory nor serializing JSON fails.
    let _ = write_json(&mut line, value);
    line.push(b'\n');
    String::from_utf8(line).unwrap_or_default()
}

/// Returns the errors, each once.
pub(crate) fn errors(files: &[FileReport]) -> Vec<String> {
    let (mut errors, mut seen) = (Vec::new(), HashSet::new());
    for file in files {
        let name = Escaped(&file.file);
        let of_cases = file.cases.iter().flatten().filter_map(|case| {
            case.error.as_ref().map(|error| error.lines().map(|line| format!("{name}: {line}")).collect::<Vec<_>>())
        });
        let of_file = file.cases.as_ref().err().map(|error| error.lines().map(str::to_owned).collect());
        for error in of_cases.chain(of_file).flatten() {
            if seen.insert(error.clone()) {
                errors.push(error);
            }
        }
    }
    errors
}

fn human(files: &[FileReport]) -> String {
    let mut out = String::new();
    for FileReport { file, cases } in files {
        let Ok(cases) = cases else { continue };
        let file = Escaped(file);
        for case in cases {
            let name = Escaped(&case.name);
            if let (true, Some(outcome)) = (!case.is_as_expected(), case.outcome) {
                let expected = if case.expected_failure == Some(true) { ", which is expected to fail" } else { "" };
                let _ = writeln!(out, "{file}:{}: {outcome}{}: {name}{expected}", case.line, words(outcome));
                for difference in &case.differences {
                    let _ = writeln!(out, "  {difference}");
                }
            }
        }
        let _ = writeln!(out, "{file}: {}", Counts::of(cases).line());
    }
    if files.len() > 1 {
        let all = files.iter().flat_map(|file| file.cases.iter().flatten());
        let unusable = files.iter().filter(|file| file.cases.is_err()).count();
        let _ = write!(out, "\n{} files, {}", files.len(), Counts::of(all).line());
        let _ = if unusable > 0 { writeln!(out, "; unusable files: {unusable}") } else { writeln!(out) };
    }
    out
}

/// Returns what an outcome other than `ok` is, in words.
fn words(outcome: CaseOutcome) -> &'static str {
    match outcome {
        CaseOutcome::Noisy => " (problems that the case does not expect)",
        CaseOutcome::Missing => " (expected problems are not reported)",
        CaseOutcome::Wrong => " (expected problems are reported at another place or with other data)",
        _ => "",
    }
}

fn json_of(file: &FileReport) -> Value {
    let cases = match &file.cases {
        Ok(cases) => cases,
        Err(error) => return json!({"version": VERSION, "file": file.file, "error": error}),
    };
    let counts = Counts::of(cases);
    let mut object = json!({"version": VERSION, "file": file.file, "cases": cases, "notRun": counts.errors});
    for (outcome, count) in CaseOutcome::ALL.iter().zip(counts.outcomes) {
        object[outcome.name()] = count.into();
    }
    object
}

fn lines(file: &FileReport) -> Vec<Value> {
    let cases = match &file.cases {
        Ok(cases) => cases,
        Err(error) => return vec![json!({"version": VERSION, "file": file.file, "error": error})],
    };
    let line = |case: &CaseReport| {
        let mut line = json!(case);
        (line["version"], line["file"]) = (VERSION.into(), file.file.clone().into());
        line
    };
    cases.iter().map(line).collect()
}

fn junit(files: &[FileReport]) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"icws-schema\">\n".to_owned();
    for FileReport { file, cases } in files {
        let name = xml(file);
        let cases = match cases {
            Ok(cases) => cases,
            Err(error) => {
                let _ = writeln!(
                    out,
                    "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">"
                );
                let _ = writeln!(out, "    <testcase name=\"{name}\" classname=\"{name}\">");
                let _ = writeln!(out, "      <error message=\"{}\" type=\"unusable\"/>", xml(error));
                out.push_str("    </testcase>\n  </testsuite>\n");
                continue;
            }
        };
        let errors = cases.iter().filter(|case| case.error.is_some()).count();
        let failures = cases.iter().filter(|case| !case.is_as_expected()).count() - errors;
        let _ = writeln!(
            out,
            "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"0\">",
            cases.len()
        );
        for case in cases {
            junit_case(&mut out, &name, case);
        }
        out.push_str("  </testsuite>\n");
    }
    out + "</testsuites>\n"
}

fn junit_case(out: &mut String, file: &str, case: &CaseReport) {
    let _ = write!(out, "    <testcase name=\"{}\" classname=\"{file}\"", xml(&case.name));
    match (&case.error, case.outcome) {
        (Some(error), _) => {
            let _ = writeln!(out, ">\n      <error message=\"{}\" type=\"notRun\"/>\n    </testcase>", xml(error));
        }
        (None, Some(outcome)) if !case.is_as_expected() => {
            let differences: String = case.differences.iter().map(|difference| format!("{difference}\n")).collect();
            let _ = writeln!(
                out,
                ">\n      <failure message=\"{outcome}\" type=\"{outcome}\">\n{}      </failure>\n    </testcase>",
                xml(&differences)
            );
        }
        _ => out.push_str("/>\n"),
    }
}

/// Escapes text for XML.
fn xml(text: &str) -> String {
    let mut xml = String::new();
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\n' => xml.push('\n'),
            '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            character => xml.push_str(&Escaped(character).to_string()),
        }
    }
    xml
}
