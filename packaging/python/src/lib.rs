//! The Python module `icws_schema._native`.

#![allow(clippy::doc_markdown, reason = "documentation for Python is shown as it is")]

mod arguments;
mod checker;
mod column;
mod verdicts;

use pyo3::prelude::*;

pyo3::create_exception!(
    icws_schema,
    LoadError,
    pyo3::exceptions::PyValueError,
    "A rule file, a directory file or a file with the current state has problems, which `problems` lists; `warnings` lists what is suspicious."
);

/// Checks bodies of the ICWS endpoint `PUT /icws/{sessionId}/configuration/users/{id}/client`.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::checker::{Checker, check, check_column};
    #[pymodule_export]
    use super::verdicts::Verdicts;
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::LoadError;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
