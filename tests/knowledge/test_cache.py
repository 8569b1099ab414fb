"""What is kept in the cache folder is the same value, and a broken cache costs time only."""

import pytest

from reportedly.knowledge.cache import kept

VALUE = {"Varn": ["Oltenz", 3, None, 0.5], "é": {}}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def never():
    raise AssertionError("it is made a second time")


def test_a_value_is_made_once(folder):
    assert kept("lands", lambda: VALUE) == VALUE
    assert kept("lands", never) == VALUE
    assert [p.name for p in folder.iterdir()] == ["lands.json"]


@pytest.mark.parametrize("damage", [b"", b'{"Varn": [', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_made_again(folder, damage):
    folder.mkdir()
    (folder / "lands.json").write_bytes(damage)
    assert kept("lands", lambda: VALUE) == VALUE
    assert kept("lands", never) == VALUE


def test_what_cannot_be_kept_is_made_each_time(folder):
    folder.write_text("a file where the folder should be")
    assert kept("lands", lambda: VALUE) == VALUE
    assert kept("lands", lambda: {"Ruvo": 1}) == {"Ruvo": 1}
