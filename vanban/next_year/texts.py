"""All texts of a document with their paths, and a document with other words at some of their letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vanban.document.blocks import Block, Figure, Footnote, Inline, LineBreak, Para, PhuLuc, Run, Table, plain
from vanban.document.inline import normal
from vanban.document.model import Document
from vanban.next_year.model import Path

TITLED = ("trich_yeu", "tham_quyen_ban_hanh")
LISTED = ("co_quan_chu_quan", "co_quan", "kinh_gui", "can_cu", "noi_nhan")
"""Parts of the front matter whose words may speak of years: one text, and a list of them."""
ALT = "mo_ta"
"""Leads to the alternative text of a picture: ``("noi_dung", 7, "mo_ta")``."""
NOTE = "chu_thich"
"""Leads to the footnotes of a paragraph or cell: ``("noi_dung", 4, "chu_thich", 0)``."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Letters ``start`` to ``end`` of a text, and the words that take their place."""

    start: int
    end: int
    words: str


Edits = Mapping[Path, Sequence[Edit]]


def texts(document: Document) -> Iterator[tuple[Path, str]]:
    """The texts of a document that may speak of years, in reading order."""
    yield from _of_lists(document, "co_quan_chu_quan", "co_quan")
    for name in TITLED:
        yield (name,), getattr(document, name)
    yield from _of_lists(document, "kinh_gui", "can_cu")
    yield from _of_blocks(document.noi_dung, ("noi_dung",))
    for at, signer in enumerate(document.nguoi_ky):
        for line, words in enumerate(signer.quyen_han):
            yield ("nguoi_ky", at, "quyen_han", line), words
    yield from _of_lists(document, "noi_nhan")
    for at, annex in enumerate(document.phu_luc):
        yield ("phu_luc", at, "tieu_de"), annex.tieu_de
        yield from _of_blocks(annex.noi_dung, ("phu_luc", at, "noi_dung"))


def _of_lists(document: Document, *names: str) -> Iterator[tuple[Path, str]]:
    for name in names:
        yield from (((name, at), words) for at, words in enumerate(getattr(document, name)))


def _of_blocks(blocks: Sequence[Block], path: Path) -> Iterator[tuple[Path, str]]:
    for at, block in enumerate(blocks):
        here = (*path, at)
        yield from _of_inline(block.text if isinstance(block, Para) else block.caption, here)
        if isinstance(block, Figure):
            yield (*here, ALT), block.alt
        if isinstance(block, Table):
            for y, row in enumerate(block.rows):
                for x, cell in enumerate(row):
                    yield from _of_inline(cell.text, (*here, y, x))


def _of_inline(text: Inline, path: Path) -> Iterator[tuple[Path, str]]:
    yield path, plain(text)
    notes = [part for part in text if isinstance(part, Footnote)]
    yield from (((*path, NOTE, at), plain(note.text)) for at, note in enumerate(notes))


def edited(document: Document, edits: Edits) -> Document:
    """The document with other words; weight and slant stay those of the first letter that is replaced."""
    updates: dict[str, object] = {
        name: replaced(getattr(document, name), edits.get((name,), ())) for name in TITLED
    }
    for name in LISTED:
        updates[name] = tuple(
            replaced(words, edits.get((name, at), ())) for at, words in enumerate(getattr(document, name))
        )
    updates["nguoi_ky"] = tuple(
        signer.model_copy(
            update={
                "quyen_han": tuple(
                    replaced(words, edits.get(("nguoi_ky", at, "quyen_han", line), ()))
                    for line, words in enumerate(signer.quyen_han)
                )
            }
        )
        for at, signer in enumerate(document.nguoi_ky)
    )
    updates["noi_dung"] = _blocks(document.noi_dung, ("noi_dung",), edits)
    updates["phu_luc"] = tuple(
        _annex(annex, ("phu_luc", at), edits) for at, annex in enumerate(document.phu_luc)
    )
    return document.model_copy(update=updates)


def replaced(words: str, edits: Sequence[Edit]) -> str:
    """A text with its edits, which do not overlap."""
    for edit in sorted(edits, key=lambda edit: -edit.start):
        words = words[: edit.start] + edit.words + words[edit.end :]
    return words


def _annex(annex: PhuLuc, path: Path, edits: Edits) -> PhuLuc:
    title = replaced(annex.tieu_de, edits.get((*path, "tieu_de"), ()))
    return replace(annex, tieu_de=title, noi_dung=_blocks(annex.noi_dung, (*path, "noi_dung"), edits))


def _blocks(blocks: Sequence[Block], path: Path, edits: Edits) -> tuple[Block, ...]:
    return tuple(_block(block, (*path, at), edits) for at, block in enumerate(blocks))


def _block(block: Block, path: Path, edits: Edits) -> Block:
    if isinstance(block, Para):
        return replace(block, text=_inline(block.text, path, edits))
    if isinstance(block, Figure):
        alt = replaced(block.alt, edits.get((*path, ALT), ()))
        return replace(block, alt=alt, caption=_inline(block.caption, path, edits))
    rows = tuple(
        tuple(replace(cell, text=_inline(cell.text, (*path, y, x), edits)) for x, cell in enumerate(row))
        for y, row in enumerate(block.rows)
    )
    return replace(block, caption=_inline(block.caption, path, edits), rows=rows)


def _inline(text: Inline, path: Path, edits: Edits) -> Inline:
    """The runs with their edits; an edit over several runs goes to the first of them."""
    own = sorted(edits.get(path, ()), key=lambda edit: edit.start)
    parts: list[Run | Footnote | LineBreak] = []
    at = notes = 0
    for part in text:
        if isinstance(part, Footnote):
            inside = _inline(part.text, (*path, NOTE, notes), edits)
            parts.append(Footnote(tuple(run for run in inside if isinstance(run, Run))))
            notes += 1
            continue
        length = len(part.text) if isinstance(part, Run) else 1
        if isinstance(part, Run):
            within = [
                Edit(
                    max(edit.start - at, 0),
                    min(edit.end - at, length),
                    edit.words if edit.start >= at else "",
                )
                for edit in own
                if edit.start < at + length and edit.end > at
            ]
            part = replace(part, text=replaced(part.text, within))
        parts.append(part)
        at += length
    return normal(parts) if own else tuple(parts)
