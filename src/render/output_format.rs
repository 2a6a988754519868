use super::github::Github;
use super::gitlab::Gitlab;
use super::human::Human;
use super::json::JsonDocument;
use super::junit::Junit;
use super::ndjson::Ndjson;
use super::options::Options;
use super::renderer::Renderer;
use super::sarif::Sarif;
use super::short::Short;

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OutputFormat {
    /// For people: each problem with the line in which it is, and a summary.
    Human,
    /// One line for each problem, `file:line:column: ...`, and one for each file.
    Short,
    /// One JSON object for each file: see [`schema::report`](crate::schema::report).
    Json,
    /// One verdict as a JSON object for each file, or for each line of NDJSON.
    Ndjson,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// A Code Quality report of GitLab.
    Gitlab,
    /// XML in the form of JUnit.
    Junit,
}

impl OutputFormat {
    /// Returns whether the format is for people.
    #[must_use]
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Human | Self::Short)
    }

    /// Returns whether each result is written independently, so that several renderers can write parts of the output.
    #[must_use]
    pub fn is_stateless(self) -> bool {
        matches!(self, Self::Short | Self::Json | Self::Ndjson | Self::Github)
    }

    /// Returns whether the format has a result for each line of NDJSON, including valid ones.
    #[must_use]
    pub fn has_every_line(self) -> bool {
        matches!(self, Self::Json | Self::Ndjson)
    }

    /// Returns the renderer of the format.
    #[must_use]
    pub fn renderer(self, options: &Options) -> Box<dyn Renderer> {
        let options = options.clone();
        match self {
            Self::Human => Box::new(Human::new(options)),
            Self::Short => Box::new(Short::new(options)),
            Self::Json => Box::new(JsonDocument::new(options)),
            Self::Ndjson => Box::new(Ndjson),
            Self::Github => Box::new(Github::new(options)),
            Self::Sarif => Box::new(Sarif::new(options)),
            Self::Gitlab => Box::new(Gitlab::new(options)),
            Self::Junit => Box::new(Junit::new(options)),
        }
    }
}
