"""``vanban batch`` beside the renderer alone and a bare Typst script, in as many processes, in one run.

    python -m bench.batch_speed [--rows 500] [--rounds 3] [--jobs 2] [--to pdf] [--peers ID …]
    python -m bench.batch_speed --sizes 1000 3000 10000

Each round makes a batch in a new folder from a roster in a workbook, and has the peers make as many
documents, each peer in as many processes; the median ratios over the rounds count. The batch starts its
processes, reads the roster, checks and fills every row, keeps its ledger, writes and hashes every file; the
peers do nothing of this. By the clock a peer also makes ready what it is handed; of processor time, which
other work on the machine disturbs less, only the making itself counts.
``--sizes`` makes batches of these sizes instead, to show how time and memory grow with the number of rows.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import openpyxl

from bench.contender import BY_ID
from bench.plan import plan_shelves, plan_values
from bench.process import Worker

_SHELF = ("tt", "dia_diem", "phu_trach", "so_sach", "gio")
_PEERS = {"pdf": ("vanban-pdf", "typst"), "docx": ("vanban-docx", "limit-docx")}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--to", choices=_PEERS, default="pdf")
    parser.add_argument("--peers", nargs="+", choices=BY_ID, metavar="ID", help=f"of {', '.join(BY_ID)}")
    parser.add_argument("--sizes", type=int, nargs="+")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = make_template(folder / "ke-hoach")
        if options.sizes:
            for rows in options.sizes:
                seconds, _cpu_s, peak = _batch(
                    template, make_roster(folder / "r.xlsx", rows), options.jobs, options.to
                )
                print(f"{rows} rows: {seconds:.1f} s, {rows / seconds:.1f}/s, peak {peak:.0f} MB a process")
            return
        _compare(template, make_roster(folder / "r.xlsx", options.rows), options)


def _compare(template: Path, roster: Path, options: argparse.Namespace) -> None:
    ratios: dict[str, list[tuple[float, float]]] = {peer: [] for peer in options.peers or _PEERS[options.to]}
    with ExitStack() as stack:
        peers = {peer: [stack.enter_context(Worker(peer)) for _job in range(options.jobs)] for peer in ratios}
        threads = stack.enter_context(ThreadPoolExecutor(options.jobs))
        share = options.rows // options.jobs
        for workers in peers.values():
            list(threads.map(lambda worker: worker.make(4), workers))
        for number in range(1, options.rounds + 1):
            seconds, cpu_s, peak = _batch(template, roster, options.jobs, options.to)
            rate = options.rows / seconds
            told = [f"batch {rate:.1f}/s ({peak:.0f} MB a process)"]
            for peer, workers in peers.items():
                started = time.perf_counter()
                answers = list(threads.map(lambda worker: worker.make(share), workers))
                theirs = share * options.jobs / (time.perf_counter() - started)
                ratios[peer].append((rate / theirs, sum(answer.cpu_s for answer in answers) / cpu_s))
                told.append(f"{peer} {theirs:.1f}/s")
            print(f"round {number}: {', '.join(told)}", flush=True)
    for peer, of_peer in ratios.items():
        clock, cpu = (median(ratio) for ratio in zip(*of_peer, strict=True))
        print(f"batch / {options.jobs} x {peer}: {clock:.2f} by the clock, {cpu:.2f} by processor time")


def _batch(template: Path, roster: Path, jobs: int, to: str) -> tuple[float, float, float]:
    """Seconds of one command, from start to end, of all its processors, and the peak MB of a process."""
    out = Path(tempfile.mkdtemp(prefix="batch-"))
    command = [
        sys.executable,
        "-m",
        "vanban",
        "batch",
        str(template),
        str(roster),
        "-t",
        to,
        "-o",
        str(out),
        "--jobs",
        str(jobs),
    ]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--name", "{stt}", "--key", "ma"], stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    shutil.rmtree(out)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def make_template(folder: Path) -> Path:
    """Write the plan of the benchmark as a content template."""
    folder.mkdir()
    lines = ["loai: ke-hoach", "ten: Kế hoạch", "truong:"]
    lines += [f"  {name}: {{kieu: chu, nhan: {name}}}" for name in ("ma", *plan_values(0))]
    lines += ["  tu_sach:", "    kieu: bang", "    nhan: Tủ sách", "    cot:"]
    lines += [f"      {name}: {{kieu: chu, nhan: {name}}}" for name in _SHELF]
    (folder / "template.yaml").write_text("\n".join(lines), encoding="utf-8")
    text = Path(__file__).with_name("ke-hoach.md").read_text(encoding="utf-8")
    for name in plan_values(0):
        text = text.replace(f"${{{name}}}", f"{{{{ {name} }}}}")
    row = " | ".join(f"{{{{ t.{name} }}}}" for name in _SHELF)
    text = text.replace("${shelves}", f"{{% for t in tu_sach %}}\n| {row} |\n{{% endfor %}}")
    (folder / "content.md").write_text(text, encoding="utf-8")
    return folder


def make_roster(path: Path, rows: int) -> Path:
    """Write a workbook: a sheet with a plan a row, and one with the rows of their annexes.

    A process of its own writes it: what begins a process counts as the peak of that process.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        process.submit(_write_roster, path, rows).result()
    return path


def _write_roster(path: Path, rows: int) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    plans, shelves = book.create_sheet("Danh sách"), book.create_sheet("tu_sach")
    plans.append(["ma", *plan_values(0)])
    shelves.append(["ma", *_SHELF])
    for index in range(rows):
        plans.append([f"P{index}", *plan_values(index).values()])
        for shelf in plan_shelves(index):
            shelves.append([f"P{index}", *shelf])
    book.save(path)


if __name__ == "__main__":
    main()
