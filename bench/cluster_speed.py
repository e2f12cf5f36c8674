"""``vanban batch --scheduler`` with 1, 2 and 4 workers on this machine, beside the processes of one command.

    python -m bench.cluster_speed [--rows 400] [--workers 1 2 4]

Scheduler and workers are those of ``dask``, each worker with one thread; the roster is that of batch_speed.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.batch_speed import make_roster, make_template

_DASK = [sys.executable, "-m", "dask"]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = make_template(folder / "ke-hoach")
        roster = make_roster(folder / "r.xlsx", options.rows)
        for count in options.workers:
            here = _batch(template, roster, "--jobs", str(count))
            with _cluster(count) as address:
                _batch(template, make_roster(folder / "warm.xlsx", 8 * count), "--scheduler", address)
                there = _batch(template, roster, "--scheduler", address)
            print(
                f"{count}: --jobs {options.rows / here:.1f}/s, --scheduler {options.rows / there:.1f}/s, "
                f"ratio {here / there:.2f}",
                flush=True,
            )


def _batch(template: Path, roster: Path, *how: str) -> float:
    """Seconds of one command, from start to end."""
    out = tempfile.mkdtemp(prefix="batch-")
    command = [
        sys.executable,
        "-m",
        "vanban",
        "batch",
        str(template),
        str(roster),
        "-t",
        "pdf",
        "-o",
        out,
        *how,
    ]
    started = time.perf_counter()
    subprocess.run([*command, "--name", "{stt}"], check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - started
    shutil.rmtree(out)
    return seconds


@contextmanager
def _cluster(workers: int) -> Iterator[str]:
    """A scheduler and its workers; the address of the scheduler."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    commands = (
        ["scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2]],
        ["worker", address, "--nworkers", str(workers), "--nthreads", "1"],
    )
    started = [subprocess.Popen([*_DASK, *words, "--no-dashboard"], **quiet) for words in commands]  # type: ignore[call-overload]
    try:
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
