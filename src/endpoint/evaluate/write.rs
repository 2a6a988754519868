//! Writing of state files.

use super::state::{State, StateSession};
use super::state_user::StateUser;
use crate::body::{ConfigurationId, UserClientConfigurationView};
use crate::endpoint::InheritanceSource;
use crate::json::write::{ArrayWriter, ObjectWriter, compact, write_string};
use crate::license::{Allocation, HeldLicenses, License, LicenseCounts};

impl State {
    /// Returns the state as a state file: compact JSON, including session ids, tokens and cookies, which are shown nowhere
    /// else.
    ///
    /// ```
    /// use icws_schema::endpoint::{State, StateUser};
    ///
    /// let mut state = State::new().with_feature_version(8);
    /// state.insert_user(StateUser::new("jane"));
    /// let file = state.expose_json();
    /// assert_eq!(file, r#"{"version":1,"featureVersion":8,"users":[{"id":"jane"}]}"#);
    /// assert_eq!(State::from_json(&file)?.expose_json(), file);
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn expose_json(&self) -> String {
        let mut json = String::new();
        let mut file = ObjectWriter::new(&mut json);
        file.member("version").push_str(&Self::VERSION.to_string());
        if let Some(version) = self.feature_version {
            file.member("featureVersion").push_str(&version.to_string());
        }
        array(&mut file, "users", self.users.values(), user);
        array(&mut file, "templates", self.templates.values(), source);
        array(&mut file, "roles", self.roles.values(), source);
        array(&mut file, "workgroups", self.workgroups.values(), source);
        if let Some(default_user) = &self.default_user {
            source(default_user, file.member("defaultUser"));
        }
        array(&mut file, "licenses", self.licenses.iter(), license);
        array(&mut file, "sessions", self.sessions.values(), session);
        if let Some(directory) = &self.directory {
            file.member("directory").push_str(&compact(&directory.json));
        }
        file.end();
        json
    }
}

/// Writes a member that is an array, unless it is empty.
fn array<'v, T: ?Sized + 'v>(
    object: &mut ObjectWriter<'_>,
    name: &str,
    items: impl IntoIterator<Item = &'v T>,
    write: impl Fn(&T, &mut String),
) {
    let mut items = items.into_iter().peekable();
    if items.peek().is_none() {
        return;
    }
    let mut array = ArrayWriter::new(object.member(name));
    items.for_each(|item| write(item, array.item()));
    array.end();
}

fn strings(object: &mut ObjectWriter<'_>, name: &str, strings: &[String]) {
    array(object, name, strings, |string, json| write_string(string, json));
}

fn id(object: &mut ObjectWriter<'_>, id: &ConfigurationId) {
    write_string(&id.id, object.member("id"));
    if let Some(name) = id.display_name.value() {
        write_string(name, object.member("displayName"));
    }
    if let Some(uri) = &id.uri {
        write_string(uri, object.member("uri"));
    }
}

fn view(object: &mut ObjectWriter<'_>, view: &UserClientConfigurationView) {
    // A view always serializes to JSON, so the default is never used.
    let json = serde_json::to_string(view).unwrap_or_default();
    if json != "{}" {
        object.member("view").push_str(&json);
    }
}

fn user(user: &StateUser, json: &mut String) {
    let mut object = ObjectWriter::new(json);
    id(&mut object, &user.id);
    view(&mut object, &user.view);
    if !user.customize_client {
        object.member("customizeClient").push_str("false");
    }
    strings(&mut object, "templates", &user.templates);
    strings(&mut object, "roles", &user.roles);
    strings(&mut object, "workgroups", &user.workgroups);
    if user.allocation != Allocation::Assignable || user.licenses != HeldLicenses::default() {
        held_licenses(user, object.member("licenses"));
    }
    object.end();
}

fn held_licenses(user: &StateUser, json: &mut String) {
    let mut object = ObjectWriter::new(json);
    let allocation = match user.allocation {
        Allocation::Assignable => "assignable",
        Allocation::Concurrent => "concurrent",
    };
    write_string(allocation, object.member("allocation"));
    strings(&mut object, "licenses", &user.licenses.licenses);
    if let Some(level) = &user.licenses.media_level {
        let mut inner = ObjectWriter::new(object.member("mediaLevel"));
        write_string(&level.license, inner.member("license"));
        strings(&mut inner, "mediaTypes", &level.media_types);
        inner.end();
    }
    object.end();
}

fn source(source: &InheritanceSource, json: &mut String) {
    let mut object = ObjectWriter::new(json);
    id(&mut object, &source.from);
    view(&mut object, &source.view);
    object.end();
}

fn license(license: &License, json: &mut String) {
    let mut object = ObjectWriter::new(json);
    id(&mut object, &license.license);
    for (name, counts) in [("assignable", license.assignable), ("concurrent", license.concurrent)] {
        if counts != LicenseCounts::default() {
            let LicenseCounts { allowed, configured, in_use } = counts;
            let json = format!("{{\"allowed\":{allowed},\"configured\":{configured},\"inUse\":{in_use}}}");
            object.member(name).push_str(&json);
        }
    }
    strings(&mut object, "defaultMediaTypes", &license.default_media_types);
    object.end();
}

fn session(known: &StateSession, json: &mut String) {
    let mut object = ObjectWriter::new(json);
    write_string(known.session.id().expose(), object.member("id"));
    write_string(known.session.token().expose(), object.member("token"));
    if let Some(cookie) = known.session.cookie() {
        write_string(cookie.expose(), object.member("cookie"));
    }
    write_string(&known.user, object.member("user"));
    object.end();
}
