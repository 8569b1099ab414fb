"""Whose words an article is made of: how many stand in each voice, how many of them in quotation marks.

In: a `Record`, or balances of several articles. Out: a `Balance`. It counts and concludes nothing: what share of an
article a voice ought to have is no question that counting answers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.document import Span
from reportedly.record import Record
from reportedly.record.vocabulary import ANONYMITY
from reportedly.views.standing import OUTLET, Standing, Who

WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """How many words of the body one voice has, and their share of one; `kind` is `outlet`, or the anonymity of its
    first attribution. `quoted` counts those in quotation marks, `claims` the attributions to it. `key` joins it over
    articles (see `Who`)."""

    name: str
    kind: str
    words: int
    share: float
    quoted: int = 0
    claims: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """Whose words one or several articles are made of.

    `words` is all words of the bodies. `voices` has the most words first, the outlet's own voice among them. `claims`
    counts attributions by the anonymity of their sources, in the order of the record's vocabulary. `origins` counts the
    different sources at the inner ends of chains: those that hand on what another said are none, nor are those unnamed.
    """

    articles: int
    words: int
    voices: tuple[Voice, ...]
    claims: tuple[tuple[str, int], ...]
    origin_keys: frozenset[str]

    @property
    def origins(self) -> int:
        """How many different sources the claims come from."""
        return len(self.origin_keys)

    @property
    def own(self) -> int:
        """Words in the outlet's own voice."""
        return sum(v.words for v in self.voices if v.kind == OUTLET)

    @property
    def quoted(self) -> int:
        """Words of sources in quotation marks."""
        return sum(v.quoted for v in self.voices if v.kind != OUTLET)

    @property
    def paraphrased(self) -> int:
        """Words that the outlet puts into sources' mouths without quotation marks."""
        return self.words - self.own - self.quoted

    @property
    def said(self) -> int:
        """How many claims there are."""
        return sum(n for _, n in self.claims)

    def words_by_voice(self) -> tuple[tuple[str, int], ...]:
        """The words by whose they are: `own`, `paraphrased` and `quoted`."""
        return (("own", self.own), ("paraphrased", self.paraphrased), ("quoted", self.quoted))


def balance(record: Record) -> Balance:
    """The balance of one article. A word of the body is its innermost attribution's; what no content holds is the
    outlet's. Titles and headings are left out."""
    standing = Standing(record)
    words, quoted, claims = Counter[str](), Counter[str](), Counter[str]()
    met: dict[str, Who] = {}
    voices = {a.id: standing.who(a) for a in record.attributions}
    for place in _words(record):
        held = standing.at(place)
        who = voices[held.id] if held else standing.outlet
        met.setdefault(who.key, who)
        words[who.key] += 1
        quoted[who.key] += who.kind != OUTLET and standing.quoted(place)
    cited = {a.cited_by for a in record.attributions}
    for a in record.attributions:
        met.setdefault(voices[a.id].key, voices[a.id])
        claims[voices[a.id].key] += 1
    kinds = Counter(a.anonymity for a in record.attributions)
    origins = {voices[a.id].key for a in record.attributions if a.id not in cited and (a.source or a.speaker)}
    return Balance(
        1, words.total(), _ranked(met, words, quoted, claims), tuple((k, kinds[k]) for k in ANONYMITY),
        frozenset(origins - {OUTLET}),
    )  # fmt: skip


def together(balances: Iterable[Balance]) -> Balance:
    """The balance of several articles as of one. Voices and origins are joined where they are one actor; who is only
    described is another one in every article."""
    articles, total = 0, 0
    words, quoted, claims, kinds = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    met: dict[str, Who] = {}
    origins: set[str] = set()
    for one in balances:
        articles, total = articles + one.articles, total + one.words
        kinds.update(dict(one.claims))
        origins |= one.origin_keys
        for voice in one.voices:
            met.setdefault(voice.key, Who(voice.key, voice.name, voice.kind))
            words[voice.key] += voice.words
            quoted[voice.key] += voice.quoted
            claims[voice.key] += voice.claims
    ranked = _ranked(met, words, quoted, claims)
    return Balance(articles, total, ranked, tuple((k, kinds[k]) for k in ANONYMITY), frozenset(origins))


def _words(record: Record) -> Iterator[int]:
    """Where each word of the body begins; a text without blocks is all body."""
    body = [b.span for b in record.document.body() if b.kind.value in ("paragraph", "item")]
    whole = () if record.document.blocks else (Span(0, len(record.document.text)),)
    for block in sorted(body) or whole:
        yield from (w.start() for w in WORD.finditer(record.document.text, block.start, block.end))


def _ranked(met: dict[str, Who], words: Counter[str], quoted: Counter[str], claims: Counter[str]) -> tuple[Voice, ...]:
    """The voices, most words first, then most claims, then by name."""
    total = words.total() or 1
    ranked = sorted(met.values(), key=lambda w: (-words[w.key], -claims[w.key], w.name, w.key))
    return tuple(
        Voice(w.name, w.kind, words[w.key], round(words[w.key] / total, 3), quoted[w.key], claims[w.key], w.key)
        for w in ranked
    )
