//! What patterns of other libraries have that those of the crate `regex` do not.

/// What to write in place of look-around.
const LOOK_AROUND: &str = "write it without `(?=`, `(?!`, `(?<=` and `(?<!`: list what is allowed instead";

/// The starts of constructs, the longer ones first, and what to write in their place.
const FAULTS: &[(&str, &str)] = &[
    ("(?<=", LOOK_AROUND),
    ("(?<!", LOOK_AROUND),
    ("(?=", LOOK_AROUND),
    ("(?!", LOOK_AROUND),
    ("(?P=", BACKREFERENCE),
    ("(?P>", "write the part again in place of a call of a group"),
    ("(?R)", "write the part again in place of a call of a group"),
    ("(?>", "write `(?:` for `(?>`"),
    ("(?|", "write `(?:` for `(?|`"),
    ("(?#", "write it without the comment `(?#...)`"),
    ("(?'", "write `(?<name>` for `(?'name'`"),
    ("(?(", "write the alternatives as `(?:...|...)` in place of `(?(...)...)`"),
    (r"\Z", r"write `\z` for `\Z`"),
    (r"\G", r"write `^` for `\G`"),
    (r"\K", r"write it without `\K`"),
    (r"\h", r"write `[ \t]` for `\h`"),
    (r"\R", r"write `\r?\n` for `\R`"),
    (r"\N", r"write `.` for `\N`"),
    (r"\X", r"write `.` for `\X`"),
    (r"\e", r"write `\x1B` for `\e`"),
    (
        r"\Q",
        r"write it without `\Q` and `\E`, with a backslash before each `.`, `+`, `*`, `?`, `(`, `)`, `[`, `]`, `{`, `}`, `|`, `^`, `$` and `\` between them",
    ),
    (r"\k", BACKREFERENCE),
    (r"\p{java", CLASSES),
    (r"\p{Is", CLASSES),
    (r"\p{In", CLASSES),
];

const BACKREFERENCE: &str = "write the part again in place of a reference to a group";
const CLASSES: &str =
    r"write `\p{L}` for letters, `\p{N}` for digits, `\p{Lu}` and `\p{Ll}` for capital and small letters";

/// Returns what to write in place of all that a pattern has of other libraries, if these are at least two. `(?<name>`, which
/// is supported, is none.
pub(super) fn help(source: &str) -> Option<String> {
    let mut helps: Vec<&str> = Vec::new();
    let (mut rest, mut is_in_class) = (source, false);
    while let Some(character) = rest.chars().next() {
        let fault =
            FAULTS.iter().find(|(start, _)| rest.starts_with(start) && !(is_in_class && start.starts_with('(')));
        let digit =
            rest.strip_prefix('\\').is_some_and(|escape| escape.starts_with(|digit| matches!(digit, '1'..='9')));
        let help = fault.map(|(_, help)| *help).or_else(|| (digit && !is_in_class).then_some(BACKREFERENCE));
        if let Some(help) = help.filter(|help| !helps.contains(help)) {
            helps.push(help);
        }
        is_in_class = match character {
            '[' => true,
            ']' => false,
            _ => is_in_class,
        };
        let mut after = rest.chars();
        after.next();
        if character == '\\' {
            after.next();
        }
        rest = after.as_str();
    }
    (helps.len() > 1).then(|| helps.join("; "))
}

#[cfg(test)]
mod tests {
    use super::{FAULTS, help};

    #[test]
    fn each_fault_is_named_once() {
        assert_eq!(
            help(r"^(?!0)(?=1)(a)\1\Z").as_deref(),
            Some(
                "write it without `(?=`, `(?!`, `(?<=` and `(?<!`: list what is allowed instead; write the part again in place of a \
                 reference to a group; write `\\z` for `\\Z`"
            )
        );
        for source in [r"^(?!0)\d", r"\Z", r"[(?=]\\Z", r"\\1\(?=", r"(?<name>a)", ""] {
            assert_eq!(help(source), None, "{source}");
        }
    }

    #[test]
    fn no_fault_is_supported() {
        for (fault, _) in FAULTS {
            assert!(regex_syntax::parse(&format!("{fault}a)")).is_err(), "{fault}");
        }
    }
}
