"""The verb `why`: one event of a casebook with all that was weighed for it, in the terminal or as JSON. (Of a row of
wording `why_wording` says why.)

In: a casebook and what names the event. Out: an exit code. The article is read again up to its events, since a casebook holds
what was found and not what was weighed; where that does not give the event any more, what the casebook has is shown.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import console, remark, shown, table
from reportedly.cli.why_words import apart, for_side, signed

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from reportedly.document import Span
    from reportedly.layers.happening.reasons import Candidate, MentionReasons, Reasons, Rival, SideReasons
    from reportedly.record import Event, Record
    from reportedly.views.found import Found

TERMS, CANDIDATES, MENTIONS = 3, 3, 3
"""How many terms of a score, candidates of a side and further mentions are printed; --json has all."""
LIKELY = 0.05
"""Candidates with a smaller share are not printed, unless they were taken."""
STYLES = {
    "EVENT": "bold red", "actor": "bold blue", "recipient": "green", "cue": "italic magenta", "where": "cyan", "when": "cyan",
}  # fmt: skip


def run(path: str, event: str, article: str | None, as_json: bool, pipeline: str | None) -> int:
    """Say why; the exit code."""
    from reportedly.casebook import Casebook
    from reportedly.views.found import find_events

    if event[:1] in {"w", "W"}:  # ids and labels of wording begin so, those of events with another letter
        from reportedly.cli.why_wording import run as run_wording

        return run_wording(path, event, article, as_json)
    with Casebook(path, read_only=True) as book:
        found = find_events(book, event, article)
        if len(found) != 1:
            return not_one(found, path, event, "event")
        stored = book.record(found[0].document)
    row = next(e for e in stored.events if e.id == found[0].id)
    now, reasons = _read_again(stored, row, pipeline)
    if as_json:
        _print_json(stored, row, now, reasons)
    else:
        to = console()
        _head(stored, row, now, to)
        if reasons is not None:
            _Printer(now, reasons, to).print()
        else:
            _stored(stored, row, to)
    if reasons is None:
        remark(
            f"reading the article again gives no event {row.id}{_instead(now, row)}: what was weighed for it is not known"
        )
    return ExitCode.FINE if reasons is not None else ExitCode.WRONG


def _instead(now: "Record", row: "Event") -> str:
    """What the words of an event that is not found again are now."""
    for e in now.events:
        if row.words in (e.words, *e.mentions):
            return f"; its words are now a mention of “{now.words(e.words)}”, {e.type}"
    return ""


def not_one(found: "Sequence[Found]", path: str, text: str, what: str) -> int:
    """Say that no row is meant, or list the several that may be; the exit code. `what` is what a row of the table is."""
    if not found:
        remark(f"{path} holds no {what} {text}; `reportedly show` gives rows their labels, exports their ids")
        return ExitCode.WRONG
    rows = [(f.id, f.label, f.type, f.words, f.document[:8], f.outlet, " ".join(f.title.split())) for f in found]
    table(console(), "", ("Id", "Label", "Type", "Words", "Article", "Outlet", "Title"), rows)
    remark(f"{text!r} may mean several rows; name one by its id, or its article with --article {rows[0][4]}")
    return ExitCode.WRONG


def _read_again(stored: "Record", row: "Event", pipeline: str | None) -> "tuple[Record, Reasons | None]":
    """The record of the article as far as its events, and the reasons of one of them."""
    from reportedly.layers.happening.reasons import reasons_of
    from reportedly.pipeline import made_with, read_until
    from reportedly.record import Record

    made = read_until("figures", stored.document, pipeline)
    rows = {name: made[name] for name in ("times", "places", "actors", "attributions", "events")}
    again = next((e for e in made["events"] if e.id == row.id), None)
    needed = ("analysis", "heads", "times", "places", "actors", "attributions")
    reasons = reasons_of(again, **{name: made[name] for name in needed}) if again is not None else None
    return Record(stored.document, made_with(pipeline), **rows), reasons


def _head(stored: "Record", row: "Event", now: "Record", to: "Console") -> None:
    if stored.made_with != now.made_with:
        old, new = stored.made_with.split("; "), now.made_with.split("; ")
        was = ", ".join(x for x in old if x not in new) or "other parts"
        made = ", ".join(x for x in new if x not in old) or "others"
        to.print(shown(f"The record was made with {was}; this is what {made} makes of the article.", "yellow"))
    m = stored.document.metadata
    title = m.title or "an article without a title"
    day = m.published.isoformat() if m.published else "day not known"
    event = f"E{1 + stored.events.index(row)} ({row.id}) “{stored.words(row.words)}”"
    to.print(shown(f"{event} in “{title}”, {m.outlet or 'outlet not known'}, {day}", "bold"))
    to.print()


def _stored(stored: "Record", row: "Event", to: "Console") -> None:
    """Print an event as the casebook has it."""
    rows = []
    for name, value in _happened(stored, row).items():
        words = "; ".join(value) if isinstance(value, tuple) else value
        if words not in (None, ""):
            rows.append((name.replace("_", " "), words))
    table(to, "What the casebook has", ("", "Value"), rows)


def _happened(record: "Record", row: "Event") -> dict[str, Any]:
    """An event as people read it, by column."""
    from reportedly.views.rows import Rows

    return asdict(next(e for e in Rows(record).events() if e.id == row.id))


class _Printer:
    """Prints the reasons of one event of a record."""

    def __init__(self, record: "Record", reasons: "Reasons", to: "Console") -> None:
        from reportedly.views.rows import Rows

        self._record, self._reasons, self._to = record, reasons, to
        self._rows = Rows(record)
        self._event = reasons.event
        self._said = {a.id: a for a in record.attributions}

    def print(self) -> None:
        """The sentence with its marks, then a line or more for each part of the row."""
        from rich.table import Table

        first = self._reasons.mentions[0]
        self._to.print(self._marked(first))
        self._to.print()
        grid = Table.grid(padding=(0, 2))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for title, lines in self._parts(first):
            for n, line in enumerate(lines):
                grid.add_row(shown(title if not n else "", "bold"), line)
        self._to.print(grid)

    def _parts(self, first: "MentionReasons") -> "Iterator[tuple[str, list[Text]]]":
        yield "Type", [shown(line) for line in self._type(first)]
        yield "Status", [shown(line) for line in self._status(first)]
        yield "Actor", self._side("actor", self._giving("actor"))
        yield "Recipient", self._side("recipient", self._giving("recipient"))
        yield "Where, when", [shown(self._setting())]
        yield "Voice", [shown(line) for line in self._voice()]
        yield "Also at", list(self._others())

    def _type(self, first: "MentionReasons") -> Iterator[str]:
        from reportedly import knowledge

        event, why = self._event, first.type
        told = knowledge.load("plover")["types"][event.type]
        yield f"{event.type} ({told['quad']}): {told['definition']}"
        giving = next((m for m in self._reasons.mentions if m.mode), None)
        if giving is not None:
            definition = told["modes"][giving.mode]["definition"]
            by = "the lexicon" if giving.mode_by == "entry" else "a word of it or beside it"
            at = self._at(giving) if giving is not first else ""
            yield f"mode {giving.mode}: {definition} By {by}{at}."
        yield f"{_listed(why.shares)}; an event from {why.bar:.2f} on"
        yield f"the encoder alone: {_listed(why.encoder)}"
        yield self._lexicon(first)
        for rival in why.rivals:
            yield _before("type", rival)

    def _lexicon(self, first: "MentionReasons") -> str:
        found = first.type.lexical
        nearest = sorted(found.entries, key=lambda e: (e.type != self._event.type, len(e.key)))[:1]
        entries = "; ".join(
            f"{e.key} ({e.type}{f', {e.mode}' if e.mode else ''})" + (f": {'; '.join(e.conditions)}" if e.conditions else "")
            for e in nearest
        )  # fmt: skip
        if len(found.entries) > 1:
            entries += f"; and {len(found.entries) - 1} more"
        if found.found == "absent":
            return "not in the lexicon"
        if found.found == "unfit":
            return f"in the lexicon, but its conditions are not met: {entries}"
        return f"the lexicon: {entries}" + (", which was overruled" if found.found != "fits" else "")

    def _status(self, first: "MentionReasons") -> Iterator[str]:
        why = first.status
        yield f"{_plain(why.status)} {why.share:.2f}; the rules alone say {_plain(why.rules)}"
        yield _before("status", why.rival)

    def _giving(self, side: str) -> "MentionReasons":
        """The mention that gave the row one of its sides; the first where none did."""
        mentions = self._reasons.mentions
        return next((m for m in mentions if getattr(m, side).is_filled), mentions[0])

    def _side(self, name: str, mention: "MentionReasons") -> "list[Text]":
        """Who may fill a side of a mention, and who fills the row's because another mention has it."""
        side: SideReasons = getattr(mention, name)
        taken: tuple[str, ...] = getattr(self._event, name)
        lines = []
        for n, c in enumerate(side.candidates):
            if c.chosen or c.actor is None or (n < CANDIDATES and c.share >= LIKELY and c.actor not in taken):
                remark = f" (one needs {side.needed:.2f})" if c.actor is None else ""
                lines.append(self._candidate(name, c, " (they act on each other)" if c.turned else remark))
        here = {c.actor for c in side.candidates if c.chosen}
        for other in self._reasons.mentions:
            for c in getattr(other, name).candidates:
                if c.chosen and c.actor in taken and c.actor not in here:
                    here.add(c.actor)
                    lines.append(self._candidate(name, c, self._at(other)))
        if mention is not self._reasons.mentions[0]:
            lines.append(shown(f"  all{self._at(mention)}: no mention before it has any"))
        return lines

    def _at(self, mention: "MentionReasons") -> str:
        return f" at “{self._record.words(mention.words)}”"

    def _candidate(self, side: str, c: "Candidate", remark: str) -> "Text":
        who = ", ".join(self._rows.names((c.actor,))) if c.actor else "nobody"
        terms = for_side(c.terms, c.standing)
        line = f"{'✓' if c.chosen else ' '} {who} {c.share:.2f}{remark}{f': {terms}' if terms else ''}"
        return shown(line, STYLES[side] if c.chosen and c.actor else "")

    def _setting(self) -> str:
        row = next(e for e in self._rows.events() if e.id == self._event.id)
        return f"{row.place or 'no place'}; {row.date or 'no day'}" + (
            " (named with the event)" if row.place or row.date else ""
        )

    def _voice(self) -> Iterator[str]:
        held = list(self._holders(self._event.within))
        if not held:
            yield "the outlet's own: no attribution holds the event"
            return
        yield " › ".join(self._said[held[0]].chain)
        for id in held:
            a = self._said[id]
            source, cue = self._record.words(a.source) or "(no source)", self._record.words(a.cue) or "(runs on)"
            yield f"{self._rows.label('attributions', id)} {source} | {cue} | {a.stance}, {a.anonymity}"

    def _holders(self, within: str | None) -> Iterator[str]:
        """The attributions that hold the event, the innermost first, with those that report them; a circle ends."""
        met: set[str] = set()
        while within is not None and within in self._said and within not in met:
            met.add(within)
            yield within
            within = self._said[within].within or self._said[within].cited_by

    def _others(self) -> "Iterator[Text]":
        others = self._reasons.mentions[1:]
        for m in others[:MENTIONS]:
            yield self._marked(m)
            if m.joined is not None:
                total = sum(t.adds for t in m.joined.terms) - m.joined.bar
                terms = apart("mention", m.joined.terms, TERMS)
                yield shown(f"  {m.type.shares[0][1]:.2f}; one event with those before by {signed(total)}: {terms}")
        if len(others) > MENTIONS:
            yield shown(f"and {len(others) - MENTIONS} more")

    def _marked(self, mention: "MentionReasons") -> "Text":
        """The sentence of a mention, its words that play a part in brackets with their part."""
        text, marked = shown(""), self._record.document.text
        at = mention.sentence.start
        for span, role in self._marks(mention):
            text.append_text(shown(_folded(marked[at : span.start])))
            text.append_text(shown(f"[{role}: {_folded(span.of(marked))}]", STYLES[role]))
            at = span.end
        return text.append_text(shown(_folded(marked[at : mention.sentence.end])))

    def _marks(self, mention: "MentionReasons") -> "list[tuple[Span, str]]":
        """Spans in the sentence with their parts, none over another: the event's words come first, then cues."""
        event, r = self._event, self._record
        asked = [("EVENT", mention.words)]
        asked += [("cue", self._said[id].cue) for id in self._holders(mention.within)]
        for role, ids in (("actor", event.actor), ("recipient", event.recipient)):
            asked += [(role, name) for a in r.actors if a.id in ids for name in a.names]
        asked += [("where", p.words) for p in r.places if p.id == event.place]
        asked += [("when", t.words) for t in r.times if t.id == event.date]
        found: list[tuple[Span, str]] = []
        for role, words in asked:
            for span in words:
                if mention.sentence.holds(span) and not any(span.overlaps(s) for s, _ in found):
                    found.append((span, role))
        return sorted(found)


