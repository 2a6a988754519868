use super::{Param, expected};
use crate::file::LoadProblem;
use crate::json::tree::{Json, Tree};
use crate::rules::formats::pronunciation::Alphabet;
use crate::rules::load::RuleLoader;
use serde_json::{Value, json};
use std::fmt;
use std::sync::Arc;

/// The symbols that a pronunciation consists of.
#[derive(Clone)]
pub struct PronunciationAlphabet {
    /// `None` is `"arpabet"`.
    symbols: Option<Vec<String>>,
    alphabet: Arc<Alphabet>,
}

impl PronunciationAlphabet {
    /// Returns the symbols; `None` for ARPAbet.
    pub(crate) fn symbols(&self) -> Option<&[String]> {
        self.symbols.as_deref()
    }

    /// Returns the first symbol that contains a separator. An empty separator is contained in none.
    pub(crate) fn symbol_containing(&self, separator: &str) -> Option<&str> {
        self.alphabet.symbol_containing(separator)
    }

    /// Returns whether the string is a sequence of symbols with the separator between them.
    pub(crate) fn matches(&self, value: &str, separator: &str) -> bool {
        self.alphabet.matches(value, separator)
    }
}

impl PartialEq for PronunciationAlphabet {
    fn eq(&self, other: &Self) -> bool {
        self.symbols == other.symbols
    }
}

impl fmt::Debug for PronunciationAlphabet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PronunciationAlphabet").field(&self.symbols).finish()
    }
}

impl Param for PronunciationAlphabet {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        let symbols = match &tree.json {
            Json::String(text) if text == "arpabet" => None,
            Json::Array(items) => {
                if let Some(empty) =
                    items.iter().find(|item| matches!(&item.json, Json::String(text) if text.is_empty()))
                {
                    return Err(LoadProblem::new(empty.at, "expected symbols, found an empty one"));
                }
                Some(Vec::<String>::load(tree, loading)?)
            }
            Json::String(text) => return Err(LoadProblem::unknown(tree.at, "alphabet", text, ["arpabet"])),
            _ => return Err(expected(tree, "a list of symbols, or `\"arpabet\"`")),
        };
        let alphabet = match &symbols {
            None => Alphabet::arpabet(),
            Some(symbols) => Alphabet::new(symbols.iter().cloned()),
        };
        let alphabet = alphabet.map_err(|error| LoadProblem::new(tree.at, error.to_string()))?;
        Ok(Self { symbols, alphabet: Arc::new(alphabet) })
    }

    fn save(&self) -> Option<Value> {
        Some(match &self.symbols {
            None => "arpabet".into(),
            Some(symbols) => symbols.iter().map(String::as_str).collect(),
        })
    }

    fn schema() -> Value {
        json!({"oneOf": [{"type": "string", "enum": ["arpabet"]}, {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}]})
    }
}
