"""Content templates: data fill them, data stay data, and every fault has its place."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.papers import png
from tests.strategies import HOSTILE, one_line, texts
from vanban.document import Document
from vanban.document.blocks import Block, Figure, Para, Table, plain
from vanban.errors import Fault, InputError
from vanban.fill import Template, fill, load_template, read, templates
from vanban.located import load_yaml
from vanban.office import Office, find_office
from vanban.tiengviet.dates import Ngay

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.yaml"))
PROPERTY = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

FRONT = "---\ntrich_yeu: Thử\n---\n"
PARTS = {"co_quan": "UBND XÃ AN HÒA"}


def write_template(folder: Path, fields: str, content: str, name: str = "thu") -> Office:
    """An office with one template of its own, whose fields are given as YAML and without labels."""
    home = folder / "templates" / name
    home.mkdir(parents=True, exist_ok=True)
    labelled = re.sub(r"\{kieu: (\w+)", r"{nhan: Nhãn, kieu: \1", fields)
    lines = "".join(f"  {line}\n" for line in labelled.splitlines())
    head = "loai: ke-hoach\nten: Mẫu thử\ntruong:\n"
    (home / "template.yaml").write_text(head + lines, encoding="utf-8")
    (home / "content.md").write_text(content, encoding="utf-8")
    return Office(folder=folder)


def made(folder: Path, fields: str, content: str) -> Template:
    return load_template("thu", write_template(folder, fields, content))


def filled(folder: Path, fields: str, body: str, **data: object) -> Document:
    return fill(made(folder, fields, FRONT + body), {**PARTS, **data})


def words(block: Block) -> str:
    """The words of a block; the cells of a table with bars between them."""
    if isinstance(block, Table):
        return " / ".join("|".join(plain(cell.text) for cell in row) for row in block.rows)
    return plain(block.text) if isinstance(block, Para) else block.alt


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.loai, words(block)) for block in document.noi_dung]


def faults_of(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str | None, int | None]]:
    """Kind, name of the file and line of every fault."""
    return [
        (fault.kind, fault.place.file and Path(fault.place.file).name, fault.place.line)
        for fault in error.value.faults
    ]


def only(error: pytest.ExceptionInfo[InputError]) -> Fault:
    (fault,) = error.value.faults
    return fault


# Samples --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_data_sample_fills_its_template(path: Path) -> None:
    source = read(path, find_office(path.parent))
    assert source.document.noi_dung
    assert source.document.trich_yeu
    assert source.notes == ()


def test_totals_of_the_plan_are_computed() -> None:
    (path,) = (path for path in SAMPLES if path.stem == "ke-hoach-nam")
    document = read(path, Office()).document
    budget = next(
        block for block in document.noi_dung if isinstance(block, Table) and "Khoản chi" in words(block)
    )
    assert plain(budget.rows[-1][-1].text) == "102.250.000"
    assert any("Một trăm linh hai triệu".lower() in words(block).lower() for block in document.noi_dung)
    assert document.phu_luc[0].ngang


# Finding --------------------------------------------------------------------------------------------


def test_an_offices_own_template_wins_over_the_built_in_one(tmp_path: Path) -> None:
    office = write_template(tmp_path, "ten: {kieu: chu}", f"{FRONT}{{{{ ten }}}}\n", name="cong-van")
    found = {info.name: info for info in templates(office)}
    assert not found["cong-van"].built_in
    assert found["ke-hoach-nam"].built_in
    assert load_template("cong-van", office).info.ten == "Mẫu thử"
    assert load_template("cong-van").info.loai == "cong-van"


def test_all_built_in_templates_are_listed_with_kind_title_and_purpose() -> None:
    found = templates()
    assert {"ke-hoach-nam", "bao-cao-ket-qua", "to-trinh-khen-thuong"} <= {info.name for info in found}
    assert all(info.loai and info.ten and info.mo_ta for info in found)
    assert "layout" not in {info.name for info in found}


def test_a_template_is_compiled_once_until_it_changes(tmp_path: Path) -> None:
    office = write_template(tmp_path, "ten: {kieu: chu}", f"{FRONT}{{{{ ten }}}}\n")
    first = load_template("thu", office)
    assert load_template("thu", office) is first
    write_template(tmp_path, "ten: {kieu: chu}", f"{FRONT}Chào {{{{ ten }}}}\n")
    assert shown(fill(load_template("thu", office), {**PARTS, "ten": "A"})) == [("doan", "Chào A")]


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("ke-hoach-nm", "VB040", "ke-hoach-nam"),
        ("???", "VB041", "bien-ban"),
        ("../layout", "VB041", "bien-ban"),
    ],
)
def test_a_name_that_is_no_template_is_a_fault_where_it_is_written(
    tmp_path: Path, name: str, kind: str, said: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"# chú thích\nmau: {json.dumps(name)}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read(path, Office())
    assert faults_of(error) == [(kind, "a.yaml", 2)]
    assert said in only(error).remedy


# Files ----------------------------------------------------------------------------------------------


def test_data_without_a_template_are_the_parts_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("loai: thong-bao\nco_quan: A\nnoi_dung: |\n  1. Một\n", encoding="utf-8")
    assert shown(read(path, Office()).document) == [("khoan", "Một")]


def test_a_source_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nloai: thong-bao\nco_quan: A\n---\n{{ x }}\n", encoding="utf-8")
    assert shown(read(path, Office()).document) == [("doan", "{{ x }}")]


def test_data_may_be_json(tmp_path: Path) -> None:
    write_template(tmp_path, "so_luong: {kieu: so}", f"{FRONT}{{{{ so_luong | so_vn }}}}\n")
    path = tmp_path / "a.json"
    path.write_text('{"mau": "thu", "co_quan": "A", "so_luong": 1250}', encoding="utf-8")
    assert shown(read(path, Office(folder=tmp_path)).document) == [("doan", "1.250")]


def test_what_word_left_in_the_data_is_mended_and_told(tmp_path: Path) -> None:
    write_template(tmp_path, "ten: {kieu: chu}", f"{FRONT}{{{{ ten }}}}\n")
    path = tmp_path / "a.yaml"
    path.write_text("mau: thu\nco_quan: A\nten: To\u0301\u200b\n", encoding="utf-8")
    source = read(path, Office(folder=tmp_path))
    assert shown(source.document) == [("doan", "Tó")]
    assert {note.kind for note in source.notes} == {"VB029"}


def test_pictures_of_a_text_are_found_beside_the_data(tmp_path: Path) -> None:
    write_template(tmp_path, "a: {kieu: doan_van}", f"{FRONT}{{{{ a }}}}\n")
    path = tmp_path / "du-lieu" / "a.yaml"
    path.parent.mkdir()
    (path.parent / "anh.png").write_bytes(png())
    path.write_text("mau: thu\nco_quan: A\na: |\n  ![Ảnh](anh.png)\n", encoding="utf-8")
    (figure,) = read(path, Office(folder=tmp_path)).document.noi_dung
    assert isinstance(figure, Figure)
    assert figure.data == png()


# Values ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kieu", "raw", "expression", "expected"),
    [
        ("chu", "  hai   dấu cách ", "{{ a }}", "hai dấu cách"),
        ("chu", 2026, "{{ a }}", "2026"),
        ("so", "1.250", "{{ a + 1 }}", "1.251"),
        ("so", "98,5", "{{ a | so_vn }}", "98,5"),
        ("so", 5, "{{ '%02d' | format(a) }}", "05"),
        ("so", 98.5, "{{ a }}", "98,5"),
        ("so", Decimal(3), "{{ a | bang_chu }}", "ba"),
        ("so", "3", "{{ a | ty_le(4) }}", "75%"),
        ("tien", "12.000.000 đồng", "{{ a | so_vn }}", "12.000.000"),
        ("ngay", "16/3/2026", "{{ a | ngay_vn }}", "ngày 16 tháng 3 năm 2026"),
        ("ngay", Ngay(2026, 2, 5), "{{ a }}", "ngày 05 tháng 02 năm 2026"),
        ("co_khong", "có", "{{ 'Đ' if a else 'S' }}", "Đ"),
        ("co_khong", "false", "{{ a }}", "không"),
    ],
)
def test_a_value_has_the_type_of_its_field(
    tmp_path: Path, kieu: str, raw: object, expression: str, expected: str
) -> None:
    assert shown(filled(tmp_path, f"a: {{kieu: {kieu}}}", f"{expression}\n", a=raw)) == [("doan", expected)]


@pytest.mark.parametrize(
    ("kieu", "raw"),
    [
        ("chu", ["a"]), ("chu", {"a": "b"}), ("chu", True), ("so", "98.5"), ("so", "nhiều"), ("so", True),
        ("so", float("nan")), ("tien", "12,5"), ("ngay", "2026-02-30"), ("ngay", ["2026"]),
        ("co_khong", "chắc"), ("doan_van", ["a"]),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_type_is_told_with_the_label_of_its_field(
    tmp_path: Path, kieu: str, raw: object
) -> None:
    with pytest.raises(InputError) as error:
        filled(tmp_path, f"a: {{kieu: {kieu}}}", "x\n", a=raw)
    assert only(error).kind == "VB141"
    assert "«Nhãn» (mục «a»)" in only(error).message


LISTS = """\
y: {kieu: danh_sach, phan_tu: {kieu: chu}, bat_buoc: false}
b: {kieu: bang, bat_buoc: false, cot: {items: {kieu: chu}, n: {kieu: so, bat_buoc: false}}}
"""


def test_lists_and_tables_fill_loops_and_sums(tmp_path: Path) -> None:
    body = """\
{% for x in y %}
- {{ x }}{{ '.' if loop.last else ';' }}

