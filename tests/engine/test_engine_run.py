"""A run into a casebook: the same content with any number of workers, whatever is killed, and nothing read twice."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reportedly.casebook import Casebook
from reportedly.engine import Progress, read_all, read_each
from reportedly.errors import State
from reportedly.ingest import Options

READER = "engine.readers"
NONE = dict.fromkeys(State, 0)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Thirty articles, of which two are the same and one is empty for the reader."""
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(30):
        (made / f"{number:02}.txt").write_text(f"report {number % 28}\n")
    return made


def written(book: Path) -> dict[str, bytes]:
    out = book.with_suffix(".parquet")
    with Casebook(book, read_only=True) as opened:
        assert opened.verify() == []
        opened.tables_to_parquet(out)
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def run(inputs: list[Path], book: Path, workers: int = 1, **more) -> tuple[dict[State, int], list[Progress]]:
    seen: list[Progress] = []
    with Casebook(book) as opened:
        counts = read_all(
            map(str, inputs), Options(), opened, workers=workers, progress=seen.append, reader=READER, **more
        )
        assert opened.counts()[State.PENDING] == 0
    return counts, seen


def test_every_input_is_accounted_for(folder, tmp_path):
    (folder / "hostile.txt").write_text("crash\n")
    counts, seen = run([folder, folder / "missing.txt"], tmp_path / "book.duckdb", workers=2)
    assert counts == NONE | {State.READ: 31, State.FAILED: 2}
    assert [p.done for p in seen] == list(range(1, 34))
    assert seen[-1].found == 33
    assert seen[-1].all_found
    failed = {p.source.name: (p.source.reason, p.source.detail) for p in seen if p.source.state == "failed"}
    assert failed == {
        str(folder / "hostile.txt"): ("crashed", "it was ended by signal 6"),
        str(folder / "missing.txt"): ("not_found", None),
    }


def test_the_number_of_workers_and_the_order_of_inputs_change_nothing(folder, tmp_path):
    files = sorted(folder.iterdir())
    (folder / "07.txt").write_text("slow 7\n")
    one, four, turned = tmp_path / "one.duckdb", tmp_path / "four.duckdb", tmp_path / "turned.duckdb"
    run(files, one, workers=1)
    run(files, four, workers=4)
    run(files[::-1], turned, workers=3)
    assert written(one) == written(four) == written(turned)


RUN = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent in the background has it ignored
import sys
from reportedly.casebook import Casebook
from reportedly.engine import read_all
from reportedly.ingest import Options
if __name__ == "__main__":
    with Casebook(sys.argv[2]) as book:
        said = lambda p: print(p.done, flush=True)
        try:
            read_all([sys.argv[1]], Options(), book, workers=2, progress=said, reader="engine.readers")
        except KeyboardInterrupt:
            sys.exit(130)
"""


def started(folder: Path, book: Path, tmp_path: Path) -> subprocess.Popen:
    script = tmp_path / "run.py"
    script.write_text(RUN)
    return subprocess.Popen(
        [sys.executable, script, folder, book],
        env={"PYTHONPATH": ":".join(sys.path)}, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def living(group: int) -> list[str]:
    """The processes of a group that have not ended, by their command lines."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state, _, its_group = (place / "stat").read_text().rpartition(") ")[2].split()[:3]
            if int(its_group) == group and state not in "ZX":
                found.append((place / "cmdline").read_text().replace("\0", " "))
    return found


def left(group: int) -> list[str]:
    """The processes of a group that have not ended after a while."""
    until = time.monotonic() + 10
    while living(group) and time.monotonic() < until:
        time.sleep(0.05)
    return living(group)


def test_a_killed_run_goes_on_to_the_same_bytes(folder, tmp_path):
    for number in (3, 11, 12, 20, 26):
        (folder / f"{number:02}.txt").write_text(f"slow {number}\n")
    undisturbed, book = tmp_path / "undisturbed.duckdb", tmp_path / "book.duckdb"
    run([folder], undisturbed)
    for after in (1, 13, 21):
        process = started(folder, book, tmp_path)
        for line in process.stdout:
            if int(line) >= after:
                break
        process.kill()  # the run alone: its workers must end by themselves
        process.wait()
        process.stdout.close()
        assert left(process.pid) == []
        with Casebook(book, read_only=True) as opened:
            assert opened.verify() == []
    run([folder], book, workers=3)
    assert written(book) == written(undisturbed)


def test_control_c_leaves_what_was_not_read_pending(folder, tmp_path):
    (folder / "10.txt").write_text("hang\n")
    book = tmp_path / "book.duckdb"
    process = started(folder, book, tmp_path)
    for line in process.stdout:
        if int(line) == 10:
            break
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers as well
    assert process.wait(10) == 130
    process.stdout.close()
    assert left(process.pid) == []
    with Casebook(book) as opened:
        counts = opened.counts()
        assert counts[State.READ] == 10
        assert counts[State.PENDING] > 0
        assert counts[State.FAILED] == 0


def test_what_was_read_is_not_read_again_until_its_bytes_change(folder, tmp_path):
    book = tmp_path / "book.duckdb"
    first, _ = run([folder], book)
    (folder / "03.txt").write_text("report three, corrected\n")
    second, seen = run([folder], book)
    assert first == second == NONE | {State.READ: 31}
    assert [p.source.name for p in seen if not p.unchanged] == [str(folder / "03.txt"), str(folder)]
    _, seen = run([folder], book, force=True)
    assert not any(p.unchanged for p in seen)


def test_what_failed_is_tried_again(folder, tmp_path):
    book, file = tmp_path / "book.duckdb", folder / "00.txt"
    file.write_text("crash\n")
    counts, _ = run([folder], book)
    assert counts[State.FAILED] == 1
    file.write_text("report, mended\n")
    counts, seen = run([folder], book)
    assert counts[State.FAILED] == 0
    assert seen[0].source.state == "read"


def test_an_input_named_twice_counts_once(folder, tmp_path):
    counts, _ = run([folder, folder / "01.txt", folder], tmp_path / "book.duckdb")
    assert counts == NONE | {State.READ: 31}


def test_outcomes_come_in_the_order_of_the_inputs(folder):
    (folder / "00.txt").write_text("slow 0\n")
    names = [o.source.name for o in read_each([str(folder)], Options(outlet="Lake Monitor"), workers=3, reader=READER)]
    assert names == [*(str(p) for p in sorted(folder.iterdir())), str(folder)]


def test_a_reader_who_stops_ends_the_processes(folder):
    (folder / "05.txt").write_text("hang\n")
    begun = time.monotonic()
    outcomes = read_each([str(folder)], Options(outlet="Lake Monitor"), workers=2, reader=READER)
    first = next(outcomes)
    outcomes.close()
    assert first.record.document.metadata.outlet == "Lake Monitor"
    assert time.monotonic() - begun < 10
