//! Messages for errors of input and output, in plain words.

use std::io::{self, ErrorKind};

/// Returns the message that a file or folder cannot be read.
pub(crate) fn unreadable(error: &io::Error) -> String {
    format!("cannot be read: {}", reason(error, "no such file"))
}

/// Returns the message that a file cannot be written.
pub(crate) fn unwritable(error: &io::Error) -> String {
    format!("cannot be written: {}", reason(error, "its folder does not exist"))
}

/// Returns the reason of an error: the system's text without its number, unless there are better words.
pub(crate) fn reason(error: &io::Error, not_found: &str) -> String {
    match error.kind() {
        ErrorKind::NotFound => not_found.to_owned(),
        ErrorKind::IsADirectory => "expected a file, found a folder".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder".to_owned(),
        _ => {
            let text = error.to_string();
            let number = error.raw_os_error().map(|number| format!(" (os error {number})")).unwrap_or_default();
            let mut rest = text.strip_suffix(&number).unwrap_or(&text).chars();
            rest.next().into_iter().flat_map(char::to_lowercase).chain(rest.clone()).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{unreadable, unwritable};
    use std::io::{Error, ErrorKind};

    #[test]
    fn messages_have_no_numbers_of_the_system() {
        assert_eq!(unreadable(&ErrorKind::NotFound.into()), "cannot be read: no such file");
        assert_eq!(unwritable(&ErrorKind::NotFound.into()), "cannot be written: its folder does not exist");
        assert_eq!(unreadable(&ErrorKind::PermissionDenied.into()), "cannot be read: permission denied");
        assert_eq!(unreadable(&Error::other("")), "cannot be read: ");
        for number in 1..40 {
            let message = unreadable(&Error::from_raw_os_error(number));
            assert!(!message.contains("os error") && message.len() > 20, "{message}");
        }
        #[cfg(target_os = "linux")]
        assert_eq!(unwritable(&Error::from_raw_os_error(28)), "cannot be written: no space left on device");
    }
}
