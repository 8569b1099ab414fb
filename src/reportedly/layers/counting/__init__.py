"""From quantities to a ledger: which of them count, what happened to whom, what is part of what, over which time and how
counted.

In: the parse and rows of earlier layers. Out: `Counted` values and the fields of the table `figures`.
"""
