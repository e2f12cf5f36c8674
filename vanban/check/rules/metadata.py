"""TT-239: how long the parts may be that every exchange of documents carries (Phụ lục VI, Phần II)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vanban.check.model import Case, Example, Hit, at
from vanban.check.register import rule
from vanban.language import N_


class _Field(NamedTuple):
    """A field of the data standard: the components that fill it, how, and how many letters it holds."""

    id: str
    title: str
    name: str
    most: int
    components: tuple[str, ...]
    read: Callable[[str], str]
    too_long: Example
    """An example that fills it over its length."""


def _number(text: str) -> str:
    return re.sub(r"^\s*Số\s*:?\s*", "", text, flags=re.IGNORECASE).partition("/")[0].strip()


def _symbol(text: str) -> str:
    return text.partition("/")[2].strip()


_SUBJECT = "V/v thông tin, tuyên truyền về " + ", ".join(["giáo dục và đào tạo trên địa bàn phường"] * 13)
_ISSUER = "ỦY BAN NHÂN DÂN PHƯỜNG TÂY MỖ" + " VÀ CÁC ĐƠN VỊ" * 13
_FIELDS = (
    _Field("TT-2390", N_("Trích yếu không quá 500 ký tự"), "Subject", 500,
           ("trich_yeu_cong_van", "trich_yeu"), str,
           Example("trich_yeu_cong_van", _SUBJECT, kind="cong-van")),
    _Field("TT-2391", N_("Số của văn bản không quá 11 ký tự"), "CodeNumber", 11, ("so_ky_hieu",), _number,
           Example("so_ky_hieu", "Số: 123456789012/UBND-VHXH", kind="cong-van")),
    _Field("TT-2392", N_("Ký hiệu không quá 30 ký tự"), "CodeNotation", 30, ("so_ky_hieu",), _symbol,
           Example("so_ky_hieu", "Số: 58/KH-UBND-VHXHGDDTTTTTKHCNMTQLDTXD")),
    _Field("TT-2393", N_("Tên cơ quan ban hành không quá 200 ký tự"), "OrganName", 200, ("co_quan",), str,
           Example("co_quan", _ISSUER, line=17)),
)  # fmt: skip


def _add(field: _Field) -> None:
    def find(case: Case) -> Iterator[Hit]:
        parts = case.all(*field.components)
        length = len(field.read(" ".join(" ".join(part.text.split()) for part in parts)))
        if length > field.most:
            yield at(parts[0], length=length, name=field.name, most=field.most)

    rule(
        field.id,
        field.title,
        clause="Phụ lục VI, Phần II",
        message=N_("Dài {length} ký tự; trường {name} của dữ liệu văn bản chỉ chứa {most}."),
        remedy=N_("Rút gọn để khi gửi, nhận và lưu trữ điện tử không bị cắt."),
        bad=field.too_long,
        good=Example(field.components[0]),
    )(find)


for _field in _FIELDS:
    _add(_field)
