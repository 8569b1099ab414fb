"""Numbers as news writes them: numerals, the words that bound them, and the quantities that they make with a noun.

In: tokens. Out: plain values. What cannot be read with certainty has no value.
"""
