"""The encoder's session: weights checked against their card, loaded once in a process, run on one thread.

In: word pieces of a text with their features. Out: its `Heads`. Windows of one article are read together and with no
other's: the integers of quantised layers are scaled by what is read at once, so an article's heads would hang on its
neighbours'. Refuses, with `Misuse`, weights that are missing or are not those of their card.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

import numpy as np

from reportedly.document import Span
from reportedly.errors import Misuse
from reportedly.language.encoder.heads import Floats, Heads, Link, Vectors
from reportedly.language.encoder.pieces import (
    CLS,
    SEP,
    Encode,
    Ints,
    Pieces,
    Window,
    read_pieces,
    tokenizer_encode,
    windows,
)

DEFAULT_MODEL = "attribution"
_TOGETHER = 8
_LIKELY = 0.05
"""A piece is linked where it is in a part with at least this probability."""


@dataclass(frozen=True)
class Card:
    """What the session must know of a model: its name and version, the hashes of its files, the rows of its tags, its
    links (from which rows of tags, or from what a classifying head finds, to which; no row means every piece), the classes of its classifying heads, how many values each of its
    features has, and the weights by which what it says becomes links and confidences."""

    name: str
    version: str
    files: dict[str, str]
    tags: tuple[str, ...]
    links: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    classes: dict[str, tuple[str, ...]]
    features: dict[str, int]
    weights: dict[str, dict[str, float]]

    @property
    def title(self) -> str:
        """The model's name and version, and the beginning of its weights' hash."""
        return f"model {self.name} {self.version} {self.files['model.onnx'][:8]}"


@cache
def card(model: str = DEFAULT_MODEL) -> Card:
    """A model's card. Raises `Misuse` where there is none."""
    try:
        told = json.loads(files("reportedly.models").joinpath(model, "card.json").read_text(encoding="utf-8"))
        links = {name: (tuple(a), tuple(b)) for name, (a, b) in told["links"].items()}
        classes = {name: tuple(names) for name, names in told["classes"].items()}
        tags, features = tuple(told["tags"]), told["features"]
        return Card(told["name"], told["version"], told["files"], tags, links, classes, features, told["weights"])
    except (OSError, ValueError, KeyError) as error:
        raise Misuse(f"the model {model!r} has no card that can be read: {error}") from error


def _checked(model: str, name: str) -> bytes:
    """The bytes of one of a model's files, whose hash must be that of the card."""
    try:
        content = files("reportedly.models").joinpath(model, name).read_bytes()
    except OSError as error:
        raise Misuse(f"the model {model!r} has no {name}: {error}") from error
    if hashlib.sha256(content).hexdigest() != card(model).files[name]:
        raise Misuse(
            f"{name} of the model {model!r} is not the file that its card describes; install the package again"
        )
    return content


