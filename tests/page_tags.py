"""The tags of a page that the tests read: well-formed, and nothing that could run."""

from __future__ import annotations

from html.parser import HTMLParser

#: Tags that are closed by themselves.
_VOID = {"meta", "br"}


class Tags(HTMLParser):
    """The tags of a page that are open, and what could do more than show."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.anchors: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        self.seen.add(tag)
        for key, value in attrs:
            if key == "id":
                self.anchors.add(f"#{value}")
            if key == "href":
                self.links.add(value or "")
            assert not key.startswith("on")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        assert self.open.pop() == tag


def read_page(html: str) -> Tags:
    """Read a page, which has to be well-formed."""
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return tags
