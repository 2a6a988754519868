//! Creation of a directory in memory in code, with a function for each section.

use super::access_control_groups;
use super::attribute_value::AttributeKey;
use super::extensions::Extensions;
use super::in_memory::{InMemoryDirectory, ObjectList};
use super::keyword_sets::KeywordSets;
use super::{AttributeValue, ByName, FoldedNames, Subject, key};
use crate::vocabulary::{AttendantKind, sections};

/// An object of a directory: its id and its attributes.
///
/// ```
/// use icws_schema::directory::DirectoryObject;
///
/// let user = DirectoryObject::new("gcadmin").with_attribute("extension", "8001").with_attribute("autoAnswer", true);
/// # let _ = user;
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DirectoryObject {
    id: String,
    attributes: Vec<(String, AttributeKey)>,
}

impl DirectoryObject {
    /// Creates an object without attributes.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), attributes: Vec::new() }
    }

    /// Adds a value of an attribute.
    #[must_use]
    pub fn with_attribute<'v>(mut self, name: impl Into<String>, value: impl Into<AttributeValue<'v>>) -> Self {
        self.attributes.push((name.into(), value.into().into()));
        self
    }
}

/// A keyword set of a directory: its id, the number of its keywords, and its users.
///
/// ```
/// use icws_schema::directory::DirectoryKeywordSet;
///
/// let set = DirectoryKeywordSet::new("home", 12).with_workgroups(["Support"]).with_recorder_policies(["All calls"]);
/// # let _ = set;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryKeywordSet {
    id: Box<str>,
    keywords: u64,
    workgroups: FoldedNames,
    recorder_policies: FoldedNames,
}

impl DirectoryKeywordSet {
    /// Creates a keyword set without users.
    #[must_use]
    pub fn new(id: impl AsRef<str>, keywords: u64) -> Self {
        let (workgroups, recorder_policies) = (FoldedNames::new(), FoldedNames::new());
        Self { id: key(id.as_ref()), keywords, workgroups, recorder_policies }
    }

    /// Sets the ids of the workgroups that use the set.
    #[must_use]
    pub fn with_workgroups(self, workgroups: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self { workgroups: folded(workgroups), ..self }
    }

    /// Sets the ids of the recorder policies that use the set.
    #[must_use]
    pub fn with_recorder_policies(self, policies: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self { recorder_policies: folded(policies), ..self }
    }
}

fn folded(names: impl IntoIterator<Item = impl AsRef<str>>) -> FoldedNames {
    names.into_iter().map(|name| key(name.as_ref())).collect()
}

fn by_name<T>(entries: impl IntoIterator<Item = (impl AsRef<str>, T)>) -> ByName<T> {
    entries.into_iter().map(|(name, entry)| (key(name.as_ref()), entry)).collect()
}

