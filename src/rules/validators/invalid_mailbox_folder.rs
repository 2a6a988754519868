use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the mailbox has no such folder.
    pub struct InvalidMailboxFolder reads ValueKinds::ID;
    /// The path of the mailbox.
    "mailbox" => mailbox: PropertyPath;
}

impl Validate for InvalidMailboxFolder {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::MailboxFolder { mailbox: self.mailbox.to_string() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let Some(governing) = governing_id(site, &self.mailbox, findings) else { return };
        let question = StoredQuestion::MailboxFolderExists { mailbox: site.name(governing), folder: site.name(id) };
        site.answered(site.ask(&question), findings);
    }
}
