//! The enums of rule and directory files: each variant has a fixed word in the file.

/// Declares an enum of words: a row has documentation, word and variant.
macro_rules! words {
    ($(#[doc = $doc:literal])+ pub enum $Enum:ident { $($(#[doc = $about:literal])+ $word:literal => $Variant:ident,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $Enum {
            $(#[doc = concat!("`", $word, "`: ")] $(#[doc = $about])+ $Variant,)+
        }

        impl WordEnum for $Enum {
            const WORDS: &'static [&'static str] = &[$($word),+];
            const VALUES: &'static [Self] = &[$(Self::$Variant),+];
            const DOCS: &'static [&'static str] = &[$(concat!($($about),+)),+];
        }

        impl $Enum {
            /// All variants, in the order of the documentation.
            pub const ALL: &'static [Self] = <Self as WordEnum>::VALUES;

            /// Returns what it means, in English.
            #[must_use]
            pub fn description(self) -> &'static str {
                Self::DOCS[self as usize].trim_start()
            }

            /// Returns the word in a rule or directory file.
            #[must_use]
            pub fn name(self) -> &'static str {
                Self::WORDS[self as usize]
            }
        }

        impl std::fmt::Display for $Enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl std::str::FromStr for $Enum {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                from_word(word).ok_or(UnknownWord { expected: Self::WORDS })
            }
        }
    };
}

/// An enum of words.
pub(crate) trait WordEnum: Copy + 'static {
    /// The words, in the order of the variants.
    const WORDS: &'static [&'static str];
    /// The variants.
    const VALUES: &'static [Self];
    /// The meaning of each word.
    const DOCS: &'static [&'static str];
}

/// Returns the variant with a word.
pub(crate) fn from_word<T: WordEnum>(word: &str) -> Option<T> {
    let index = T::WORDS.iter().position(|known| *known == word)?;
    T::VALUES.get(index).copied()
}

/// The error for a string that is not one of the expected words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    expected: &'static [&'static str],
}

impl UnknownWord {
    /// Returns the accepted words.
    #[must_use]
    pub fn expected(&self) -> &'static [&'static str] {
        self.expected
    }
}

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unknown word, expected one of {}", self.expected.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

words! {
    /// The formats of validator 13. The names, and what each accepts, are our choice.
    pub enum Format {
        /// a date of the Gregorian calendar, extended (`2012-02-28`) or compact (`20120228`), from year 0001 to year 9999.
        "date" => Date,
        /// hours and minutes with optional seconds and fraction (`09:38:17.25`), before 24:00, without leap seconds and offset.
        "time" => Time,
        /// a date and a time with seconds: compact with `Z` (`20120228T093817Z`), or extended with an optional fraction and with `Z` or an offset.
        "dateTime" => DateTime,
        /// seconds, not negative: a JSON number, or a string that represents one.
        "duration" => Duration,
        /// 32 hexadecimal digits in the five groups of a GUID, without braces.
        "guid" => Guid,
        /// a URI reference of RFC 3986, including server-relative and empty ones.
        "uri" => Uri,
        /// a dot-atom of RFC 5322, `@` and a host name.
        "email" => Email,
        /// an IPv4 address without leading zeros.
        "ipv4" => Ipv4,
        /// an IPv6 address, without brackets and zone.
        "ipv6" => Ipv6,
        /// a host name of RFC 1123, of at most 253 characters.
        "hostname" => Hostname,
        /// a JSON number with an integral value, or a string that represents one.
        "integer" => Integer,
        /// a JSON number, or a string that represents one.
        "number" => Number,
        /// a JSON boolean, or the string `true` or `false`.
        "boolean" => Boolean,
        /// a dial string (`+1 (317) 555-0100`, `8001;ext=5`), a `tel:` URI of RFC 3966, or a `sip:` or `sips:` URI of RFC 3261 with user and host, and without headers.
        "phoneNumber" => PhoneNumber,
    }
}

impl Format {
    /// Returns what a value looks like, with an example.
    pub(crate) fn form(self) -> &'static str {
        match self {
            Self::Date => "a date as `2012-02-28`",
            Self::Time => "a time as `09:38` or `09:38:17`",
            Self::DateTime => {
                "a date and time as `2012-02-28T09:38:17Z`, or with an offset as `2012-02-28T09:38:17+01:00`"
            }
            Self::Duration => "a number of seconds, as `90`",
            Self::Guid => "a GUID without braces, as `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`",
            Self::Uri => "a URI, in which `%20` is a space, as `https://example.com/a%20b`",
            Self::Email => "an address as `jane@example.com`, without a name",
            Self::Ipv4 => "four numbers from 0 to 255 without leading zeros, as `192.0.2.1`",
            Self::Ipv6 => "an address as `2001:db8::1`",
            Self::Hostname => "a name as `host.example.com`, of letters, digits and hyphens",
            Self::Integer => "an integer, as `15`",
            Self::Number => "a number, as `1.5`",
            Self::Boolean => "`true` or `false`",
            Self::PhoneNumber => {
                "a number as `8001` or `+1 317 555 0142`, or a `tel:` or `sip:` URI; a number begins with a digit or `+ * # (`, ends with a letter, a \
                 digit, `*` or `#`, and has digits, letters, spaces and `+ * # ( ) . , / -` in between"
            }
        }
    }
}

