//! The behavior of the crate, by subject.

#![allow(clippy::needless_pass_by_value)] // a table of cases reads better without references

#[cfg(all(feature = "rules", feature = "schema", feature = "proptest"))]
mod agreement;
#[cfg(feature = "rules")]
mod allocations;
mod bodies;
#[cfg(feature = "rules")]
mod boundaries;
mod canary;
#[cfg(feature = "cli")]
mod command;
#[cfg(feature = "rules")]
mod directory;
#[cfg(all(feature = "rules", feature = "schema"))]
mod documentation;
mod endpoint;
mod exact_numbers;
#[cfg(all(feature = "rules", feature = "schema"))]
mod fuzz;
#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "rules")]
mod licenses;
mod messages;
mod parsing;
mod representations;
#[cfg(feature = "proptest")]
mod responses;
mod rng;
#[cfg(feature = "rules")]
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod sorted;
#[cfg(feature = "proptest")]
mod strategies;
mod traits;
#[cfg(feature = "rules")]
mod validators;