{% endfor %}
| TT | Tên | Số |
{% for r in b %}
| {{ loop.index }} | {{ r.items }} | {{ r.n }} |
{% endfor %}
| Cộng | < | {{ b | tong('n') | so_vn }} |
"""
    rows = [{"items": "A", "n": "1.000"}, {"items": "B"}, {"items": "C", "n": "0,5"}]
    assert shown(filled(tmp_path, LISTS, body, y=["một", "", "hai"], b=rows)) == [
        ("gach", "một;"),
        ("gach", "hai."),
        ("bang", "TT|Tên|Số / 1|A|1.000 / 2|B| / 3|C|0,5 / Cộng||1.000,5"),
    ]


def test_a_list_of_lines_may_be_one_text(tmp_path: Path) -> None:
    body = "{{ y | join(' + ') }}\n"
    assert shown(filled(tmp_path, LISTS, body, y="một\n\nhai\n")) == [("doan", "một + hai")]


def test_what_is_optional_has_its_default_or_is_empty(tmp_path: Path) -> None:
    fields = f"""\
{LISTS}a: {{kieu: chu, mac_dinh: như thường}}
n: {{kieu: so, bat_buoc: false}}
d: {{kieu: ngay, bat_buoc: false}}
t: {{kieu: doan_van, bat_buoc: false}}
"""
    body = "{{ a }}[{{ n }}{{ d }}{{ t }}{{ y | length }}{{ b | tong('n') }}{{ 'x' if n or d or t or b }}]\n"
    assert shown(filled(tmp_path, fields, body, a="", n=None)) == [("doan", "như thường[00]")]


def test_a_text_may_bring_blocks_even_inside_a_list(tmp_path: Path) -> None:
    fields = "ds: {kieu: danh_sach, phan_tu: {t: {kieu: chu}, v: {kieu: doan_van}}}"
    body = "{% for x in ds %}\n{{ loop.index }}. {{ x.t }} {tieu_de}\n\n{{ x.v }}\n\n{% endfor %}\n"
    entries = [{"t": "- Một.", "v": "Đoạn **đậm**.\n\n- gạch\n\n| a | b |\n| {{ 7 }} | {% if %} |\n"}]
    assert shown(filled(tmp_path, fields, body, ds=entries)) == [
        ("khoan", "- Một."),
        ("doan", "Đoạn đậm."),
        ("gach", "gạch"),
        ("bang", "a|b / {{ 7 }}|{% if %}"),
    ]


# Parts ----------------------------------------------------------------------------------------------

PART_FIELDS = """\
ten: {kieu: chu}
them: {kieu: danh_sach, phan_tu: {kieu: chu}, bat_buoc: false}
han: {kieu: ngay}
"""
PART_CONTENT = """\
---
trich_yeu: "Về {{ ten }}{% if them %} và {{ them | length }} việc{% endif %}"
can_cu:
  - Căn cứ Luật A
  - "{{ them }}"
