"""Source files: what a clerk types becomes a document, or a list of everything that is wrong with it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests import strategies as some
from vanban.document import Document, make_document, parse_source, read_source, write_source
from vanban.document.blocks import Cell, Figure, Footnote, Para, PhuLuc, Run, Table
from vanban.document.model import NguoiKy
from vanban.errors import Fault, InputError
from vanban.located import Located, load_yaml
from vanban.tiengviet.dates import Ngay

PROPERTY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])

FRONT = """\
loai: ke-hoach
co_quan_chu_quan: UBND THÀNH PHỐ HÀ NỘI
co_quan: [ỦY BAN NHÂN DÂN, PHƯỜNG TÂY MỖ]
so: 05
ky_hieu: KH-UBND
dia_danh: Tây Mỗ
ngay: 2026-03          # để trống ngày
trich_yeu: Tuyên truyền năm 2026
can_cu:
  - Căn cứ Luật Giáo dục;
  - Theo đề nghị của Trưởng phòng.
nguoi_ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Văn A}
noi_nhan:
  - Sở Giáo dục và Đào tạo;
  - "- Các trường học;"
luu: VT, VHXH.
"""
BODY = """\
I. MỤC ĐÍCH
1. Yêu cầu
- Kịp thời[^1].

| TT | < |
| 1 | 2 |

[^1]: Lời.

Phụ lục {ngang}
CHỦ ĐỀ

