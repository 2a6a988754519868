//! The validators as rules.

pub(crate) mod text;
