//! `icws-schema rules`

mod catalog;
mod detail;
mod loaded;
mod set;

use crate::check::format;
use crate::exit_status::ExitStatus;
use crate::file_kind::LoadedFileKind;
use crate::stream;
use catalog::{Catalog, CatalogEntry};
use clap::Args;
use icws_schema::codes::ValidationErrorType;
use icws_schema::file::suggestion;
use icws_schema::render::OutputFormat;
use icws_schema::report::Escaped;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// List the validators, describe one, print a built-in rule set, or check rule files and others
#[derive(Args)]
pub(crate) struct Rules {
    /// Load rule, directory, state and case files, and report all problems
    #[arg(long)]
    check: bool,
    /// Kind of the files for `--check` [default: detected from the members of each file]
    #[arg(long = "as", value_enum, value_name = "KIND", requires = "check")]
    kind: Option<LoadedFileKind>,
    /// Output format; only `human` and `json` without `--check`. A rule set is always printed as a rule file
    #[arg(long, value_name = "FORMAT", value_parser = format::parser(), default_value = OutputFormat::Human.name())]
    format: OutputFormat,
    /// Name or number of a validator to describe, with a passing and a failing example; or `recommended` or `documented`, to print this rule set as a rule file. With `--check`: the files; `-` is standard input, folders and patterns are expanded
    #[arg(value_name = "NAME|FILE", required_if_eq("check", "true"), allow_negative_numbers = true)]
    names: Vec<OsString>,
}

/// Examples for the help.
pub(crate) const EXAMPLES: &str = "\
  icws-schema rules                               list all validators
  icws-schema rules stringLength                  describe a validator: parameters, keywords, examples
  icws-schema rules recommended > rules.json      create a rule file to start from
  icws-schema rules --check rules.json site.json  report all problems of rule files, directory files and others";

impl Rules {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        if self.check {
            let files: Vec<_> = self.names.iter().map(PathBuf::from).collect();
            return loaded::check(&files, self.kind, self.format);
        }
        let name = match &self.names[..] {
            [] => None,
            [name] => Some(name.to_string_lossy()),
            _ => return Err("expected one name of a validator or rule set; to load files, add `--check`".to_owned()),
        };
        let is_json = match self.format {
            OutputFormat::Human => false,
            OutputFormat::Json => true,
            other => return Err(format!("`--format {}` needs `--check`", other.name())),
        };
        let out = io::stdout().lock();
        let written = match name.as_deref() {
            Some(name) if set::find(name).is_some() => set::find(name).map_or(Ok(()), |set| set::write(out, &set)),
            Some(wanted) => {
                let entries: Vec<_> = CatalogEntry::new(find(wanted)?).into_iter().collect();
                match &entries[..] {
                    [entry] if !is_json => detail::write(out, entry),
                    entries => json(out, entries),
                }
            }
            None => {
                let entries: Vec<_> = ValidationErrorType::ALL.iter().copied().filter_map(CatalogEntry::new).collect();
                if is_json { json(out, &entries) } else { list(out, &entries) }
            }
        };
        let written = stream::unless_closed(written).map(|()| ExitStatus::Success);
        written.map_err(|error| stream::unwritable(&error))
    }
}

/// Finds a validator by its number or name.
pub(crate) fn find(wanted: &str) -> Result<ValidationErrorType, String> {
    let found = match wanted.parse() {
        Ok(number) => Some(ValidationErrorType::from_code(number)).filter(|id| id.name().is_some()),
        Err(_) => ValidationErrorType::from_name(wanted),
    };
    let names = || ValidationErrorType::ALL.iter().filter_map(|kind| kind.name()).chain(set::NAMES);
    found.ok_or_else(|| match suggestion(wanted, names()) {
        Some(name) => format!("`{}` is not a validator; did you mean `{name}`?", Escaped(wanted)),
        None if Path::new(wanted).is_file() => {
            format!("`{}` is not a validator; `icws-schema rules --check` loads a file", Escaped(wanted))
        }
        None => format!("`{}` is not a validator; `icws-schema rules` lists them", Escaped(wanted)),
    })
}

fn json(mut out: impl Write, entries: &[CatalogEntry]) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, &Catalog::new(entries))?;
    writeln!(out)
}

fn list(mut out: impl Write, entries: &[CatalogEntry]) -> io::Result<()> {
    for CatalogEntry { id, name, message, .. } in entries {
        writeln!(out, "{id:>2} {name:<38} {message}")?;
    }
    Ok(())
}