ngay: "{{ han }}"
noi_nhan: Các xã
luu: VT
---
x
"""


def test_the_front_matter_takes_lists_and_dates_as_they_are(tmp_path: Path) -> None:
    data = {**PARTS, "ten": "a: & <b> {{ 7 }} 'x'", "them": ["Căn cứ [1, 2]", "Theo: {b}"], "han": "2026-03"}
    document = fill(made(tmp_path, PART_FIELDS, PART_CONTENT), data)
    assert document.trich_yeu == "Về a: & <b> {{ 7 }} 'x' và 2 việc"
    assert document.can_cu == ("Căn cứ Luật A", "Căn cứ [1, 2]", "Theo: {b}")
    assert document.ngay == Ngay(2026, 3)
    assert document.loai == "ke-hoach"


def test_data_win_over_the_template_and_that_over_the_office(tmp_path: Path) -> None:
    template = made(tmp_path, PART_FIELDS, PART_CONTENT)
    data = {"ten": "A", "han": "2026", "noi_nhan": ["Các trường"]}
    defaults = {"co_quan": "UBND XÃ", "noi_nhan": ["Không ai"], "luu": "VT, KHÁC", "dia_danh": "An Hòa"}
    document = fill(template, data, defaults=defaults)
    assert document.noi_nhan == ("Các trường",)
    assert document.luu == "VT"
    assert document.dia_danh == "An Hòa"
    assert document.co_quan == ("UBND XÃ",)


# Data stay data -------------------------------------------------------------------------------------

PLAIN_BODY = """\
{{ a }}

