"""Memory of one process while it makes thousands of papers, all different.

python -m bench.memory [N]        N is 2,000 unless given; a full run is 10,000
"""

from __future__ import annotations

import argparse

from bench.contender import OURS
from bench.process import Worker
from bench.tables import markdown

EARLY = (100, 1000)
WANTED_MB = 150


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=2000, help="documents in one process")
    count = parser.parse_args().count
    points = sorted({*(early for early in EARLY if early < count), count})
    rows = [[work, *_readings(worker, points)] for work, worker in OURS.items()]
    print(markdown(("MB after", *(f"{point:,}" for point in points), "peak", "wanted"), rows))


def _readings(contender: str, points: list[int]) -> list[str]:
    with Worker(contender) as worker:
        answers = [worker.make(point - before) for before, point in zip([0, *points], points, strict=False)]
    return [*(f"{a.rss_mb:.1f}" for a in answers), f"{answers[-1].peak_mb:.1f}", f"≤ {WANTED_MB}"]


if __name__ == "__main__":
    main()
