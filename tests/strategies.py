"""Random documents and parts of them, in their normal form, with the texts that break careless programs."""

from __future__ import annotations

from hypothesis import strategies as st

from vanban.document.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Footnote,
    Inline,
    LineBreak,
    Para,
    PhuLuc,
    Run,
    Table,
    plain,
)
from vanban.document.inline import normal
from vanban.document.model import Document
from vanban.document.paragraphs import is_titled
from vanban.document.tables import COLUMN_KINDS, merge
from vanban.thethuc import KINDS
from vanban.tiengviet.letters import LETTERS, roman
from vanban.tiengviet.unicode import clean

HOSTILE = (
    "1. X", "1.1. X", "12.", "a) x", "đ) x", "f) x", "- x", "-x", "+ x", "– x", "• x", "I. X", "IV.",
    "C. Mác", "a | b", "|", "||", "**", "*", "***", "****", "* x", "(*)", "x * y", "_x_", "`x`", "~~", "\\",
    "\\\\", "\\1. x", "C:\\Users\\a", "{cau}", "x {cau}", "{tieu_de}", "{rong=1}", "{}", "{{ x }}",
    "{% if %}", "[^1]", "[^1]: x", "[^: x]", "[a](b)", "![a](b.png)", "Phụ lục", "Phụ lục I",
    "PHỤ LỤC II {ngang}", "Phụ lục 1", "Chương I", "Phần II. X", "Mục 1", "Tiểu mục 2: X", "Điều 1. X",
    "Điều 12.", "Bảng: x", "Hình: x", "^", "<", "<br>", "a<br/>b", "---", ":-:", "| --- |", "./.", "x./.",
    "x ./.", ".\\/.", ":", ": x", "# x", "#", "x #y", "'x'", '"x"', "“x”", "&amp;", "& < >", "$x$ @ %",
    "null", "true", "05", "1_000", "0x1F", "~", "yes", "a: b", "a:", "- ", "?", "!", "%x", "@x", "`", "[x",
    "{x", "...", "v.v.", "x;", "x.", "x:", "Lưu: VT", "Như trên", "ngày\xa0\xa0\xa0\xa0tháng", "=1+1",
    "2026. x", "1.", "đồng chí Đ", "<!-- x -->", "<!--", "<!-- x", "-->", "\\<!-- x -->",
    "<!-- XEM LẠI x -->", "# XEM LẠI x",
)  # fmt: skip
"""Ordinary words of papers that look like structure, YAML, Jinja2 or markup."""

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐƯƠẠệữỹọặằ0123456789 .,;:-/()"
words = st.text(_LETTERS, min_size=1, max_size=30)
anything = st.text(max_size=30)


def one_line(text: str) -> str:
    """Text as the model keeps it: clean, on one line, single spaces."""
    return " ".join(part for part in clean(text)[0].replace("\n", " ").split(" ") if part)


texts = st.one_of(
    words, st.sampled_from(HOSTILE), anything, st.tuples(words, st.sampled_from(HOSTILE)).map(" ".join)
)
lines = texts.map(one_line)
filled_lines = lines.filter(bool)

runs = st.builds(Run, lines | st.just(" "), st.booleans(), st.booleans())
_note_runs = st.lists(runs, min_size=1, max_size=3).map(normal).filter(bool)
footnotes = _note_runs.map(lambda parts: Footnote(tuple(part for part in parts if isinstance(part, Run))))
inlines = st.lists(st.one_of(runs, runs, runs, footnotes), max_size=5).map(normal)
filled_inlines = inlines.filter(bool)
cell_inlines = st.lists(st.one_of(runs, runs, footnotes, st.just(LineBreak())), max_size=4).map(normal)

_numerals = st.integers(1, 39).map(roman)
_levels = st.one_of(
    st.tuples(st.sampled_from(["phan", "chuong", "muc"]), _numerals),
    st.tuples(st.sampled_from(["muc", "tieu_muc"]), st.integers(1, 99).map(str)),
    st.tuples(st.just("dieu"), st.integers(1, 999).map(str) | st.just("4a")),
    st.tuples(st.just("khoan"), st.sampled_from(["1", "12", "1.1", "2.10", "1.1.1"])),
    st.tuples(st.just("diem"), st.sampled_from(LETTERS)),
    st.tuples(st.sampled_from(["gach", "cong", "doan", "doan", "doan"]), st.just("")),
)


