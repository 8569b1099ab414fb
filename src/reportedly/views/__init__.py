"""The questions that people ask of a record or a casebook, answered as plain data.

In: a `Record`, or an open `Casebook`. Out: frozen dataclasses of text and numbers that pages and terminals show as
they are; texts are the article's own characters, so whoever prints them escapes them. Nothing here reads articles.
"""

from reportedly.views.accounts import Account, account
from reportedly.views.article import ArticleView, article
from reportedly.views.balance import Balance, balance
from reportedly.views.highlights import Highlights, highlights
from reportedly.views.naming import Naming, Ways, naming
from reportedly.views.outlets import Comparison, SideBySide, Voiced, compare
from reportedly.views.overview import Overview, overview
from reportedly.views.segments import Mark, Part, Segment
from reportedly.views.timeline import Moment
from reportedly.views.visible import visible

__all__ = [
    "Account", "ArticleView", "Balance", "Comparison", "Highlights", "Mark", "Moment", "Naming", "Overview", "Part",
    "Segment", "SideBySide", "Voiced", "Ways", "account", "article", "balance", "compare", "highlights", "naming",
    "overview", "visible",
]  # fmt: skip
