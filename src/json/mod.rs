//! JSON: a strict lexer, a tree with positions, diagnosis of syntax errors, and writing.

mod call;
pub(crate) mod character;
mod csv_cell;
mod detection;
mod diagnosis;
mod document;
pub(crate) mod encoding;
pub(crate) mod escape;
pub(crate) mod first_names;
mod help;
mod html;
mod ignored;
mod in_string;
mod inner_quotes;
pub(crate) mod lex_error;
pub(crate) mod lexer;
pub(crate) mod markup;
pub(crate) mod number;
pub(crate) mod placeholder;
pub(crate) mod position;
pub(crate) mod property_value;
pub(crate) mod recovery;
pub(crate) mod seen_keys;
pub(crate) mod span;
pub(crate) mod syntax_error;
pub(crate) mod tree;
mod words;
mod wrap;
pub(crate) mod write;

#[cfg(test)]
mod tests;