{{ a }}{{ b }}. đuôi

Đầu ({{ a }}), {{ b }} đuôi

{% for x in [a] %}
- {{ x }} hết

{% endfor %}
1. Xem {{ a }} hết {cau}

| {{ a }} | **{{ a }}** |
| {{ b }} {{ a }} | x |

Phụ lục
TÊN {{ a }}

{{ a }} hết
"""


@given(
    a=texts.map(one_line).filter(bool), b=st.sampled_from(["1", "a", "I", "-", "Điều 5", "Phụ lục", "|", "x"])
)
@PROPERTY
def test_no_value_becomes_structure(tmp_path_factory: pytest.TempPathFactory, a: str, b: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "structure"
    document = filled(folder, "a: {kieu: chu}\nb: {kieu: chu}", PLAIN_BODY, a=a, b=b)
    assert shown(document) == [
        ("doan", a),
        ("doan", f"{a}{b}. đuôi"),
        ("doan", f"Đầu ({a}), {b} đuôi"),
        ("gach", f"{a} hết"),
        ("khoan", f"Xem {a} hết"),
        ("bang", f"{a}|{a} / {b} {a}|x"),
    ]
    (annex,) = document.phu_luc
    assert annex.tieu_de == f"TÊN {a}"
    assert [words(block) for block in annex.noi_dung] == [f"{a} hết"]


@pytest.mark.parametrize("a", HOSTILE)
def test_texts_that_look_like_structure_come_out_as_typed(tmp_path: Path, a: str) -> None:
    typed = one_line(a)
    document = filled(tmp_path, "a: {kieu: chu}", "{{ a }}\n\n| {{ a }} |\n", a=a)
    assert shown(document) == [("doan", typed), ("bang", typed)]


@pytest.mark.parametrize(
    ("a", "after"),
    [("1", ". Một"), ("1.1", ". Một"), ("I", ". MỘT"), ("a", ") một"), ("Điều 5", ". Một"), ("Chương", " I"),
     ("-", "Một"), ("Bảng", ": một"), ("Phụ lục", " I"), ("!", "[a](b)"), ("+", " một")],
)  # fmt: skip
def test_a_value_and_the_words_after_it_make_no_marker(tmp_path: Path, a: str, after: str) -> None:
    document = filled(tmp_path, "a: {kieu: chu}", f"Trước\n  {{{{ a }}}}{after}\n\n{{{{ a }}}}{after}\n", a=a)
    assert shown(document) == [("doan", f"Trước {a}{after}"), ("doan", f"{a}{after}")]


def test_numbers_of_the_templates_own_make_structure(tmp_path: Path) -> None:
    rows = "{{ loop.index + 1 }}. {{ x }}\n{{ 'ab'[loop.index0] }}) {{ x }}\n"
    body = f"{{% for x in 'xy' %}}\n{rows}{{% endfor %}}\n"
    document = filled(tmp_path, "a: {kieu: chu, bat_buoc: false}", body)
    assert shown(document) == [("khoan", "x"), ("diem", "x"), ("khoan", "y"), ("diem", "y")]


# Faults of data -------------------------------------------------------------------------------------

FAULTY_FIELDS = """\
linh_vuc: {kieu: chu}
so_luong: {kieu: so}
mo_dau: {kieu: doan_van}
bang_a: {kieu: bang, cot: {ten: {kieu: chu}, han: {kieu: ngay}}}
"""
FAULTY_DATA = """\
mau: thu
co_quan: A
ngay: 2026-13-01
linh_vuk: x
so_luong: nhiều
mo_dau: |
  Một

    **hở
