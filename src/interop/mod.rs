//! Adapters to other crates: a file each.

pub mod garde;
