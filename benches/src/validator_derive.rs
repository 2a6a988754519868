//! The same members and rules with the derive of `validator`.

use crate::floor::{Inheritable, Inherited};
use std::sync::LazyLock;
use validator::Validate;

pub static PHONE: LazyLock<regex::Regex> =
    LazyLock::new(|| regex::Regex::new(r"^[0-9A-Za-z+*#().,/ -]*[0-9][0-9A-Za-z+*#().,/ -]*$").unwrap());

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Properties {
    pub account_code_sort_by_number: Option<Inheritable<bool>>,
    pub activate_out_of_office_message: Option<Inheritable<bool>>,
    pub alert_on_security_below_requested_level: Option<Inheritable<bool>>,
    pub analyze_outgoing_external_calls: Option<Inheritable<bool>>,
    pub auto_play_voicemail: Option<Inheritable<bool>>,
    pub auto_select_interaction_on_disconnect: Option<Inheritable<bool>>,
    pub call_forward_all: Option<Inheritable<bool>>,
    #[validate(nested)]
    pub call_forward_all_mode: Option<Mode>,
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
    #[validate(nested)]
    pub external_call_timeout: Option<Timeout>,
    #[validate(nested, length(max = 20))]
    pub follow_me: Option<Vec<FollowMe>>,
    pub mute_on_transfer: Option<Inheritable<bool>>,
    pub open_new_call_window_for_incoming_calls: Option<Inheritable<bool>>,
    pub ring_when_on_phone: Option<Inheritable<bool>>,
    pub screen_calls: Option<Inheritable<bool>>,
    pub show_status_in_system_tray: Option<Inheritable<bool>>,
}

#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct FollowMe {
    #[validate(length(max = 64), regex(path = *PHONE))]
    pub phone_number: String,
    #[validate(range(min = 1, max = 300))]
    pub timeout: i32,
    pub use_pin: bool,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Timeout {
    #[validate(range(min = 1, max = 300))]
    pub actual_value: Option<i32>,
    pub effective_value: Option<i32>,
    pub inherited_value: Option<i32>,
    pub inherited_from: Option<Vec<Inherited<i32>>>,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Mode {
    #[validate(custom(function = "mode"))]
    pub actual_value: Option<String>,
    pub effective_value: Option<String>,
    pub inherited_value: Option<String>,
    pub inherited_from: Option<Vec<Inherited<String>>>,
}

fn mode(value: &str) -> Result<(), validator::ValidationError> {
    match value {
        "Internal" | "External" | "Unknown" | "All" => Ok(()),
        _ => Err(validator::ValidationError::new("mode")),
    }
}
