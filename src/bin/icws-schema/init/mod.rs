//! `icws-schema init`

use crate::exit_status::ExitStatus;
use crate::{input, io_error, stream, written};
use clap::Args;
use icws_schema::schema;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Create starter files for your own rules: a rule file, a directory file, a case file, a body, and the schemas for editors
#[derive(Args)]
pub(crate) struct Init {
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
    /// Folder for the files; created if it does not exist
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
}

/// Examples for the help.
pub(crate) const EXAMPLES: &str = "\
  icws-schema init            in the current folder
  icws-schema init my-rules   in a new folder";

/// The files that are written unchanged.
const FILES: [(&str, &str); 5] = [
    ("rules.json", include_str!("rules.json")),
    ("directory.json", include_str!("directory.json")),
    ("cases.json", include_str!("cases.json")),
    ("update.json", include_str!("update.json")),
    ("README.md", include_str!("README.md")),
];

/// The schemas to which these files refer.
const SCHEMAS: [&str; 3] = ["ruleFile.json", "directoryFile.json", "caseFile.json"];

impl Init {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        if input::is_stdin(&self.folder) {
            return Err("expected a folder: the files cannot be written to standard output".to_owned());
        }
        let files = self.files();
        let existing: Vec<_> = files
            .iter()
            .filter(|(path, _)| path.symlink_metadata().is_ok())
            .map(|(path, _)| input::shown(path))
            .collect();
        if !existing.is_empty() && !self.force {
            let existing = existing.iter().map(|path| format!("{path}: already exists; `--force` overwrites it"));
            return Err(existing.collect::<Vec<_>>().join("\n"));
        }
        for (path, text) in &files {
            path.parent().map_or(Ok(()), written::create_folder)?;
            let written = self.write(path, text);
            written.map_err(|error| format!("{}: {}", input::shown(path), io_error::unwritable(&error)))?;
            stream::print_line(&format!("wrote {}", input::shown(path)))?;
        }
        let name = |name: &str| quoted(&self.path(name));
        let (rules, directory) = (name("rules.json"), name("directory.json"));
        let (cases, update) = (name("cases.json"), name("update.json"));
        stream::print_line(&format!(
            "\nNext:\n  icws-schema rules --check {rules} {directory} {cases}\n  icws-schema test {cases}\n  \
             icws-schema check --rules {rules} --directory {directory} {update}"
        ))?;
        Ok(ExitStatus::Success)
    }

    fn files(&self) -> Vec<(PathBuf, String)> {
        let texts = FILES.iter().map(|(name, text)| (self.path(name), (*text).to_owned()));
        let schemas = schema::files().into_iter().filter(|file| SCHEMAS.contains(&&*file.name));
        texts.chain(schemas.map(|file| (self.path("schemas").join(file.name), file.text))).collect()
    }

    /// Returns the shortest path of a file.
    fn path(&self, name: &str) -> PathBuf {
        if self.folder == Path::new(".") { PathBuf::from(name) } else { self.folder.join(name) }
    }

    fn write(&self, path: &Path, text: &str) -> std::io::Result<()> {
        let mut options = OpenOptions::new();
        // A file that was created in the meantime is not overwritten.
        let file = if self.force {
            options.write(true).create(true).truncate(true)
        } else {
            options.write(true).create_new(true)
        };
        file.open(path)?.write_all(text.as_bytes())
    }
}

/// Quotes a path as one word for a shell.
fn quoted(path: &Path) -> String {
    let shown = input::shown(path);
    let is_plain = |character: char| character.is_alphanumeric() || "/._-+=:@%\\".contains(character);
    if shown.chars().all(is_plain) { shown } else { format!("'{}'", shown.replace('\'', "'\\''")) }
}
