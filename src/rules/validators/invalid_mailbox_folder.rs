use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out, governing_id};
use crate::rules::path::Path;

validator! {
    /// Fails when the mailbox has no such folder.
    pub struct InvalidMailboxFolder reads Reads::ID;
    /// The path of the mailbox.
    "mailbox" => mailbox: Path;
}

impl Validator for InvalidMailboxFolder {
    fn expectation(&self) -> String {
        format!("a folder of the mailbox in `{}`", self.mailbox)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let Some(governing) = governing_id(at, &self.mailbox, out) else { return };
        at.answered(at.directory().has_mailbox_folder(governing, id), || at.missing(Question::Key("mailboxes")), out);
    }
}
