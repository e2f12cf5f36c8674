"""A report with a table of 3,000 rows: seconds from data to PDF and to DOCX.

python -m bench.long_table [--rows 3000]
"""

from __future__ import annotations

import argparse
import time
from typing import get_args

from vanban.document import parse_source
from vanban.pdf.pages import count_pages
from vanban.render import Format, render

_HEAD = """---
loai: bao-cao
co_quan: [ỦY BAN NHÂN DÂN, PHƯỜNG TÂY MỖ]
dia_danh: Tây Mỗ
ngay: 2026-06-26
trich_yeu: Kết quả phổ cập giáo dục năm 2026
nguoi_ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN], chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
---
Danh sách các hộ đã rà soát:

{rong=1,4,5,2,3 dau=1}
| TT | Họ và tên | Địa chỉ | Số người | Ghi chú |
"""


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=3000)
    rows = parser.parse_args().rows
    lines = (
        f"| {n} | Nguyễn Văn {chr(65 + n % 26)} | Tổ dân phố {n % 40}, số nhà {n} | {n % 7 + 1} | Đủ hồ sơ |"
        for n in range(1, rows + 1)
    )
    text = _HEAD + "\n".join(lines) + "\n"
    render(parse_source(_HEAD + "| 1 | A | B | 2 | C |\n").document, "pdf")
    for to in get_args(Format):
        started = time.perf_counter()
        data = render(parse_source(text).document, to)
        seconds = time.perf_counter() - started
        pages = f", {count_pages(data)} pages" if to == "pdf" else ""
        print(f"{to}: {rows} rows in {seconds:.2f} s{pages}, {len(data) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
