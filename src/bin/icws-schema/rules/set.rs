//! Rule sets of the crate, as files.

use icws_schema::rules::RuleSet;
use icws_schema::schema;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// The names of the sets.
pub(crate) const NAMES: [&str; 2] = ["recommended", "documented"];

/// Returns the set with a name.
pub(crate) fn find(name: &str) -> Option<RuleSet> {
    match name {
        "recommended" => Some(RuleSet::recommended()),
        "documented" => Some(RuleSet::documented()),
        _ => None,
    }
}

/// Writes a set as a rule file with a rule in each line. Its `$schema` is the published schema.
pub(crate) fn write(out: impl Write, set: &RuleSet) -> io::Result<()> {
    let schema = schema::files().into_iter().find(|file| file.name == "ruleFile.json");
    let schema: serde_json::Value =
        schema.map(|file| serde_json::from_str(&file.text)).transpose()?.unwrap_or_default();
    write_with(out, schema["$id"].as_str().unwrap_or_default(), set)
}

/// Writes a set as a rule file with a schema.
pub(crate) fn write_with(mut out: impl Write, schema: &str, set: &RuleSet) -> io::Result<()> {
    write!(out, "{{\n  \"$schema\": {},\n  \"rules\": [", line(&schema)?)?;
    for (index, rule) in set.iter().enumerate() {
        write!(out, "{}\n    {}", if index > 0 { "," } else { "" }, line(rule)?)?;
    }
    writeln!(out, "{}]\n}}", if set.rules().is_empty() { "" } else { "\n  " })
}

/// Returns a value as one line of JSON with spaces after commas and colons.
pub(crate) fn line(value: &impl Serialize) -> io::Result<String> {
    let mut line = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut line, SpacedFormatter))?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}

/// A compact formatter with spaces.
struct SpacedFormatter;

impl Formatter for SpacedFormatter {
    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}
