"""The encoder: windows that cover a text once, weights that are those of their card, heads that hang on one article."""

import hashlib
import json
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.document import Span
from reportedly.errors import Misuse
from reportedly.language.encoder import session as sessions
from reportedly.language.encoder.heads import Link, Vectors
from reportedly.language.encoder.pieces import CORE, WINDOW, read_pieces, windows


def letters(part):
    """Every character a piece, ten the same id."""
    return [7 + ord(c) % 10 for c in part], [(i, i + 1) for i in range(len(part))]


def pieces_of(text):
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return read_pieces(text, paragraphs, [], letters)


@given(st.text(alphabet="ab. A\n", max_size=3000))
def test_the_cores_of_windows_cover_all_pieces_once_and_in_order(text):
    pieces = pieces_of(text)
    found = windows(pieces, text)
    assert [i for w in found for i in range(w.core, w.core_end)] == list(range(len(pieces)))
    assert all(w.first <= w.core < w.core_end <= w.end <= len(pieces) for w in found)
    assert all(w.end - w.first <= WINDOW for w in found)
    assert all(w.end - w.first == min(WINDOW, len(pieces)) for w in windows(pieces, text, full=True))
    assert all(w.core_end - w.core <= max(CORE, len(pieces) if len(found) == 1 else 0) for w in found)


def test_a_core_ends_with_a_paragraph_where_it_can():
    text = "\n".join("a" * 99 for _ in range(12))
    pieces = pieces_of(text)
    ends = {w.core_end for w in windows(pieces, text)[:-1]}
    assert all(pieces.starts[e] == pieces.ends[e] for e in ends)


def test_a_core_ends_with_a_sentence_where_no_paragraph_ends():
    text = ("A" + "b" * 58 + ".") * 30
    pieces = pieces_of(text)
    assert all(text[int(pieces.starts[w.core_end - 1])] == "." for w in windows(pieces, text)[:-1])


def test_pieces_are_found_by_the_characters_that_they_share():
    pieces = pieces_of("ab\ncd")
    assert pieces.over([(1, 4)]).tolist() == [1, 3]
    assert pieces.over([]).tolist() == []


def test_links_count_the_distance_and_the_part_left_out():
    near = np.array([0.0, 0.0, 0.0, 5.0, 0.0], np.float32)
    vectors = Vectors(np.array([0, 1, 2]), np.eye(3, dtype=np.float32))
    link = Link(vectors, vectors, np.zeros((1, 3), np.float32), near)
    scores = link.scores(np.array([0]), np.array([0]), np.array([1]), np.array([1, 2]))
    assert scores.tolist() == [[0.0, 5.0, 0.0]]


def test_the_shipped_files_are_those_of_their_card_and_small_enough():
    folder = files("reportedly.models") / "attribution"
    card = json.loads((folder / "card.json").read_text())
    for name, digest in card["files"].items():
        content = (folder / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest
        assert len(content) < 30_000_000
    told = (folder / "CARD.md").read_text()
    assert all(digest in told for digest in card["files"].values())


def test_weights_that_are_not_those_of_the_card_are_refused(monkeypatch):
    told = sessions.card()
    wrong = dict.fromkeys(told.files, "0" * 64)
    monkeypatch.setattr(sessions, "card", lambda model="attribution": replace(told, files=wrong))
    with pytest.raises(Misuse, match=r"model\.onnx"):
        sessions.EncoderSession()


def test_a_model_that_is_not_there_is_refused():
    with pytest.raises(Misuse, match="no-such"):
        sessions.card("no-such")


def test_heads_do_not_hang_on_what_was_read_before():
    encoder = sessions.session()
    width = len(encoder.card.features)

    def read(text):
        pieces = encoder.pieces(text, [Span(0, len(text))])
        return encoder.read(text, pieces, np.zeros((len(pieces), width), np.int64))

    text = "Ana Brun said the dam had failed. " * 60
    first = read(text)
    read("Nobody answered.")
    again = read(text)
    assert all((first.tags[t] == again.tags[t]).all() for t in first.tags)
    assert all(np.allclose(first.tags[t].sum(1), 1, atol=1e-4) for t in first.tags)
    assert read("") is None
