use super::current_object::CurrentObject;
use super::engine::Knowledge;
use crate::body::UserClientConfigurationView;
use crate::directory::{Directory, Subject};
use std::fmt;

/// Additional knowledge for a check of a request. Rules that need something that is not given are reported as
/// unchecked.
///
/// ```
/// use icws_schema::directory::{InMemoryDirectory, Subject};
/// use icws_schema::rules::Context;
///
/// let directory = InMemoryDirectory::from_json(r#"{"extensions": ["8001"]}"#)?;
/// let context = Context::new().with_directory(&directory).with_subject(Subject::user("jane")).with_feature_version(8);
/// assert_eq!(format!("{context:?}"), "Context { directory: true, current: false, subject: Some(\"user\"), feature_version: Some(8) }");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Context<'a> {
    /// The directory, which answers questions about the server's configuration.
    pub directory: Option<&'a dyn Directory>,
    /// The current properties of the user: a property that a request omits keeps its current value.
    pub current: Option<&'a UserClientConfigurationView>,
    /// The object that is updated. Without it no object is exempt from being unique (validators 1, 14 and 21).
    pub subject: Option<Subject>,
    /// The server's feature version of `configuration`. Rules whose validator is newer are unchecked; without it, all
    /// rules are checked.
    pub feature_version: Option<u32>,
}

/// Additional knowledge for a check of an object. Rules that need something that is not given are reported as
/// unchecked.
///
/// ```
/// use icws_schema::rules::ObjectContext;
///
/// let current = serde_json::json!({"extension": "8001"});
/// let context = ObjectContext::new().with_current(&current);
/// assert!(context.directory.is_none());
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct ObjectContext<'a> {
    /// The directory, which answers questions about the server's configuration.
    pub directory: Option<&'a dyn Directory>,
    /// The current object: a property that a partial object omits keeps its current value.
    pub current: Option<CurrentObject<'a>>,
    /// The object that is updated. Without it no object is exempt from being unique (validators 1, 14 and 21).
    pub subject: Option<Subject>,
    /// The server's feature version of `configuration`. Rules whose validator is newer are unchecked; without it, all
    /// rules are checked.
    pub feature_version: Option<u32>,
}

macro_rules! context {
    ($Context:ident, $name:literal, $Current:ty) => {
        impl<'a> $Context<'a> {
            /// Creates an empty context.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            /// Sets the directory.
            #[must_use]
            pub fn with_directory(self, directory: &'a dyn Directory) -> Self {
                Self { directory: Some(directory), ..self }
            }

            /// Sets the current object.
            #[must_use]
            pub fn with_current(self, current: $Current) -> Self {
                Self { current: Some(current.into()), ..self }
            }

            /// Sets the object that is updated.
            #[must_use]
            pub fn with_subject(self, subject: Subject) -> Self {
                Self { subject: Some(subject), ..self }
            }

            /// Sets the server's feature version of `configuration`.
            #[must_use]
            pub fn with_feature_version(self, version: u32) -> Self {
                Self { feature_version: Some(version), ..self }
            }

            pub(super) fn knowledge(&self) -> Knowledge<'_> {
                Knowledge {
                    directory: self.directory,
                    subject: self.subject.as_ref(),
                    feature_version: self.feature_version,
                }
            }
        }

        /// Shows what is given, without values.
        impl fmt::Debug for $Context<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct($name)
                    .field("directory", &self.directory.is_some())
                    .field("current", &self.current.is_some())
                    .field("subject", &self.subject.as_ref().map(|subject| &subject.object_type))
                    .field("feature_version", &self.feature_version)
                    .finish()
            }
        }
    };
}

context!(Context, "Context", &'a UserClientConfigurationView);
context!(ObjectContext, "ObjectContext", impl Into<CurrentObject<'a>>);
