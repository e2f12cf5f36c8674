"""What a page shows, read from the PDF's own drawing commands: letters with font, size, place; lines."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

MM = 72 / 25.4


@dataclass(frozen=True)
class Words:
    """A stretch of text: left end and baseline in mm from the top left corner of the page, size in pt."""

    text: str
    x: float
    y: float
    size: float
    font: str

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font


@dataclass(frozen=True)
class Line:
    """A horizontal line: its ends and its height in mm from the top left corner of the page."""

    left: float
    right: float
    y: float

    @property
    def length(self) -> float:
        return self.right - self.left


def page_of(pdf: bytes, number: int = 1) -> PageObject:
    return PdfReader(io.BytesIO(pdf)).pages[number - 1]


def words_on(page: PageObject) -> list[Words]:
    """The stretches of text on a page, in the order they are drawn."""
    found: list[Words] = []
    height = float(page.mediabox.height)

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip() and font:
            x = tm[4] * cm[0] + cm[4]
            y = tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3])
            found.append(Words(text.strip(), x / MM, (height - y) / MM, size * scale, font["/BaseFont"]))

    page.extract_text(visitor_text=visit)
    return found


def find(words: list[Words], text: str) -> Words:
    """The one stretch that begins with ``text``, white space aside."""
    wanted = "".join(text.split())
    hits = [w for w in words if "".join(w.text.split()).startswith(wanted)]
    assert hits, f"{text!r} is not on the page: {[w.text for w in words][:60]}"
    return hits[0]


def lines_on(page: PageObject) -> list[Line]:
    """The horizontal lines that are stroked on a page, from the top down."""
    height = float(page.mediabox.height)
    content = page.get_contents()
    assert isinstance(content, ContentStream)
    matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    stack: list[tuple[float, ...]] = []
    point = (0.0, 0.0)
    found: list[Line] = []
    for operands, operator in content.operations:
        numbers = [float(value) for value in operands] if operator in (b"cm", b"m", b"l") else []
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q":
            matrix = stack.pop()  # type: ignore[assignment]
        elif operator == b"cm":
            a, b, c, d, e, f = numbers
            ma, mb, mc, md, me, mf = matrix
            matrix = (a * ma + b * mc, a * mb + b * md, c * ma + d * mc, c * mb + d * md,
                      e * ma + f * mc + me, e * mb + f * md + mf)  # fmt: skip
        elif operator in (b"m", b"l"):
            x = numbers[0] * matrix[0] + numbers[1] * matrix[2] + matrix[4]
            y = numbers[0] * matrix[1] + numbers[1] * matrix[3] + matrix[5]
            if operator == b"l" and abs(y - point[1]) < 0.01 and abs(x - point[0]) > 1:
                ends = sorted((x / MM, point[0] / MM))
                found.append(Line(ends[0], ends[1], (height - y) / MM))
            point = (x, y)
    return sorted(found, key=lambda line: line.y)
