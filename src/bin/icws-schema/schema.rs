//! `icws-schema schema`

use crate::{Ending, input, stream};
use clap::{Args, ValueEnum};
use icws_schema::schema::{FileDiff, Profile, SchemaFile, diff_files, published_files};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Write the JSON Schema files, or check that they are up to date.
#[derive(Args)]
pub(crate) struct Schema {
    /// Where the files are.
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    out: PathBuf,
    /// Include a rule set in the request schema: `documented`, `recommended`, or a rule file. Rules that JSON Schema cannot express are listed on stderr.
    #[arg(long, value_name = "RULES")]
    rules: Option<String>,
    /// Who the files are for.
    #[arg(long, value_enum, default_value_t = For::Default)]
    profile: For,
    /// Write nothing; exit 1 if a file is missing, changed or extra.
    #[arg(long)]
    check: bool,
}

/// A profile, as an argument.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum For {
    /// Validators and editors: the standard's keywords only
    Default,
    /// Code generators: with `format` and the names of codes
    Codegen,
}

impl From<For> for Profile {
    fn from(profile: For) -> Self {
        match profile {
            For::Default => Self::Default,
            For::Codegen => Self::Codegen,
        }
    }
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
        let profile = Profile::from(self.profile);
        let Some(name) = &self.rules else {
            return Ok(if profile == Profile::Default { published_files() } else { profile.files() });
        };
        let checker = input::request_rules(name)?;
        let (files, omitted) = profile.files_with_rules(checker.rules());
        for rule in omitted {
            stream::complain(format_args!("{name}: {rule}"));
        }
        Ok(files)
    }

    fn write(&self, files: &[SchemaFile]) -> io::Result<Ending> {
        fs::create_dir_all(&self.out)?;
        for file in files {
            let path = self.out.join(&file.name);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, &file.text)?;
            stream::unless_closed(writeln!(io::stdout(), "{}", self.out.join(&file.name).display()))?;
        }
        Ok(Ending::Well)
    }

    fn compare(&self, files: &[SchemaFile]) -> io::Result<Ending> {
        let mut present = BTreeMap::new();
        read_folder(&self.out, "", &mut present)?;
        // Under rules and for code generators there are no other editions.
        if !files.iter().any(|file| file.name.contains('/')) {
            present.retain(|name, _| !name.contains('/'));
        }
        let differences = diff_files(present, files);
        for difference in &differences {
            let (name, what) = match difference {
                FileDiff::Missing(name) => (name, "missing"),
                FileDiff::Changed(name) => (name, "changed"),
                FileDiff::Extra(name) => (name, "extra"),
                _ => continue,
            };
            stream::unless_closed(writeln!(io::stdout(), "{}: {what}", self.out.join(name).display()))?;
        }
        Ok(if differences.is_empty() { Ending::Well } else { Ending::Invalid })
    }
}

/// Reads the files of a folder and of the folders in it, by name. A folder that does not exist has no files.
fn read_folder(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_folder(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
