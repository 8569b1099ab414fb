"""The registry of known actors, from `countries.toml` and `organisations.toml`, and the finder of their names in a text.

In: a text. Out: where it names a known actor, and how (by its name, its capital, an adjective, a national). What a
known actor is called decides its spelling, country and sector in the record, and nothing else. Refuses nothing.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportedly.document import Span
from reportedly.knowledge.gazetteer import states
from reportedly.knowledge.loader import load


class How(StrEnum):
    """How a text names a known actor."""

    NAME = "name"
    CAPITAL = "capital"
    SEAT = "seat"
    ADJECTIVE = "adjective"
    NATIONAL = "national"
    PLACE = "place"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Known:
    """A known actor: its id, its name as we spell it, ISO country (or None), PLOVER's code, and what it is."""

    id: str
    name: str
    country: str | None
    sector: str
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a text, with every actor that bears it; several share an acronym or a common name."""

    span: Span
    how: How
    known: tuple[Known, ...]


@cache
def countries() -> dict[str, Known]:
    """The states and territories by ISO code."""
    return {
        code: Known(f"country:{code}", facts["name"], code, "GOV", is_country=True)
        for code, facts in load("countries").items()
    }


@cache
def organisations() -> dict[str, Known]:
    """The known organisations by their key."""
    return {
        key: Known(f"org:{key}", facts["name"], facts.get("country"), facts["sector"])
        for key, facts in load("organisations").items()
    }


@cache
def _names() -> dict[str, dict[str, list[tuple[How, Known]]]]:
    """First word to whole names to their bearers."""
    found: dict[str, dict[str, list[tuple[How, Known]]]] = {}

    def put(name: str, how: How, known: Known) -> None:
        name = plain(name)
        first = _WORD.match(name)
        if first is None:
            return
        held = found.setdefault(first.group().casefold(), {}).setdefault(name, [])
        if all(k is not known for _, k in held):
            held.append((how, known))

    for code, facts in load("countries").items():
        known = countries()[code]
        for name in (facts["name"], *facts.get("names", ())):
            put(name, How.NAME, known)
        for field, how in (
            ("adjectives", How.ADJECTIVE), ("nationals", How.NATIONAL), ("capitals", How.CAPITAL), ("seats", How.SEAT),
        ):  # fmt: skip
            for name in facts.get(field, ()):
                put(name, how, known)
    for key, facts in load("organisations").items():
        for name in (facts["name"], *facts.get("names", ())):
            put(name, How.NAME, organisations()[key])
    for name, code in states().items():
        if name not in _OTHERWISE:
            put(name, How.PLACE, Known(f"place:us-{code.lower()}", name, "USA", ""))
    for word, facts in load("places").get("places", {}).items():
        place = Known(f"place:{word}", facts["name"], facts.get("country"), "")
        for name in (facts["name"], *facts.get("names", ())):
            put(name, How.PLACE, place)
        for name in facts.get("adjectives", ()):
            put(name, How.REGION, place)
    return found


_OTHERWISE = frozenset({"Washington", "New York"})
"""States whose names news uses more for a city."""

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?|\w")
_BEGIN = re.compile(r"(?<![\w’'])[^\W_]")


def plain(text: str) -> str:
    """A text of the same length with straight apostrophes and blanks for every white space."""
    return "".join(" " if c.isspace() else c for c in text).replace("’", "'").replace("‘", "'").replace("–", "-")


def names_in(text: str) -> list[Hit]:
    """Where `text` names known actors and places, in text order; of names that overlap the longest one counts."""
    even = plain(text)
    hits: list[Hit] = []
    end = 0
    for match in _BEGIN.finditer(even):
        start = match.start()
        if start < end:
            continue
        if (best := _longest(even, start)) is not None:
            name_end, bearers = best
            how = bearers[0][0]
            # "Latin American" names nobody; it only is not "American".
            if how is not How.REGION:
                hits.append(Hit(Span(start, name_end), how, tuple(k for _, k in bearers)))
            end = name_end
    return hits


def _longest(text: str, start: int) -> tuple[int, list[tuple[How, Known]]] | None:
    word = _WORD.match(text, start)
    if word is None:
        return None
    best: tuple[int, list[tuple[How, Known]]] | None = None
    for first in dict.fromkeys((word.group().casefold(), word.group().rstrip(".").casefold(), _head(word.group()))):
        for name, bearers in _names().get(first, {}).items():
            stop = start + len(name)
            if (
                (best is None or stop > best[0])
                and _same(text[start:stop], name, bearers[0][1].is_country)
                and _ends(text, stop)
            ):
                best = (stop, bearers)
    return best


def _head(word: str) -> str:
    return word.split(".", maxsplit=1)[0].casefold()


def _same(words: str, name: str, is_country: bool) -> bool:
    """Whether `words` are `name`: in its own letters; in capitals throughout where that is no other word, which letters
    of four may be unless they are a country's; or, for a name of several words, with small or capital letters after the
    first."""
    if words == name:
        return True
    if words.casefold() != name.casefold():
        return False
    if " " in name or "-" in name:
        return words[0] == name[0] and not words.islower()
    return words.isupper() and len(words) > (3 if is_country else 4) and not name.isupper()


def _ends(text: str, stop: int) -> bool:
    return stop >= len(text) or not (text[stop].isalnum() or text[stop] == "_")
