"""A paper with everything in it, for tests that draw: parts, table, picture, notes, annexes both ways."""

from __future__ import annotations

import struct
import zlib
from typing import Any

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
)
from vanban.document.model import Document, NguoiKy

HOSTILE = "Trường A & B <b>đậm</b> \"kép\" 'đơn' \\ # $ @ {{ 7 * 6 }} {% raw %} </p> _gạch_ *sao*"
"""What must come out as it was typed, in every format."""

SENTENCE = (
    "Phối hợp với các cơ quan, đơn vị tuyên truyền Kế hoạch số 671/KH-SGD&ĐT ngày 14/02/2026 "
    "đến cán bộ quản lý/giáo viên và nhân dân trên địa bàn phường, bảo đảm kịp thời, thiết thực, hiệu quả."
)


def text(words: str) -> Inline:
    return (Run(words),)


def png(width: int = 40, height: int = 20) -> bytes:
    """A red picture."""
    rows = b"".join(b"\0" + b"\xc8\x1e\x1e" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def table(rows: int) -> Table:
    """Two header rows with merged cells, then ``rows`` rows."""
    head = (
        (Cell(text("TT")), Cell(text("Nhiệm vụ")), Cell(merge="left")),
        (Cell(merge="up"), Cell(text("Việc")), Cell((Run("Số"), LineBreak(), Run("lượng")))),
    )
    body = tuple(
        (Cell(text(str(number))), Cell(text(f"Việc thứ {number}: {HOSTILE}")), Cell(text("12500")))
        for number in range(1, rows + 1)
    )
    return Table(
        columns=(Column(1, "giua"), Column(7, "deu"), Column(2, "phai", number=True)),
        rows=head + body,
        header_rows=2,
        caption=text("Phân công nhiệm vụ"),
    )


def body(rows: int, sentences: int) -> tuple[Block, ...]:
    noted: Inline = (
        Run("Có lời chú"),
        Footnote((Run("Lời chú thứ nhất & "), Run("nghiêng", italic=True), Run("."))),
        Run(" và chữ "),
        Run("đậm", bold=True),
        Run("."),
    )
    return (
        Para("muc", "I", text("Mục đích, yêu cầu")),
        Para("khoan", "1", text("Mục đích"), titled=True),
        Para("gach", "", text(HOSTILE)),
        Para("doan", "", noted),
        *(Para("diem", letter, text(SENTENCE)) for letter in ("a", "b", "c", "d", "đ", "e")[:sentences]),
        table(rows),
        Figure(png(), "png", "Sơ đồ <màu đỏ>", caption=text("Sơ đồ phối hợp"), width_mm=60),
        Para("doan", "", text("Trên đây là Kế hoạch của phường")),
    )


def paper(*, rows: int = 3, sentences: int = 2, **parts: Any) -> Document:
    """The paper; ``parts`` of the document replace its own."""
    annex_note: Inline = (Run("Chủ đề tháng Một"), Footnote((Run("Lời chú của phụ lục."),)))
    return Document.model_validate(
        {
            "loai": "ke-hoach",
            "co_quan_chu_quan": "UBND THÀNH PHỐ HÀ NỘI",
            "co_quan": "ỦY BAN NHÂN DÂN PHƯỜNG TÂY MỖ",
            "so": "5",
            "ky_hieu": "UBND",
            "dia_danh": "Tây Mỗ",
            "ngay": "2026-03-16",
            "trich_yeu": "Thông tin, tuyên truyền về giáo dục năm 2026",
            "can_cu": ["Luật Giáo dục ngày 14 tháng 6 năm 2019", "Quyết định của A & B"],
            "noi_dung": body(rows, sentences),
            "nguoi_ky": NguoiKy(
                quyen_han=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
                chuc_vu="PHÓ CHỦ TỊCH",
                ho_ten="Nguyễn Văn A",
            ),
            "noi_nhan": ["Sở Giáo dục và Đào tạo", "Các trường học"],
            "luu": "VT, VHXH",
            "phu_luc": (
                PhuLuc("Chủ đề theo tháng", (Para("doan", "", annex_note), table(30)), ngang=True),
                PhuLuc("Đơn vị", tuple(Para("doan", "", text(SENTENCE)) for _ in range(24))),
                PhuLuc("Biểu mẫu", (Para("doan", "", text("Một biểu")),)),
            ),
            "do_khan": "khan",
            "dia_chi": "Số 1 đường Tây Mỗ; điện thoại: 024 0000000",
            "du_thao": True,
        }
        | parts
    )
