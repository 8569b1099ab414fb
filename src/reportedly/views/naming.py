"""How actors are named, and in whose voice: the outlet's own, or that of the source whose words hold the name.

In: a `Record`. Out: `Naming`s, most named first, then by name. The same rules hold for every actor; pronouns are counted
apart, and nothing is concluded from a name.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.document import Span
from reportedly.record import Actor, Record, Wording
from reportedly.views.standing import OUTLET, Standing, Who, fold, is_little

OTHERS = Who("others", "others", "others")
"""All voices but the outlet's together."""
_EDGES = " \t\r\n\"'“”„«»‘’`,;:()[]–—"


@dataclass(frozen=True, slots=True)
class Use:
    """A way of naming, and how often it stands; `quoted` counts where it is a source's word in quotation marks."""

    words: str
    count: int
    quoted: int

    @property
    def shown(self) -> str:
        """The words with how often they stand, in quotation marks where they stand nowhere else: `Front ×4`, `“gang”`."""
        words = f"“{self.words}”" if self.quoted == self.count else self.words
        return f"{words} ×{self.count}" if self.count > 1 else words


@dataclass(frozen=True, slots=True)
class Colour:
    """Words that colour an actor, their kind in the table `wording`, and how often they stand."""

    words: str
    kind: str
    count: int

    @property
    def shown(self) -> str:
        """The words with how often they stand."""
        return f"{self.words} ×{self.count}" if self.count > 1 else self.words


@dataclass(frozen=True, slots=True)
class Ways:
    """How one voice names an actor: names most used first, pronouns that mean it, and words that colour it."""

    who: Who
    names: tuple[Use, ...] = ()
    pronouns: int = 0
    wording: tuple[Colour, ...] = ()

    @property
    def count(self) -> int:
        """How often it is named, pronouns apart."""
        return sum(u.count for u in self.names)


@dataclass(frozen=True, slots=True)
class Naming:
    """How an actor is named. `key` joins it over articles (see `Standing.key`); the outlet's own voice stands first in
    `voices`, then those that name it most often. `has_name` is false for who is only described; `rows` are the ids of its
    rows in the record, or records, that it was made from."""

    key: str
    actor: str
    kind: str
    has_name: bool
    voices: tuple[Ways, ...]
    rows: tuple[str, ...]

    @property
    def count(self) -> int:
        """How often it is named in all voices, pronouns apart."""
        return sum(v.count for v in self.voices)

    @property
    def own(self) -> Ways:
        """How the outlet names it in its own voice."""
        return next((v for v in self.voices if v.who.key == OUTLET), Ways(Who(OUTLET, "the outlet", OUTLET)))

    @property
    def others(self) -> Ways:
        """How all sources together name it."""
        return summed(OTHERS, [v for v in self.voices if v.who.key != OUTLET])


def naming(record: Record) -> tuple[Naming, ...]:
    """How the actors of one article are named, its title included. Rows of one actor, or of the same description, are one;
    an actor that only pronouns mean is left out."""
    standing = Standing(record)
    found: dict[str, list[Naming]] = {}
    for actor in record.actors:
        made = _one(record, standing, actor)
        found.setdefault(made.key, []).append(made)
    return _ranked(joined(same) for same in found.values())


def wording(record: Record) -> tuple[Ways, ...]:
    """The words that colour in each voice of an article, whomever they are said of; names are left out."""
    standing = Standing(record)
    return _voices(standing, (), record.wording)


def _one(record: Record, standing: Standing, actor: Actor) -> Naming:
    """How one row of actors is named."""
    voices = _voices(standing, ways(record, actor), (w for w in record.wording if w.target == actor.id))
    return Naming(standing.key(actor), actor.name, actor.kind, standing.has_name(actor), voices, (actor.id,))


def _voices(standing: Standing, mentions: Iterable[tuple[int, str]], rows: Iterable[Wording]) -> tuple[Ways, ...]:
    """Mentions, as `ways` gives them, and rows of wording by their voices."""
    uses, colours = dict[str, list[Use]](), dict[str, list[Colour]]()
    pronouns, met = Counter[str](), dict[str, Who]()
    for place, words in mentions:
        who = standing.who(standing.at(place))
        met.setdefault(who.key, who)
        if words:
            uses.setdefault(who.key, []).append(Use(words, 1, int(standing.quoted(place))))
        else:
            pronouns[who.key] += 1
    for row in rows:
        who = standing.who(standing.attribution(row.voice))
        met.setdefault(who.key, who)
        words = standing.record.words(row.words).strip(_EDGES + ".!?")
        colours.setdefault(who.key, []).append(Colour(words, row.kind, 1))
    return _ordered(
        Ways(who, _uses(uses.get(key, ())), pronouns[key], _colours(colours.get(key, ()))) for key, who in met.items()
    )


