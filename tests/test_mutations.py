"""One component of a good paper changed in one way: it is blamed, by one rule, and nothing else is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.broken import broken
from tests.test_rules import findings, told
from vanban.check.model import Example
from vanban.thethuc import COMPONENTS

PARTS = (
    "quoc_hieu", "tieu_ngu", "co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh", "ten_loai", "trich_yeu",
    "can_cu", "doan", "muc_la_ma", "khoan_tieu_de", "khoan", "diem", "noi_nhan_tu", "noi_nhan", "quyen_han",
    "ho_ten", "phu_luc", "phu_luc_tieu_de", "kem_theo",
)  # fmt: skip
"""Components of the good plan whose look the decree gives."""


@st.composite
def mutations(draw: st.DrawFn) -> Example:
    """A component and one value of its look that the decree does not allow."""
    part = draw(st.sampled_from(PARTS))
    row = COMPONENTS[part]
    least, most = row.size.least, row.size.most
    values: dict[str, st.SearchStrategy[str | float | bool]] = {
        "size_pt": st.sampled_from([least - 2, most + 1, most + 6]),
        "bold": st.just(not row.bold),
        "italic": st.just(not row.italic),
        "font": st.sampled_from(["Arial", "Calibri", ".VnTime"]),
        "colour": st.sampled_from(["FF0000", "1F4E79"]),
    }
    name = draw(st.sampled_from(sorted(values)))
    return Example(part, look={name: draw(values[name])})


@given(mutations())
@settings(max_examples=60, deadline=None)
def test_what_was_changed_is_blamed_and_nothing_else(example: Example) -> None:
    found = findings(broken(example))
    assert len({finding.rule.id for finding in found}) == 1, (example, told(found))
    assert {finding.hit.part for finding in found} == {example.part}, (example, told(found))
