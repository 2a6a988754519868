//! `icws-schema rules`

use crate::{Ending, stream};
use clap::{Args, ValueEnum};
use icws_schema::codes::ValidationErrorType;
use icws_schema::file::TypeList;
use icws_schema::rules::{RuleSet, ValidatorInfo};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// List the validators, or tell one in full with an example that passes and one that fails
#[derive(Args)]
pub(crate) struct Rules {
    /// A validator's number or name.
    #[arg(value_name = "ID|NAME")]
    validator: Option<String>,
    /// Lines for people, or the catalogue as JSON.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// A validator, as the catalogue has it.
#[derive(Serialize)]
struct Entry {
    id: i32,
    name: &'static str,
    message: &'static str,
    since: Option<u32>,
    reads: String,
    fails: String,
    parameters: Vec<Param>,
    passing: Value,
    failing: Value,
}

#[derive(Serialize)]
struct Param {
    name: &'static str,
    description: String,
    required: bool,
    default: Option<Value>,
    schema: Value,
}

impl Rules {
    pub(crate) fn run(&self) -> Result<Ending, String> {
        let listed: Vec<_> = match &self.validator {
            None => ValidationErrorType::ALL.to_vec(),
            Some(wanted) => vec![find(wanted)?],
        };
        let entries: Vec<_> = listed.into_iter().filter_map(Entry::new).collect();
        let out = io::stdout().lock();
        let said = match (self.format, &entries[..]) {
            (Format::Json, [entry]) if self.validator.is_some() => json(out, entry),
            (Format::Json, entries) => json(out, &entries),
            (Format::Human, [entry]) if self.validator.is_some() => entry.tell(out),
            (Format::Human, entries) => list(out, entries),
        };
        stream::unless_closed(said).map(|()| Ending::Well).map_err(|error| error.to_string())
    }
}

/// The name that was meant perhaps, as a rule file that has it would be told.
fn suggestion(wanted: &str) -> Option<String> {
    let file = json!({"rules": [{"validator": wanted}]}).to_string();
    RuleSet::from_json(file).err()?.problems().first()?.suggestion().map(str::to_owned)
}

/// A validator by its number or name.
pub(crate) fn find(wanted: &str) -> Result<ValidationErrorType, String> {
    let found = match wanted.parse() {
        Ok(number) => Some(ValidationErrorType::from_code(number)).filter(|id| id.name().is_some()),
        Err(_) => ValidationErrorType::from_name(wanted),
    };
    found.ok_or_else(|| match suggestion(wanted) {
        Some(name) => format!("`{wanted}` is no validator; did you mean `{name}`?"),
        None => format!("`{wanted}` is no validator; `icws-schema rules` lists them"),
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
        let cases: Map<String, Value> = serde_json::from_str(cases(name)?).ok()?;
        let mut examples = cases.get("cases")?.as_array()?.iter().filter(|case| case["example"] == true);
        Some(Self {
            id: id.code(),
            name,
            message: id.message()?,
            since: id.since(),
            reads: TypeList::from(info.accepts()).to_string(),
            fails: words(info.description),
            parameters: info
                .parameters
                .iter()
                .map(|parameter| Param {
                    name: parameter.name,
                    description: words(parameter.description),
                    required: parameter.is_required(),
                    default: parameter.default(),
                    schema: parameter.schema(),
                })
                .collect(),
            passing: examples.next()?.clone(),
            failing: examples.next()?.clone(),
        })
    }

    fn tell(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "{} {}", self.id, self.name)?;
        writeln!(out, "  message   {}", self.message)?;
        match self.since {
            Some(version) => {
                writeln!(out, "  since     feature version {version} of configuration")?;
            }
            None => {
                writeln!(out, "  since     before feature version 8 of configuration; the documentation gives none")?;
            }
        }
        writeln!(out, "  reads     {}", self.reads)?;
        writeln!(out, "  fails     {}", self.fails)?;
        writeln!(
            out,
            "  source    name, number and message are documented; where the text above says nothing else, the rest is our choice"
        )?;
        for parameter in &self.parameters {
            let given = match (&parameter.default, parameter.required) {
                (Some(default), _) => format!(" (default {default})"),
                (None, true) => " (required)".to_owned(),
                (None, false) => String::new(),
            };
            writeln!(out, "  parameter {}{given}: {}", parameter.name, parameter.description)?;
        }
        example(&mut out, "passes", &self.passing)?;
        example(&mut out, "fails", &self.failing)
    }
}

/// What an example is made of, and what comes of it.
fn example(out: &mut impl Write, what: &str, case: &Value) -> io::Result<()> {
    writeln!(out, "\n{what}: {}", case["name"].as_str().unwrap_or_default())?;
    for part in ["rules", "directory", "current", "subject", "featureVersion", "body", "text"] {
        match case.get(part) {
            Some(Value::Object(rules)) if part == "rules" => {
                for rule in rules.get("rules").and_then(Value::as_array).into_iter().flatten() {
                    writeln!(out, "  rule      {rule}")?;
                }
            }
            Some(value) => writeln!(out, "  {part:<9} {value}")?,
            None => {}
        }
    }
    for problem in case["expected"]["problems"].as_array().into_iter().flatten() {
        writeln!(out, "  problem   {} at {}: {}", problem["validator"], problem["property"], problem["value"])?;
    }
    Ok(())
}

fn words(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

macro_rules! cases {
    ($($name:literal,)+) => {
        /// The cases of a validator, of which two are its examples.
        fn cases(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../../../data/cases/", $name, ".json"))),)+
                _ => None,
            }
        }
    };
}

cases! {
    "unknownValidator",
    "uniqueInstanceId",
    "existingInstanceId",
    "existingAttributeValue",
    "requiredValue",
    "range",
    "stringLength",
    "regex",
    "validValues",
    "collectionCount",
    "collectionItemValidator",
    "validatorGroup",
    "validFormat",
    "uniqueAttributeValue",
    "requiredAttribute",
    "acgTreeValidator",
    "pronunciationValidator",
    "wordValidator",
    "rangeFloat",
    "existingAttendantProfile",
    "extension",
    "workstationsSharedAppearanceID",
    "multipleOf",
    "invalidCharacters",
    "existingExtension",
    "existingInstanceIdWithAttributeValue",
    "characterDelimitedValue",
    "analyzerKeywordCount",
    "workgroupAnalyzerKeywordCount",
    "endDateTimeValidator",
    "propertyNotApplicable",
    "invalidMailboxFolder",
    "unsupportedManufacturer",
    "unsupportedModel",
    "audioProtocol",
    "recorderPolicyAnalyzerKeywordCount",
    "referenceCount",
    "wrapUpStatusTimeout",
    "attributeExistence",
    "otherAttributeValue",
    "networkAdapter",
    "integerComparisonValidator",
    "timeZoneValidator",
    "existingLanguageValues",
    "characterDelimitedKVPairs",
    "objectValidationErrorMutuallyExclusive",
}
