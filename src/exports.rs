//! The crates whose types are part of this crate's API, in the versions that this crate uses.
//!
//! ```
//! use icws_schema::body::FollowMe;
//! use icws_schema::exports::serde_json;
//!
//! assert_eq!(serde_json::to_value(FollowMe::new("8042", 15))?["timeout"], 15);
//! # Ok::<(), serde_json::Error>(())
//! ```

#[cfg(feature = "garde")]
pub use ::garde;
#[cfg(feature = "http")]
pub use http;
#[cfg(feature = "proptest")]
pub use proptest;
#[cfg(feature = "schema")]
pub use schemars;
pub use serde;
pub use serde_json;
