"""Mentions by name: countries that act, known organisations, people, and names that the registry does not have.

In: a scene and the rows of places. Out: mentions in text order. A name that `places` has is no actor's; a country that
only stands before a noun ("US troops") is a hint on that noun, not a mention.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from reportedly.document import Words
from reportedly.knowledge.gazetteer import find as find_places
from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.people import known_person, name_parts
from reportedly.knowledge.registry import How, Known
from reportedly.layers.naming import words as w
from reportedly.layers.naming.describing import hint, title
from reportedly.layers.naming.following import is_demonym
from reportedly.layers.naming.mention import BODY, COUNTRY, ORGANISATION, PEOPLE, PERSON, Mention, one
from reportedly.layers.naming.people import same_person
from reportedly.layers.naming.scene import Found, Scene
from reportedly.record import Place

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
_VOTES = {"PERSON": PERSON, "ORG": ORGANISATION, "GPE": ORGANISATION, "NORP": ORGANISATION, "LOC": ORGANISATION}
_SPEAKERS = frozenset({"nsubj", "nsubjpass", "agent"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj", "appos", "agent", "dative"})


def read_named(scene: Scene, places: Mapping[int, Place], sources: Collection[int]) -> list[Mention]:
    """Every mention of an actor by name, in text order. `sources` are heads of sources: what names them always counts."""
    found = [m for f in scene.found if (m := _known(scene, f, places, sources)) is not None]
    taken = {i for m in found for i in range(m.first, m.end)} | set(places)
    for f in scene.found:
        if f.how is not How.PLACE:
            taken.update(range(f.first, f.end))
    found.extend(_labelled(scene, taken, places, sources))
    return sorted(found, key=lambda m: m.first)


def _known(scene: Scene, f: Found, places: Mapping[int, Place], sources: Collection[int]) -> Mention | None:
    head = scene.head(f.first, f.end)
    is_source = any(i in sources for i in range(f.first, f.end))
    if f.first in places and not is_source:
        return None
    text = scene.spans(f.first, f.end).of(scene.document.text)
    if f.how is How.PLACE:
        return _region(scene, f, text)
    if f.how is How.NATIONAL or f.how is How.ADJECTIVE:
        return _nationals(scene, f, places)
    known = _which(scene, f.known)
    if known is None:
        m = Mention(head.index, f.first, f.end, ORGANISATION, [], text, rule="name")
    elif known.is_country:
        if not is_source and head.dep in {"compound", "nmod", "amod"} and head.head >= f.end:
            return None
        m = Mention(
            head.index, f.first, f.end, COUNTRY, [], text, known, known.country, "GOV", rule=f"registry: {f.how}"
        )
    else:
        m = Mention(
            head.index, f.first, f.end, ORGANISATION, [], text, known, known.country, known.sector, rule="registry"
        )
        if head.dep in {"compound", "nmod"} and head.head >= f.end and _title(scene, head.head):
            return None
    m.words = _with_article(scene, f.first, f.end)
    return m


def _title(scene: Scene, index: int) -> bool:
    """Whether a token is a person's title or name, so that the organisation before it is where they work."""
    return w.person_sector(scene.tokens[index].lower) is not None and scene.tokens[index].pos == "PROPN"


def _region(scene: Scene, f: Found, text: str) -> Mention | None:
    head = scene.head(f.first, f.end)
    if head.dep not in _SPEAKERS or scene.tokens[head.head].lemma.lower() not in w.places("speaking"):
        return None
    words = _with_article(scene, f.first, f.end)
    return Mention(
        head.index, f.first, f.end, ORGANISATION, words, text, None, f.known[0].country, "GOV", rule="region that acts"
    )


def _nationals(scene: Scene, f: Found, places: Mapping[int, Place]) -> Mention | None:
    """People by their nation ("two Americans", "the French")."""
    head = scene.head(f.first, f.end)
    known = _which(scene, f.known)
    if head.pos not in {"NOUN", "PROPN"} or head.dep in {"compound", "amod", "nmod"} or known is None:
        return None
    if head.tag in {"JJ"} or (
        head.text.endswith("an")
        and head.dep not in {"nsubj", "dobj", "pobj", "nsubjpass", "attr", "appos", "conj", "poss"}
    ):
        return None
    first = scene.phrase_start(head.index)
    words = [one(scene.spans(f.first, f.end))]
    if first < f.first:
        words.append(one(scene.spans(first, f.end)))
    plural = head.tag in {"NNPS", "NNS"} or head.lower.endswith("s")
    h = hint(scene, first, head.index, places)
    return Mention(
        head.index, f.first, f.end, PEOPLE, words, words[0][0].of(scene.document.text), None, known.country, h.sector or "CVL",
        noun=head.lower, plural=plural, definite=scene.tokens[first].lower in {"the", "these", "those"}, rule="nationals",
    )  # fmt: skip


def _which(scene: Scene, known: tuple[Known, ...]) -> Known | None:
    """The one bearer of a name that the article's countries point to; None where they do not settle it."""
    if len(known) == 1:
        return known[0]
    counts = [(scene.countries[k.country or ""], k) for k in known]
    best = max(c for c, _ in counts)
    held = [k for c, k in counts if c == best]
    if not best and sum(k.is_country for k in held) == 1:
        held = [k for k in held if k.is_country]
    return held[0] if len(held) == 1 else None


