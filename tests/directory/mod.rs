//! Directories from files and in code, and the questions of a check.

mod files;
mod meant;
mod questions;
mod reasons;