def _folded(text: str) -> str:
    """A text on one line."""
    return text.replace("\n", " ")


def _plain(status: str) -> str:
    return status.replace("_", " ")


def _listed(shares: "Sequence[tuple[str, float]]") -> str:
    return ", ".join(f"{choice} {share:.2f}" for choice, share in shares)


def _before(kind: str, rival: "Rival") -> str:
    """What speaks for the chosen one rather than another."""
    terms = apart(kind, rival.terms, TERMS)
    way = "ahead of" if rival.behind >= 0 else "behind"
    by = f"{abs(rival.behind):.1f}{f': {terms}' if terms else ''}"
    return f"{way} {_plain(rival.choice)} ({rival.share:.2f}) by {by}"


def _print_json(stored: "Record", row: "Event", now: "Record", reasons: "Reasons | None") -> None:
    from reportedly.export.json import escaped

    names = {a.id: a.name for a in now.actors}
    mentions = []
    for m in reasons.mentions if reasons is not None else ():
        made = asdict(m) | {"words": stored.words(m.words), "spans": m.words}
        for side in ("actor", "recipient"):
            for candidate in made[side]["candidates"]:
                candidate["name"] = names.get(candidate["actor"])
        mentions.append(made)
    value = {
        "document": stored.document.id,
        "made_with": stored.made_with,
        "read_again_with": now.made_with,
        "found_again": reasons is not None,
        "event": _happened(stored, row),
        "mentions": mentions,
    }
    sys.stdout.write(escaped(json.dumps(value, ensure_ascii=False, indent=1)) + "\n")
