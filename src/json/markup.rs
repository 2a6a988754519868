//! Detection of HTML.

/// Returns whether markup begins with one of the tags by which WHATWG MIME Sniffing, 7.1, recognizes HTML, followed by
/// a space or `>`.
pub(crate) fn is_html(markup: &[u8]) -> bool {
    const TAGS: [&str; 17] = [
        "<!DOCTYPE HTML",
        "<HTML",
        "<HEAD",
        "<SCRIPT",
        "<IFRAME",
        "<H1",
        "<DIV",
        "<FONT",
        "<TABLE",
        "<A",
        "<STYLE",
        "<TITLE",
        "<B",
        "<BODY",
        "<BR",
        "<P",
        "<!--",
    ];
    TAGS.iter().any(|tag| {
        let (start, rest) = markup.split_at(tag.len().min(markup.len()));
        start.eq_ignore_ascii_case(tag.as_bytes()) && (*tag == "<!--" || matches!(rest.first(), Some(b' ' | b'>')))
    })
}
