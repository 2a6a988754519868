/// Passes the table of the 25 members to a macro, after that macro's own arguments. The request, the view, and everything that
/// exists once per member are made from this table.
///
/// A row is a row of `representation!` and `wire_struct!` after the name of the member in Rust.
macro_rules! client_configuration {
    ($then:path { $($args:tt)* }) => {
        $then! {
            { $($args)* }

            /// Whether account codes are sorted by number.
            AccountCodeSortByNumber = "accountCodeSortByNumber" [ours, since 3] => account_code_sort_by_number: Field<InheritableBooleanProperty>,
                set by with_account_code_sort_by_number(true);
            /// Whether the out-of-office message is active.
            ActivateOutOfOfficeMessage = "activateOutOfOfficeMessage" [ours, since 3] => activate_out_of_office_message: Field<InheritableBooleanProperty>,
                set by with_activate_out_of_office_message(true);
            /// Whether the user is alerted when a call is less secure than requested.
            AlertOnSecurityBelowRequestedLevel = "alertOnSecurityBelowRequestedLevel" [ours, since 3] => alert_on_security_below_requested_level: Field<InheritableBooleanProperty>,
                set by with_alert_on_security_below_requested_level(true);
            /// Whether outgoing external calls are analyzed.
            AnalyzeOutgoingExternalCalls = "analyzeOutgoingExternalCalls" [ours, since 3] => analyze_outgoing_external_calls: Field<InheritableBooleanProperty>,
                set by with_analyze_outgoing_external_calls(true);
            /// Whether voice mail plays automatically.
            AutoPlayVoicemail = "autoPlayVoicemail" [ours, since 3] => auto_play_voicemail: Field<InheritableBooleanProperty>,
                set by with_auto_play_voicemail(true);
            /// Whether another interaction is selected when one disconnects.
            AutoSelectInteractionOnDisconnect = "autoSelectInteractionOnDisconnect" [ours, since 3] => auto_select_interaction_on_disconnect: Field<InheritableBooleanProperty>,
                set by with_auto_select_interaction_on_disconnect(true);
            /// Whether all calls are forwarded.
            CallForwardAll = "callForwardAll" [ours, since 3] => call_forward_all: Field<InheritableBooleanProperty>,
                set by with_call_forward_all(true);
            /// Which calls are forwarded. The vendor documents no modes.
            CallForwardAllMode = "callForwardAllMode" [ours, since 3] => call_forward_all_mode: Field<InheritableStringProperty>,
                set by with_call_forward_all_mode("Internal");
            /// Whether the user may change call forwarding.
            CallForwardAllowChange = "callForwardAllowChange" [ours, since 3] => call_forward_allow_change: Field<InheritableBooleanProperty>,
                set by with_call_forward_allow_change(true);
            /// Whether the user may change alerting.
            ChangeAlertingProperties = "changeAlertingProperties" [ours, since 3] => change_alerting_properties: Field<InheritableBooleanProperty>,
                set by with_change_alerting_properties(true);
            /// Whether the user may change e-FAQ.
            ChangeEfaqProperties = "changeEfaqProperties" [ours, since 3] => change_efaq_properties: Field<InheritableBooleanProperty>,
                set by with_change_efaq_properties(true);
            /// Whether the user may change follow-me.
            ChangeFollowMeProperties = "changeFollowMeProperties" [ours, since 3] => change_follow_me_properties: Field<InheritableBooleanProperty>,
                set by with_change_follow_me_properties(true);
            /// Whether the user may change queues.
            ChangeQueueProperties = "changeQueueProperties" [ours, since 3] => change_queue_properties: Field<InheritableBooleanProperty>,
                set by with_change_queue_properties(true);
            /// Whether drag and drop requires confirmation.
            ConfirmDragAndDrop = "confirmDragAndDrop" [ours, since 3] => confirm_drag_and_drop: Field<InheritableBooleanProperty>,
                set by with_confirm_drag_and_drop(true);
            /// Whether dialing by a single click requires confirmation.
            ConfirmSingleClickDialing = "confirmSingleClickDialing" [ours, since 3] => confirm_single_click_dialing: Field<InheritableBooleanProperty>,
                set by with_confirm_single_click_dialing(true);
            /// How the e-FAQ search matches: a code, not inheritable.
            EFaqSearchOption = "eFaqSearchOption" [ours, since 3] => e_faq_search_option: Field<EFaqSearchOptions>,
                set by with_e_faq_search_option(EFaqSearchOptions::Best);
            /// Whether pictures in HTML mail are downloaded.
            EmailDownloadHtmlPictures = "emailDownloadHTMLPictures" [ours, since 7] => email_download_html_pictures: Field<InheritableBooleanProperty>,
                set by with_email_download_html_pictures(true);
            /// Whether advanced dialing is enabled.
            EnableAdvancedDialing = "enableAdvancedDialing" [ours, since 3] => enable_advanced_dialing: Field<InheritableBooleanProperty>,
                set by with_enable_advanced_dialing(true);
            /// How long a forwarded call rings at the call coverage number, in seconds.
            ExternalCallTimeout = "externalCallTimeout" [documented, since 3] => external_call_timeout: Field<InheritableIntProperty>,
                set by with_external_call_timeout(30);
            /// The numbers that ring when calls follow the user, in this order: an array, not inheritable. It is always sent whole.
            FollowMe = "followMe" [ours, since 3] => follow_me: Field<Vec<FollowMe>>,
                set by with_follow_me([FollowMe::new("+13175550100", 15)]);
            /// Whether a transfer mutes the call.
            MuteOnTransfer = "muteOnTransfer" [ours, since 3] => mute_on_transfer: Field<InheritableBooleanProperty>,
                set by with_mute_on_transfer(true);
            /// Whether an incoming call opens its own window.
            OpenNewCallWindowForIncomingCalls = "openNewCallWindowForIncomingCalls" [ours, since 3] => open_new_call_window_for_incoming_calls: Field<InheritableBooleanProperty>,
                set by with_open_new_call_window_for_incoming_calls(true);
            /// Whether a call rings while the user is on the phone.
            RingWhenOnPhone = "ringWhenOnPhone" [ours, since 3] => ring_when_on_phone: Field<InheritableBooleanProperty>,
                set by with_ring_when_on_phone(true);
            /// Whether calls are screened.
            ScreenCalls = "screenCalls" [ours, since 3] => screen_calls: Field<InheritableBooleanProperty>,
                set by with_screen_calls(true);
            /// Whether the user's status is shown in the Windows system tray.
            ShowStatusInSystemTray = "showStatusInSystemTray" [documented, since 3] => show_status_in_system_tray: Field<InheritableBooleanProperty>,
                set by with_show_status_in_system_tray(true);
        }
    };
}
pub(crate) use client_configuration;

/// Makes a struct with the 25 members.
macro_rules! configuration_struct {
    (
        {
            $(#[doc = $doc:literal])+
            pub struct $Object:ident {
                $(#![doc = $more:literal])*
            }
        }
        $(
            $(#[doc = $about:literal])+
            $Member:ident = $wire:literal $origin:tt => $field:ident: Field<$Inner:ty>, set by $setter:ident($example:expr);
        )+
    ) => {
        $crate::body::types::wire_struct::wire_struct! {
            $(#[doc = $doc])+
            pub struct $Object = (
                "UserClientConfigurationProperties",
                "urn:inin.com:configuration.people:userClientConfigurationProperties",
                view
            ) {
                $(#![doc = $more])*
                $(
                    $(#[doc = $about])+
                    $wire $origin => $field: Field<$Inner>, set by $setter($example);
                )+
            }
        }
    };
}
pub(super) use configuration_struct;
