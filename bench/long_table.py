"""One report with a long table: from the parsed source to the bytes of the file.

python -m bench.long_table [--rows 3000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import time
from statistics import median

from bench.plan import plan
from bench.tables import markdown
from vanban.render import Format, render

WANTED_S = 3
FORMATS: tuple[Format, ...] = ("docx", "pdf")


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(markdown(("format", "s", "CPU s", "wanted"), [_row(name, options) for name in FORMATS]))


def _row(name: Format, options: argparse.Namespace) -> list[str]:
    """The median of the rounds; each has a table that no other has, and a short paper warms up."""
    render(plan(0), name)
    times = [_once(name, index, options.rows) for index in range(1, options.rounds + 1)]
    wall, cpu = (median(column) for column in zip(*times, strict=True))
    return [name, f"{wall:.2f}", f"{cpu:.2f}", f"< {WANTED_S}"]


def _once(name: Format, index: int, rows: int) -> tuple[float, float]:
    document = plan(index, rows)
    wall, cpu = time.perf_counter(), time.process_time()
    render(document, name)
    return time.perf_counter() - wall, time.process_time() - cpu


if __name__ == "__main__":
    main()
