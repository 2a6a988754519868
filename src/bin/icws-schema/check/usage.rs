//! Options of `check` that have no effect.

use super::effect::require_effect;
use super::format::ShowValues;
use super::inputs::Input;
use super::{BodyKind, Check};
use crate::input;
use crate::written::{self, GivenFile};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use icws_schema::endpoint::UserId;
use std::path::{Path, PathBuf};

impl Check {
    /// Returns an error for the first option without effect, with what it needs.
    pub(crate) fn usage(&self) -> Result<(), String> {
        let kind = self.kind.to_possible_value();
        let is_given = |option: &str| match option {
            "rules" => !self.rules.is_empty(),
            "directory" => self.directory.is_some(),
            "current" => self.current.is_some(),
            "id" => self.id.is_some(),
            "id-at" => self.id_at.is_some(),
            "object-type" => self.object_type.is_some(),
            "feature-version" => self.feature_version.is_some(),
            "strict" => self.strict,
            "partial" => self.partial,
            "allow-unknown" => self.allow_unknown,
            "quiet" => self.quiet,
            "format" => self.format.is_some(),
            "show-values" => self.show_values == ShowValues::Always,
            "max-problems" => self.max_problems.is_some(),
            _ => unreachable!("no option `{option}`"),
        };
        require_effect(kind.as_ref().map_or("", PossibleValue::get_name), self.format().name(), is_given)?;
        let is_when = |file: &&PathBuf| ["auto", "always", "never"].iter().any(|when| file.as_os_str() == *when);
        if self.show_values == ShowValues::Always
            && let Some(when) = self.files.iter().find(is_when).filter(|file| !file.exists())
        {
            let when = when.display();
            return Err(format!("{when}: no such file; to show values, write `--show-values={when}`"));
        }
        if let (BodyKind::Request, Some(id)) = (self.kind, &self.id) {
            UserId::new(id.as_str()).map_err(|error| format!("--id: {error}"))?;
        }
        self.one_stdin()
    }

    /// Returns an error if an output file for lines is also read, or is the other output file.
    pub(super) fn require_new_targets(&self, inputs: &[Input]) -> Result<(), String> {
        let targets: Vec<_> =
            given("--valid", self.valid.as_ref()).chain(given("--invalid", self.invalid.as_ref())).collect();
        if targets.is_empty() {
            return Ok(());
        }
        let options = given("--directory", self.directory.as_ref()).chain(given("--current", self.current.as_ref()));
        let inputs = inputs.iter().map(|input| GivenFile::new("<FILE>", input.path()));
        written::require_distinct(&targets, options.chain(GivenFile::rules(&self.rules)).chain(inputs))
    }

    fn one_stdin(&self) -> Result<(), String> {
        let rules = self.rules.iter().map(Path::new);
        let others = [&self.directory, &self.current].into_iter().flatten().map(PathBuf::as_path);
        let files = self.files.iter().map(PathBuf::as_path);
        input::require_one_stdin(rules.chain(others).chain(files))
    }
}

fn given<'f>(name: &'static str, path: Option<&'f PathBuf>) -> impl Iterator<Item = GivenFile<'f>> {
    path.into_iter().map(move |path| GivenFile::new(name, path))
}
