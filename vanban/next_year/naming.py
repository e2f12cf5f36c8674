"""Where a text of a document is, in the words of people: ``Căn cứ 2``, ``Mục II, khoản 3, đoạn 14``."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.document.blocks import Block, Para, PhuLuc, Table
from vanban.document.model import Document, NguoiKy
from vanban.language import N_, _
from vanban.next_year.model import Path
from vanban.tiengviet.letters import roman

_LEVELS: dict[str, str] = {
    "phan": N_("phần {so}"),
    "chuong": N_("chương {so}"),
    "muc": N_("mục {so}"),
    "tieu_muc": N_("tiểu mục {so}"),
    "dieu": N_("điều {so}"),
    "khoan": N_("khoản {so}"),
    "diem": N_("điểm {so}"),
}
"""The numbered levels, from the highest to the lowest."""


def place_of(document: Document, path: Path) -> str:
    """Name the place of a text; paragraphs, tables and pictures count from 1 in the body or their annex."""
    name, *rest = path
    match name, rest:
        case "noi_dung", [int(at), *cell]:
            return _capitalised(_in_body(document.noi_dung, at, cell))
        case "phu_luc", [int(number), "noi_dung", int(at), *cell]:
            inside = _in_body(document.phu_luc[number].noi_dung, at, cell)
            return f"{_annex(document.phu_luc, number)}, {inside}"
        case "phu_luc", [int(number), *_other]:
            return _("{annex}, tiêu đề").format(annex=_annex(document.phu_luc, number))
        case "nguoi_ky", [int(), str(part), *_other]:
            return f"{_title(Document, name)}, {_title(NguoiKy, part).lower()}"
        case _, [int(at), *_other]:
            return f"{_title(Document, name)} {at + 1}"
    return _title(Document, name)


def _title(model: type[Document | NguoiKy], name: object) -> str:
    field = model.model_fields.get(str(name))
    return _(str(field.title if field else name))


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _annex(annexes: Sequence[PhuLuc], number: int) -> str:
    numbered = [at for at, annex in enumerate(annexes) if not annex.loai]
    several = len(numbered) > 1 and number in numbered
    return _("Phụ lục") + (f" {roman(numbered.index(number) + 1)}" if several else "")


def _in_body(blocks: Sequence[Block], at: int, cell: Sequence[str | int]) -> str:
    """The numbered levels around a block, and the block itself where it has no number."""
    block = blocks[at]
    own = _own(blocks, at)
    match cell:
        case [int(row), int(column), *_other]:
            own = _("{table}, hàng {row}, cột {column}").format(table=own, row=row + 1, column=column + 1)
    trail = _trail(blocks[: at + 1])
    if not (isinstance(block, Para) and block.so):
        trail.append(own)
    return ", ".join(trail)


def _own(blocks: Sequence[Block], at: int) -> str:
    block = blocks[at]
    if isinstance(block, Para):
        return _("đoạn {number}").format(number=at + 1)
    number = sum(other.loai == block.loai for other in blocks[: at + 1])
    return (_("bảng {number}") if isinstance(block, Table) else _("hình {number}")).format(number=number)


def _trail(blocks: Sequence[Block]) -> list[str]:
    """The numbered levels that are open at the end of some blocks."""
    order = list(_LEVELS)
    open_levels: dict[int, str] = {}
    for block in blocks:
        if isinstance(block, Para) and block.loai in _LEVELS:
            depth = order.index(block.loai)
            open_levels = {level: words for level, words in open_levels.items() if level < depth}
            open_levels[depth] = _(_LEVELS[block.loai]).format(so=block.so)
    return list(open_levels.values())
