"""Events of hand-coded sentences: Universal PETRARCH's validation records, with CAMEO's codes of what and between whom.

In: `up_gsr_validation.xml`. Out: which coded events have a row of their type in their sentence, the countries of
those rows' sides, and how many rows stand in sentences that were coded as without event. Refuses, with `KeyError`,
what is no code of CAMEO.

What a code is in PLOVER, the export to CAMEO knows. A code that PLOVER has no type for (CAMEO's 01, statements) is
left out and counted. A row may serve several codes: "Varn and Ruvo meet" is coded once in each direction. A country
is right where one of the actors on that side of one of those rows has it (on either side for AGREE, CONSULT and
COOPERATE); it is asked only of codes that name one. The file is no well-formed XML, so its records are cut by their
tags; a record without text is put together from the words of its parse.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import actors
from events_rows import Party, Reading, read_text
from reportedly.export.cameo import to_plover

Row = dict[str, float | int]

_CODED = re.compile(r'eventcode="(\d+)" sourcecode="([^"]+)" targetcode="([^"]+)"')
_WORD = re.compile(r"^\d+\t(\S+)\t.*?(SpaceAfter=No)?$", re.M)


@dataclass(frozen=True)
class Coded:
    """A sentence, its day, and its events as (CAMEO code, code of who acts, code of on whom)."""

    text: str
    day: date | None
    events: tuple[tuple[str, str, str], ...]


def sentences(path: Path) -> Iterator[Coded]:
    """The records of a file, in its order."""
    held = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.S)
    for record in re.split(r"(?=<Sentence )", held)[1:]:
        said = re.search(r"<Text>(.*?)</Text>", record, re.S)
        text = said[1].strip() if said else ""
        if not text:
            words = _WORD.findall(record)
            text = "".join(word + ("" if glued else " ") for word, glued in words)
        text = re.sub(r"\s*``\s*", " “", text).replace("''", "”")
        digits = re.search(r'date="(\d{6,8})"', record)
        yield Coded(" ".join(text.split()), _day(digits), tuple(_CODED.findall(record)))


def _day(digits: re.Match[str] | None) -> date | None:
    if digits is None:
        return None
    said = digits[1] if len(digits[1]) == 8 else "20" + digits[1]
    return date(int(said[:4]), int(said[4:6]), int(said[6:]))


@dataclass
class Counts:
    """What was counted over all sentences."""

    codes: int = 0
    found: int = 0
    left_out: int = 0
    quiet: int = 0
    """Sentences that were coded as without event."""
    quiet_right: int = 0
    false_rows: int = 0
    source: tuple[int, int] = (0, 0)
    target: tuple[int, int] = (0, 0)

    def figures(self) -> dict[str, Row]:
        """Figures by name."""

        def share(right: int, of: int) -> Row:
            return {"accuracy": round(right / of, 3) if of else 0.0, "of": of}

        return {
            "coded type found": share(self.found, self.codes),
            "coded actor country": share(*self.source),
            "coded recipient country": share(*self.target),
            "coded without event": share(self.quiet_right, self.quiet),
            "coded without event, rows": {"count": self.false_rows, "of": self.quiet},
            "coded, no PLOVER type": {"count": self.left_out, "of": self.codes + self.left_out},
        }


def _asked(counted: tuple[int, int], code: str, parties: Sequence[Party]) -> tuple[int, int]:
    country, _ = actors.part_of(code)
    if country is None:
        return counted
    return counted[0] + any(party.country == country for party in parties), counted[1] + 1


def _count(coded: Coded, reading: Reading, counts: Counts) -> Iterator[str]:
    """Adds a sentence to the counts; a line for each code without a row."""
    rows = "; ".join(f"{t.type} [{t.words}]" for t in reading.events)
    if not coded.events:
        counts.quiet += 1
        counts.quiet_right += not reading.events
        counts.false_rows += len(reading.events)
        if reading.events:
            yield f"no event: {coded.text} | {rows}"
    for code, source, target in coded.events:
        coded_as = to_plover(code)
        if coded_as is None:
            counts.left_out += 1
            continue
        kind, _ = coded_as
        counts.codes += 1
        told = [t for t in reading.events if t.type == kind]
        if not told:
            yield f"{code} {kind}: {coded.text} | {rows}"
            continue
        counts.found += 1
        counts.source = _asked(counts.source, source, [p for t in told for p in t.ends()[0]])
        counts.target = _asked(counts.target, target, [p for t in told for p in t.ends()[1]])


def measure(path: Path) -> tuple[dict[str, Row], list[str]]:
    """Figures by name, and a line for each code that has no row and each sentence that should have none."""
    counts = Counts()
    wrong: list[str] = []
    for coded in sentences(path):
        wrong += _count(coded, read_text(coded.text, coded.day), counts)
    return counts.figures(), wrong
