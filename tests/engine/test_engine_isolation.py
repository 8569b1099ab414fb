"""What crashes, hangs or eats memory costs itself and nothing else, in the reading and in the opening of inputs."""

import subprocess
import sys
import time
from multiprocessing.connection import wait

import pytest

from reportedly.engine import read_batch, read_each
from reportedly.engine.batch import fault
from reportedly.engine.expander import Expander
from reportedly.errors import Misuse, ReportedlyError
from reportedly.ingest import Options, Source


def read(tmp_path, words: list[str], workers: int = 2) -> list[tuple[str, str | None]]:
    names = []
    for number, word in enumerate(words):
        names.append(tmp_path / f"{number}.txt")
        names[-1].write_text(f"{word} {number}\n")
    outcomes = read_each(map(str, names), Options(), workers=workers, reader="engine.readers")
    return [(o.source.state, o.source.reason) for o in outcomes]


def test_an_article_that_crashes_costs_itself_alone(tmp_path):
    found = read(tmp_path, ["report", "crash", "report", "crash", "crash", "crash", "report"])
    assert found == [
        ("read", None), ("failed", "crashed"), ("read", None), ("failed", "crashed"), ("failed", "crashed"),
        ("failed", "crashed"), ("read", None),
    ]  # fmt: skip


def test_an_article_that_hangs_is_ended(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_LIMIT_ARTICLE_SECONDS", "1")
    assert read(tmp_path, ["hang", "report", "report"]) == [("failed", "timeout"), ("read", None), ("read", None)]


def test_an_article_that_eats_memory_is_ended(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_LIMIT_WORKER_BYTES", "300000000")
    assert read(tmp_path, ["report", "memory", "report"], workers=1) == [
        ("read", None), ("failed", "memory"), ("read", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pipeline", "error", "words"),
    [
        ("missing", Misuse, "is not installed"),
        ("fault", ReportedlyError, "ValueError at"),
        ("crash", ReportedlyError, "workers end before they can read"),
    ],
)
def test_what_keeps_every_article_from_being_read_is_raised(tmp_path, pipeline, error, words):
    file = tmp_path / "a.txt"
    file.write_text("report")
    with pytest.raises(error, match=words):
        list(read_each([str(file)], Options(), workers=2, pipeline=pipeline, reader="engine.broken_readers"))


def opened(inputs: list[str]) -> list[tuple[str, str | None]]:
    """The names and reasons that an expander gives."""
    found = []
    with Expander(inputs, Options(), "engine.openers") as expander:
        while not expander.finished:
            connection = expander.connection()
            ready = wait([connection], max(0.0, expander.deadline() - time.monotonic()))
            found += [(i.name, getattr(i, "reason", None)) for i in expander.collect(ready, 10)]
    return found


def test_an_archive_that_crashes_its_parser_costs_itself_alone():
    assert opened(["a,crash,b", "c"]) == [
        ("a", None), ("crash#1", None), ("crash", "crashed"), ("b", None), ("a,crash,b", None), ("c", None),
        ("c", None),
    ]  # fmt: skip


def test_two_archives_of_one_folder_may_crash():
    assert [i for i in opened(["crash1,a,crash2,fault,b"]) if "#" not in i[0]] == [
        ("crash1", "crashed"), ("a", None), ("crash2", "crashed"), ("fault", "internal"), ("b", None),
        ("crash1,a,crash2,fault,b", None),
    ]  # fmt: skip


def test_a_crash_behind_the_last_article_is_the_folders():
    assert opened(["a,end-crash", "b"])[-3:] == [("a,end-crash", "crashed"), ("b", None), ("b", None)]


def test_an_archive_that_hangs_or_eats_memory_is_ended(monkeypatch):
    monkeypatch.setenv("REPORTEDLY_LIMIT_CONTAINER_SECONDS", "2")
    monkeypatch.setenv("REPORTEDLY_LIMIT_WORKER_BYTES", "500000000")
    assert opened(["hang,a", "memory,b"]) == [
        ("hang", "timeout"), ("a", None), ("hang,a", None), ("memory", "memory"), ("b", None), ("memory,b", None),
    ]  # fmt: skip


def test_a_question_that_makes_no_sense_is_raised():
    with pytest.raises(Misuse, match="no such format"):
        opened(["a,misuse,b"])


def test_standard_input_reaches_the_process_that_opens_it():
    code = """
from reportedly.engine import read_each
from reportedly.ingest import Options
if __name__ == "__main__":
    print([(o.source.name, o.source.state) for o in read_each(["-"], Options(), workers=1, reader="engine.readers")])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], input="report from a pipe", env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "[('-', 'read')]\n", done.stderr


def test_a_fault_of_the_program_is_an_outcome_with_its_place(monkeypatch):
    def broken(*_):
        raise KeyError("a fault")

    monkeypatch.setattr("reportedly.engine.batch.load", broken)
    outcome = read_batch([Source("a.txt", data=b"Some words.")], Options())[0]
    assert (outcome.source.state, outcome.source.reason) == ("failed", "internal")
    assert outcome.source.detail.startswith("KeyError at engine/batch.py:")
    assert outcome.source.bytes_hash
    assert outcome.record is None


def test_an_input_that_is_refused_is_an_outcome_with_its_reason():
    outcome = read_batch([Source("a.txt", data=b"  ")], Options())[0]
    assert (outcome.source.state, outcome.source.reason) == ("failed", "empty")


def test_the_place_of_a_fault_is_found_without_a_traceback():
    assert fault(ValueError("never raised")) == "ValueError"
