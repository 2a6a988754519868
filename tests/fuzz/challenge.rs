//! The header of a 401.

use icws_schema::response::Challenge;

/// What is a challenge is written as one, and found in what was written.
pub(super) fn target(data: &[u8]) {
    let Ok(header) = str::from_utf8(data) else { return };
    match header.parse::<Challenge>() {
        Ok(challenge) => {
            assert_eq!(challenge.to_string().parse().as_ref(), Ok(&challenge), "written back");
            for (name, _) in challenge.parameters() {
                assert!(challenge.parameter(&name.to_ascii_uppercase()).is_some(), "{name}");
            }
            assert_eq!(challenge.location(), challenge.parameter("LOCATION"));
        }
        Err(error) => assert!(error.to_string().starts_with("no ICWS challenge: expected ")),
    }
}
