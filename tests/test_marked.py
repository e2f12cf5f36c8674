"""The draft in Word: every change and every place to review is a comment on its very words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies as some
from tests.docx_audit import docx_faults
from tests.test_annotate import W, commented, comments_of, said
from vanban.document import Document, parse_source
from vanban.document.blocks import Block, Figure, Para, Table, plain
from vanban.document.model import NguoiKy
from vanban.next_year.marked import marked_docx
from vanban.next_year.model import Change, Draft, Path, Review, Spot
from vanban.next_year.places import Places
from vanban.ooxml import read_paper
from vanban.render import render
from vanban.render.compose import compose
from vanban.render.docx import render_docx
from vanban.thethuc import DECREE_LOOK
from vanban.tools.soffice import convert_with_soffice

PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

SOURCE = """\
---
loai: ke-hoach
co_quan_chu_quan: UBND THÀNH PHỐ HÀ NỘI
co_quan: [ỦY BAN NHÂN DÂN, PHƯỜNG TÂY MỖ]
dia_danh: Tây Mỗ
ngay: 2027
trich_yeu: Tuyên truyền về giáo dục năm 2027
can_cu:
  - Luật Giáo dục ngày 14/6/2019
  - Căn cứ Kế hoạch số 671/KH-SGDĐT ngày 14/02/2026
nguoi_ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Văn A}
noi_nhan: [Như Điều 2, Sở Giáo dục và Đào tạo]
luu: VT, VHXH
---
I. MỤC ĐÍCH năm 2027
1. Yêu cầu
- Tuyên truyền[^1] trong **năm học** 2026-2027 và năm 2027.
- Tuyên truyền[^2] trong **năm học** 2026-2027 và năm 2027.

{canh=trai,so}
| Năm 2027 | Số |
| Năm 2027 | 12027 |

Chương I
Năm 2027

Hết năm 2027.

[^1]: Năm 2027.
[^2]: Năm 2027.

Phụ lục I
KẾT QUẢ NĂM 2027

Năm 2027

Phụ lục II
Kết quả năm 2027

