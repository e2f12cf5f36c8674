"""Remarks in a source: the author reads them, the paper never has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies as some
from vanban.document import Document, parse_outline, parse_source, write_outline, write_source
from vanban.document.blocks import Para, Run, Table
from vanban.document.remarks import Remarks
from vanban.errors import InputError
from vanban.jobs import render_files

PROPERTY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
REMARK = "<!-- XEM LẠI «năm 2025»: năm cũ → năm 2026 -->"


def same(with_remarks: str, without: str) -> None:
    assert parse_outline(with_remarks) == parse_outline(without)


@pytest.mark.parametrize(
    "text",
    [
        f"{REMARK}\nI. A",
        f"I. A\n{REMARK}\n1. B",
        f"một\n\n{REMARK}\nhai",
        f"một\n{REMARK}\n\nhai",
        f"một\n   {REMARK}  \nvẫn là đoạn một",
        f"1. Câu này chưa hết\n{REMARK}\nvà đây là phần sau;",
        f"Phần I\n{REMARK}\nTên",
        f"Bảng: Tên\n{REMARK}\n| a |\n{REMARK}\n| b |",
        f"một[^1]\n\n[^1]: Lời\n{REMARK}\nchú thích.",
        f"Phụ lục\n{REMARK}\nTÊN\n\n{REMARK}\nmột\n{REMARK}",
        f"một\n\n{REMARK}\n{REMARK}\n- hai",
    ],
)
def test_a_remark_is_as_if_its_line_were_not_there(text: str) -> None:
    same(text, "\n".join(line for line in text.split("\n") if REMARK not in line))


@pytest.mark.parametrize("text", ["\\<!-- x -->", "một <!-- x -->", "một\n\\<!-- x -->"])
def test_words_that_look_like_a_remark_stay_words(text: str) -> None:
    (block,) = parse_outline(text).blocks
    assert isinstance(block, Para)
    assert "<!-- x -->" in str(block.text)
    assert parse_outline(write_outline([block])).blocks == (block,)


@pytest.mark.parametrize("text", ["<!-- x", "<!-- x --> y", "<!-- x --> <!-- y", "<!-->"])
def test_a_remark_that_does_not_end_with_its_line_is_told(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_outline(f"{REMARK}\nmột\n\n  {text}\n", file="a.md")
    (fault,) = caught.value.faults
    assert (fault.kind, fault.place.line, fault.place.column) == ("VB173", 4, 3)


def test_faults_below_a_remark_have_their_own_lines() -> None:
    with pytest.raises(InputError) as caught:
        parse_outline(f"{REMARK}\n\n{REMARK}\nmột **hai\n{REMARK}\nf) x", file="a.md", first_line=10)
    assert [(fault.kind, fault.place.line) for fault in caught.value.faults] == [("VB030", 13), ("VB033", 15)]


def test_a_remark_stands_above_what_it_is_about() -> None:
    source = (
        "---\nloai: ke-hoach\nco_quan: [A, B]\ntrich_yeu: Năm 2025\ncan_cu:\n  - Luật X\n  - Luật Y\n"
        "nguoi_ky: {quyen_han: [TM. A], ho_ten: Nguyễn Văn A}\n---\n"
        "I. X\n1. Y\n\n| a | b |\n| c | d |\n\nPhụ lục\nTÊN\n\nmột\n"
    )
    remarks: Remarks = {
        ("so",): ["số để trống"],
        ("trich_yeu",): ["t1", "t2"],
        ("can_cu", 1): ["c"],
        ("nguoi_ky", 0, "quyen_han", 0): ["q"],
        ("nguoi_ky", 0, "ho_ten"): ["h\nh"],
        ("noi_dung", 1): ["y --> z"],
        ("noi_dung", 2, 1, 0): ["hàng 2"],
        ("phu_luc", 0, "tieu_de"): ["tên"],
        ("phu_luc", 0, "noi_dung", 0): ["p"],
    }
    assert write_source(parse_source(source).document, remarks=remarks) == (
        "---\n# số để trống\nloai: ke-hoach\nco_quan:\n  - A\n  - B\n# t1\n# t2\ntrich_yeu: Năm 2025\n"
        "can_cu:\n  - Luật X\n  # c\n  - Luật Y\nnguoi_ky:\n  - quyen_han:\n      # q\n      - TM. A\n"
        "    # h h\n    ho_ten: Nguyễn Văn A\n---\n\n"
        "I. X\n<!-- y → z -->\n1. Y\n\n<!-- hàng 2 -->\n| a | b |\n| --- | --- |\n| c | d |\n\n"
        "<!-- tên -->\nPhụ lục\nTÊN\n\n<!-- p -->\nmột\n"
    )


paths = st.one_of(
    st.sampled_from(list(Document.model_fields)).map(lambda name: (name,)),
    st.tuples(st.sampled_from(["can_cu", "noi_nhan", "co_quan"]), st.integers(0, 2)),
    st.tuples(
        st.just("nguoi_ky"), st.integers(0, 1), st.sampled_from(["ho_ten", "quyen_han"]), st.integers(0, 1)
    ),
    st.tuples(st.just("noi_dung"), st.integers(0, 5)),
    st.tuples(st.just("noi_dung"), st.integers(0, 5), st.integers(0, 4), st.integers(0, 3)),
    st.tuples(st.just("phu_luc"), st.integers(0, 2), st.just("tieu_de")),
    st.tuples(st.just("phu_luc"), st.integers(0, 2), st.just("noi_dung"), st.integers(0, 5)),
)
remark_maps = st.dictionaries(paths, st.lists(some.texts | st.text(), min_size=1, max_size=2), max_size=8)


@PROPERTY
@given(document=some.documents, remarks=remark_maps)
def test_a_source_with_remarks_reads_as_the_one_without(
    document: Document, remarks: Remarks, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = _pictures(tmp_path_factory)
    text = write_source(document, remarks=remarks)
    assert parse_source(text, folder=folder).document == document
    marks = sum(line.strip().startswith(("#", "<!--")) for line in text.split("\n"))
    assert marks >= sum(map(len, remarks.values()))


def _pictures(factory: pytest.TempPathFactory) -> Path:
    folder = factory.getbasetemp() / "remarks"
    for path, data in some.PICTURES.items():
        target = folder / path.replace("\\", "/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def test_a_remark_in_a_table_of_a_real_paper_changes_nothing() -> None:
    text = f"---\nloai: ke-hoach\nco_quan: A\n---\n| a |\n{REMARK}\n| b |\n"
    (table,) = parse_source(text).document.noi_dung
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == [(Run("a"),), (Run("b"),)]


SOURCE = f"""\
---
loai: ke-hoach
co_quan: A
# XEM LẠI «năm 2025»: năm cũ
trich_yeu: Năm 2025
---
I. A
{REMARK}
1. B
<!-- chỉ là ghi chú -->
"""


def test_what_is_left_to_review_is_told_once_with_its_first_line() -> None:
    (note,) = parse_source(SOURCE, file="a.md").notes
    assert (note.kind, note.details, note.place.line) == ("VB172", {"count": 2}, 4)
    assert parse_source(SOURCE.replace("XEM LẠI", "xem lại"), file="a.md").notes == ()


@pytest.mark.parametrize("name", ["a.yaml", "a.md"])
def test_rendering_tells_how_much_is_left_to_review(tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    data = "loai: ke-hoach\nco_quan: A\n# XEM LẠI\nnoi_dung: |\n  1. C\n  <!-- XEM LẠI -->\n  2. D\n"
    source.write_text(data if name.endswith("yaml") else SOURCE, encoding="utf-8")
    result = render_files([source], formats=["docx"], folder=tmp_path)
    assert [note.details["count"] for note in result.notes if note.kind == "VB172"] == [2]
    assert len(result.made) == 1
