"""Where a source, a cue and a content begin and end.

In: a reading and the token that carries each. Out: numbers of tokens. A source is the whole noun phrase with its
apposition; a cue has its auxiliaries, negation and particle; a content is the whole clause without its complementiser
and without punctuation at its edges, quotation marks kept in pairs.
"""

from collections.abc import Iterable, Sequence

from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues
from reportedly.layers.attribution.draft import CLAUSE_MARKS, QUOTE_MARKS, Reading

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
EDGES = CLAUSE_MARKS | frozenset(".?!…") | {"--", "...", "---"}
DASHES = frozenset({"-", "–", "—", "--"})
DATELINE = 14
"""Within how many tokens of a paragraph's beginning the dash after a dateline stands."""
REMARKS = frozenset({"move", "step", "decision", "claim", "charge", "development", "gesture"})
"""Heads of an apposition by which an outlet comments on what was said: `…, a move that infuriated many`."""
PEOPLE = frozenset({"who", "whom"})


def cue_of(r: Reading, verb: int) -> tuple[int, ...]:
    """A verb with its auxiliaries, negation, the words between them, the adverb before them, and its particle."""
    kept = {verb}
    subject: set[int] = set()
    for child in r.children(verb):
        if (child.dep in {"aux", "auxpass", "neg"} and child.index < verb) or (
            child.dep == "prt" and child.index <= verb + 3
        ):
            kept.add(child.index)
        elif child.dep in SUBJECTS:
            subject.update(range(r.left(child.index), r.right(child.index)))
    first = min(kept)
    inner = [i for i in range(first, verb) if i not in subject]
    if len(inner) <= 6:
        kept.update(inner)
    while first > 0 and is_manner(r.tokens[first - 1], verb):
        first -= 1
        kept.add(first)
    return tuple(sorted(kept))


def is_manner(token: Token, verb: int) -> bool:
    """Whether a token is an adverb that says how `verb` is done."""
    return token.tag == "RB" and token.dep == "advmod" and token.head == verb


def agent_of(r: Reading, verb: int) -> int | None:
    """The head of a passive's `by` phrase."""
    for by in r.children(verb, "agent"):
        for noun in r.children(by.index, "pobj"):
            return noun.index
    return None


def speaker_of(r: Reading, verb: int, cue: Sequence[int], content: Sequence[int]) -> tuple[int, ...]:
    """The source of what a verb says: its subject's noun phrase, with the pronoun of a relative clause as a piece of
    its own (`Ana … who`); empty where the text leaves it out or has only `it` or `there`."""
    head = subject_of(r, verb)
    held = set(content)
    if head is None:
        return before_cue(r, verb, cue, held)
    if head in held or r.tokens[head].dep == "expl" or r.tokens[head].lower == "there":
        return ()
    own = next((c.index for c in r.children(verb, *SUBJECTS) if c.lower in RELATIVES), None)
    phrase = source_of(r, head, (*cue, *content))
    return tuple(sorted({*phrase, own})) if own is not None and own != head and own not in held else phrase


