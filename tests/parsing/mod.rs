//! Reading: what is taken, what is refused, where, and that nothing is lost.

mod facts;
mod formats;
mod json;
mod limits;
mod problems;
mod states;
