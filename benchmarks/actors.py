"""Country and sector of actors, against hand-coded events, gold tables, and a dictionary of actors' names.

usage: actors.py DATA [--json] [--errors N]

DATA holds any of these; what is missing is left out, with a line that says so:
  data/plover/up_gsr_validation.xml                    Universal PETRARCH's validation sentences, with CAMEO's codes of
                                                       who acts and on whom
  data/dictionaries/Phoenix.Countries.actors.txt.gz    names of actors by country, as PETRARCH reads them
  gold, cases/seed                                     gold tables, as benchmarks/gold.py reads them

A code of the sentences is right where an actor that the program finds in the sentence has its country and, where the
code names a part, its sector: CAMEO's parts as PLOVER has them (`PPL` is CVL, `HRI` is NGO, `UAF` and the groups of no
country are REB). A name of the dictionary is right where the registry or, failing that, the gazetteer gives it the
code's country. Of the names whose code is undated or holds to the present, 2,000 are drawn, always the same ones.
"""

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import gold
import reportedly
from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.knowledge.gazetteer import Entry, find
from reportedly.knowledge.loader import load
from reportedly.knowledge.people import known_person
from reportedly.knowledge.registry import names_in
from reportedly.record.vocabulary import SECTORS

SENTENCES = Path("data/plover/up_gsr_validation.xml")
NAMES = Path("data/dictionaries/Phoenix.Countries.actors.txt.gz")
DRAWN, SEED = 2_000, 1
PARTS = {"PPL": "CVL", "HRI": "NGO", "UAF": "REB", "INS": "REB", "IMG": "REB", "SEP": "REB", "COP": "COP"}
COUNTRIES = {"KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "GAZ": "PSE", "PAL": "PSE"}
"""Codes of the dictionary that are not ISO's."""
NO_COUNTRY = {"---", "IMG", "IGO", "NGO", "MNC", "NGM", "UIS", "INT"}

FOREMOST = 10
"""How many times more people than in all others of its name live in a place that a name alone means."""

Row = dict[str, float | int]


@dataclass
class Tally:
    """Right and all, by measure, with what was wrong."""

    counts: dict[str, list[int]] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def add(self, measure: str, right: bool, shown: str) -> None:
        """Count one; `shown` is kept where it is wrong."""
        row = self.counts.setdefault(measure, [0, 0])
        row[0] += right
        row[1] += 1
        if not right:
            self.wrong.setdefault(measure, []).append(shown)

    def table(self) -> dict[str, Row]:
        """Accuracy and how many, by measure."""
        return {k: {"accuracy": round(a / n, 3), "of": n} for k, (a, n) in self.counts.items()}


def part_of(code: str) -> tuple[str | None, str | None]:
    """CAMEO's code as country (`IGO` for international bodies) and PLOVER sector; None where it names none."""
    country, rest = code[:3], re.findall("[A-Z]{3}", code[3:])
    if country == "IGO":
        return "IGO", "MIL" if "MIL" in rest else "IGO"
    if country in NO_COUNTRY:
        sectors = [PARTS.get(p, p) for p in ([country] if country == "IMG" else []) + rest]
        return None, next((s for s in sectors if s in SECTORS), None)
    found = [PARTS.get(p, p) for p in rest]
    return COUNTRIES.get(country, country), next((s for s in found if s in SECTORS and s != "MUS"), None)


def sentences(path: Path) -> Iterator[tuple[str, date, list[str]]]:
    """Each validation sentence: its text, its day, the codes of its events' sides."""
    text = path.read_text(encoding="utf-8")
    for record in re.split(r"(?=<Sentence )", text)[1:]:
        said = re.search(r"<Text>(.*?)</Text>", record, re.S)
        day = re.search(r'date="(\d{6,8})"', record)
        codes = re.findall(r'(?:sourcecode|targetcode)="([^"]+)"', record)
        if said and day and codes:
            digits = day[1] if len(day[1]) == 8 else "20" + day[1]
            published = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
            yield " ".join(said[1].split()).replace("`` ", "“").replace("''", "”"), published, sorted(set(codes))


def read_sentences(path: Path, tally: Tally) -> None:
    """The codes of the validation sentences."""
    for text, published, codes in sentences(path):
        document = Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Metadata(published=published))
        actors = reportedly.read(document).actors
        pairs = {(a.country, a.sector) for a in actors}
        for code in codes:
            country, sector = part_of(code)
            shown = f"{code}: {text[:160]} | " + "; ".join(f"{a.name} {a.country} {a.sector}" for a in actors)
            if country:
                tally.add("sentences country", country in {c for c, _ in pairs}, shown)
            if sector:
                tally.add("sentences sector", sector in {s for _, s in pairs}, shown)
            fits = any(country in {None, c} and sector in {None, s} for c, s in pairs)
            if country or sector:
                tally.add("sentences both", fits, shown)


