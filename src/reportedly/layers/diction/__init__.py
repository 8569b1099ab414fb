"""How wording is read: terms from a knowledge file, short quotations, and the actor that a word colours.

In: an analysis and the rows of actors and attributions. Out: findings, which `layers.wording` makes rows of. The words
are data (`knowledge/wording.toml`) and stand for every side; no name of an actor decides anything.
"""
