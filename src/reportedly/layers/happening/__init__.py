"""How events are read: the lexicon of triggers, their arguments, their status, and the merging of mentions.

In: an analysis and the rows of earlier layers. Out: drafts of events, which `layers.events` makes rows of. The words
that trigger an event are data (`knowledge/triggers.toml`); no name of an actor decides anything.
"""
