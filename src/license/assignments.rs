use crate::body::Field;

/// The time at which the licenses of a user are taken.
///
/// ```
/// use icws_schema::license::{Allocation, LicenseHolder};
///
/// assert_eq!(LicenseHolder::User(Allocation::Concurrent).allocation(), Allocation::Concurrent);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Allocation {
    /// A license is taken when it is assigned.
    Assignable,
    /// A license is taken at log-on.
    Concurrent,
}

/// The kind of object that has licenses.
///
/// ```
/// use icws_schema::license::{Allocation, LicenseHolder};
///
/// assert_eq!(LicenseHolder::Station.allocation(), Allocation::Assignable);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LicenseHolder {
    /// A user, whose licenses all have the same allocation (our choice).
    ///
    /// To check a request that changes the allocation, pass the new one and no held licenses: then each license counts as
    /// added.
    User(Allocation),
    /// A station, whose licenses are assignable.
    Station,
}

impl LicenseHolder {
    /// Returns when the licenses are taken.
    ///
    /// ```
    /// use icws_schema::license::{Allocation, LicenseHolder};
    ///
    /// assert_eq!(LicenseHolder::User(Allocation::Assignable).allocation(), Allocation::Assignable);
    /// ```
    #[must_use]
    pub const fn allocation(self) -> Allocation {
        match self {
            Self::User(allocation) => allocation,
            Self::Station => Allocation::Assignable,
        }
    }
}

/// An ACD media level, which is a license, and its media types.
///
/// ```
/// use icws_schema::license::MediaLevel;
///
/// let level = MediaLevel::new("I3_ACCESS_ACD_MEDIA_1").with_media_types(["call", "chat"]);
/// assert_eq!(level.media_types, ["call", "chat"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct MediaLevel {
    /// The id of the license of the level.
    pub license: String,
    /// The media types. If a request has none, the defaults of the level are set.
    pub media_types: Vec<String>,
}

impl MediaLevel {
    /// Creates a level without media types.
    ///
    /// ```
    /// use icws_schema::license::MediaLevel;
    ///
    /// assert!(MediaLevel::new("I3_ACCESS_ACD_MEDIA_1").media_types.is_empty());
    /// ```
    #[must_use]
    pub fn new(license: impl Into<String>) -> Self {
        Self { license: license.into(), media_types: Vec::new() }
    }

    /// Sets the media types.
    ///
    /// ```
    /// use icws_schema::license::MediaLevel;
    ///
    /// assert_eq!(MediaLevel::new("I3_ACCESS_ACD_MEDIA_1").with_media_types(["call"]).media_types, ["call"]);
    /// ```
    #[must_use]
    pub fn with_media_types<T: Into<String>>(mut self, media_types: impl IntoIterator<Item = T>) -> Self {
        self.media_types = media_types.into_iter().map(Into::into).collect();
        self
    }
}

/// The licenses that a user or station has.
///
/// ```
/// use icws_schema::license::{HeldLicenses, MediaLevel};
///
/// let held = HeldLicenses::new(["I3_ACCESS_CLIENT"]).with_media_level(MediaLevel::new("I3_ACCESS_ACD_MEDIA_1"));
/// assert_eq!(held.licenses, ["I3_ACCESS_CLIENT"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct HeldLicenses {
    /// The ids of the licenses, without the media level.
    pub licenses: Vec<String>,
    /// The ACD media level, if there is one.
    pub media_level: Option<MediaLevel>,
}

impl HeldLicenses {
    /// Creates a set of licenses by their ids, without a media level.
    ///
    /// ```
    /// use icws_schema::license::HeldLicenses;
    ///
    /// assert_eq!(HeldLicenses::new(["I3_ACCESS_CLIENT"]).media_level, None);
    /// ```
    #[must_use]
    pub fn new<T: Into<String>>(licenses: impl IntoIterator<Item = T>) -> Self {
        Self { licenses: licenses.into_iter().map(Into::into).collect(), media_level: None }
    }

