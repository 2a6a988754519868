use super::wire_struct::wire_struct;

wire_struct! {
    /// A phone number that rings when the user's calls follow them, one number after the other. Every member is required.
    pub struct FollowMe = ("FollowMe", "urn:inin.com:configuration.people:followMe") {
        //! ```
        //! use icws_schema::body::FollowMe;
        //!
        //! let desk = FollowMe::new("+13175550100", 15);
        //! let mobile = FollowMe::new("+13175550111", 20).with_use_pin(true);
        //! assert_eq!(
        //!     serde_json::to_string(&[desk, mobile])?,
        //!     r#"[{"phoneNumber":"+13175550100","timeout":15,"usePin":false},{"phoneNumber":"+13175550111","timeout":20,"usePin":true}]"#
        //! );
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The phone number to call.
        "phoneNumber" [documented] => phone_number: String;
        /// How long the number rings before the next one is called or the call goes to voice mail, in seconds (the unit is our choice).
        "timeout" [documented] => timeout: i32;
        /// Whether the person who accepts the call must enter the user's IC password.
        "usePin" [documented] => use_pin: bool;
    }
}

impl FollowMe {
    /// Creates a number that rings for `timeout_seconds`, with `usePin` set to `false`: calls are accepted without the user's IC password.
    ///
    /// ```
    /// use icws_schema::body::FollowMe;
    ///
    /// let follow_me = FollowMe::new("+13175550100", 15);
    /// assert_eq!((follow_me.timeout, follow_me.use_pin), (15, false));
    /// ```
    #[must_use]
    pub fn new(phone_number: impl Into<String>, timeout_seconds: i32) -> Self {
        Self { phone_number: phone_number.into(), timeout: timeout_seconds, ..Self::default() }
    }

    /// Sets whether the person who accepts the call must enter the user's IC password.
    ///
    /// ```
    /// use icws_schema::body::FollowMe;
    ///
    /// assert!(FollowMe::new("+13175550100", 15).with_use_pin(true).use_pin);
    /// ```
    #[must_use]
    pub fn with_use_pin(mut self, use_pin: bool) -> Self {
        self.use_pin = use_pin;
        self
    }
}
