use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the mailbox has no folder with this id.
    pub struct InvalidMailboxFolder accepts ValueKinds::ID;
    example {
        "folder", InvalidMailboxFolder::new("mailbox");
        directory r#"{"mailboxes": {"support": ["Inbox", "Archive"]}}"#;
        passes r#"{"mailbox": "support", "folder": "Archive"}"#;
        fails r#"{"mailbox": "support", "folder": "Spam"}"#;
    }
    required {
        /// The path of the mailbox. If it is not set, the rule passes.
        "mailbox" => mailbox: PropertyPath as into;
    }
}

impl Validate for InvalidMailboxFolder {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::MailboxFolder { mailbox: self.mailbox.to_string() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let Some(governing) = governing_id(site, &self.mailbox, findings) else { return };
        let question = StoredQuestion::MailboxFolderExists { mailbox: site.name(governing), folder: site.name(id) };
        site.decide(site.ask(&question), findings);
    }
}
