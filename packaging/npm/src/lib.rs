//! What JavaScript calls. `lib/api.js` and `bin/icws-schema.js` make of it what people use.

#[path = "../../../src/bin/icws-schema/check/effect.rs"]
mod effect;
#[path = "../../../src/bin/icws-schema/check/envelope.rs"]
mod envelope;
mod lines;
mod results;
#[path = "../../../src/bin/icws-schema/check/utf_16.rs"]
mod utf_16;

pub use results::Results;

use icws_schema::render::OutputFormat;
use icws_schema::report::Escaped;
use icws_schema_bindings::{self as bindings, Error, File, Rules, Settings};
use serde_json::{Map, Value, json};
use wasm_bindgen::prelude::*;

/// Returns the version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Returns a name such that it can be printed.
#[wasm_bindgen]
#[must_use]
pub fn escaped(name: &str) -> String {
    Escaped(name).to_string()
}

/// Returns the name of a rule set that is similar to the name of a file.
#[wasm_bindgen]
#[must_use]
pub fn similar_rules(name: &str) -> Option<String> {
    Rules::similar(name).map(str::to_owned)
}

/// Returns the names of the formats.
#[wasm_bindgen]
#[must_use]
pub fn format_names() -> Vec<String> {
    OutputFormat::ALL.iter().map(|format| format.name().to_owned()).collect()
}

/// Checks that each option of the command has an effect. The options that are given are JSON; `--show-values` is given if it
/// shows values.
///
/// # Errors
///
/// Returns the message of the command.
#[wasm_bindgen]
pub fn require_effect(options: &str) -> Result<(), JsValue> {
    let options: Map<String, Value> = serde_json::from_str(options).unwrap_or_default();
    let value = |option: &str| options.get(option).and_then(Value::as_str).unwrap_or_default();
    effect::require_effect(value("as"), value("format"), |option| options.contains_key(option)).map_err(JsValue::from)
}

/// A pattern of a name in a folder, with `*`, `?` and `[...]`.
#[wasm_bindgen]
pub struct Pattern(glob::Pattern);

#[wasm_bindgen]
impl Pattern {
    /// Parses a pattern.
    ///
    /// # Errors
    ///
    /// Returns its problems.
    #[wasm_bindgen(constructor)]
    pub fn new(pattern: &str) -> Result<Self, JsValue> {
        glob::Pattern::new(pattern).map(Self).map_err(|error| error.to_string().into())
    }

    /// Returns whether a name matches.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        self.0.matches(name)
    }
}

/// The files with which bodies are checked.
#[wasm_bindgen]
#[derive(Default)]
pub struct Files(bindings::Files);

#[wasm_bindgen]
impl Files {
    /// No file.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the rule set of a name; returns whether there is one.
    pub fn rule_set(&mut self, name: &str) -> bool {
        let set = Rules::of_name(name);
        let is_known = set.is_some();
        self.0.rules.extend(set);
        is_known
    }

    /// Adds a rule file.
    pub fn rule_file(&mut self, name: String, bytes: Vec<u8>) {
        self.0.rules.push(Rules::File(File { name, bytes }));
    }

    /// Sets the directory file.
    pub fn directory(&mut self, name: String, bytes: Vec<u8>) {
        self.0.directory = Some(File { name, bytes });
    }

    /// Sets the file of the current state.
    pub fn current(&mut self, name: String, bytes: Vec<u8>) {
        self.0.current = Some(File { name, bytes });
    }
}

/// Checks bodies.
#[wasm_bindgen]
pub struct Checker(bindings::Checker);

#[wasm_bindgen]
impl Checker {
    /// Loads what bodies are checked with. The settings are JSON.
    ///
    /// # Errors
    ///
    /// Returns JSON with the member `usage`, a string, or `problems` and `warnings`, arrays of strings.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, files: Files) -> Result<Self, JsValue> {
        let settings: Settings =
            serde_json::from_str(settings).map_err(|error| thrown(&Error::Usage(error.to_string())))?;
        bindings::Checker::new(settings, files.0).map(Self).map_err(|error| thrown(&error))
    }

    /// Returns what is suspicious in the files, each as `file: warning: ...`.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.0.warnings().to_vec()
    }

    /// Checks a body, and returns the report as JSON.
    #[must_use]
    pub fn check(&self, payload: &[u8], show_values: bool) -> String {
        let report = self.0.session().check(payload);
        let written = if show_values {
            serde_json::to_string(&report.with_values().of(payload))
        } else {
            serde_json::to_string(&report)
        };
        written.unwrap_or_default()
    }
}

fn thrown(error: &Error) -> JsValue {
    let thrown = match error {
        Error::Usage(message) => json!({"usage": message}),
        Error::Load { problems, warnings } => json!({"problems": problems, "warnings": warnings}),
    };
    thrown.to_string().into()
}
