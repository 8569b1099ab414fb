"""The sample stories, read once for all tests."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import reportedly
from reportedly.record import Record

FOLDER = Path(str(files("reportedly") / "demo" / "stories"))
NAMES = tuple(sorted(p.name for p in FOLDER.iterdir()))


@cache
def record(name: str) -> Record:
    """The record of a sample story by its file's name."""
    return reportedly.read(reportedly.load(FOLDER / name))


def rows(name: str, table: str, **wanted: object) -> list[dict]:
    """The rows of a table as they leave the program, those whose fields equal `wanted`."""
    shown = record(name).as_json()[table]
    return [r for r in shown if all(r.get(k) == v for k, v in wanted.items())]


def words(value: object) -> str:
    """The words of a words field, white space folded; empty for none."""
    return " ".join((value or {}).get("words", "").split()) if isinstance(value, dict) or not value else str(value)
