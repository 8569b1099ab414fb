"""Reportedly turns news articles into a record that anyone can check.

Who said what and on whose authority, what happened, which figures, when, where, in whose words: every row with the
characters of the article that say it. The names below are the whole public interface; they are imported when used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOME = {
    "load": "reportedly.api",
    "load_all": "reportedly.api",
    "read": "reportedly.api",
    "read_many": "reportedly.api",
    "Casebook": "reportedly.casebook",
    "Document": "reportedly.document",
    "Metadata": "reportedly.document",
    "Span": "reportedly.document",
    "Record": "reportedly.record",
    "Reason": "reportedly.errors",
    "State": "reportedly.errors",
    "InputRefused": "reportedly.errors",
    "ReportedlyError": "reportedly.errors",
}

__all__ = [
    "Casebook",
    "Document",
    "InputRefused",
    "Metadata",
    "Reason",
    "Record",
    "ReportedlyError",
    "Span",
    "State",
    "__version__",
    "load",
    "load_all",
    "read",
    "read_many",
]

if TYPE_CHECKING:
    from reportedly.api import load, load_all, read, read_many
    from reportedly.casebook import Casebook
    from reportedly.document import Document, Metadata, Span
    from reportedly.errors import InputRefused, Reason, ReportedlyError, State
    from reportedly.record import Record


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
