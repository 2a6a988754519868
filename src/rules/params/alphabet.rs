use super::{Param, Reader, load_items, write_array};
use crate::file::{LoadExpected, LoadProblem};
use crate::json::tree::{Json, Tree};
use crate::json::write::write_string;
use crate::rules::formats::pronunciation::Alphabet;
use crate::suggest::nearest;
use serde_json::{Value, json};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

const ARPABET: &str = "arpabet";

/// The symbols that a pronunciation consists of, case-sensitive: those of ARPAbet, or the caller's.
///
/// ```
/// use icws_schema::rules::PronunciationAlphabet;
///
/// let alphabet: PronunciationAlphabet = ["a", "b"].into();
/// assert_eq!(alphabet.symbols().map(<[_]>::len), Some(2));
/// assert_eq!(PronunciationAlphabet::arpabet().symbols(), None);
/// ```
#[derive(Clone)]
pub struct PronunciationAlphabet {
    /// `None` for ARPAbet.
    symbols: Option<Arc<[String]>>,
    alphabet: Arc<Alphabet>,
}

impl PronunciationAlphabet {
    /// Returns the 39 symbols of ARPAbet, vowels with an optional stress digit 0 to 2; in a rule file `"arpabet"`.
    #[must_use]
    pub fn arpabet() -> Self {
        Self { symbols: None, alphabet: Arc::new(Alphabet::arpabet()) }
    }

    /// Returns the symbols; `None` for ARPAbet.
    #[must_use]
    pub fn symbols(&self) -> Option<&[String]> {
        self.symbols.as_deref()
    }

    /// Returns a symbol that contains a separator; `None` for the empty separator.
    pub(crate) fn symbol_containing(&self, separator: &str) -> Option<&str> {
        self.alphabet.symbol_containing(separator)
    }

    /// Returns whether a string is a sequence of symbols with the separator between them.
    pub(crate) fn matches(&self, string: &str, separator: &str) -> bool {
        self.alphabet.matches(string, separator)
    }
}

impl<S: Into<String>> FromIterator<S> for PronunciationAlphabet {
    fn from_iter<I: IntoIterator<Item = S>>(symbols: I) -> Self {
        let symbols: Arc<[String]> = symbols.into_iter().map(Into::into).collect();
        // An empty symbol is rejected with the rule set.
        let searched = symbols.iter().filter(|symbol| !symbol.is_empty()).cloned();
        let alphabet = Arc::new(Alphabet::new(searched));
        Self { symbols: Some(symbols), alphabet }
    }
}

impl<S: Into<String>, const N: usize> From<[S; N]> for PronunciationAlphabet {
    fn from(symbols: [S; N]) -> Self {
        symbols.into_iter().collect()
    }
}

impl<S: Into<String>> From<Vec<S>> for PronunciationAlphabet {
    fn from(symbols: Vec<S>) -> Self {
        symbols.into_iter().collect()
    }
}

impl PartialEq for PronunciationAlphabet {
    fn eq(&self, other: &Self) -> bool {
        self.symbols == other.symbols
    }
}

impl Eq for PronunciationAlphabet {}

impl Hash for PronunciationAlphabet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.symbols.hash(state);
    }
}

impl fmt::Debug for PronunciationAlphabet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.symbols() {
            None => f.write_str(ARPABET),
            Some(symbols) => f.debug_list().entries(symbols).finish(),
        }
    }
}

impl Param for PronunciationAlphabet {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        match &value.json {
            Json::String(name) if name == ARPABET => Some(Self::arpabet()),
            Json::String(name) => {
                let problem = LoadProblem::value(value, LoadExpected::Alphabet);
                reader.report(problem.with_suggestion(nearest(name, [ARPABET]).map(str::to_owned)));
                None
            }
            Json::Array(_) => load_items(value, LoadExpected::Alphabet, reader, |item, reader| {
                let symbol = String::load(item, reader)?;
                if symbol.is_empty() { reader.value(item, LoadExpected::NotEmpty) } else { Some(symbol) }
            })
            .map(Self::from),
            _ => reader.value(value, LoadExpected::Alphabet),
        }
    }

    fn write(&self, json: &mut String) {
        match self.symbols() {
            None => write_string(ARPABET, json),
            Some(symbols) => write_array(symbols, json, |symbol, json| write_string(symbol, json)),
        }
    }

    fn words() -> Vec<(&'static str, &'static str)> {
        vec![(ARPABET, "39 symbols, vowels with an optional stress digit 0 to 2.")]
    }

    fn schema() -> Value {
        json!({"oneOf": [
            {"type": "string", "enum": [ARPABET]},
            {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
        ]})
    }
}
