//! Detection of the kind of a file from its members.

use clap::ValueEnum;
use icws_schema::directory::Section;
use icws_schema::file::suggestion;
use icws_schema::render::FileKind;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// A kind of file that is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LoadedFileKind {
    /// Rules for requests
    Rules,
    /// Rules for any object
    ObjectRules,
    /// Directory file
    Directory,
    /// State file; its values are never shown
    State,
    /// Case file
    Cases,
}

impl From<LoadedFileKind> for FileKind {
    fn from(kind: LoadedFileKind) -> Self {
        match kind {
            LoadedFileKind::Rules | LoadedFileKind::ObjectRules => Self::Rules,
            LoadedFileKind::Directory => Self::Directory,
            LoadedFileKind::State => Self::State,
            LoadedFileKind::Cases => Self::Cases,
        }
    }
}

/// Members that only state files have.
const STATE: [&str; 8] =
    ["version", "users", "templates", "roles", "workgroups", "defaultUser", "licenses", "sessions"];

/// Returns the kind of file that shares the most members with a file, as far as it is JSON; `None` if there are none.
pub(crate) fn guess(text: &str) -> Option<LoadedFileKind> {
    let mut names = MemberNames::default();
    // What is read before a syntax error counts.
    let read = (&mut names).deserialize(&mut serde_json::Deserializer::from_str(text));
    let names = if read.is_err_and(|error| error.is_syntax()) { names_before_colons(text) } else { names.0 };
    let sections: Vec<_> = Section::ALL.iter().map(|section| section.name()).collect();
    let is_known = |name: &str| name == "rules" || STATE.contains(&name) || sections.contains(&name);
    // A name counts more than one that is similar.
    let count = |known: &[&str]| -> usize {
        let similar = |name: &str| usize::from(!is_known(name) && suggestion(name, known.iter().copied()).is_some());
        names.iter().map(|name| similar(name) + 2 * usize::from(known.contains(&&**name))).sum()
    };
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    // Every state file has a version.
    let state = count(&STATE) / if has("version") { 1 } else { 4 };
    let counts = [
        (LoadedFileKind::Cases, if has("cases") { 2 * names.len() } else { 0 }),
        (LoadedFileKind::State, state),
        (LoadedFileKind::Directory, count(&sections)),
        (LoadedFileKind::Rules, count(&["rules"])),
    ];
    let most = counts.into_iter().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0);
    most.map(|(kind, _)| kind)
}

/// Returns whether a text has rules, even if it is not a rule file: an array of rules, or a single rule.
pub(crate) fn has_rules(text: &str) -> bool {
    names_before_colons(text).iter().any(|name| name == "validator")
}

/// Returns the words that are followed by a colon, with or without quotation marks, in text that is not JSON.
fn names_before_colons(text: &str) -> Vec<String> {
    let quotes = ['"', '\'', '`', '\u{201c}', '\u{201d}'];
    let parts = text.split(':').map(|before| before.trim_end().trim_end_matches(quotes));
    let word = |before: &str| {
        let start = before.rfind(|character: char| !character.is_alphanumeric() && character != '$');
        start
            .map_or(before, |start| before[start..].trim_start_matches(|first: char| !first.is_alphanumeric()))
            .to_owned()
    };
    parts.map(word).filter(|word| !word.is_empty()).collect()
}

/// The names of the members of an object.
#[derive(Default)]
struct MemberNames(Vec<String>);

impl<'de> DeserializeSeed<'de> for &mut MemberNames {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut MemberNames {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            self.0.push(name);
            members.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{LoadedFileKind, guess};

    #[test]
    fn a_file_is_of_the_kind_whose_members_it_has() {
        for (text, kind) in [
            (r#"{"$schema": "x", "rules": []}"#, LoadedFileKind::Rules),
            (r#"{"rulez": []}"#, LoadedFileKind::Rules),
            (r#"{"extensions": [], "rules": []}"#, LoadedFileKind::Rules),
            (r#"{"timeZone": []}"#, LoadedFileKind::Directory),
            (r#"{"extensions": [1, "#, LoadedFileKind::Directory),
            (r#"{"version": 1, "roles": []}"#, LoadedFileKind::State),
            (r#"{"rules": [], "directory": {}, "cases": []}"#, LoadedFileKind::Cases),
            (r#"{"rules": [], "version": 1}"#, LoadedFileKind::Rules),
            (
                r#"{"extension": [], "workgroups": [], "users": [], "timezones": [], "language": []}"#,
                LoadedFileKind::Directory,
            ),
            ("{extensions: ['8001'], languages: []}", LoadedFileKind::Directory),
            ("extensions:\n  - 8001\n", LoadedFileKind::Directory),
            ("{'rules': [{'validator': 'range'}]}", LoadedFileKind::Rules),
        ] {
            assert_eq!(guess(text), Some(kind), "{text}");
        }
        for text in ["", "[]", "{}", r#"{"$schema": "x", "title": "RuleFile", "type": "object"}"#] {
            assert_eq!(guess(text), None, "{text}");
        }
    }
}
