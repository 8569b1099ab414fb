"""Guards: for a fit of a rule, whether the words around it let it be a time. One function a guard, named by the rules.

In: the analysis and a fit. Out: true or false. "May" that is a verb, "24 hours" that is a shop's name and "a
21-year-old" are no times.
"""

from collections.abc import Callable

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.timex.calendars import spelled
from reportedly.layers.timex.rules import Fit
from reportedly.layers.timex.tense import tense
from reportedly.layers.timex.values import BELOW_A_DAY, unit_of

LEADS = {
    "in", "since", "until", "till", "by", "from", "to", "during", "through", "throughout", "of", "before", "after",
    "between", "and", "for", "late", "early", "mid", "last", "next", "this", "on", "around", "about", "back",
}  # fmt: skip
SPANS = {
    "for", "in", "within", "after", "than", "over", "about", "nearly", "almost", "least", "during", "lasted", "last",
    "took", "take", "takes", "only", "just", "spent", "spend", "another", "of", "roughly", "barely", "every", "around",
    "lasting", "lasts", "to", "up", "half", "through", "once", "served", "serve", "waited", "by", "until",
}  # fmt: skip


CLAUSE = ("PRON", "DET", "PROPN", "NOUN")
"""Parts of speech that open a clause about the time just named ("the last day she was seen")."""
WITHIN = {"for", "of", "in", "during", "over", "through", "throughout"}
TOLD = {"of", "that", "when", "before", "after", "ended", "ending", "to", "in", "since"}
"""Words behind "the year" that say which year it is, so that it is not that of publication."""
MANY = {"dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"}


def near(analysis: Analysis, index: int) -> Token | None:
    """The token at `index`, or None outside the text."""
    return analysis.tokens[index] if 0 <= index < len(analysis.tokens) else None


def word(analysis: Analysis, index: int) -> str:
    """The word at `index` in small letters, or nothing outside the text."""
    token = near(analysis, index)
    return token.lower if token else ""


def month(analysis: Analysis, fit: Fit) -> bool:
    """A month's name, not a person's, a verb or part of another name."""
    before, after = word(analysis, fit.first - 1), word(analysis, fit.end)
    alone = fit.end - fit.first == 1
    if any(_inside(n.first, n.end, fit) and n.label in ("PERSON", "ORG", "FAC") for n in analysis.names) and alone:
        return before in LEADS - {"and", "of", "to", "for"}
    if before in load("times")["other_names"]["before"]:
        return False
    if alone and fit["month"] in ("may", "march", "mar.", "august", "april", "june"):
        noun = near(analysis, fit.end)
        described = (
            before in ("a", "an", "its", "their", "the", "his", "her") and noun is not None and noun.pos == "NOUN"
        )
        return described or before in LEADS - {"for", "about"} or after in ("'s", "’s")
    if fit["month"] == "may" and not fit["day"] and not fit["year"] and not fit["which"]:
        return bool(fit["mod"])
    return True


def _inside(first: int, end: int, fit: Fit) -> bool:
    return first <= fit.first and fit.end <= end and end - first > fit.end - fit.first


def year(analysis: Analysis, fit: Fit) -> bool:
    """Four figures that are a year: a preposition or article leads, or nothing behind them is counted."""
    if fit["year"][0] in "'’‘":
        return word(analysis, fit.first - 1) in LEADS - {"and", "to", "of"}
    token, before, after = analysis.tokens[fit.end - 1], near(analysis, fit.first - 1), near(analysis, fit.end)
    lead = before.lower if before else ""
    number = int(fit["year"])
    if lead in ("$", "£", "€", "no.", "number", "flight", "room", "page", "than", "least", "some", "nearly", "almost"):
        return False
    if before is not None and (before.pos == "NUM" or before.lower == "#") and before.sentence == token.sentence:
        return False
    if after is not None and (after.lower in ("%", "percent", "-", "–") or after.pos == "NUM"):
        return after.lower in ("-", "–")
    if after is not None and after.tag == "NNS" and lead not in LEADS | {"the", "its", "their", "his", "her"}:
        return False
    counted = token.dep == "nummod" and analysis.head(token).tag in ("NNS", "NNPS") and token.head > token.index
    if counted:
        return lead in ("the", "its", "their", "his", "her", "in", "since", "'s", "’s") and 1900 <= number <= 2030
    if lead in LEADS - {"and", "to", "of", "for"}:
        return True
    return 1900 <= number <= 2030 and (token.dep in ("pobj", "npadvmod", "nummod", "compound", "amod", "tmod", "nmod")
                                       or lead in LEADS or lead in ("the", "(", ","))  # fmt: skip


