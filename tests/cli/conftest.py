"""A command to call in this process, a casebook to open, and an engine that reads without a model."""

from dataclasses import dataclass, replace

import pytest

from reportedly import engine
from reportedly.casebook import Casebook, Outcome
from reportedly.cli import main
from reportedly.engine import Progress
from reportedly.record import SourceRow
from support_record import rich_record


@dataclass
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys):
    """Call the command; its exit code, standard output and standard error."""

    def call(*arguments: object) -> Ended:
        capsys.readouterr()
        code = main([str(a) for a in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ended(code, out, err)

    return call


def outcome_of(name: str) -> Outcome:
    """What the engine below makes of an input: by its name, a refusal, or the rich record under a title of its own."""
    if "bad" in name:
        return Outcome(SourceRow(name=name, state="failed", reason="binary", detail="\x1b[2J"))
    if "french" in name:
        return Outcome(SourceRow(name=name, state="skipped", reason="language", detail="fr"))
    record = rich_record()
    metadata = replace(record.document.metadata, title=f"Title of {name}")
    record = replace(record, document=replace(record.document, metadata=metadata), _labels={})
    return Outcome(SourceRow(name=name, format="text", state="read", document=record.document.id), record)


@pytest.fixture
def plain_engine(monkeypatch):
    """An engine without processes or models; what it was asked is in the list."""
    asked = []

    def read_each(inputs, options, *, workers=None, progress=None, pipeline=None):
        asked.append((list(inputs), options, workers, pipeline))
        for n, name in enumerate(inputs, 1):
            if name == "interrupted":
                raise KeyboardInterrupt
            if name == "fault":
                raise ZeroDivisionError("secret detail")
            outcome = outcome_of(name)
            if progress is not None:
                progress(Progress(n, len(inputs), True, outcome.source))
            yield outcome

    def read_all(inputs, options, book, *, workers=None, progress=None, force=False, pipeline=None):
        asked.append((list(inputs), options, workers, pipeline))
        known = {} if force else book.known(inputs)
        for n, name in enumerate(inputs, 1):
            unchanged = name in known and known[name].state == "read"
            outcome = Outcome(known[name]) if unchanged else outcome_of(name)
            if not unchanged:
                book.write([outcome])
            progress(Progress(n, len(inputs), True, outcome.source, unchanged))
        return book.counts()

    monkeypatch.setattr(engine, "read_each", read_each)
    monkeypatch.setattr(engine, "read_all", read_all)
    return asked


@pytest.fixture
def book(tmp_path):
    """The path of a casebook with two articles and one input that failed."""
    path = tmp_path / "news.duckdb"
    with Casebook(path) as opened:
        opened.write([outcome_of(name) for name in ("one.txt", "two.txt", "bad.bin")])
    return path
