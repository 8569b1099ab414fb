"""What places and actors share and are made of: finding names, telling places from governments, following mentions.

In: a document, its analysis, the knowledge files on names. Out: for `layers.places` the places that are meant, for
`layers.actors` the mentions and which of them are one actor.
"""
