//! The floor: the same members, derived, checked for nothing.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Properties {
    pub account_code_sort_by_number: Option<Inheritable<bool>>,
    pub activate_out_of_office_message: Option<Inheritable<bool>>,
    pub alert_on_security_below_requested_level: Option<Inheritable<bool>>,
    pub analyze_outgoing_external_calls: Option<Inheritable<bool>>,
    pub auto_play_voicemail: Option<Inheritable<bool>>,
    pub auto_select_interaction_on_disconnect: Option<Inheritable<bool>>,
    pub call_forward_all: Option<Inheritable<bool>>,
    pub call_forward_all_mode: Option<Inheritable<String>>,
    pub call_forward_allow_change: Option<Inheritable<bool>>,
    pub change_alerting_properties: Option<Inheritable<bool>>,
    pub change_efaq_properties: Option<Inheritable<bool>>,
    pub change_follow_me_properties: Option<Inheritable<bool>>,
    pub change_queue_properties: Option<Inheritable<bool>>,
    pub confirm_drag_and_drop: Option<Inheritable<bool>>,
    pub confirm_single_click_dialing: Option<Inheritable<bool>>,
    pub e_faq_search_option: Option<i32>,
    #[serde(rename = "emailDownloadHTMLPictures")]
    pub email_download_html_pictures: Option<Inheritable<bool>>,
    pub enable_advanced_dialing: Option<Inheritable<bool>>,
    pub external_call_timeout: Option<Inheritable<i32>>,
    pub follow_me: Option<Vec<FollowMe>>,
    pub mute_on_transfer: Option<Inheritable<bool>>,
    pub open_new_call_window_for_incoming_calls: Option<Inheritable<bool>>,
    pub ring_when_on_phone: Option<Inheritable<bool>>,
    pub screen_calls: Option<Inheritable<bool>>,
    pub show_status_in_system_tray: Option<Inheritable<bool>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FollowMe {
    pub phone_number: String,
    pub timeout: i32,
    pub use_pin: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Inheritable<T> {
    pub actual_value: Option<T>,
    pub effective_value: Option<T>,
    pub inherited_value: Option<T>,
    pub inherited_from: Option<Vec<Inherited<T>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Inherited<T> {
    pub from: ConfigurationId,
    pub object_type: i32,
    pub values: T,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfigurationId {
    pub id: String,
    pub display_name: Option<String>,
    pub uri: Option<String>,
}
