use crate::body::representation::representation;

representation! {
    /// A number to ring when the user follows calls elsewhere. Every member is required.
    pub struct FollowMe = ("FollowMe", "urn:inin.com:configuration.people:followMe") {
        /// The phone number to call.
        "phoneNumber" => phone_number: String;
        /// How long to ring this number, in seconds, before the next one in the list is called or the call goes to voice mail.
        "timeout" => timeout: i32;
        /// Whether the called person must enter the IC password to take the call.
        "usePin" => use_pin: bool;
    }
}

impl FollowMe {
    /// Rings a number for so many seconds, with or without asking for the IC password.
    #[must_use]
    pub fn new(phone_number: impl Into<String>, timeout: i32, use_pin: bool) -> Self {
        Self { phone_number: phone_number.into(), timeout, use_pin, ..Self::default() }
    }
}
