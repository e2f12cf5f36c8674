"""One contender in a process of its own: takes orders as lines of JSON, answers with times, sizes and memory.

    python -m bench.worker ID

An order is ``{"first": number, "count": number}``; the answer to each is a :class:`bench.process.Answer`.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

from bench.contender import BY_ID, Task, load


def main() -> None:
    """Serve until the orders end."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print is no answer
    contender = BY_ID[sys.argv[1]]
    task = load(contender)
    print("{}", file=answers, flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        done = _serve(task, order["first"], order["count"], contender.chunk)
        print(json.dumps(done), file=answers, flush=True)


def _serve(task: Task, first: int, count: int, chunk: int) -> dict[str, Any]:
    wall = cpu = 0.0
    size = 0
    for start in range(first, first + count, chunk):
        given = [task.given(index) for index in range(start, min(start + chunk, first + count))]
        wall_before, cpu_before = time.perf_counter(), _cpu_s()
        size += sum(len(made) for made in task.make(given))
        wall += time.perf_counter() - wall_before
        cpu += _cpu_s() - cpu_before
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rss, peak = _memory_mb()
    return {"count": count, "wall_s": wall, "cpu_s": cpu, "size": size / count, "rss_mb": rss,
            "peak_mb": max(peak, children)}  # fmt: skip


def _cpu_s() -> float:
    """Processor time of this process, its threads, and the programs it has run."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _memory_mb() -> tuple[float, float]:
    """Memory of this process now and at most; ``ru_maxrss`` would count the parent's before exec."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    now, most = (int(status[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return now, most


if __name__ == "__main__":
    main()
