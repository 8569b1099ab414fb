"""The encoder: one pass of a small neural model over an article's text, which serves every head that layers ask for.

In: a text, its paragraphs and its quotations. Out: for each word piece what each head says of it. The weights lie in
`reportedly.models`, with their card; ONNX Runtime runs them on fixed threads.
"""
