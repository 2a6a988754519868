//! Parsing: what is accepted, what is rejected, where, and that nothing is lost.

#[cfg(feature = "rules")]
mod equality;
mod facts;
mod formats;
mod json;
mod limits;
mod problems;
mod states;
