//! Results of checks, in formats for people and for programs.
//!
//! A renderer writes the results of one file after another. It does not use the file system, so files can come from
//! anywhere:
//!
//! ```
//! use icws_schema::render::{CheckedFile, FileResult, OutputFormat, Options};
//! use icws_schema::rules::{Context, RequestChecker};
//!
//! let text = br#"{"externalCallTimeout": {"actualValue": 301}}"#;
//! let report = RequestChecker::recommended().check(text, &Context::new());
//! let mut renderer = OutputFormat::Short.renderer(&Options::new());
//! let mut out = Vec::new();
//! renderer.start(&mut out)?;
//! renderer.result(&mut out, &FileResult::Checked(CheckedFile::request("a.json", text, &report)))?;
//! renderer.end(&mut out)?;
//! assert!(out.starts_with(b"a.json:1:41: externalCallTimeout.actualValue: expected an integer from 1 to 300, found a number"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod entries;
mod escape_json;
mod frame;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod line;
mod loaded;
mod mask;
mod ndjson;
mod options;
mod output_format;
mod renderer;
mod result;
mod sarif;
mod short;
mod span;
mod summary;

pub use escape_json::write as write_json;
pub use loaded::{FileKind, LoadedFile};
pub use options::Options;
pub use output_format::OutputFormat;
pub use renderer::Renderer;
pub use result::{CheckedFile, FileResult};
