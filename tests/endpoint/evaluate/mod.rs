//! What a server does with a request.

mod case;
pub(crate) mod conditions;
mod files;
#[cfg(feature = "proptest")]
mod laws;
mod results;
