//! `icws-schema schema`

use crate::Ending;
use clap::Args;
use icws_schema::schema::{self, SchemaFile, Stale};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// Write the JSON Schema files, or check that they are up to date.
#[derive(Args)]
pub(crate) struct Schema {
    /// Where the files are.
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    out: PathBuf,
    /// Write nothing; exit 1 when a file is stale, missing or extra.
    #[arg(long)]
    check: bool,
}

impl Schema {
    pub(crate) fn run(&self) -> Ending {
        let files = schema::files();
        let done = if self.check { self.compare(&files) } else { self.write(&files) };
        done.unwrap_or_else(|error| {
            eprintln!("{}: {error}", self.out.display());
            Ending::Failed
        })
    }

    fn write(&self, files: &[SchemaFile]) -> io::Result<Ending> {
        fs::create_dir_all(&self.out)?;
        for file in files {
            fs::write(self.out.join(&file.name), &file.text)?;
            writeln!(io::stdout(), "{}", self.out.join(&file.name).display())?;
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
            writeln!(io::stdout(), "{}: {what}", self.out.join(name).display())?;
        }
        Ok(if stale.is_empty() { Ending::Well } else { Ending::Invalid })
    }
}
