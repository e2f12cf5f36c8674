"""Random documents as offices write them: ordinary words, levels in order, tables, notes, annexes."""

from __future__ import annotations

from hypothesis import strategies as st

from vanban.document.blocks import Block, Cell, Column, Footnote, Inline, LineBreak, Para, PhuLuc, Run, Table
from vanban.document.inline import normal
from vanban.document.model import Document
from vanban.thethuc import KINDS
from vanban.tiengviet.letters import LETTERS, roman

_SUBJECTS = ("Phòng Văn hóa - Xã hội", "Các trường học trên địa bàn", "Công an phường", "Đoàn Thanh niên",
             "Hiệu trưởng các trường", "Văn phòng HĐND và UBND", "Trạm Y tế")  # fmt: skip
_VERBS = ("phối hợp tuyên truyền", "xây dựng kế hoạch", "kiểm tra, đôn đốc", "tổng hợp, báo cáo kết quả",
          "bố trí kinh phí", "hướng dẫn thực hiện", "rà soát số liệu")  # fmt: skip
_OBJECTS = ("về chuyển đổi số", "việc thực hiện nếp sống văn minh", "phong trào thi đua yêu nước",
            "công tác phòng, chống dịch bệnh", "hoạt động hè cho thiếu nhi",
            "an toàn giao thông")  # fmt: skip
_ENDS = ("trước ngày 15/11/2026", "theo quy định", "tại 12 tổ dân phố", "(qua đồng chí Nguyễn Văn A)",
         "đạt từ 95,5% trở lên", "với 1.250 lượt người", "trong quý IV năm 2026")  # fmt: skip

phrases = st.tuples(st.sampled_from(_VERBS), st.sampled_from(_OBJECTS)).map(" ".join)
titles = phrases.map(lambda words: words[0].upper() + words[1:])
clauses = st.tuples(st.sampled_from(_SUBJECTS), phrases, st.sampled_from(_ENDS)).map(" ".join)
sentences = st.lists(clauses, min_size=1, max_size=4).map(lambda parts: ". ".join(parts) + ".")
several_lines = st.lists(clauses, min_size=4, max_size=5).map(lambda parts: ". ".join(parts) + ".")
"""More than a line, also across a page on its long side: what a PDF shows of one line tells no indent."""


@st.composite
def texts(draw: st.DrawFn, words: st.SearchStrategy[str] = sentences) -> Inline:
    """A sentence, at times with bold or italic words in it, at times with a footnote."""
    text = draw(words)
    parts: list[Run | Footnote] = [Run(text)]
    if draw(st.booleans()) and " " in text:
        first, rest = text.split(" ", 1)
        look = draw(st.sampled_from([(True, False), (False, True), (True, True)]))
        parts = [Run(f"{first} "), Run(rest.split(" ")[0], *look), Run(rest.removeprefix(rest.split(" ")[0]))]
    if draw(st.integers(0, 9)) == 0:
        parts.append(Footnote((Run(draw(sentences)),)))
    return normal(parts)


