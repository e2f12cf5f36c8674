"""The words of a paper and of the document read from it, counted, so that none is lost and none is added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from vanban.document.blocks import Block, Figure, Footnote, Inline, Para, Table, plain
from vanban.document.model import Document
from vanban.document.paragraphs import marker_text
from vanban.paper import Paper
from vanban.read.model import LeftOut, WordCount
from vanban.tiengviet.unicode import clean

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, case and leading zeros aside: ``Số: 05/KH`` → ``số``, ``5``, ``kh``."""
    return [word.lstrip("0") or "0" for word in _WORD.findall(clean(text)[0].casefold())]


def without(words: str, kept: Iterable[str]) -> str:
    """``words`` without those of ``kept``, each taken away as often as it stands there."""
    taken = Counter(word for text in kept for word in words_of(text))
    left = []
    for word in _WORD.findall(clean(words)[0]):
        key = words_of(word)[0]
        if taken[key]:
            taken[key] -= 1
        else:
            left.append(word)
    return " ".join(left)


def count(paper: Paper, document: Document, left_out: Iterable[LeftOut]) -> WordCount:
    """Count the words of a paper, and where they went."""
    read = Counter(_of_paper(paper))
    kept = Counter(words_in(document))
    left = Counter(word for one in left_out for word in words_of(one.words))
    found = kept + left
    return WordCount(
        read.total(),
        kept.total(),
        left.total(),
        lost=tuple((read - found).elements()),
        added=tuple((found - read).elements()),
    )


def _of_paper(paper: Paper) -> Iterator[str]:
    for paragraph in paper.by_number.values():
        yield from words_of(f"{paragraph.label} {paragraph.text}")


def words_in(document: Document) -> Iterator[str]:
    """The words of a document, part after part."""
    data = document.model_dump(mode="json", exclude_defaults=True, exclude={"noi_dung", "phu_luc", "loai"})
    for name, value in data.items():
        if name not in _CODES:
            yield from _strings(value)
    yield from _of_blocks(document.noi_dung)
    for annex in document.phu_luc:
        yield from words_of(annex.tieu_de)
        yield from _of_blocks(annex.noi_dung)


_CODES = frozenset({"do_mat", "do_khan", "hinh_thuc", "du_thao", "gui_cap_tren", "vi_tri"})
"""Parts whose values are choices; the words of the paper that they come from are left out as fixed ones."""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in _CODES:
                yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif value is not None:
        yield from words_of(str(value))


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Para):
            yield from words_of(marker_text(block.loai, block.so))
            yield from _of_inline(block.text)
        elif isinstance(block, Table):
            yield from _of_inline(block.caption)
            for row in block.rows:
                for cell in row:
                    yield from _of_inline(cell.text)
        elif isinstance(block, Figure):
            yield from _of_inline(block.caption)


def _of_inline(text: Inline) -> Iterator[str]:
    yield from words_of(plain(text))
    for part in text:
        if isinstance(part, Footnote):
            yield from words_of("".join(run.text for run in part.text))
