"""Every example in README and docs runs: Python blocks as they stand, console blocks verb by verb."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
BIN = Path(sys.executable).parent


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M)


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder with the sample stories where the examples look for them, and the command on the path."""
    shutil.copytree(ROOT / "src" / "reportedly" / "demo", tmp_path / "src" / "reportedly" / "demo")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{BIN}:/usr/bin:/bin")
    return tmp_path


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python")], ids=lambda p: p.name)
def test_the_python_of_a_page_runs(page, workplace):
    code = "\n".join(blocks(page, "python"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "console")], ids=lambda p: p.name)
def test_the_commands_of_a_page_run(page, workplace):
    for line in "\n".join(blocks(page, "console")).splitlines():
        if line.startswith("$ "):
            done = subprocess.run(
                shlex.split(line[2:]), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
            )
            assert done.returncode == 0, f"{line}\n{done.stderr}"
