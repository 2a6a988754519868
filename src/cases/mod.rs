//! Case files: rules, bodies, and the expected findings of a check of each body, as data.
//!
//! A case file tests a rule set without a program. The cases of this crate have the same format, and other
//! implementations can be compared with them.
//!
//! ```
//! use icws_schema::cases::{CaseFile, CaseOutcome, CaseRunner};
//!
//! let file = CaseFile::from_json(r#"{
//!   "rules": {"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60}]},
//!   "cases": [
//!     {"name": "a minute", "body": {"externalCallTimeout": {"actualValue": 60}}},
//!     {"name": "too long", "body": {"externalCallTimeout": {"actualValue": 61}},
//!      "expected": {"problems": [{"validator": "range", "pointer": "/externalCallTimeout/actualValue"}]}}
//!   ]
//! }"#)?;
//! let mut runner = CaseRunner::new(|name| Err(format!("{name}: no files here")));
//! for case in file.cases() {
//!     assert_eq!(runner.run(case).unwrap().outcome(), CaseOutcome::Ok);
//! }
//! # Ok::<(), icws_schema::file::LoadError>(())
//! ```

mod case;
mod checker;
mod compare;
mod findings;
mod found;
mod load;
mod load_expected;
mod messages;
mod runner;

pub use crate::file::CaseTarget;
pub use case::{Case, CaseFile};
pub use compare::{CaseEntry, CaseOutcome, CaseResult, Difference};
pub use findings::{CaseFindings, CaseProblem, CaseRejection, CaseUnchecked};
pub use messages::{ConformanceResponse, respond};
pub use runner::{CaseError, CaseRunner, LoadedCase};
