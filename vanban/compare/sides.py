"""A document as a list of texts in reading order, each with the part that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from vanban.compare.model import Side
from vanban.document.blocks import Block, Figure, Footnote, Inline, Para, Table, plain
from vanban.document.model import Document, NguoiKy
from vanban.document.paragraphs import marker_text
from vanban.language import _
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.letters import roman

_ABOVE = ("du_thao", "loai", "co_quan_chu_quan", "co_quan", "so", "ky_hieu", "dia_danh", "ngay", "do_mat",
          "do_khan", "pham_vi_luu_hanh", "trich_yeu", "kinh_gui", "tham_quyen_ban_hanh",
          "can_cu")  # fmt: skip
_BELOW = ("noi_nhan", "luu", "nguoi_soan_thao", "so_ban", "dia_chi")
"""Parts of the front matter, by where they are printed."""
_RANKS = ("phan", "chuong", "muc", "tieu_muc", "dieu", "khoan", "diem")
"""The levels that name a place, from the highest."""
_HEADED = _RANKS[:4]
"""Levels that are titles always."""
_TITLE = 30
"""How much of a title is shown in the name of a place."""


def sides(document: Document) -> list[Side]:
    """All texts of a document."""
    return [
        *_front(document, _ABOVE),
        *_blocks(document.noi_dung, ""),
        *_signers(document),
        *_front(document, _BELOW),
        *_annexes(document),
    ]


def _front(document: Document, names: Iterable[str]) -> Iterator[Side]:
    for name in names:
        value = getattr(document, name)
        title = _(str(Document.model_fields[name].title))
        if name == "loai":
            value = _(document.kind.name)
        elif name == "du_thao":
            value = title if value else ""
        elif isinstance(value, Ngay):
            value = value.in_words()
        yield from _boxes(title, value)


def _boxes(title: str, value: object) -> Iterator[Side]:
    """The texts of one part of head or foot, of which a paper may have a list."""
    for words in value if isinstance(value, tuple) else (value,):
        if words:
            yield Side(title, str(words), box=True)


def _signers(document: Document) -> Iterator[Side]:
    for signer in document.nguoi_ky:
        for name in ("quyen_han", "chuc_vu", "chuc_vu_khac", "ho_ten"):
            yield from _boxes(_(str(NguoiKy.model_fields[name].title)), getattr(signer, name))


def _annexes(document: Document) -> Iterator[Side]:
    several = len(document.phu_luc) > 1
    for number, annex in enumerate(document.phu_luc, start=1):
        name = _("Phụ lục") + (f" {roman(number)}" if several else "")
        yield Side(name, annex.tieu_de)
        yield from _blocks(annex.noi_dung, name)


def _blocks(blocks: Sequence[Block], within: str) -> Iterator[Side]:
    """The texts of a body; a place is named by the headings above it: ``II. Nhiệm vụ › 2 › a``."""
    path: dict[str, Para] = {}
    tables = 0
    for block in blocks:
        if isinstance(block, Para):
            _enter(path, block)
            yield from _texts(block.text, _place(within, path), marker_text(block.loai, block.so))
            continue
        place = _place(within, path)
        yield from _texts(block.caption, place)
        if isinstance(block, Table):
            tables += 1
            yield from _rows(block, _("{place}, bảng {table}").format(place=place, table=tables))
        elif isinstance(block, Figure):
            yield Side(place, _("[Hình: {alt}]").format(alt=block.alt))


def _rows(table: Table, place: str) -> Iterator[Side]:
    """A text for every row, the cells one after the other."""
    for number, row in enumerate(table.rows, start=1):
        where = _("{place}, hàng {row}").format(place=place, row=number)
        yield Side(where, " | ".join(plain(cell.text) for cell in row))
        for cell in row:
            yield from _notes(cell.text, where)


def _texts(text: Inline, place: str, mark: str = "") -> Iterator[Side]:
    words = plain(text)
    if mark or words:
        yield Side(place, words, mark.strip())
    yield from _notes(text, place)


def _notes(text: Inline, place: str) -> Iterator[Side]:
    for part in text:
        if isinstance(part, Footnote):
            yield Side(_("{place}, chú thích").format(place=place), plain(part.text))


def _enter(path: dict[str, Para], block: Para) -> None:
    if block.loai in _RANKS:
        for deeper in _RANKS[_RANKS.index(block.loai) :]:
            path.pop(deeper, None)
        path[block.loai] = block


def _place(within: str, path: dict[str, Para]) -> str:
    steps = [path[level] for level in _RANKS if level in path]
    names = [marker_text(step.loai, step.so).strip(" .)") for step in steps]
    if steps and (steps[0].titled or steps[0].loai in _HEADED):
        names[0] += ". " + shorten(plain(steps[0].text), _TITLE, placeholder="…")
    return " › ".join([*([within] if within else []), *names]) or _("Nội dung")
