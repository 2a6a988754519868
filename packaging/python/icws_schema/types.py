"""The types of arguments and of reports."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import Any, Literal, Protocol, TypeAlias, TypedDict

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

class Position(TypedDict):
    """A place in the payload; `line` and `column` count from 1, `offset` counts bytes from 0."""

    line: int
    column: int
    offset: int

class Problem(TypedDict):
    """One problem."""

    pointer: str
    propertyName: str
    line: int | None
    column: int | None
    offset: int | None
    length: int | None
    kind: str
    target: str
    message: str
    expected: str
    found: str
    foundValue: str | None
    suggestion: str | None
    first: Position | None
    validator: int | None
    validatorName: str | None
    rulePointer: str | None
    isDocumented: bool
    documentationUrl: str | None
    causes: list[Problem]

class Unchecked(TypedDict):
    """A rule that could not be checked, and why."""

    validator: int
    validatorName: str | None
    propertyName: str
    kind: str
    message: str
    rulePointer: str

class Warning(TypedDict):
    """Something that is unusual, and not a problem."""

    pointer: str
    kind: str
    message: str

class Rule(TypedDict):
    """A rule, and the file that it comes from, if there are several."""

    source: str | None
    sourcePointer: str | None
    rule: dict[str, Any]

class Report(TypedDict):
    """All that was found in a payload, in the form of `schemas/report.json`."""

    version: int
    valid: bool
    complete: bool
    malformed: bool
    truncated: bool
    problemCount: int
    problems: list[Problem]
    uncheckedCount: int
    unchecked: list[Unchecked]
    warnings: list[Warning]
    rules: dict[str, Rule]
