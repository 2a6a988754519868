//! Files that the command writes; it must not overwrite its inputs.

use crate::{input, io_error, stream};
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The maximum number of symbolic links that are followed.
const MAX_LINKS: usize = 40;

/// A file, and its option or argument.
pub(crate) struct GivenFile<'f> {
    name: &'static str,
    path: &'f Path,
    identity: FileIdentity,
}

impl<'f> GivenFile<'f> {
    pub(crate) fn new(name: &'static str, path: &'f Path) -> Self {
        Self { name, path, identity: FileIdentity::of(path) }
    }

    /// Returns the files of rule sets; names of sets of the crate are excluded.
    pub(crate) fn rules(names: &'f [OsString]) -> impl Iterator<Item = Self> {
        let files = names.iter().filter(|name| *name != "documented" && *name != "recommended");
        files.map(|name| Self::new("--rules", Path::new(name)))
    }
}

/// Returns an error if an output file is also an input or another output.
pub(crate) fn require_distinct<'f>(
    written: &[GivenFile<'f>],
    read: impl IntoIterator<Item = GivenFile<'f>>,
) -> Result<(), String> {
    let same = |one: &GivenFile<'_>, other: &GivenFile<'_>| {
        let message = || {
            let (path, one, other) = (input::shown(one.path), one.name, other.name);
            format!("{path}: `{one}` and `{other}` are one file, which would be overwritten")
        };
        if one.identity.is_same(&other.identity) { Err(message()) } else { Ok(()) }
    };
    for (index, one) in written.iter().enumerate() {
        written[index + 1..].iter().try_for_each(|other| same(one, other))?;
    }
    read.into_iter().try_for_each(|read| written.iter().try_for_each(|one| same(one, &read)))
}

/// The identity of a file, regardless of its path.
struct FileIdentity {
    path: PathBuf,
    /// Device and number, which hard links share.
    number: Option<(u64, u64)>,
    /// Whether writing overwrites nothing: for a terminal, a pipe, or another device.
    is_device: bool,
}

impl FileIdentity {
    fn of(path: &Path) -> Self {
        let path = if input::is_stdin(path) { Path::new("/dev/stdin") } else { path };
        let info = fs::metadata(path).ok();
        let is_device = info.as_ref().is_some_and(|info| !info.is_file());
        Self { path: target(path), number: info.as_ref().and_then(number), is_device }
    }

    fn is_same(&self, other: &Self) -> bool {
        let is_same_number = self.number.is_some() && self.number == other.number;
        !self.is_device && (is_same_number || self.path == other.path)
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn number(info: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((info.dev(), info.ino()))
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

/// Returns the canonical path of a file, which may not exist.
fn target(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        if let Ok(canonical) = fs::canonicalize(&path) {
            return canonical;
        }
        match fs::read_link(&path) {
            Ok(link) => path = folder(&path).join(link),
            Err(_) => break,
        }
    }
    let folder = fs::canonicalize(folder(&path)).unwrap_or_else(|_| folder(&path).to_owned());
    path.file_name().map_or_else(|| path.clone(), |name| folder.join(name))
}

/// Returns the folder of a file.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Creates a folder and those in its path, unless they exist.
pub(crate) fn create_folder(path: &Path) -> Result<(), String> {
    fs::create_dir_all(path).map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::AlreadyExists => "expected a folder, found a file".to_owned(),
            _ => io_error::reason(&error, "a part of its path does not exist"),
        };
        format!("{}: cannot be created: {reason}", input::shown(path))
    })
}

/// Writes a file, in a folder that is created unless it exists, and prints its name.
pub(crate) fn write(path: &Path, text: &[u8]) -> Result<(), String> {
    create_folder(folder(path))?;
    fs::write(path, text).map_err(|error| format!("{}: {}", input::shown(path), io_error::unwritable(&error)))?;
    stream::print_line(&input::shown(path))
}

/// Writes a whole file or nothing: the new file replaces the old one once it is complete.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = target(path);
    let old = fs::metadata(&path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return fs::write(&path, text);
    }
    let permissions = old.map(|old| old.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let Some(name) = path.file_name() else { return fs::write(&path, text) };
    let new = path.with_file_name(format!(".{}.{}.tmp", name.display(), std::process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).open(&new)?;
    // Permissions are set first, since the text may contain secrets.
    let written = permissions
        .map_or(Ok(()), |permissions| fs::set_permissions(&new, permissions))
        .and_then(|()| file.write_all(text.as_bytes()))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&new, &path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}
