//! The bodies of the endpoint's requests and responses, as plain data, and how they are decoded.

pub(crate) mod decode;
mod representation;
mod types;

pub use types::*;

pub(crate) use crate::descriptor::Kind;
