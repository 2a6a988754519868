//! JSON Schema, draft 2020-12, of every representation: of the same tables that read and write them.
//!
//! Requests close their objects, answers leave them open. What JSON Schema cannot say is left to reading: repeated members, numbers beyond a
//! double, and text that is no JSON.
//!
//! Every representation is [`schemars::JsonSchema`], so a type that holds one has a schema too. The generator of such a type names what it
//! finds; what is within a request is called `FollowMeRequest` there, as `FollowMe` of an answer may stand beside it.
//!
//! ```
//! use icws_schema::body::FollowMe;
//! use icws_schema::schema;
//!
//! let schema = schema::request::<FollowMe>();
//! assert_eq!(schema.get("title").and_then(|title| title.as_str()), Some("FollowMe"));
//! for file in schema::files() {
//!     println!("{}: {} bytes", file.name, file.text.len());
//! }
//! ```

mod definition;
mod files;
mod format;
mod implement;
mod pattern;
mod rule_file;
mod ruled;
mod view_document;
mod write;
pub use files::files_under;
pub use files::{SchemaFile, Stale, files, stale};
pub use rule_file::{directory_file, report, rule_file};
pub use ruled::{OmittedRule, RuleSchema, request_under};

use crate::body::decode::Representation;
use crate::descriptor::Direction;
use schemars::Schema;
use schemars::generate::SchemaSettings;

/// The schema of a representation in a request: closed, `actualValue` required, codes from the lists alone.
#[must_use]
pub fn request<T: Representation>() -> Schema {
    root::<T>(Direction::Request)
}

/// The schema of a representation in an answer: open, codes of newer servers taken.
#[must_use]
pub fn answer<T: Representation>() -> Schema {
    root::<T>(Direction::Response)
}

fn root<T: Representation>(direction: Direction) -> Schema {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = definition::root::<T>(direction, &mut generator, definition::reference);
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    let definitions = generator.take_definitions(true);
    if !definitions.is_empty() {
        schema.insert("$defs".to_owned(), definitions.into());
    }
    schema
}
