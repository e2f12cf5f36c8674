"""TT-24, third part: amounts and counts that are said in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vanban.check.model import Case, Example, Hit
from vanban.check.prose import Passage, passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet.numbers import parse_so_vn, so_vn, tu_chu

_USAGE = "Thông lệ trình bày số liệu"

_NUMBER = r"(?<![\w/.,-])(?P<figure>(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?)"
_MONEY = rf"{_NUMBER}[ \xa0]*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)?[ \xa0]*(?P<currency>đồng|đ|VNĐ|VND)?(?!\w)"
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_IN_WORDS = r"(?:(?:số tiền\s)?(?:viết\s)?bằng chữ(?: là)?\s?:?\s?)"
_AMOUNTS = (
    re.compile(rf"{_MONEY}[.,;:]?\s*[(\[]\s*{_IN_WORDS}?(?P<words>[^()\[\]]{{2,250}})[)\]]", re.IGNORECASE),
    re.compile(rf"{_MONEY}[.,;:]?\s*(?!\(){_IN_WORDS}(?P<words>[^()\[\];]{{2,250}})", re.IGNORECASE),
)
_ALONE = re.compile(rf"\s*[(\[]?\s*{_IN_WORDS}(?P<words>[^()\[\];]{{2,250}})", re.IGNORECASE)
_LAST_MONEY = re.compile(rf"{_MONEY}[\s.,;:]*\Z", re.IGNORECASE)
_ENDS = re.compile(r"(?:\s*(?:\./\.|[.,;]|đồng chẵn|chẵn|đồng việt nam|đồng|vnđ|vnd))+\s*\Z", re.IGNORECASE)


@rule(
    "TT-2420",
    N_("Số tiền bằng số và bằng chữ khác nhau"),
    clause=_USAGE,
    message=N_("Bằng số là {found}, bằng chữ là {said}: «{words}»."),
    remedy=N_("Kiểm tra lại và ghi một số tiền."),
    bad=Example("doan", "Kinh phí thực hiện là 1.200.000 đồng (Một triệu hai mươi nghìn đồng)."),
    good=Example(
        "doan", "Kinh phí thực hiện là 1.200.000 đồng (Bằng chữ: Một triệu hai trăm ngàn đồng chẵn)."
    ),
)
def amounts_in_words(case: Case) -> Iterator[Hit]:
    """«1.200.000 đồng (Một triệu hai mươi nghìn đồng)», and "Bằng chữ: …" in a paragraph of its own."""
    before: Passage | None = None
    for passage in passages(case):
        for pattern in _AMOUNTS:
            for found in pattern.finditer(passage.text):
                if found["currency"] or "đồng" in found["words"].lower():
                    yield from _compared(passage, found, found, found.start("figure"))
        alone = _ALONE.match(passage.text)
        amount = _LAST_MONEY.search(before.text) if alone and before else None
        if alone and amount:
            yield from _compared(passage, amount, alone, alone.start("words"))
        before = passage


def _compared(passage: Passage, amount: re.Match[str], said: re.Match[str], start: int) -> Iterator[Hit]:
    words = _ENDS.sub("", said["words"].strip())
    number = _read(words)
    figure = parse_so_vn(amount["figure"]) * _SCALES.get((amount["scale"] or "").lower(), 1)
    if number is not None and number != figure:
        yield passage.hit(start, said.end("words"), found=so_vn(figure), said=so_vn(number), words=words)


def _read(words: str) -> Decimal | None:
    try:
        return tu_chu(words)
    except ValueError:
        return None


_COUNT = re.compile(
    rf"{_NUMBER}(?:[ \xa0](?P<noun>[^\W\d_]+(?: [^\W\d_]+)?))?[ \xa0]*"
    r"\((?P<words>[^\W\d_]+(?: [^\W\d_]+){0,40})\)"
)
_OTHER_WORDS = frozenset(("năm", "không", "tư"))
"""Alone in brackets they may mean a year, no, or Wednesday."""


@rule(
    "TT-2421",
    N_("Số lượng bằng số và bằng chữ khác nhau"),
    clause=_USAGE,
    message=N_("Bằng số là {found}, bằng chữ là {said}: «{words}»."),
    remedy=N_("Kiểm tra lại và ghi một số lượng."),
    bad=Example("doan", "Mỗi trường nộp 05 (bốn) bộ hồ sơ về Ủy ban nhân dân phường."),
    good=Example(
        "doan", "Mỗi trường nộp 05 (năm) bộ hồ sơ về Ủy ban nhân dân phường trong 15 ngày (mười lăm ngày)."
    ),
)
def counts_in_words(case: Case) -> Iterator[Hit]:
    """«05 (bốn) bộ», «05 bộ (bốn bộ)»."""
    for passage in passages(case):
        for found in _COUNT.finditer(passage.text):
            noun, words = found["noun"] or "", found["words"]
            if noun and (noun == "đồng" or not words.endswith(f" {noun}")):
                continue
            said = words.removesuffix(noun).strip()
            number = None if said.lower() in _OTHER_WORDS else _read(said)
            if number is not None and number != parse_so_vn(found["figure"]):
                yield passage.hit(*found.span(), found=found["figure"], said=so_vn(number), words=said)