def _with_article(scene: Scene, first: int, end: int) -> list[Words]:
    words = [one(scene.spans(first, end))]
    head = scene.head(first, end)
    start = scene.phrase_start(head.index)
    if start < first and scene.tokens[start].tag not in {"PRP$"}:
        words.append(one(scene.spans(start, end)))
        if scene.tokens[start].pos == "DET" and start + 1 < first:
            words.append(one(scene.spans(start + 1, end)))
    return words


def _labelled(
    scene: Scene, taken: Collection[int], places: Mapping[int, Place], sources: Collection[int]
) -> list[Mention]:
    """Names that the pipeline or the tags see and the registry does not have."""
    stretches: list[tuple[int, int, str]] = []
    held = set(taken)
    for n in scene.analysis.names:
        if n.label not in _NAMES:
            held.update(range(n.first, n.end))
            continue
        first, end = _core(scene, n.first, n.end, held)
        first = _whole_name(scene, first, held) if n.label == "PERSON" and first < end else first
        if first < end and (scene.tokens[end - 1].pos in w.NAMED or _written_person(scene, n.label, end - 1)):
            stretches.append((first, end, n.label))
            held.update(range(first, end))
    stretches.extend(_unlabelled(scene, held, sources))
    votes = _votes(scene, stretches)
    found = []
    named = {fold(p.words[0].of(scene.document.text)) for p in places.values()}
    for first, end, label in sorted(stretches):
        key = _key(scene, first, end)
        sort = votes[key]
        if key in named and not any(i in sources for i in range(first, end)) and not _speaks(scene, first, end):
            continue
        if _people_of(scene, first, end, votes):
            continue
        if m := _name(scene, (first, end, label), sort, places):
            found.append(m)
    return found


def _whole_name(scene: Scene, first: int, held: Collection[int]) -> int:
    """Where a person's name begins of which the label has only the end ("MP Carla Brandt Lind", labelled "Lind")."""
    while first > 0 and first - 1 not in held and scene.adjacent(first - 1):
        t = scene.tokens[first - 1]
        named = t.pos == "PROPN" and t.dep == "compound" and t.text[0].isupper() and t.head >= first
        if not named or t.text.isupper() or w.role_word(t.lower) or w.beside_sector(t.lower) or t.index in scene.labels:
            break
        first -= 1
    return first


def _people_of(scene: Scene, first: int, end: int, names: Mapping[str, str]) -> bool:
    """Whether a word before a noun is the adjective of a land that the article names ("the Sorvian army", of Sorvia)."""
    token = scene.tokens[first]
    if end - first > 1 or token.dep not in {"compound", "nmod", "amod"}:
        return False
    return any(name != token.lower and is_demonym(token.text, name) for name in names)


def _written_person(scene: Scene, label: str, last: int) -> bool:
    """Whether a label says that a capital word is a person's name which the tagger took for a verb ("Trump threatened")."""
    return label == "PERSON" and scene.tokens[last].text[0].isupper()


def _core(scene: Scene, first: int, end: int, held: Collection[int]) -> tuple[int, int]:
    """A name without determiner, titles, possessive, and what is taken already."""
    while first < end and (
        first in held
        or (
            scene.tokens[first].pos in {"DET", "PUNCT", "ADP", "NUM", "PRON", "AUX"}
            and scene.tokens[first].lower != "de"
        )
    ):
        first += 1
    while first < end and (end - 1 in held or scene.tokens[end - 1].pos in {"PUNCT", "ADP", "DET", "PART", "CCONJ"}):
        end -= 1
    for i in range(first, end - 1):
        if not scene.adjacent(i):
            first = i + 1
    inner = next((i for i in range(first, end) if i in held), None)
    return (first, end) if inner is None else (first, inner)


def _unlabelled(scene: Scene, held: Collection[int], sources: Collection[int]) -> list[tuple[int, int, str]]:
    """Runs of proper nouns that head a phrase and that no label covers."""
    found = []
    for t in scene.tokens:
        source = t.index in sources
        if (
            t.pos != "PROPN"
            or t.index in held
            or not t.text[0].isalpha()
            or (t.dep in {"compound", "nmod", "amod"} and not source)
        ):
            continue
        if not t.text[0].isupper() or (t.dep == "pobj" and scene.tokens[t.head].lower in w.places("locative")):
            continue
        first = t.index
        while (
            first > 0
            and first - 1 not in held
            and scene.tokens[first - 1].pos == "PROPN"
            and scene.tokens[first - 1].dep in {"compound", "nmod"}
            and scene.adjacent(first - 1)
        ):
            first -= 1
        if (source or t.dep in _ARGUMENTS) and not w.role_word(t.lower):
            found.append((first, t.index + 1, ""))
    return found


def _key(scene: Scene, first: int, end: int) -> str:
    """A name for comparison: folded, or in small letters in another script than Latin."""
    text = scene.spans(first, end).of(scene.document.text)
    return fold(text) or text.casefold()


