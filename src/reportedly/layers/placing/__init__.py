"""Places: which names are meant as places, and which of the world's places they are.

In: an article with the known names found in it. Out: for `layers.places` the mentions of places and, for each, the
gazetteer's entry with how likely it is, or nothing where the text does not settle it.
"""
