//! Options that have an effect only together with others. The npm package has this file, too.

/// Returns an error for the first option that has no effect, with what it needs. `kind` is the value of `--as`, and `format`
/// that of `--format`. `--show-values` is given if it shows values.
pub(crate) fn require_effect(kind: &str, format: &str, is_given: impl Fn(&str) -> bool) -> Result<(), String> {
    const OF_RULES: [&str; 5] = ["strict", "directory", "current", "id", "id-at"];
    const OF_RESULTS: [&str; 3] = ["format", "show-values", "max-problems"];
    let (is_request, is_object) = (kind == "request", kind == "object");
    let first = |options: &[&'static str]| options.iter().find(|option| is_given(option)).copied();
    let needs = |option: &str, needed: &str| Err(format!("`--{option}` needs {needed}"));
    let not_together = |one: &str, other: &str| Err(format!("`--{one}` and `--{other}` cannot be used together"));
    if let Some(option) = first(&["rules", "feature-version"]).or_else(|| first(&OF_RULES))
        && !is_request
        && !is_object
    {
        return needs(option, "`--as request` or `--as object`");
    }
    if is_object && !is_given("rules") {
        return needs("as object", "`--rules`");
    }
    if is_given("partial") && !is_object {
        return needs("partial", "`--as object`");
    }
    if is_given("allow-unknown") && !is_request {
        return needs("allow-unknown", "`--as request`: other bodies may always have unknown properties");
    }
    if let Some(option) = first(&OF_RULES)
        && !is_given("rules")
    {
        return needs(option, "`--rules`");
    }
    if is_given("object-type") && !is_given("id") && !is_given("id-at") {
        return needs("object-type", "`--id` or `--id-at`");
    }
    if is_given("id") && is_given("id-at") {
        return not_together("id", "id-at");
    }
    if let Some(option) = first(&OF_RESULTS).filter(|_| is_given("quiet")) {
        return not_together("quiet", option);
    }
    if is_given("show-values") && format == "ndjson" {
        return not_together("show-values", "format ndjson");
    }
    Ok(())
}
