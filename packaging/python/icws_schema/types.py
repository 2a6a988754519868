"""The types of arguments."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import Any, Literal, Protocol, TypeAlias

Kind: TypeAlias = Literal["request", "view", "user", "list", "result", "error", "object"]
File: TypeAlias = str | PathLike[str] | dict[str, Any]
"""The path of a JSON file, or its content as a dict."""
Rules: TypeAlias = File | Sequence[File]
"""`"documented"`, `"recommended"`, the path of a rule file, its content, or several of these."""


class ArrowArray(Protocol):
    """An array with the Arrow PyCapsule interface."""

    def __arrow_c_array__(self, requested_schema: Any = None, /) -> tuple[Any, Any]: ...


class ArrowStream(Protocol):
    """A chunked array, a column or a table with the Arrow PyCapsule interface."""

    def __arrow_c_stream__(self, requested_schema: Any = None, /) -> Any: ...
