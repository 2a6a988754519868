//! Schema and validation core for one endpoint of Genesys `PureConnect`'s Interaction Center Web Services:
//! `PUT /icws/{sessionId}/configuration/users/{id}/client`, which changes a user's client configuration.
//!
//! ```
//! use icws_schema::{FollowMe, UserClientConfigurationProperties};
//!
//! let mut update = UserClientConfigurationProperties::default();
//! update.call_forward_all.set(true);
//! update.follow_me.set([FollowMe::new("+13175550100", 15, true)]);
//! update.external_call_timeout.inherit();
//!
//! let body = serde_json::to_string(&update)?;
//! assert_eq!(icws_schema::read::<UserClientConfigurationProperties>(&body)?, update);
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

mod answer;
mod codes;
#[cfg(feature = "rules")]
pub mod directory;
#[cfg(feature = "rules")]
pub mod interop;
mod json;
#[cfg(feature = "rules")]
pub mod license;
#[cfg(feature = "rules")]
mod node;
mod read;
pub mod report;
#[cfg(feature = "rules")]
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "proptest")]
pub mod strategy;
mod wire;

pub use answer::{Answer, AnswerError, Challenge, ChallengeError};
pub use codes::{
    EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, UnlistedCode, UnlistedErrorId, ValidationErrorType,
};
pub use read::{Reader, Representation, read, read_value};
pub use report::Report;
#[cfg(feature = "rules")]
pub use rules::{Context, RuleSet, Rules};
pub use wire::{
    AnyError, ConfigurationError, ConfigurationId, Error, Field, FollowMe, Inheritable, InheritableBooleanProperty,
    InheritableIntProperty, InheritableProperty, InheritableStringProperty, InheritedBooleanValue, InheritedInt,
    InheritedString, InheritedValue, LicenseError, Unlisted, UnlistedError, UpdateOperationResult,
    UserClientConfigurationProperties, UserClientConfigurationView, ValidationError,
};

/// The examples of the README run.
#[cfg(all(doctest, feature = "rules", feature = "schema"))]
#[doc = include_str!("../README.md")]
struct Readme;
