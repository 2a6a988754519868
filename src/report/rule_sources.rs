/// The files from which a rule set was combined, to find the file of a rule.
///
/// ```
/// use icws_schema::report::RuleSources;
///
/// let sources = RuleSources::new().with("recommended", 12).with("site.json", 3);
/// assert_eq!(sources.find("/rules/13/rules/0"), Some(("site.json", "/rules/1/rules/0".to_owned())));
/// assert_eq!(sources.find("/rules/15"), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleSources(Vec<(String, usize)>);

impl RuleSources {
    /// Creates a value without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, given its name and the number of its rules.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, count: usize) -> Self {
        self.0.push((name.into(), count));
        self
    }

    /// Returns whether there is more than one file.
    #[must_use]
    pub fn are_several(&self) -> bool {
        self.0.len() > 1
    }

    /// Returns the name of the file that contains a rule, and the JSON Pointer of the rule in that file.
    #[must_use]
    pub fn find(&self, rule_pointer: &str) -> Option<(&str, String)> {
        let rest = rule_pointer.strip_prefix("/rules/")?;
        let (index, inner) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let mut index = index.parse::<usize>().ok()?;
        for (name, count) in &self.0 {
            if index < *count {
                return Some((name, format!("/rules/{index}{inner}")));
            }
            index -= count;
        }
        None
    }
}
