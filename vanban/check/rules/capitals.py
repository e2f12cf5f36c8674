"""TT-21, first part: capitals of sentences, citations, days, and words of respect (Phụ lục II, I and V)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit
from vanban.check.prose import FIXED, passages
from vanban.check.register import rule
from vanban.check.rules.capitals_names import LAW_NAMES, MESSAGE, REMEDY
from vanban.language import N_
from vanban.tiengviet.capitals import begins_sentence
from vanban.tiengviet.names import LUNAR_YEARS
from vanban.tiengviet.tones import CAPITAL, SMALL

_ABBREVIATED = frozenset(
    ("tr", "vv", "tp", "tx", "tt", "đt", "sđt", "ths", "ts", "gs", "bs", "st", "nxb", "vd", "stt", "gv", "hs")
)
"""Before their full stop no sentence ends."""
_SENTENCE = re.compile(
    rf"(?P<last>(?<!\w)\w+|[)%”\"])(?P<stop>[.?!])[ \xa0]+(?P<first>[{SMALL}]+)(?![\w@./])"
)
_SENTENCES = frozenset(("doan", "khoan", "diem", "dieu", "dieu_loi", "can_cu"))
"""Components that are made of sentences, each on its own line."""
_HEADINGS = frozenset(
    ("muc_la_ma", "phan_tieu_de", "muc_tieu_de", "dieu", "khoan_tieu_de", "diem_tieu_de", "menh_lenh")
)
"""Titles in the body: whole on their lines, so what follows begins anew."""


@rule(
    "TT-2101",
    N_("Viết hoa chữ đầu câu"),
    clause="Phụ lục II, I",
    message=N_("Chữ đầu câu «{found}» chưa viết hoa."),
    remedy=N_("Viết «{right}», hoặc thay dấu chấm câu trước đó nếu câu chưa hết."),
    bad=Example("doan", "Nhà trường phát động phong trào đọc sách. mỗi lớp đăng ký một tủ sách."),
    good=Example(
        "doan", "Nhà trường phát động phong trào đọc sách, truyện, v.v. theo kế hoạch. Mỗi lớp có tủ."
    ),
    severity="warning",
)
def sentences(case: Case) -> Iterator[Hit]:
    """A small letter after ``.``, ``?`` or ``!`` within a paragraph."""
    for passage in passages(case, besides=FIXED | {"noi_nhan", "dia_chi"}):
        for found in _SENTENCE.finditer(passage.text):
            start, end = found.span("first")
            word = found["first"]
            if _ends_sentence(passage.text, found) and not passage.shown_in_capitals(start, end):
                yield passage.hit(start, end, found=word, right=word.capitalize())


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether the mark ends a sentence: not after an abbreviation, a number of an item or a blank."""
    last = found["last"]
    if found["stop"] != ".":
        return last not in ')”"'
    if last in ')%”"':
        return True
    if last.isdigit():
        return len(last) == 4 and not begins_sentence(text, found.start("last"))
    before = text[found.start() - 1 : found.start()]
    return len(last) > 1 and last.islower() and last not in _ABBREVIATED and before not in tuple("./@-")


_FIRST = re.compile(rf"[ \xa0]*(?:(?:[-+•–*]|(?:\d+\.)+|\d+\)|[a-zđ]\))[ \xa0\t]*)?([{SMALL}]+)(?![\w@./)])")
_ENDED = re.compile(r"[.;:!?][ \xa0\t]*$")


@rule(
    "TT-2116",
    N_("Viết hoa chữ đầu dòng"),
    clause="Phụ lục II, I",
    message=N_("Chữ đầu dòng «{found}» chưa viết hoa."),
    remedy=N_("Viết «{right}»."),
    bad=Example("doan", "các trường học trên địa bàn phường thực hiện những nội dung sau:"),
    good=Example("doan", "Các trường học trên địa bàn phường thực hiện những nội dung sau:"),
    severity="warning",
    needs="docx",
)
def lines(case: Case) -> Iterator[Hit]:
    """A small letter that begins a paragraph, where the paragraph before is a title or has ended."""
    ended = False
    for passage in passages(case, tables=False):
        found = _FIRST.match(passage.text)
        if (
            found
            and passage.part.id in _SENTENCES
            and passage.part.start == 0
            and ended
            and not passage.shown_in_capitals(*found.span(1))
        ):
            yield passage.hit(*found.span(1), found=found[1], right=found[1].capitalize())
        ended = passage.part.id in _HEADINGS or bool(_ENDED.search(passage.text))


