"""Pages for people: an article's record, and a casebook, as HTML that stands alone.

In: views. Out: HTML. Every text is escaped, nothing is loaded from anywhere, and a page's own style and script are
allowed by their hashes alone. Refuses nothing.
"""

from reportedly.web.page import article_page, index_page
from reportedly.web.site import write_article, write_site

__all__ = ["article_page", "index_page", "write_article", "write_site"]
