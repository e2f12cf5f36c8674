"""Word 97, RTF and OpenDocument files are read through LibreOffice; what is none of them is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from vanban.document import read_source
from vanban.document.model import Document
from vanban.document.normal_form import normal_form
from vanban.errors import Fault, InputError, ToolMissingError
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


def refused(data: bytes, path: Path) -> Fault:
    """The one fault that a file with these bytes is refused for."""
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(path)
    (fault,) = caught.value.faults
    assert fault.place.file == str(path)
    return fault


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "VB160"),
        (b"\0" * 600, "VB160"),
        (b"%PDF-1.7\n", "VB162"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "VB226"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "VB226"),
        (b"\x89PNG\r\n\x1a\n\0\0", "VB226"),
        (b"Trung t\xadm", "VB226"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "VB166"),
        (b"{\\rtf1 xin chao {\\b va", "VB227"),
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes, kind: str, tmp_path: Path) -> None:
    assert refused(data, tmp_path / "x.doc").kind == kind


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"\xef\xbb\xbf<!DOCTYPE html><p>xin", ".html"),
        (b"\r\n<HTML xmlns:w=''>", ".html"),
        (b"xin chao", ".txt"),
        ("\ufeffKế hoạch".encode("utf-16-le"), ".txt"),
    ],
)
def test_a_page_or_a_text_that_bears_the_name_of_a_word_file_is_told_its_own(
    data: bytes, suffix: str, tmp_path: Path
) -> None:
    fault = refused(data, tmp_path / "x.doc")
    assert (fault.kind, fault.details["suffix"]) == ("VB229", suffix)


@pytest.fixture(scope="module")
def word_97(plan: Document) -> bytes:
    return convert_with_soffice([render(plan, "docx")], "doc")[0]


def test_a_word_97_file_that_was_cut_short_is_refused(word_97: bytes, tmp_path: Path) -> None:
    """LibreOffice reads some of them, without the letters that are gone."""
    for length in (*range(8, len(word_97) - 512, 4_001), len(word_97) - 513):
        assert refused(word_97[:length], tmp_path / "x.doc").kind == "VB166", length


def test_a_file_with_a_password_is_told(word_97: bytes, plan: Document, tmp_path: Path) -> None:
    flags = word_97.index(b"\xec\xa5\x01\x01") + 11
    locked = word_97[:flags] + bytes([word_97[flags] | 1]) + word_97[flags + 1 :]
    assert refused(locked, tmp_path / "x.doc").kind == "VB164"
    modern = word_97.replace("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
    assert refused(modern, tmp_path / "y.doc").kind == "VB164"
    odt = io.BytesIO()
    with zipfile.ZipFile(odt, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<m:file-entry><m:encryption-data/></m:file-entry>")
    assert refused(odt.getvalue(), tmp_path / "z.odt").kind == "VB164"


def test_another_programs_file_is_not_words(word_97: bytes, tmp_path: Path) -> None:
    sheet = word_97.replace("WordDocument".encode("utf-16-le"), "WorkbookFile".encode("utf-16-le"))
    assert refused(sheet, tmp_path / "x.doc").kind == "VB226"


def test_an_odt_that_was_cut_short_is_refused(plan: Document, tmp_path: Path) -> None:
    (odt,) = convert_with_soffice([render(plan, "docx")], "odt")
    assert refused(odt[:-200], tmp_path / "x.odt").kind == "VB166"


def test_without_libreoffice_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        raise ToolMissingError(Fault("VB070"))

    monkeypatch.setattr(soffice, "find_soffice", missing)
    path = tmp_path / "x.rtf"
    path.write_bytes(b"{\\rtf1 xin chao}")
    with pytest.raises(ToolMissingError):
        read(path)
