"""Compares two PDFs of one paper line by line, as pdftotext sees them."""

from __future__ import annotations

import subprocess
from collections import Counter

from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"


def lines(pdf: bytes) -> list[str]:
    """The lines of every page without white space, each after its page's number: ``2|Cănccứ…``."""
    xml = subprocess.run(
        ["pdftotext", "-bbox-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    pages = etree.fromstring(xml).iter(f"{_XHTML}page")
    return [
        f"{number}|{''.join(word.text or '' for word in line)}"
        for number, page in enumerate(pages, 1)
        for line in page.iter(f"{_XHTML}line")
    ]


def share_of_equal_lines(ours: list[str], theirs: list[str]) -> float:
    """How much of the longer list stands in the other, on the same page."""
    return (Counter(ours) & Counter(theirs)).total() / max(len(ours), len(theirs))


def difference(ours: list[str], theirs: list[str]) -> str:
    """The lines that only one of the two has, for the message of a failing test."""
    alone = [f"PDF  {line}" for line in Counter(ours) - Counter(theirs)]
    return "\n".join(alone + [f"DOCX {line}" for line in Counter(theirs) - Counter(ours)])
