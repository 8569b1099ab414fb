"""Who "the president" is: the holder of an office of a country on the article's day.

In: the actors in the making and a description. Out: the holder as an actor, or None where the words name whose office it is
and that is no country, where the day is not known, or where the office changed hands in that month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.knowledge.people import holder
from reportedly.layers.naming import words as w
from reportedly.layers.naming.mention import PERSON, Making, Mention
from reportedly.layers.naming.scene import Found

if TYPE_CHECKING:
    from reportedly.layers.naming.joining import Joining


def official(joining: Joining, m: Mention, country: str | None) -> Making | None:
    """Who held the office of a country that "the president" names on the article's day, made if need be."""
    of = of_what(joining, m)
    whole = w.office(f"{m.text} {of}") if of else None
    day, office = joining.scene.document.metadata.published, whole or w.office(m.text)
    if of and not whole and not any(f.state and f.state.country == country for f in named_behind(joining, m)):
        return None
    if day is None or country is None or office is None or m.plural or (not m.definite and m.country is None):
        return None
    person = holder(office, country, day)
    if person is None:
        return None
    for a in joining.made:
        if a.person is not None and a.person.id == person.id:
            return a
    made = Making(PERSON, person.name, person=person, country=country, sector="GOV", rule="holder of the office")
    joining.made.append(made)
    return made


def of_what(joining: Joining, m: Mention) -> str:
    """ "of" and the word behind it, where a description goes on with them ("secretary of state")."""
    behind = joining.scene.tokens[m.head + 1 : m.head + 3]
    return " ".join(t.lower for t in behind) if len(behind) == 2 and behind[0].lower == "of" else ""


def named_behind(joining: Joining, m: Mention) -> list[Found]:
    """The known names behind a description's "of"."""
    behind = (
        t for p in joining.scene.analysis.below(m.head, "prep") for t in joining.scene.analysis.below(p.index, "pobj")
    )
    return [f for t in behind if (f := joining.scene.at.get(t.index)) is not None]


def is_plain(joining: Joining, m: Mention) -> bool:
    """Whether a description names nobody whose president or minister it could be but the article's country's."""
    named = any(x[0].isupper() for x in m.text.split()[:-1])
    return (
        m.definite
        and m.owner is None
        and not named
        and not (of_what(joining, m) and not w.office(f"{m.text} {of_what(joining, m)}"))
    )
