use crate::error::Error;
use crate::rules::{File, Rules};
use serde::Deserialize;
use std::str::FromStr;

/// A kind of body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The body of the PUT.
    #[default]
    Request,
    /// The body of a GET that reads the properties back: a view, a user, or a list of users.
    View,
    /// Like `View`.
    User,
    /// Like `View`.
    List,
    /// The body of a 200 response.
    Result,
    /// The body of any other response.
    Error,
    /// Any JSON object, which is checked with rules alone.
    Object,
}

impl FromStr for Kind {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Ok(match name {
            "request" => Self::Request,
            "view" => Self::View,
            "user" => Self::User,
            "list" => Self::List,
            "result" => Self::Result,
            "error" => Self::Error,
            "object" => Self::Object,
            _ => {
                let expected = "expected `request`, `view`, `user`, `list`, `result`, `error` or `object`";
                return Err(Error::Usage(format!("unknown kind of body `{}`: {expected}", name.escape_debug())));
            }
        })
    }
}

/// How bodies are checked, besides files.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Settings {
    /// The kind of body.
    #[serde(rename = "as")]
    pub kind: Kind,
    /// Whether undocumented properties are accepted in requests.
    pub allow_unknown: bool,
    /// Whether values below misspelt names and in wrappers of requests are checked, too.
    pub follow_suggestions: bool,
    /// The feature version of `configuration` that the server has.
    pub feature_version: Option<u32>,
    /// The id of the object that is updated.
    pub id: Option<String>,
    /// The type of the object that is updated; the default is `user`.
    pub object_type: Option<String>,
    /// Whether absent properties of an object keep their current value.
    pub partial: bool,
    /// How many problems are listed; the default is 1000. All are counted.
    pub max_problems: Option<u32>,
}

/// The files with which bodies are checked.
#[derive(Debug, Default)]
pub struct Files {
    /// Rule sets, which are combined in order. Without any, requests are checked with the documented rules.
    pub rules: Vec<Rules>,
    /// What the server's configuration contains.
    pub directory: Option<File>,
    /// The current state of the object.
    pub current: Option<File>,
}

impl Settings {
    /// Returns an error for the first setting that has no effect, with what it needs.
    pub(crate) fn require_effect(&self, files: &Files) -> Result<(), Error> {
        let is_checked = matches!(self.kind, Kind::Request | Kind::Object);
        let has_rules = !files.rules.is_empty();
        let of_rules =
            [("directory", files.directory.is_some()), ("current", files.current.is_some()), ("id", self.id.is_some())];
        let of_checked = [("rules", has_rules), ("featureVersion", self.feature_version.is_some())];
        let needs = |option: &str, needed: &str| Err(Error::Usage(format!("`{option}` needs {needed}")));
        if let Some((option, _)) = of_checked.into_iter().chain(of_rules).find(|(_, given)| *given && !is_checked) {
            return needs(option, "bodies of the kind `request` or `object`");
        }
        if let Some((option, _)) = of_rules.into_iter().find(|(_, given)| *given && !has_rules) {
            return needs(option, "`rules`");
        }
        if self.kind == Kind::Object && !has_rules {
            return Err(Error::Usage("bodies of the kind `object` need `rules`".to_owned()));
        }
        if self.partial && self.kind != Kind::Object {
            return needs("partial", "bodies of the kind `object`");
        }
        if self.allow_unknown && self.kind != Kind::Request {
            return needs("allowUnknown", "bodies of the kind `request`: others may have unknown properties");
        }
        if self.object_type.is_some() && self.id.is_none() {
            return needs("objectType", "`id`");
        }
        if self.max_problems == Some(0) {
            return needs("maxProblems", "a number of at least 1");
        }
        Ok(())
    }
}
