"""Awards, the votes that each needs and the years of merits that its report covers: dated facts with sources.

Since 1 July 2025 Nghị định 152/2025/NĐ-CP stands in the place of 98/2023/NĐ-CP. What was not read in the text
in force is not ``confirmed``: it warns, and the office decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from vanban.tiengviet.unicode import without_diacritics

Loai: TypeAlias = Literal["tap_the", "ca_nhan"]
"""Whom an award is for."""

_LAW, _DECREE_98, _DECREE_152 = date(2024, 1, 1), "Nghị định số 98/2023/NĐ-CP", "Nghị định số 152/2025/NĐ-CP"
_SINCE_152 = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Award:
    """An award; those that stand first in :data:`AWARDS` are listed first.

    ``begins`` are the ways in which its name begins, without diacritics; the longest one that fits decides.
    ``titled`` says that it is a title («danh hiệu “…”»). ``years`` is how many years of merits the report
    covers as ``source`` says, None where it says nothing.
    """

    name: str
    loai: tuple[Loai, ...]
    begins: tuple[str, ...]
    years: int | None
    source: str
    titled: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of all members of the council that must agree, in per cent, from ``since`` until ``until``.

    ``until`` is the first day on which it no longer holds, None while it does.
    """

    percent: int
    awards: tuple[str, ...]
    since: date
    until: date | None
    source: str
    confirmed: bool


_BOTH: tuple[Loai, ...] = ("tap_the", "ca_nhan")
_GROUP: tuple[Loai, ...] = ("tap_the",)
_PERSON: tuple[Loai, ...] = ("ca_nhan",)
_FORMS = "chú thích mẫu báo cáo thành tích của Nghị định số 98/2023/NĐ-CP (đã hết hiệu lực)"
_PRACTICE = "thông lệ: danh hiệu, hình thức xét hằng năm hoặc theo năm học"

AWARDS: tuple[Award, ...] = (
    Award("Anh hùng Lao động", _BOTH, ("anh hung lao dong",), 10, _FORMS, titled=True),
    Award("Huân chương Độc lập", _BOTH, ("huan chuong doc lap",), 10, _FORMS),
    Award("Huân chương Lao động", _BOTH, ("huan chuong lao dong",), 5, _FORMS),
    Award("Huân chương", _BOTH, ("huan chuong",), None, ""),
    Award("Nhà giáo Nhân dân", _PERSON, ("nha giao nhan dan",), None, "", titled=True),
    Award("Nhà giáo Ưu tú", _PERSON, ("nha giao uu tu",), None, "", titled=True),
    Award("Chiến sĩ thi đua toàn quốc", _PERSON, ("chien si thi dua toan quoc",), 6, _FORMS, titled=True),
    Award("Cờ thi đua của Chính phủ", _GROUP, ("co thi dua cua chinh phu", "co thi dua chinh phu"), 1,
          _PRACTICE),
    Award("Bằng khen của Thủ tướng Chính phủ", _BOTH, ("bang khen cua thu tuong", "bang khen thu tuong"), 5,
          _FORMS),
    Award("Chiến sĩ thi đua bộ, ban, ngành, tỉnh", _PERSON, ("chien si thi dua",), 3, _FORMS, titled=True),
    Award("Cờ thi đua của bộ, ban, ngành, tỉnh", _GROUP, ("co thi dua",), 1, _PRACTICE),
    Award("Bằng khen của bộ, ban, ngành, tỉnh", _BOTH, ("bang khen",), 2, _FORMS),
    Award("Kỷ niệm chương", _PERSON, ("ky niem chuong",), None, ""),
    Award("Tập thể Lao động xuất sắc", _GROUP, ("tap the lao dong xuat sac",), 1, _PRACTICE, titled=True),
    Award("Xã, phường, đặc khu tiêu biểu", _GROUP,
          ("xa phuong dac khu tieu bieu", "xa tieu bieu", "phuong tieu bieu", "dac khu tieu bieu"), 1,
          _PRACTICE, titled=True),
    Award("Chiến sĩ thi đua cơ sở", _PERSON, ("chien si thi dua co so",), 1, _PRACTICE, titled=True),
    Award("Tập thể Lao động tiên tiến", _GROUP, ("tap the lao dong tien tien",), 1, _PRACTICE, titled=True),
    Award("Lao động tiên tiến", _PERSON, ("lao dong tien tien",), 1, _PRACTICE, titled=True),
    Award("Giấy khen", _BOTH, ("giay khen",), 1, _PRACTICE),
)  # fmt: skip
"""Higher awards first. No line of the law ranks them all: the order of this list is ours."""

_BY_NINETY = ("Anh hùng Lao động", "Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua bộ, ban, ngành, tỉnh")
_BY_EIGHTY = ("Chiến sĩ thi đua cơ sở", "Cờ thi đua của bộ, ban, ngành, tỉnh", "Cờ thi đua của Chính phủ")
_ARTICLE = f"{_DECREE_98}, Điều 30 khoản 7"
_TAKEN_OVER = f"{_ARTICLE} (đã hết hiệu lực); chưa đối chiếu với {_DECREE_152}"

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold(90, _BY_NINETY, _LAW, _SINCE_152, _ARTICLE, confirmed=True),
    Threshold(80, _BY_EIGHTY, _LAW, _SINCE_152, _ARTICLE, confirmed=True),
    Threshold(90, _BY_NINETY, _SINCE_152, None, _TAKEN_OVER, confirmed=False),
    Threshold(80, _BY_EIGHTY, _SINCE_152, None, _TAKEN_OVER, confirmed=False),
)
"""Votes are counted over all members, those who are absent being asked in writing."""

_LEADING = ("danh hieu ", "hinh thuc ")
_CLASSES = ("hang nhat", "hang nhi", "hang ba")


def award_named(words: str, loai: Loai) -> Award | None:
    """The award that a list proposes, however it is typed; None where this kind of case has none so named."""
    plain = _plainly(words)
    fitting = [
        (len(begin), award)
        for award in AWARDS
        if loai in award.loai
        for begin in award.begins
        if plain.startswith(begin)
    ]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None


def rank_of(award: Award, words: str) -> tuple[int, int]:
    """What sorts awards, higher ones first: the place in :data:`AWARDS`, then the class of an order."""
    plain = _plainly(words)
    classes = [place for place, name in enumerate(_CLASSES) if plain.endswith(name)]
    return AWARDS.index(award), classes[0] if classes else len(_CLASSES)


def awards_for(loai: Loai) -> tuple[str, ...]:
    """The names of the awards for a kind of case, higher ones first."""
    return tuple(award.name for award in AWARDS if loai in award.loai)


def threshold_of(award: Award, day: date) -> Threshold | None:
    """The share of votes that an award needs on a day; None where none is known."""
    return next(
        (
            row
            for row in THRESHOLDS
            if award.name in row.awards and row.since <= day and (row.until is None or day < row.until)
        ),
        None,
    )


def _plainly(words: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in without_diacritics(words).lower())
    plain = " ".join(letters.split())
    for lead in _LEADING:
        plain = plain.removeprefix(lead)
    return plain.replace("chien sy", "chien si")
