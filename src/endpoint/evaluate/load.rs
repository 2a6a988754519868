//! Loading of state files: strict, with all problems at once.

use super::load_values::{
    configuration_id, count_u32, counts, held_licenses, id_at, insert, invalid, secret, strings, version,
};
use super::state::{ById, State, StateDirectory, StateSession, key};
use super::state_user::StateUser;
use super::view_problem::view_problem;
use crate::body::UserClientConfigurationView;
use crate::body::decode::{ParseOptions, Parsed};
use crate::directory::directory;
use crate::endpoint::{CsrfToken, InheritanceSource, Session, SessionCookie, SessionId, UserId};
use crate::file::entries::{LoadedEntry, SCHEMA, duplicate, duplicate_key, entries, members, optional, required};
use crate::file::object::{self, ObjectReader, boolean, string};
use crate::file::stream::{self, Stream};
use crate::file::{self, FileObject, LoadError, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::lexer::LexError;
use crate::json::tree::Tree;
use crate::license::{HeldLicenses, License};
use crate::suggest::nearest;
use std::collections::HashSet;

const SECTIONS: [&str; 10] = [
    "version",
    "featureVersion",
    "users",
    "templates",
    "roles",
    "workgroups",
    "defaultUser",
    "licenses",
    "sessions",
    "directory",
];

/// The maximum number of unknown ids that get a suggestion: finding one means comparing with every known id.
const MAX_SUGGESTIONS: usize = 20;

/// A syntax error ends loading; problems do not.
type Result<T> = std::result::Result<T, LexError>;

impl State {
    /// Loads a [state file](crate::docs::evaluation): a string, or bytes in UTF-8, or in UTF-16 with a byte order mark.
    ///
    /// # Errors
    ///
    /// Returns every problem of the file, with line and column: unknown, duplicate and missing members, values of the
    /// wrong type, problems of views and of the directory, ids that refer to no entry. Nothing of a session is shown.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// let file = r#"{"version": 1, "users": [
    ///     {"id": "jane", "roles": ["Agnet"], "view": {"screenCalls": {"actualValue": "yes"}}}
    /// ], "roles": [{"id": "Agent"}]}"#;
    /// assert_eq!(
    ///     State::from_json(file).unwrap_err().to_string(),
    ///     "2:30: /users/0/roles/0: `Agnet` is not an id in `roles`; did you mean `Agent`?\n\
    ///      2:80: /users/0/view/screenCalls/actualValue: expected a boolean or null, found a string of 3 characters"
    /// );
    /// ```
    pub fn from_json(input: impl AsRef<[u8]>) -> std::result::Result<Self, LoadError> {
        let load = |text: &str| {
            let (state, warnings) = stream::read(text, |stream| {
                let mut loader = StateLoader { text, state: Self::new(), references: Vec::new() };
                loader.state(stream)?;
                loader.check_references(stream);
                Ok(loader.state)
            })?;
            Ok(Self { warnings, ..state })
        };
        file::load_with_warnings(input.as_ref(), FileObject::StateFile, load, Self::warnings)
    }
}

/// An id by which an entry refers to another one.
struct StateReference {
    at: usize,
    pointer: String,
    member: &'static str,
    section: &'static str,
    id: String,
}

struct StateLoader<'t> {
    text: &'t str,
    state: State,
    references: Vec<StateReference>,
}

