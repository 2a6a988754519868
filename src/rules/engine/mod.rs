//! Runs rules over a value from any source: a typed value, a [`Value`](serde_json::Value), or the tree of a JSON text.

mod asker;
mod compiled;
mod cursor;
mod derived;
mod findings;
pub(crate) mod keywords;
mod locate;
mod location_tree;
mod other_properties;
mod outcome;
mod questions;
mod reasons;
mod recorder;
mod reported;
mod run;
mod scope;
mod site;
mod validate;

pub(crate) use compiled::CompiledRule;
pub(crate) use cursor::Cursor;
pub(crate) use findings::RuleFindings;
pub(crate) use other_properties::{OtherProperty, governing_id, holds};
pub(crate) use outcome::{ValueSource, add_to_report};
pub(crate) use recorder::QuestionRecorder;
pub(crate) use reported::ReportedProblems;
pub(crate) use run::{Knowledge, RunInput, run};
pub(crate) use scope::{CurrentValue, Lookup};
pub(crate) use site::RuleSite;
pub(crate) use validate::{DeclaredParameters, Validate};
