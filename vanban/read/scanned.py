"""Whether the letters of a PDF can be trusted: a scan has none, a wrong text layer has no words in it."""

from __future__ import annotations

import re
from collections import defaultdict

from vanban.errors import fail
from vanban.language import _
from vanban.paper import Paper
from vanban.tiengviet.tones import is_syllable

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 30
"""Words on a page before it is judged: a table of figures has few."""
_LEAST_SHARE = 0.5
"""Of the words that must be Vietnamese; in true papers it is nine of ten."""


def check_letters(paper: Paper) -> None:
    """Refuse a paper with pages whose text layer is no Vietnamese.

    Args:
        paper: from a PDF, its letters in Unicode.

    Raises:
        InputError: VB231, naming the pages and an example.
    """
    by_page: dict[int, list[str]] = defaultdict(list)
    for paragraph in paper.paragraphs:
        by_page[paragraph.page or 1] += _WORD.findall(paragraph.text)
    wrong = {
        page: words
        for page, words in by_page.items()
        if len(words) >= _LEAST_WORDS
        and sum(is_syllable(word.lower()) for word in words) < _LEAST_SHARE * len(words)
    }
    if wrong:
        pages = _("trang {numbers}").format(numbers=", ".join(map(str, sorted(wrong))))
        raise fail("VB231", pages=pages, example=" ".join(wrong[min(wrong)][:4]))