def nine_eleven(analysis: Analysis, fit: Fit) -> bool:
    """ "9/11" as the day of 2001, not a share or a score."""
    leads = {"since", "after", "the", "of", "before", "post", "-", "on", "pre", "for", "like"}
    return word(analysis, fit.first - 1) in leads or word(analysis, fit.end) in ("attacks", "attack", "commission")


def adverb(analysis: Analysis, fit: Fit) -> bool:
    """An adverb, not an adjective."""
    return analysis.tokens[fit.first].pos == "ADV"


def clause_end(analysis: Analysis, index: int) -> bool:
    """Whether what begins at `index` is not what the word before it would govern."""
    token = near(analysis, index)
    return token is None or token.pos in ("PUNCT", "ADP", "CCONJ", "VERB", "AUX", "PART", "ADV", "SPACE")


def not_clause(analysis: Analysis, fit: Fit) -> bool:
    """ "The day before" that ends its phrase, not "the day before the vote"."""
    return not fit["stepped"] or clause_end(analysis, fit.end)


def clock(analysis: Analysis, fit: Fit) -> bool:
    """Hours and minutes that are a time of day, not a score or a verse."""
    if fit["military"]:
        return int(fit["military"][:2]) < 24 and int(fit["military"][2:]) < 60
    leads = {"at", "by", "from", "until", "till", "around", "about", "before", "after", "between", "since"}
    fits = int(fit["hour"]) < 24 and int(fit["minute"]) < 60
    return fits and (bool(fit["zone"]) or word(analysis, fit.first - 1) in leads)


def noon(analysis: Analysis, fit: Fit) -> bool:
    """Noon and midnight, not "High Noon"."""
    return analysis.tokens[fit.first].text[0].islower() or word(analysis, fit.first - 1) in ("", ".")


def holiday(analysis: Analysis, fit: Fit) -> bool:
    """A feast, not a present or an island: no part of a longer name."""
    return not any(
        _inside(n.first, n.end, fit) and n.label in ("GPE", "LOC", "FAC", "ORG", "PERSON") for n in analysis.names
    )


def other_day(analysis: Analysis, fit: Fit) -> bool:
    """A day of another calendar: with its year, or one of a calendar that is counted here."""
    known = load("times")["calendars"]
    months = {form for kind in ("hijri", "hebrew") for forms in known[kind] for form in forms}
    return bool(fit["otheryear"]) or spelled(fit["moon"]) in months


def ramadan(analysis: Analysis, fit: Fit) -> bool:
    """The month, not a person of that name."""
    return holiday(analysis, fit) and not any(
        n.label == "PERSON" and n.first <= fit.first < n.end for n in analysis.names
    )


def which_period(analysis: Analysis, fit: Fit) -> bool:
    """ "Last week", not "the last week of October" or "that week" as a conjunction's clause; "the year" as a whole."""
    if fit["which"] == "that":
        return analysis.tokens[fit.end - 2].pos in ("DET", "PRON")
    if fit["which"] == "the":
        after = near(analysis, fit.end)
        amount = word(analysis, fit.end) == "of" and word(analysis, fit.end + 1) in ("$", "£", "€")
        told = after is not None and (after.pos == "NUM" or after.lower in TOLD) and not amount
        return fit["period"] == "year" and word(analysis, fit.first - 1) in WITHIN and not told
    return fit["which"] not in ("the next", "the last", "the past")


def era(analysis: Analysis, fit: Fit) -> bool:
    """The letters of an era are capital."""
    letters = analysis.tokens[fit.end - 1 if fit["era"] else fit.first].text
    return letters.isupper()


def the_quarter(analysis: Analysis, fit: Fit) -> bool:
    """ "The latest period" of accounts; "the same period" and "the past period" only as a quarter."""
    quarter = analysis.tokens[fit.end - 1].lower == "quarter"
    return quarter or bool(fit["month"]) or fit["at"] in ("latest", "most recent")


def years_between(analysis: Analysis, fit: Fit) -> bool:
    """A range of years, not a score or a telephone number: a preposition or article leads, or a bracket."""
    last = int(fit["last"])
    lead = word(analysis, fit.first - 1)
    return (last > 99 or last > int(fit["first"]) % 100) and (lead in LEADS | {"the", "(", ","} or last > 99)