words! {
    /// The unit of a string's length.
    pub enum LengthUnit {
        /// Unicode code points.
        "codePoints" => CodePoints,
        /// UTF-16 code units.
        "utf16" => Utf16,
    }
}

words! {
    /// A comparison operator for two integers.
    pub enum Comparison {
        /// less than.
        "lt" => Less,
        /// at most.
        "le" => AtMost,
        /// equal to.
        "eq" => Equal,
        /// not equal to.
        "ne" => NotEqual,
        /// at least.
        "ge" => AtLeast,
        /// greater than.
        "gt" => Greater,
    }
}

words! {
    /// When a group of rules is satisfied.
    pub enum GroupMode {
        /// as soon as one rule passes or has nothing to check.
        "any" => Any,
        /// when all rules pass or have nothing to check.
        "all" => All,
    }
}

words! {
    /// The source of time zone names.
    pub enum TimeZoneSource {
        /// the directory.
        "directory" => Directory,
        /// the built-in names of Windows time zones.
        "windows" => Windows,
        /// the built-in names of the IANA time zone database.
        "iana" => Iana,
    }
}

words! {
    /// The kinds of attendant profiles.
    pub enum AttendantKind {
        /// for incoming calls.
        "inbound" => Inbound,
        /// for outgoing calls.
        "outbound" => Outbound,
        /// for operators.
        "operator" => Operator,
        /// for emails.
        "email" => Email,
    }
}

words! {
    /// The bodies of a case file.
    pub enum CaseTarget {
        /// bodies of the PUT.
        "request" => Request,
        /// any objects.
        "any" => Any,
    }
}

words! {
    /// The types of values that a validator accepts.
    pub enum ValueType {
        /// a string.
        "string" => String,
        /// a number with an integral value; `1.0` is one.
        "integer" => Integer,
        /// any number.
        "number" => Number,
        /// `true` or `false`.
        "boolean" => Boolean,
        /// an array.
        "array" => Array,
        /// an object.
        "object" => Object,
        /// a string, or a `ConfigurationId`, which is read as its `id`.
        "id" => Id,
        /// an array whose items are ids.
        "idArray" => IdArray,
    }
}

impl ValueType {
    /// Returns the type as messages name it.
    pub(crate) fn phrase(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::Id => "an id (a string or a ConfigurationId)",
            Self::IdArray => "an array of ids",
        }
    }
}

/// Passes the table of the sections of a directory to a macro: a row has documentation, the key in a directory file,
/// the variant, the field of the directory in memory with its form, and the function that sets it.
///
/// The form is a word that each macro interprets: how the section is stored, loaded and set, its samples, and its
/// schema.
macro_rules! sections {
    ($callback:ident) => {
        $callback! {
            /// the objects of the server by type, each with its id and attributes: which ids and attribute values there are.
            "objects" => Objects, objects: objects_by_type, with_objects;
            /// the extensions that are in use, and by whom.
            "extensions" => Extensions, extensions: extensions, with_extensions;
            /// the access control groups, each with its parent, which is null for the root: how deep a group is.
            "accessControlGroups" => AccessControlGroups, access_control_groups: groups, with_access_control_groups;
            /// the keyword sets, with the number of their keywords and with who uses them: how many keywords there are.
            "keywordSets" => KeywordSets, keyword_sets: keyword_sets, with_keyword_sets;
            /// the mailboxes, each with its folders.
            "mailboxes" => Mailboxes, mailboxes: names_by_name, with_mailboxes;
            /// the manufacturers of phones, each with its models.
            "phoneCatalog" => PhoneCatalog, phone_catalog: names_by_name, with_phone_catalog;
            /// the registration groups, each with its lines: which of them use TLS.
            "registrationGroups" => RegistrationGroups, registration_groups: registration_groups, with_registration_groups;
            /// the network adapters of the server.
            "networkAdapters" => NetworkAdapters, network_adapters: names, with_network_adapters;
            /// the time zones that the server knows.
            "timeZones" => TimeZones, time_zones: names, with_time_zones;
            /// the languages that the server supports, as language tags.
            "languages" => Languages, languages: names, with_languages;
            /// the attendant profiles, with their kinds.
            "attendantProfiles" => AttendantProfiles, attendant_profiles: attendant_profiles, with_attendant_profiles;
            /// the stations, each with the ids of its shared appearances.
            "sharedAppearances" => SharedAppearances, shared_appearances: names_by_name, with_shared_appearances;
            /// how often each object is referenced, by type and id.
            "references" => References, references: counts_by_type, with_references;
            /// the statuses: which of them are for after-call work.
            "statuses" => Statuses, statuses: statuses, with_statuses;
        }
    };
}
pub(crate) use sections;

macro_rules! section_words {
    ($($(#[doc = $doc:literal])+ $name:literal => $Variant:ident, $field:ident: $form:ident, $with:ident;)+) => {
        words! {
            /// The sections of a directory: the keys of a directory file, which answer
            /// [questions](crate::directory::Question). A missing section is unknown; a section that is present and
            /// empty has no entries.
            pub enum Section {
                $($(#[doc = $doc])+ $name => $Variant,)+
            }
        }
    };
}

sections! { section_words }