class EncoderSession:
    """A loaded model."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        import onnxruntime as ort
        from tokenizers import Tokenizer

        self.card = card(model)
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.disable_quant_qdq", "1")  # weights become floats once, when it opens
        self._session = ort.InferenceSession(_checked(model, "model.onnx"), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_str(_checked(model, "tokenizer.json").decode("utf-8"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._encode: Encode = tokenizer_encode(tokenizer)

    def pieces(self, text: str, paragraphs: Sequence[Span], hidden: Sequence[Span] = ()) -> Pieces:
        """The word pieces of the paragraphs of a text, the words `hidden` left untold."""
        return read_pieces(text, paragraphs, hidden, self._encode)

    def read(self, text: str, pieces: Pieces, features: Ints) -> Heads | None:
        """What the heads say of the pieces of `text`, each with its row of features; None where there are none."""
        found = windows(pieces, text)
        if not found:
            return None
        made = _Made(self.card, pieces, found)
        for batch in _batches(found):
            made.add(batch, self._run(pieces, features, [found[n] for n in batch]))
        return made.heads()

    def _run(self, pieces: Pieces, features: Ints, batch: Sequence[Window]) -> dict[str, Any]:
        """The outputs for windows of one length, so that none is padded."""
        count = batch[0].end - batch[0].first + 2
        ids = np.zeros((len(batch), count), np.int64)
        told = np.zeros((len(batch), count, features.shape[1]), np.int64)
        ids[:, 0], ids[:, -1] = CLS, SEP
        for row, w in enumerate(batch):
            ids[row, 1:-1] = pieces.ids[w.first : w.end]
            told[row, 1:-1] = features[w.first : w.end]
        names = [o.name for o in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, {"ids": ids, "features": told}), strict=True))


@cache
def session(model: str = DEFAULT_MODEL) -> EncoderSession:
    """The session of a model, loaded once in a process. Raises `Misuse`."""
    return EncoderSession(model)


def _batches(found: Sequence[Window]) -> Iterator[list[int]]:
    """Numbers of windows that are read together: of one length, so that none is padded, and some at a time."""
    order = sorted(range(len(found)), key=lambda n: (found[n].end - found[n].first, n))
    for _, same in groupby(order, key=lambda n: found[n].end - found[n].first):
        numbers = list(same)
        yield from (numbers[i : i + _TOGETHER] for i in range(0, len(numbers), _TOGETHER))


class _Made:
    """Heads under way: what is kept of each batch."""

    def __init__(self, card: Card, pieces: Pieces, found: Sequence[Window]) -> None:
        self.card = card
        self.pieces = pieces
        self.found = found
        n = len(pieces)
        self.windows, self.places = np.zeros(n, np.int64), np.zeros(n, np.int64)
        self.tags = {name: np.zeros((n, 3), np.float32) for name in card.tags}
        self.classes = {name: np.zeros((n, len(c)), np.float32) for name, c in card.classes.items()}
        self.left_out: dict[str, dict[int, Floats]] = {name: {} for name in card.links}
        self.kept: dict[tuple[str, str], list[Vectors]] = {}
        self.near: Floats = np.zeros((0, 0), np.float32)

    def add(self, batch: Sequence[int], outputs: dict[str, Any]) -> None:
        """Takes over what the core of each window says."""
        self.near = outputs["near"]
        for row, number in enumerate(batch):
            w = self.found[number]
            inside = slice(w.core - w.first + 1, w.core_end - w.first + 1)
            core = slice(w.core, w.core_end)
            self.windows[core] = number
            self.places[core] = np.arange(inside.start, inside.stop)
            tags = _softmax(outputs["tags"][row, inside].reshape(-1, len(self.card.tags), 3))
            for k, name in enumerate(self.card.tags):
                self.tags[name][core] = tags[:, k]
            for name in self.card.classes:
                self.classes[name][core] = _softmax(outputs[name][row, inside])
            self._keep_links(number, inside, outputs["from"][row], outputs["to"][row])

    def _keep_links(self, number: int, inside: slice, leading: Floats, led: Floats) -> None:
        w = self.found[number]
        width = leading.shape[1] // len(self.card.links)
        for k, (name, rows) in enumerate(self.card.links.items()):
            own = slice(k * width, (k + 1) * width)
            self.left_out[name][number] = led[0, own]
            for side, values, tagged in (("from", leading, rows[0]), ("to", led, rows[1])):
                likely = np.zeros(w.core_end - w.core, bool)
                for tag in tagged:
                    rows_of = self.tags[tag] if tag in self.tags else self.classes[tag]
                    likely |= rows_of[w.core : w.core_end, 0] <= 1 - _LIKELY
                if not tagged:
                    likely[:] = True
                places = np.flatnonzero(likely)
                vectors = Vectors(places + w.core, values[inside.start + places, own])
                self.kept.setdefault((name, side), []).append(vectors)

    def heads(self) -> Heads:
        """The heads, when all windows are read."""
        links = {
            name: Link(
                _joined(self.kept[name, "from"]), _joined(self.kept[name, "to"]), np.stack([self.left_out[name][n] for n in range(len(self.found))]),
                self.near[k],
            )
            for k, name in enumerate(self.card.links)
        }  # fmt: skip
        p = self.pieces
        return Heads(p.starts, p.ends, self.windows, self.places, self.tags, links, self.classes)


def _joined(parts: Sequence[Vectors]) -> Vectors:
    places = np.concatenate([p.places for p in parts])
    order = np.argsort(places)
    return Vectors(places[order], np.concatenate([p.values for p in parts])[order])


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
