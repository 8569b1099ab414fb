"""Files, folders, pipes and archives to single articles, and an account of all else."""

import gzip
import io
import os
import pickle
import sys
from pathlib import Path

import pytest
from ingest_samples import FIRST, FIXTURES, RECORD, TEXT, jsonl, page, response, wacz, zipped

from reportedly.errors import InputRefused, Reason, State
from reportedly.ingest import Options, Source, expand, load
from reportedly.record import SourceRow


def account(*paths: object, **options: object) -> list[tuple[str, str, str]]:
    """Each input's last name, its state (`article` for one that can be loaded) and its reason."""
    found = []
    for one in expand([str(p) for p in paths], Options(**options)):  # type: ignore[arg-type]
        name = one.name.rpartition("/")[2] if "#" not in one.name else one.name[one.name.index("#") :]
        if isinstance(one, SourceRow):
            assert list(one.problems()) == []
            found.append((name, str(one.state), str(one.reason or "")))
        else:
            found.append((name, "article", ""))
    return found


def written(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_the_files_of_a_folder_come_by_name_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    written(tmp_path / "in", b_txt=TEXT.encode(), a__c_html=page(), _hidden=b"x", a___git__x=b"y")
    assert account(tmp_path / "in") == [("c.html", "article", ""), ("b.txt", "article", ""), ("in", "read", "")]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    written(tmp_path, a__b__x_txt=TEXT.encode())
    (tmp_path / "a" / "b" / "back").symlink_to(tmp_path / "a")
    assert [state for _, state, _ in account(tmp_path / "a")] == ["article", "read"]


def test_an_empty_folder_and_a_missing_file_are_accounted_for(tmp_path: Path) -> None:
    assert account(tmp_path, tmp_path / "none.txt") == [
        (tmp_path.name, "failed", "empty"),
        ("none.txt", "failed", "not_found"),
    ]


def test_a_file_name_that_is_no_text_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(path, "wb") as file:
        file.write(TEXT.encode())
    (source, _) = expand([str(tmp_path)])
    source.name.encode("utf-8")
    assert FIRST in load(source).text  # type: ignore[arg-type]


def test_an_input_named_twice_is_read_once(tmp_path: Path) -> None:
    written(tmp_path, a_txt=TEXT.encode())
    assert len(account(tmp_path / "a.txt", tmp_path / "a.txt")) == 1


def test_what_cannot_be_opened_is_unreadable_and_the_others_go_on(tmp_path: Path) -> None:
    written(tmp_path, b_txt=TEXT.encode())
    os.mkfifo(tmp_path / "a.fifo")
    assert account(tmp_path) == [
        ("a.fifo", "failed", "unreadable"),
        ("b.txt", "article", ""),
        (tmp_path.name, "read", ""),
    ]


def test_a_folder_that_cannot_be_listed_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert account(tmp_path) == [(tmp_path.name, "failed", "unreadable")]


def test_standard_input_may_be_an_article_or_a_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, found in ((page(), ["article"]), (jsonl(RECORD, RECORD), ["article", "article", "read"])):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert [state for _, state, _ in account("-")] == found


def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    import threading

    os.mkfifo(tmp_path / "pipe")
    thread = threading.Thread(target=lambda: (tmp_path / "pipe").write_bytes(TEXT.encode()))
    thread.start()
    (source,) = expand([str(tmp_path / "pipe")])
    thread.join()
    assert FIRST in load(source).text  # type: ignore[arg-type]


def test_a_compressed_file_is_what_is_in_it(tmp_path: Path) -> None:
    written(tmp_path, a_html_gz=gzip.compress(page()), b_jsonl_gz=gzip.compress(jsonl(RECORD)))
    assert account(tmp_path)[:3] == [("a.html.gz", "article", ""), ("#1", "article", ""), ("b.jsonl.gz", "read", "")]


def test_a_truncated_gzip_is_truncated_and_what_came_before_counts(tmp_path: Path) -> None:
    records = [RECORD | {"id": os.urandom(2000).hex()} for _ in range(100)]
    data = gzip.compress(jsonl(*records))
    written(tmp_path, a_html_gz=gzip.compress(page())[:-40], b_jsonl_gz=data[: len(data) // 2])
    found = account(tmp_path)
    assert found[0] == ("a.html.gz", "failed", "truncated")
    assert found[1] == ("#1", "article", "")
    assert found[-2] == ("b.jsonl.gz", "failed", "truncated")


def test_a_broken_gzip_is_malformed(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(page()))
    data[-6] ^= 0xFF
    written(tmp_path, a_gz=bytes(data))
    assert account(tmp_path / "a.gz") == [("a.gz", "failed", "malformed")]


def test_a_zip_holds_anything(tmp_path: Path) -> None:
    inner = zipped(a_txt=TEXT.encode())
    written(
        tmp_path,
        x_zip=zipped(s_html=page(), c_jsonl=jsonl(RECORD), in_zip=inner, p_png=b"\x89PNG\r\n\x1a\n", __MACOSX___x=b"1"),
    )
    assert account(tmp_path / "x.zip") == [
        ("#s.html", "article", ""),
        ("#c.jsonl#1", "article", ""),
        ("#c.jsonl", "read", ""),
        ("#in.zip#a.txt", "article", ""),
        ("#in.zip", "read", ""),
        ("#p.png", "skipped", "not_an_article"),
        ("x.zip", "read", ""),
    ]


def test_a_wacz_gives_the_pages_of_its_warcs(tmp_path: Path) -> None:
    written(tmp_path, x_wacz=wacz(response("https://monitor.example/a", page())))
    assert [n for n, state, _ in account(tmp_path / "x.wacz") if state == "article"] == [
        "#archive/data.warc.gz#https://monitor.example/a"
    ]


def test_a_cut_zip_is_truncated_even_around_another(tmp_path: Path) -> None:
    whole = zipped(a_html=page(), in_zip=zipped(b_html=page()))
    written(tmp_path, a_zip=whole[:-10], b_zip=whole[:200])
    assert [reason for _, _, reason in account(tmp_path)][:2] == ["truncated", "truncated"]


def test_an_office_document_is_no_archive_of_articles(tmp_path: Path) -> None:
    written(tmp_path, a_odt=zipped(**{"META-INF__manifest_xml": b"<m/>", "content_xml": b"<c/>"}))
    assert account(tmp_path / "a.odt") == [("a.odt", "failed", "binary")]


def test_a_bomb_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_UNPACKED_BYTES", "3000000")
    monkeypatch.setenv("REPORTEDLY_LIMIT_MEMBER_BYTES", "1000000")
    zeros = b"a " * 1_000_000
    written(tmp_path, a_gz=gzip.compress(zeros), b_zip=zipped(a_txt=zeros, b_txt=zeros, c_txt=zeros, d_txt=b"x"))
    found = account(tmp_path)
    assert found[0] == ("a.gz", "failed", "too_large")
    assert ("b.zip", "failed", "too_large") in found


def test_archives_in_archives_end(tmp_path: Path) -> None:
    data = page()
    for _ in range(6):
        data = zipped(x_zip=data)
    written(tmp_path, x_zip=data)
    reasons = [reason for _, _, reason in account(tmp_path / "x.zip")]
    assert reasons[0] == "too_deep"
    layers = TEXT.encode()
    for _ in range(6):
        layers = gzip.compress(layers)
    written(tmp_path, y_gz=layers)
    assert account(tmp_path / "y.gz") == [("y.gz", "failed", "too_deep")]


def test_too_many_members_end_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_ARCHIVE_MEMBERS", "2")
    written(tmp_path, a_zip=zipped(a_txt=b"1", b_txt=b"2", c_txt=b"3"), b_jsonl=jsonl(RECORD, RECORD, RECORD))
    found = account(tmp_path)
    assert found[0] == ("a.zip", "failed", "too_many")
    assert found[1:4] == [("#1", "article", ""), ("#2", "article", ""), ("b.jsonl", "failed", "too_many")]


def test_too_many_files_end_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_FOLDER_FILES", "1")
    written(tmp_path, a_txt=b"1", b_txt=b"2")
    assert account(tmp_path)[-1] == (tmp_path.name, "failed", "too_many")


def test_a_file_larger_than_an_article_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_FILE_BYTES", "100")
    written(tmp_path, a_txt=TEXT.encode())
    (source,) = expand([str(tmp_path / "a.txt")])
    with pytest.raises(InputRefused) as refused:
        load(source)  # type: ignore[arg-type]
    assert refused.value.reason is Reason.TOO_LARGE
    assert refused.value.source.endswith("a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file_is_empty(data: bytes) -> None:
    with pytest.raises(InputRefused) as refused:
        load(Source("a.txt", data=data))
    assert refused.value.reason is Reason.EMPTY


def test_a_source_travels_to_another_process(tmp_path: Path) -> None:
    for name, data in FIXTURES.items():
        written(tmp_path, **{name: data})
    for source in expand([str(tmp_path)]):
        if isinstance(source, Source):
            again = pickle.loads(pickle.dumps(source))
            assert again == source
            assert load(again) == load(source)


def test_what_the_user_says_wins_over_the_article(tmp_path: Path) -> None:
    written(tmp_path, a_jsonl=jsonl(RECORD))
    options = Options(outlet="The Harbour Times")
    source = next(iter(expand([str(tmp_path)], options)))
    assert isinstance(source, Source)
    assert load(source, options).metadata.outlet == "The Harbour Times"
    assert load(source).metadata.outlet == "The Lake Monitor"


def test_a_container_gives_its_row_last_and_members_name_it(tmp_path: Path) -> None:
    written(tmp_path, a_jsonl=jsonl(RECORD))
    first, last = expand([str(tmp_path / "a.jsonl")])
    assert first.parent == last.name
    assert isinstance(last, SourceRow)
    assert (last.state, last.detail) == (State.READ, "1 member")
