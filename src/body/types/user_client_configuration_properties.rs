use super::field::Field;
use super::follow_me::FollowMe;
use super::inheritable::{InheritableBooleanProperty, InheritableIntProperty, InheritableStringProperty};
use crate::body::representation::representation;
use crate::codes::EFaqSearchOptions;

representation! {
    /// The client configuration of a user, as a request changes it: the body of `PUT /icws/{sessionId}/configuration/users/{id}/client`.
    ///
    /// A member that is absent leaves its property alone, one that is null clears it, one with a value sets it.
    /// Every member came with feature `configuration` 3, where it says nothing else. The documentation describes `showStatusInSystemTray`
    /// alone; the other descriptions are read off the names.
    pub struct UserClientConfigurationProperties = ("UserClientConfigurationProperties",
        "urn:inin.com:configuration.people:userClientConfigurationProperties") {
        /// Whether account codes are sorted by number.
        "accountCodeSortByNumber" => account_code_sort_by_number: Field<InheritableBooleanProperty>;
        /// Whether the out-of-office message is on.
        "activateOutOfOfficeMessage" => activate_out_of_office_message: Field<InheritableBooleanProperty>;
        /// Whether the user is alerted when a call is less secure than requested.
        "alertOnSecurityBelowRequestedLevel" => alert_on_security_below_requested_level: Field<InheritableBooleanProperty>;
        /// Whether outgoing external calls are analyzed.
        "analyzeOutgoingExternalCalls" => analyze_outgoing_external_calls: Field<InheritableBooleanProperty>;
        /// Whether a voice mail plays by itself.
        "autoPlayVoicemail" => auto_play_voicemail: Field<InheritableBooleanProperty>;
        /// Whether another interaction is selected when one disconnects.
        "autoSelectInteractionOnDisconnect" => auto_select_interaction_on_disconnect: Field<InheritableBooleanProperty>;
        /// Whether all calls are forwarded.
        "callForwardAll" => call_forward_all: Field<InheritableBooleanProperty>;
        /// Which calls are forwarded. No public page lists the modes.
        "callForwardAllMode" => call_forward_all_mode: Field<InheritableStringProperty>;
        /// Whether the user may change call forwarding.
        "callForwardAllowChange" => call_forward_allow_change: Field<InheritableBooleanProperty>;
        /// Whether the user may change alerting.
        "changeAlertingProperties" => change_alerting_properties: Field<InheritableBooleanProperty>;
        /// Whether the user may change e-FAQ.
        "changeEfaqProperties" => change_efaq_properties: Field<InheritableBooleanProperty>;
        /// Whether the user may change follow-me.
        "changeFollowMeProperties" => change_follow_me_properties: Field<InheritableBooleanProperty>;
        /// Whether the user may change queues.
        "changeQueueProperties" => change_queue_properties: Field<InheritableBooleanProperty>;
        /// Whether drag and drop asks for confirmation.
        "confirmDragAndDrop" => confirm_drag_and_drop: Field<InheritableBooleanProperty>;
        /// Whether dialing by a single click asks for confirmation.
        "confirmSingleClickDialing" => confirm_single_click_dialing: Field<InheritableBooleanProperty>;
        /// How the e-FAQ search matches: a bare code, not inheritable.
        "eFaqSearchOption" => e_faq_search_option: Field<EFaqSearchOptions>;
        /// Whether pictures in HTML mail are downloaded. Since feature `configuration` 7.
        "emailDownloadHTMLPictures" => email_download_html_pictures: Field<InheritableBooleanProperty>;
        /// Whether advanced dialing is on.
        "enableAdvancedDialing" => enable_advanced_dialing: Field<InheritableBooleanProperty>;
        /// How long an external call rings, in seconds.
        "externalCallTimeout" => external_call_timeout: Field<InheritableIntProperty>;
        /// The numbers to ring, in their order: a bare list, not inheritable. A list is always sent whole.
        "followMe" => follow_me: Field<Vec<FollowMe>>;
        /// Whether a transfer mutes.
        "muteOnTransfer" => mute_on_transfer: Field<InheritableBooleanProperty>;
        /// Whether an incoming call opens a window of its own.
        "openNewCallWindowForIncomingCalls" => open_new_call_window_for_incoming_calls: Field<InheritableBooleanProperty>;
        /// Whether a call rings while the user is on the phone.
        "ringWhenOnPhone" => ring_when_on_phone: Field<InheritableBooleanProperty>;
        /// Whether calls are screened.
        "screenCalls" => screen_calls: Field<InheritableBooleanProperty>;
        /// Whether the user's status shows in the Windows system tray.
        "showStatusInSystemTray" => show_status_in_system_tray: Field<InheritableBooleanProperty>;
    }
}
