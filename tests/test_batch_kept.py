"""What a batch makes is what filling and rendering each row alone makes, with and without pictures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.batches import done, made_in
from vanban.batch.kept import keep, kept
from vanban.document import read_source
from vanban.document.source import images_in
from vanban.fill import fill, load_template
from vanban.render import render

_HERE = Path(__file__).parent
_DESCRIPTION = """
loai: bao-cao
ten: Báo cáo
truong:
  don_vi: {kieu: chu, nhan: Đơn vị}
  ke: {kieu: doan_van, nhan: Lời kể}
"""
_CONTENT = """---
co_quan: TRƯỜNG A
ky_hieu: BC-A
dia_danh: Tây Mỗ
trich_yeu: "Kết quả của {{ don_vi }}"
nguoi_ky: {chuc_vu: HIỆU TRƯỞNG, ho_ten: Nguyễn Văn A}
---
1. Lời kể[^: Của {{ don_vi }}.]

{{ ke }}

| STT | **Việc** |
| --- | --- |
| 1 | {{ don_vi }}<br>*hai dòng* |
| ^ | ghép |
"""
_ROWS = [
    {"don_vi": "Tổ *Một*", "ke": "Lời kể **đậm**.", "ngay": "2026-03-05"},
    {"don_vi": "Tổ Hai", "ke": "![Biểu đồ lượt mượn](hinh.png)\nHình: Lượt mượn", "ngay": "2026-03-05"},
]


def test_a_batch_makes_what_each_row_alone_makes(tmp_path: Path) -> None:
    folder = tmp_path / "mau"
    folder.mkdir()
    (folder / "template.yaml").write_text(_DESCRIPTION, encoding="utf-8")
    (folder / "content.md").write_text(_CONTENT, encoding="utf-8")
    picture = tmp_path / "hinh.png"
    shutil.copy(_HERE.parent / "samples/hinh/luot-muon-sach.png", picture)
    roster = tmp_path / "hang.jsonl"
    roster.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in _ROWS), encoding="utf-8")
    arguments = (folder, roster, "-t", "docx", "-o", tmp_path / "out", "--name={stt}")
    done(*arguments)
    template = load_template(str(folder))
    assert made_in(tmp_path / "out") == {
        f"{number}.docx": render(fill(template, row, images=images_in(tmp_path)), "docx")
        for number, row in enumerate(_ROWS, start=1)
    }
    picture.write_bytes(picture.read_bytes() + b"\n")
    assert done(*arguments)["made"] == 1


def test_a_document_is_kept_whole() -> None:
    for path in sorted((_HERE / "good").glob("*.md")):
        document = read_source(path).document
        assert kept(keep(document)) == document
