"""A batch on a Dask cluster: the same bytes, and a worker that dies costs nothing."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.batches import assert_proven, command, done, guests, made_in, roster, vanban
from vanban.batch import LEDGER

_NAME = "--name={stt:03}"


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A scheduler with two workers of one thread, each with a nanny that starts it again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    dask = [sys.executable, "-m", "dask"]
    started = [
        subprocess.Popen(
            [*dask, *words, "--no-dashboard"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for words in (
            ["scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2]],
            ["worker", address, "--nworkers", "2", "--nthreads", "1"],
        )
    ]
    ready = f"import distributed; distributed.Client({address!r}, timeout=90).wait_for_workers(2, timeout=90)"
    subprocess.run([sys.executable, "-c", ready], check=True, timeout=200, capture_output=True)
    yield address
    for process in started:
        family = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        process.wait()
        for child in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                child.kill()


def test_a_cluster_makes_the_same_bytes(tmp_path: Path, scheduler: str) -> None:
    path = roster(tmp_path, guests(30))
    arguments = ("giay-moi", path, "-t", "pdf", "-t", "docx", _NAME, "-o")
    done(*arguments, tmp_path / "here")
    told = done(*arguments, tmp_path / "there", "--scheduler", scheduler)
    assert (told["made"], told["failed"]) == (60, 0)
    assert_proven(tmp_path / "there", 60)
    assert made_in(tmp_path / "there") == made_in(tmp_path / "here")


def test_files_go_to_any_storage_and_the_ledger_stays(tmp_path: Path, scheduler: str) -> None:
    store, out = tmp_path / "store", tmp_path / "out"
    to_store = ("--scheduler", scheduler, "--target", f"local://{store}")
    arguments = ("giay-moi", roster(tmp_path, guests(5)), "-t", "pdf", _NAME, "-o", out, *to_store)
    store.mkdir()
    assert done(*arguments)["made"] == 5
    assert len(made_in(store)) == 5
    assert made_in(out) == {}
    assert (out / LEDGER).is_file()
    (store / "003.pdf").unlink()
    told = done(*arguments)
    assert (told["made"], told["kept"]) == (1, 4)


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path, scheduler: str) -> None:
    out, path = tmp_path / "out", roster(tmp_path, guests(200))
    process = subprocess.Popen(
        command("giay-moi", path, "-t", "pdf", _NAME, "-o", out, "--scheduler", scheduler, "--json"),
        stdout=subprocess.PIPE,
        text=True,
    )
    while process.poll() is None and len(list(out.glob("*.pdf"))) < 20:
        time.sleep(0.02)
    assert _kill_a_worker()
    told = json.loads(process.communicate(timeout=120)[0])
    assert (told["made"], told["failed"]) == (200, 0)
    assert_proven(out, 200)


def _kill_a_worker() -> bool:
    """Kill a worker, not its nanny: of the processes of the cluster, one that no process descends from."""
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            words = " ".join(process.cmdline())
            if "spawn_main" in words and "dask" in " ".join(process.parent().cmdline()):
                process.kill()
                return True
    return False


def test_no_scheduler_is_told(tmp_path: Path) -> None:
    result = vanban(
        "giay-moi", roster(tmp_path, guests(1)), "-o", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9"
    )
    assert result.returncode == 3
    assert "VB249" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_storage_that_nobody_knows_is_told(tmp_path: Path) -> None:
    result = vanban("giay-moi", roster(tmp_path, guests(1)), "-o", tmp_path / "out", "--target", "kho://x")
    assert result.returncode == 3
    assert "VB178" in result.stderr
    assert not (tmp_path / "out").exists()
