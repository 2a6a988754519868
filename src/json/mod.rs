//! JSON text: a strict tokenizer, and a tree that knows where everything stands.

pub(crate) mod decimal;
pub(crate) mod names;
pub(crate) mod position;
pub(crate) mod tokens;
pub(crate) mod tree;
