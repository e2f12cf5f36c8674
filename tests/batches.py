"""Runs of ``vanban batch`` as a clerk starts them, and what lies in the folder afterwards."""

from __future__ import annotations

import hashlib
import json
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from vanban.batch import LEDGER, REPORT

_FIELDS = {
    "co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"],
    "ky_hieu": "GM-UBND",
    "dia_danh": "Tây Mỗ",
    "ngay": "2026-03-17",
    "nguoi_ky": {"quyen_han": "TL. CHỦ TỊCH", "chuc_vu": "CHÁNH VĂN PHÒNG", "ho_ten": "Hoàng Văn Đ"},
    "noi_nhan": ["Như trên"],
    "ten_co_quan": "Ủy ban nhân dân phường Tây Mỗ",
    "su_kien": "hội nghị triển khai kế hoạch năm 2026",
    "chu_tri": "Bà Trần Thị B, Phó Chủ tịch",
    "thoi_gian": "14 giờ 00 phút, thứ Sáu",
    "ngay_hop": "2026-03-20",
    "dia_diem": "Hội trường tầng 3",
}


def roster(folder: Path, guests: list[str], **changes: object) -> Path:
    path = folder / "danh-sach.jsonl"
    rows = [{**_FIELDS, "khach_moi": [guest], **changes} for guest in guests]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def guests(count: int) -> list[str]:
    return [f"Trường Tiểu học số {number}" for number in range(1, count + 1)]


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "vanban", "batch", *map(str, arguments)]


def vanban(*arguments: object, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        command(*arguments), capture_output=True, text=True, check=False, preexec_fn=limited, timeout=300
    )


def done(*arguments: object) -> dict[str, Any]:
    result = vanban(*arguments, "--json")
    assert result.returncode == 0, result.stdout + result.stderr
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def made_in(folder: Path) -> dict[str, bytes]:
    """What lies in an output folder, its ledger, lock and report aside."""
    own = {LEDGER, ".vanban-lock", REPORT}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in own}


def ledger(folder: Path) -> dict[str, dict[str, Any]]:
    base = sqlite3.connect(folder / LEDGER)
    base.row_factory = sqlite3.Row
    rows = {row["file"]: dict(row) for row in base.execute("SELECT * FROM document")}
    base.close()
    return rows


def assert_proven(folder: Path, count: int) -> None:
    """Every file is there once, whole, and as the ledger has it; nothing else is."""
    files, lines = made_in(folder), ledger(folder)
    assert set(files) == set(lines)
    assert len(files) == count
    for name, data in files.items():
        assert lines[name]["state"] == "done"
        assert lines[name]["size"] == len(data)
        assert lines[name]["sha256"] == hashlib.sha256(data).hexdigest()
