"""A batch: every row once, whole and right, whatever happens while it is made."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import signal
import stat
import subprocess
import time
from decimal import Decimal
from pathlib import Path

import psutil
import pypdf
import pytest

from tests.batches import assert_proven, command, done, guests, ledger, made_in, roster, vanban
from vanban.batch import LEDGER, REPORT, make_batch
from vanban.batch.ledger import alone
from vanban.batch.store import open_store
from vanban.errors import CannotWriteError
from vanban.so_lieu import ChiTieu, DonVi, Figure, Ky, Reported, to_sqlite

_NAME = "--name={stt:03}-{khach_moi}"


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an undisturbed run makes of forty rows."""
    folder = tmp_path_factory.mktemp("reference")
    told = done("giay-moi", roster(folder, guests(40)), "-t", "pdf", "-o", folder / "out", _NAME)
    assert (told["made"], told["kept"], told["failed"]) == (40, 0, 0)
    assert_proven(folder / "out", 40)
    return made_in(folder / "out")


def test_each_row_is_a_document_of_its_own(reference: dict[str, bytes], tmp_path: Path) -> None:
    assert sorted(reference)[0] == "001-Truong-Tieu-hoc-so-1.pdf"
    for number in (1, 17, 40):
        path = tmp_path / "one.pdf"
        path.write_bytes(reference[f"{number:03}-Truong-Tieu-hoc-so-{number}.pdf"])
        assert f"Trường Tiểu học số {number}" in " ".join(
            pypdf.PdfReader(path).pages[0].extract_text().split()
        )


def test_the_ledger_knows_pages_and_times(tmp_path: Path) -> None:
    done("giay-moi", roster(tmp_path, guests(2)), "-t", "pdf", "-t", "docx", "-o", tmp_path / "out")
    lines = ledger(tmp_path / "out")
    assert len(lines) == 4
    for name, line in lines.items():
        assert line["pages"] == (1 if name.endswith(".pdf") else None)
        assert line["seconds"] > 0
        assert abs(line["finished"] - time.time()) < 300
        assert line["error"] == ""


def test_a_second_run_makes_nothing_again(tmp_path: Path) -> None:
    arguments = ("giay-moi", roster(tmp_path, guests(3)), "-t", "pdf", "-o", tmp_path / "out")
    done(*arguments)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.pdf")}
    told = done(*arguments)
    assert (told["made"], told["kept"]) == (0, 3)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_only_what_changed_or_is_missing_is_made(tmp_path: Path) -> None:
    out, names = tmp_path / "out", guests(4)
    done("giay-moi", roster(tmp_path, names), "-t", "pdf", "-o", out, "--name={stt}")
    first = made_in(out)
    (out / "2.pdf").unlink()
    told = done(
        "giay-moi", roster(tmp_path, [*names[:3], "Khách khác"]), "-t", "pdf", "-o", out, "--name={stt}"
    )
    assert (told["made"], told["kept"]) == (2, 2)
    second = made_in(out)
    assert {name for name in first if first[name] != second[name]} == {"4.pdf"}
    assert_proven(out, 4)


def test_another_template_or_office_makes_all_again(tmp_path: Path) -> None:
    arguments = ("giay-moi", roster(tmp_path, guests(2)), "-t", "pdf", "-o", tmp_path / "out")
    done(*arguments)
    (tmp_path / "vanban.yaml").write_text("trinh_bay: {bo_co_chu: 13}", encoding="utf-8")
    assert done(*arguments)["made"] == 2


def test_figures_that_changed_make_the_reports_of_them_again(tmp_path: Path) -> None:
    item = ChiTieu("tin", "Tin, bài", chi_tieu_don_vi=Decimal(3))
    units = (DonVi("A", "Trường A"), DonVi("B", "Trường B"))
    rows = [
        {
            "co_quan": "TRƯỜNG",
            "so_lieu": {"tep": "so-lieu.sqlite", "don_vi": unit.ma},
            "ten_don_vi": unit.ten,
            "noi_dung_bao_cao": "tuyên truyền",
            "van_ban_thuc_hien": "Kế hoạch số 5/KH-UBND",
            "uu_diem": ["Tốt."],
            "nhiem_vu": ["Duy trì."],
        }
        for unit in units
    ]
    path = tmp_path / "truong.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    arguments = ("bao-cao-don-vi", path, "-t", "docx", "-o", tmp_path / "out")
    for count, value in enumerate((5, 5, 6)):
        figures = {("A", "tin"): Figure("A", "tin", Decimal(value))}
        data = to_sqlite([Reported(Ky("2026", "năm 2026"), (item,), units, figures)])
        (tmp_path / "so-lieu.sqlite").write_bytes(data)
        assert done(*arguments)["made"] == (2, 0, 2)[count]


