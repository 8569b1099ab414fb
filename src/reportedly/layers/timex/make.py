"""The makers that rules name: functions from a fit to TIMEX3's type, value and mod.

In: a fit, the publication day, the tense of its clause and the times before it. Out: a `Made`.
"""

from collections.abc import Callable

from reportedly.layers.timex import context, days, feasts, lengths, stretches
from reportedly.layers.timex.rules import Fit
from reportedly.layers.timex.values import Here, Made


def fixed(fit: Fit, here: Here) -> Made:
    """The value that the rule gives."""
    return Made("DATE", str(fit.rule.settings["value"]))


MAKERS: dict[str, Callable[[Fit, Here], Made]] = {
    "fixed": fixed,
    "calendar": days.calendar_day,
    **{
        f.__name__: f
        for f in (
            days.numeric, feasts.holiday, feasts.other_day, feasts.other_month, feasts.ramadan, days.weekday, days.deictic, days.overnight, days.same_day, days.next_day,
            days.clock, stretches.which_period, stretches.weekend, stretches.season, stretches.quarter,
            stretches.half, stretches.year, stretches.spoken_year, stretches.era, stretches.decade, stretches.century, context.shift, context.year_ago,
            context.the_quarter, context.fuzzy, lengths.duration, lengths.half_unit, lengths.vague_duration,
            lengths.years_between, lengths.days_between, lengths.every, days.week_of, days.beside,
        )
    },
}  # fmt: skip
"""The makers that a rule may name."""


def made(fit: Fit, here: Here) -> Made:
    """What a fit says, by its rule's maker."""
    return MAKERS[fit.rule.make](fit, here)
