"""The front door: help, speed, closed pipes, colour, hostile text."""

import io
import os
import re
import subprocess
import sys
import time

import pytest

from reportedly.cli import ExitCode, reference
from reportedly.cli.app import app
from reportedly.cli.article import print_article
from reportedly.cli.codes import MEANINGS
from reportedly.views import article
from support_record import hostile_record, rich_record

VERBS = [v.callback.__name__ for v in app.registered_commands]
COMMAND = [sys.executable, "-m", "reportedly.cli"]


def test_the_verbs_are_these():
    assert VERBS == ["read", "show", "why", "sources", "verify", "export", "search", "naming", "demo"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_examples(run, verb):
    for flag in ("--help", "-h"):
        ended = run(verb, flag)
        assert ended.code == ExitCode.FINE
        assert f"reportedly {verb} " in ended.out.partition("Examples:")[2]


def test_the_command_alone_shows_its_help_with_the_exit_codes(run):
    assert run().out == run("--help").out
    for code in ExitCode:
        assert re.search(rf"^ +{int(code)}  ", run("--help").out, re.MULTILINE)


def test_the_version_is_shown(run):
    from reportedly import __version__

    assert run("--version").out == f"reportedly {__version__}\n"


def test_an_unknown_verb_is_said_in_a_sentence(run):
    ended = run("reed")
    assert (ended.code, ended.out, ended.err.count("\n")) == (ExitCode.USAGE, "", 1)
    assert "No such command 'reed'" in ended.err


def test_the_reference_names_every_verb_option_and_code():
    page = reference()
    assert [v for v in VERBS if f"## `reportedly {v}`" not in page] == []
    for option in ("-o, --out PATH", "--format FORMAT", "--state", "--html FILE", "--column FIELD=COLUMN", "[ARTICLE]"):
        assert option in page
    assert set(MEANINGS) == set(ExitCode)
    assert all(f"| {int(code)} |" in page for code in ExitCode)


def test_importing_the_command_line_loads_nothing_heavy():
    heavy = "('spacy', 'duckdb', 'pyarrow', 'trafilatura', 'lxml', 'numpy', 'httpx', 'jinja2', 'sqlite3')"
    code = f"import sys, reportedly.cli, reportedly.cli.app; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_help_comes_in_under_a_second():
    def seconds():
        begin = time.perf_counter()
        subprocess.run([*COMMAND, "read", "--help"], check=True, capture_output=True)
        return time.perf_counter() - begin

    assert min(seconds() for _ in range(3)) < 1


def test_a_pipe_that_closes_is_quiet(book):
    """The reader goes away before the first line; what the program says of it is its exit code alone."""
    process = subprocess.Popen([*COMMAND, "export", str(book)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == ExitCode.PIPE_CLOSED
    assert err == b""


def test_output_is_utf_8_whatever_the_locale(book):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIO", "PYTHONUTF8"))}
    environment |= {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    ended = subprocess.run([*COMMAND, "export", str(book)], env=environment, capture_output=True, check=True)
    assert "‘foreign-made’" in ended.stdout.decode("utf-8")


def printed(record, **options):
    from rich.console import Console

    out = io.StringIO()
    print_article(article(record), Console(file=out, width=100, highlight=False, markup=False, emoji=False, **options))
    return out.getvalue()


def test_source_cue_and_content_differ_in_style_on_a_terminal():
    shown = printed(rich_record(), force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[1;34mthe Cassian interior ministry\x1b[0m" in shown
    assert "\x1b[3;35maccording to\x1b[0m" in shown
    assert "\x1b[32mPolice\x1b[0m\x1b[32m on \x1b[0m" in shown


def test_without_a_terminal_there_is_no_colour():
    assert "\x1b" not in printed(rich_record())


def test_text_of_an_article_cannot_act_on_the_terminal():
    shown = printed(hostile_record())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    assert "␛[31mburns" in shown


def test_markup_of_the_console_is_text():
    from dataclasses import replace

    record = rich_record()
    metadata = replace(record.document.metadata, title="[red]not red[/red] :smile: [link=file:///x]")
    shown = printed(replace(record, document=replace(record.document, metadata=metadata), _labels={}))
    assert "[red]not red[/red] :smile: [link=file:///x]" in shown
