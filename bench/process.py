"""A worker as seen from outside: start it, give it an order, read its answer."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Answer:
    """What it took to make ``count`` documents: seconds, mean size in bytes, MB of memory now and at most."""

    count: int
    wall_s: float
    cpu_s: float
    size: float
    rss_mb: float
    peak_mb: float

    @property
    def per_second(self) -> float:
        """Documents a second by the clock on the wall."""
        return self.count / self.wall_s

    @property
    def per_cpu_second(self) -> float:
        """Documents a second of processor time."""
        return self.count / self.cpu_s


class WorkerError(Exception):
    """The contender cannot run here: its package or program is missing, or it failed."""


class Worker:
    """A process with one contender in it. Document numbers go on from order to order: none comes twice."""

    def __init__(self, contender: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.worker", contender],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._next = 0
        self._read()

    def make(self, count: int) -> Answer:
        """Have ``count`` further documents made."""
        assert self._process.stdin
        print(json.dumps({"first": self._next, "count": count}), file=self._process.stdin, flush=True)
        self._next += count
        return Answer(**self._read())

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            _, said = self._process.communicate()
            raise WorkerError(said.strip().splitlines()[-1] if said.strip() else "?")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()
