"""Reads the published web page into what other programs are given: headings, paragraphs, and tables as rows of texts."""
from html.parser import HTMLParser


class Blocks(HTMLParser):
    TEXT = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption"}
    SKIPPED = {"nav", "svg", "style", "head", "caption"}

    def __init__(self):
        super().__init__()
        self.blocks, self.skipping, self.text = [], 0, None
        self.table = self.row = None

    def handle_starttag(self, tag, attributes):
        if tag in self.SKIPPED:
            self.skipping += 1
        elif tag == "table":
            self.table = {"head": [], "rows": [], "part": "rows"}
        elif tag in ("thead", "tbody") and self.table:
            self.table["part"] = "head" if tag == "thead" else "rows"
        elif tag == "tr":
            self.row = []
        elif tag in ("td", "th") or (tag in self.TEXT and self.table is None):
            self.text = ""

    def handle_data(self, data):
        if not self.skipping and self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag in self.SKIPPED:
            self.skipping -= 1
        elif tag in ("td", "th") and self.row is not None:
            self.row.append((self.text or "").strip())
            self.text = None
        elif tag == "tr" and self.table:
            self.table[self.table["part"]].append(self.row)
            self.row = None
        elif tag == "table":
            self.blocks.append(("table", self.table["head"], self.table["rows"]))
            self.table = None
        elif tag in self.TEXT and self.table is None and not self.skipping:
            text = (self.text or "").strip()
            if text:
                self.blocks.append((tag if tag[0] == "h" else "p", text))
            self.text = None


def read(path):
    reader = Blocks()
    with open(path, encoding="utf-8") as file:
        reader.feed(file.read())
    return reader.blocks