Năm 2027.
"""
DOCUMENT = parse_source(SOURCE).document


def texts_of(document: Document) -> dict[Path, str]:
    """The words of everything that is printed, by path, in reading order."""
    found: dict[Path, str] = {}

    def part(value: Document | NguoiKy, path: Path) -> None:
        for name, text in value:
            if isinstance(text, str):
                found[*path, name] = text
            elif isinstance(text, tuple) and text and isinstance(text[0], str):
                found.update({(*path, name, at): line for at, line in enumerate(text)})

    def body(blocks: tuple[Block, ...], path: Path) -> None:
        for at, block in enumerate(blocks):
            found[*path, at] = plain(block.text if isinstance(block, Para) else block.caption)
            if isinstance(block, Table):
                for y, row in enumerate(block.rows):
                    found.update({(*path, at, y, x): plain(cell.text) for x, cell in enumerate(row)})

    part(document, ())
    for at, signer in enumerate(document.nguoi_ky):
        part(signer, ("nguoi_ky", at))
    body(document.noi_dung, ("noi_dung",))
    for at, annex in enumerate(document.phu_luc):
        found["phu_luc", at, "tieu_de"] = annex.tieu_de
        body(annex.noi_dung, ("phu_luc", at, "noi_dung"))
    return found


def spot_of(words: str, path: Path) -> Spot:
    start = texts_of(DOCUMENT)[path].index(words)
    return Spot(path, start, start + len(words))


def review(words: str, *path: str | int, proposal: str = "") -> Review:
    return Review(spot_of(words, path), words, "x", f"Vì «{words}».", proposal)


def change(before: str, after: str, *path: str | int) -> Change:
    return Change(spot_of(after, path), before, after, "nam")


def authors(data: bytes) -> dict[str, str]:
    return {number: str(comment.get(f"{W}author")) for number, comment in comments_of(data).items()}


def printed(spot: Spot, data: bytes) -> str:
    found = Places(DOCUMENT, data, DECREE_LOOK).find(spot)
    assert found.paragraph
    return f"{found.paragraph.text[found.start : found.end]} | {found.paragraph.text}"


def test_words_are_found_wherever_the_form_puts_them() -> None:
    data = render(DOCUMENT, "docx")
    spots: dict[tuple[Path, str], str] = {
        (("co_quan", 1), "TÂY MỖ"): "TÂY MỖ | PHƯỜNG TÂY MỖ",
        (
            ("dia_danh",),
            "Mỗ",
        ): "Mỗ | Tây Mỗ, ngày\xa0\xa0\xa0\xa0\xa0\xa0tháng\xa0\xa0\xa0\xa0\xa0\xa0năm 2027",
        (("trich_yeu",), "năm 2027"): "năm 2027 | Tuyên truyền về giáo dục năm 2027",
        (("can_cu", 0), "2019"): "2019 | Căn cứ Luật Giáo dục ngày 14/6/2019;",
        (("nguoi_ky", 0, "quyen_han", 1), "CHỦ TỊCH"): "CHỦ TỊCH | KT. CHỦ TỊCH",
        (("nguoi_ky", 0, "ho_ten"), "A"): "A | Nguyễn Văn A",
        (("noi_nhan", 0), "Điều 2"): "Điều 2 | - Như Điều 2;",
        (("luu",), "VHXH"): "VHXH | - Lưu: VT, VHXH.",
        (("noi_dung", 0), "năm 2027"): "NĂM 2027 | I. MỤC ĐÍCH NĂM 2027",
        (("noi_dung", 2), "2026-2027"): "2026-2027 | - Tuyên truyền trong năm học 2026-2027 và năm 2027.",
        (("noi_dung", 4, 1, 0), "Năm 2027"): "Năm 2027 | Năm 2027",
        (("noi_dung", 4, 1, 1), "27"): "27 | 12.027",
        (("noi_dung", 5), "Năm 2027"): "NĂM 2027 | NĂM 2027",
        (("noi_dung", 6), "2027"): "2027 | Hết năm 2027./.",
        (("phu_luc", 0, "tieu_de"), "2027"): "2027 | KẾT QUẢ NĂM 2027",
        (("phu_luc", 1, "noi_dung", 0), "2027"): "2027 | Năm 2027./.",
    }
    assert {key: printed(spot_of(key[1], key[0]), data) for key in spots} == spots


def test_of_words_that_stand_twice_each_is_found() -> None:
    places = Places(DOCUMENT, render(DOCUMENT, "docx"), DECREE_LOOK)
    spots = [spot_of("năm 2027", ("noi_dung", at)) for at in (2, 3)]
    first, second = (places.find(spot).paragraph for spot in spots)
    assert first
    assert second
    assert second.number == first.number + 1
    assert places.find(Spot(("noi_dung", 2), 0, 12)).start == 2


@pytest.mark.parametrize(
    ("path", "beside"),
    [
        (("so",), "Số:"),
        (("ky_hieu",), "Số:"),
        (("ngay",), "Tây Mỗ, ngày"),
        (("nguoi_ky", 0, "chuc_vu_khac"), "PHÓ CHỦ TỊCH"),
        (("noi_dung", 4), "Năm 2027"),
        (("noi_dung", 3, "chu_thich", 0), "- Tuyên truyền trong"),
        (("noi_dung", 4, 1, 1, "chu_thich", 0), "12.027"),
        (("phu_luc", 1, "noi_dung", 7), "Năm 2027./."),
    ],
)
def test_what_has_no_words_of_its_own_is_marked_beside(path: Path, beside: str) -> None:
    found = Places(DOCUMENT, render(DOCUMENT, "docx"), DECREE_LOOK).find(Spot(path, 0, 0))
    assert found.paragraph
    assert found.paragraph.text.startswith(beside)
    assert found.end is None


def test_what_is_not_printed_is_marked_on_the_whole_paper() -> None:
    found = Places(DOCUMENT, render(DOCUMENT, "docx"), DECREE_LOOK).find(Spot(("ma_ho_so",), 0, 4))
    assert found.paragraph is None


# Random papers ------------------------------------------------------------------------------------------


def drawable(document: Document) -> Document:
    """Without pictures that have no size, and with the words that the form knows by how they begin."""

    def body(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(block for block in blocks if not (isinstance(block, Figure) and block.media == "jpeg"))

    annexes = tuple(replace(annex, noi_dung=body(annex.noi_dung)) for annex in document.phu_luc)
    return document.model_copy(update={"noi_dung": body(document.noi_dung), "phu_luc": annexes})


lines = st.lists(
    st.sampled_from(["TM.", "KT.", "TUQ. A", "Như", "Như trên", "Theo", "Lưu:", "Căn cứ", "V/v"]), max_size=3
).map(tuple)
tricky = st.builds(
    lambda document, a, b, c: drawable(document).model_copy(
        update={"noi_nhan": a, "can_cu": b, "nguoi_ky": (NguoiKy(quyen_han=c), *document.nguoi_ky[:1])}
    ),
    some.documents,
    lines,
    lines,
    lines,
)


PRIVATE = re.compile(r"\\U000f|\\U0010")
papers = (some.documents.map(drawable) | tricky).filter(lambda document: not PRIVATE.search(repr(document)))
"""Papers without private letters, which no font has."""


def solid(words: str) -> str:
    """Words as capitals without spaces, and without the signs that the form puts at an end or takes away."""
    return "".join(words.upper().split()).strip(".;:,/")


@PROPERTY
@given(document=papers, data=st.data())
def test_every_spot_of_every_paper_is_found(document: Document, data: st.DataObject) -> None:
    places = Places(document, render_docx(compose(document, DECREE_LOOK), DECREE_LOOK), DECREE_LOOK)
    texts = texts_of(document)
    path = data.draw(st.sampled_from(list(texts)))
    words = texts[path]
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    found = places.find(Spot(path, start, end))
    if path in places.by_path and words.strip():
        assert found.paragraph
        assert solid(words) in solid(found.paragraph.text) or solid(words).isdecimal()
        if solid(words[start:end]) and found.end is not None:
            shown = solid(found.paragraph.text[found.start : found.end])
            assert shown in solid(words[start:end]) or shown.replace(".", "") == solid(words[start:end])


@PROPERTY
@given(document=papers)
def test_blocks_are_found_in_their_order(document: Document) -> None:
    places = Places(document, render_docx(compose(document, DECREE_LOOK), DECREE_LOOK), DECREE_LOOK)
    for section in [("noi_dung",), *(("phu_luc", at, "noi_dung") for at in range(len(document.phu_luc)))]:
        numbers = [
            paragraph.number for path, paragraph in places.by_path.items() if path[: len(section)] == section
        ]
        assert numbers == sorted(set(numbers))


# The comments -------------------------------------------------------------------------------------------

DRAFT = Draft(
    DOCUMENT,
    2026,
    2027,
    (
        change("năm 2026", "năm 2027", "trich_yeu"),
        Change(Spot(("so",), 0, 0), "05", "", "so"),
        change("2025-2026", "2026-2027", "noi_dung", 2),
        change("năm 2026", "năm 2027", "noi_dung", 2),
        change("2026", "2027", "noi_dung", 4, 1, 0),
    ),
    (
        review("14/02/2026", "can_cu", 1, proposal="văn bản mới & <số>"),
        review("năm 2027", "noi_dung", 2),
        Review(Spot(("noi_dung", 2, "chu_thich", 0), 0, 8), "Năm 2027", "x", "Chưa rõ."),
        Review(Spot(("ma_ho_so",), 0, 0), "", "x", "Mã hồ sơ của năm trước."),
    ),
)


def test_a_review_says_why_and_what_could_stand_there() -> None:
    data = marked_docx(DRAFT)
    asked = [number for number, author in authors(data).items() if author == "vanban – cần xem"]
    assert [said(comments_of(data)[number]) for number in asked] == [
        ["Vì «14/02/2026».", "Đề nghị: văn bản mới & <số>"],
        ["Vì «năm 2027»."],
        ["«Năm 2027»: Chưa rõ."],
        ["Mã hồ sơ của năm trước."],
    ]
    assert [commented(data)[number] for number in asked][:2] == ["14/02/2026", "năm 2027"]


def test_the_changes_of_a_paragraph_are_one_comment_of_their_own_author() -> None:
    data = marked_docx(DRAFT)
    told = [number for number, author in authors(data).items() if author == "vanban – đã đổi"]
    assert {commented(data)[number]: said(comments_of(data)[number]) for number in told} == {
        "năm 2027": ["Năm của văn bản: năm 2026 → năm 2027"],
        "Số: \xa0\xa0\xa0\xa0\xa0\xa0\xa0/KH-UBND": ["Số để trống, chờ cấp số mới: 05 → (để trống)"],
        "2026-2027 và năm 2027": [
            "Đã đổi 2 chỗ:",
            "Năm của văn bản: 2025-2026 → 2026-2027",
            "Năm của văn bản: năm 2026 → năm 2027",
        ],
        "2027": ["Năm của văn bản: 2026 → 2027"],
    }


def test_the_first_comment_counts_and_tells_how_to_hide() -> None:
    data = marked_docx(DRAFT)
    first, hint = said(comments_of(data)["0"])
    assert first == "Bản nháp năm 2027, từ văn bản năm 2026: 5 chỗ đã đổi, 4 chỗ cần xem."
    assert "«vanban – cần xem»" in hint
    assert authors(data)["0"] == "vanban"


def test_the_paper_under_the_comments_is_the_same() -> None:
    before, after = read_paper(render(DOCUMENT, "docx")), read_paper(marked_docx(DRAFT))
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert marked_docx(DRAFT) == marked_docx(DRAFT)


def test_word_and_libreoffice_open_it() -> None:
    data = marked_docx(DRAFT)
    assert docx_faults(data) == []
    (pdf,) = convert_with_soffice([data])
    assert pdf.startswith(b"%PDF")
