//! Types, checks and JSON Schema for one endpoint of Genesys PureConnect's Interaction Center Web Services (ICWS):
//! `PUT /icws/{sessionId}/configuration/users/{id}/client`, which changes the client configuration of a user.
//!
//! It reports every problem of a body before the body is sent, each with its location:
//!
//! ```
//! # #[cfg(feature = "rules")] {
//! use icws_schema::rules::{Context, RequestChecker};
//!
//! let body = r#"{
//!   "callForwardAll": {"actualValue": "yes"},
//!   "externalCallTimeout": {"actualValue": 900},
//!   "followMe": [{"phoneNumber": "+1 317 555 0100", "timeout": 15}],
//!   "ringWhenOnThePhone": {"actualValue": true}
//! }"#;
//!
//! let checker = RequestChecker::recommended();
//! let report = checker.check(body, &Context::new());
//! assert_eq!(report.to_string(), "\
//! 2:37: callForwardAll.actualValue: expected a boolean or null, found a string of 3 characters; write `true` or `false`, without quotes
//! 4:16: followMe[0].usePin: missing required property, expected a boolean; add `\"usePin\": true` or `\"usePin\": false`, unless it is there under another name
//! 5:3: ringWhenOnThePhone: unknown property, expected a property of UserClientConfigurationProperties; did you mean `ringWhenOnPhone`?
//! 3:42: externalCallTimeout.actualValue: expected an integer from 1 to 300, found a number; the time is in seconds (range, /rules/4; An assumption: the server's bounds are not published.)");
//! # }
//! ```
//!
//! # Where to go
//!
//! | task | see |
//! |---|---|
//! | build a request, or use what a server returned | [`body`]: one type for each JSON object of the endpoint, which keeps absent, null and a value apart |
//! | parse, and get every problem at once | [`from_slice`], [`from_str`], [`from_value`], [`ParseOptions`] |
//! | handle problems | [`report`]: locations, kinds, what was expected and what was found |
//! | apply limits of your own | [`rules`]: the 46 validators, rule sets from files or in code; [rule files](docs::rule_files) |
//! | check against the server's users, extensions, mailboxes | [`directory`]; [directory files](docs::directory_files) |
//! | parse responses, or create them in a mock server | [`response`]; [`license`] for license errors |
//! | write a client or a mock server, with any HTTP library | [`endpoint`]; [clients and mock servers](docs::endpoint) |
//! | predict the response to a request, and what it changes | [`endpoint::evaluate`](endpoint), with its `State` and `Step`s |
//! | compute the smallest PUT from views, or explain their values | [`endpoint::diff`], [`endpoint::apply`], [`endpoint::to_put`], [`endpoint::resolve`], [`endpoint::explain`] |
//! | look up codes and error ids | [`codes`] |
//! | get JSON Schema (draft 2020-12 or draft-07) or OpenAPI | [`schema`]; [schemas](docs::schemas) |
//! | generate valid and invalid bodies for tests | [`strategy`] |
//! | validate with garde | [`mod@garde`] |
//! | use the crates whose types are part of this API | [`exports`] |
//! | check files without Rust | the command `icws-schema`, see the [README](https://crates.io/crates/icws-schema) |
//! | understand the decisions | the pages: [wire](docs::wire), [documented or our choice](docs::choices), [the vendor's page, statement by statement](docs::statements), [design](docs::design), [comparison](docs::comparison), [stability](docs::stability) |
//!
//! # Scope
//!
//! The crate covers the request and response bodies of this endpoint, and those of the GET that reads the same properties
//! back. Rules can check any other JSON object too. The crate opens no connection and stores nothing: a client sends, a mock
//! server responds, a tool provisions.
//!
//! Behavior that the vendor does not document is marked '(our choice)', and [one page](docs::choices) lists all of it. This
//! project is not affiliated with Genesys.
//!
//! # Features
//!
//! | feature | adds | default |
//! |---|---|---|
//! | `rules` | [`rules`], [`directory`], [`license`] | yes |
//! | `garde` | [`mod@garde`]: `garde::Validate` under a rule set | yes |
//! | `schema` | [`schema`], `JsonSchema` for every type | yes |
//! | `http` | conversions between [`endpoint`] and the crate `http` | no |
//! | `proptest` | [`strategy`], `Arbitrary` for every type | no |
//! | `render` | [`mod@render`]: reports in formats for people and for programs | no |
//! | `cli` | the command `icws-schema`, and case files: [`mod@cases`] | no |
//!
//! With `default-features = false`, the crate has the types, the codes, the parser, the responses and the endpoint.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(all(feature = "rules", feature = "schema", feature = "proptest")),
    allow(dead_code, unused_imports, unreachable_pub, reason = "rules, schemas and strategies use what others do not")
)]

pub mod body;
#[cfg(feature = "cli")]
pub mod cases;
pub mod codes;
mod descriptor;
#[cfg(feature = "rules")]
pub mod directory;
pub mod docs;
pub mod endpoint;
pub mod exports;
pub mod file;
mod fold;
#[cfg(feature = "garde")]
pub mod garde;
mod json;
#[cfg(feature = "rules")]
pub mod license;
mod location;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
pub mod response;
#[cfg(feature = "rules")]
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "proptest")]
pub mod strategy;
mod suggest;
mod value_ref;
mod vocabulary;

pub use body::decode::{EnclosingText, ParseOptions, Parsed, Representation, from_slice, from_str, from_value};
pub use report::error::Error;

/// The examples of the README run.
#[cfg(all(doctest, feature = "rules", feature = "schema"))]
#[doc = include_str!("../README.md")]
struct Readme;
