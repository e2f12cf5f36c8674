"""Time that a whole process takes, from start to end, to say its version or its help.

python -m bench.startup
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

from bench.process import ROOT
from bench.tables import markdown

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "vanban --version": [sys.executable, "-m", "vanban", "--version"],
    "vanban --help": [sys.executable, "-m", "vanban", "--help"],
}
WANTED_S = 0.15


def startup_table(runs: int) -> str:
    """Run each command ``runs`` times in turn; the median and the least count, in ms."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name, command in COMMANDS.items():
            before = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            times[name].append((time.perf_counter() - before) * 1000)
    rows = [
        [
            name,
            f"{median(ms[1:]):.0f}",
            f"{min(ms[1:]):.0f}",
            f"≤ {WANTED_S * 1000:.0f}" if "vanban" in name else "",
        ]
        for name, ms in times.items()
    ]
    return markdown(("whole process", "median ms", "least ms", "wanted"), rows)


if __name__ == "__main__":
    print(startup_table(runs=15))
