//! The endpoint as a whole, without a network.

mod change;
mod members;

pub use change::{MissingOwnValues, apply, assume_own_values, diff, to_put};
pub use members::{Member, MemberMut, MemberRef, UnknownMember};
