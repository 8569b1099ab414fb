"""The rules behind `statements` and `attributions`, split by the frame that they read.

In: a document and its analysis. Out: drafts (`draft.Draft`) that `layers.statements` turns into statements, and the
readings of stance, anonymity and nesting that `layers.attributions` and other layers ask for.
"""
