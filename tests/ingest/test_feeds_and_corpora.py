"""Feeds and corpora: each entry, line or row is an article."""

import json
from datetime import date
from pathlib import Path

import pytest
from ingest_samples import FIRST, PARAGRAPHS, RECORD, TITLE, item, jsonl, rss

from reportedly.errors import Misuse
from reportedly.ingest import Options, Source, expand, load
from reportedly.record import SourceRow


def found(tmp_path: Path, data: bytes, name: str = "input", **options: object) -> list[Source | SourceRow]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(expand([str(path)], Options(**options)))  # type: ignore[arg-type]


def states(rows: list[Source | SourceRow]) -> list[str]:
    return [str(r.reason or r.state) if isinstance(r, SourceRow) else "article" for r in rows]


def test_an_entry_of_a_feed_is_an_article_with_its_metadata(tmp_path: Path) -> None:
    words = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)
    first, second, row = found(tmp_path, rss(item(1, words), item(2)))
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.name.endswith("input#https://monitor.example/1")
    document = load(first)
    assert document.text == "\n\n".join(("Story 1", *PARAGRAPHS))
    known = document.metadata
    assert (known.outlet, known.byline, known.url) == ("The Lake Monitor", "Ana Petrik", "https://monitor.example/1")
    assert known.published == date(2024, 10, 4)
    assert row.format == "feed"


