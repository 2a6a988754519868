//! The bodies of requests and responses, as plain data.
//!
//! | body | type |
//! |---|---|
//! | `PUT /icws/{sessionId}/configuration/users/{id}/client` | [`UserClientConfigurationProperties`] |
//! | its 200 response | [`UpdateOperationResult`] |
//! | its other responses | [`ErrorBody`]: [`ConfigurationError`], [`Error`] or [`UnknownError`] |
//! | `clientConfigurationProperties` of `GET /icws/{sessionId}/configuration/users/{id}` | [`UserClientConfigurationView`] |
//!
//! Each struct has a public field for every member that the vendor documents, and `unknown` for the others. A field of type [`Field`] may be absent or
//! null, one of type [`Option`] may be absent, any other is required and never null. A struct may get more fields in a later version, so it is built
//! with its constructor and setters, and read and changed by its fields:
//!
//! ```
//! use icws_schema::body::{FollowMe, UserClientConfigurationProperties};
//!
//! let mut update = UserClientConfigurationProperties::new().with_call_forward_all(true).with_follow_me([FollowMe::new("8042", 15)]);
//! update.external_call_timeout.set(30);
//! assert_eq!(update.external_call_timeout.actual(), Some(&30));
//! ```
//!
//! The description of each member is marked `(documented)` if the vendor describes it, or `(our description)` if it is
//! inferred from the name; [`MemberInfo`] has the same as data. Behavior that the vendor does not document is marked '(our
//! choice)'.

pub(crate) mod decode;
mod representation;
mod types;

pub use types::*;

pub(crate) use crate::descriptor::JsonType;
