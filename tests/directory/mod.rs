//! Directories of all kinds, and what a check asks them.

mod files;
mod questions;
mod reasons;
