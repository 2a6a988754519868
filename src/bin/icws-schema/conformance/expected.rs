//! The cases that are expected not to be ok.

use crate::input;
use icws_schema::file::suggestion;
use icws_schema::report::Escaped;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Ids of cases, from a file.
#[derive(Default)]
pub(super) struct ExpectedFailures {
    path: PathBuf,
    /// The ids, each with its line.
    ids: Vec<(usize, String)>,
}

impl ExpectedFailures {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = input::text(path)?;
        let lines = text.lines().map(str::trim).enumerate();
        let ids = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        Ok(Self { path: path.to_owned(), ids: ids.map(|(index, id)| (index + 1, id.to_owned())).collect() })
    }

    /// Returns an error if an id is not that of a case, so that the file stays in order.
    pub(super) fn require_known(&self, cases: impl Iterator<Item = String>) -> Result<(), String> {
        let known: HashSet<String> = cases.collect();
        let unknown = self.ids.iter().filter(|(_, id)| !known.contains(id));
        let messages: Vec<_> = unknown
            .map(|(line, id)| {
                let meant = suggestion(id, known.iter().map(String::as_str));
                let meant = meant.map(|meant| format!("; did you mean `{}`?", Escaped(meant))).unwrap_or_default();
                format!("{}:{line}: `{}` is not the id of a case{meant}", input::shown(&self.path), Escaped(id))
            })
            .collect();
        if messages.is_empty() { Ok(()) } else { Err(messages.join("\n")) }
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.ids.iter().any(|(_, other)| other == id)
    }
}
