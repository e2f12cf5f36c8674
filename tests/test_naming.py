"""The names of the files that documents become."""

from __future__ import annotations

from typing import Any

import pytest

from tests.papers import paper
from vanban.files import NAME_LIMIT
from vanban.render import file_stem


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"trich_yeu": "Thông tin, tuyên truyền"}, "2026-03-16_KH_thong-tin-tuyen-truyen"),
        ({"trich_yeu": "Thông tin", "ngay": "2026-03"}, "2026-03_KH_thong-tin"),
        ({"trich_yeu": "Thông tin", "ngay": None}, "KH_thong-tin"),
        ({"trich_yeu": "Khai giảng", "loai": "cong-van"}, "2026-03-16_CV_khai-giang"),
        ({"trich_yeu": "Kiện toàn Tổ Đề án 06", "loai": "quyet-dinh"}, "2026-03-16_QD_kien-toan-to-de-an-06"),
        ({"trich_yeu": "", "loai": "bien-ban"}, "2026-03-16_BB_bien-ban"),
        ({"trich_yeu": "../../etc/passwd: CON?"}, "2026-03-16_KH_etc-passwd-con"),
    ],
)
def test_a_file_is_named_by_date_kind_and_subject(parts: dict[str, Any], name: str) -> None:
    assert file_stem(paper(**parts)) == name


def test_a_long_subject_is_cut_at_the_end_of_a_word() -> None:
    name = file_stem(paper(trich_yeu="Thông tin, tuyên truyền về giáo dục và đào tạo trên địa bàn phường"))
    assert name == "2026-03-16_KH_thong-tin-tuyen-truyen-ve-giao-duc"
    assert len(name) <= NAME_LIMIT
