"""Scare quotes: short quotations that keep a word at a distance, told from quotations that report a statement.

In: an analysis. Out: the quotations that are scare quotes, marks included. Passed over are quotations of more than a few
words, those with a finite verb, names and titles (capitals), numbers, mentions of words ("the word …", "called …"), and a
quotation that is a sentence of its own.
"""

from collections.abc import Iterator

from reportedly import knowledge
from reportedly.language.analysis import Analysis, Quotation, Token

_TITLE = 6
"""Words. A longer quotation in capitals is a headline that says something, not a name."""
_MARKS = "\"“”„‟«»‹›‘’‚‛'`"


def _inside(a: Analysis, quotation: Quotation) -> list[Token]:
    found = [t for span in quotation.spans for t in a.at(span)]
    return [t for t in found if t.pos not in {"PUNCT", "SPACE", "SYM"} and t.text.strip(_MARKS)]


def _is_name(words: list[Token]) -> bool:
    """Whether the words are a name or a title: all of weight begin with a capital."""
    weighty = [t for t in words if t.pos not in {"DET", "ADP", "CCONJ", "PART"}]
    return all(t.text[:1].isupper() or t.pos in {"NUM", "PROPN"} for t in weighty)


def _is_statement(a: Analysis, words: list[Token]) -> bool:
    """Whether the words say something by themselves: a finite verb with its subject, or the head of a sentence."""
    inside = {t.index for t in words}
    for t in words:
        if t.pos in {"INTJ"} or t.tag == "MD":
            return True
        if t.pos in {"VERB", "AUX"} and any(x.index in inside for x in a.below(t.index, "nsubj", "nsubjpass", "aux")):
            return True
        if t.head == t.index and t.index == a.sentence_of(t).root and len(inside) >= _length(a, t):
            return True
    return False


def _length(a: Analysis, token: Token) -> int:
    """The words of the token's sentence without punctuation."""
    return sum(t.pos not in {"PUNCT", "SPACE"} for t in a.in_sentence(a.sentence_of(token)))


def _is_mention(a: Analysis, words: list[Token], naming: frozenset[str], calling: frozenset[str]) -> bool:
    """Whether the quotation is a name given or a word spoken of, and not a word that somebody is called."""
    head = next((t for t in words if t.head not in {x.index for x in words}), words[-1])
    above = a.head(head)
    is_active = not any(True for _ in a.below(above.index, "auxpass")) and any(
        True for _ in a.below(above.index, "nsubj")
    )
    if above.lemma.lower() in calling and above.pos == "VERB" and is_active:
        return False
    before = [t for t in a.tokens[max(0, words[0].index - 3) : words[0].index] if t.pos not in {"PUNCT", "DET"}]
    last = before[-1] if before else None
    return above.lemma.lower() in naming - {"say"} or (last is not None and last.lemma.lower() in naming)


def find_mentions(a: Analysis) -> Iterator[Quotation]:
    """The short quotations that are a name ("March of the Brave") or speak of a word (the word "regime")."""
    nouns = frozenset(knowledge.load("wording")["scare_quotes"]["mentioning"])
    for quotation in a.quotations:
        words = _inside(a, quotation) if quotation.closed and len(quotation.spans) == 1 else []
        if not 0 < len(words) <= _TITLE:
            continue
        before = [t for t in a.tokens[max(0, words[0].index - 2) : words[0].index] if t.pos != "PUNCT"]
        if (len(words) > 1 and _is_name(words)) or (before and before[-1].lemma.lower() in nouns):
            yield quotation


def find_scare_quotes(a: Analysis) -> Iterator[tuple[Quotation, Token]]:
    """The scare quotes of an article, each with the token that the words inside hang on."""
    settings = knowledge.load("wording")["scare_quotes"]
    naming, calling = frozenset(settings["naming"]), frozenset(settings["calling"])
    most = int(settings["most_words"])
    for quotation in a.quotations:
        if not quotation.closed or len(quotation.spans) != 1:
            continue
        words = _inside(a, quotation)
        if (
            not 0 < len(words) <= most
            or _is_name(words)
            or _is_statement(a, words)
            or _is_mention(a, words, naming, calling)
        ):
            continue
        if len({t.sentence for t in words}) == 1:
            inside = {t.index for t in words}
            yield quotation, next((t for t in words if t.head not in inside or t.head == t.index), words[-1])
