"""Records leave as JSON, lines of it, or a ledger; files are whole, and named by their inputs."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.casebook import Casebook, Outcome
from reportedly.errors import Misuse
from reportedly.export import Folder, exporter, exporters, to_file, to_parquet, to_stream
from reportedly.export.writing import stem
from reportedly.record import SourceRow
from support_record import hostile_record, rich_record


def written(records, name):
    out = io.StringIO()
    count = to_stream(records, exporter(name), out)
    return count, out.getvalue()


def test_one_record_is_json_by_itself():
    count, text = written([rich_record()], "json")
    assert count == 1
    assert json.loads(text) == json.loads(json.dumps(rich_record().as_json()))
    assert text.endswith("}\n")


def test_several_records_are_a_list_of_json():
    _, text = written([rich_record()] * 3, "json")
    assert json.loads(text) == [json.loads(json.dumps(rich_record().as_json()))] * 3


def test_no_record_writes_nothing():
    assert written([], "json") == (0, "")


def test_json_lines_are_one_record_a_line():
    _, text = written([rich_record(), hostile_record()], "jsonl")
    assert text.count("\n") == 2
    assert [json.loads(line)["document"]["outlet"][:5] for line in text.splitlines()] == ["Arden", "Outle"]


def test_keys_stand_in_the_order_of_the_tables():
    _, text = written([rich_record()], "json")
    assert list(json.loads(text)) == ["document", "attributions", "actors", "events", "figures", "checks", "times", "places", "wording"]  # fmt: skip


def test_a_span_stands_on_one_line_and_letters_as_themselves():
    _, text = written([rich_record()], "json")
    assert '"words": "PORT ARDEN, March 5"' in text
    assert "[49, 68]" in text
    assert "‘foreign-made’" in text


@pytest.mark.parametrize("name", ["json", "jsonl", "text"])
def test_no_format_carries_a_control_character(name):
    _, text = written([hostile_record()], name)
    assert not any(c in text for c in "\x1b\x07\x00\x9b\u202e\u2066\ud800")
    text.encode("utf-8")


def test_json_gives_back_every_character():
    _, text = written([hostile_record()], "json")
    assert json.loads(text)["document"]["text"] == hostile_record().document.text


def test_the_ledger_reads_row_by_row():
    _, text = written([rich_record()], "text")
    for line in (
        "A5    Arden Gazette > The Meridian Post > two officials",
        "      two officials familiar with the matter | citing  [assert, anonymous, indirect, cited by A4]",
        "E1    COERCE (restrict), actual: Police -> Dockers' Union",
        "F1    from 59 injured",
        "C1    35 + 22 + 2 = 59: fits (sum of F1, F2, F3, F4)",
        "C2    70 + 40 = 110, not 120: does not fit (sum of F6, F7, F8)",
        "W1    regime: label of Cassia's government, said by Ida Rehn (A8)",
    ):
        assert line in text.splitlines()
    assert max(map(len, text.splitlines())) <= 100


def test_an_unknown_format_is_refused_with_those_that_there_are():
    with pytest.raises(Misuse, match="json, jsonl, text"):
        exporter("yaml")


def test_another_package_can_add_a_format(monkeypatch):
    from reportedly.export import formats

    class Entry:
        name, value = "titles", "other:titles"

        def load(self):
            return formats.Exporter("titles", ".t", "titles", lambda r: r.document.metadata.title)

    monkeypatch.setattr(formats, "entry_points", lambda group: [Entry()])
    exporters.cache_clear()
    try:
        assert written([rich_record()], "titles")[1] == "Dozens hurt as police storm docks at Port Arden\n"
    finally:
        exporters.cache_clear()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("news/article.txt", "article"),
        ("a.b.html", "a.b"),
        ("corpus.jsonl#12", "corpus-12"),
        ("site.wacz#archive/data.warc.gz#3", "site-archive-data.warc-3"),
        ("https://news.example/2025/03/strike?x=1", "strike"),
        ("https://news.example/", "news.example"),
        ("-", "article"),
        ("../..", "article"),
        ("C:\\news\\a.txt", "a"),
        ("bad\x00name\x1b[2J.txt", "bad-name-2J"),
        ("Žižkov ☃.txt", "Žižkov"),
        ("x" * 300 + ".txt", "x" * 120),
    ],
)
def test_a_file_is_called_by_its_input(name, expected):
    assert stem(name) == expected


@given(st.text())
def test_a_name_is_always_one_that_can_be_a_file(name):
    made = stem(name)
    assert made.strip(" .")
    assert not set(made) & set('/\\\x00:*?"<>|\n')
    assert len(made.encode("utf-8")) <= 120


def test_inputs_of_the_same_name_get_files_of_their_own(tmp_path):
    folder = Folder(tmp_path, exporter("json"))
    paths = [folder.write(name, rich_record()).name for name in ("a/x.txt", "b/x.html", "B/X.txt", "x-2.txt")]
    assert paths == ["x.json", "x-2.json", "X-3.json", "x-2-2.json"]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(paths)


def test_a_file_is_whole_or_not_there(tmp_path):
    path = tmp_path / "new" / "records.jsonl"

    def broken():
        yield rich_record()
        yield rich_record()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        to_file(broken(), exporter("jsonl"), path)
    assert list(path.parent.iterdir()) == []
    assert to_file([rich_record()] * 2, exporter("jsonl"), path) == 2
    assert [p.name for p in path.parent.iterdir()] == ["records.jsonl"]


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Misuse, match="cannot be written"):
        to_file([rich_record()], exporter("json"), tmp_path / "file" / "x.json")


def test_parquet_opens_as_a_casebook(tmp_path):
    record = rich_record()
    with Casebook(tmp_path / "b.duckdb") as book:
        book.write([Outcome(SourceRow(name="a", state="read", document=record.document.id), record)])
        to_parquet(book, tmp_path / "parquet")
    with Casebook(tmp_path / "parquet") as book:
        assert book.record(record.document.id) == record
