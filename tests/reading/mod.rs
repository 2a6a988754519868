//! Reading: what is taken, what is refused, where, and that nothing is lost.

mod facts;
mod faults;
mod formats;
mod hostile;
mod json;
mod states;
