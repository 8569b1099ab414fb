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
    """The folder that holds what is made once and can be made again: `REPORTEDLY_CACHE`, or else the system's."""
    if named := os.environ.get("REPORTEDLY_CACHE"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "reportedly"
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return Path(base or Path.home() / ".cache") / "reportedly"


def kept(name: str, make: Callable[[], Any]) -> Any:
    """The value called `name`, from the cache or else from `make`: dicts with text for keys, lists, texts and numbers."""
    path = cache_folder() / f"{name}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        made = make()
    written = None
    try:
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
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