xong./.
"""
EXPECTED = Document(
    loai="ke-hoach",
    co_quan_chu_quan=("UBND THÀNH PHỐ HÀ NỘI",),
    co_quan=("ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"),
    so="05",
    ky_hieu="KH-UBND",
    dia_danh="Tây Mỗ",
    ngay=Ngay(2026, 3),
    trich_yeu="Tuyên truyền năm 2026",
    can_cu=("Căn cứ Luật Giáo dục", "Theo đề nghị của Trưởng phòng"),
    noi_dung=(
        Para("muc", "I", (Run("MỤC ĐÍCH"),)),
        Para("khoan", "1", (Run("Yêu cầu"),), titled=True),
        Para("gach", "", (Run("Kịp thời"), Footnote((Run("Lời."),)), Run("."))),
    ),
    nguoi_ky=(
        NguoiKy(
            quyen_han=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), chuc_vu="PHÓ CHỦ TỊCH", ho_ten="Nguyễn Văn A"
        ),
    ),
    noi_nhan=("Sở Giáo dục và Đào tạo", "Các trường học"),
    luu="VT, VHXH",
)


def paper(front: str = "", body: str = "x", least: str = "loai: ke-hoach\nco_quan: A\n") -> Document:
    return parse_source(f"---\n{least}{front}\n---\n{body}", file="a.md").document


def faults(text: str, file: str = "a.md") -> list[Fault]:
    with pytest.raises(InputError) as caught:
        parse_source(text, file=file)
    return list(caught.value.faults)


def places(text: str, file: str = "a.md") -> list[tuple[str, int | None, int | None]]:
    return [(fault.kind, fault.place.line, fault.place.column) for fault in faults(text, file)]


# The three kinds of file --------------------------------------------------------------------------------


def test_front_matter_and_outline_make_a_document() -> None:
    document = parse_source(f"---\n{FRONT}---\n{BODY}").document
    table, annexes = document.noi_dung[3], document.phu_luc
    assert document.model_copy(update={"noi_dung": document.noi_dung[:3], "phu_luc": ()}) == EXPECTED
    assert isinstance(table, Table)
    assert annexes == (PhuLuc("CHỦ ĐỀ", (Para("doan", "", (Run("xong"),)),), ngang=True),)


def test_yaml_and_json_make_the_same_document(tmp_path: Path) -> None:
    document = parse_source(f"---\n{FRONT}---\n{BODY}").document
    indented = "".join(f"  {line}\n" if line else "\n" for line in BODY.split("\n"))
    (tmp_path / "a.yaml").write_text(f"{FRONT}noi_dung: |\n{indented}", "utf-8")
    assert read_source(tmp_path / "a.yaml").document == document
    data = document.model_dump_json(exclude_defaults=True)
    (tmp_path / "a.json").write_text(data, "utf-8-sig")
    assert read_source(tmp_path / "a.json").document == document


def test_blocks_may_be_given_as_data() -> None:
    document = parse_source(
        '{"loai": "bao-cao", "co_quan": "A", "noi_dung": ['
        ' {"loai": "khoan", "so": 1, "text": "**Mục đích**"},'
        ' {"loai": "khoan", "so": 2, "text": "Câu", "titled": false},'
        ' {"loai": "bang", "rows": [["a", "<"], ["b|c", 1250]],'
        ' "columns": [{"width": 2}, {"number": true}]}],'
        ' "phu_luc": [{"tieu_de": "T", "noi_dung": "- x", "ngang": true}]}',
        file="a.json",
    ).document
    one, two, table = document.noi_dung
    assert one == Para("khoan", "1", (Run("Mục đích", bold=True),), titled=True)
    assert two == Para("khoan", "2", (Run("Câu"),))
    assert isinstance(table, Table)
    assert table.rows[1] == (Cell((Run("b|c"),)), Cell((Run("1250"),)))
    assert [(column.width, column.align) for column in table.columns] == [(2, "trai"), (1, "phai")]
    assert document.phu_luc == (PhuLuc("T", (Para("gach", "", (Run("x"),)),), ngang=True),)


@pytest.mark.parametrize("so", ["05", "1_000", "0x1F", "yes", "null", "~", "1e3", "007", "2026-03-16"])
def test_scalars_stay_as_they_were_typed(so: str) -> None:
    assert paper(f"so: {so}").so == so
    assert parse_source(f"loai: ke-hoach\nco_quan: A\nso: {so}", file="a.yaml").document.so == so


def test_json_numbers_stay_as_they_were_typed() -> None:
    text = '{"loai": "ke-hoach", "co_quan": "A", "so": 5.10, "du_thao": true, "trich_yeu": null}'
    document = parse_source(text, file="a.json").document
    assert (document.so, document.du_thao, document.trich_yeu) == ("5.10", True, "")


def test_comments_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    text = "# yaml-language-server: $schema=x.json\n\n---\n# lời\nloai: ke-hoach\nco_quan: A\n---\n\n- x\n"
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    source = read_source(tmp_path / "a.md")
    assert source.document.noi_dung == (Para("gach", "", (Run("x"),)),)
    assert not source.notes


def test_what_was_mended_is_told() -> None:
    source = parse_source("---\nloai: ke-hoach\nco_quan: Tru\u031bo\u031b\u0300ng\xa0A\n---\n• x\u00ady")
    assert source.document.co_quan == ("Trường A",)
    assert [(note.kind, note.details.get("count")) for note in source.notes] == [
        ("VB029", 1), ("VB029", 1), ("VB029", 3), ("VB039", None),
    ]  # fmt: skip


def test_defaults_hold_where_the_document_is_silent() -> None:
    office = load_yaml("co_quan: B\nluu: VT, KT\ndia_danh: Hà Nội\nngay: 2026-13", file="vanban.yaml")
    office.pop("ngay")
    source = parse_source("---\nloai: ke-hoach\nco_quan: A\ndia_danh:\n---\n", defaults=office)
    assert source.document.co_quan == ("A",)
    assert source.document.luu == "VT, KT"
    assert source.document.dia_danh == ""


def test_a_fault_in_the_defaults_points_into_their_file() -> None:
    office = load_yaml("co_quan: B\nngay: 2026-13", file="vanban.yaml")
    with pytest.raises(InputError) as caught:
        parse_source("---\nloai: ke-hoach\n---\n", file="a.md", defaults=office)
    (fault,) = caught.value.faults
    assert str(fault).startswith("vanban.yaml:2:7, ngay: VB023 ")


# Pictures -----------------------------------------------------------------------------------------------


def test_pictures_come_from_the_folder_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "hinh").mkdir()
    (tmp_path / "hinh" / "a.png").write_bytes(some.PNG)
    text = "---\nloai: ke-hoach\nco_quan: A\n---\n![Sơ đồ](hinh/a.png)\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    (figure,) = read_source(tmp_path / "a.md").document.noi_dung
    assert figure == Figure(some.PNG, "png", "Sơ đồ", "hinh/a.png")


def test_pictures_never_come_from_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(some.PNG)
    (tmp_path / "con").mkdir()
    for path in ("../a.png", str(tmp_path / "a.png"), "..\\a.png"):
        (tmp_path / "con" / "a.md").write_text(
            f"---\nloai: ke-hoach\nco_quan: A\n---\n![x]({path})\n", "utf-8"
        )
        with pytest.raises(InputError, match="VB135"):
            read_source(tmp_path / "con" / "a.md")


# Faults -------------------------------------------------------------------------------------------------


def test_all_faults_are_told_at_once_with_line_and_column() -> None:
    text = (
        "---\nloai: ke-hoac\nco_qan: A\nngay: 2026-02-30\ntrich_yeu:\n  - a\ndo_khan: gấp\nso_ban: ba\n"
        "nguoi_ky:\n  ho_tn: B\ndu_thao: có thể\n---\n\nx **y\n"
    )
    assert places(text) == [
        ("VB022", None, None),
        ("VB024", 2, 7),
        ("VB020", 3, 1),
        ("VB023", 4, 7),
        ("VB025", 6, 3),
        ("VB024", 7, 10),
        ("VB123", 8, 9),
        ("VB020", 10, 3),
        ("VB024", 11, 10),
        ("VB030", 14, 3),
    ]


def test_a_mistyped_key_gets_a_suggestion() -> None:
    (fault,) = faults("---\nloai: ke-hoach\nco_quan: A\ntrích yếu: B\n---\n")
    assert str(fault) == "a.md:4:1, trích yếu: VB020 Không có mục «trích yếu». Có phải ý là «trich_yeu»?"
    (fault,) = faults("---\nloai: ke-hoach\nco_quan: A\nxyz: B\n---\n")
    assert "trich_yeu" in fault.remedy


def test_a_missing_part_is_named_in_vietnamese() -> None:
    assert [fault.message for fault in faults("---\nso: 1\n---\n")] == [
        "Thiếu mục «loai» (Tên loại).",
        "Thiếu mục «co_quan» (Cơ quan ban hành).",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. A\n", ("VB120", 1, None)),
        ("", ("VB120", 1, None)),
        ("---\nloai: ke-hoach\n", ("VB121", 1, None)),
        ("---\na: b: c\n---\n", ("VB026", 2, 5)),
        ('---\na: "b\n---\n', ("VB026", 3, 1)),
        ("---\nloai: ke-hoach\nco_quan: A\nso: 1\nso: 2\n---\n", ("VB027", 5, 1)),
        ("---\na: &x [b]\nc: *x\n---\n", ("VB028", 2, 4)),
        ("---\na: !!python/object x\n---\n", ("VB028", 2, 4)),
        ("---\nloai: ke-hoach\nco_quan: A\nnoi_dung: B\n---\n", ("VB122", 4, 1)),
        ("---\na: " + "[" * 40 + "\n---\n", ("VB124", 2, 23)),
        ("---\n- a\n---\n", ("VB026", 2, None)),
    ],
)
def test_broken_front_matter(text: str, expected: tuple[str, int, int | None]) -> None:
    assert expected in places(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": }', ("VB026", 1, 7)),
        ('{"a": "b"', ("VB026", 1, 10)),
        ('{\n "so": "1",\n "so": "2"}', ("VB027", 3, 2)),
        ('{"a": ' + "[" * 40, ("VB124", 1, 27)),
        ("[]", ("VB026", 1, 1)),
        ('{"loai": "ke-hoach",\n "co_quan": "A",\n "ngay": "32/1/2026"}', ("VB023", 3, 10)),
    ],
)  # fmt: skip
def test_broken_json(text: str, expected: tuple[str, int, int]) -> None:
    assert expected in places(text, "a.json")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ('{"loai": "x"}', ("VB024", 1)),
        ('{"loai": "gach", "txt": "a"}', ("VB020", 18)),
        ('{"loai": "doan", "text": "**a"}', ("VB030", 26)),
        ('{"loai": "bang", "rows": [["^"]]}', ("VB131", 28)),
        ('{"loai": "bang", "rows": [["a"], ["b", "c"]]}', ("VB130", 34)),
        ('{"loai": "khoan", "so": "x", "text": "a"}', ("VB024", 25)),
        ('{"loai": "hinh", "path": "a.png", "alt": "b"}', ("VB135", 26)),
    ],
)
def test_broken_block_data(block: str, expected: tuple[str, int]) -> None:
    text = f'{{"loai": "ke-hoach", "co_quan": "A", "noi_dung": [{block}]}}'
    kind, column = expected
    assert (kind, 1, text.index(block) + column) in places(text, "a.json")


def test_an_outline_in_yaml_has_its_place_in_the_file() -> None:
    text = (
        "loai: ke-hoach\nco_quan: A\nnoi_dung: |\n  - a\n\n  b **c\n"
        "phu_luc:\n  - tieu_de: T\n    noi_dung: |\n      f) x\n"
    )
    assert places(text, "a.yaml") == [("VB030", 6, 5), ("VB033", 10, 7)]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("Kế hoạch".encode("utf-16"))
    (tmp_path / "a.doc").write_bytes(b"")
    for name, kind in (("không-có.md", "VB010"), ("a.md", "VB012"), ("a.doc", "VB125")):
        with pytest.raises(InputError, match=kind):
            read_source(tmp_path / name)


# Writing ------------------------------------------------------------------------------------------------


def test_a_source_is_written_for_people() -> None:
    document = parse_source(f"---\n{FRONT}---\n{BODY}").document
    assert write_source(document, schema="schema/van-ban.json").startswith(
        "---\n# yaml-language-server: $schema=schema/van-ban.json\nloai: ke-hoach\nco_quan_chu_quan:\n"
        '  - UBND THÀNH PHỐ HÀ NỘI\nco_quan:\n  - ỦY BAN NHÂN DÂN\n  - PHƯỜNG TÂY MỖ\nso: "05"\n'
    )


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nguon")
    for path, data in some.PICTURES.items():
        target = folder / path.replace("\\", "/")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(data)
    return folder


@PROPERTY
@given(document=some.documents)
def test_what_is_written_reads_back(document: Document, pictures: Path) -> None:
    assert parse_source(write_source(document), folder=pictures).document == document


@PROPERTY
@given(document=some.documents)
def test_the_data_of_a_document_make_it_again(document: Document) -> None:
    assert make_document(document.to_data(), images=some.picture) == document


def test_parts_that_are_made_already_pass_the_door() -> None:
    block = Para("doan", "", (Run("x"),))
    data = Located({"loai": "ke-hoach", "co_quan": "A", "ngay": Ngay(2026), "noi_dung": (block,)})
    assert make_document(data).noi_dung == (block,)


def test_a_front_matter_is_read_in_a_few_milliseconds() -> None:
    text = f"---\n{FRONT}---\n{BODY}"
    parse_source(text)
    start = time.perf_counter()
    for _ in range(10):
        parse_source(text)
    assert (time.perf_counter() - start) / 10 < 0.05


def test_the_page_about_sources_is_true() -> None:
    page = (Path(__file__).parent.parent / "docs" / "van-ban-nguon.md").read_text("utf-8")
    paper_text, table_text, _, _ = re.findall(r"```\n(.*?)```|```ebnf", page, re.DOTALL)
    assert parse_source(paper_text).document.so == "05"
    assert isinstance(paper(body=table_text).noi_dung[0], Table)
