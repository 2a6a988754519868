//! What the crate promises, by subject.

#![allow(clippy::needless_pass_by_value)] // a table of cases reads better without references

#[cfg(all(feature = "rules", feature = "schema", feature = "proptest"))]
mod agreement;
mod bodies;
#[cfg(feature = "cli")]
mod command;
mod dice;
#[cfg(feature = "rules")]
mod directory;
#[cfg(all(feature = "rules", feature = "schema"))]
mod documentation;
#[cfg(feature = "proptest")]
mod endpoint;
mod faults;
#[cfg(all(feature = "rules", feature = "schema"))]
mod fuzz;
#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "rules")]
mod licenses;
mod reading;
#[cfg(feature = "proptest")]
mod responses;
#[cfg(feature = "rules")]
mod rules;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "proptest")]
mod strategies;
mod traits;
#[cfg(feature = "rules")]
mod validators;
