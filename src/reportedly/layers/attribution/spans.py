"""Where a source, a cue and a content begin and end.

In: a reading and the token that carries each. Out: numbers of tokens. A source is the whole noun phrase with its
apposition; a cue has its auxiliaries, negation and particle; a content is the whole clause without its complementiser
and without punctuation at its edges, quotation marks kept in pairs.
"""

from collections.abc import Sequence

from reportedly.language.analysis import Token
from reportedly.layers.attribution.draft import CLAUSE_MARKS, QUOTE_MARKS, Reading

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
EDGES = CLAUSE_MARKS | frozenset(".?!…") | {"--", "...", "---"}
LIGHT_VERBS = frozenset(
    {"be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should"}
)


def cue_of(r: Reading, verb: int) -> tuple[int, ...]:
    """A verb with its auxiliaries, negation, the adverbs between them, and its particle."""
    kept = {verb}
    for child in r.children(verb):
        if (child.dep in {"aux", "auxpass", "neg"} and child.index < verb) or (
            child.dep == "prt" and child.index <= verb + 3
        ):
            kept.add(child.index)
    first = min(kept)
    start = first
    subject = {i for child in r.children(verb, *SUBJECTS) for i in range(r.left(child.index), r.right(child.index))}
    inner = [i for i in range(first, verb) if i not in subject]
    if first < verb and len(inner) <= 6:
        kept.update(inner)
    while (
        start > 0
        and r.tokens[start - 1].pos == "ADV"
        and r.tokens[start - 1].head == verb
        and r.tokens[start - 1].dep == "advmod"
        and r.tokens[start - 1].tag == "RB"
    ):
        start -= 1
        kept.add(start)
    return tuple(sorted(kept))


def source_of(r: Reading, noun: int, outside: Sequence[int] = ()) -> tuple[int, ...]:
    """The whole noun phrase around `noun`, without the tokens `outside` and without a relative clause after a comma."""
    first, end = r.left(noun), r.right(noun)
    for child in r.children(noun, "relcl", "acl", "advcl", "parataxis", "ccomp"):
        if child.index > noun and child.index < end:
            cut = r.left(child.index)
            if child.dep != "acl" or (cut > 0 and r.tokens[cut - 1].text == ","):
                end = min(end, cut)
    away = set(outside)
    phrase = [i for i in range(first, end) if i not in away]
    return tuple(trim(r, phrase))


def subject_of(r: Reading, verb: int) -> int | None:
    """The token that heads a verb's subject: its own, that of the verb that it is joined to, or the noun that it
    describes; None where there is none."""
    seen = 0
    at = verb
    while seen < 8:
        seen += 1
        for child in r.children(at, *SUBJECTS):
            if child.lower in RELATIVES and child.tag in {"WP", "WDT"}:
                return antecedent(r, at) if antecedent(r, at) is not None else child.index
            return child.index
        token = r.tokens[at]
        if token.head == at:
            return None
        if token.dep == "acl":
            return token.head
        if token.dep in {"conj", "xcomp", "advcl", "pcomp", "aux", "dep"} or (
            token.dep in {"ccomp"} and token.tag in {"VBG", "VBN"}
        ):
            at = token.head
            if token.dep == "pcomp":
                at = r.tokens[at].head
            continue
        return None
    return None


def antecedent(r: Reading, verb: int) -> int | None:
    """The noun that a relative clause with the head `verb` describes."""
    at = verb
    for _ in range(4):
        token = r.tokens[at]
        if token.dep == "relcl":
            return token.head
        if token.dep not in {"conj", "xcomp"}:
            return None
        at = token.head
    return None


def trim(r: Reading, indices: Sequence[int]) -> list[int]:
    """Token numbers without punctuation at the edges; a quotation mark stays where its pair is inside."""
    kept = list(indices)
    while kept and edge(r, kept, 0):
        kept.pop(0)
    while kept and edge(r, kept, -1):
        kept.pop()
    return kept


def edge(r: Reading, kept: Sequence[int], at: int) -> bool:
    """Whether the first (`at` 0) or last (-1) token of a phrase is punctuation that does not belong to it."""
    token = r.tokens[kept[at]]
    if token.text in QUOTE_MARKS and token.pos in {"PUNCT", "PART"}:
        number = r.quote_at[token.index]
        if number < 0:
            return token.pos == "PUNCT" and len(kept) == 1
        return not any(r.quote_at[i] == number and i != token.index for i in kept)
    if token.text in {")", "]"}:
        return not any(r.tokens[i].text in {"(", "["} for i in kept)
    if token.text in {"(", "["}:
        return not any(r.tokens[i].text in {")", "]"} for i in kept)
    return token.text in EDGES and not (at == -1 and r.quote_at[token.index] >= 0 and alone_in_quote(r, kept))


def alone_in_quote(r: Reading, kept: Sequence[int]) -> bool:
    """Whether a phrase begins with a quotation mark whose pair it should end with."""
    return r.tokens[kept[0]].text in QUOTE_MARKS and r.quote_at[kept[0]] == r.quote_at[kept[-1]]


def with_quotes(r: Reading, indices: Sequence[int], outside: Sequence[int]) -> list[int]:
    """A content with every quotation that it begins or ends inside of made whole, so long as no token of the cue or
    the source (`outside`) stands in that quotation."""
    kept = set(indices)
    away = set(outside)
    sentence = {r.tokens[i].sentence for i in kept}
    for number in sorted({r.quote_at[i] for i in (min(kept), max(kept))} - {-1}) if kept else ():
        for first, end in r.pieces_of[number]:
            if r.tokens[first].sentence in sentence or r.tokens[end - 1].sentence in sentence:
                whole = [i for i in range(first, end) if r.tokens[i].sentence in sentence]
                if not away.intersection(whole):
                    kept.update(whole)
    return sorted(kept)


def clause(r: Reading, head: int, outside: Sequence[int]) -> list[int]:
    """The content that the clause with the head `head` makes."""
    away = set(outside)
    first, end = r.left(head), r.right(head)
    kept = [i for i in range(first, end) if i not in away]
    kept = trim(r, kept)
    while kept and is_complementiser(r.tokens[kept[0]], head):
        kept = trim(r, kept[1:])
    return trim(r, with_quotes(r, kept, outside)) if kept else []


def is_complementiser(token: Token, head: int) -> bool:
    """Whether a token is the `that` that opens the clause with the head `head`."""
    return (token.lower == "that" and token.dep in {"mark", "complm"}) or (
        token.lower in {"that", "as"} and token.pos == "SCONJ"
    )