_DOCUMENTS = (
    *("nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn"),
    *("chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình"),
    *("hợp đồng", "công văn", "công điện", "nghị định", "thông tư", "thông tư liên tịch", "luật"),
)
_NUMBERED = re.compile(rf"(?<!\w)({'|'.join(_DOCUMENTS)})(?= số:? ?\d[\w.-]{{0,20}}/[\w/&-]*[A-ZĐ])")
_NO_LAWS = "Việt|Chính|Quốc|Anh|Mỹ|Pháp|Hồi|La"
"""What follows "luật" without naming one: of a country, by a body."""
_NAMED_LAW = re.compile(
    r"(?<!\w)(?<![Pp]háp )(?<![Bb]ộ )"
    rf"(?:(?:bộ luật|luật|pháp lệnh)(?! (?:{_NO_LAWS}) )(?= [{CAPITAL}][{SMALL}]+ )"
    rf"|hiến pháp(?= năm (?:1992|2013)))"
)


@rule(
    "TT-2115",
    N_("Viết hoa tên loại văn bản được nói đến"),
    clause="Phụ lục II, V.6",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Nhà trường phổ biến các điểm mới của luật Điện ảnh đến phụ huynh học sinh."),
    good=Example("doan", "Nhà trường phổ biến các điểm mới của Luật Điện ảnh và pháp luật Việt Nam."),
    severity="warning",
)
def documents(case: Case) -> Iterator[Hit]:
    """«nghị định số 30/…», «luật Điện ảnh»; laws that are known by name have a rule of their own."""
    for passage in passages(case):
        known = {slip.start for slip in LAW_NAMES.slips(passage.text)}
        for pattern in (_NUMBERED, _NAMED_LAW):
            for found in pattern.finditer(passage.text):
                word = found[0]
                if found.start() not in known and not passage.shown_in_capitals(*found.span()):
                    yield passage.hit(*found.span(), found=word, right=word.capitalize())


_ARABIC = r"\d{1,3}[a-zđ]?(?!\w)(?![.,]\d)"
_NUMERAL = rf"(?:[IVXLC]+|{_ARABIC})(?!\w)"
_CITED = r"(?:Bộ luật|Luật|Pháp lệnh|Nghị|Thông tư|Quyết định|Quy |Kế hoạch|Công văn|Chỉ thị|Hiến pháp|Điều)"
_LAW_LEVELS = r"(?:[Pp]hần|[Cc]hương|[Mm]ục|[Tt]iểu mục|[Đđ]iều|[Kk]hoản)"
_TO_SMALL = re.compile(rf"(?<!\w)(Khoản (?={_ARABIC})|Điểm (?=[a-zđ](?!\w)))")
_TO_CAPITAL = re.compile(
    rf"(?<!\w)(?:(?:khoản {_ARABIC}|điểm [a-zđ]),? (?P<clause>điều) {_NUMERAL}"
    rf"|(?P<article>điều) {_ARABIC}(?= (?:của )?{_CITED})"
    rf"|(?<!Tiểu )(?P<level>phần|chương|mục|tiểu mục) {_NUMERAL}"
    rf"(?= (?:của )?{_CITED}| {_LAW_LEVELS} {_NUMERAL}))"
)


