"""Whether a record hangs on who the parties are: an article's two main parties trade names, and its rows are compared.

usage: swapped.py [FOLDER] [--limit N] [--losses N] [--json]

FOLDER holds .txt files, or `text/*.txt` as PolNeAR does; without it the sample stories are read. The two parties are
the two actors of one kind and sector that are named most often and that each have a name for every way in which they are named
(two persons by full name and surname, two states by name, adjective and nationals, two others by one name). A row
survives where the article with the names traded has the same row at the same place; `speakers` wants the speaker traded
too. `--losses` prints rows that are lost.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attribution
import reportedly
from reportedly import knowledge
from reportedly.document import Document, Metadata, Words
from reportedly.layers.attribution import hiding
from reportedly.record import Record
from reportedly.record.attributions import Actor
from speed import stories

Names = dict[str, str]
WORD = re.compile(r"[A-Z][\w’'.-]*")
SMALL = frozenset({"of", "the", "and", "for"})
LEAST = 2
"""How often each party must be named."""


def forms(document: Document, actor: Actor) -> Names:
    """The names of an actor by the part that they play: `full` and `last`, `state`, `adjective` and `nationals`, or
    `name`. Empty where it has no proper name."""
    kind, _, code = (actor.registry or "").partition(":")
    if kind == "country":
        known = knowledge.load("countries")[code]
        found = {"state": known["name"]}
        if known.get("adjectives") and known.get("nationals"):
            found |= {"adjective": known["adjectives"][0], "nationals": known["nationals"][-1]}
        return found
    counted = Counter(document.words(w) for w in actor.names)
    proper = {n: c for n, c in counted.items() if n and all(WORD.fullmatch(x) or x in SMALL for x in n.split())}
    proper = {
        n: c
        for n, c in proper.items()
        if n.split()[0] not in {"The", "He", "She", "It", "They", "His", "Her", "We", "I"}
    }
    often = sorted(proper, key=lambda n: (-proper[n], n))
    if actor.kind == "person":
        last = next((n for n in often if " " not in n), None)
        full = next((n for n in often if last and n.endswith(" " + last) and not is_office(n.split()[0])), None)
        return {"last": last, "full": full} if last and full else {}
    return {"name": often[0]} if often else {}


def article_before(record: Record, actor: Actor, names: Names) -> tuple[str, str]:
    """Whether `the` stands before an actor's first name, and that name."""
    text = record.document.text
    for words in actor.names:
        name = record.document.words(words)
        if name in names.values():
            return ("the" if text[: words[0].start].lower().endswith("the ") else "", name)
    return "", ""


def is_office(word: str) -> bool:
    """Whether a word is a title or an office rather than a given name."""
    return word.lower() in hiding.known() or word.lower().strip(".") in hiding.TITLES


def parties(record: Record) -> tuple[Names, Names] | None:
    """The names of the two main parties, or None where no two can trade them."""
    groups: dict[tuple[str, ...], list[tuple[int, Names]]] = {}
    for actor in record.actors:
        names = forms(record.document, actor)
        count = sum(record.document.words(w) in set(names.values()) for w in actor.names)
        article, first = article_before(record, actor, names)
        shape = f"{article} {len(first.split())}" if "name" in names else ""
        if names and count >= LEAST:
            groups.setdefault((actor.kind, str(actor.sector), shape, *sorted(names)), []).append((count, names))
    best = [sorted(g, key=lambda p: (-p[0], sorted(p[1].values())))[:2] for g in groups.values() if len(g) > 1]
    if not best:
        return None
    (_, one), (_, other) = max(best, key=lambda pair: (pair[1][0], pair[0][0], sorted(pair[0][1].values())))
    words = {w for n in (*one.values(), *other.values()) for w in n.split()}
    return (one, other) if len(words) == sum(len(set(" ".join(p.values()).split())) for p in (one, other)) else None


