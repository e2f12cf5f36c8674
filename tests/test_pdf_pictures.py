"""Pictures and the marks of footnotes, as they are read from PDFs."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from tests import papers
from tests.pdf_files import deflated, pages, picture, stream, words
from vanban import fill, ooxml, pdf
from vanban.office import find_office
from vanban.paper import NoteMark, Paper
from vanban.render import render

SAMPLE = Path(__file__).parents[1] / "samples" / "bao-cao-ngay-sach-2026.md"
TEXT = words("Text above the picture.", 85, 760)
SHOWN = "q 200 0 0 100 200 580 cm /Im0 Do Q\n"
ONE = "/XObject << /Im0 5 0 R >>"
GREY = "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"
RGB = GREY.replace("Gray", "RGB")
RED_TO_BLUE = bytes((255, 0, 0, 200, 0, 50, 50, 0, 200, 0, 0, 255))


@cache
def both(name: str) -> tuple[Paper, Paper]:
    """A paper of ours as the DOCX has it, and as the PDF shows it."""
    document = fill.read(SAMPLE, find_office(SAMPLE.parent)).document if name == "sample" else papers.paper()
    return ooxml.read_paper(render(document, "docx")), pdf.read_paper(render(document, "pdf"))


def shows(image: bytes, *more: bytes, content: str = SHOWN) -> Paper:
    """A page with a picture, whose object has the number 5."""
    return pdf.read_paper(pages(TEXT + content, resources=ONE, more=(image, *more)))


def dots(data: bytes) -> tuple[str, bytes]:
    """The kind and the dots of a picture, as another program reads it."""
    with Image.open(io.BytesIO(data)) as found:
        return found.mode, found.tobytes()


each_paper = pytest.mark.parametrize("name", ["sample", "everything"])


@each_paper
def test_pictures_of_ours_are_those_of_the_word_file(name: str) -> None:
    docx, own = both(name)
    (before,), (after,) = docx.pictures, own.pictures
    assert after.alt == before.alt
    assert after.width_mm == pytest.approx(before.width_mm, abs=0.1)
    with Image.open(io.BytesIO(before.data)) as one, Image.open(io.BytesIO(after.data)) as other:
        assert one.convert("RGB").tobytes() == other.convert("RGB").tobytes()
    assert own.by_number[after.number].text == ""
    assert not own.lost_pictures


@each_paper
def test_notes_of_ours_are_called_where_the_word_file_calls_them(name: str) -> None:
    docx, own = both(name)
    assert len(own.notes) == 2
    assert [said(own, mark) for mark in own.notes] == [said(docx, mark) for mark in docx.notes]


def said(paper: Paper, mark: NoteMark) -> tuple[str, str, str]:
    """What stands before a mark, the mark itself, and the note."""
    text = paper.by_number[mark.number].text
    note = "".join(paper.by_number[number].text for number in mark.note)[mark.own :]
    return "".join(text[: mark.start].split()), text[mark.start : mark.end], "".join(note.split())


# Pictures


def test_a_jpeg_is_kept_byte_for_byte() -> None:
    out = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(out, "jpeg")
    (found,) = shows(stream(out.getvalue(), f"{RGB} /Filter /DCTDecode")).pictures
    assert found.data == out.getvalue()
    assert found.width_mm == pytest.approx(70.6, abs=0.1)


def test_samples_become_a_png() -> None:
    assert dots(shows(stream(b"\x00\x40\x80\xff", GREY)).pictures[0].data) == ("L", b"\x00\x40\x80\xff")
    assert dots(shows(deflated(RED_TO_BLUE, RGB)).pictures[0].data) == ("RGB", RED_TO_BLUE)


def test_rows_packed_as_in_a_png_stay_so() -> None:
    rows = b"\x01" + bytes((9, 8, 7, 1, 1, 1)) + b"\x00" + bytes(range(6))
    parameters = "/DecodeParms << /Predictor 15 /Colors 3 /Columns 2 >>"
    (found,) = shows(deflated(rows, f"{RGB} {parameters}")).pictures
    assert dots(found.data) == ("RGB", bytes((9, 8, 7, 10, 9, 8)) + bytes(range(6)))


def test_a_picture_with_a_palette_keeps_it() -> None:
    space = "/ColorSpace [/Indexed /DeviceRGB 1 <FF00000000FF>]"
    entries = GREY.replace("/ColorSpace /DeviceGray", space).replace("Component 8", "Component 1")
    (found,) = shows(deflated(b"\x40\x80", entries)).pictures
    with Image.open(io.BytesIO(found.data)) as image:
        assert [image.convert("RGB").getpixel(at) for at in ((0, 0), (1, 0))] == [(255, 0, 0), (0, 0, 255)]


def test_what_is_seen_through_stays_so() -> None:
    (found,) = shows(
        deflated(RED_TO_BLUE, f"{RGB} /SMask 6 0 R"), deflated(b"\xff\x00\x80\x40", GREY)
    ).pictures
    mode, shown = dots(found.data)
    assert (mode, shown[3::4], shown[:3]) == ("RGBA", b"\xff\x00\x80\x40", b"\xff\x00\x00")


@pytest.mark.parametrize(
    "image",
    [
        stream(bytes(16), RGB.replace("DeviceRGB", "DeviceCMYK")),
        stream(b"\x00" * 3, RGB),
        stream(b"\xff\x4f\xff\x51", f"{RGB} /Filter /JPXDecode"),
        stream(b"no zlib", f"{RGB} /Filter /FlateDecode"),
        stream(bytes(12), RGB.replace("/Width 2", "/Width 99999999")),
        stream(bytes(12), RGB.replace("/Width 2", "/Width (two)")),
        deflated(bytes(30_000_000), RGB.replace("/Width 2 /Height 2", "/Width 5000 /Height 2000")),
        stream(b"\xff\xd8\xff" + bytes(9), f"{RGB} /Filter /DCTDecode /Decode [1 0 1 0 1 0]"),
    ],
    ids=["cmyk", "short", "jpeg2000", "broken", "huge", "no number", "bomb", "inverted"],
)
def test_a_picture_that_is_no_png_or_jpeg_is_told(image: bytes) -> None:
    found = shows(image)
    assert (found.pictures, found.lost_pictures) == ((), (2,))


def test_a_picture_beside_text_or_in_the_page_itself_is_told() -> None:
    beside = shows(picture(), content=SHOWN + words("Text beside.", 85, 620))
    assert (beside.pictures, beside.lost_pictures) == ((), (2,))
    inline = pdf.read_paper(pages(TEXT + "q 200 0 0 100 200 580 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"))
    assert (inline.pictures, inline.lost_pictures) == ((), (2,))


def test_the_ground_of_a_page_is_no_picture() -> None:
    ground = shows(picture(), content="q 595 0 0 842 0 0 cm /Im0 Do Q\n")
    assert (ground.pictures, ground.lost_pictures, len(ground.paragraphs)) == ((), (), 1)


def tagged(alt: str, kids: str = "/K 0") -> Paper:
    """A page with a picture whose words stand in the structure tree."""
    objects = (
        picture(),
        b"<< /Type /StructTreeRoot /ParentTree << /Kids [7 0 R] >> >>",
        b"<< /Nums [0 [9 0 R]] >>",
        f"<< /S /Figure {alt} >>".encode("ascii"),
        f"<< /S /Span /P 8 0 R {kids} >>".encode("ascii"),
    )
    data = pages(
        TEXT + f"/Figure << /MCID 0 >> BDC {SHOWN} EMC",
        resources=ONE,
        more=objects,
        entries="/StructParents 0",
    )
    return pdf.read_paper(data.replace(b"<< /Type /Catalog", b"<< /StructTreeRoot 6 0 R /Type /Catalog"))


def test_the_words_of_a_picture_are_found_in_the_structure_tree() -> None:
    assert [found.alt for found in tagged("/Alt (A  map)").pictures] == ["A map"]
    assert [found.alt for found in tagged("").pictures] == [""]


def test_a_structure_tree_that_runs_in_a_circle_ends() -> None:
    assert [found.alt for found in tagged("/P 9 0 R /Kids [8 0 R 7 0 R]").pictures] == [""]


# Footnotes


def raised(number: str, left: float, base: float) -> str:
    return words(number, left, base + 5, 8)


LINE = words("The whole text of the paper is as large as this line of it is.", 85, 700)


def test_a_raised_number_calls_the_note_at_the_foot() -> None:
    found = pdf.read_paper(
        pages(
            LINE
            + words("Some word", 85, 684)
            + raised("12", 144, 684)
            + words("and more.", 156, 684)
            + raised("12", 85, 100)
            + words("The note itself.", 94, 100, 10)
        )
    )
    (mark,) = found.notes
    text, note = found.by_number[mark.number].text, found.by_number[mark.note[0]].text
    assert (text[: mark.start].strip(), text[mark.end :].strip()) == ("Some word", "and more.")
    assert note[mark.own :].strip() == "The note itself."


def test_square_metres_call_no_note() -> None:
    found = pdf.read_paper(
        pages(
            LINE
            + words("100 m", 85, 684)
            + raised("2", 117, 684)
            + words("of land", 124, 684)
            + raised("1", 165, 684)
            + words("and a house", 85, 640)
            + raised("2", 152, 640)
            + raised("1", 85, 112)
            + words("One note.", 90, 112, 10)
            + raised("2", 85, 100)
            + words("Two notes.", 90, 100, 10)
        )
    )
    assert found.paragraphs[1].text.startswith("100 m2 of land")
    assert [found.by_number[mark.number].text[: mark.start] for mark in found.notes] == [
        "100 m2 of land",
        "and a house",
    ]
    assert [found.by_number[mark.note[0]].text.strip() for mark in found.notes] == ["One note.", "Two notes."]


def test_a_raised_number_without_a_note_is_text() -> None:
    found = pdf.read_paper(pages(LINE + words("10 cm", 85, 684) + raised("2", 118, 684)))
    assert (found.paragraphs[1].text, found.notes) == ("10 cm2", ())


def test_a_note_goes_on_over_the_page() -> None:
    first = (
        LINE
        + words("Some word", 85, 684)
        + raised("1", 144, 684)
        + raised("1", 85, 60)
        + words("The note begins here and", 90, 60, 10)
    )
    second = LINE + "0.5 w 85 90 m 230 90 l S\n" + words("ends here.", 85, 78, 10)
    found = pdf.read_paper(pages(first, second))
    (mark,) = found.notes
    note = " ".join(found.by_number[number].text.strip() for number in mark.note)
    assert note == "The note begins here and ends here."


def test_many_pictures_are_a_fault_and_no_long_work() -> None:
    image = picture()
    content = TEXT + "q 100 0 0 100 0 0 cm " + "/Im0 Do " * 20_000 + "Q"
    with pytest.raises(Exception, match="quá lớn"):
        pdf.read_paper(pages(content, resources=ONE, more=(image,)))
