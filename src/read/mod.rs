//! Reading: from bytes, texts and values to a representation, or to everything that is wrong.
//!
//! There is one way in. A driver (`pull` over the tokens of a JSON text, `visit` over any `serde` deserializer) hands what it
//! finds to the tables of `wire`, and `Cx` gathers what is wrong.

pub(crate) mod capture;
mod cx;
mod pull;
mod reader;
#[cfg_attr(not(feature = "rules"), allow(dead_code, reason = "rules judge"))]
mod sure;
mod visit;

pub use reader::{Reader, Representation, read, read_value};

#[cfg(feature = "rules")]
pub(crate) use capture::{any as inspect, any_value as inspect_value};
#[cfg(feature = "rules")]
pub(crate) use cx::Judge;
pub(crate) use cx::{Cx, LISTS, Span};
pub(crate) use reader::Read;
#[cfg(feature = "rules")]
pub(crate) use reader::{filled, unkept};
#[cfg(feature = "rules")]
pub(crate) use sure::Sure;
pub(crate) use visit::deserialize;
