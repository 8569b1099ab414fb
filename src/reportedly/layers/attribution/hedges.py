"""Hedges: words by which an outlet leaves a statement to somebody whom it does not name.

In: a reading. Out: a draft a hedge, with no source. An adverb's content is the clause that it stands in; that of an
adjective (`the alleged thief`) is the rest of its noun phrase.
"""

from reportedly import knowledge
from reportedly.language.analysis import Token
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import clause, source_of, trim


def read_hedges(r: Reading) -> list[Draft]:
    """The drafts of hedges, in text order."""
    known = knowledge.load("hedges")
    found = []
    for token in r.tokens:
        if token.lower in known["adverbs"] and token.pos == "ADV":
            content = around_adverb(r, token)
        elif token.lower in known["adjectives"] and token.dep == "amod":
            content = around_adjective(r, token)
        else:
            continue
        if content:
            found.append(Draft((), (token.index,), tuple(content), token.index, "hedge"))
    return found


def around_adverb(r: Reading, adverb: Token) -> list[int]:
    """The clause that an adverb stands in, without the adverb, and for a verb joined to another with the subject that
    the two share left out."""
    head = adverb.head
    if head == adverb.index:
        return []
    end = r.right(head)
    for child in r.children(head, "advcl", "relcl", "ccomp", "conj", "parataxis"):
        before = r.tokens[r.left(child.index) - 1].text if r.left(child.index) else ""
        if (child.index > head and child.dep in {"conj", "parataxis"}) or (
            child.index > head and before == "," and child.dep == "advcl"
        ):
            end = min(end, r.left(child.index))
    for i in range(head + 1, end):
        if r.tokens[i].dep == "relcl" and r.right(i) == end and r.tokens[r.left(i) - 1].text == ",":
            end = r.left(i) - 1
            break
    held = [i for i in range(r.left(head), end) if i != adverb.index]
    while held and r.tokens[held[-1]].pos in {"CCONJ", "PUNCT"} and r.tokens[held[-1]].text not in {'"', "”", "'", "’"}:
        held.pop()
    while held and (r.tokens[held[0]].pos in {"CCONJ", "SCONJ"} or r.tokens[held[0]].tag in {"WDT", "WP"}):
        held.pop(0)
    return trim(r, held)


def around_adjective(r: Reading, adjective: Token) -> list[int]:
    """The noun phrase after an adjective."""
    noun = adjective.head
    if noun <= adjective.index:
        return []
    phrase = set(source_of(r, noun))
    return trim(r, [i for i in clause(r, noun, (adjective.index,)) if i > adjective.index and i in phrase])
