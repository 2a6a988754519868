//! The same members and rules with the derive of `garde`.

use crate::floor::{Inheritable, Inherited};
use serde::Deserialize;

#[derive(Deserialize, garde::Validate)]
#[serde(rename_all = "camelCase")]
pub struct Properties {
    #[garde(skip)]
    pub account_code_sort_by_number: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub activate_out_of_office_message: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub alert_on_security_below_requested_level: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub analyze_outgoing_external_calls: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub auto_play_voicemail: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub auto_select_interaction_on_disconnect: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub call_forward_all: Option<Inheritable<bool>>,
    #[garde(dive)]
    pub call_forward_all_mode: Option<Mode>,
    #[garde(skip)]
    pub call_forward_allow_change: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub change_alerting_properties: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub change_efaq_properties: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub change_follow_me_properties: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub change_queue_properties: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub confirm_drag_and_drop: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub confirm_single_click_dialing: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub e_faq_search_option: Option<i32>,
    #[serde(rename = "emailDownloadHTMLPictures")]
    #[garde(skip)]
    pub email_download_html_pictures: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub enable_advanced_dialing: Option<Inheritable<bool>>,
    #[garde(dive)]
    pub external_call_timeout: Option<Timeout>,
    #[garde(dive, custom(count))]
    pub follow_me: Option<Vec<FollowMe>>,
    #[garde(skip)]
    pub mute_on_transfer: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub open_new_call_window_for_incoming_calls: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub ring_when_on_phone: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub screen_calls: Option<Inheritable<bool>>,
    #[garde(skip)]
    pub show_status_in_system_tray: Option<Inheritable<bool>>,
}

#[derive(Deserialize, garde::Validate)]
#[serde(rename_all = "camelCase")]
pub struct FollowMe {
    #[garde(length(chars, max = 64), pattern(r"^[0-9A-Za-z+*#().,/ -]*[0-9][0-9A-Za-z+*#().,/ -]*$"))]
    pub phone_number: String,
    #[garde(range(min = 1, max = 300))]
    pub timeout: i32,
    #[garde(skip)]
    pub use_pin: bool,
}

#[derive(Deserialize, garde::Validate)]
#[serde(rename_all = "camelCase")]
pub struct Timeout {
    #[garde(inner(range(min = 1, max = 300)))]
    pub actual_value: Option<i32>,
    #[garde(skip)]
    pub effective_value: Option<i32>,
    #[garde(skip)]
    pub inherited_value: Option<i32>,
    #[garde(skip)]
    pub inherited_from: Option<Vec<Inherited<i32>>>,
}

#[derive(Deserialize, garde::Validate)]
#[serde(rename_all = "camelCase")]
pub struct Mode {
    #[garde(inner(custom(mode)))]
    pub actual_value: Option<String>,
    #[garde(skip)]
    pub effective_value: Option<String>,
    #[garde(skip)]
    pub inherited_value: Option<String>,
    #[garde(skip)]
    pub inherited_from: Option<Vec<Inherited<String>>>,
}

fn mode(value: &str, (): &()) -> garde::Result {
    match value {
        "Internal" | "External" | "Unknown" | "All" => Ok(()),
        _ => Err(garde::Error::new("not a mode")),
    }
}

fn count(entries: &Option<Vec<FollowMe>>, (): &()) -> garde::Result {
    match entries {
        Some(entries) if entries.len() > 20 => Err(garde::Error::new("too many entries")),
        _ => Ok(()),
    }
}
