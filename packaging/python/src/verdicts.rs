//! The class `Verdicts`: what Arrow gets.

use crate::column::verdict_type;
use arrow_array::{Array, ArrayRef, new_empty_array};
use arrow_schema::{Field, FieldRef};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};
use std::sync::Arc;

/// Verdicts for the rows of a column: an Arrow array of `struct<valid: bool, codes: list<int32>, pointers: list<string>>`.
///
/// Anything that accepts Arrow data accepts it through the Arrow PyCapsule interface: `polars.Series(verdicts)`,
/// `pyarrow.array(verdicts)`, or a DuckDB query that uses the name of the variable as a table with three columns.
///
/// `valid` is true if the body has no problem. `codes` contains the validator of each problem (null for a problem that makes
/// the body malformed), and `pointers` the JSON Pointer of each. The verdict for null or a blank string is null.
#[pyclass(frozen, module = "icws_schema")]
pub(crate) struct Verdicts(Vec<ArrayRef>);

impl Verdicts {
    pub(crate) fn new(chunks: Vec<ArrayRef>) -> Self {
        Self(chunks)
    }

    fn field() -> FieldRef {
        Arc::new(Field::new("verdict", verdict_type(), true))
    }

    /// Returns all chunks as one array.
    fn one(&self) -> PyResult<ArrayRef> {
        match &self.0[..] {
            [] => Ok(new_empty_array(&verdict_type())),
            [array] => Ok(Arc::clone(array)),
            chunks => {
                let chunks: Vec<_> = chunks.iter().map(AsRef::as_ref).collect();
                arrow_select::concat::concat(&chunks).map_err(|error| PyValueError::new_err(error.to_string()))
            }
        }
    }
}

#[pymethods]
impl Verdicts {
    fn __len__(&self) -> usize {
        self.0.iter().map(Array::len).sum()
    }

    fn __repr__(&self) -> String {
        format!("<icws_schema.Verdicts of {} rows>", self.__len__())
    }

    #[expect(clippy::unused_self, reason = "the protocol has it")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, Self::field().as_ref())?)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        Ok(to_array_pycapsules(py, Self::field(), self.one()?.as_ref(), requested_schema)?)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let chunks = self.0.clone().into_iter().map(Ok);
        Ok(to_stream_pycapsule(py, Box::new(ArrayIterator::new(chunks, Self::field())), requested_schema)?)
    }
}
