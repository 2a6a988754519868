use crate::directory::Question;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the server has no such network adapter.
    pub struct NetworkAdapter reads ValueKinds::ID;
}

impl Validate for NetworkAdapter {
    fn expectation(&self) -> String {
        "a network adapter of the server".to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        at.answered(at.directory().has_network_adapter(id), || at.missing(Question::Key("networkAdapters")), out);
    }
}
