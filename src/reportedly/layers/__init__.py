"""From linguistics to rows: one file a table, each with one function that reads it.

In: a document, its analysis, and the rows of earlier layers that the function names as parameters. Out: rows. A layer
writes nothing but its own table and refuses nothing: what the text does not settle stays empty or has no row.
"""
