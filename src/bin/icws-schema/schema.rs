//! `icws-schema schema`

use crate::{Ending, input, stream};
use clap::Args;
use icws_schema::schema::{self, OmittedRule, SchemaFile, Stale};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// Write the JSON Schema files, or check that they are up to date.
#[derive(Args)]
pub(crate) struct Schema {
    /// Where the files are.
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    out: PathBuf,
    /// Let the schema of requests follow rules: `documented`, `recommended`, or a rule file. What it cannot say is listed.
    #[arg(long, value_name = "RULES")]
    rules: Option<String>,
    /// Write nothing; exit 1 when a file is stale, missing or extra.
    #[arg(long)]
    check: bool,
}

impl Schema {
    pub(crate) fn run(&self) -> Result<Ending, String> {
        let files = self.files()?;
        let done = if self.check { self.compare(&files) } else { self.write(&files) };
        Ok(done.unwrap_or_else(|error| {
            stream::complain(format_args!("{}: {error}", self.out.display()));
            Ending::Failed
        }))
    }

    /// The files, that of requests under the rules.
    fn files(&self) -> Result<Vec<SchemaFile>, String> {
        let Some(name) = &self.rules else { return Ok(schema::files()) };
        let (files, unsaid) = schema::files_under(input::request_rules(name)?.rules());
        for OmittedRule { validator, rule, reason, .. } in unsaid {
            stream::complain(format_args!("{name}: {rule}: the schema does not say {validator}: {reason}"));
        }
        Ok(files)
    }

    fn write(&self, files: &[SchemaFile]) -> io::Result<Ending> {
        fs::create_dir_all(&self.out)?;
        for file in files {
            fs::write(self.out.join(&file.name), &file.text)?;
            stream::unless_closed(writeln!(io::stdout(), "{}", self.out.join(&file.name).display()))?;
        }
        Ok(Ending::Well)
    }

    fn compare(&self, files: &[SchemaFile]) -> io::Result<Ending> {
        let stale = schema::stale(&self.out, files)?;
        for stale in &stale {
            let (name, what) = match stale {
                Stale::Missing(name) => (name, "missing"),
                Stale::Changed(name) => (name, "stale"),
                Stale::Extra(name) => (name, "extra"),
                _ => continue,
            };
            stream::unless_closed(writeln!(io::stdout(), "{}: {what}", self.out.join(name).display()))?;
        }
        Ok(if stale.is_empty() { Ending::Well } else { Ending::Invalid })
    }
}
