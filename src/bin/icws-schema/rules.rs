//! `icws-schema rules`

use crate::exit_status::ExitStatus;
use crate::{examples, stream};
use clap::{Args, ValueEnum};
use icws_schema::codes::ValidationErrorType;
use icws_schema::file::{TypeList, suggestion};
use icws_schema::report::Escaped;
use icws_schema::rules::ValidatorInfo;
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{self, Write};

/// List the validators, or show one in detail with a passing and a failing example
#[derive(Args)]
pub(crate) struct Rules {
    /// Number or name of a validator
    #[arg(value_name = "ID|NAME")]
    validator: Option<String>,
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// The catalog, or one entry of it, as JSON
    Json,
}

/// The version of the form of the catalog.
const VERSION: u32 = 1;

/// The catalog as JSON.
#[derive(Serialize)]
struct Catalog<'a> {
    version: u32,
    validators: &'a [Entry],
}

/// A validator, as the catalog has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    id: i32,
    name: &'static str,
    message: &'static str,
    since: Option<u32>,
    accepts: String,
    description: String,
    parameters: Vec<Parameter>,
    passing_example: Value,
    failing_example: Value,
}

#[derive(Serialize)]
struct Parameter {
    name: &'static str,
    description: String,
    required: bool,
    default: Option<Value>,
    schema: Value,
}

impl Rules {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        let listed: Vec<_> = match &self.validator {
            None => ValidationErrorType::ALL.to_vec(),
            Some(wanted) => vec![find(wanted)?],
        };
        let entries: Vec<_> = listed.into_iter().filter_map(Entry::new).collect();
        let out = io::stdout().lock();
        let written = match (self.format, &entries[..]) {
            (Format::Json, validators) => json(out, &Catalog { version: VERSION, validators }),
            (Format::Human, [entry]) if self.validator.is_some() => entry.write(out),
            (Format::Human, entries) => list(out, entries),
        };
        let written = stream::unless_closed(written).map(|()| ExitStatus::Success);
        written.map_err(|error| format!("standard output cannot be written: {error}"))
    }
}

/// Finds a validator by its number or name.
pub(crate) fn find(wanted: &str) -> Result<ValidationErrorType, String> {
    let found = match wanted.parse() {
        Ok(number) => Some(ValidationErrorType::from_code(number)).filter(|id| id.name().is_some()),
        Err(_) => ValidationErrorType::from_name(wanted),
    };
    let names = || ValidationErrorType::ALL.iter().filter_map(|kind| kind.name());
    found.ok_or_else(|| match suggestion(wanted, names()) {
        Some(name) => format!("`{}` is not a validator; did you mean `{name}`?", Escaped(wanted)),
        None => format!("`{}` is not a validator; `icws-schema rules` lists them", Escaped(wanted)),
    })
}

fn json(mut out: impl Write, what: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, what)?;
    writeln!(out)
}

fn list(mut out: impl Write, entries: &[Entry]) -> io::Result<()> {
    for Entry { id, name, message, .. } in entries {
        writeln!(out, "{id:>2} {name:<38} {message}")?;
    }
    Ok(())
}

impl Entry {
    fn new(id: ValidationErrorType) -> Option<Self> {
        let name = id.name()?;
        let info = ValidatorInfo::of(id)?;
        let cases: Map<String, Value> = serde_json::from_str(examples::cases(name)?).ok()?;
        let mut examples = cases.get("cases")?.as_array()?.iter().filter(|case| case["example"] == true);
        Some(Self {
            id: id.code(),
            name,
            message: id.message()?,
            since: id.since(),
            accepts: TypeList::from(info.accepts()).to_string(),
            description: words(info.description),
            parameters: info
                .parameters
                .iter()
                .map(|parameter| Parameter {
                    name: parameter.name,
                    description: words(parameter.description),
                    required: parameter.is_required(),
                    default: parameter.default(),
                    schema: parameter.schema(),
                })
                .collect(),
            passing_example: examples.next()?.clone(),
            failing_example: examples.next()?.clone(),
        })
    }

    fn write(&self, mut out: impl Write) -> io::Result<()> {
        let since = match self.since {
            Some(version) => format!("feature version {version} of `configuration`"),
            None => "not documented; before feature version 8 of `configuration`".to_owned(),
        };
        writeln!(out, "{} {}", self.id, self.name)?;
        writeln!(out, "  message      {}", self.message)?;
        writeln!(out, "  description  {}", self.description)?;
        writeln!(out, "  input        {}", self.accepts)?;
        writeln!(out, "  since        {since}")?;
        writeln!(out, "  source       name, number and message: vendor; semantics: this crate unless noted")?;
        for parameter in &self.parameters {
            let default = match (&parameter.default, parameter.required) {
                (Some(default), _) => format!(" (default {default})"),
                (None, true) => " (required)".to_owned(),
                (None, false) => String::new(),
            };
            writeln!(out, "  parameter    {}{default}: {}", parameter.name, parameter.description)?;
        }
        example(&mut out, "passes", &self.passing_example)?;
        example(&mut out, "fails", &self.failing_example)
    }
}

/// Writes the parts of an example, and its problems.
fn example(out: &mut impl Write, outcome: &str, case: &Value) -> io::Result<()> {
    writeln!(out, "\nexample ({outcome}): {}", case["name"].as_str().unwrap_or_default())?;
    for part in ["rules", "directory", "current", "subject", "featureVersion", "body", "text"] {
        match case.get(part) {
            Some(Value::Object(rules)) if part == "rules" => {
                for rule in rules.get("rules").and_then(Value::as_array).into_iter().flatten() {
                    writeln!(out, "  {:<15} {rule}", "rule")?;
                }
            }
            Some(value) => writeln!(out, "  {part:<15} {value}")?,
            None => {}
        }
    }
    for problem in case["expected"]["problems"].as_array().into_iter().flatten() {
        let name = problem["property"].as_str().filter(|name| !name.is_empty()).unwrap_or("(root)");
        writeln!(out, "  {:<15} {name}: validator {}, value {}", "problem", problem["validator"], problem["value"])?;
    }
    Ok(())
}

fn words(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
