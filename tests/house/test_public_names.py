"""The public names are one list: what can be imported, what `dir` shows and what the docs name are the same."""

import subprocess
import sys
from pathlib import Path

import reportedly

ROOT = Path(__file__).parents[2]


def test_every_public_name_can_be_imported():
    assert all(getattr(reportedly, name) is not None for name in reportedly.__all__)


def test_dir_shows_the_public_names_alone():
    assert dir(reportedly) == sorted(reportedly.__all__)


def test_nothing_but_the_public_names_has_a_home():
    assert {*reportedly._HOME, "__version__"} == set(reportedly.__all__)


def test_every_public_name_is_in_the_guide():
    guide = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert [n for n in reportedly.__all__ if f"`{n}" not in guide and f"reportedly.{n}" not in guide] == []


def test_importing_the_package_loads_nothing_heavy():
    code = (
        "import reportedly, sys; print([m for m in ('spacy', 'duckdb', 'pyarrow', 'trafilatura') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