def test_a_row_that_is_gone_leaves_its_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done("giay-moi", roster(tmp_path, guests(3)), "-t", "pdf", "-o", out, _NAME)
    told = done("giay-moi", roster(tmp_path, guests(2)), "-t", "pdf", "-o", out, _NAME)
    assert (told["made"], told["kept"], told["unlisted"]) == (0, 2, 1)
    assert len(made_in(out)) == 3


def test_a_file_that_a_person_edited_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done("giay-moi", roster(tmp_path, guests(2)), "-t", "docx", "-o", out, "--name={stt}")
    (out / "2.docx").write_bytes(b"what a clerk wrote")
    again = ("giay-moi", roster(tmp_path, guests(2), so="5"), "-t", "docx", "-o", out, "--name={stt}")
    result = vanban(*again)
    assert result.returncode == 5
    assert "VB243" in result.stderr
    assert "2.docx" in result.stderr
    assert (out / "2.docx").read_bytes() == b"what a clerk wrote"
    assert done(*again, "--force")["made"] == 2
    assert_proven(out, 2)


def test_a_file_of_someone_else_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "1.pdf").write_bytes(b"theirs")
    arguments = ("giay-moi", roster(tmp_path, guests(2)), "-t", "pdf", "-o", out, "--name={stt}")
    result = vanban(*arguments)
    assert result.returncode == 5
    assert "VB080" in result.stderr
    assert made_in(out) == {"1.pdf": b"theirs"}
    assert done(*arguments, "--force")["made"] == 2


def test_faults_of_all_rows_are_told_and_nothing_is_made(tmp_path: Path) -> None:
    path = roster(tmp_path, guests(3), ngay_hop="hôm nào")
    result = vanban("giay-moi", path, "-o", tmp_path / "out")
    assert result.returncode == 3
    assert result.stderr.count("VB141") == 3
    assert not (tmp_path / "out").exists()


def test_rows_without_faults_are_made_on_request(tmp_path: Path) -> None:
    path = roster(tmp_path, guests(3))
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("2026-03-20", "hôm nào", 1), encoding="utf-8")
    result = vanban("giay-moi", path, "-t", "pdf", "-o", tmp_path / "out", "--keep-going")
    assert result.returncode == 6
    assert result.stderr.count("VB141") == 1
    assert_proven(tmp_path / "out", 2)
    path.write_text(good, encoding="utf-8")
    assert done("giay-moi", path, "-t", "pdf", "-o", tmp_path / "out")["failed"] == 0


def test_a_letter_that_the_font_lacks_is_a_fault_of_its_row(tmp_path: Path) -> None:
    result = vanban("giay-moi", roster(tmp_path, ["Trường 中"]), "-o", tmp_path / "out")
    assert result.returncode == 3
    assert "VB063" in result.stderr
    assert "danh-sach.jsonl" in result.stderr


@pytest.mark.parametrize("pattern", ["../{khach_moi}", "/tmp/{khach_moi}", "{khach_moi}", "a", "CON"])
def test_names_stay_in_the_folder_and_do_not_collide(tmp_path: Path, pattern: str) -> None:
    out = tmp_path / "in" / "out"
    path = roster(tmp_path, ["../../a", "..\\a", "a", "A", "con", "x" * 300, "", "\u202ea", "a" * 50])
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["khach_moi"] = row["khach_moi"] if row["khach_moi"][0] else ["…"]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done("giay-moi", path, "-t", "pdf", "-o", out, f"--name={pattern}")
    assert_proven(out, 9)
    assert len({name.lower() for name in made_in(out)}) == 9
    assert {path.name for path in tmp_path.iterdir()} == {"danh-sach.jsonl", "in"}
    assert all(len(name) <= 54 for name in made_in(out))


def test_a_pattern_with_an_unknown_name_is_told(tmp_path: Path) -> None:
    result = vanban(
        "giay-moi", roster(tmp_path, guests(1)), "-o", tmp_path / "out", "--name={khach}-{x.__class__}"
    )
    assert result.returncode == 3
    assert result.stderr.count("VB241") == 2


