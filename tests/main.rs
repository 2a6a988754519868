//! What the crate promises, by subject.

mod reading;
