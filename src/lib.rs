//! Schema and validation core for one endpoint of Genesys `PureConnect`'s Interaction Center Web Services:
//! `PUT /icws/{sessionId}/configuration/users/{id}/client`, which changes a user's client configuration.
//!
//! ```
//! use icws_schema::body::{FollowMe, UserClientConfigurationProperties};
//!
//! let mut update = UserClientConfigurationProperties::new();
//! update.call_forward_all.set(true);
//! update.follow_me.set([FollowMe::new("+13175550100", 15).with_use_pin(true)]);
//! update.external_call_timeout.inherit();
//!
//! let body = serde_json::to_string(&update)?;
//! assert_eq!(icws_schema::from_slice::<UserClientConfigurationProperties>(&body)?, update);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Scope
//!
//! Plain data for what travels, the code lists, reading that finds everything that is wrong, JSON Schema of the same types. There is no
//! networking here: a client sends, a mock server answers, a tool provisions with what this crate says.
//!
//! What the vendor's documentation states and what is our choice are told apart: an item says 'our choice' where the documentation is
//! silent.
//!
//! # Features
//!
//! | feature | brings | on by default |
//! |---|---|---|
//! | `rules` | the validators, rule sets, directory | yes |
//! | `schema` | JSON Schema of every representation | yes |
//! | `proptest` | strategies for property tests | no |
//! | `cli` | the command `icws-schema` | no |
//!
//! Without any, the crate is types, codes and reading.

#![cfg_attr(not(feature = "rules"), allow(dead_code, reason = "rules look at values by name"))]

pub mod body;
pub mod codes;
mod descriptor;
#[cfg(feature = "rules")]
pub mod directory;
pub mod file;
mod fold;
#[cfg(feature = "rules")]
pub mod garde;
mod json;
#[cfg(feature = "rules")]
pub mod license;
mod location;
pub mod report;
pub mod response;
#[cfg(feature = "rules")]
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "proptest")]
pub mod strategy;
mod suggest;
mod value_ref;
mod vocabulary;

pub use body::decode::{ParseOptions, Parsed, Representation, from_slice, from_str, from_value};
pub use report::Error;

/// The examples of the README run.
#[cfg(all(doctest, feature = "rules", feature = "schema"))]
#[doc = include_str!("../README.md")]
struct Readme;
