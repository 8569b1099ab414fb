"""The table `events`: what somebody did to, with or about somebody, by PLOVER's 16 types.

In: a document, its analysis, and the rows of times, places, actors and attributions. Out: `Event` rows in text order,
each with the words that name it. A first lexicon of triggers (`knowledge/triggers.toml`) decides the type; the parse
decides who acts on whom; negation, modality, tense and the attribution that holds it decide the status. It refuses
nothing: what no trigger names has no row, and an argument that the clause does not name stays empty.

Types, modes and contexts are those of the PLOVER manual (Open Event Data Alliance, 2024).
"""

from collections.abc import Sequence

from reportedly.document import Document, Words
from reportedly.language.analysis import Analysis
from reportedly.layers.happening.arguments import setting, sides
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.merge import Draft, merge
from reportedly.layers.happening.status import Status
from reportedly.layers.happening.triggers import find_triggers
from reportedly.layers.lookup import Actors, Voices, cued_at
from reportedly.record import Actor, Attribution, Event, Place, Time, place_key, row_id


def _words(analysis: Analysis, draft: Draft) -> Words:
    return analysis.pieces(list(draft.trigger.words))


def _recipients(analysis: Analysis, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Whom the first mention names that names any, with those that other mentions in its sentence add."""
    first = next((d for d in drafts if d.recipient), None)
    if first is None:
        return ()
    sentence = analysis.tokens[first.trigger.index].sentence
    near = (d for d in drafts if analysis.tokens[d.trigger.index].sentence == sentence)
    return tuple(dict.fromkeys(r for d in near for r in d.recipient))


def _row(analysis: Analysis, draft: Draft) -> Event:
    """The row of a draft and the drafts that were merged into it; what it lacks is taken from them."""
    words = _words(analysis, draft)
    all_of = [draft, *draft.others]
    trigger = draft.trigger
    return Event(
        id=row_id(Event.PREFIX, trigger.type, place_key(words)),
        words=words,
        mentions=tuple(_words(analysis, other) for other in draft.others),
        type=trigger.type,
        mode=next((d.trigger.mode for d in all_of if d.trigger.mode), None),
        actor=next((d.actor for d in all_of if d.actor), ()),
        recipient=_recipients(analysis, all_of),
        place=next((d.place for d in all_of if d.place), None),
        date=next((d.date for d in all_of if d.date), None),
        status=draft.status,
        within=draft.within,
        made_by=f"trigger {trigger.entry.key}" if trigger.entry else "encoder",
    )


def read_events(  # noqa: PLR0917 (the pipeline calls a layer by the names of what it needs)
    document: Document,
    analysis: Analysis,
    times: Sequence[Time],
    places: Sequence[Place],
    actors: Sequence[Actor],
    attributions: Sequence[Attribution],
) -> list[Event]:
    """The events of an article, in the order in which the text first names them.

    Spans count code points of `document.text`. Mentions of one event share a row. Raises `KnowledgeError` where the
    lexicon of triggers makes no sense.
    """
    words = lexicon()
    named, voices, status = Actors(analysis, actors), Voices(attributions), Status(analysis, words)
    drafts: list[Draft] = []
    for trigger in find_triggers(analysis, words):
        spans = analysis.pieces(list(trigger.words))
        own = [a.id for a in cued_at(attributions, spans)]
        holder = voices.holding(spans[0], leaving_out=own)
        actor, recipient = sides(analysis, trigger, named, words)
        place, date = setting(analysis, trigger, places, times)
        drafts.append(
            Draft(
                trigger, status.of(trigger, holder), actor, recipient, place, date, holder.id if holder else None
            )
        )  # fmt: skip
    return [_row(analysis, draft) for draft in merge(analysis, drafts)]
