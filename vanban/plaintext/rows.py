"""A text → its rows, page by page; what stands at the head and foot of pages is set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vanban.plaintext.marks import begins
from vanban.tiengviet.unicode import nfc

_BREAK = re.compile(r"\r\n?|[\n\x0b\x85\u2028\u2029]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_NUMBER = re.compile(r"\W*(?:trang\s*:?\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:địa chỉ|trụ sở|điện thoại|đt|fax|e-?mail|website)\s*:", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_RULE = re.compile(r"(?:[_\-\u2010-\u2015\u2212\u2500\u2501\u2550*]\s*){3,}")
_TAB = 8
_APART = 10
"""Rows with words between two page numbers, at least, in a text that does not tell its pages."""
_AMID = 25
"""Letters of the rows around such a number: what stands in a column of a table is shorter."""
_REPEATED, _SHARE = 3, 0.5
"""On how many pages, and on what share of them, a running head stands."""
_SHORT_PAGE = 0.7
"""Pages with fewer rows than this share of the fullest were ended by hand."""


@dataclass(frozen=True)
class Row:
    """A row of the text, without the white space behind it.

    ``page`` counts from 1; ``blank`` rows stand above it on its page; ``turned`` where a page begins with
    it, ``asked`` where that page was begun before the one above was full.
    """

    text: str
    page: int = 1
    blank: int = 0
    turned: bool = False
    asked: bool = False

    @cached_property
    def words(self) -> str:
        """The text from its first letter on."""
        return self.text.strip()

    @cached_property
    def indent(self) -> int:
        """How many columns stand free on its left."""
        return len(self.text) - len(self.text.lstrip())

    @cached_property
    def end(self) -> int:
        """The column behind its last letter."""
        return len(self.text)

    @cached_property
    def upper(self) -> bool:
        """Whether it is in capitals, a mark at its beginning aside."""
        return self.words.isupper() or self.words[begins(self.words) :].isupper()

    @cached_property
    def is_rule(self) -> bool:
        """Whether it is a line drawn of letters."""
        return _RULE.fullmatch(self.words) is not None


@dataclass(frozen=True, slots=True)
class Margin:
    """A row at the head (or else the foot) of a page; ``number`` where it is the number of the page."""

    row: Row
    head: bool
    number: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the body, none without words; those in margins; the pages, None where no one tells."""

    body: tuple[Row, ...]
    margins: tuple[Margin, ...]
    pages: int | None


def read_rows(text: str) -> Rows:
    """The rows of a text, in composed letters (NFC), without letters that no one sees."""
    text = _SPACES.sub(" ", _UNSEEN.sub("", nfc(text)))
    pages = [list(_rows(part, number)) for number, part in enumerate(text.rstrip("\f\n ").split("\f"), 1)]
    told = len(pages) > 1
    if not told:
        pages = list(_at_numbers(pages[0]))
    margins: list[Margin] = []
    if len(pages) > 1:
        margins += _numbers(pages)
        margins += _running(pages)
        margins += _addresses(pages)
    fullest = max(map(len, pages))
    body: list[Row] = []
    above = fullest
    for page in pages:
        for place, row in enumerate(page):
            turned = place == 0 and row.page > 1
            asked = turned and told and above < _SHORT_PAGE * fullest
            body.append(replace(row, turned=turned, asked=asked, blank=0 if turned else row.blank))
        above = len(page)
    return Rows(tuple(body), tuple(margins), len(pages) if told else None)


def _rows(text: str, page: int) -> Iterator[Row]:
    blank = 0
    for line in _BREAK.split(text):
        words = line.strip()
        if not words:
            blank += 1
            continue
        free = line[: len(line) - len(line.lstrip())]
        after = begins(words)
        words = words[:after].replace("\t", " ") + words[after:]
        yield Row(" " * len(free.expandtabs(_TAB)) + words, page, blank)
        blank = 0


def _at_numbers(rows: list[Row]) -> Iterator[list[Row]]:
    """Pages of a text that does not tell them, begun with each page number that stands amid its rows."""
    expected, last, start = 2, -1, 0
    for place, row in enumerate(rows):
        if _number(row) != expected or place - last <= _APART or not 0 < place < len(rows) - 1:
            continue
        if min(len(rows[place - 1].words), len(rows[place + 1].words)) < _AMID and expected == 2:
            continue
        yield [replace(one, page=expected - 1) for one in rows[start:place]]
        expected, last, start = expected + 1, place, place
    yield [replace(one, page=expected - 1) for one in rows[start:]]


def _number(row: Row) -> int | None:
    found = _NUMBER.fullmatch(row.words)
    return int(found[1]) if found and not found[1].startswith("0") else None


def _numbers(pages: list[list[Row]]) -> Iterator[Margin]:
    """Take the page numbers out of the pages: at the head or at the foot, where more of them stand."""
    at_head = [page for page in pages if page and _number(page[0]) is not None]
    at_foot = [page for page in pages if page and _number(page[-1]) is not None]
    head = len(at_head) >= len(at_foot)
    for page in at_head if head else at_foot:
        yield Margin(page.pop(0 if head else -1), head=head, number=True)


def _running(pages: list[list[Row]]) -> Iterator[Margin]:
    """Take out the rows that stand at the head or the foot of most pages."""
    for head in (True, False):
        at = 0 if head else -1
        while True:
            seen = Counter(_FIGURES.sub("0", page[at].words) for page in pages if page)
            words, count = seen.most_common(1)[0] if seen else ("", 0)
            if count < max(_REPEATED, _SHARE * len(pages)):
                break
            for page in pages:
                if page and _FIGURES.sub("0", page[at].words) == words:
                    row = page.pop(at)
                    yield Margin(row, head=head, number=_number(row) is not None)


def _addresses(pages: list[list[Row]]) -> Iterator[Margin]:
    """Take out the address of the office at the foot of the first page (Phụ lục I, Phần III.4)."""
    rows = []
    while len(pages[0]) > 1 and _ADDRESS.match(pages[0][-1].words):
        rows.append(pages[0].pop())
    for row in reversed(rows):
        yield Margin(row, head=False, number=False)


def margin_of(rows: Sequence[Row]) -> int:
    """The column that most rows begin at, the least of them where two are as many."""
    seen = Counter(row.indent for row in rows)
    return min(seen, key=lambda indent: (-seen[indent], indent), default=0)
