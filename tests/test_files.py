"""Files appear whole or not at all, and their names are safe on every system."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import CannotWriteError, ExitCode, InputError
from vanban.files import NAME_LIMIT, read_text, safe_name, slug, unique, write_all, write_atomically

NAMES = st.text(max_size=120) | st.text("abc -_./\\:đĐ", max_size=80)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def kinds(error: CannotWriteError | InputError) -> list[str]:
    return [fault.kind for fault in error.faults]


def failing(code: int) -> Callable[[int], None]:
    def fsync(_: int) -> None:
        raise OSError(code, os.strerror(code))

    return fsync


def test_files_are_written_and_missing_folders_made(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2026"
    write_all({folder / "a.docx": b"word", folder / "a.pdf": b"pdf"})
    assert contents(folder) == {"a.docx": b"word", "a.pdf": b"pdf"}


def test_a_new_file_has_the_rights_that_the_user_gives_to_new_files(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.pdf", b"pdf")
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(CannotWriteError) as caught:
        write_atomically(target, b"new")
    assert kinds(caught.value) == ["VB080"]
    assert "--force" in caught.value.faults[0].remedy
    assert caught.value.exit_code == ExitCode.CANNOT_WRITE
    assert contents(tmp_path) == {"a.pdf": b"old"}
    write_atomically(target, b"new", force=True)
    assert contents(tmp_path) == {"a.pdf": b"new"}


def test_every_obstacle_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"old")
    (tmp_path / "c.pdf").mkdir()
    targets = {tmp_path / name: b"new" for name in ("a.pdf", "b.pdf", "c.pdf", "b.pdf/inside.pdf")}
    with pytest.raises(CannotWriteError) as caught:
        write_all(targets)
    assert kinds(caught.value) == ["VB080", "VB080", "VB081"]
    with pytest.raises(CannotWriteError) as caught:
        write_all(targets, force=True)
    assert kinds(caught.value) == ["VB081", "VB081"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.pdf", "c.pdf"]
    assert (tmp_path / "b.pdf").read_bytes() == b"old"


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(CannotWriteError) as caught:
        write_all({tmp_path / "a.docx": b"word", tmp_path / "a.pdf": b"pdf"})
    assert kinds(caught.value) == ["VB081"]
    assert os.strerror(errno.ENOSPC) in caught.value.faults[0].message
    assert contents(tmp_path) == {}


def test_an_interrupted_run_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.pdf", b"new", force=True)
    assert contents(tmp_path) == {"a.pdf": b"old"}


def test_a_file_that_another_program_holds_open_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that Word has open."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def locked(self: Path, _: Path) -> None:
        raise PermissionError(errno.EACCES, "locked", str(self))

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(CannotWriteError, match="đang mở trong Word") as caught:
        write_atomically(target, b"new", force=True)
    assert kinds(caught.value) == ["VB082"]
    assert contents(tmp_path) == {"a.docx": b"old"}


def test_text_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("\ufeffKế hoạch\r\n".encode())
    assert read_text(file) == "Kế hoạch\r\n"
    file.write_bytes("Kế hoạch".encode())
    assert read_text(file) == "Kế hoạch"


def test_what_cannot_be_read_as_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "utf16.md").write_bytes("Kế hoạch".encode("utf-16"))
    for name, kind in (("none.md", "VB010"), ("", "VB011"), ("utf16.md", "VB012")):
        with pytest.raises(InputError) as caught:
            read_text(tmp_path / name)
        assert kinds(caught.value) == [kind]
        assert caught.value.faults[0].place.file == str(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thông tin, tuyên truyền", "thong-tin-tuyen-truyen"),
        ("Đề án  “Số hóa” 2025–2026", "de-an-so-hoa-2025-2026"),
        ("../../etc/passwd", "etc-passwd"),
        ("😀", ""),
    ],
)
def test_a_subject_becomes_words_of_a_file_name(text: str, name: str) -> None:
    assert slug(text) == name


def test_long_names_are_cut_at_the_end_of_a_word() -> None:
    assert slug("thông tin tuyên truyền", 12) == "thong-tin"
    assert slug("thông tin tuyên truyền", 9) == "thong-tin"
    assert slug("a" * 80) == "a" * NAME_LIMIT
    assert safe_name("2026-03-16_KH_thong-tin-tuyen-truyen-ve-giao-duc-va-dao-tao-nam-2026") == (
        "2026-03-16_KH_thong-tin-tuyen-truyen-ve-giao-duc"
    )


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("2026-03-16_KH_thong-tin", "2026-03-16_KH_thong-tin"),
        ("Trường Tiểu học số 1", "Truong-Tieu-hoc-so-1"),
        ("CON", "van-ban-CON"),
        ("nul.2026", "van-ban-nul.2026"),
        ("com1", "van-ban-com1"),
        ("console", "console"),
        ("", "van-ban"),
        ("..", "van-ban"),
        ("../../a", "a"),
        ("C:\\a\\b", "C-a-b"),
        ("a. ", "a"),
        ("-rf", "rf"),
    ],
)
def test_names_are_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(NAMES, st.integers(10, 60))
def test_any_text_becomes_a_name_of_one_file(text: str, limit: int) -> None:
    name = safe_name(text, limit)
    assert 0 < len(name) <= limit
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>| \n\t\0')
    assert name[0] not in ".-"
    assert name[-1] not in ". "
    assert name.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert safe_name(name, limit) == name


def test_names_that_repeat_are_numbered_whatever_their_case() -> None:
    assert unique(["a", "b", "A", "a", "a-2"]) == ["a", "b", "A-2", "a-3", "a-2-2"]


@given(st.lists(st.text("aAb-1.", min_size=1, max_size=12).map(safe_name)))
def test_numbered_names_are_all_different_and_short_enough(names: list[str]) -> None:
    out = unique(names, 12)
    assert len({name.lower() for name in out}) == len(names) == len(out)
    assert all(len(name) <= 12 for name in out)
    assert all(safe_name(name) == name for name in out)
