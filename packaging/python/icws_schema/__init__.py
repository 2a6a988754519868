"""Checks bodies of the ICWS endpoint PUT /icws/{sessionId}/configuration/users/{id}/client before they are sent."""

from ._native import Checker, LoadError, Verdicts, __version__, check, check_column
from .report import Problem, Report
from .types import File, Kind, Rules

__all__ = [
    "Checker",
    "File",
    "Kind",
    "LoadError",
    "Problem",
    "Report",
    "Rules",
    "Verdicts",
    "__version__",
    "check",
    "check_column",
]