class Trade:
    """A text with the names of two parties traded, and the way back to the first text's characters."""

    def __init__(self, text: str, one: Names, other: Names) -> None:
        given = {a[part]: b[part] for a, b in ((one, other), (other, one)) for part in a}
        pattern = "|".join(sorted(map(re.escape, given), key=lambda n: (-len(n), n)))
        self.given = given
        self.pieces: list[tuple[int, int, int, int]] = []
        out, at, place = [], 0, 0
        for m in re.finditer(rf"\b(?:{pattern})\b", text):
            new = given[m.group()]
            place += m.start() - at
            out += [text[at : m.start()], new]
            self.pieces.append((place, place + len(new), m.start(), m.end()))
            at, place = m.end(), place + len(new)
        self.text = "".join([*out, text[at:]])

    def back(self, place: int, is_end: bool) -> int:
        """The character of the first text that answers to one of the traded text."""
        shift = 0
        for start, end, old_start, old_end in self.pieces:
            if place <= start:
                break
            if place < end:
                return old_end if is_end else old_start
            shift = old_end - end
        return place + shift

    def words(self, words: Words) -> Words:
        """Words of the traded text, in the first text's characters."""
        return tuple(type(s)(self.back(s.start, False), self.back(s.end, True)) for s in words)


def rows(record: Record, trade: Trade | None) -> dict[str, Counter[tuple[Any, ...]]]:
    """What is compared of each row, by table; with a trade, in the first text's characters and names."""
    place = trade.words if trade else lambda words: words
    names = {a.id: a.name for a in record.actors}
    swap = {new: old for old, new in trade.given.items()} if trade else {}
    who = {i: swap.get(n, n) for i, n in names.items()}
    return {
        "attributions": Counter((place(a.source), place(a.cue), place(a.content), a.mode, a.stance, a.anonymity) for a in record.attributions),
        "speakers": Counter((place(a.content), tuple(who[i] for i in a.speaker)) for a in record.attributions),
        "events": Counter((place(e.words), e.type, e.status) for e in record.events),
        "figures": Counter((place(f.words), f.low, f.high, f.what) for f in record.figures),
        "wording": Counter((place(w.words), w.kind) for w in record.wording),
    }  # fmt: skip


def documents(folder: Path | None) -> Iterator[Document]:
    """The articles to read."""
    if folder is None:
        texts = [document.text for document in stories()]
    else:
        paths = sorted((folder / "text" if (folder / "text").is_dir() else folder).glob("*.txt"))
        texts = [path.read_text(encoding="utf-8") for path in paths]
    for text in texts:
        yield Document(text, attribution.paragraphs(text), Metadata(language="en"))


def measure(folder: Path | None, limit: int | None, losses: int) -> dict[str, Any]:
    """Rows and survivors by table, and how many articles could be traded."""
    rows_of: dict[str, list[int]] = {}
    read = traded = 0
    for document in documents(folder):
        if limit is not None and traded >= limit:
            break
        read += 1
        record = reportedly.read(document)
        pair = parties(record)
        if pair is None:
            continue
        traded += 1
        trade = Trade(document.text, *pair)
        other = reportedly.read(Document(trade.text, attribution.paragraphs(trade.text), Metadata(language="en")))
        first, second = rows(record, None), rows(other, trade)
        for table, found in first.items():
            tally = rows_of.setdefault(table, [0, 0])
            tally[0] += sum((found & second[table]).values())
            tally[1] += max(sum(found.values()), sum(second[table].values()))
        for row in list((first["attributions"] - second["attributions"]).elements()):
            if losses > 0:
                losses -= 1
                parts = [record.document.words(w) for w in row[:3]]
                print(f"lost, {pair[0]} for {pair[1]}: {parts} {row[3:]}")
    survived = {table: round(a / b, 4) if b else 1.0 for table, (a, b) in rows_of.items()}
    return {"articles": read, "traded": traded, "rows": {t: b for t, (_, b) in rows_of.items()}, "survived": survived}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles that can be traded")
    parser.add_argument("--losses", type=int, default=0, metavar="N", help="print N lost attributions")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(options.folder, options.limit, options.losses)
    if options.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{found['traded']} of {found['articles']} articles have two parties that can trade names")
    for table, share in found["survived"].items():
        print(f"{table:14s}{share:8.4f} of {found['rows'][table]} rows survive")


if __name__ == "__main__":
    main()
