//! What is not JSON but HTML.

/// Returns whether markup begins with a tag by which HTML is known: that of WHATWG, MIME Sniffing, 7.1, and the space
/// or `>` after it.
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