def dictionary(path: Path) -> Iterator[tuple[str, str]]:
    """Each name of the dictionary whose code is undated or holds to the present, with its country."""
    names: list[str] = []
    codes: list[str] = []

    def entry() -> Iterator[tuple[str, str]]:
        now = [c for c in codes if re.fullmatch(r"\[?\w+\]?", c) or ">" in c]
        country = now[-1].strip("[] ")[:3] if now else "---"
        if country not in NO_COUNTRY:
            yield from ((n, COUNTRIES.get(country, country)) for n in names)

    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            content = re.split("[#;]", line)[0].strip()
            if not content:
                continue
            name, bracket, code = content.partition("[")
            if name.strip() and not name.startswith("+"):
                yield from entry()
                names, codes = [], []
            if name.strip():
                names.append(" ".join(name.strip("+ _").replace("_", " ").split()))
            if bracket:
                codes.append("[" + code.strip())
    yield from entry()


def country_named(name: str) -> str | None:
    """The country of an actor or place called `name`: a known actor's whose name is the whole or stands in it, a known
    person's, or that of every place of the name, or of the one that is far larger than the others."""
    hits = names_in(name)
    for hit in hits:
        held = {k.country for k in hit.known if k.country}
        if hit.span.end - hit.span.start == len(name) and len(held) == 1:
            return held.pop()
    if (person := known_person([_untitled(name)], None)) is not None:
        return person.country
    inside = Counter(c for h in hits for c in {k.country for k in h.known if k.country})
    if len(inside) == 1:
        return next(iter(inside))
    return _place(find(name))


def _untitled(name: str) -> str:
    """A name without the titles and parts before it ("Secretary of Defense Leon E. Panetta")."""
    words = name.split()
    first = next((i for i, x in enumerate(words) if x.lower().rstrip(".") not in _titles()), 0)
    return " ".join(words[first:] if len(words) - first > 1 else words[-1:])


@cache
def _titles() -> frozenset[str]:
    roles = load("roles")
    rows = (roles["titles"], roles["person"], {"weak": roles["weak"]["nouns"]}, roles["beside"])
    return frozenset(word for row in rows for words in row.values() for word in words) | {"of", "the", "and", "crown"}


def _place(entries: Sequence[Entry]) -> str | None:
    people: Counter[str] = Counter()
    for entry in entries:
        if entry.country:
            people[entry.country] += max(entry.population, 1)
    most = people.most_common(1)
    if not most or most[0][1] < FOREMOST * (people.total() - most[0][1]):
        return None
    return most[0][0]


def read_names(path: Path, tally: Tally) -> None:
    """A draw of the dictionary's names."""
    held = sorted(set(dictionary(path)))
    for name, country in random.Random(SEED).sample(held, min(DRAWN, len(held))):
        found = country_named(name.title())
        tally.add("names country", found == country, f"{name}: {country}, found {found}")
        if found:
            tally.add("names country, where one is given", found == country, f"{name}: {country}, found {found}")


def read_gold(folder: Path, tally: Tally) -> dict[str, Row]:
    """What the gold scorer says of actors and speakers."""
    with tempfile.TemporaryDirectory() as scratch:
        gold.write_records(folder, Path(scratch))
        rows = json.loads(gold.score(folder, Path(scratch), gold.scorer_for(folder), "--json"))
    kept = ("actor found", "actor country", "actor sector", "attribution speaker", "attribution chain")
    return {f"{folder.name} {k}": rows[k] for k in kept if k in rows}


def measure(data: Path, tally: Tally) -> dict[str, Row]:
    """Every figure for which `data` has the files."""
    readers: tuple[tuple[Path, Callable[[Path, Tally], dict[str, Row] | None]], ...] = (
        (SENTENCES, read_sentences), (NAMES, read_names), (Path("cases/seed"), read_gold), (Path("gold"), read_gold),
    )  # fmt: skip
    extra: dict[str, Row] = {}
    for path, reader in readers:
        if (data / path).exists():
            extra |= reader(data / path, tally) or {}
        else:
            print(f"{path} is not there and is left out", file=sys.stderr)
    return tally.table() | extra


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args()
    tally = Tally()
    rows = measure(options.data, tally)
    if options.json:
        print(json.dumps(rows, indent=1))
        return
    for name, row in rows.items():
        if "f1" in row:
            print(f"{name:36s}P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}  of {row['gold']}")
        else:
            print(f"{name:36s}{row['accuracy']:.3f} of {row['of']}")
    for name, wrong in tally.wrong.items():
        for shown in random.Random(SEED).sample(wrong, min(options.errors, len(wrong))):
            print(f"{name}: {shown}")


if __name__ == "__main__":
    main()
