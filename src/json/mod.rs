//! JSON text: a strict tokenizer and a tree that knows where everything stands.

pub(crate) mod tree;
