"""What counts on from year to year: ordinals, jubilees, the names of the lunar years."""

from __future__ import annotations

import re

from vanban.next_year.times import YEAR, Times

_IN_WORDS = r"nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?"
_ORDINAL = re.compile(
    r"(?<!\w)(?P<word>lần thứ|(?:khóa|khoá)(?: thứ)?|kỳ họp thứ)\s+"
    rf"(?P<number>\d{{1,3}}|(?-i:[IVXLC]+)|(?<=thứ )(?:{_IN_WORDS}))(?![\w/.]|\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?<!\w)(?:đại hội|hội thi|hội khỏe|ngày hội|liên hoan|giải|cuộc thi)(?!\w)", re.IGNORECASE
)
"""What is held again and again; another ``lần thứ hai`` in words is a step of the same affair."""
_NTH_YEAR = re.compile(
    rf"(?<!\w)là\s+năm\s+(?P<nth>đầu(?: tiên)?|thứ (?:{_IN_WORDS}|\d{{1,2}})|bản lề|cuối(?: cùng)?)(?!\w)",
    re.IGNORECASE,
)
_JUBILEE = re.compile(
    r"(?<!\w)(?:(?:lễ\s+)?kỷ\s+niệm\s+(?:lần\s+thứ\s+)?(?P<number>\d{1,4})\s+năm"
    r"|(?P<count>\d{1,4})\s+năm\s+(?=ngày\s+(?:thành lập|sinh|giải phóng|truyền thống|mất|Quốc|Cách|Chiến|Nhà"
    r"|Thương)|giải phóng|thành lập|xây dựng và (?:phát triển|trưởng thành)|Cách mạng|Chiến thắng"
    r"|Quốc khánh))",
    re.IGNORECASE,
)
_CANS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_CHIS = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_LUNAR_YEAR = re.compile(
    rf"(?<!\w)(?P<name>(?:{'|'.join(_CANS)})\s+(?:{'|'.join(_CHIS)}|Tí|Tị))(?!\w)"
    rf"(?:\s*[-–(]?\s*(?P<year>{YEAR})(?!\d))?",
    re.IGNORECASE,
)
_BORN_IN = re.compile(r"(?:sinh\s+năm|tuổi)\s+\Z", re.IGNORECASE)


def ordinals(times: Times) -> None:
    """Mark what counts: what is held every year goes up with the years, terms and congresses do not."""
    for found in times.each(_JUBILEE):
        name = "number" if found["number"] else "count"
        times.mark(*_trimmed(found), "ky_niem", _raised(found, name, times.by).rstrip())
    for found in times.each(_NTH_YEAR):
        times.mark(*found.span("nth"), "nam_thu")
    for found in times.each(_ORDINAL):
        if found["number"].islower() and not _EVENT.search(times.before(found.start())):
            continue
        yearly = found["number"].isdigit() and found["word"].lower() == "lần thứ"
        times.mark(*found.span(), "lan_thu", _raised(found, "number", times.by) if yearly else "")


def lunar_years(times: Times) -> None:
    """Move ``Tết Bính Ngọ`` where it names the paper's year or the next; a year of birth stays."""
    for found in times.each(_LUNAR_YEAR):
        for year in (times.year, times.year + 1):
            if _spelt(found["name"]) == lunar_year(year) and not _BORN_IN.search(times.before(found.start())):
                moved = lunar_year(year + times.by)
                moved = moved.upper() if found["name"].isupper() else moved
                times.change(*found.span("name"), moved, "nam_am_lich")
                if found["year"] == str(year):
                    times.change(*found.span("year"), str(year + times.by), "nam")


def lunar_year(year: int) -> str:
    """The name of the lunar year that begins in a year: ``Bính Ngọ``."""
    return f"{_CANS[(year - 4) % 10]} {_CHIS[(year - 4) % 12]}"


def _spelt(words: str) -> str:
    can, chi = words.title().split()
    return f"{can} {chi.replace('Tí', 'Tý').replace('Tị', 'Tỵ')}"


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), found.start() + len(found[0].rstrip())


def _raised(found: re.Match[str], name: str, by: int) -> str:
    start = found.start(name) - found.start()
    return found[0][:start] + str(int(found[name]) + by) + found[0][start + len(found[name]) :]
