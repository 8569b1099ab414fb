"""The table `events`: what somebody did to, with or about somebody, by PLOVER's 16 types.

In: a document, its analysis, the encoder's heads, and the rows of times, places, actors and attributions. Out: `Event`
rows in text order, each with the words that name it. The encoder and the lexicon of triggers (`knowledge/triggers.toml`)
decide which words name an event of which type; the parse and the encoder decide who acts on whom; negation, modality,
tense and the attribution that holds it decide the status. It refuses nothing: what nothing names has no row, and an
argument that the text does not name stays empty.

Types, modes and contexts are those of the PLOVER manual (Open Event Data Alliance, 2024).
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.document import Document, Words
from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads
from reportedly.language.encoder.session import card
from reportedly.layers.happening.arguments import Arguments, Settings
from reportedly.layers.happening.deciding import Decided, around, decide, triggers_of
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.linking import Linking, status_of
from reportedly.layers.happening.merge import Draft, merge
from reportedly.layers.happening.modes import mode_of
from reportedly.layers.happening.status import Status
from reportedly.layers.happening.triggers import Trigger, find_triggers
from reportedly.layers.lookup import Voices, cued_at
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
    entry = f", trigger {trigger.entry.key}" if trigger.entry else ""
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
        made_by=f"{card().title}{entry}",
        confidence=draft.confidence,
    )


def decided(
    analysis: Analysis, heads: Heads, attributions: Sequence[Attribution]
) -> list[tuple[Trigger, Decided]]:  # fmt: skip
    """The triggers of an article in text order, each with what was weighed."""
    words, weights = lexicon(), card().weights["event"]
    found = find_triggers(analysis, words)
    choices = decide(analysis, heads, around(analysis, words, found, attributions), weights)
    return triggers_of(analysis, choices, found, weights["bar"], words.grammar["light"])


class Drafting:
    """Makes drafts of the triggers of one article, handed over in text order."""

    def __init__(
        self, analysis: Analysis, heads: Heads, actors: Sequence[Actor], attributions: Sequence[Attribution]
    ) -> None:
        self._analysis = analysis
        self._heads = heads
        self._attributions = attributions
        self._voices = Voices(attributions)
        self._by_id = {a.id: a for a in attributions}
        self._status = Status(analysis)
        link = Linking(analysis, heads).link
        self._arguments = Arguments(analysis, actors, attributions, lexicon(), link)

    def drafts(
        self, triggers: Sequence[tuple[Trigger, float | None]], places: Sequence[Place], times: Sequence[Time]
    ) -> list[Draft]:
        """A draft for each trigger and its confidence."""
        settings = Settings(self._analysis, [t for t, _ in triggers], places, times)
        return [self._draft(trigger, sure, settings) for trigger, sure in triggers]

    def _draft(self, trigger: Trigger, sure: float | None, settings: Settings) -> Draft:
        spans = self._analysis.pieces(list(trigger.words))
        own = [a.id for a in cued_at(self._attributions, spans)]
        holder = self._voices.holding(spans[0], leaving_out=own)
        told = status_of(self._heads, self._analysis.tokens[trigger.index].span)
        actor, recipient = self._arguments.sides(trigger)
        place, date = settings.of(trigger)
        status = self._status.of(trigger, self._denied(holder), told)
        mode = mode_of(self._analysis, trigger.words, trigger.type) or trigger.mode
        return Draft(
            replace(trigger, mode=mode), status, actor, recipient, place, date, holder.id if holder else None, sure
        )

    def _denied(self, holder: Attribution | None) -> Attribution | None:
        """An attribution as its holder takes it: of reports that nobody signs, what is denied are the reports' words."""
        outer = self._by_id.get(holder.within or "") if holder else None
        if holder is None or outer is None or outer.stance != "deny" or holder.anonymity != "anonymous":
            return holder
        return replace(holder, stance="deny")


def read_events(  # noqa: PLR0917 (the pipeline calls a layer by the names of what it needs)
    document: Document,
    analysis: Analysis,
    heads: Sequence[Heads],
    times: Sequence[Time],
    places: Sequence[Place],
    actors: Sequence[Actor],
    attributions: Sequence[Attribution],
) -> list[Event]:
    """The events of an article, in the order in which the text first names them.

    Spans count code points of `document.text`. Mentions of one event share a row; `confidence` is the calibrated
    probability that the words name an event of that type. Raises `KnowledgeError` where the knowledge of events makes no
    sense.
    """
    found: list[Event] = []
    for read in heads:
        triggers = [(t, round(word.confidence, 3)) for t, word in decided(analysis, read, attributions)]
        drafts = Drafting(analysis, read, actors, attributions).drafts(triggers, places, times)
        found += [_row(analysis, draft) for draft in merge(analysis, drafts)]
    return found
