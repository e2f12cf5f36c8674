"""Speed, memory and size of every contender, in one run, on the same plans.

    python -m bench.compare [--quick] [--json FILE] [--only ID …]

Each has a process of its own and takes its turn in every round, so that what else the machine does hits all
of them; ratios are taken within a round, and the median over the rounds counts. What a contender is handed (a
document for vanban, ready words for the others) is made outside the measured time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from statistics import median

from bench.contender import BY_ID, CONTENDERS, OURS, Contender
from bench.process import Answer, Worker, WorkerError
from bench.startup import startup_table
from bench.tables import markdown

ROUNDS, ROUND_S = 9, 1.0
QUICK_ROUNDS, QUICK_ROUND_S = 3, 0.3
HEAD = (
    "docs/s", "docs/CPU s", "vanban is", "by CPU", "wanted", "KB a file", "peak MB", "growth MB", "over docs",
)  # fmt: skip

Rounds = dict[str, list[Answer]]
"""By contender: the warm-up, then one answer a round."""


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every single figure to FILE")
    parser.add_argument("--only", nargs="+", choices=BY_ID, metavar="ID", help=f"of {', '.join(BY_ID)}")
    options = parser.parse_args()
    rounds, seconds = (QUICK_ROUNDS, QUICK_ROUND_S) if options.quick else (ROUNDS, ROUND_S)
    chosen = [c for c in CONTENDERS if not options.only or c.id in {*options.only, *OURS.values()}]
    load_before = os.getloadavg()[0]
    measured = _measure(chosen, rounds, seconds)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
          f"load {load_before:.1f} before, {os.getloadavg()[0]:.1f} after; "
          f"{rounds} rounds of about {seconds:g} s each\n")  # fmt: skip
    for work, ours in OURS.items():
        if ours in measured:
            print(_table(work, measured), end="\n\n")
    print(startup_table(runs=5 if options.quick else 15))
    if options.json:
        figures = {name: [asdict(answer) for answer in answers] for name, answers in measured.items()}
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def _measure(contenders: Iterable[Contender], rounds: int, seconds: float) -> Rounds:
    """Start all, let each warm up, then go round and round, every other time backwards."""
    measured: Rounds = {}
    with ExitStack() as stack:
        workers: list[tuple[Contender, Worker, int]] = []
        for contender in contenders:
            try:
                worker = stack.enter_context(Worker(contender.id))
                worker.make(contender.chunk)
                warm = worker.make(contender.chunk)
            except WorkerError as error:
                print(f"{contender.id} cannot run here: {error}", file=sys.stderr)
                continue
            measured[contender.id] = [warm]
            chunks = max(round(seconds * warm.per_second / contender.chunk), 1)
            workers.append((contender, worker, chunks * contender.chunk))
        for number in range(rounds):
            for contender, worker, count in workers[:: -1 if number % 2 else 1]:
                measured[contender.id].append(worker.make(count))
    return measured


def _table(work: str, measured: Rounds) -> str:
    ours = measured[OURS[work]][1:]
    rows = [
        _row(contender, measured[contender.id], ours)
        for contender in CONTENDERS
        if contender.work == work and contender.id in measured
    ]
    return markdown((work, *HEAD), rows)


def _row(contender: Contender, answers: list[Answer], ours: list[Answer]) -> list[str]:
    warm, *rounds = answers
    pairs = list(zip(ours, rounds, strict=True))
    by_clock = median(our.per_second / their.per_second for our, their in pairs)
    by_cpu = median(our.per_cpu_second / their.per_cpu_second for our, their in pairs)
    is_ours = contender.id == OURS[contender.work]
    return [
        contender.title,
        _figure(median(answer.per_second for answer in rounds)),
        _figure(median(answer.per_cpu_second for answer in rounds)),
        "" if is_ours else f"{_figure(by_clock)} ×",
        "" if is_ours else f"{_figure(by_cpu)} ×",
        f"≥ {contender.target:g} ×" if contender.target else "",
        f"{rounds[-1].size / 1000:.1f}",
        f"{rounds[-1].peak_mb:.0f}",
        f"{rounds[-1].rss_mb - warm.rss_mb:+.1f}",
        str(sum(answer.count for answer in rounds)),
    ]


def _figure(number: float) -> str:
    """Three digits are all that such a measurement is worth."""
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


if __name__ == "__main__":
    main()