/// Declares a function that sets a section, depending on the form of the section: its arguments, an example, and the
/// stored value.
macro_rules! setter {
    (objects_by_type, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the objects of one type, in place of those that it has; other types are kept",
            r#"("user", [DirectoryObject::new("gcadmin").with_attribute("extension", "8001")])"#,
            (object_type: impl AsRef<str>, objects: impl IntoIterator<Item = DirectoryObject>), types => {
                let mut list = ObjectList::default();
                for object in objects {
                    let index = list.add(&object.id);
                    object.attributes.iter().for_each(|(name, value)| list.add_attribute(index, name, value.as_value()));
                }
                types.get_or_insert_default().insert(key(object_type.as_ref()), list.finish());
            }
        }
    };
    (extensions, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the extensions that are in use, each with its owner, if it has one",
            r#"([("8001", None), ("8002", Some(Subject::user("gcadmin")))])"#,
            (extensions: impl IntoIterator<Item = (impl AsRef<str>, Option<Subject>)>), section => {
                let folded = |owner: Subject| Subject::new(key(&owner.object_type), key(&owner.id));
                let extensions = extensions.into_iter();
                let extensions = extensions.map(|(extension, owner)| (key(extension.as_ref()), owner.map(folded)));
                *section = Some(Extensions::new(extensions.collect()));
            }
        }
    };
    (groups, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the groups, each with its parent, which the root does not have",
            r#"([("ACG Root", None), ("Sales", Some("ACG Root"))])"#,
            (groups: impl IntoIterator<Item = (impl AsRef<str>, Option<impl AsRef<str>>)>), section => {
                let groups = groups.into_iter();
                let parents = by_name(groups.map(|(id, parent)| (id, parent.map(|parent| key(parent.as_ref())))));
                *section = Some(access_control_groups::depths(&parents));
            }
        }
    };
    (keyword_sets, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the keyword sets; the first of several with the same id counts",
            r#"([DirectoryKeywordSet::new("home", 12).with_workgroups(["Support"])])"#,
            (sets: impl IntoIterator<Item = DirectoryKeywordSet>), section => {
                let mut all = KeywordSets::default();
                for set in sets {
                    all.add(set.id, set.keywords, set.workgroups, set.recorder_policies);
                }
                all.finish();
                *section = Some(all);
            }
        }
    };
    (names_by_name, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the entries, each with the names that are in it",
            r#"([("one", ["a", "b"]), ("two", ["c", "d"])])"#,
            (entries: impl IntoIterator<Item = (impl AsRef<str>, impl IntoIterator<Item = impl AsRef<str>>)>), section => {
                *section = Some(by_name(entries.into_iter().map(|(name, names)| (name, folded(names)))));
            }
        }
    };
    (registration_groups, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the groups, each with whether a registered line of it uses TLS",
            r#"([("Main", true), ("Branch", false)])"#,
            (groups: impl IntoIterator<Item = (impl AsRef<str>, bool)>), section => {
                *section = Some(by_name(groups));
            }
        }
    };
    (names, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the names",
            r#"(["one", "two"])"#,
            (names: impl IntoIterator<Item = impl AsRef<str>>), section => {
                *section = Some(folded(names));
            }
        }
    };
    (attendant_profiles, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the profiles, each with its kind, if it has one; one of several kinds is there several times",
            r#"([("Default Inbound", Some(AttendantKind::Inbound)), ("Other", None)])"#,
            (profiles: impl IntoIterator<Item = (impl AsRef<str>, Option<AttendantKind>)>), section => {
                let mut all: ByName<Vec<_>> = ByName::new();
                for (id, kind) in profiles {
                    all.entry(key(id.as_ref())).or_default().push(kind);
                }
                *section = Some(all);
            }
        }
    };
    (counts_by_type, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the counts of one type by id, in place of those that it has; other types are kept",
            r#"("role", [("Agent", 12)])"#,
            (object_type: impl AsRef<str>, counts: impl IntoIterator<Item = (impl AsRef<str>, u64)>), types => {
                types.get_or_insert_default().insert(key(object_type.as_ref()), by_name(counts));
            }
        }
    };
    (statuses, $field:ident, $with:ident, $name:literal) => {
        setter! { $field, $with, $name, "the statuses, each with whether it is for after-call work",
            r#"([("Follow Up", true), ("Available", false)])"#,
            (statuses: impl IntoIterator<Item = (impl AsRef<str>, bool)>), section => {
                *section = Some(by_name(statuses));
            }
        }
    };
    (
        $field:ident, $with:ident, $name:literal, $about:literal, $example:literal,
        ($($argument:ident: $Argument:ty),+), $section:ident => $set:block
    ) => {
        #[doc = concat!("Sets `", $name, "`: ", $about, ". Names are compared case-insensitively.")]
        ///
        /// ```
        /// # #[allow(unused_imports)]
        /// use icws_schema::directory::{DirectoryKeywordSet, DirectoryObject, InMemoryDirectory, Subject};
        /// # #[allow(unused_imports)]
        /// use icws_schema::rules::AttendantKind;
        ///
        #[doc = concat!("let directory = InMemoryDirectory::new().", stringify!($with), $example, ";")]
        /// # let _ = directory;
        /// ```
        #[must_use]
        pub fn $with(mut self, $($argument: $Argument),+) -> Self {
            let $section = &mut self.$field;
            $set
            self
        }
    };
}

macro_rules! setters {
    ($($(#[doc = $doc:literal])+ $name:literal => $Variant:ident, $field:ident: $form:ident, $with:ident;)+) => {
        impl InMemoryDirectory {
            /// Creates a directory in which no section is known; each section that is set is known.
            ///
            /// ```
            /// use icws_schema::directory::{Answer, Directory, InMemoryDirectory, Question};
            ///
            /// let directory = InMemoryDirectory::new().with_extensions([("8001", None)]).with_languages(["en-us"]);
            /// let in_use = directory.answer(&Question::ExtensionInUse { extension: "8001", except: None })?;
            /// let time_zone = directory.answer(&Question::TimeZoneExists { time_zone: "utc" })?;
            /// assert_eq!([in_use, time_zone], [Answer::Yes, Answer::NotKnown]);
            /// # Ok::<(), icws_schema::directory::DirectoryError>(())
            /// ```
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            $(setter! { $form, $field, $with, $name })+
        }
    };
}

sections! { setters }