def rate(analysis: Analysis, fit: Fit) -> bool:
    """ "40 dollars a day": something counted stands just before."""
    before = near(analysis, fit.first - 1)
    if before is None or before.pos not in ("NOUN", "NUM", "PROPN", "SYM") or word(analysis, fit.end) in ("of", "old"):
        return False
    nearby = [analysis.tokens[i] for i in range(max(0, fit.first - 6), fit.first)]
    counted = any(t.pos == "NUM" or t.lower in MANY for t in nearby)
    return counted or before.lower in ("times", "percent", "%")


def past_unit(analysis: Analysis, fit: Fit) -> bool:
    """ "The past year": a single unit, no plural, and not "the last day that I saw her"."""
    after = near(analysis, fit.end)
    if fit["edge"] in ("last", "next") and (fit["unit"] == "day" or (after is not None and after.pos in CLAUSE)):
        return False
    return not fit["unit"].endswith("s") and fit["unit"] not in ("minute", "second", "min", "night", "quarter")


def weekend(analysis: Analysis, fit: Fit) -> bool:
    """The weekend as a time, alone or before a noun."""
    return word(analysis, fit.first) == "the" or word(analysis, fit.first - 1) in ("a", "this", "of", "over")


def season(analysis: Analysis, fit: Fit) -> bool:
    """A season, not a well, a jump or a collapse."""
    if fit["year"] or fit["which"]:
        return True
    lead = word(analysis, fit.first - 1)
    named = lead in load("times")["other_names"]["before"] or analysis.tokens[fit.end - 1].text[0].isupper()
    if named or word(analysis, fit.end) == "of" or analysis.tokens[fit.end - 1].pos not in ("NOUN", "PROPN"):
        return False
    if fit["season"] in ("fall", "spring") and not fit["mod"]:
        return lead in ("in", "since", "by", "until", "during", "through") and fit["season"] != "fall"
    return word(analysis, fit.first) == "the" or lead in LEADS or bool(fit["mod"])


def spoken_year(analysis: Analysis, fit: Fit) -> bool:
    """ "Nineteen ninety-one" as a year: after a preposition, or called one."""
    return word(analysis, fit.first) == "the" or word(analysis, fit.first - 1) in LEADS - {"and", "to", "for"}


def frequency(analysis: Analysis, fit: Fit) -> bool:
    """ "Daily", but not the name of a paper, and not "annual" or "quarterly", which name a kind of meeting or account."""
    after = near(analysis, fit.end)
    describes = analysis.tokens[fit.first].pos in ("ADJ", "NOUN", "PROPN") and after is not None
    if describes and after is not None and after.pos == "PROPN":
        return False
    return not (fit["every"] in ("annual", "quarterly") and analysis.tokens[fit.first].pos != "ADV")


def decade(analysis: Analysis, fit: Fit) -> bool:
    """A decade, not an age ("in his twenties") or a temperature."""
    if fit["digits"]:
        return True
    lead = word(analysis, fit.first - 1)
    named = word(analysis, fit.first) == "the" or word(analysis, fit.first)[0] in "'’‘"
    return named and lead not in ("his", "her", "their", "my", "your", "our")


def shift(analysis: Analysis, fit: Fit) -> bool:
    """ "Two days later" whole; of "two days after the vote" only the two days are a time, and of "an hour later" the hour."""
    if fit["way"] != "ago" and unit_of(fit["unit"]) in BELOW_A_DAY:
        return False
    after = near(analysis, fit.end)
    if fit["way"] in ("before", "after") and after is not None and after.tag == "VBG":
        return False
    if fit["way"] in ("before", "after"):
        return clause_end(analysis, fit.end) and word(analysis, fit.end) not in ("in", "of", "he", "she", "a")
    return True


def duration(analysis: Analysis, fit: Fit) -> bool:
    """A stretch of time: no age, no rate, and for "a day" something must say that it is one."""
    if age(analysis, fit.first, fit.end):
        return False
    if fit["edge"] in ("last", "recent") and analysis.tokens[fit.first].pos in ("VERB", "AUX"):
        return False
    lead, n, unit = word(analysis, fit.first - 1), fit["n"], fit["unit"]
    plural = unit.endswith("s") or unit == "centuries"
    if n in ("a", "an") and plural:
        return False
    if n in ("a", "an", "one") or (n == "1"):
        if unit in ("second", "minute", "quarter", "night", "min", "weekend") and n != "1":
            return unit in ("minute", "night", "weekend") and lead in SPANS
        if n == "one" and unit == "day" and lead not in SPANS:
            return False
        handed = fit.first > 0 and analysis.tokens[fit.first - 1].tag == "PRP"
        return (
            bool(fit["edge"] or fit["mod"] or fit["month"])
            or handed
            or lead in SPANS
            or n == "1"
            or "-" in word(analysis, fit.end - 2)
        )
    if unit.startswith("quarter") and (n == "three" or not plural):
        return False
    if not plural and word(analysis, fit.end - 2) not in ("-", "–", "‑") and "-" not in word(analysis, fit.first):
        return word(analysis, fit.end) not in ("of", "the") and n[0].isdigit() is False
    return True


