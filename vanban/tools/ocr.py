"""ocrmypdf with Tesseract's Vietnamese model: the letters on scanned pages, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from vanban.errors import Fault, InputError, ToolMissingError

_PROGRAM, _ENGINE, _LANGUAGE = "ocrmypdf", "tesseract", "vie"
_START_S, _MEGABYTE_S = 120, 120
"""Time allowed for the start, and for each megabyte of pictures."""


def find_ocr() -> Path:
    """Find ocrmypdf, with Tesseract and its Vietnamese model.

    Raises:
        ToolMissingError: VB232, naming what is missing.
    """
    program, engine = shutil.which(_PROGRAM), shutil.which(_ENGINE)
    if program is None or engine is None:
        raise ToolMissingError(Fault("VB232", details={"missing": _ENGINE if program else _PROGRAM}))
    listed = subprocess.run([engine, "--list-langs"], capture_output=True, text=True, check=False)
    if _LANGUAGE not in listed.stdout.split():
        raise ToolMissingError(Fault("VB232", details={"missing": f"{_ENGINE}-ocr-{_LANGUAGE}"}))
    return Path(program)


def recognise(data: bytes) -> str:
    """The text on the pages of a PDF, page after page with form feeds between; a text layer is not trusted.

    Raises:
        ToolMissingError: VB232.
        InputError: VB233, the pages cannot be read, or not in time.
    """
    program = find_ocr()
    with TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(data)
        wanted = ("-l", _LANGUAGE, "--force-ocr", "--output-type", "none", "--sidecar", "out.txt")
        seconds = _START_S + _MEGABYTE_S * (1 + len(data) // 2**20)
        said = _run([str(program), *wanted, "in.pdf", "-"], folder, seconds)
        if not (folder / "out.txt").is_file():
            raise InputError(Fault("VB233", details={"reason": said}))
        return (folder / "out.txt").read_text(encoding="utf-8")


def _run(command: list[str], folder: Path, timeout_s: float) -> str:
    """Run to the end; nothing that was started outlives this call. Returns the last line that was said."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        said = process.communicate(timeout=timeout_s)[1]
    except subprocess.TimeoutExpired:
        raise InputError(Fault("VB233", details={"reason": f"> {timeout_s:g} s"})) from None
    finally:
        if process.poll() is None:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    return next((line for line in reversed(said.splitlines()) if line.strip()), "")
