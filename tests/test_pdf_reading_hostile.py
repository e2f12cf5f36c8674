"""PDFs that are locked, broken, scanned, or made to exhaust the reader: a fault that says so, soon."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator

import pytest
from pypdf import PdfReader, PdfWriter

from tests.papers import paper
from tests.pdf_files import deflated, pages, pdf, picture, stream, words
from vanban.errors import InputError
from vanban.paper import Paper
from vanban.pdf import read_paper
from vanban.render import render

SECONDS = 10
LINE = words("Commune clerks write plans every year.", 85, 700)


@pytest.fixture(autouse=True)
def soon() -> Iterator[None]:
    """Nothing here may take long."""
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < SECONDS


def fault_of(data: bytes) -> str:
    with pytest.raises(InputError) as failure:
        read_paper(data)
    (fault,) = failure.value.faults
    assert "{" not in fault.message + fault.remedy
    return fault.kind


def read_or_refuse(data: bytes) -> Paper | None:
    """The paper; None where the reader says what is wrong. Anything else that is raised fails the test."""
    try:
        return read_paper(data)
    except InputError:
        return None


def locked(user: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pages(LINE))))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"\0" * 200, b"Kinh gui", b"PK\x03\x04 a Word file", b"<html></html>"])
def test_what_is_no_pdf_is_called_so(data: bytes) -> None:
    assert fault_of(data) == "VB190"


def test_a_locked_file_needs_an_open_copy() -> None:
    assert fault_of(locked("mat-khau", "chu")) == "VB191"


def test_a_file_that_only_forbids_changes_is_read() -> None:
    assert read_paper(locked("", "chu")).paragraphs[0].text == "Commune clerks write plans every year."


def test_a_file_in_a_cipher_that_we_lack_is_called_locked() -> None:
    data = pages(LINE).replace(
        b"trailer <<",
        b"trailer << /ID [(0123456789012345) (0123456789012345)] /Encrypt << /Filter /Standard /V 5 /R 6"
        b" /Length 256 /P -44 /O (" + b"o" * 48 + b") /U (" + b"u" * 48 + b") /OE (" + b"e" * 32 + b") /UE ("
        + b"f" * 32 + b") /Perms (" + b"p" * 16 + b") /StmF /StdCF /StrF /StdCF"
        b" /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> >>",
    )  # fmt: skip
    assert fault_of(data) == "VB191"


def test_a_scan_must_be_recognised_first() -> None:
    scan = pages("q 595 0 0 842 0 0 cm /Im0 Do Q", resources="/XObject << /Im0 5 0 R >>", more=(picture(),))
    assert fault_of(scan) == "VB193"


def test_hidden_text_behind_a_scan_is_not_taken_for_the_paper() -> None:
    content = "q 595 0 0 842 0 0 cm /Im0 Do Q\n" + LINE.replace("BT", "BT 3 Tr")
    assert fault_of(pages(content, resources="/XObject << /Im0 5 0 R >>", more=(picture(),))) == "VB193"


def test_a_file_without_pages_or_text_is_broken() -> None:
    assert (
        fault_of(pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]))
        == "VB192"
    )
    assert fault_of(pages("")) == "VB192"


def test_two_thousand_pages_are_too_many() -> None:
    assert fault_of(pages(*[LINE] * 2_000)) == "VB194"


def test_a_deflate_bomb_is_not_unpacked() -> None:
    assert fault_of(pages(deflated(b"\0" * 200_000_000))) == "VB194"
    twice = deflated(deflated(b"q " * 50_000_000).split(b"stream\n")[1])
    assert fault_of(pages(twice.replace(b"/FlateDecode", b"[/FlateDecode /FlateDecode]"))) == "VB194"


@pytest.mark.parametrize(
    "commands",
    [b"1 ", b"[", b"(", b"0 0 99 99 re S ", b"BT /F1 9 Tf (abcd) Tj ET "],
)
def test_endless_commands_are_cut_short(commands: bytes) -> None:
    filler = commands * (9_500_000 // len(commands))
    read_or_refuse(pages(deflated(LINE.encode() + filler)))


def test_forms_that_draw_themselves_and_each_other_come_to_an_end() -> None:
    form = (
        "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /A 5 0 R /B 6 0 R >> >>"
    )
    both = stream(b"/A Do /B Do " * 20, form)
    assert (
        fault_of(pages("/A Do\n" + LINE, resources="/XObject << /A 5 0 R /B 6 0 R >>", more=(both, both)))
        == "VB194"
    )


def test_objects_that_point_in_circles_are_refused() -> None:
    circle = pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"2 0 R"])
    assert fault_of(circle) == "VB192"
    own_parent = b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"
    assert fault_of(pdf([b"<< /Type /Catalog /Pages 2 0 R >>", own_parent])) == "VB192"


def test_deeply_nested_objects_are_refused() -> None:
    deep = b"[" * 20_000 + b"]" * 20_000
    read_or_refuse(pages(LINE, entries="/Deep 5 0 R", more=(deep,)))
    assert read_or_refuse(pages(LINE, more=(deep,), resources="/XObject 5 0 R")) is not None


def font(entries: str, *, to_unicode: bool = False) -> str:
    unicode = "/ToUnicode 5 0 R" if to_unicode else ""
    return (
        f"/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H {unicode} "
        f"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X {entries} >>] >> >>"
    )


def test_fonts_with_endless_tables_are_refused() -> None:
    table = stream(b"1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange")
    resources = font("", to_unicode=True)
    data = (
        pages(LINE, more=(table,))
        .replace(b"/Font <<", b"/Old <<", 1)
        .replace(b"/Old <<", resources.encode() + b" /Old <<")
    )
    assert fault_of(data) == "VB194"
    widths = font("/W [0 4000000000 500]").encode()
    data = pages(LINE).replace(b"/Font <<", widths + b" /Old <<", 1)
    assert fault_of(data) == "VB194"


@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 400, "0.0000000000001", "nan", "1e400"])
def test_impossible_numbers_do_no_harm(number: str) -> None:
    content = (
        f"q {number} 0 0 {number} {number} {number} cm 0 0 m {number} 0 l S 0 0 {number} 5 re f Q\n"
        f"BT /F1 {number} Tf {number} 0 0 1 9 9 Tm (x) Tj ET\nBT /F1 {number} Tf ({number}) Tj ET\n"
    )
    found = read_paper(pages(content + LINE))
    assert any(p.text.startswith("Commune clerks") for p in found.paragraphs)


def test_a_page_without_size_is_refused() -> None:
    read_or_refuse(pages(LINE, size=(0, 0)))
    read_or_refuse(pages(LINE, entries="/MediaBox [0 0 1 (a)]"))


def test_files_that_are_cut_off_are_read_or_refused() -> None:
    whole = render(paper(), "pdf")
    for part in range(1, 20):
        read_or_refuse(whole[: len(whole) * part // 20])


def test_files_with_wrong_bytes_are_read_or_refused() -> None:
    whole = pages(LINE * 3, words("The second page of it.", 85, 700))
    for place in range(9, len(whole), 13):
        damaged = bytearray(whole)
        damaged[place : place + 3] = b"\xff<)"
        read_or_refuse(bytes(damaged))
