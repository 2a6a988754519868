//! What is wrong with a body, as data.

mod place;

pub use place::{Place, Segment};
