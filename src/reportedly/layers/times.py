"""The table `times`: what the text says of when, as TIMEX3.

In: a document and its analysis. Out: rows in text order. Words that hang on a publication day that is not known have
a row without a value; ages and numbers that only look like times have none.
"""

from collections.abc import Sequence
from itertools import groupby, islice

from reportedly.document import Document
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.timex.guards import accepts
from reportedly.layers.timex.interval import NONE, covered
from reportedly.layers.timex.make import made
from reportedly.layers.timex.rules import Fit, chosen
from reportedly.layers.timex.tense import outlook
from reportedly.layers.timex.values import Here, Made
from reportedly.record import Time, place_key, row_id
from reportedly.record.kinds import TIMEX

REACH = 3
"""How many sentences back a time may lean on one that the text has named ("the next day"). Tuned on half of TimeML: 3
and more are alike, 1 and 2 lose a little."""
MEMORY = 20
"""How many times back it may lean: a bound on time."""


def read_times(document: Document, analysis: Analysis) -> list[Time]:
    """The times that the text names, with type, value and mod as TimeML (ISO 24617-1) defines them.

    Values are counted from `document.metadata.published`, or from a time named shortly before where the words lean
    on one. Extents follow TimeML: without the preposition, with the words that set a modifier.
    """
    rows: list[Time] = []
    before: list[tuple[int, Made]] = []
    quarter, quarter_in = "", -REACH - 1
    for tokens in _paragraphs(analysis):
        opening = tokens[0].sentence if tokens else 0
        for fit in chosen(tokens, lambda f: accepts(analysis, f)):
            fit = _trimmed(analysis, fit)
            sentence = analysis.tokens[fit.first].sentence
            near = [(s, m) for s, m in islice(reversed(before), MEMORY) if sentence - s <= REACH]
            tense = outlook(analysis, fit.first, fit.end)
            here = Here(
                document.metadata.published,
                tense,
                before=tuple(m for _, m in near),
                in_paragraph=sum(s >= opening for s, _ in near),
                quarter=quarter,
                quarter_is_near=sentence - quarter_in <= REACH,
            )
            found = made(fit, here)
            if fit.rule.make in ("quarter", "the_quarter") and found.value:
                quarter, quarter_in = found.value, sentence
            before.append((sentence, found))
            rows.append(_row(analysis, fit, found))
    return rows


def _paragraphs(analysis: Analysis) -> list[list[Token]]:
    """The tokens of each paragraph; a rule may take words on both sides of a sentence's wrong end ("Jan. 5")."""
    grouped = groupby(analysis.sentences, key=lambda s: s.paragraph)
    return [[t for s in sentences for t in analysis.in_sentence(s)] for _, sentences in grouped]


def _trimmed(analysis: Analysis, fit: Fit) -> Fit:
    """The fit without words that the rule takes only to be sure of itself, or an article of a noun that follows."""
    leave: Sequence[str] = fit.rule.settings.get("trim", ())
    opening = analysis.tokens[fit.first]
    of_another = opening.dep == "det" and opening.head >= fit.end and fit.end - fit.first > 1
    first = fit.first + (of_another or opening.lower in leave)
    return Fit(fit.rule, first, fit.end, fit.groups)


def _row(analysis: Analysis, fit: Fit, found: Made) -> Time:
    words = (analysis.span(fit.first, fit.end),)
    value = found.value if found.value and TIMEX.check(found.value) is None else None
    days = covered(found.value, found.begin_point, found.end_point) if found.dated else NONE
    return Time(
        id=row_id(Time.PREFIX, place_key(words)),
        words=words,
        type=found.type,
        value=value,
        mod=found.mod or None,
        begin=days.begin,
        end=days.end,
        precision=days.precision,
        begin_point=found.begin_point or None,
        end_point=found.end_point or None,
        made_by=f"rule: {fit.rule.name}",
    )
