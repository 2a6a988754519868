use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Cursor, Findings, Site};
use crate::rules::formats::language;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails at each value that is no language tag, or none of a language that is supported. Null items pass.
    pub struct ExistingLanguageValues reads ValueKinds::ID.or(ValueKinds::ARRAY);
}

impl Validate for ExistingLanguageValues {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Language
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let ValueRef::Array(list) = node else { return language(site, site.trail, node, findings) };
        for index in 0..list.count() {
            let trail = site.trail.item(index);
            let silent = trail.is_malformed() || trail.member("id").is_malformed();
            if let Some(item) = list.item(index).filter(|item| !item.is_null() && !silent) {
                language(site, &trail, item, findings);
            }
        }
    }
}

fn language<'a>(site: &Site<'a, '_>, trail: &Cursor<'_>, node: ValueRef<'a>, findings: &mut Findings) {
    let is_supported = match node.id().filter(|id| language::is_tag(id)) {
        Some(id) => site.ask(&StoredQuestion::LanguageExists { language: site.name(id) }),
        None => Ok(false),
    };
    match is_supported {
        Ok(true) => {}
        Ok(false) => site.fail_with(trail, Some(node), Vec::new(), findings),
        Err(reason) => site.unchecked_at(trail, reason, findings),
    }
}