    /// Sets the ACD media level.
    ///
    /// ```
    /// use icws_schema::license::{HeldLicenses, MediaLevel};
    ///
    /// let held = HeldLicenses::default().with_media_level(MediaLevel::new("I3_ACCESS_ACD_MEDIA_1"));
    /// assert!(held.media_level.is_some());
    /// ```
    #[must_use]
    pub fn with_media_level(mut self, media_level: impl Into<Option<MediaLevel>>) -> Self {
        self.media_level = media_level.into();
        self
    }
}

/// The licenses in a request. As in any request, an absent member leaves them unchanged, and null removes them.
///
/// ```
/// use icws_schema::license::{MediaLevel, RequestedLicenses};
///
/// let requested = RequestedLicenses::new()
///     .with_licenses(["I3_ACCESS_CLIENT"])
///     .with_media_level(MediaLevel::new("I3_ACCESS_ACD_MEDIA_1"));
/// assert!(requested.licenses.is_value() && requested.media_level.is_value());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct RequestedLicenses {
    /// The ids of all licenses after the request, without the media level.
    pub licenses: Field<Vec<String>>,
    /// The ACD media level after the request.
    pub media_level: Field<MediaLevel>,
}

impl RequestedLicenses {
    /// Creates a request that leaves the licenses unchanged.
    ///
    /// ```
    /// use icws_schema::license::RequestedLicenses;
    ///
    /// assert!(RequestedLicenses::new().licenses.is_absent());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the ids of all licenses after the request.
    ///
    /// ```
    /// use icws_schema::license::RequestedLicenses;
    ///
    /// let requested = RequestedLicenses::new().with_licenses(["I3_ACCESS_CLIENT"]);
    /// assert_eq!(requested.licenses.value().map(Vec::len), Some(1));
    /// ```
    #[must_use]
    pub fn with_licenses<T: Into<String>>(mut self, licenses: impl IntoIterator<Item = T>) -> Self {
        self.licenses = Field::Value(licenses.into_iter().map(Into::into).collect());
        self
    }

    /// Sets the ACD media level to a value, or to the state of a [`Field`].
    ///
    /// ```
    /// use icws_schema::body::Field;
    /// use icws_schema::license::RequestedLicenses;
    ///
    /// assert!(RequestedLicenses::new().with_media_level(Field::Null).media_level.is_null());
    /// ```
    #[must_use]
    pub fn with_media_level(mut self, media_level: impl Into<Field<MediaLevel>>) -> Self {
        self.media_level = media_level.into();
        self
    }
}

/// The licenses that a user or station has, and those that a request sets.
///
/// ```
/// use icws_schema::license::{HeldLicenses, LicenseHolder, LicenseUpdate, RequestedLicenses};
///
/// let held = HeldLicenses::new(["I3_ACCESS_CLIENT"]);
/// let requested = RequestedLicenses::new().with_licenses(["I3_ACCESS_CLIENT", "I3_ACCESS_FAX"]);
/// let update = LicenseUpdate::new(LicenseHolder::Station, held).with_requested(requested);
/// assert_eq!(update.holder, LicenseHolder::Station);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct LicenseUpdate {
    /// The user or station.
    pub holder: LicenseHolder,
    /// Its licenses before the request.
    pub held: HeldLicenses,
    /// The licenses in the request.
    pub requested: RequestedLicenses,
}

impl LicenseUpdate {
    /// Creates an update that leaves the licenses unchanged, as every request to this endpoint does.
    ///
    /// ```
    /// use icws_schema::license::{HeldLicenses, LicenseHolder, LicenseUpdate, RequestedLicenses};
    ///
    /// let update = LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::default());
    /// assert_eq!(update.requested, RequestedLicenses::new());
    /// ```
    #[must_use]
    pub fn new(holder: LicenseHolder, held: HeldLicenses) -> Self {
        Self { holder, held, requested: RequestedLicenses::new() }
    }

    /// Sets the licenses in the request.
    ///
    /// ```
    /// use icws_schema::license::{HeldLicenses, LicenseHolder, LicenseUpdate, RequestedLicenses};
    ///
    /// let update = LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::default())
    ///     .with_requested(RequestedLicenses::new().with_licenses(["I3_ACCESS_FAX"]));
    /// assert!(update.requested.licenses.is_value());
    /// ```
    #[must_use]
    pub fn with_requested(mut self, requested: RequestedLicenses) -> Self {
        self.requested = requested;
        self
    }
}
