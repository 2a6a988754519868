//! JSON text: a strict tokenizer, and a tree that knows where everything stands.

pub(crate) mod decimal;
pub(crate) mod lexer;
pub(crate) mod number;
pub(crate) mod position;
pub(crate) mod seen_keys;
pub(crate) mod span;
pub(crate) mod tree;
