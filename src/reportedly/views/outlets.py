"""Outlets side by side: whose words each one's articles are made of, how each names the actors, and which words colour.

In: an open `Casebook`. Out: a `Comparison`, in a fixed order: outlets as asked or by name, actors by how often they are
named. Refuses an outlet that has no article. Outlets are counted by the same rules and never ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.errors import Misuse
from reportedly.views.balance import Balance, balance, together
from reportedly.views.naming import OTHERS, Naming, Ways, joined, naming, summed, wording
from reportedly.views.standing import OUTLET, Who, fold

if TYPE_CHECKING:
    from reportedly.casebook import Casebook


@dataclass(frozen=True, slots=True)
class Voiced:
    """An outlet with the balance of its articles together, and the words that colour, whomever they are said of, in its
    own voice and in all others; `name` is empty for articles whose outlet is not known."""

    name: str
    balance: Balance
    own: Ways
    others: Ways


@dataclass(frozen=True, slots=True)
class SideBySide:
    """An actor with its naming by each of the outlets; None where one does not name it."""

    actor: str
    key: str
    cells: tuple[Naming | None, ...]

    @property
    def count(self) -> int:
        """How often the outlets name it, in all voices, pronouns apart."""
        return sum(c.count for c in self.cells if c)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Outlets, and the actors that they name, with a cell for each outlet in the same order."""

    outlets: tuple[Voiced, ...]
    actors: tuple[SideBySide, ...]


def compare(casebook: "Casebook", outlets: Sequence[str] = (), actor: str = "") -> Comparison:
    """The outlets of a casebook side by side.

    Actors that have a name are joined over articles (see `Standing.key`); who is only described is left out, since nothing
    says that two articles' officials are the same ones. `outlets` chooses some, in this order, in any case of letters;
    `actor` chooses those that have these words in their name, or are called so. Raises `Misuse` for an outlet that has no
    article.
    """
    balances: dict[str, list[Balance]] = {name: [] for name in _chosen(casebook, outlets)}
    colours: dict[str, list[Ways]] = {name: [] for name in balances}
    named: dict[str, dict[str, list[Naming]]] = {}
    for record in casebook.records():
        outlet = record.document.metadata.outlet
        if outlet not in balances:
            continue
        balances[outlet].append(balance(record))
        colours[outlet] += wording(record)
        for made in naming(record):
            if made.has_name:
                named.setdefault(made.key, {}).setdefault(outlet, []).append(made)
    rows = (_row(tuple(balances), by) for by in named.values())
    actors = sorted((r for r in rows if _is_meant(r, fold(actor))), key=lambda r: (-r.count, r.actor, r.key))
    return Comparison(tuple(_voiced(n, balances[n], colours[n]) for n in balances), tuple(actors))


def _chosen(casebook: "Casebook", asked: Sequence[str]) -> tuple[str, ...]:
    known = sorted({d.outlet or "" for d in casebook.documents()}, key=lambda name: (not name, name))
    chosen = []
    for name in asked:
        meant = [k for k in known if fold(k) == fold(name)]
        if not meant:
            raise Misuse(
                f"no article is by {name!r}; there are {', '.join(filter(None, known)) or 'none with an outlet'}"
            )
        chosen += meant
    return tuple(dict.fromkeys(chosen)) if asked else tuple(known)


def _voiced(name: str, balances: Sequence[Balance], colours: Sequence[Ways]) -> Voiced:
    own = summed(Who(OUTLET, name, OUTLET), [w for w in colours if w.who.key == OUTLET])
    return Voiced(name, together(balances), own, summed(OTHERS, [w for w in colours if w.who.key != OUTLET]))


def _row(outlets: Sequence[str], by: dict[str, list[Naming]]) -> SideBySide:
    cells = tuple(joined(by[o]) if o in by else None for o in outlets)
    whole = joined([c for c in cells if c])
    return SideBySide(whole.actor, whole.key, cells)


def _is_meant(row: SideBySide, asked: str) -> bool:
    called = (u.words for c in row.cells if c for v in c.voices for u in v.names)
    return asked in fold(row.actor) or any(asked == fold(words) for words in called)
