use crate::body::Field;

/// How a user's licenses are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Allocation {
    /// When they are assigned.
    Assignable,
    /// At log-on.
    Concurrent,
}

/// Who holds licenses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LicenseHolder {
    /// A user, all of whose licenses are taken in one way.
    ///
    /// To check a request that changes the way, give the new one and nothing held: every license is then one that is added.
    User(Allocation),
    /// A station, whose licenses are assignable.
    Station,
}

impl LicenseHolder {
    /// How the holder's licenses are taken.
    #[must_use]
    pub fn allocation(self) -> Allocation {
        match self {
            Self::User(allocation) => allocation,
            Self::Station => Allocation::Assignable,
        }
    }
}

/// An ACD media level, which is a license, and the media types that it is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct MediaLevel {
    /// The id of the level's license.
    pub license: String,
    /// The media types.
    pub media_types: Vec<String>,
}

/// The licenses of a user or station.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeldLicenses {
    /// Ids of licenses, the media level's aside.
    pub licenses: Vec<String>,
    /// The ACD media level, if there is one.
    pub media_level: Option<MediaLevel>,
}

/// What a request says of licenses. As on the wire, absent leaves them as they are, and null takes them away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RequestedLicenses {
    /// Ids of all the licenses to be held, the media level's aside.
    pub licenses: Field<Vec<String>>,
    /// The ACD media level.
    pub media_level: Field<MediaLevel>,
}

/// What a user or station holds, and asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenseUpdate {
    /// Who holds them.
    pub holder: LicenseHolder,
    /// The licenses before the request.
    pub held: HeldLicenses,
    /// What the request says of them.
    pub requested: RequestedLicenses,
}

impl LicenseUpdate {
    /// What is held stays: a request that says nothing of licenses, as every request to this endpoint.
    #[must_use]
    pub fn kept(holder: LicenseHolder, held: HeldLicenses) -> Self {
        Self { holder, held, requested: RequestedLicenses::default() }
    }
}