def test_a_run_that_is_killed_is_taken_up_again(tmp_path: Path, reference: dict[str, bytes]) -> None:
    out, path = tmp_path / "out", roster(tmp_path, guests(40))
    arguments = ("giay-moi", path, "-t", "pdf", "-o", out, _NAME)
    chance = random.Random(2026)
    for _kill in range(20):
        process = subprocess.Popen(command(*arguments), stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.uniform(0.1, 1.2))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        _until_ended(path)
        there = sorted(out.glob("*.pdf"))
        assert all(one.read_bytes() == reference[one.name] for one in there)
        if chance.random() < 0.3:
            for victim in chance.sample(there, k=min(5, len(there))):
                victim.unlink()
    done(*arguments)
    assert_proven(out, 40)
    assert made_in(out) == reference


def _until_ended(path: Path) -> None:
    """No process of a killed run is left a moment later."""
    for _second in range(50):
        if not [p for p in psutil.process_iter(["cmdline"]) if str(path) in (p.info["cmdline"] or [])]:
            return
        time.sleep(0.1)
    raise AssertionError("processes are left")


def test_workers_that_are_killed_cost_nothing(tmp_path: Path, reference: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    arguments = ("giay-moi", roster(tmp_path, guests(200)), "-t", "pdf", "-o", out, _NAME)
    chance, killed = random.Random(7), 0
    while killed < 20:  # a fast machine needs several runs to be hit so often
        killed += _killing_workers(arguments, out, chance, 20 - killed)
        if killed < 20:
            for victim in sorted(out.glob("*.pdf"))[:150]:
                victim.unlink()
    done(*arguments)
    assert_proven(out, 200)
    made = made_in(out)
    assert {name: made[name] for name in reference} == reference


def _killing_workers(arguments: tuple[object, ...], out: Path, chance: random.Random, most: int) -> int:
    """Kill workers of a run while it makes progress; how many there were to kill."""
    process = subprocess.Popen(command(*arguments, "--json"), stdout=subprocess.PIPE, text=True)
    parent, killed, there = psutil.Process(process.pid), 0, len(list(out.glob("*.pdf")))
    while process.poll() is None and killed < most:
        workers = [child for child in parent.children() if "spawn_main" in " ".join(_words(child))]
        now = len(list(out.glob("*.pdf")))
        if workers and now > there:
            _kill(chance.choice(workers))
            killed, there = killed + 1, now
        time.sleep(chance.uniform(0.01, 0.1))
    told = json.loads(process.communicate()[0])
    assert told["made"] + told["kept"] + told["failed"] == 200
    assert process.returncode == (6 if told["failed"] else 0)  # a row that was hit twice is told
    return killed


def _words(process: psutil.Process) -> list[str]:
    with contextlib.suppress(psutil.NoSuchProcess):
        return list(process.cmdline())
    return []


def _kill(process: psutil.Process) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process.kill()


def test_a_full_disk_stops_the_run_and_tears_nothing(tmp_path: Path) -> None:
    out, path = tmp_path / "out", roster(tmp_path, guests(8))
    arguments = ("giay-moi", path, "-t", "pdf", "-o", out)
    result = vanban(*arguments, limit=14_000)
    assert result.returncode == 5, result.stderr
    assert "VB081" in result.stderr
    assert made_in(out) == {}
    assert done(*arguments)["made"] == 8
    assert_proven(out, 8)


def test_a_disk_that_fails_late_tears_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks take everything and refuse only when it is to be flushed."""
    out, listed = tmp_path / "out", roster(tmp_path, guests(6))
    flush = os.fsync

    def failing(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        flush(handle)

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", failing)
        with pytest.raises(CannotWriteError) as caught:
            make_batch("giay-moi", listed, formats=("pdf",), folder=out)
    assert [fault.kind for fault in caught.value.faults] == ["VB081"]
    assert made_in(out) == {}
    assert {line["state"] for line in ledger(out).values()} == {"waiting"}
    assert done("giay-moi", listed, "-t", "pdf", "-o", out)["made"] == 6
    assert_proven(out, 6)


def test_a_file_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is not flushed when the power goes may be torn; so no file has its name before."""
    flush, rename = os.fsync, Path.replace
    safe: set[int] = set()

    def flushed(handle: int) -> None:
        flush(handle)
        safe.add(os.fstat(handle).st_ino)

    def renamed(self: Path, target: Path) -> Path:
        assert self.stat().st_ino in safe
        return rename(self, target)

    with monkeypatch.context() as system:
        system.setattr(os, "fsync", flushed)
        system.setattr(Path, "replace", renamed)
        make_batch("giay-moi", roster(tmp_path, guests(5)), formats=("pdf", "docx"), folder=tmp_path / "out")
    assert_proven(tmp_path / "out", 10)


def test_a_file_that_another_program_holds_open_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that Word has open."""
    out, listed = tmp_path / "out", roster(tmp_path, guests(3))
    rename = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.name == "2.pdf":
            target.write_bytes(b"open in another program")
            raise PermissionError(errno.EACCES, "locked", str(target))
        return rename(self, target)

    with monkeypatch.context() as system:
        system.setattr(Path, "replace", locked)
        outcome = make_batch("giay-moi", listed, formats=("pdf",), folder=out, name="{stt}")
    assert (outcome.made, outcome.counts.failed) == (2, 1)
    lines = ledger(out)
    assert {name: line["state"] for name, line in lines.items()} == {
        "1.pdf": "done",
        "2.pdf": "failed",
        "3.pdf": "done",
    }
    assert "VB082" in lines["2.pdf"]["error"]
    assert not list(out.glob(".vanban-*.tmp"))
    assert done("giay-moi", listed, "-t", "pdf", "-o", out, "--name={stt}")["made"] == 1
    assert_proven(out, 3)


def test_what_is_stopped_while_files_are_put_in_their_places_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(tmp_path))
    drafts = store.write({"1.pdf": b"one", "2.pdf": b"two"})
    assert not (tmp_path / "1.pdf").exists()
    rename = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if target.name == "2.pdf":
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as system:
        system.setattr(Path, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.settle(drafts)
    assert store.settle(drafts) == {}
    assert made_in(tmp_path) == {"1.pdf": b"one", "2.pdf": b"two"}


@pytest.mark.parametrize("folder", ["/proc/vanban", "/dev/null/out"])
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, folder: str) -> None:
    result = vanban("giay-moi", roster(tmp_path, guests(1)), "-o", folder)
    assert result.returncode == 5
    assert "VB081" in result.stderr


def test_a_second_run_in_the_same_folder_is_kept_out(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with alone(out):
        result = vanban("giay-moi", roster(tmp_path, guests(1)), "-o", out)
        assert json.loads(vanban("--status", tmp_path / "out", "--json").stdout)["exit_code"] == 3
    assert result.returncode == 5
    assert "VB242" in result.stderr
    assert made_in(out) == {}


def test_two_runs_at_once_make_everything_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = command("giay-moi", roster(tmp_path, guests(30)), "-t", "pdf", "-o", out)
    pair = [subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) for _run in range(2)]
    told = [process.communicate()[1] for process in pair]
    codes = sorted(process.returncode for process in pair)
    assert codes in ([0, 5], [0, 0])
    assert (5 in codes) == any("VB242" in words for words in told)
    assert_proven(out, 30)


def test_stopping_by_hand_is_clean(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("giay-moi", roster(tmp_path, guests(300)), "-t", "pdf", "-o", out)
    process = subprocess.Popen(
        command(*arguments),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job behind a shell ignores it
    )
    while len(list(out.glob("*.pdf"))) < 20:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    words = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "Traceback" not in words
    assert not list(out.glob(".vanban-*.tmp"))
    status = json.loads(vanban("--status", out, "--json").stdout)
    assert status["done"] >= 1
    assert not status["running"]
    before = status["done"]
    assert done(*arguments)["made"] == 300 - before
    assert_proven(out, 300)


def test_status_tells_how_far_it_is(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done("giay-moi", roster(tmp_path, guests(2)), "-t", "pdf", "-o", out)
    result = vanban("--status", out)
    assert result.returncode == 0
    assert "Xong 2/2" in result.stdout
    assert vanban("--status", tmp_path).returncode == 3
    (tmp_path / LEDGER).write_bytes(b"no database at all, and long enough to be looked at" * 50)
    broken = vanban("--status", tmp_path)
    assert broken.returncode == 3
    assert "VB245" in broken.stderr


def test_the_report_lies_beside_the_documents(tmp_path: Path) -> None:
    done("giay-moi", roster(tmp_path, guests(2)), "-t", "pdf", "-o", tmp_path / "out")
    page = (tmp_path / "out" / REPORT).read_text(encoding="utf-8")
    assert "<svg" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
