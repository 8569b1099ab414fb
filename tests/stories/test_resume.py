"""A run of the sample stories that is killed and goes on gives the same bytes as one that nobody disturbed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from stories.support import FOLDER

BIN = Path(sys.executable).parent


def command(*args: object) -> list[str]:
    return [str(BIN / "reportedly"), *map(str, args)]


def parquet(book: Path) -> dict[str, bytes]:
    """The casebook's tables as exported, file by file."""
    out = book.with_suffix(".parquet")
    subprocess.run(command("export", book, "--format", "parquet", "-o", out), check=True, capture_output=True)
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory) -> dict[str, bytes]:
    book = tmp_path_factory.mktemp("undisturbed") / "book.duckdb"
    subprocess.run(command("read", FOLDER, "-o", book, "--workers", 1), check=True, capture_output=True)
    return parquet(book)


def test_eight_workers_give_the_same_bytes_as_one(undisturbed, tmp_path):
    book = tmp_path / "book.duckdb"
    subprocess.run(command("read", FOLDER, "-o", book, "--workers", 8), check=True, capture_output=True)
    assert parquet(book) == undisturbed


@pytest.mark.parametrize("seconds", [0.0, 1.5, 3.0])
def test_a_killed_run_goes_on_to_the_same_bytes(undisturbed, tmp_path, seconds):
    book = tmp_path / "book.duckdb"
    run = subprocess.Popen(
        command("read", FOLDER, "-o", book, "--workers", 1),
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not book.exists() and run.poll() is None:
        time.sleep(0.02)
    time.sleep(seconds)
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    subprocess.run(command("read", FOLDER, "-o", book, "--workers", 2), check=True, capture_output=True)
    assert parquet(book) == undisturbed