def age(analysis: Analysis, first: int, end: int) -> bool:
    """Whether the words `first` to `end` are how old somebody or something is."""
    after = [word(analysis, end + i) for i in range(3)]
    if after[0] in ("old", "olds") or after[:2] in (["-", "old"], ["–", "old"], ["-", "olds"], ["of", "age"]):
        return True
    if after[0].startswith(("-old", "–old")) or after[0] in ("older", "younger"):
        return True
    return word(analysis, first - 1) in ("aged", "age") or analysis.tokens[end - 1].lower.endswith(("-old", "-olds"))


def bare_plural(analysis: Analysis, fit: Fit) -> bool:
    """ "Hours after the vote", "for years": a plural unit that stands alone."""
    token, before, after = analysis.tokens[fit.first], near(analysis, fit.first - 1), near(analysis, fit.end)
    opens = before is None or before.sentence != token.sentence
    if after is not None and after.lower in ("of", "old"):
        return False
    if fit.end - fit.first > 1 or opens or before is None:
        return True
    if token.text[0].isupper() or (fit["units"] == "quarters" and before.pos in ("PUNCT", "NUM", "SYM")):
        return False
    return before.pos in ("ADP", "PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "ADV") and token.dep != "compound"


def same_day(analysis: Analysis, fit: Fit) -> bool:
    """ "That day" and its like; "the day" alone says too little."""
    return " ".join(word(analysis, i) for i in range(fit.first, fit.end)) != "the day"


def fuzzy(analysis: Analysis, fit: Fit) -> bool:
    """Words for now, then and later, in the senses that speak of time."""
    said, before, after = fit["fuzzy"], word(analysis, fit.first - 1), near(analysis, fit.end)
    if said == "to date":
        return before != "up"
    if said == "the time" and after is not None and after.pos in CLAUSE:
        return False
    if said in ("the time", "that time", "this time", "the moment", "this point"):
        return before == "at" and not (after is not None and after.lower in ("of", "that", "when"))
    if said in ("recent", "previously", "formerly", "once"):
        return False
    if said == "future":
        return before in ("in", "near")
    if said in ("the past", "the present", "the future", "this moment"):
        return after is None or after.pos in ("PUNCT", "ADP", "CCONJ", "VERB", "AUX", "ADV", "SCONJ")
    if said in ("soon", "shortly") and tense(analysis, fit.first) == "past":
        return False
    if said == "shortly":
        return after is None or after.lower not in ("after", "before", "afterwards", "afterward", "thereafter")
    if said == "soon":
        return before not in ("as", "too", "so", "how") and not (after is not None and after.lower == "as")
    return True


GUARDS: dict[str, Callable[[Analysis, Fit], bool]] = {
    f.__name__: f
    for f in (
        month, year, holiday, other_day, ramadan, nine_eleven, adverb, not_clause, clock, noon, which_period, past_unit, era, the_quarter, years_between, rate, weekend, season, decade, shift, spoken_year, frequency,
        duration, bare_plural, same_day, fuzzy,
    )
}  # fmt: skip
"""The guards that a rule may name."""


def weekday_is_other(analysis: Analysis, fit: Fit) -> bool:
    """Whether a weekday is part of another name: "Good Friday", "the Sunday Times", "Friday the 13th"."""
    other = load("times")["other_names"]
    after = near(analysis, fit.end)
    if word(analysis, fit.first - 1) in other["before"] and analysis.tokens[fit.first - 1].text[0].isupper():
        return True
    if after is None or after.lower not in other["after"]:
        return False
    return after.text[0].isupper() or (after.lower == "the" and word(analysis, fit.end + 1)[:1].isdigit())


def accepts(analysis: Analysis, fit: Fit) -> bool:
    """Whether a fit may be a time: its rule's guard, and what holds for all."""
    if fit["weekday"] and weekday_is_other(analysis, fit):
        return False
    return not fit.rule.guard or GUARDS[fit.rule.guard](analysis, fit)