impl StateLoader<'_> {
    fn state(&mut self, stream: &mut Stream<'_>) -> Result<()> {
        let is_object = self.text[stream.next_at()..].starts_with('{');
        let mut seen = HashSet::new();
        stream.members(|stream, name, at| {
            if !seen.insert(name.to_owned()) {
                stream.report(duplicate_key(at, name));
                return stream.skip();
            }
            let known = SECTIONS.into_iter().chain([SCHEMA]);
            let Some(known) = known.clone().find(|known| *known == name) else {
                let expected = LoadExpected::Member { object: FileObject::StateFile };
                let problem = LoadProblem::unknown(at, LoadProblemKind::UnknownMember, name, expected, known);
                stream.report(problem.with_parameter(name));
                return stream.skip();
            };
            stream.member(known, |stream| self.section(stream, known))
        })?;
        if is_object && !seen.contains("version") {
            let expected = LoadExpected::RequiredMember { name: "version".to_owned() };
            let problem = LoadProblem::new(0, LoadProblemKind::MissingMember, expected, LoadFound::Missing);
            stream.report(problem.with_parameter("version"));
        }
        Ok(())
    }

    fn section(&mut self, stream: &mut Stream<'_>, name: &str) -> Result<()> {
        match name {
            "users" => return self.users(stream),
            "templates" => self.state.templates = self.sources(stream)?,
            "roles" => self.state.roles = self.sources(stream)?,
            "workgroups" => self.state.workgroups = self.sources(stream)?,
            "licenses" => return self.licenses(stream),
            "sessions" => return stream.secret(|stream| self.sessions(stream)),
            "directory" => {
                let start = stream.next_at();
                let loaded = directory(stream)?;
                let json = self.text[start..stream.at()].into();
                self.state.directory = Some(StateDirectory { directory: loaded, json });
            }
            _ => {
                let tree = stream.tree()?;
                self.value(stream, name, &tree);
            }
        }
        Ok(())
    }

    /// Loads a section that is one value.
    fn value(&mut self, stream: &mut Stream<'_>, name: &str, tree: &Tree<'_>) {
        match name {
            "version" => _ = stream.take(version(tree)),
            "featureVersion" => self.state.feature_version = stream.take(count_u32(tree)),
            "defaultUser" => {
                let source = self.source(stream, tree);
                self.state.default_user = stream.take(source).flatten();
            }
            _ => _ = stream.take(string(tree)),
        }
    }

    fn users(&mut self, stream: &mut Stream<'_>) -> Result<()> {
        entries(stream, |stream, tree| {
            let known =
                ["id", "displayName", "uri", "view", "customizeClient", "templates", "roles", "workgroups", "licenses"];
            let entry = members(stream, tree, &known, FileObject::StateUser)?;
            let id = configuration_id(stream, &entry);
            let mut user = StateUser::new(id.clone().unwrap_or_default()).with_view(self.view(stream, &entry));
            user.customize_client = optional(stream, &entry, "customizeClient", boolean).unwrap_or(true);
            user.templates = self.ids(stream, &entry, "templates");
            user.roles = self.ids(stream, &entry, "roles");
            user.workgroups = self.ids(stream, &entry, "workgroups");
            if let Some(licenses) = entry.get("licenses") {
                let held = stream.member("licenses", |stream| {
                    let held = held_licenses(stream, licenses);
                    stream.take(held)
                });
                (user.allocation, user.licenses) = held.unwrap_or((user.allocation, HeldLicenses::default()));
            }
            let Some(id) = id else { return Ok(()) };
            if UserId::new(&*id.id).is_err() {
                return Err(invalid(id_at(tree), LoadExpected::UserId, LoadFound::string(&id.id)));
            }
            insert(stream, &mut self.state.users, tree, &id.id, user);
            Ok(())
        })
    }

    /// Loads the ids of entries of a section, which has the name of the member.
    fn ids(&mut self, stream: &mut Stream<'_>, entry: &ObjectReader<'_, '_, '_>, section: &'static str) -> Vec<String> {
        let mut ids = Vec::new();
        for (index, tree) in optional(stream, entry, section, object::array).into_iter().flatten().enumerate() {
            let id = stream.member(section, |stream| stream.item(index, |stream| stream.take(string(tree))));
            let Some(id) = id else { continue };
            let pointer = format!("{}/{section}/{index}", stream.pointer());
            self.references.push(StateReference { at: tree.at, pointer, member: section, section, id: id.to_owned() });
            ids.push(id.to_owned());
        }
        ids
    }

    fn sources(&mut self, stream: &mut Stream<'_>) -> Result<ById<InheritanceSource>> {
        let mut sources = ById::new();
        entries(stream, |stream, tree| {
            if let Some(source) = self.source(stream, tree)? {
                let id = source.from.id.clone();
                insert(stream, &mut sources, tree, &id, source);
            }
            Ok(())
        })?;
        Ok(sources)
    }

    /// Loads a source of inheritance; `None` if its id is invalid, which is reported.
    fn source(&self, stream: &mut Stream<'_>, tree: &Tree<'_>) -> LoadedEntry<Option<InheritanceSource>> {
        let entry = members(stream, tree, &["id", "displayName", "uri", "view"], FileObject::StateSource)?;
        let id = configuration_id(stream, &entry);
        let view = self.view(stream, &entry);
        Ok(id.map(|id| InheritanceSource::new(id, view)))
    }

    /// Loads a view, parsed as a response; an empty one if the entry has none.
    fn view(&self, stream: &mut Stream<'_>, entry: &ObjectReader<'_, '_, '_>) -> UserClientConfigurationView {
        let Some(tree) = entry.get("view") else { return UserClientConfigurationView::default() };
        let text = &self.text[tree.at..tree.at + tree.len];
        let parsed: Parsed<UserClientConfigurationView> = ParseOptions::new().parse(text);
        stream.member("view", |stream| {
            for problem in &parsed.report {
                stream.report_at(&problem.pointer(), view_problem(problem, tree.at));
            }
        });
        parsed.value
    }

    fn licenses(&mut self, stream: &mut Stream<'_>) -> Result<()> {
        entries(stream, |stream, tree| {
            let known = ["id", "displayName", "uri", "assignable", "concurrent", "defaultMediaTypes"];
            let entry = members(stream, tree, &known, FileObject::StateLicense)?;
            let id = configuration_id(stream, &entry);
            let mut license = License::new(id.clone().unwrap_or_default());
            license.assignable = counts(stream, &entry, "assignable");
            license.concurrent = counts(stream, &entry, "concurrent");
            license.default_media_types = strings(stream, &entry, "defaultMediaTypes");
            if let Some(id) = id
                && self.state.licenses.insert(license).is_some()
            {
                stream.report(duplicate(id_at(tree), &id.id).with_parameter("id"));
            }
            Ok(())
        })
    }

    fn sessions(&mut self, stream: &mut Stream<'_>) -> Result<()> {
        entries(stream, |stream, tree| {
            let entry = members(stream, tree, &["id", "token", "cookie", "user"], FileObject::StateSession)?;
            let id = required(stream, &entry, "id", |tree| secret(tree, LoadExpected::SessionId, SessionId::new));
            let token = required(stream, &entry, "token", |tree| secret(tree, LoadExpected::Token, CsrfToken::new));
            let cookie =
                optional(stream, &entry, "cookie", |tree| secret(tree, LoadExpected::Cookie, SessionCookie::new));
            let user = required(stream, &entry, "user", string);
            if let (Some(user), Some(tree)) = (user, entry.get("user")) {
                let pointer = stream.pointer();
                let (member, section) = ("user", "users");
                self.references.push(StateReference { at: tree.at, pointer, member, section, id: user.to_owned() });
            }
            let (Some(id), Some(token), Some(user)) = (id, token, user) else { return Ok(()) };
            let session = Session::new(id.clone(), token);
            let session = match cookie {
                Some(cookie) => session.with_cookie(cookie),
                None => session,
            };
            let session = StateSession { session, user: user.to_owned() };
            if self.state.sessions.insert(id, session).is_some() {
                let expected = LoadExpected::NewSession;
                let problem = LoadProblem::new(id_at(tree), LoadProblemKind::Conflict, expected, LoadFound::Hidden);
                return Err(problem.with_parameter("id"));
            }
            Ok(())
        })
    }

    /// Reports ids that refer to no entry of their section.
    fn check_references(&self, stream: &mut Stream<'_>) {
        let mut suggestions = 0..MAX_SUGGESTIONS;
        for StateReference { at, pointer, member, section, id } in &self.references {
            let known = key(id);
            let is_known = match *section {
                "users" => self.state.users.contains_key(&known),
                "templates" => self.state.templates.contains_key(&known),
                "roles" => self.state.roles.contains_key(&known),
                _ => self.state.workgroups.contains_key(&known),
            };
            if is_known {
                continue;
            }
            let expected = LoadExpected::IdIn { section };
            // Nothing of a session is shown.
            let (found, suggestion) = match *section {
                "users" => (LoadFound::Hidden, None),
                _ => (LoadFound::name(id), suggestions.next().and_then(|_| self.similar(section, id))),
            };
            let problem = LoadProblem::new(*at, LoadProblemKind::UnknownName, expected, found);
            let problem = match *section {
                "users" => problem.with_parameter(*member),
                _ => problem.with_key(*member),
            };
            stream.report_elsewhere(pointer, problem.with_suggestion(suggestion));
        }
    }

    /// Returns the most similar id in a section, if one is similar enough.
    fn similar(&self, section: &str, id: &str) -> Option<String> {
        fn of(sources: &ById<InheritanceSource>) -> Vec<&str> {
            sources.values().map(|source| &*source.from.id).collect()
        }
        let ids = match section {
            "templates" => of(&self.state.templates),
            "roles" => of(&self.state.roles),
            _ => of(&self.state.workgroups),
        };
        nearest(id, ids).map(str::to_owned)
    }
}