bang_a:
  - ten: A
    hạn: 2026-01-01
  - xyz
chuc_vu: B
"""


def test_all_faults_of_the_data_come_at_once_with_their_places(tmp_path: Path) -> None:
    template = made(tmp_path, FAULTY_FIELDS, f"{FRONT}{{{{ mo_dau }}}}\n")
    with pytest.raises(InputError) as error:
        fill(template, load_yaml(FAULTY_DATA, file="a.yaml"))
    found = [(f.kind, f.place.line, f.place.column, f.place.part) for f in error.value.faults]
    assert found == [
        ("VB140", None, None, "linh_vuc"),
        ("VB023", 3, 7, "ngay"),
        ("VB020", 4, 1, "linh_vuk"),
        ("VB141", 5, 11, "so_luong"),
        ("VB030", 9, 5, "mo_dau"),
        ("VB140", 11, 5, "bang_a.1.han"),
        ("VB020", 12, 5, "bang_a.1.hạn"),
        ("VB141", 13, 5, "bang_a.2"),
        ("VB021", 14, 1, "chuc_vu"),
    ]


def test_a_part_and_a_text_that_are_wrong_are_told_together(tmp_path: Path) -> None:
    template = made(
        tmp_path,
        "t: {kieu: doan_van}\nds: {kieu: danh_sach, phan_tu: {kieu: doan_van}}",
        f"""{FRONT}
{{{{ t }}}}

{{% for x in ds %}}
{{{{ x }}}}

