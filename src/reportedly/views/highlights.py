"""What is worth looking at first in a casebook: long chains, denials, sums that do not fit.

In: an open `Casebook`. Out: `Highlights`, in a fixed order.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.casebook import Casebook

CHAINED = 3
"""From how many members on a chain is long: the outlet, whoever it cites, whoever they cite."""
MOST = 5


@dataclass(frozen=True, slots=True)
class Chained:
    """A long chain and what came down it."""

    chain: tuple[str, ...]
    content: str


@dataclass(frozen=True, slots=True)
class Unfit:
    """A sum whose figures do not fit, and the article that has it."""

    outlet: str
    words: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """`chains` counts the attributions with a long chain; `longest` and `unfit` show the first few of each."""

    chains: int
    longest: tuple[Chained, ...]
    anonymous: int
    denials: int
    loaded: int
    unfit_count: int
    unfit: tuple[Unfit, ...]


def highlights(casebook: "Casebook") -> Highlights:
    """The highlights of a casebook."""
    one = casebook.connection.execute(
        f"""SELECT (SELECT count(*) FROM attributions WHERE len(chain) >= {CHAINED}),
          (SELECT count(*) FROM attributions WHERE anonymity = 'anonymous'),
          (SELECT count(*) FROM attributions WHERE stance = 'deny'),
          (SELECT count(*) FROM wording WHERE kind IN ('label', 'scare_quotes', 'intensifier', 'euphemism')),
          (SELECT count(*) FROM checks WHERE NOT holds)"""
    ).fetchone()
    chains, anonymous, denials, loaded, unfit_count = map(int, one or (0,) * 5)
    longest = casebook.connection.execute(
        f"""SELECT chain, content FROM attributions_in_words WHERE len(chain) >= {CHAINED}
        ORDER BY len(chain) DESC, document, n LIMIT {MOST}"""
    ).fetchall()
    unfit = casebook.connection.execute(
        f"""SELECT coalesce(d.outlet, ''), c.words FROM checks c JOIN document d ON d.id = c.document
        WHERE NOT c.holds ORDER BY d.outlet NULLS LAST, d.id, c.n LIMIT {MOST}"""
    ).fetchall()
    return Highlights(
        chains, tuple(Chained(tuple(chain), content) for chain, content in longest), anonymous, denials, loaded,
        unfit_count, tuple(Unfit(outlet, words) for outlet, words in unfit),
    )  # fmt: skip
