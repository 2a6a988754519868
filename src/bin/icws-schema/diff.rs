//! `icws-schema diff`

use crate::exit_status::ExitStatus;
use crate::views::{self, UserView};
use crate::{input, stream};
use clap::Args;
use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView, ViewDocument};
use icws_schema::endpoint::{self, Member, MemberRef, assume_own_values};
use serde::Serialize;
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The output for a missing view: otherwise a PUT that clears everything would be the result.
const NO_VIEW: &str = "no client configuration: nothing to compare";

/// Print the smallest PUT that turns one view into another
///
/// Each file contains a view, a user or a list of users, as a GET with `actualValues=true` returns them. Users of lists are matched
/// by id, and the output has one line of NDJSON per user: `{"id": ..., "body": ...}`.
#[derive(Args)]
pub(crate) struct Diff {
    /// File with the old view
    #[arg(value_name = "VIEW")]
    before: PathBuf,
    /// File with the new view
    #[arg(value_name = "VIEW")]
    after: PathBuf,
    /// Assume that the views were requested with `actualValues=true`: a property without `actualValue` has no value set on the user
    #[arg(long)]
    actual_values: bool,
    /// List the changes on standard error, without values
    #[arg(long)]
    explain: bool,
}

/// A line for a user in a list.
#[derive(Serialize)]
struct UserPut<'a> {
    id: Option<&'a str>,
    body: &'a UserClientConfigurationProperties,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        input::require_one_stdin([self.before.as_path(), &self.after])?;
        let (before, after) = (views::document(&self.before)?, views::document(&self.after)?);
        let lists = [&before, &after].map(|document| matches!(document, ViewDocument::List(_)));
        let (before, after) = (views::of_document(&self.before, before)?, views::of_document(&self.after, after)?);
        match lists {
            [true, true] => self.lists(before, after),
            [false, false] => self.pair(&before[0], &after[0]),
            [true, false] => {
                Err(self.in_both("the first file contains a list of users, the second one the view of one"))
            }
            [false, true] => Err(self.in_both("the first file contains the view of one user, the second one a list")),
        }
    }

    fn pair(&self, before: &UserView, after: &UserView) -> Result<ExitStatus, String> {
        if let (Some(one), Some(other)) = (&before.id, &after.id)
            && key(before) != key(after)
        {
            let (one, other) = (views::name(Some(one)), views::name(Some(other)));
            stream::eprint_line(format_args!("warning: the views are of two users: {one} and {other}"));
        }
        let missing = |file: &Path| format!("{}: {NO_VIEW}", input::shown(file));
        let put = self.put(before, after)?.map_err(missing)?;
        stream::print_line(&serde_json::to_string(&put).map_err(|error| error.to_string())?)?;
        Ok(ExitStatus::Success)
    }

    /// Prints a line for each user of both lists, in the order of the first one; users of one list go to standard error, in
    /// the order of their file.
    fn lists(&self, before: Vec<UserView>, after: Vec<UserView>) -> Result<ExitStatus, String> {
        let mut status = ExitStatus::Success;
        // If two users have the same id, the last one counts.
        let mut by_id: HashMap<String, (usize, UserView)> = HashMap::new();
        for (index, user) in after.into_iter().enumerate() {
            by_id.insert(key(&user), (index, user));
        }
        let mut out = io::BufWriter::new(io::stdout().lock());
        for user in before {
            let Some((_, after)) = by_id.remove(&key(&user)) else {
                status = ExitStatus::Invalid;
                Self::not_in(&user, &self.after);
                continue;
            };
            let put = match self.put(&user, &after)? {
                Ok(put) => put,
                Err(file) => {
                    status = ExitStatus::Invalid;
                    let (file, name) = (input::shown(file), views::name(user.id.as_deref()));
                    stream::eprint_line(format_args!("{file}: {name}: {NO_VIEW}"));
                    continue;
                }
            };
            let line = UserPut { id: user.id.as_deref(), body: &put };
            let line = serde_json::to_string(&line).map_err(|error| error.to_string())?;
            stream::unless_closed(writeln!(out, "{line}")).map_err(|error| stream::unwritable(&error))?;
        }
        let mut added: Vec<_> = by_id.into_values().collect();
        added.sort_by_key(|(index, _)| *index);
        for (_, user) in added {
            status = ExitStatus::Invalid;
            Self::not_in(&user, &self.before);
        }
        stream::unless_closed(out.flush()).map_err(|error| stream::unwritable(&error))?;
        Ok(status)
    }

    /// Returns the message about a problem of both files.
    fn in_both(&self, problem: &str) -> String {
        format!("{}, {}: {problem}", input::shown(&self.before), input::shown(&self.after))
    }

    fn not_in(user: &UserView, file: &Path) {
        stream::eprint_line(format_args!("{} is not in {}", views::name(user.id.as_deref()), input::shown(file)));
    }

    /// Returns the PUT, or the file in which the user has no view.
    fn put(
        &self,
        before: &UserView,
        after: &UserView,
    ) -> Result<Result<UserClientConfigurationProperties, &Path>, String> {
        let name = views::name(before.id.as_deref().or(after.id.as_deref()));
        let Some(old) = before.view.as_ref().filter(|view| views::has_property(view)) else {
            return Ok(Err(&self.before));
        };
        let Some(new) = after.view.as_ref().filter(|view| views::has_property(view)) else {
            return Ok(Err(&self.after));
        };
        let view = |view: &UserClientConfigurationView| {
            if self.actual_values { assume_own_values(view) } else { view.clone() }
        };
        let put = endpoint::diff(&view(old), &view(new)).map_err(|error| self.in_both(&format!("{name}: {error}")))?;
        if self.explain {
            for (member, value) in put.iter().filter(|(_, value)| !value.is_absent()) {
                stream::eprint_line(format_args!("{name}: {member}: {}", change(member, &value)));
            }
        }
        Ok(Ok(put))
    }
}

/// Returns the key of a user's id: equal if a server considers two ids equal.
fn key(user: &UserView) -> String {
    user.id.as_deref().unwrap_or_default().to_lowercase()
}

/// Returns the change of a member by a PUT, without values.
fn change(member: Member, put: &MemberRef<'_>) -> &'static str {
    match (member.is_inheritable(), put.has_own_value()) {
        (true, true) => "the user's own value changed",
        (true, false) => "the user's own value removed, inherited again",
        (false, true) => "changed",
        (false, false) => "cleared",
    }
}
