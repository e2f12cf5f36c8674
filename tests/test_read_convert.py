"""Word 97, RTF and OpenDocument files are read through LibreOffice; what is none of them is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.document import read_source
from vanban.document.model import Document
from vanban.document.normal_form import normal_form
from vanban.errors import InputError, ToolMissingError
from vanban.read import read
from vanban.render import render
from vanban.tools import soffice
from vanban.tools.soffice import convert_with_soffice

PLAN = Path("samples/ke-hoach-tuyen-truyen-2026.md")


@pytest.fixture(scope="module")
def plan() -> Document:
    return read_source(PLAN).document


@pytest.mark.parametrize("to", ["doc", "rtf", "odt"])
def test_the_same_document_comes_back(plan: Document, to: str, tmp_path: Path) -> None:
    path = tmp_path / f"ke-hoach.{to}"
    path.write_bytes(convert_with_soffice([render(plan, "docx")], to)[0])
    reading = read(path)
    assert (reading.words.lost, reading.words.added) == ((), ())
    assert normal_form(reading.document).to_data() == normal_form(plan).to_data()


def test_a_word_file_under_an_old_name_is_read(plan: Document, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.doc"
    path.write_bytes(render(plan, "docx"))
    assert normal_form(read(path).document) == normal_form(plan)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "VB160"), (b"xin chao", "VB226"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "VB227")],
)
def test_what_is_no_such_file_is_refused(data: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.doc"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(path)
    assert [fault.kind for fault in caught.value.faults] == [kind]
    assert caught.value.faults[0].place.file == str(path)


def test_without_libreoffice_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        from vanban.errors import Fault

        raise ToolMissingError(Fault("VB070"))

    monkeypatch.setattr(soffice, "find_soffice", missing)
    path = tmp_path / "x.rtf"
    path.write_bytes(b"{\\rtf1 xin chao}")
    with pytest.raises(ToolMissingError):
        read(path)
