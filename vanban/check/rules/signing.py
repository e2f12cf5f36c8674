"""TT-09: authority, office and name of the signer (Phụ lục I, Phần I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.model import Case, Example, Hit, Restyle, Reword, at
from vanban.check.register import rule
from vanban.check.rules.looks import Titles, look_rules
from vanban.language import N_
from vanban.parts import Part
from vanban.thethuc import COMPONENTS
from vanban.thethuc.measures import PL1
from vanban.thethuc.writing import AUTHORITIES, AUTHORITY_CLAUSE, in_order

_CLAUSE = COMPONENTS["quyen_han"].clause
_FORM = re.compile(
    r"\s*(?P<form>T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|TM|KT|TUQ|TL|Q)(?P<dot>\s*[.:]?\s*)(?P<rest>\S.*)", re.DOTALL
)
_PERSONS = re.compile(r"(?:GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG|CHỦ TỊCH|CHÁNH|BỘ TRƯỞNG|THỦ TRƯỞNG)\b")
_TITLES = re.compile(
    r"\s*(?P<title>(?:GS|PGS|TS|ThS|Th\.S|TSKH|KS|BS|CN|NGƯT|NGND|NSND|NSƯT|Thạc sĩ|Tiến sĩ|Giáo sư|"
    r"Phó Giáo sư|Ông|Bà|Đ/c|Đồng chí|Kỹ sư|Cử nhân|Bác sĩ|Đại tá|Thượng tá|Trung tá|Thiếu tá|"
    r"Đại úy|Thượng úy)\b\.?)[\s.]"
)
_MAY_HAVE_TITLES = re.compile(
    r"TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|MẦM NON|GIÁO DỤC|BỆNH VIỆN|Y TẾ|QUÂN SỰ|QUÂN KHU|QUÂN ĐỘI|BỘ ĐỘI|CÔNG AN|"
    r"CẢNH SÁT|QUỐC PHÒNG|BIÊN PHÒNG|NGHIÊN CỨU|VIỆN"
)
"""Bodies whose signers may have a rank or degree before the name (II.7.c)."""
_SIGNED_BY_HAND = frozenset(("bien-ban", "hop-dong", "ban-ghi-nho", "ban-thoa-thuan", "giay-nghi-phep"))
"""Kinds that parties sign, each with a name of his own writing."""

look_rules("09", 1, "quyen_han", Titles(
    N_("Cỡ chữ quyền hạn, chức vụ"), N_("Kiểu chữ quyền hạn, chức vụ"),
    N_("Vị trí quyền hạn, chức vụ")))  # fmt: skip
look_rules("09", 4, "ho_ten", Titles(
    N_("Cỡ chữ họ tên người ký"), N_("Kiểu chữ họ tên người ký"), N_("Vị trí họ tên người ký")))  # fmt: skip


def _blocks(case: Case) -> list[list[Part]]:
    """The lines of each signer: parts of one cell, or lines that follow each other."""
    blocks: list[list[Part]] = []
    for part in case.all("quyen_han", "ho_ten", "chuc_vu_khac", annex=None):
        last = blocks[-1][-1] if blocks else None
        same = last and last.annex == part.annex and last.id != "ho_ten" and _column(last) == _column(part)
        if same:
            blocks[-1].append(part)
        else:
            blocks.append([part])
    return blocks


def _column(part: Part) -> tuple[int, int] | None:
    cell = part.paragraph.cell
    return (cell.table, cell.column) if cell else None


def _offices(block: list[Part]) -> list[Part]:
    return [part for part in block if part.id == "quyen_han"]


@rule(
    "TT-0907",
    N_("Quyền hạn, chức vụ bằng chữ in hoa"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Quyền hạn, chức vụ có chữ in thường: «{found}»."),
    remedy=N_("Ghi bằng chữ in hoa."),
    bad=Example("quyen_han", text="TM. Ủy ban nhân dân"),
    good=Example("quyen_han", text="TM. ỦY BAN NHÂN DÂN"),
)
def offices_in_capitals(case: Case) -> Iterator[Hit]:
    """Typed or shown so."""
    for part in case.all("quyen_han"):
        caps = all(look.caps for look in part.paragraph.look_at(part.start, part.end))
        if (
            not caps
            and any(letter.islower() for letter in part.text)
            and not part.text.strip().startswith("(")
        ):
            yield at(part, Restyle({"caps": True}, part.start, part.end), found=part.text.strip())


@rule(
    "TT-0908",
    N_("Dạng ghi quyền hạn ký (TM., KT., TL., TUQ.)"),
    clause=AUTHORITY_CLAUSE,
    fixable=True,
    message=N_("Quyền hạn ghi «{found}»."),
    remedy=N_("Ghi «{wanted}», có dấu chấm và cách một chữ."),
    bad=Example("quyen_han", text="TM ỦY BAN NHÂN DÂN"),
    good=Example("quyen_han", text="TM. ỦY BAN NHÂN DÂN"),
)
def authority_is_abbreviated_so(case: Case) -> Iterator[Hit]:
    """``TM.`` and a space: no slash, no missing dot."""
    for part in case.all("quyen_han"):
        found = _FORM.match(part.text)
        if not found or not part.text.strip().isupper():
            continue
        form = re.sub(r"[\s/]", "", found["form"]) + "."
        head = found["form"] + found["dot"]
        if form in AUTHORITIES and head != f"{form} " and (found["dot"].strip() or found["dot"]):
            start = part.start + found.start("form")
            end = part.start + found.end("dot")
            yield at(
                part, Reword(start, end, f"{form} "), start=start, end=end, found=head.strip(), wanted=form
            )


@rule(
    "TT-0909",
    N_("Sau KT. là cấp phó"),
    clause=AUTHORITY_CLAUSE,
    message=N_("Dưới «{above}» là «{found}»."),
    remedy=N_("Người ký thay là cấp phó: ghi chức vụ «PHÓ …», hoặc bỏ «KT.»."),
    bad=Example("quyen_han", text="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", kind="quyet-dinh"),
    good=Example("quyen_han"),
)
def deputies_sign_for_heads(case: Case) -> Iterator[Hit]:
    """Under ``KT. CHỦ TỊCH`` stands ``PHÓ CHỦ TỊCH``."""
    for block in _blocks(case):
        for above, below in pairwise(_offices(block)):
            form = _FORM.match(above.text)
            if form and form["form"].replace("/", "") == "KT" and _PERSONS.match(below.text.strip()):
                yield at(below, above=above.text.strip(), found=below.text.strip())


@rule(
    "TT-0910",
    N_("Sau TM. là tập thể"),
    clause=AUTHORITY_CLAUSE,
    message=N_("«TM.» đứng trước chức vụ của một người: «{found}»."),
    remedy=N_("Ghi «TM.» trước tên tập thể lãnh đạo hoặc cơ quan; thủ trưởng ký thì ghi thẳng chức vụ."),
    bad=Example("quyen_han", text="TM. GIÁM ĐỐC", kind="cong-van"),
    good=Example("quyen_han", text="TM. ỦY BAN NHÂN DÂN"),
)
def collectives_are_stood_for(case: Case) -> Iterator[Hit]:
    """A person is not stood for with ``TM.``."""
    for part in case.all("quyen_han"):
        found = _FORM.match(part.text)
        if found and found["form"].replace("/", "") == "TM" and _PERSONS.match(found["rest"].strip()):
            yield at(part, found=found["rest"].strip())


@rule(
    "TT-0911",
    N_("Thứ tự TM., KT. trước chức vụ"),
    clause=AUTHORITY_CLAUSE,
    message=N_("Các dòng quyền hạn chưa đúng thứ tự."),
    remedy=N_("Ghi lần lượt: {wanted}."),
    bad=Example("quyen_han", text="KT. CHỦ TỊCH\nTM. ỦY BAN NHÂN DÂN", kind="to-trinh"),
    good=Example("quyen_han", kind="to-trinh"),
)
def authority_in_order(case: Case) -> Iterator[Hit]:
    """The collective first, then who signs for whom."""
    for block in _blocks(case):
        lines = [part for part in _offices(block) if _FORM.match(part.text)]
        words = [part.text.strip() for part in lines]
        if words and in_order(words) != words:
            yield at(lines[0], wanted=", ".join(in_order(words)))


@rule(
    "TT-0912",
    N_("Không ghi học hàm, học vị trước họ tên"),
    clause=f"{PL1}, II.7.c",
    severity="warning",
    message=N_("Trước họ tên có «{found}»."),
    remedy=N_(
        "Chỉ ghi họ và tên. Đơn vị sự nghiệp giáo dục, y tế, khoa học và lực lượng vũ trang thì được ghi."
    ),
    bad=Example("ho_ten", text="TS. Trần Thị B"),
    good=Example("ho_ten", text="Trần Thị B"),
)
def names_stand_alone(case: Case) -> Iterator[Hit]:
    """No degree or rank, but where the clause lets them be."""
    issuer = " ".join(part.text.upper() for part in case.all("co_quan_chu_quan", "co_quan"))
    if _MAY_HAVE_TITLES.search(issuer):
        return
    for part in case.all("ho_ten"):
        if found := _TITLES.match(part.text):
            yield at(part, found=found["title"])


@rule(
    "TT-0913",
    N_("Dưới TL., TUQ. không phải cấp phó của chính chức vụ đó"),
    clause=AUTHORITY_CLAUSE,
    severity="warning",
    message=N_("Dưới «{above}» là «{found}»."),
    remedy=N_("Cấp phó ký thay thì ghi «KT.»; «TL.» và «TUQ.» dành cho cấp dưới được giao ký."),
    bad=Example("quyen_han", text="TL. CHỦ TỊCH\nPHÓ CHỦ TỊCH", kind="quyet-dinh", last=True),
    good=Example("quyen_han", text="TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", kind="quyet-dinh", last=True),
)
def deputies_do_not_sign_by_order(case: Case) -> Iterator[Hit]:
    """A deputy signs for the head (Điều 13.1); by order sign heads of the units below."""
    for block in _blocks(case):
        for above, below in pairwise(_offices(block)):
            form = _FORM.match(above.text)
            if (
                form
                and form["form"] in ("TL", "TUQ")
                and below.text.split() == ["PHÓ", *form["rest"].split()]
            ):
                yield at(below, above=above.text.strip(), found=below.text.strip())


@rule(
    "TT-0914",
    N_("Dưới KT., TL., TUQ. có chức vụ người ký"),
    clause=f"{PL1}, II.7.b",
    message=N_("Dưới «{found}» không có chức vụ của người ký."),
    remedy=N_("Ghi chức vụ của người ký ở dòng dưới."),
    bad=Example("quyen_han", text="KT. CHỦ TỊCH", kind="quyet-dinh", last=True),
    good=Example("quyen_han", text="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", kind="quyet-dinh", last=True),
)
def signers_tell_their_office(case: Case) -> Iterator[Hit]:
    """Who signs for another says what he is."""
    for block in _blocks(case):
        offices = _offices(block)
        form = _FORM.match(offices[-1].text) if offices else None
        if form and form["form"].replace("/", "") in ("KT", "TL", "TUQ"):
            yield at(offices[-1], found=offices[-1].text.strip())


@rule(
    "TT-0915",
    N_("Có họ tên người ký"),
    clause=f"{PL1}, II.7.c",
    severity="warning",
    message=N_("Dưới «{found}» không có họ tên người ký."),
    remedy=N_("Ghi họ và tên người ký."),
    bad=Example("ho_ten", drop=True, kind="quyet-dinh"),
    good=Example("ho_ten", kind="quyet-dinh"),
)
def signers_tell_their_name(case: Case) -> Iterator[Hit]:
    """The last block of signers ends with a name; parties to minutes and contracts write theirs."""
    if case.kind is None or case.kind.id in _SIGNED_BY_HAND or case.all("ho_ten"):
        return
    if offices := case.all("quyen_han"):
        yield at(offices[-1], found=offices[-1].text.strip())
