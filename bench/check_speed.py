"""How long a check of long papers takes, beside python-docx that merely walks the same file.

    python -m bench.check_speed [--pages 100] [--rounds 5]

The peer opens the DOCX and reads the size of every run by its own style alone: no cascade, parts or rules.
Both run in one process, turn by turn; the ratio of their medians counts.
"""

from __future__ import annotations

import argparse
import io
import resource
import time
from collections.abc import Callable
from statistics import median

import docx

from vanban import ooxml
from vanban.check.register import rules
from vanban.check.run import examine
from vanban.document import Document, make_document
from vanban.render import render
from vanban.tiengviet.letters import roman

LETTERS_ON_A_PAGE = 2_600
"""About what a page of the body in size 14 holds."""
_SENTENCE = (
    "Các cơ quan, đơn vị phối hợp tuyên truyền đến cán bộ, giáo viên và Nhân dân trên địa bàn phường, "
    "bảo đảm kịp thời, thiết thực, hiệu quả; báo cáo kết quả trước ngày 30 tháng 11 năm 2026."
)


def plan(pages: int) -> Document:
    """A plan of about this many pages."""
    groups = pages * LETTERS_ON_A_PAGE // (len(_SENTENCE) * 20)
    body = [
        line
        for group in range(1, groups + 1)
        for line in (f"{roman(group)}. NỘI DUNG", *(f"{khoan}. {_SENTENCE}" for khoan in range(1, 21)))
    ]
    return make_document(
        {
            "loai": "ke-hoach",
            "co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"],
            "so": "58",
            "ky_hieu": "KH-UBND",
            "dia_danh": "Tây Mỗ",
            "ngay": "2026-03-16",
            "trich_yeu": "Thông tin, tuyên truyền năm 2026",
            "nguoi_ky": {
                "quyen_han": ["TM. ỦY BAN NHÂN DÂN"],
                "chuc_vu": "CHỦ TỊCH",
                "ho_ten": "Nguyễn Văn A",
            },
            "luu": "VT",
            "noi_dung": "\n\n".join(body),
        }
    )


def ours(data: bytes) -> int:
    """The whole check; how many findings."""
    return len(examine(ooxml.read_paper(data), tuple(rules().values()))[1])


def walk(data: bytes) -> int:
    """The peer: every run with its font and size."""
    return sum(
        bool(run.font.size or (run.style and run.style.font.size))
        for paragraph in docx.Document(io.BytesIO(data)).paragraphs
        for run in paragraph.runs
    )


def seconds(work: Callable[[bytes], int], data: bytes) -> float:
    """What one call takes."""
    start = time.perf_counter()
    work(data)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    data = render(plan(options.pages), "docx")
    found = ours(data)
    rounds = [(seconds(ours, data), seconds(walk, data)) for _ in range(options.rounds)]
    check, peer = (median(column) for column in zip(*rounds, strict=True))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{options.pages} pages, {len(data) / 1024:.0f} KB, {found} findings")
    print(f"check {check:.2f} s; python-docx walks it in {peer:.2f} s; {check / peer:.2f} x; {memory:.0f} MB")


if __name__ == "__main__":
    main()
