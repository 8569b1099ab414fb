"""Time expressions: rules over tokens that find them and functions that count their TIMEX3 values.

The rules and word classes are data, in the knowledge file `times`; this package compiles and applies them. A value
that hangs on a day that is not known is empty.
"""
