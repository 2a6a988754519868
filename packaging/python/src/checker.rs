//! The class `Checker`, and functions that use it once.

use crate::arguments::{exception, file, payload, rules};
use crate::column;
use crate::verdicts::Verdicts;
use icws_schema_bindings::{self as bindings, Files, Settings};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3_arrow::input::AnyArray;
use std::thread;

/// Checks bodies with rules that are loaded once. It can be used by any thread.
///
/// rules: `"documented"` (as without rules), `"recommended"`, the path of a rule file, its content as a dict, or a list of
///     these, which are combined in order.
/// directory: what the server's configuration contains: the path of a directory file, or its content as a dict.
/// as_: the kind of body: `"request"`, `"view"`, `"user"`, `"list"`, `"result"`, `"error"` or `"object"`.
/// current: the current state of the object on the server: the path of a file, or its content as a dict.
/// id, object_type: the object that is updated; its type is `"user"` unless it is given.
/// feature_version: the feature version of `configuration` that the server has.
/// allow_unknown: whether undocumented properties are accepted in requests.
/// partial: whether absent properties of an object keep their current value.
/// max_problems: maximum number of problems that are listed; all are counted.
///
/// Raises LoadError if a file has problems, OSError if it cannot be read, and ValueError for an argument that has no effect.
#[pyclass(frozen, module = "icws_schema")]
pub(crate) struct Checker(bindings::Checker);

#[pymethods]
impl Checker {
    #[new]
    #[pyo3(signature = (*, rules=None, directory=None, as_="request", current=None, id=None, object_type=None,
        feature_version=None, allow_unknown=false, partial=false, max_problems=1000))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
    fn new(
        py: Python<'_>,
        rules: Option<&Bound<'_, PyAny>>,
        directory: Option<&Bound<'_, PyAny>>,
        as_: &str,
        current: Option<&Bound<'_, PyAny>>,
        id: Option<String>,
        object_type: Option<String>,
        feature_version: Option<u32>,
        allow_unknown: bool,
        partial: bool,
        max_problems: u32,
    ) -> PyResult<Self> {
        let files = Files {
            rules: self::rules(rules)?,
            directory: directory.map(|directory| file("directory", directory)).transpose()?,
            current: current.map(|current| file("current", current)).transpose()?,
        };
        let kind = as_.parse().map_err(|error| exception(py, &error))?;
        let max_problems = Some(max_problems);
        let settings = Settings {
            kind,
            allow_unknown,
            follow_suggestions: false,
            feature_version,
            id,
            object_type,
            partial,
            max_problems,
        };
        let checker = py.detach(|| bindings::Checker::new(settings, files));
        checker.map(Self).map_err(|error| exception(py, &error))
    }

    /// What is suspicious in the files, each as `file: warning: ...`: a value that no property can have, for example.
    #[getter]
    fn warnings(&self) -> Vec<String> {
        self.0.warnings().to_vec()
    }

    /// Checks a body, and returns the report: a dict as described by `schemas/report.json`.
    ///
    /// It contains no values of the body unless `show_values` is true.
    #[pyo3(signature = (body, *, show_values=false))]
    fn check<'py>(&self, body: &Bound<'py, PyAny>, show_values: bool) -> PyResult<Bound<'py, PyAny>> {
        let (py, body) = (body.py(), payload(body)?);
        let report = py.detach(|| {
            let report = self.0.session().check(&body);
            if show_values {
                serde_json::to_string(&report.with_values().of(&body))
            } else {
                serde_json::to_string(&report)
            }
        });
        let report = report.map_err(|error| PyValueError::new_err(error.to_string()))?;
        py.import("json")?.call_method1("loads", (report,))
    }

    /// Checks each body of an Arrow array, or of anything with the Arrow PyCapsule interface: strings or bytes in any of
    /// their forms, or a table with one such column.
    ///
    /// Returns a verdict for each row, the same as `icws-schema check --format ndjson` has for each line; null for null
    /// and for a blank string. Rows are checked on all processors, or on as many threads as are given.
    #[pyo3(signature = (column, *, threads=None))]
    fn check_column(&self, py: Python<'_>, column: AnyArray, threads: Option<usize>) -> PyResult<Verdicts> {
        let threads = threads.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
        py.detach(|| {
            let chunks = column.into_chunked_array().map_err(PyErr::from)?;
            column::check(&self.0, chunks.chunks(), chunks.data_type(), threads).map_err(PyValueError::new_err)
        })
        .map(Verdicts::new)
    }
}

/// Checks a body, and returns the report: a dict as described by `schemas/report.json`.
///
/// Keywords are those of `Checker`, which loads rules once for many bodies.
#[pyfunction]
#[pyo3(signature = (body, *, show_values=false, **settings))]
pub(crate) fn check<'py>(
    body: &Bound<'py, PyAny>,
    show_values: bool,
    settings: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    checker(body.py(), settings)?.get().check(body, show_values)
}

/// Checks each body of an Arrow array: see `Checker.check_column`. Keywords are those of `Checker`.
#[pyfunction]
#[pyo3(signature = (column, *, threads=None, **settings))]
pub(crate) fn check_column(
    py: Python<'_>,
    column: AnyArray,
    threads: Option<usize>,
    settings: Option<&Bound<'_, PyDict>>,
) -> PyResult<Verdicts> {
    checker(py, settings)?.get().check_column(py, column, threads)
}

fn checker<'py>(py: Python<'py>, settings: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, Checker>> {
    Ok(py.get_type::<Checker>().call((), settings)?.cast_into()?)
}
