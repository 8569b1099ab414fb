"""`reportedly demo`: the sample stories, read, shown, and the same again."""

from importlib.resources import files

import pytest

from reportedly.casebook import Casebook
from reportedly.cli.codes import ExitCode

STORIES = sorted(s.name for s in (files("reportedly") / "demo" / "stories").iterdir())


def test_what_was_found_is_said(run, tmp_path, plain_engine):
    ended = run("demo", tmp_path / "demo")
    assert ended.code == ExitCode.FINE
    out = " ".join(ended.out.split())
    assert "1 articles; 12 attributions; 9 actors" in out
    assert "2 attributions to anonymous sources, 1 denials" in out
    assert "Arden Gazette › Tomas Okello › Ida Rehn › Cassia's government" in out
    assert "Arden Gazette: 70 + 40 = 110, not 120" in out
    assert str(tmp_path / "demo" / "index.html") in ended.out.replace("\n", "")
    assert sorted(p.name for p in (tmp_path / "demo" / "stories").iterdir()) == STORIES


def test_a_folder_that_cannot_be_written_is_said(run, tmp_path, plain_engine):
    (tmp_path / "file").write_text("")
    ended = run("demo", tmp_path / "file")
    assert ended.code == ExitCode.USAGE
    assert "cannot be written" in ended.err


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo as a person runs it, with the shipped model."""
    from reportedly.cli import main

    folder = tmp_path_factory.mktemp("demo")
    assert main(["demo", str(folder)]) == ExitCode.FINE
    return folder


def test_every_story_becomes_a_page_with_its_record(demo):
    with Casebook(demo / "stories.duckdb", read_only=True) as book:
        assert {s.name.rpartition("/")[2] for s in book.sources() if s.document} == set(STORIES)
        assert book.verify() == []
        assert all(len(r.attributions) > 5 for r in book.records())
    assert len(list(demo.glob("*.html"))) == len(STORIES) + 1


def test_the_demo_leaves_the_same_when_it_is_run_again(demo):
    from reportedly.cli import main

    before = {p.name: p.read_bytes() for p in sorted(demo.glob("*.html"))}
    assert main(["demo", str(demo)]) == ExitCode.FINE
    assert {p.name: p.read_bytes() for p in sorted(demo.glob("*.html"))} == before


def test_an_article_is_read_by_name_from_the_demo(demo, run):
    assert "Who said what" in run("show", demo / "stories.duckdb", "varosia envoy").out
