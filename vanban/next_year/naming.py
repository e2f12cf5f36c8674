"""Where a text of a document is, in the words of people: ``Căn cứ 2``, ``Mục II, khoản 3, đoạn 14``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vanban.document.blocks import Block, Para, Table
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


class Names:
    """The names of the places of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._body = _names(document.noi_dung)
        self._annexes = [_names(annex.noi_dung) for annex in document.phu_luc]

    def of(self, path: Path) -> str:
        """Name the place of a text; paragraphs, tables and pictures count from 1 in their section."""
        name, *rest = path
        match name, rest:
            case "noi_dung", [int(at), *steps]:
                words = self._body[at] + _inside(steps)
                return words[:1].upper() + words[1:]
            case "phu_luc", [int(number), "noi_dung", int(at), *steps]:
                return f"{self._annex(number)}, {self._annexes[number][at]}{_inside(steps)}"
            case "phu_luc", [int(number), *_other]:
                return _("{annex}, tiêu đề").format(annex=self._annex(number))
            case "nguoi_ky", [int(), str(part), *_other]:
                return f"{_title(Document, name)}, {_title(NguoiKy, part).lower()}"
            case _, [int(at), *_other]:
                return f"{_title(Document, name)} {at + 1}"
        return _title(Document, name)

    def _annex(self, number: int) -> str:
        numbered = [at for at, annex in enumerate(self.document.phu_luc) if not annex.loai]
        several = len(numbered) > 1 and number in numbered
        return _("Phụ lục") + (f" {roman(numbered.index(number) + 1)}" if several else "")


def _title(model: type[Document | NguoiKy], name: object) -> str:
    field = model.model_fields.get(str(name))
    return _(str(field.title if field else name))


def _inside(steps: Sequence[str | int]) -> str:
    """What leads on inside a block: to a cell, to a footnote."""
    match steps:
        case [int(row), int(column), *rest]:
            return _(", hàng {row}, cột {column}").format(row=row + 1, column=column + 1) + _inside(rest)
        case [str(), int(number)]:
            return _(", chú thích {number}").format(number=number + 1)
    return ""


def _names(blocks: Sequence[Block]) -> list[str]:
    """Each block by the numbered levels around it, and by its own place where it has no number."""
    order = list(_LEVELS)
    open_levels: dict[int, str] = {}
    counts: Counter[str] = Counter()
    names: list[str] = []
    for at, block in enumerate(blocks, 1):
        counts[block.loai] += 1
        own: list[str] = []
        match block:
            case Para() if block.loai in _LEVELS:
                depth = order.index(block.loai)
                open_levels = {level: words for level, words in open_levels.items() if level < depth}
                open_levels[depth] = _(_LEVELS[block.loai]).format(so=block.so)
            case Para():
                own = [_("đoạn {number}").format(number=at)]
            case Table():
                own = [_("bảng {number}").format(number=counts["bang"])]
            case _:
                own = [_("hình {number}").format(number=counts["hinh"])]
        names.append(", ".join([*open_levels.values(), *own]))
    return names
