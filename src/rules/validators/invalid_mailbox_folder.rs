use crate::directory::Question;
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
    fn expectation(&self) -> String {
        format!("a folder of the mailbox in `{}`", self.mailbox)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let Some(governing) = governing_id(at, &self.mailbox, out) else { return };
        at.answered(at.directory().has_mailbox_folder(governing, id), || at.missing(Question::Key("mailboxes")), out);
    }
}
