//! What is measured: the payloads, and what one would use instead of `icws-schema`.

pub mod floor;
pub mod garde_derive;
pub mod payloads;
pub mod serde_valid_derive;
pub mod validator_derive;
