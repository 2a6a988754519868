//! The headers of a 401.

use icws_schema::response::{Challenge, ChallengeError, Challenges};

/// What is a challenge is written as one, and found in what was written.
pub(super) fn target(data: &[u8]) {
    let challenges = Challenges::parse([data]);
    let header = challenges.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let again = Challenges::parse([&header]);
    assert!(again.iter().eq(challenges.iter()) && again.errors().is_empty(), "written back: {header}");
    for challenge in &challenges {
        for (name, _) in challenge.parameters().take(8) {
            assert!(challenge.parameter(&name.to_ascii_uppercase()).is_some(), "{name}");
        }
        assert_eq!(challenge.location(), challenge.parameter("LOCATION"));
    }
    let Ok(header) = str::from_utf8(data) else { return };
    match header.parse::<Challenge>() {
        Ok(challenge) => assert_eq!(Some(&challenge), challenges.icws()),
        Err(ChallengeError::NoIcwsChallenge) => assert_eq!(challenges.icws(), None),
        Err(error) => assert_eq!([error], challenges.errors()),
    }
}