def test_atom_content_is_read_and_an_update_is_no_publication(tmp_path: Path) -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Monitor</title>
      <entry><id>urn:1</id><title>A</title><published>2024-10-04T01:00:00Z</published><updated>2024-10-09T01:00:00Z</updated>
        <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p></div></content></entry>
      <entry><id>urn:2</id><title>B</title><updated>2024-10-09T01:00:00Z</updated><content>{FIRST}</content></entry></feed>"""
    first, second, _ = found(tmp_path, atom.encode())
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert FIRST in load(first).text
    assert load(first).metadata.published == date(2024, 10, 4)
    assert second.hints.published is None


def test_links_are_followed_when_asked(tmp_path: Path) -> None:
    first, _ = found(tmp_path, rss(item()), follow=True)
    assert isinstance(first, Source)
    assert (first.data, first.url) == (None, "https://monitor.example/1")


def test_entries_without_words_are_accounted_for(tmp_path: Path) -> None:
    rows = found(tmp_path, rss("<item><title>A</title></item>", item(), item()))
    assert states(rows) == ["no_text", "article", "article", "read"]
    assert [r.name.rpartition("#")[2] for r in rows[:3]] == [
        "1",
        "https://monitor.example/1",
        "https://monitor.example/1~2",
    ]


def test_a_feed_without_entries_and_too_many_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert states(found(tmp_path, rss())) == ["no_text"]
    monkeypatch.setenv("REPORTEDLY_LIMIT_FEED_ENTRIES", "1")
    assert states(found(tmp_path, rss(item(), item()))) == ["too_many"]
    monkeypatch.setenv("REPORTEDLY_LIMIT_FEED_BYTES", "10")
    assert states(found(tmp_path, rss(item()))) == ["too_large"]


def test_a_feed_never_opens_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words of another file")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    data = rss(item(1, "&x; " + FIRST)).replace(b"<rss", doctype.encode() + b"<rss")
    for row in found(tmp_path, data):
        if isinstance(row, Source):
            assert "secret words" not in load(row).text


def test_a_bomb_of_entities_ends(tmp_path: Path) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    data = rss(item(1, "&a11;")).replace(b"<rss", f"<!DOCTYPE rss [{entities}]><rss".encode())
    assert found(tmp_path, data)


def test_a_record_is_an_article_with_its_metadata(tmp_path: Path) -> None:
    (source, _) = found(tmp_path, jsonl(RECORD))
    assert isinstance(source, Source)
    document = load(source)
    assert document.text == "\n\n".join((TITLE, *PARAGRAPHS))
    known = document.metadata
    assert (known.title, known.outlet, known.byline) == (TITLE, "The Lake Monitor", "Ana Petrik, Jonas Almeida")
    assert (known.url, known.published) == ("https://monitor.example/talks", date(2024, 10, 4))


def test_a_broken_line_is_a_row_of_its_own_and_the_others_go_on(tmp_path: Path) -> None:
    data = jsonl(RECORD) + b'{"text": \n[1]\n\n{"other": 1}\n{"text": " "}\n' + jsonl(RECORD) + b'{"text": "cut'
    rows = found(tmp_path, data)
    assert states(rows) == ["article", "malformed", "malformed", "no_column", "empty", "article", "truncated", "read"]
    assert [r.name.rpartition("#")[2] for r in rows[:-1]] == ["1", "2", "3", "5", "6", "7", "8"]


def test_a_line_that_is_too_long_is_a_row_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_MEMBER_BYTES", "2000")
    data = jsonl(RECORD, RECORD | {"text": "a" * 2_000_000}, RECORD)
    assert states(found(tmp_path, data)) == ["article", "too_large", "article", "read"]


def test_a_corpus_may_be_json(tmp_path: Path) -> None:
    for value in ([RECORD, RECORD, 5], {"status": "ok", "articles": [RECORD, RECORD, 5]}):
        for indent in (None, 2):
            rows = found(tmp_path, json.dumps(value, indent=indent).encode())
            assert states(rows) == ["article", "article", "malformed", "read"]
    assert states(found(tmp_path, json.dumps(RECORD).encode())) == ["article", "read"]


@pytest.mark.parametrize(
    ("data", "state"),
    [(b"[" * 100_000, "malformed"), (b'[{"text": "a', "truncated"), (b'[{"text": }]', "malformed"), (b"[]", "no_text")],
)
def test_broken_json_is_accounted_for(tmp_path: Path, data: bytes, state: str) -> None:
    assert states(found(tmp_path, data, "a.json")) == [state]


def test_lone_surrogates_in_json_are_replaced(tmp_path: Path) -> None:
    source, _ = found(tmp_path, b'{"text": "' + FIRST.encode() + b' \\ud800 \\u0000"}\n')
    assert isinstance(source, Source)
    assert load(source).text == FIRST + " \ufffd"


def test_a_table_in_any_delimiter_and_encoding(tmp_path: Path) -> None:
    for delimiter in ",;\t|":
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
            quoted = FIRST.replace("agreed", "“agreed”")
            table = f'title{delimiter}Body\r\nTalks{delimiter}"{quoted}\r\n\r\nIt rained, said ""Ana""."\r\n'
            source, row = found(tmp_path, table.encode(encoding))
            assert isinstance(source, Source)
            assert load(source).text == f'Talks\n\n{quoted}\n\nIt rained, said "Ana".'
            assert row.format == "csv"


def test_broken_rows_of_a_table_are_rows_of_their_own(tmp_path: Path) -> None:
    table = f'text,date\n"{FIRST}",2024-10-04\n"a"b,c\none\n\n"{FIRST}",soon\n"never closed'
    rows = found(tmp_path, table.encode())
    assert states(rows) == ["article", "malformed", "malformed", "article", "truncated", "read"]
    assert isinstance(rows[3], Source)
    assert rows[3].hints.published is None


def test_a_table_without_a_text_has_no_column(tmp_path: Path) -> None:
    assert states(found(tmp_path, b"a,b\n1,2\n", "a.csv")) == ["no_column"]


def test_columns_are_named_by_the_user(tmp_path: Path) -> None:
    table = f'id,words,when\n1,"{FIRST}",2024-10-04\n'.encode()
    source, _ = found(tmp_path, table, "a.csv", columns={"text": "words", "published": "when"})
    assert isinstance(source, Source)
    assert load(source).metadata.published == date(2024, 10, 4)
    assert states(found(tmp_path, table, "a.csv", columns={"text": "nothing"})) == ["no_column"]
    with pytest.raises(Misuse, match="no field 'colour'"):
        found(tmp_path, table, "a.csv", columns={"colour": "words"})


def test_markup_in_a_column_is_read_as_markup(tmp_path: Path) -> None:
    source, _ = found(tmp_path, jsonl({"content": f"<p>{FIRST}</p><p>It rained.</p>"}))
    assert isinstance(source, Source)
    assert load(source).text == f"{FIRST}\n\nIt rained."