{{% endfor %}}
""",
    )
    data = "co_quan: A\nso_ban: x\nt: |\n  Một\n\n  | a | b |\n  | c |\nds:\n  - tốt\n  - a *b\n"
    with pytest.raises(InputError) as error:
        fill(template, load_yaml(data, file="a.yaml"))
    found = [(f.kind, f.place.file, f.place.line, f.place.column, f.place.part) for f in error.value.faults]
    assert found == [
        ("VB123", "a.yaml", 2, 9, "so_ban"),
        ("VB130", "a.yaml", 7, 3, "t"),
        ("VB030", "a.yaml", 10, 7, "ds.2"),
    ]


def test_what_was_guessed_in_a_text_is_noted_where_it_stands(tmp_path: Path) -> None:
    write_template(tmp_path, "t: {kieu: doan_van}", f"{FRONT}• của mẫu\n\n{{{{ t }}}}\n")
    path = tmp_path / "a.yaml"
    path.write_text("mau: thu\nco_quan: A\nt: |\n  Một\n\n  • hai\n", encoding="utf-8")
    source = read(path, Office(folder=tmp_path))
    assert [block[0] for block in shown(source.document)] == ["gach", "doan", "gach"]
    assert [(note.kind, note.place.line, note.place.column) for note in source.notes] == [("VB039", 6, 3)]


def test_data_of_a_program_have_faults_with_parts(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        filled(tmp_path, "t: {kieu: doan_van}", "{{ t }}\n", t="a **b")
    assert str(only(error).place) == "t"


def test_an_empty_table_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        filled(tmp_path, "y: {kieu: danh_sach, phan_tu: {kieu: chu}}", "x\n", y=["", None])
    assert only(error).kind == "VB140"


# Faults of templates --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("{% if a %}{% endif %}\n\n{% for x in ten %}\n\n\nb\n", 6, "endfor"),
        ("a\n{{ ten\n", 5, "không đóng"),
        ("a\n{% endfr %}\n", 5, "lệnh lạ"),
        ("{{ ten ten }}\n", 4, "nhiều hơn một"),
        ("{{ }}\n", 4, "còn thiếu"),
    ],
)
def test_broken_jinja_is_told_with_its_line(tmp_path: Path, body: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as error:
        made(tmp_path, "ten: {kieu: chu}", FRONT + body)
    assert faults_of(error) == [("VB044", "content.md", line)]
    assert said in only(error).message


def test_unknown_names_are_told_before_there_are_data_all_at_once(tmp_path: Path) -> None:
    content = (
        "---\ntrich_yeu: Thử\ncan_cu:\n  - '{{ tem }}'\n---\n{% for x in ten %}\n{{ x }}{{ loop.index }}\n\n"
    )
    content += "{% if xyzt %}\n{{ teen }}\n{% endif %}\n{% endfor %}\n"
    with pytest.raises(InputError) as error:
        made(tmp_path, "ten: {kieu: chu}", content)
    assert faults_of(error) == [
        ("VB047", "content.md", 4),
        ("VB048", "content.md", 9),
        ("VB047", "content.md", 10),
    ]
    assert all("ten" in fault.remedy for fault in error.value.faults)


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        ("{{ ten | so_vm }}", "VB047", "so_vn"),
        ("{% if ten is khac %}{% endif %}", "VB048", "defined"),
        ("{% macro m() %}{% endmacro %}", "VB143", "for"),
        ("{% include 'x' %}", "VB143", "for"),
        ("{% set x %}a{% endset %}", "VB143", "for"),
    ],
)
def test_what_templates_cannot_use_is_told(tmp_path: Path, body: str, kind: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        made(tmp_path, "ten: {kieu: chu}", f"{FRONT}\n{body}\n")
    assert faults_of(error) == [(kind, "content.md", 5)]
    assert said in only(error).remedy


@pytest.mark.parametrize(
    ("expression", "kind", "said"),
    [
        ("{{ b[0].teen }}", "VB047", "«ten»"),
        ("{{ b | tong('teen') }}", "VB047", "«ten»"),
        ("{{ b[7].ten }}", "VB049", "danh sách"),
        ("{{ 1 / 0 }}", "VB049", "chia cho 0"),
        ("{{ a | so_vn }}", "VB049", "không dùng được"),
        ("{{ b + 1 }}", "VB049", "không cùng loại"),
        ("{{ a.__class__ }}", "VB049", "không được dùng"),
        ("{{ 'a' * 1000000000 }}", "VB049", "không được dùng"),
        ("{{ 9 ** 9 ** 9 ** 9 }}", "VB049", "không được dùng"),
        ("{% for i in range(1000000000) %}{% endfor %}", "VB049", "quá lớn"),
        ("{% for i in range(99999) %}" + "x" * 200 + "{% endfor %}", "VB142", "10000000"),
    ],
)
def test_a_template_that_fails_while_it_runs_is_told_with_its_line(
    tmp_path: Path, expression: str, kind: str, said: str
) -> None:
    fields = "a: {kieu: chu}\nb: {kieu: bang, cot: {ten: {kieu: chu}}}"
    with pytest.raises(InputError) as error:
        filled(tmp_path, fields, f"{{{{ a }}}}\n\n{expression}\n", a="x", b=[{"ten": "A"}])
    fault = only(error)
    assert fault.kind == kind
    assert fault.place.line in (6, None)
    assert (fault.place.file or "").endswith("content.md")
    assert said in fault.message + fault.remedy


def test_a_part_that_fails_is_told_with_its_line(tmp_path: Path) -> None:
    content = "---\nluu: VT\ntrich_yeu: '{{ a | so_vn }}'\n---\nx\n"
    with pytest.raises(InputError) as error:
        fill(made(tmp_path, "a: {kieu: chu}", content), {**PARTS, "a": "x"})
    assert faults_of(error) == [("VB049", "content.md", 3)]


def test_an_outline_that_the_template_breaks_is_told_with_the_templates_line(tmp_path: Path) -> None:
    body = "{% for x in a %}\nMột {{ x }}\n\n{% endfor %}\n| a | b |\n| {{ a }} |\n"
    with pytest.raises(InputError) as error:
        filled(tmp_path, "a: {kieu: chu}", body, a="mnp")
    assert faults_of(error) == [("VB130", "content.md", 9)]


@pytest.mark.parametrize(
    ("fields", "kind", "said"),
    [
        ("a: {kieu: chuu}", "VB024", "doan_van"),
        ("a: {nhan: A}", "VB042", "kieu"),
        ("a: {kieu: danh_sach}", "VB042", "phan_tu"),
        ("a: {kieu: bang}", "VB042", "cot"),
        ("a: chu", "VB025", "kieu"),
        ("a: {kieu: bang, cot: x}", "VB025", "kieu"),
        ("a: {kieu: chu, vidu: x}", "VB020", "vi_du"),
        ("a: {kieu: chu, cot: {}}", "VB021", "mac_dinh"),
        ("a: {kieu: chu, bat_buoc: phải}", "VB024", "true"),
        ("co_quan: {kieu: chu}", "VB043", "co_quan"),
        ("Tên: {kieu: chu}", "VB043", "Tên"),
        ("a: {kieu: so, vi_du: nhiều}", "VB141", "vi_du"),
        ("a: {kieu: ngay, mac_dinh: mai}", "VB141", "mac_dinh"),
        ("a: {kieu: bang, cot: {b: {kieu: so, vi_du: x}}}", "VB141", "vi_du"),
    ],
)
def test_a_description_of_fields_that_is_wrong_is_told(
    tmp_path: Path, fields: str, kind: str, said: str
) -> None:
    with pytest.raises(InputError) as error:
        made(tmp_path, fields, f"{FRONT}x\n")
    assert faults_of(error) == [(kind, "template.yaml", 4)]
    assert said in only(error).message + only(error).remedy


def test_faults_of_both_files_of_a_template_come_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        made(tmp_path, "a: {kieu: chuu}", "---\ntrich_yew: Thử\n---\n{{ b }}{{ a }}\n")
    assert faults_of(error) == [
        ("VB024", "template.yaml", 4),
        ("VB020", "content.md", 2),
        ("VB048", "content.md", 4),
    ]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("loai: ke-hoac\nten: A\ntruong: {}\n", {"VB024"}),
        ("mo_ta: A\n", {"VB022"}),
        ("loai: ke-hoach\ntruongg: {}\n", {"VB020", "VB022"}),
        ("loai: [\n", {"VB026"}),
    ],
)
def test_a_template_must_say_what_it_is(tmp_path: Path, head: str, kinds: set[str]) -> None:
    office = write_template(tmp_path, "", f"{FRONT}x\n")
    (tmp_path / "templates" / "thu" / "template.yaml").write_text(head, encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_template("thu", office)
    assert {kind for kind, _, _ in faults_of(error)} == kinds


def test_a_template_without_its_content_is_told(tmp_path: Path) -> None:
    office = write_template(tmp_path, "a: {kieu: chu}", "")
    (tmp_path / "templates" / "thu" / "content.md").unlink()
    with pytest.raises(InputError) as error:
        load_template("thu", office)
    assert faults_of(error) == [("VB010", "content.md", None)]
