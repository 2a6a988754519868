//! `icws-schema schema`

use crate::exit_status::ExitStatus;
use crate::{input, io_error, rule_sets, stream, written};
use clap::{Args, ValueEnum};
use icws_schema::schema::{FileDiff, Profile, SchemaFile, diff_files};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Write JSON Schema files, or check that they are up to date
#[derive(Args)]
pub(crate) struct Schema {
    /// Folder for the files
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    out: PathBuf,
    /// Include a rule set in the schemas of the request, those in draft-07 and OpenAPI included: `documented`, `recommended`, or a rule file; several are combined in order. Rules that JSON Schema cannot express are listed on standard error
    #[arg(long, value_name = "RULES")]
    rules: Vec<OsString>,
    /// Purpose of the files
    #[arg(long, value_enum, value_name = "PROFILE", default_value_t = ProfileArg::Default)]
    profile: ProfileArg,
    /// Write nothing; exit with 1 if a file is missing, changed or extra
    #[arg(long)]
    check: bool,
}

/// A profile, as an argument.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ProfileArg {
    /// For validators and editors: only keywords of the standard
    Default,
    /// For code generators: with `format` and the names of codes
    Codegen,
}

impl From<ProfileArg> for Profile {
    fn from(profile: ProfileArg) -> Self {
        match profile {
            ProfileArg::Default => Self::Default,
            ProfileArg::Codegen => Self::Codegen,
        }
    }
}

impl Schema {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        if input::is_stdin(&self.out) {
            return Err("`--out` needs a folder; the files cannot be written to standard output".to_owned());
        }
        if self.out.is_file() {
            return Err(format!("{}: `--out` needs a folder, found a file", input::shown(&self.out)));
        }
        let files = self.files()?;
        if self.check { self.compare(&files) } else { self.write(&files) }
    }

    /// Returns the files, with the rules in those of the request.
    fn files(&self) -> Result<Vec<SchemaFile>, String> {
        let profile = Profile::from(self.profile);
        if self.rules.is_empty() {
            return Ok(profile.published_files());
        }
        let (checker, _) = rule_sets::for_requests(&self.rules)?;
        let name = rule_sets::shown(&self.rules);
        let (files, omitted) = profile.published_files_with_rules(checker.rules());
        for rule in omitted {
            stream::eprint_line(format_args!("{name}: {rule}"));
        }
        Ok(files)
    }

    fn write(&self, files: &[SchemaFile]) -> Result<ExitStatus, String> {
        files.iter().try_for_each(|file| written::write(&self.out.join(&file.name), file.text.as_bytes()))?;
        for difference in self.differences(files)? {
            if let FileDiff::Extra(name) = difference {
                let name = input::shown(&self.out.join(name));
                stream::eprint_line(format_args!("{name}: extra: this command does not write such a file"));
            }
        }
        Ok(ExitStatus::Success)
    }

    fn differences(&self, files: &[SchemaFile]) -> Result<Vec<FileDiff>, String> {
        let mut present = BTreeMap::new();
        read_folder(&self.out, "", &mut present)
            .map_err(|error| format!("{}: {}", input::shown(&self.out), io_error::unreadable(&error)))?;
        Ok(diff_files(present, files))
    }

    fn compare(&self, files: &[SchemaFile]) -> Result<ExitStatus, String> {
        let differences = self.differences(files)?;
        for difference in &differences {
            let (name, what) = match difference {
                FileDiff::Missing(name) => (name, "missing"),
                FileDiff::Changed(name) => (name, "changed"),
                FileDiff::Extra(name) => (name, "extra"),
                _ => continue,
            };
            stream::print_line(&format!("{}: {what}", input::shown(&self.out.join(name))))?;
        }
        Ok(if differences.is_empty() { ExitStatus::Success } else { ExitStatus::Invalid })
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
