//! Rules as data, and the checkers that are made of them.

mod building;
mod checking;
mod loading;
mod meant;
mod serializing;
