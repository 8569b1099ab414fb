"""The verb `naming`: the outlets of a casebook side by side, by whose words they carry and how they name actors.

In: a casebook's path, outlets and an actor that are wanted. Out: tables or JSON on standard output, and an exit code.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import console, remark, table
from reportedly.views import Balance, Naming, SideBySide, Voiced, Ways

if TYPE_CHECKING:
    from rich.console import Console

MOST = 25
"""Actors that are printed at most: about three screens. JSON has all."""
BESIDE = 3
"""Outlets that stand beside each other in a terminal; more stand below each other."""
WORDS = 8
"""Ways of naming, and words of a kind, that are printed in a cell at most."""
VOICES = 4
"""Voices of an outlet that are printed beside its own."""


def run(path: str, outlets: Sequence[str], actor: str, json: bool) -> int:
    """Print the comparison; the exit code. It is 1 where no actor is found."""
    from reportedly.casebook import Casebook
    from reportedly.views import compare

    with Casebook(path, read_only=True) as book:
        found = compare(book, outlets, actor)
    names = [o.name or "not known" for o in found.outlets]
    if json:
        from reportedly.cli.books import print_json

        keys = [o.name for o in found.outlets]
        print_json({"outlets": [_outlet(o) for o in found.outlets], "actors": [_actor(keys, a) for a in found.actors]})
    elif actor:
        columns = ("Actor", "Outlet", "Voice", "Names", "Words that colour it")
        table(console(), "", columns, _voice_by_voice(names, found.actors))
    else:
        _outlets(found.outlets, console())
        _side_by_side(names, found.actors, console())
    if not found.actors:
        remark(f"no outlet of {path} names {actor!r}" if actor else f"{path} names no actor")
    return ExitCode.FINE if found.actors else ExitCode.WRONG


def names_of(ways: Ways) -> str:
    """One voice's ways of naming in a line, `WORDS` at most: `Front ×4; Highland Front; “gang”`, and how many pronouns."""
    shown = [_some([u.shown for u in ways.names], "; ")] if ways.names else []
    if ways.pronouns:
        shown.append(f"{ways.pronouns} pronoun{'s' if ways.pronouns > 1 else ''}")
    return "; ".join(shown)


def colours_of(ways: Ways) -> str:
    """The words that colour in one voice in a line, `WORDS` of a kind at most: `label: regime ×2, junta; hedge: may`."""
    kinds: dict[str, list[str]] = {}
    for c in ways.wording:
        kinds.setdefault(c.kind.replace("_", " "), []).append(c.shown)
    return "; ".join(f"{kind}: {_some(words, ', ')}" for kind, words in kinds.items())


def _some(words: Sequence[str], between: str) -> str:
    more = [f"{len(words) - WORDS} more"] if len(words) > WORDS else []
    return between.join([*words[:WORDS], *more])


def cell(ways: Ways) -> str:
    """Names, and below them the words that colour."""
    return "\n".join(filter(None, (names_of(ways), colours_of(ways))))


def _outlets(outlets: Sequence[Voiced], to: "Console") -> None:
    named = [(o.name or "not known", o) for o in outlets]
    words = (
        (name, o.balance.articles, f"{o.balance.words:,}", *_shares([n for _, n in o.balance.words_by_voice()]), _loudest(o.balance))
        for name, o in named
    )  # fmt: skip
    columns = ("Outlet", "#Articles", "#Words", "#Own", "#Paraphrased", "#Quoted", "Most words after its own")
    table(to, "Whose words: the outlet's own, and its sources' without quotation marks and within", columns, words)
    claims = (
        (name, f"{o.balance.said:,}", *_shares([n for _, n in o.balance.claims]), f"{o.balance.origins:,}")
        for name, o in named
    )
    columns = ("Outlet", "#Claims", "#Named", "#Described", "#Anonymous", "#Documents", "#Different origins")
    table(to, "On whose authority", columns, claims)
    colours = ((name, colours_of(o.own) or "—", colours_of(o.others) or "—") for name, o in named)
    table(to, "Words that label, judge, hedge or soften", ("Outlet", "In its own voice", "In others' voices"), colours)


def _shares(counts: Sequence[int]) -> list[str]:
    total = sum(counts) or 1
    return [f"{n / total:.0%}" for n in counts]


def _loudest(balance: Balance) -> str:
    others = [v for v in balance.voices if v.kind != "outlet" and v.words]
    return "; ".join(f"{v.name} {v.share:.0%}" for v in others[:VOICES])


def _side_by_side(titles: Sequence[str], actors: Sequence[SideBySide], to: "Console") -> None:
    if len(titles) <= BESIDE:
        rows = ((a.actor, *map(_both, a.cells)) for a in actors[:MOST])
        table(to, "How actors are named", ("Actor", *titles), rows)
    else:
        columns = ("Actor", "Outlet", "In its own voice", "In others' voices")
        table(to, "How actors are named", columns, _stacked(titles, actors[:MOST]))
    if len(actors) > MOST:
        remark(f"{len(actors) - MOST:,} more actors; --json has all, --actor one")


def _both(naming: Naming | None) -> str:
    if naming is None:
        return "—"
    own, others = cell(naming.own), cell(naming.others)
    return "\n".join(filter(None, (own and f"own: {own}", others and f"others: {others}")))


def _stacked(outlets: Sequence[str], actors: Sequence[SideBySide]) -> Iterator[tuple[object, ...]]:
    for actor in actors:
        first = True
        for outlet, naming in zip(outlets, actor.cells, strict=True):
            if naming is not None:
                yield actor.actor if first else "", outlet, cell(naming.own) or "—", cell(naming.others) or "—"
                first = False


def _voice_by_voice(outlets: Sequence[str], actors: Sequence[SideBySide]) -> Iterator[tuple[object, ...]]:
    for actor in actors:
        called = actor.actor
        for outlet, naming in zip(outlets, actor.cells, strict=True):
            shown = outlet
            for ways in naming.voices if naming else ():
                voice = "its own" if ways.who.kind == "outlet" else ways.who.name
                yield called, shown, voice, names_of(ways), colours_of(ways)
                called = shown = ""


def _outlet(outlet: Voiced) -> dict[str, Any]:
    b = outlet.balance
    voices = [
        {"name": v.name, "kind": v.kind, "key": v.key, "words": v.words, "quoted": v.quoted, "claims": v.claims}
        for v in b.voices
    ]
    return {
        "outlet": outlet.name, "articles": b.articles, "words": {"all": b.words, **dict(b.words_by_voice())},
        "claims": dict(b.claims), "origins": b.origins, "voices": voices,
        "wording": {"own": _colours(outlet.own), "others": _colours(outlet.others)},
    }  # fmt: skip


def _actor(outlets: Sequence[str], actor: SideBySide) -> dict[str, Any]:
    by = [
        {"outlet": outlet, "voices": [_ways(v) for v in naming.voices]}
        for outlet, naming in zip(outlets, actor.cells, strict=True)
        if naming is not None
    ]
    return {"actor": actor.actor, "key": actor.key, "outlets": by}


def _ways(ways: Ways) -> dict[str, Any]:
    return {
        "voice": ways.who.name, "kind": ways.who.kind, "key": ways.who.key,
        "names": [{"words": u.words, "count": u.count, "quoted": u.quoted} for u in ways.names],
        "pronouns": ways.pronouns,
        "wording": _colours(ways),
    }  # fmt: skip


def _colours(ways: Ways) -> list[dict[str, Any]]:
    return [{"words": c.words, "kind": c.kind, "count": c.count} for c in ways.wording]