@st.composite
def paragraphs(draw: st.DrawFn) -> Para:
    loai, so = draw(_levels)
    text = draw(filled_inlines)
    said = draw(st.sampled_from([None, True, False]))
    return Para(loai, so, text, is_titled(loai, plain(text), said))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    height = draw(st.integers(1, 5))
    head = draw(st.integers(0, min(height, 2)))
    widths = st.sampled_from([1.0, 2.0, 4.5, 0.25, 1 / 3])
    kinds = draw(st.lists(st.sampled_from(list(COLUMN_KINDS.values())), min_size=width, max_size=width))
    columns = tuple(Column(draw(widths), kind.align, kind.number) for kind in kinds)
    rows = [[Cell(draw(cell_inlines)) for _ in range(width)] for _ in range(height)]
    if draw(st.booleans()):
        top = draw(st.integers(0, height - 1))
        bottom = draw(st.integers(top, (head if top < head else height) - 1))
        left = draw(st.integers(0, width - 1))
        right = draw(st.integers(left, width - 1))
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                if (y, x) != (top, left):
                    rows[y][x] = Cell(merge="left" if y == top else "up")
    normal_rows, wrong = merge([tuple(row) for row in rows], head)
    assert not wrong
    return Table(columns, tuple(normal_rows), head, draw(inlines))


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
PICTURES = {"hình/sơ đồ (1).png": PNG, "a.jpg": JPEG, "b\\c.png": PNG}
"""Pictures by the paths that random figures carry."""

figures = st.builds(
    lambda path, alt, caption, width: Figure(
        PICTURES[path], "jpeg" if path.endswith("jpg") else "png", alt, path, caption, width
    ),
    st.sampled_from(list(PICTURES)),
    filled_lines,
    inlines,
    st.sampled_from([0.0, 120.0, 55.5]),
)

blocks = st.one_of(paragraphs(), paragraphs(), paragraphs(), tables(), figures)
bodies: st.SearchStrategy[tuple[Block, ...]] = st.lists(blocks, max_size=6).map(tuple)
annexes = st.builds(
    PhuLuc, filled_lines, bodies, st.booleans(), st.sampled_from(["", "", "quy-che", "quy-dinh"])
)
annex_lists: st.SearchStrategy[tuple[PhuLuc, ...]] = st.lists(annexes, max_size=3).map(tuple)


def texts_of(inline: Inline) -> str:
    """The words of a text, its footnotes in place."""
    return "".join(
        texts_of(part.text)
        if isinstance(part, Footnote)
        else " "
        if isinstance(part, LineBreak)
        else part.text
        for part in inline
    )


def _part(names: list[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), st.sampled_from(names), lines)


_entries = st.lists(filled_lines, max_size=3)
_data = st.fixed_dictionaries(
    {"loai": st.sampled_from(list(KINDS)), "co_quan": st.lists(filled_lines, min_size=1, max_size=2)},
    optional={
        "co_quan_chu_quan": _entries,
        "so": _part(["05", "1_000", "null"]),
        "ky_hieu": _part(["KH-UBND", "UBND-VHXH"]),
        "dia_danh": _part(["Tây Mỗ"]),
        "ngay": st.sampled_from(["2026-03-16", "2026-03", "16/3/2026", "2026", ""]),
        "trich_yeu": lines,
        "kinh_gui": _entries,
        "gui_cap_tren": st.booleans(),
        "tham_quyen_ban_hanh": lines,
        "can_cu": _entries,
        "nguoi_ky": st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "quyen_han": _entries,
                    "chuc_vu": lines,
                    "chuc_vu_khac": lines,
                    "ho_ten": lines,
                    "vi_tri": st.sampled_from(["trai", "phai"]),
                },
            ),
            max_size=2,
        ),
        "noi_nhan": _entries,
        "luu": lines,
        "do_mat": st.sampled_from(["", "mat"]),
        "do_khan": st.sampled_from(["", "khan", "hoa-toc"]),
        "pham_vi_luu_hanh": lines,
        "nguoi_soan_thao": lines,
        "so_ban": st.integers(1, 500) | st.just(""),
        "dia_chi": _entries,
        "hinh_thuc": st.sampled_from(["giay", "dien_tu"]),
        "du_thao": st.sampled_from([True, False, "true", "không"]),
        "ma_ho_so": lines,
        "thoi_han_bao_quan": lines,
    },
)
documents = st.builds(
    lambda data, body, annexed: Document(**data, noi_dung=body, phu_luc=annexed), _data, bodies, annex_lists
)
"""Whole documents; their pictures are those of :data:`PICTURES`."""


def picture(path: str) -> bytes:
    """A picture of :data:`PICTURES`, as a folder would give it."""
    if path not in PICTURES:
        raise FileNotFoundError(path)
    return PICTURES[path]