def _votes(scene: Scene, stretches: list[tuple[int, int, str]]) -> dict[str, str]:
    """For each name as folded what most of its labels say that it is; a surname goes with the full name."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    people: set[str] = set()
    for first, end, label in stretches:
        key = _key(scene, first, end)
        votes[key][_VOTES.get(label, ORGANISATION)] += 2 if label == "PERSON" else 1 if label else 0
        if len(key.split()) > 1 and (w.body_sector(key.split()[-1]) or w.name_sector(key.split()[-1])):
            votes[key][ORGANISATION] += 10
        if not label and 2 <= end - first <= 3 and _speaks(scene, first, end):
            votes[key][PERSON] += next(scene.analysis.below(end - 1, "det"), None) is None
        if label in {"ORG", "GPE"} and 2 <= end - first <= 3 and w.given_sex(key) and _speaks(scene, first, end):
            votes[key][PERSON] += 2 * (next(scene.analysis.below(end - 1, "det"), None) is None)
        known = label != "PERSON" and known_person([key], scene.document.metadata.published, scene.countries)
        votes[key][PERSON] += 3 if known else 0
        before = scene.tokens[first - 1].lower if first else ""
        if (label == "PERSON" and end - first > 1) or before.rstrip(".") in w.titles() or w.person_sector(before):
            whole = name_parts(key)
            people.update({key, whole[-1], whole[0]})
            votes[key][PERSON] += 3 if before.rstrip(".") in w.titles() or w.person_sector(before) else 0
    out = {}
    for key, count in votes.items():
        surname = " ".join(name_parts(key)) in people and count[ORGANISATION] < 10
        out[key] = PERSON if surname or count[PERSON] >= max(1, count[ORGANISATION]) else ORGANISATION
    for key, count in votes.items():
        whole = name_parts(key)
        if sum(count.values()):
            continue
        if (len(whole) > 1 and out.get(whole[-1]) == PERSON) or any(
            same_person(whole, name_parts(p)) for p in sorted(people)
        ):
            out[key] = PERSON
    return out


def _name(scene: Scene, stretch: tuple[int, int, str], sort: str, places: Mapping[int, Place]) -> Mention | None:
    first, end, label = stretch
    head = scene.head(first, end)
    start = scene.phrase_start(head.index) if head.index == end - 1 else first
    start = min(start, first)
    if sort == PERSON:
        while first < end - 1 and (
            scene.tokens[first].lower.rstrip(".") in w.titles() or w.role_word(scene.tokens[first].lower)
        ):
            first += 1
    text = " ".join(scene.spans(first, end).of(scene.document.text).split())
    if sort != PERSON and not _takes_part(scene, first, end, label, text):
        return None
    if not any(c.isalpha() for c in text) or (head.dep in {"compound", "nmod"} and sort != PERSON and label != "ORG"):
        return None
    h = hint(scene, start, head.index, places)
    words = [one(scene.spans(first, end))]
    if start < first:
        words.append(one(scene.spans(start, end)))
    if label == "NORP" and head.tag in {"NNPS", "NNS"}:
        return Mention(
            head.index,
            first,
            end,
            PEOPLE,
            words,
            text,
            None,
            h.country,
            "CVL",
            noun=text.lower(),
            plural=True,
            rule="people by name",
        )
    if label == "NORP" and head.pos == "ADJ":
        return None
    m = Mention(
        head.index, first, end, sort, words, text, None, h.country, h.sector, owner=h.owner, sex=h.sex, rule="name"
    )
    if sort == ORGANISATION:
        m.sector = _body(text) or (h.sector if start < first else None)
    else:
        m.sector, m.noun = title(scene, start, first)
    return m


def _speaks(scene: Scene, first: int, end: int) -> bool:
    here = scene.governor(scene.head(first, end))
    return here.dep in _SPEAKERS and scene.tokens[here.head].lemma.lower() in w.places("speaking")


def _takes_part(scene: Scene, first: int, end: int, label: str, text: str) -> bool:
    """Whether a name that is no person's stands where an actor does; a known place must act to be one."""
    here = scene.governor(scene.head(first, end))
    over = scene.tokens[here.head]
    if label in {"GPE", "LOC", "FAC"} and find_places(text):
        return _speaks(scene, first, end)
    return not (here.dep == "pobj" and over.lower in w.places("locative"))


def _body(name: str) -> str | None:
    """PLOVER's code that an organisation's own name tells ("Interior Ministry", "Benue State University")."""
    words = [x for x in re.split(r"[^\w'’]+", name.lower()) if x]
    for width in (3, 2, 1):
        for i in range(len(words) - width, -1, -1):
            phrase = " ".join(words[i : i + width])
            if (width > 1 or len(words) > 1 or phrase in {"parliament", "congress", "senate", "army", "police"}) and (
                s := w.body_sector(phrase)
            ):
                beside = next((b for x in words if (b := w.beside_sector(x))), None) if s in {"GOV", "CVL"} else None
                return beside or s
    return next((s for x in reversed(words) if len(words) > 1 and (s := w.name_sector(x))), None)


__all__ = ["BODY", "read_named"]
