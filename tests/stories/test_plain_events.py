"""Sentences in which it is plain what happened, who did it to whom and whether, read by the shipped models.

Nothing here hangs on a confidence. The parties are common nouns and invented names that the shipped pipeline knows for
names of their kind, so that what is tested is the reading of events.
"""

import re
from functools import cache
from itertools import permutations

import pytest

import reportedly

SENTENCES = {
    # the same, active, passive and nominal
    "The rebels attacked the army on Monday.": [("ASSAULT", "rebels", "army", "actual")],
    "The army was attacked by the rebels on Monday.": [("ASSAULT", "rebels", "army", "actual")],
    "The army arrested nine opposition leaders on Tuesday.": [("COERCE", "army", "nine opposition leaders", "actual")],
    "Nine opposition leaders were arrested by the army on Tuesday.": [
        ("COERCE", "army", "nine opposition leaders", "actual")
    ],
    "The arrest of nine opposition leaders by the army caused anger.": [
        ("COERCE", "army", "nine opposition leaders", "actual")
    ],
    "Talks between the government and the rebels ended on Sunday.": [("CONSULT", "government rebels", "", "actual")],
    # whether it happened
    "The army is attacking the rebels.": [("ASSAULT", "army", "rebels", "ongoing")],
    "The army did not attack the rebels.": [("ASSAULT", "army", "rebels", "not_happened")],
    "The rebels may attack the army.": [("ASSAULT", "rebels", "army", "possible")],
    "The government denied that the army had attacked the rebels.": [("ASSAULT", "army", "rebels", "denied")],
    "The government will send food and medicine to the refugees.": [("AID", "government", "refugees", "planned")],
    # other types
    "The opposition accused the government of fraud.": [("ACCUSE", "opposition", "government", "actual")],
    "The opposition praised the government for its restraint.": [("SUPPORT", "opposition", "government", "actual")],
    "The rebels withdrew from the city on Sunday.": [("RETREAT", "rebels", "", "actual")],
    "Thousands of students marched through the capital to protest against the new law.": [
        ("PROTEST", "students", "", "actual")
    ],
    "The Varn army deployed 2,000 soldiers along the border on Sunday.": [("MOBILIZE", "Varn army", "", "actual")],
    "The Ruvo government imposed sanctions on the rebels.": [("SANCTION", "Ruvo government", "rebels", "actual")],
    # what is asked for and what is announced are second events
    "The United Nations urged the rebels to release the hostages.": [
        ("REQUEST", "United Nations", "rebels", "actual"),
        ("RETREAT", "rebels", "hostages", "demanded"),
    ],
    "Norway threatened to invade France.": [
        ("THREATEN", "Norway", "France", "actual"),
        ("ASSAULT", "Norway", "France", "threatened"),
    ],
}
LOOK_ALIKES = (
    "A frost killed half of the apple blossom in the valley.",
    "The chef attacked the onions with a new knife.",
    "Her second novel captured the mood of a small town in winter.",
    "The gardener shot a photograph of the first roses of the year.",
    "The library withdrew old maps from its shelves and sold them at a fair.",
    "The cyclist attacked on the last climb and won the race by a minute.",
    "The tailor met a customer at noon to measure a coat.",
)
TRADED = (
    "Norway accused France of shelling a village on the border. France rejected the charge.",
    "Soldiers from Norway were attacked by rebels from France on Monday.",
    "Norway urged France to release the prisoners. Talks between Norway and France will begin on Friday.",
    "Norway threatened to invade France, and France imposed sanctions on Norway.",
    "President Milo Tarn of Norway met Prime Minister Ana Brun of France on Thursday.",
    "Norway's attack on France killed nine soldiers. The attack was condemned by the United Nations.",
)
SIDES = ("actor", "recipient")
SYMMETRIC = {"CONSULT"}
"""Of these it does not matter on which side a party stands."""


@cache
def events(text: str) -> tuple[dict, ...]:
    """The events of a text as they leave the program, which have names for actors."""
    return tuple(reportedly.read(text).as_json()["events"])


def is_told(event: dict, wanted: tuple[str, str, str, str]) -> bool:
    kind, actor, recipient, status = wanted
    sides = [" ".join(event[side]).lower() for side in SIDES]
    if kind in SYMMETRIC:
        sides = [" ".join(sides).strip(), ""]
    return (event["type"], *sides, event["status"]) == (kind, actor.lower(), recipient.lower(), status)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_plain_sentence_gives_its_events_and_no_other(text):
    found = events(text)
    assert len(found) == len(SENTENCES[text])
    for event, wanted in zip(found, SENTENCES[text], strict=True):
        assert is_told(event, wanted), event


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_words_that_name_events_elsewhere_name_none(text):
    assert events(text) == ()


def test_the_words_of_an_event_are_those_that_name_it():
    (event,) = events("The rebels attacked the army on Monday. The attack began at dawn.")
    assert (event["words"], [m["words"] for m in event["mentions"]]) == ("attacked", ["attack"])
    assert event["made_by"].startswith("model ")


@pytest.mark.parametrize("text", TRADED)
def test_when_names_are_traded_sides_are_traded_and_nothing_else(text):
    trade = {"Norway": "France", "France": "Norway"}
    turned = re.sub("Norway|France", lambda m: trade[m.group()], text)

    def told(text: str, names: dict[str, str]) -> list[dict]:
        """The rows without what names them and how sure they are; with their words in place of ids."""
        kept = ("type", "mode", "status", "words", "mentions", "actor", "recipient", "place", "date", "within")
        found = []
        for event in events(text):
            row = {k: event[k] for k in kept} | {k: event[k] is not None for k in ("place", "date", "within")}
            for side in SIDES:
                row[side] = [re.sub("Norway|France", lambda m: names[m.group()], n) for n in event[side]]
            found.append(row)
        return found

    assert events(text)
    assert told(text, trade) == told(turned, {n: n for n in trade})


PRAISED = "The prisoners were released on Friday after {} met {} and {} in Orsk. {} praised the decision. Talks will continue."
COUNTRIES = ("Norway", "France", "Spain", "Poland", "Denmark")


def test_whichever_countries_are_named_the_same_ones_act():
    found = set()
    for names in list(permutations(COUNTRIES, 4))[::10]:
        told = [
            (e["type"], *(tuple(names.index(n) if n in names else n for n in e[s]) for s in SIDES))
            for e in events(PRAISED.format(*names))
        ]
        found.add(tuple(told))
    assert len(found) == 1


CONDEMNED = (
    "The foreign ministry condemned the shelling of the village.",
    "The government condemned the bombing of the hospital.",
    "The United Nations deplored the arrest of nine journalists.",
)


def test_who_condemns_an_act_is_not_taken_for_who_did_it():
    for text in CONDEMNED:
        accusation, act = events(text)
        assert accusation["type"] == "ACCUSE"
        assert act["actor"] == []
