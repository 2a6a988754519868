//! What Python gives: bodies, rule sets and files.

use icws_schema::file::suggestion;
use icws_schema_bindings::{Error, File, Rules, in_snake_case};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict, PyList, PyString, PyTuple};

/// Returns the bytes of a body, which is `str` or bytes.
pub(crate) fn payload(payload: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    if let Ok(text) = payload.cast::<PyString>() {
        return Ok(text.encode_utf8()?.into());
    }
    payload.extract().map_err(|_| PyTypeError::new_err(format!("expected str or bytes, found {}", type_name(payload))))
}

/// Returns the rule sets of an argument: `None`, one set, or several.
pub(crate) fn rules(argument: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<Rules>> {
    let Some(argument) = argument else { return Ok(Vec::new()) };
    if argument.is_instance_of::<PyList>() || argument.is_instance_of::<PyTuple>() {
        return argument.try_iter()?.map(|set| rule_set(&set?)).collect();
    }
    Ok(vec![rule_set(argument)?])
}

fn rule_set(argument: &Bound<'_, PyAny>) -> PyResult<Rules> {
    let name = argument.cast::<PyString>().ok().map(ToString::to_string);
    match name.as_deref().and_then(Rules::of_name) {
        Some(set) => Ok(set),
        None => file("rules", argument).map(Rules::File),
    }
}

/// Returns the file of an argument: the path of one, or its content as a dict.
pub(crate) fn file(name: &str, argument: &Bound<'_, PyAny>) -> PyResult<File> {
    let py = argument.py();
    if argument.is_instance_of::<PyDict>() {
        let text: String = py.import("json")?.call_method1("dumps", (argument,))?.extract()?;
        return Ok(File { name: name.to_owned(), bytes: text.into_bytes() });
    }
    let path = py.import("os")?.call_method1("fspath", (argument,)).map_err(|_| {
        PyTypeError::new_err(format!("`{name}`: expected a path or a dict, found {}", type_name(argument)))
    })?;
    let read = || {
        let file = py.import("pathlib")?.call_method1("Path", (&path,))?;
        file.call_method0("read_bytes")?.cast::<PyBytes>().map(|bytes| bytes.as_bytes().to_vec()).map_err(PyErr::from)
    };
    let shown = path.to_string();
    let bytes = read().inspect_err(|error| {
        if name == "rules"
            && let Some(near) = suggestion(&shown, ["documented", "recommended"])
        {
            // Without the note the error is as clear, so that it is kept if the note cannot be added.
            let _ = error.value(py).call_method1("add_note", (format!("did you mean {near:?}?"),));
        }
    })?;
    Ok(File { name: shown, bytes })
}

fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string())
}

/// Returns the exception for an error.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyErr {
    match error {
        Error::Usage(message) => PyValueError::new_err(in_snake_case(message)),
        Error::Load { problems, warnings } => {
            let exception = crate::LoadError::new_err(error.to_string());
            let value = exception.value(py);
            match value.setattr("problems", problems).and_then(|()| value.setattr("warnings", warnings)) {
                Ok(()) => exception,
                Err(error) => error,
            }
        }
    }
}
