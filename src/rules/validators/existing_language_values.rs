use crate::directory::Question;
use crate::rules::engine::{Cursor, Findings, Site};
use crate::rules::formats::language;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails at each value that is no language tag, or none of a language that is supported. Null items pass.
    pub struct ExistingLanguageValues reads ValueKinds::ID.or(ValueKinds::LIST);
}

impl Validate for ExistingLanguageValues {
    fn expectation(&self) -> String {
        "the tag of a language that the server supports".to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let ValueRef::Array(list) = node else { return language(at, at.trail, node, out) };
        for index in 0..list.count() {
            let trail = at.trail.item(index);
            let silent = trail.is_malformed() || trail.member("id").is_malformed();
            if let Some(item) = list.item(index).filter(|item| !item.is_null() && !silent) {
                language(at, &trail, item, out);
            }
        }
    }
}

fn language<'a>(at: &Site<'a, '_>, trail: &Cursor<'_>, node: ValueRef<'a>, out: &mut Findings) {
    match node.id().filter(|id| language::is_tag(id)).map(|id| at.directory().has_language(id)) {
        Some(Some(true)) => {}
        Some(None) => at.unchecked_at(trail, at.missing(Question::Key("languages")), out),
        Some(Some(false)) | None => at.fail_with(trail, Some(node), Vec::new(), out),
    }
}
