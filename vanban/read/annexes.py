"""Annexes and attached papers: title, kind, direction of the page, body (Phụ lục I, Phần I, III.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.document.blocks import PhuLuc
from vanban.language import N_
from vanban.parts import Part
from vanban.read.body import body
from vanban.read.original import Original, text_of
from vanban.read.words import words_of
from vanban.thethuc import KINDS

BODY = frozenset(
    ("phan", "phan_tieu_de", "muc", "muc_tieu_de", "muc_la_ma", "dieu", "dieu_loi", "khoan_tieu_de", "khoan",
     "diem_tieu_de", "diem", "doan", "ten_bang", "bang_dau", "bang", "hinh", "ten_hinh")
)  # fmt: skip
"""Components of a body."""
_ATTACHED_TO = N_("dòng «Kèm theo», do mẫu tự ghi theo số, ngày của văn bản")
_ATTACHING = frozenset(words_of("Ban hành kèm theo của số ngày tháng năm"))
_NO_TITLE = "…"
_OWN_HEAD = ("quoc_hieu", "tieu_ngu", "co_quan", "co_quan_chu_quan")
_KINDS = {kind.name.casefold(): kind for kind in KINDS.values() if kind.form.titled}


def annexes(original: Original) -> tuple[PhuLuc, ...]:
    """All annexes of the paper in order."""
    last = max((part.annex for part in original.anatomy.parts), default=0)
    return tuple(annex for number in range(1, last + 1) for annex in _annex(original, number))


def _annex(original: Original, number: int) -> Iterator[PhuLuc]:
    parts = [
        part
        for part in original.anatomy.parts
        if part.annex == number and part.paragraph.story in ("body", "textbox")
    ]
    if not parts:
        return
    kind = _kind(original, parts)
    title_ids = ("trich_yeu",) if kind else ("phu_luc_tieu_de",)
    title = [part for part in parts if part.id in title_ids]
    rest: list[Part] = []
    for part in parts:
        if part.id in title_ids:
            original.keep(part, part.text)
        elif (part.id == "ten_loai" and kind) or part.id == "phu_luc" or part.id in _OWN_HEAD:
            original.keep(part)
        elif part.id == "kem_theo":
            original.leave(part.text, part.paragraph, _ATTACHED_TO, fixed=_says_nothing_new(original, part))
        else:
            rest.append(part)
    section = original.paper.sections[parts[0].paragraph.section]
    if not title:
        original.doubt("VB216", parts[0].paragraph)
    yield PhuLuc(text_of(title) or _NO_TITLE, body(original, rest), section.landscape, kind)


def _kind(original: Original, parts: Sequence[Part]) -> str:
    """The kind of a paper that this one issues; "" for an annex."""
    named = next((part for part in parts if part.id == "ten_loai"), None)
    kind = _KINDS.get(text_of([named]).casefold()) if named else None
    return kind.id if kind else ""


def _says_nothing_new(original: Original, part: Part) -> bool:
    """Whether a "Kèm theo …" line says only what the form writes by itself."""
    said = original.anatomy.all("so_ky_hieu", "dia_danh", "co_quan", "ten_loai")
    own = {word for one in said for word in words_of(one.text)}
    return set(words_of(part.text)) <= own | _ATTACHING
