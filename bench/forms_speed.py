"""Report forms for many units: made, filled in, collected again, each by one command in one process.

python -m bench.forms_speed [--units 1000] [--targets 60]

The peers are openpyxl as a competent user calls it: a workbook built for every unit, each one loaded whole.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from bench.tables import markdown
from vanban.figures.describing import read_form, read_schools
from vanban.figures.workbook import workbook_maker

WANTED_S = 60


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=1000)
    parser.add_argument("--targets", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_inputs(folder, options.units, options.targets)
        rows = [_made(folder, options.units), _filled(folder), _collected(folder, options.units)]
    print(markdown(("step", "s", "forms/s", "peak MB", "openpyxl forms/s", "ratio", "wanted"), rows))


def _write_inputs(folder: Path, units: int, targets: int) -> None:
    items = [
        {"id": f"ct-{at}", "ten": f"Chỉ tiêu số {at}", "kieu": "so_nguyen", "don_vi_tinh": "việc",
         "nhom": f"Nhóm {at // 10 + 1}", "chi_tieu": at * 100, "tu": 0}
        for at in range(1, targets + 1)
    ]  # fmt: skip
    about = {"bieu_mau": "do", "ten": "đo", "ky": "2026", "ten_ky": "năm 2026", "kinh_gui": "Phường"}
    (folder / "form.json").write_text(json.dumps({**about, "chi_tieu": items}, ensure_ascii=False), "utf-8")
    lines = [f"T{at:04};Trường số {at}" for at in range(1, units + 1)]
    (folder / "units.csv").write_text("\n".join(["Mã đơn vị;Tên đơn vị", *lines]), "utf-8")


def _made(folder: Path, units: int) -> list[str]:
    seconds, peak = _run(
        "make", str(folder / "form.json"), str(folder / "units.csv"), "-o", str(folder / "out")
    )
    form, schools = read_form(folder / "form.json"), read_schools(folder / "units.csv")
    started, few = time.perf_counter(), schools[:30]
    for school in few:
        workbook_maker(form)(school)  # what it is to build one for each
    peer = len(few) / (time.perf_counter() - started)
    return _row("make", seconds, peak, units, peer)


def _filled(folder: Path) -> list[str]:
    """Fill every form in with openpyxl, as the units would."""
    started = time.perf_counter()
    files = sorted((folder / "out").glob("*.xlsx"))
    for number, file in enumerate(files):
        book = load_workbook(file)
        sheet: Any = book.active
        for at, named in enumerate(book.defined_names.values()):
            ((_sheet, cell),) = named.destinations
            sheet[cell] = number + at
        book.save(file)
    return ["fill (not ours)", f"{time.perf_counter() - started:.1f}", "", "", "", "", ""]


def _collected(folder: Path, units: int) -> list[str]:
    form, listed = ("--form", str(folder / "form.json")), ("--units", str(folder / "units.csv"))
    seconds, peak = _run("collect", str(folder / "out"), *form, *listed, "-o", str(folder / "so-lieu"))
    files = sorted((folder / "out").glob("*.xlsx"))[:50]
    started = time.perf_counter()
    for file in files:
        book = load_workbook(io.BytesIO(file.read_bytes()), data_only=True)
        sheet: Any = book.active
        for row in sheet.iter_rows(values_only=True):
            tuple(row)
    peer = len(files) / (time.perf_counter() - started)
    return _row("collect", seconds, peak, units, peer)


def _row(step: str, seconds: float, peak: float, units: int, peer: float) -> list[str]:
    rate = units / seconds
    wanted = f"both < {WANTED_S} s"
    return [
        step,
        f"{seconds:.1f}",
        f"{rate:.0f}",
        f"{peak:.0f}",
        f"{peer:.0f}",
        f"{rate / peer:.1f} ×",
        wanted,
    ]


def _run(*arguments: str) -> tuple[float, float]:
    """Run a command of ``vanban form``: seconds, the start of the program among them, and its peak in MB."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "vanban", "form", *arguments], stdout=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return seconds, usage.ru_maxrss / (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
