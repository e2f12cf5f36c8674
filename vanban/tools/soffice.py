"""LibreOffice: found on this machine, and run with a profile and fonts of our own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

from vanban.errors import Fault, InputError, ToolMissingError, VanbanError
from vanban.fonts import FontSet, find_font_set, fontconfig_environment, fontconfig_file

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "${PROGRAMFILES}/LibreOffice/program/soffice.com",
    "${PROGRAMFILES(X86)}/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Where the installers of libreoffice.org put it; ``soffice.com`` is the one that waits until it is done."""
InputKind: TypeAlias = Literal["docx", "doc", "rtf", "odt", "xlsx", "ods"]
_FILTERS: dict[InputKind, str] = {
    "docx": "MS Word 2007 XML",
    "doc": "MS Word 97",
    "rtf": "Rich Text Format",
    "odt": "writer8",
    "xlsx": "Calc MS Excel 2007 XML",
    "ods": "calc8",
}
"""Said aloud, because LibreOffice takes a damaged file for plain text and prints that."""

_START_S, _DOCUMENT_S = 60, 10
"""Time allowed for the start of LibreOffice and for each document, unless the caller says otherwise."""


def find_soffice() -> Path:
    """Find the program: on the PATH, or where installers put it.

    Raises:
        ToolMissingError: VB070.
    """
    on_path = (Path(found) for name in _NAMES if (found := shutil.which(name)))
    usual = (Path(os.path.expandvars(place)) for place in _PLACES)
    of_its_own = sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    for path in (*on_path, *usual, *of_its_own):
        if path.is_file():
            return path
    raise ToolMissingError(Fault("VB070"))


@lru_cache(maxsize=1)
def soffice_version() -> str:
    """Version of LibreOffice, as ``7.4.7.2``; "" if it does not say.

    Raises:
        ToolMissingError: VB070.
        VanbanError: VB071, it does not answer.
    """
    words = re.search(r"\d+(\.\d+)+", _run([str(find_soffice()), "--version"], None, None, _START_S))
    return words[0] if words else ""


def convert_with_soffice(
    documents: Sequence[bytes],
    to: str = "pdf",
    *,
    kind: InputKind = "docx",
    font_set: FontSet | None = None,
    timeout_s: float | None = None,
) -> list[bytes]:
    """Convert files of one kind in one call of LibreOffice.

    It runs with a profile of its own, so that an open LibreOffice of the user neither hinders nor changes it,
    without macros, and sees one font family.

    Args:
        documents: the files.
        to: LibreOffice's ``--convert-to``: an ending, or ending, filter and its options with colons between.
        kind: what the files are.
        font_set: the fonts; those of this machine if None.
        timeout_s: seconds until the attempt is given up; by the number of documents if None.

    Returns:
        The converted files, in the same order.

    Raises:
        ToolMissingError: VB070 no LibreOffice, VB060 no font.
        InputError: VB072 for each document that LibreOffice could not convert.
        VanbanError: VB071, it took too long.
    """
    soffice, fonts = find_soffice(), font_set or find_font_set()
    with TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        sources = [folder / f"{number:05}.{kind}" for number in range(1, len(documents) + 1)]
        for source, document in zip(sources, documents, strict=True):
            source.write_bytes(document)
        command = [
            str(soffice),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            f"--infilter={_FILTERS[kind]}",
            "--convert-to",
            to,
            "--outdir",
            "out",
            *(source.name for source in sources),
        ]
        environment = fontconfig_environment(fontconfig_file(fonts, folder / "fontconfig"))
        said = _run(command, folder, environment, timeout_s or _START_S + _DOCUMENT_S * len(documents))
        targets = [folder / "out" / f"{source.stem}.{to.partition(':')[0]}" for source in sources]
        faults = [
            Fault("VB072", details={"number": number, "reason": _last_line(said)})
            for number, target in enumerate(targets, start=1)
            if not target.is_file()
        ]
        if faults:
            raise InputError(faults)
        return [target.read_bytes() for target in targets]


def _run(
    command: list[str], folder: Path | None, environment: dict[str, str] | None, timeout_s: float
) -> str:
    """Run to the end and return all that was printed; nothing that was started outlives this call."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        return process.communicate(timeout=timeout_s)[0]
    except subprocess.TimeoutExpired:
        raise VanbanError(Fault("VB071", details={"seconds": f"{timeout_s:g}"})) from None
    finally:
        if process.poll() is None:
            _end_with_children(process)


def _end_with_children(process: subprocess.Popen[str]) -> None:
    """LibreOffice's starter is not the process that works: its whole family has to go."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else "?"
