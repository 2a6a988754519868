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
    /// All formats.
    pub const ALL: &'static [Self] =
        &[Self::Human, Self::Short, Self::Json, Self::Ndjson, Self::Github, Self::Sarif, Self::Gitlab, Self::Junit];

    /// Returns the name of the format, as in `icws-schema check --format`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Short => "short",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
        }
    }

    /// Returns the format with a name.
    ///
    /// ```
    /// use icws_schema::render::OutputFormat;
    ///
    /// assert_eq!(OutputFormat::from_name("sarif"), Some(OutputFormat::Sarif));
    /// assert_eq!(OutputFormat::from_name("Sarif"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// Returns what the format contains, for the help of a command.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Human => "For people: each problem with its line, and a summary",
            Self::Short => "One line per problem: `file:line:column: ...`",
            Self::Json => "One JSON object per file; `schemas/report.json` is its schema",
            Self::Ndjson => {
                "One verdict as JSON per file, or per line of NDJSON: `line`, `valid`, `codes`, `pointers`; \
                 `schemas/verdict.json` is its schema"
            }
            Self::Github => "GitHub Actions workflow commands",
            Self::Sarif => "SARIF 2.1.0",
            Self::Gitlab => "GitLab Code Quality report",
            Self::Junit => "JUnit XML",
        }
    }

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
