from typing import Any, final

from .report import Report
from .types import ArrowArray, ArrowStream, File, Kind, Rules

__all__ = ["Checker", "LoadError", "Verdicts", "__version__", "check", "check_column"]

__version__: str

class LoadError(ValueError):
    """A rule file, a directory file or a file with the current state has problems."""

    problems: list[str]
    """All problems, each as `file: line:column: ...`."""

    warnings: list[str]
    """What is suspicious in the files, each as `file: warning: ...`."""

@final
class Verdicts:
    """Verdicts for the rows of a column: an Arrow array of
    `struct<valid: bool, codes: list<int32>, pointers: list<string>>`.

    Anything that accepts Arrow data accepts it: `polars.Series(verdicts)`, `pyarrow.array(verdicts)`, or a DuckDB query that
    uses the name of the variable as a table with three columns.

    `valid` is true if the body has no problem. `codes` contains the validator of each problem (null for a problem that makes the
    body malformed), and `pointers` the JSON Pointer of each. The verdict for null or a blank string is null.
    """

    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

@final
class Checker:
    """Checks bodies with rules that are loaded once. It can be used by any thread."""

    def __new__(
        cls,
        *,
        rules: Rules | None = None,
        directory: File | None = None,
        as_: Kind = "request",
        current: File | None = None,
        id: str | None = None,
        object_type: str | None = None,
        feature_version: int | None = None,
        allow_unknown: bool = False,
        partial: bool = False,
        max_problems: int = 1000,
    ) -> Checker:
        """Loads the rules and other files of the checks.

        Raises LoadError if a file has problems, OSError if it cannot be read, and ValueError for an argument that has no effect.

        rules: `"documented"` (as without rules), `"recommended"`, the path of a rule file, its content as a dict, or a list of
            these, which are combined in order.
        directory: what the server's configuration contains.
        as_: the kind of body.
        current: the current state of the object on the server.
        id, object_type: the object that is updated; its type is "user" unless it is given.
        feature_version: the feature version of `configuration` that the server has.
        allow_unknown: whether undocumented properties are accepted in requests.
        partial: whether absent properties of an object keep their current value.
        max_problems: maximum number of problems that are listed; all are counted.
        """

    @property
    def warnings(self) -> list[str]:
        """What is suspicious in the files, each as `file: warning: ...`: a value that no property can have, for example."""

    def check(self, body: str | bytes | bytearray, *, show_values: bool = False) -> Report:
        """Checks a body. The report contains no values of it unless `show_values` is true."""

    def check_column(self, column: ArrowArray | ArrowStream, *, threads: int | None = None) -> Verdicts:
        """Checks each body of an Arrow array: strings or bytes in any of their forms, or a table with one such column.

        Returns a verdict for each row, the same as `icws-schema check --format ndjson` has for each line; null for null
        and for a blank string. Rows are checked on all processors, or on as many threads as are given.
        """

def check(
    body: str | bytes | bytearray,
    *,
    show_values: bool = False,
    rules: Rules | None = None,
    directory: File | None = None,
    as_: Kind = "request",
    current: File | None = None,
    id: str | None = None,
    object_type: str | None = None,
    feature_version: int | None = None,
    allow_unknown: bool = False,
    partial: bool = False,
    max_problems: int = 1000,
) -> Report:
    """Checks a body. Keywords are those of `Checker`, which loads rules once for many bodies."""

def check_column(
    column: ArrowArray | ArrowStream,
    *,
    threads: int | None = None,
    rules: Rules | None = None,
    directory: File | None = None,
    as_: Kind = "request",
    current: File | None = None,
    id: str | None = None,
    object_type: str | None = None,
    feature_version: int | None = None,
    allow_unknown: bool = False,
    partial: bool = False,
    max_problems: int = 1000,
) -> Verdicts:
    """Checks each body of an Arrow array: see `Checker.check_column`. Keywords are those of `Checker`."""
