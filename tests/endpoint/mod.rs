//! The endpoint as a whole: what a server does with a request, and what a client makes of a view.

mod change;
#[cfg(feature = "rules")]
pub(crate) mod evaluate;
#[cfg(feature = "proptest")]
mod exchange;
mod inheritance;
mod query;