@rule(
    "TT-2112",
    N_("Viết hoa khi viện dẫn phần, chương, mục, điều, khoản, điểm"),
    clause="Phụ lục II, V.7",
    message=MESSAGE,
    remedy=N_("Viết «{right}»: điểm, khoản viết thường; phần, chương, mục, tiểu mục, điều viết hoa."),
    bad=Example("doan", "Nhà trường thực hiện nội dung quy định tại Khoản 2 của Kế hoạch này."),
    good=Example("doan", "Nhà trường thực hiện nội dung quy định tại khoản 2 của Kế hoạch này."),
    severity="warning",
)
def citations(case: Case) -> Iterator[Hit]:
    """«Khoản 2 điều 5»."""
    for passage in passages(case):
        text = passage.text
        for found in _TO_SMALL.finditer(text):
            word = found[1].strip()
            if not begins_sentence(text, found.start()):
                yield passage.hit(found.start(), found.start() + len(word), found=word, right=word.lower())
        for found in _TO_CAPITAL.finditer(text):
            name = found.lastgroup or ""
            yield passage.hit(*found.span(name), found=found[name], right=found[name].capitalize())


_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?:sáng|chiều|tối|trưa|từ|đến|vào|và|hoặc|các) (?P<day>thứ (?:hai|tư|sáu|bảy))"
    r"(?= (?:hằng|hàng|mỗi|đến|và thứ|tuần)|,? (?:ngày \d|\(ngày|chủ nhật|Chủ nhật)| - thứ)"
    r"|(?P<weekly>thứ (?:hai|ba|tư|năm|sáu|bảy))(?= (?:hằng|hàng) tuần))(?!\w)"
)
_MONTH = re.compile(r"(?<!\w)(?P<month>tháng (?:giêng|chạp|(?:ba|tư|sáu|bảy|tám|chín)(?= năm \d{4})))(?!\w)")
_LUNAR = re.compile(rf"(?<!\w)(?:năm|xuân|đán) (?P<lunar>{'|'.join(LUNAR_YEARS)})(?!\w)", re.IGNORECASE)


@rule(
    "TT-2113",
    N_("Viết hoa ngày trong tuần, tháng, năm âm lịch ghi bằng chữ"),
    clause="Phụ lục II, V.8",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Thư viện mở cửa phục vụ bạn đọc vào chiều thứ sáu hằng tuần."),
    good=Example("doan", "Thư viện mở cửa phục vụ bạn đọc lần thứ hai vào chiều thứ Sáu hằng tuần."),
    severity="warning",
)
def days(case: Case) -> Iterator[Hit]:
    """«thứ hai hằng tuần», «tháng giêng», «năm Bính ngọ»."""
    for passage in passages(case):
        for pattern in (_WEEKDAY, _MONTH, _LUNAR):
            for found in pattern.finditer(passage.text):
                name = found.lastgroup or ""
                word = found[name]
                kept, named = ("", word) if name == "lunar" else word.split(" ")
                right = f"{kept} {named.title()}".strip()
                if word != right and not word.isupper():
                    yield passage.hit(*found.span(name), found=word, right=right)


_RESPECT = re.compile(
    r"(?<!\w)(?:(?:Đảng(?: và|,)|của) (?P<state>nhà nước)(?= và| về|,|\.|;|$)"
    r"|(?:(?:Đảng|Nhà nước)(?: và|,)) (?P<people>nhân dân)(?= ta|\.|,|;|$)"
    r"|của (?P<party>đảng)(?= và [Nn]hà nước|, [Nn]hà nước| ta(?!\w)))(?!\w)"
)


@rule(
    "TT-2107",
    N_("Viết hoa Đảng, Nhà nước, Nhân dân"),
    clause="Phụ lục II, V.1 và V.4",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Tuyên truyền chủ trương của Đảng và nhà nước về chuyển đổi số."),
    good=Example("doan", "Tuyên truyền chủ trương của Đảng và Nhà nước về quản lý nhà nước."),
    severity="note",
)
def respect(case: Case) -> Iterator[Hit]:
    """«Đảng và nhà nước», where the words stand for the State, the People and the Party themselves."""
    for passage in passages(case):
        for found in _RESPECT.finditer(passage.text):
            name = found.lastgroup or ""
            yield passage.hit(*found.span(name), found=found[name], right=found[name].capitalize())
