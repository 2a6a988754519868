//! What JavaScript calls. `lib/api.js` and `bin/icws-schema.js` make of it what people use.

mod lines;
mod results;

pub use results::Results;

use icws_schema_bindings::{self as bindings, Error, File, Rules, Settings};
use serde_json::json;
use wasm_bindgen::prelude::*;

/// Returns the version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
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
    /// Returns JSON with the member `usage`, a string, or `problems`, an array of strings.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, files: Files) -> Result<Self, JsValue> {
        let settings: Settings =
            serde_json::from_str(settings).map_err(|error| thrown(&Error::Usage(error.to_string())))?;
        bindings::Checker::new(settings, files.0).map(Self).map_err(|error| thrown(&error))
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
        Error::Load(problems) => json!({"problems": problems}),
    };
    thrown.to_string().into()
}
