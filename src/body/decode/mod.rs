//! Decoding: from bytes, strings and values to a representation, or to all of its problems.
//!
//! A source (`json` for the tokens of JSON text, `serde` for any deserializer) passes what it finds to the tables of
//! `members` and `scalars` (what has another form is read by `other_forms`), and `DecodeContext` collects the problems.

mod context;
mod enclosing;
mod fast_accept;
mod inner_body;
mod inspect;
mod json;
pub(crate) mod members;
mod other_forms;
mod parse;
pub(crate) mod raw_value;
mod scalars;
mod select;
mod serde;

pub use enclosing::EnclosingText;
pub use parse::{ParseOptions, Parsed, Representation, from_slice, from_str, from_value};

pub(crate) use self::serde::deserialize;
pub(crate) use context::{DecodeContext, ValueHook};
pub(crate) use fast_accept::FastAccept;
pub(crate) use parse::{Decode, Omission, missing_body, unkept};
pub(crate) use raw_value::{any as inspect, any_value as inspect_value};
pub(crate) use select::{decode_as, peek_members};
