"""Finding and reading knowledge files. A file of the same name in a later folder replaces the earlier one whole."""

import hashlib
import os
import tomllib
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from reportedly.errors import KnowledgeError
from reportedly.knowledge.cache import kept

LARGE = 100_000
"""Bytes. Larger knowledge files are kept as JSON in the cache folder, which is read five times as fast as TOML."""
SETTING = "REPORTEDLY_KNOWLEDGE"


@cache
def folders() -> tuple[Path, ...]:
    """The folders of knowledge, least important first: this package's, installed packs', the user's."""
    found = [Path(__file__).parent]
    for point in sorted(entry_points(group="reportedly.knowledge"), key=lambda p: p.name):
        found.append(Path(str(point.load())))
    if named := os.environ.get(SETTING):
        found.append(Path(named))
        if not found[-1].is_dir():
            raise KnowledgeError(f"{SETTING} names {named}, which is no folder")
    return tuple(found)


def path_of(name: str) -> Path:
    """The file that `load(name)` reads."""
    for folder in reversed(folders()):
        if (folder / f"{name}.toml").is_file():
            return folder / f"{name}.toml"
    raise KnowledgeError(f"there is no knowledge file {name}.toml in {', '.join(map(str, folders()))}")


@cache
def load(name: str) -> dict[str, Any]:
    """The content of the knowledge file `name` (without `.toml`). Callers do not change it.

    Raises `KnowledgeError` where the file is missing or is no TOML.
    """
    path = path_of(name)
    try:
        data = path.read_bytes()
        if len(data) < LARGE:
            return tomllib.loads(data.decode("utf-8"))
        return dict(kept(f"knowledge-{_hash(data)}", lambda: tomllib.loads(data.decode("utf-8"))))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}") from error


def names_of(prefix: str) -> tuple[str, ...]:
    """The names of the knowledge files that begin with `prefix`, in order."""
    return tuple(sorted({p.name.removesuffix(".toml") for folder in folders() for p in folder.glob(f"{prefix}*.toml")}))


def hash_of(*names: str) -> str:
    """Sixteen hexadecimal digits that change when one of the knowledge files does."""
    return _hash(b"\0".join(path_of(name).read_bytes() for name in names))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


@cache
def load_all(prefix: str) -> dict[str, Any]:
    """The tables of every knowledge file whose name begins with `prefix`, as one; a key of a later name replaces an
    earlier one's. Raises `KnowledgeError` as `load` does."""
    found: dict[str, Any] = {}
    for name in names_of(prefix):
        found |= load(name)
    return found


@cache
def fingerprint() -> str:
    """Eight hexadecimal digits that change when any knowledge file does; part of a record's `made_with`."""
    names = sorted({p.name for folder in folders() for p in folder.glob("*.toml")})
    state = hashlib.sha256()
    for name in names:
        state.update(name.encode() + b"\0" + path_of(name.removesuffix(".toml")).read_bytes() + b"\0")
    return state.hexdigest()[:8]
