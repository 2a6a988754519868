use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Cursor, RuleFindings, RuleSite, Validate};
use crate::rules::formats::language;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails at each value that is not a language tag, or not the tag of a supported language. Null items of an array
    /// pass.
    pub struct ExistingLanguageValues accepts ValueKinds::ID.or(ValueKinds::ID_ARRAY);
    example {
        "languages", ExistingLanguageValues::new();
        directory r#"{"languages": ["en", "en-us"]}"#;
        passes r#"{"languages": ["en", "en-US"]}"#;
        fails r#"{"languages": ["en", "fr"]}"#;
    }
}

impl Validate for ExistingLanguageValues {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Language
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let ValueRef::Array(list) = node else { return check(site, site.cursor, node, findings) };
        for index in 0..list.count() {
            let cursor = site.cursor.item(index);
            let is_malformed = cursor.is_malformed() || cursor.member("id").is_malformed();
            if let Some(item) = cursor.actual(list.item(index)).filter(|item| !item.is_null() && !is_malformed) {
                check(site, &cursor, cursor.with_actual_id(item), findings);
            }
        }
    }
}

fn check<'a>(site: &RuleSite<'a, '_>, cursor: &Cursor<'_>, value: ValueRef<'a>, findings: &mut RuleFindings<'a>) {
    let is_supported = match value.id().filter(|id| language::is_tag(id)) {
        Some(id) => site.ask(&StoredQuestion::LanguageExists { language: site.name(id) }),
        None => Ok(false),
    };
    match is_supported {
        Ok(true) => {}
        Ok(false) => site.fail_at(cursor, Some(value), RuleFindings::default(), findings),
        Err(reason) => site.unchecked_at(cursor, reason, findings),
    }
}
