"""Arithmetic between the figures of one article: sums, parts, shares, ranges and totals over time.

In: a `Ledger`, the figures as arithmetic sees them. Out: rows of the table `checks`. Nothing is corrected, and where no
words and no exact fit tie figures together there is no row.
"""