def before_cue(r: Reading, verb: int, cue: Sequence[int], held: set[int]) -> tuple[int, ...]:
    """The words from the beginning of a sentence to a finite cue, where the parser sees no subject but they can be
    nothing else."""
    first = r.bounds(verb)[0]
    words = [i for i in range(first, min((*cue, verb))) if r.tokens[i].pos != "PUNCT"]
    nominal = all(r.tokens[i].pos in {"NOUN", "PROPN", "PRON", "DET", "ADJ", "PART", "NUM", "ADP"} for i in words)
    heads = [i for i in words if r.tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
    opens = bool(words) and r.tokens[words[0]].pos != "ADP"
    if (
        r.tokens[verb].tag not in {"VBD", "VBZ", "VBP", "VBN"}
        or not heads
        or len(words) > 8
        or not nominal
        or not opens
    ):
        return ()
    return () if held.intersection(words) else tuple(words)


def source_of(r: Reading, noun: int, outside: Sequence[int] = ()) -> tuple[int, ...]:
    """The whole noun phrase around `noun`, without the tokens `outside`, a clause that describes it, or a dateline."""
    first, end = r.left(noun), r.right(noun)
    for child in r.children(noun, "relcl", "acl", "advcl", "parataxis", "ccomp"):
        cut = r.left(child.index)
        if noun < cut < end and (child.dep != "acl" or r.tokens[cut - 1].text == ","):
            end = cut
    away = set(outside)
    while noun > first and first in away:
        first += 1
    stop = next((i for i in range(noun + 1, end) if i in away), end)
    start = max((i + 1 for i in range(first, noun) if i in away), default=first)
    return tuple(trim(r, past_dateline(r, start, stop, noun)))


def past_dateline(r: Reading, start: int, stop: int, noun: int) -> list[int]:
    """A noun phrase without the dateline that the parser took into it; where the dateline is all that it took, what
    stands between the dateline's dash and the next verb."""
    first, end = r.bounds(noun)
    opens = first == 0 or not r.same_paragraph(first, first - 1)
    if not opens or start > first or first + DATELINE < noun:
        return list(range(start, stop))
    dashes = [i for i in range(first, min(first + DATELINE, end)) if r.tokens[i].text in DASHES]
    dashes = [i for i in dashes if i > first and r.tokens[i].span.start > r.tokens[i - 1].span.end]
    if not dashes or not any(r.tokens[i].text.isupper() or r.tokens[i].text == "(" for i in range(first, dashes[0])):
        return list(range(start, stop))
    if dashes[-1] < noun:
        return list(range(dashes[-1] + 1, stop))
    verb = next((i for i in range(dashes[0] + 1, end) if r.tokens[i].pos in {"VERB", "AUX"}), None)
    return list(range(dashes[0] + 1, verb)) if verb is not None else []


def subject_of(r: Reading, verb: int) -> int | None:
    """The token that heads a verb's subject: its own, that of the verb that it is joined to, or the noun that it
    describes; None where there is none."""
    at = verb
    for _ in range(8):
        for child in r.children(at, *SUBJECTS):
            if child.lower in RELATIVES and child.tag in {"WP", "WDT"}:
                found = antecedent(r, at, child.lower)
                return child.index if found is None else found
            return child.index
        token = r.tokens[at]
        if token.head == at:
            return None
        if token.dep == "acl":
            return token.head if token.tag != "VBN" and not any(c.tag == "TO" for c in r.children(at, "aux")) else None
        if token.dep == "relcl":
            return None
        if token.dep == "xcomp" and at != verb and r.children(token.head, "dobj"):
            return r.children(token.head, "dobj")[0].index
        at = token.head
        while r.tokens[at].pos in {"ADP", "SCONJ"} and r.tokens[at].head != at:
            at = r.tokens[at].head
        if r.tokens[at].pos not in {"VERB", "AUX"} and token.dep != "conj":
            return None
    return None


def antecedent(r: Reading, verb: int, pronoun: str) -> int | None:
    """The noun that a relative clause with the head `verb` describes. `who` describes no organisation or place: the
    noun that such a name hangs on is meant (`an analyst at the Bank, who …`)."""
    at = verb
    for _ in range(4):
        token = r.tokens[at]
        if token.dep == "relcl":
            noun = r.tokens[token.head]
            while (
                pronoun in PEOPLE and noun.dep == "pobj" and r.label_at.get(noun.index) in {"ORG", "GPE", "LOC", "FAC"}
            ):
                above = r.tokens[r.tokens[noun.head].head]
                if above.pos not in {"NOUN", "PROPN"}:
                    break
                noun = above
            return noun.index
        if token.dep not in {"conj", "xcomp"}:
            return None
        at = token.head
    return None


def trim(r: Reading, indices: Iterable[int]) -> list[int]:
    """Token numbers without punctuation at the edges; a quotation mark stays where its pair is inside."""
    kept = list(indices)
    first, end = 0, len(kept)
    while first < end and edge(r, kept, first, end, first):
        first += 1
    while first < end and edge(r, kept, first, end, end - 1):
        end -= 1
    return kept[first:end]


def edge(r: Reading, kept: Sequence[int], first: int, end: int, at: int) -> bool:
    """Whether the token at place `at` of `kept[first:end]`, one of the two at the edges, does not belong to it."""
    token = r.tokens[kept[at]]
    other = kept[end - 1] if at == first else kept[first]
    if token.text in QUOTE_MARKS and token.pos in {"PUNCT", "PART"}:
        number = r.quote_at[token.index]
        if number < 0:
            return token.pos == "PUNCT" and end - first == 1
        pieces = r.pieces_of[number]
        inside = range(pieces[0][0], pieces[-1][1])
        mates = (kept[i] for i in range(first, end) if i != at)
        return not any(i in inside for i in mates)
    if token.text in ")]([":
        mate = {")": "(", "]": "[", "(": ")", "[": "]"}[token.text]
        return not any(r.tokens[kept[i]].text == mate for i in range(first, end))
    if token.text not in EDGES:
        return False
    closes = at == end - 1 and r.tokens[other].text in QUOTE_MARKS and r.quote_at[other] == r.quote_at[token.index] >= 0
    return not closes


def with_quotes(r: Reading, indices: Iterable[int], outside: Iterable[int]) -> list[int]:
    """A content with every quotation that it begins or ends inside of made whole, in the same paragraph, so long as no
    token of the cue or the source (`outside`) stands in that quotation."""
    kept = set(indices)
    away = set(outside)
    if not kept:
        return []
    ends = (min(kept), max(kept))
    for number in sorted({r.quote_at[i] for i in ends} - {-1}):
        for first, end in r.pieces_of[number]:
            whole = range(first, end)
            if any(first <= i < end for i in ends) and not away.intersection(whole):
                kept.update(whole)
    return sorted(kept)


def finished(r: Reading, held: Iterable[int], outside: Iterable[int]) -> list[int]:
    """A content trimmed, without a joining word at its beginning, and with its quotations whole."""
    kept = trim(r, held)
    while kept and (is_complementiser(r.tokens[kept[0]]) or r.tokens[kept[0]].tag == "CC"):
        kept = trim(r, kept[1:])
    return trim(r, with_quotes(r, kept, outside))


def clause(r: Reading, head: int, outside: Iterable[int]) -> list[int]:
    """The content that the clause or phrase with the head `head` makes, without a remark at its end that is a cue of
    its own (`…, adding that`)."""
    away = set(outside)
    first, end = r.left(head), r.right(head)
    for mark in r.children(head, "mark"):
        if mark.lower == "that" and mark.index < head:
            first = mark.index + 1
    for child in r.children(head, "advcl"):
        cut = r.left(child.index)
        remark = child.tag == "VBG" and cut > head and r.tokens[cut - 1].text == "," and r.right(child.index) == end
        if remark and cues.is_cue("verbs", child.lemma.lower()) and r.quote_at[cut - 1] < 0:
            end = cut - 1
    for child in r.children(head, "npadvmod", "appos", "dep"):
        cut = r.left(child.index)
        if child.lemma.lower() in REMARKS and cut > head and r.tokens[cut - 1].text == "," and r.quote_at[cut - 1] < 0:
            end = min(end, cut - 1)
    return finished(r, [i for i in range(first, end) if i not in away], away)


def is_complementiser(token: Token) -> bool:
    """Whether a token is the `that` that opens a clause."""
    return token.lower == "that" and (token.dep in {"mark", "complm"} or token.pos == "SCONJ")