def ways(record: Record, actor: Actor) -> Iterator[tuple[int, str]]:
    """Each mention of an actor: where it begins, and the way of naming in it, which is empty for a pronoun.

    A record may hold a mention twice, with and without what stands around it ("the group", "group"); the smaller one is
    the name, with a title before it that a longer one has. Leading determiners and a possessive's ending are taken off.
    """
    text = record.document.text
    spans = sorted(
        {Span(m[0].start, m[-1].end) for m in (tuple(map(Span._make, x)) for x in actor.names) if m},
        key=lambda s: (s.start, -s.end),
    )
    cores, least = list[Span](), len(text) + 1
    for span in reversed(spans):
        if span.end < least:
            cores.append(span)
            least = span.end
    cores.reverse()
    starts, ends = [c.start for c in cores], [c.end for c in cores]
    around: list[Span] = []
    following = 0
    for core in cores:
        while following < len(spans) and spans[following].start <= core.start:
            around.append(spans[following])
            following += 1
        around = [s for s in around if s.end >= core.end]
        alone = (s for s in around if bisect_right(ends, s.end) - bisect_left(starts, s.start) == 1)
        start = min((s.start for s in alone if not _parted(text[s.start : core.start])), default=core.start)
        name = _bare(f"{_title(text[start : core.start])} {text[core.start : core.end]}")
        yield core.start, "" if not name or is_little(name, "pronouns") else name


def _parted(before: str) -> bool:
    """Whether what stands before a name is more than a title: a clause, or a head of its own."""
    return "," in before or any(is_little(w, "parting") for w in before.split())


def _title(before: str) -> str:
    """Of what stands before a name what belongs to it: "only the President" leaves "President"."""
    parts = before.split()
    leading = [n for n, word in enumerate(parts) if is_little(word, "leading")]
    return " ".join(parts[leading[-1] + 1 :] if leading else parts)


def _bare(words: str) -> str:
    """A mention without the marks around it, leading determiners, and a possessive's ending."""
    parts = words.strip(_EDGES).split()
    while len(parts) > 1 and is_little(parts[0], "leading"):
        del parts[0]
    bare = " ".join(parts)
    for ending in ("'s", "’s", "'", "’"):
        bare = bare.removesuffix(ending)
    return bare.strip(_EDGES)


def joined(same: Sequence[Naming]) -> Naming:
    """Several namings of one actor as one; it is called as where it is named most."""
    first = min(same, key=lambda n: (-n.count, n.actor))
    by: dict[str, list[Ways]] = {}
    for ways_of in (v for n in same for v in n.voices):
        by.setdefault(ways_of.who.key, []).append(ways_of)
    voices = _ordered(summed(found[0].who, found) for found in by.values())
    return Naming(
        first.key,
        first.actor,
        first.kind,
        any(n.has_name for n in same),
        voices,
        tuple(r for n in same for r in n.rows),
    )


def summed(who: Who, parts: Sequence[Ways]) -> Ways:
    """Several voices' ways as those of one voice."""
    return Ways(
        who, _uses(u for p in parts for u in p.names), sum(p.pronouns for p in parts),
        _colours(c for p in parts for c in p.wording),
    )  # fmt: skip


def _uses(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Uses of the same words as one, in the spelling that is most frequent and of equals the one without capitals."""
    spelt: dict[str, Counter[str]] = {}
    quoted = Counter[str]()
    for use in uses:
        spelt.setdefault(fold(use.words), Counter())[use.words] += use.count
        quoted[fold(use.words)] += use.quoted
    made = (Use(_spelling(found), found.total(), quoted[key]) for key, found in spelt.items())
    return tuple(sorted(made, key=lambda u: (-u.count, u.words)))


def _colours(colours: Iterable[Colour]) -> tuple[Colour, ...]:
    spelt: dict[tuple[str, str], Counter[str]] = {}
    for c in colours:
        spelt.setdefault((fold(c.words), c.kind), Counter())[c.words] += c.count
    made = (Colour(_spelling(found), kind, found.total()) for (_, kind), found in spelt.items())
    return tuple(sorted(made, key=lambda c: (-c.count, c.words, c.kind)))


def _spelling(found: Counter[str]) -> str:
    return max(found, key=lambda words: (found[words], words))


def _ordered(voices: Iterable[Ways]) -> tuple[Ways, ...]:
    return tuple(sorted(voices, key=lambda v: (v.who.key != OUTLET, -v.count, v.who.name, v.who.key)))


def _ranked(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    return tuple(sorted((n for n in namings if n.count), key=lambda n: (-n.count, n.actor, n.key)))