plain_texts = sentences.map(lambda words: (Run(words),))
_title_runs = titles.map(lambda words: (Run(words),))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A column of numbers, words, and figures; at times a row that merges two cells."""
    rows = [tuple(Cell((Run(name),)) for name in ("TT", "Nội dung", "Số lượng"))]
    for number in range(1, draw(st.integers(2, 5))):
        words: Inline = (Run(draw(clauses)),)
        if draw(st.booleans()):
            words = (*words, LineBreak(), Run(draw(phrases)))
        rows.append((Cell((Run(str(number)),)), Cell(words), Cell((Run(str(draw(st.integers(0, 10**7)))),))))
    if draw(st.booleans()):
        rows.append((Cell((Run("Tổng cộng"),)), Cell(merge="left"), Cell((Run("1250"),))))
    columns = (Column(1, "giua"), Column(5), Column(2, "phai", draw(st.booleans())))
    caption = draw(st.one_of(st.just(()), titles.map(lambda words: (Run(f"Bảng 1. {words}"),))))
    return Table(columns, tuple(rows), 1, caption)


@st.composite
def lists(draw: st.DrawFn) -> list[Block]:
    """Dashes, points in letter order, or paragraphs."""
    count = draw(st.integers(1, 3))
    kind = draw(st.sampled_from(["gach", "diem", "doan", "gach-cong"]))
    if kind == "gach-cong":
        return [Para("gach", "", draw(texts())), *(Para("cong", "", draw(texts())) for _ in range(count))]
    if kind == "diem":
        return [Para("diem", LETTERS[place], draw(texts())) for place in range(count)]
    return [Para("gach" if kind == "gach" else "doan", "", draw(texts())) for _ in range(count)]


@st.composite
def sections(draw: st.DrawFn) -> list[Block]:
    """I., 1. with titles or sentences, lists and tables under them."""
    blocks: list[Block] = []
    for number in range(1, draw(st.integers(2, 3))):
        blocks.append(Para("muc", roman(number), draw(_title_runs)))
        for khoan in range(1, draw(st.integers(2, 4))):
            if draw(st.booleans()):
                blocks.append(Para("khoan", str(khoan), draw(_title_runs), titled=True))
                blocks += draw(lists())
            else:
                blocks.append(Para("khoan", str(khoan), draw(texts())))
        if draw(st.integers(0, 3)) == 0:
            blocks.append(draw(tables()))
    return blocks


@st.composite
def articles(draw: st.DrawFn) -> list[Block]:
    """Điều, with a title and khoản under it, or as a sentence; at times under chương."""
    blocks: list[Block] = []
    if draw(st.booleans()):
        blocks.append(Para("chuong", "I", draw(_title_runs)))
    for number in range(1, draw(st.integers(2, 4))):
        if draw(st.booleans()):
            blocks.append(Para("dieu", str(number), draw(_title_runs), titled=True))
            blocks += [Para("khoan", str(place), draw(plain_texts)) for place in range(1, 4)]
        else:
            blocks.append(Para("dieu", str(number), draw(plain_texts)))
    return blocks


_ISSUERS = ({"co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"]},
            {"co_quan_chu_quan": ["UBND PHƯỜNG TÂY MỖ"],
             "co_quan": ["TRƯỜNG TIỂU HỌC BÌNH MINH"]})  # fmt: skip
_SIGNERS = (
    {
        "quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        "chuc_vu": "PHÓ CHỦ TỊCH",
        "ho_ten": "Nguyễn Văn A",
    },
    {"chuc_vu": "HIỆU TRƯỞNG", "ho_ten": "Trần Thị B"},
)
_RECIPIENTS = ("Đảng ủy, HĐND phường (để báo cáo)", "Các trường học trên địa bàn", "Chủ tịch, các PCT UBND",
               "Cổng thông tin điện tử phường")  # fmt: skip
_BASES = ("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019",
          "Căn cứ Kế hoạch số 671/KH-SGDĐT ngày 14 tháng 02 năm 2026 của Sở Giáo dục và Đào tạo",
          "Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội")  # fmt: skip
_ARTICLED = ("quyet-dinh", "nghi-quyet", "quy-che", "quy-dinh")


@st.composite
def likely_documents(draw: st.DrawFn) -> Document:
    """A document of any kind."""
    kind = KINDS[draw(st.sampled_from(list(KINDS)))]
    symbol = "UBND-VHXH" if not kind.form.titled else f"{kind.abbreviation}-UBND"
    body = [Para("doan", "", draw(texts())), *draw(articles() if kind.id in _ARTICLED else sections())]
    last = Para("doan", "", draw(plain_texts))
    annexes = [
        PhuLuc(
            draw(titles),
            (
                Para("doan", "", draw(texts(several_lines))),
                *draw(sections()),
                Para("doan", "", draw(plain_texts)),
            ),
            draw(st.booleans()),
        )
        for _ in range(draw(st.sampled_from([0, 0, 1, 2])))
    ]
    data: dict[str, object] = {
        "loai": kind.id,
        **draw(st.sampled_from(_ISSUERS)),
        "so": draw(st.sampled_from(["", "05", "128"])),
        "ky_hieu": symbol,
        "dia_danh": "Tây Mỗ",
        "ngay": draw(st.sampled_from(["2026-03-16", "2026-03"])),
        "trich_yeu": draw(titles),
        "can_cu": draw(st.sampled_from([[], _BASES[:1], _BASES])),
        "nguoi_ky": draw(st.sampled_from(_SIGNERS)),
        "noi_nhan": draw(st.lists(st.sampled_from(_RECIPIENTS), min_size=1, unique=True)),
        "luu": draw(st.sampled_from(["VT", "VT, VHXH"])),
    }
    if kind.form.addressed != "never":
        data["kinh_gui"] = draw(st.sampled_from([["Sở Giáo dục và Đào tạo"], list(_SUBJECTS[:3])]))
    if kind.form.authority_line:
        data["tham_quyen_ban_hanh"] = "ỦY BAN NHÂN DÂN PHƯỜNG TÂY MỖ"
    return Document(**data, noi_dung=(*body, last), phu_luc=tuple(annexes))
