"""An HTML page taken apart, for tests of what is in it."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "rect"}


class Page(HTMLParser):
    """A page taken apart: its elements with their attributes, its text, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text, self.raw, self.open = "", {"style": "", "script": ""}, []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]] += data
        else:
            self.text += data

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    def ids(self):
        return [a["id"] for _, a in self.elements if "id" in a]
