"""What is made once from the package's data and kept in the user's cache folder, to be made again where it is missing.

In: a name that changes with the data, and what makes the value. Out: the value. A damaged or unwritable cache costs time
and nothing else; several processes may make the same file, each replaces it whole.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any


def cache_folder() -> Path:
    """The folder that holds what is made once and can be made again: `REPORTEDLY_CACHE`, or else the system's. Raises
    `OSError` where there is none."""
    if named := os.environ.get("REPORTEDLY_CACHE"):
        return Path(named)
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches" / "reportedly"
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return Path(base or _home() / ".cache") / "reportedly"


def _home() -> Path:
    """The user's folder; `OSError` where the system knows none, as for a container's nameless user."""
    try:
        return Path.home()
    except RuntimeError as error:
        raise OSError(str(error)) from error


def kept(name: str, make: Callable[[], Any]) -> Any:
    """The value called `name`, from the cache or else from `make`: dicts with text for keys, lists, texts and numbers."""
    path = None
    try:
        path = cache_folder() / f"{name}.json"
        found = json.loads(path.read_bytes())
        if isinstance(found, dict) and found.get("name") == name and "value" in found:
            return found["value"]
    except (OSError, ValueError, RecursionError):
        pass
    made = make()
    if path is None:
        return made
    written = None
    try:
        text = json.dumps({"name": name, "value": made}, ensure_ascii=False, separators=(",", ":"))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(prefix=f"{name}-", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(written, path)
        written = None
    except (OSError, TypeError, ValueError):
        # Read-only homes and full disks: the value is made again next time.
        pass
    finally:
        if written is not None:
            Path(written).unlink(missing_ok=True)
    return made
