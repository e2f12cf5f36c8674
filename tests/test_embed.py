"""``vanban render --embed``: the PDF carries its document, and gives it back exactly."""

from __future__ import annotations

import io
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from tests.likely import likely_documents
from tests.papers import paper, png, text
from tests.pdf_files import deflated, pdf, stream
from vanban import fill
from vanban.cli.app import run
from vanban.document.blocks import Figure, Para, Run
from vanban.document.model import Document
from vanban.errors import InputError
from vanban.office import Office, find_office
from vanban.pdf import read_paper as read_pdf
from vanban.pdf.attached import MOST_FILES, SOURCE_NAME, attached_source
from vanban.read.attached import attached_document, says_the_same
from vanban.read.door import read_paper
from vanban.render import Engine, Format, render
from vanban.tools.verapdf import verapdf_failures

SAMPLES = sorted(path for path in Path("samples").iterdir() if path.suffix in (".md", ".yaml"))
SOURCE = "---\nloai: ke-hoach\nco_quan: A\ntrich_yeu: B\n---\n\nNội dung\n"

few = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def with_paths(document: Document, *paths: str) -> Document:
    """The document with one picture more for each path, every one of its own width."""
    figures = (
        Figure(png(30 + at, 20), "png", f"Hình {at}", path, width_mm=30) for at, path in enumerate(paths)
    )
    return document.model_copy(update={"noi_dung": (*figures, Para("doan", "", text("Hết")))})


@pytest.fixture(scope="module")
def document() -> Document:
    """Footnotes, annexes, a table with merged cells, and pictures whose files lie in folders."""
    whole = paper()
    filed = tuple(
        replace(block, path="hinh/sơ đồ.png") if isinstance(block, Figure) else block
        for block in whole.noi_dung
    )
    return whole.model_copy(update={"noi_dung": filed})


@pytest.fixture(scope="module")
def carrying(document: Document) -> bytes:
    return render(document, "pdf", embed=True)


@pytest.mark.parametrize("flavour", ["3b", "ua1"])
def test_it_is_archive_and_accessible_pdf(carrying: bytes, flavour: Any) -> None:
    assert verapdf_failures(carrying, flavour) == []


def test_the_source_is_an_associated_file_that_any_viewer_lists(carrying: bytes, tmp_path: Path) -> None:
    catalogue: Any = PdfReader(io.BytesIO(carrying)).root_object
    picture, source = sorted((file.get_object() for file in catalogue["/AF"]), key=lambda file: file["/UF"])
    assert (source["/UF"], source["/AFRelationship"]) == (SOURCE_NAME, "/Source")
    assert (picture["/UF"], picture["/AFRelationship"]) == ("hinh/sơ đồ.png", "/Supplement")
    file = tmp_path / "a.pdf"
    file.write_bytes(carrying)
    said = subprocess.run(["pdfdetach", "-list", str(file)], capture_output=True, check=True, text=True)
    assert SOURCE_NAME in said.stdout


def test_what_comes_back_is_the_very_same(document: Document, carrying: bytes) -> None:
    assert attached_document(carrying) == document


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_comes_back_as_it_was(path: Path) -> None:
    office = find_office(path.parent)
    sample = fill.read(path, office).document
    data = render(sample, "pdf", office=office, embed=True)
    assert attached_document(data) == sample
    assert verapdf_failures(data, "3b") == []


@few
@given(likely_documents())
def test_any_document_comes_back_and_its_pages_say_the_same(made: Document) -> None:
    data = render(made, "pdf", embed=True)
    assert attached_document(data) == made
    assert says_the_same(made, read_paper(read_pdf(data), Path("x.pdf"), Office()).document)


def test_the_same_data_give_the_same_bytes(document: Document, carrying: bytes) -> None:
    assert render(document, "pdf", embed=True) == carrying


def test_the_pages_are_those_without_it(document: Document, carrying: bytes) -> None:
    plain = render(document, "pdf")

    def drawn(data: bytes) -> list[bytes]:
        return [page.get_contents().get_data() for page in PdfReader(io.BytesIO(data)).pages]  # type: ignore[union-attr]

    assert drawn(carrying) == drawn(plain)
    assert attached_source(plain) is None
    assert attached_document(plain) is None


def test_pages_that_were_changed_do_not_say_the_same(document: Document) -> None:
    changed = document.model_copy(update={"so": "17"})
    assert not says_the_same(document, changed)
    assert says_the_same(document, document)


# Pictures -------------------------------------------------------------------------------------------------


def test_paths_that_no_system_takes_come_back_too() -> None:
    paths = ["anh\\so-do.png", "../len.png", "van-ban.md", "C:/a.png", "a.png", "A.PNG", "x" * 300]
    odd = with_paths(paper(), *paths)
    data = render(odd, "pdf", embed=True)
    assert attached_document(data) == odd
    catalogue: Any = PdfReader(io.BytesIO(data)).root_object
    names = [file.get_object()["/UF"] for file in catalogue["/AF"]]
    assert len({name.lower() for name in names}) == len(names) == 8
    assert not any(".." in name or ":" in name or "\\" in name for name in names)


def test_pictures_without_a_file_of_their_own_get_one() -> None:
    loose = with_paths(paper(), "", "", "a.png", "a.png")
    back = attached_document(render(loose, "pdf", embed=True))
    assert back is not None
    figures = [block for block in back.noi_dung if isinstance(block, Figure)]
    assert [one.path for one in figures] == ["hinh-1.png", "hinh-2.png", "a.png", "hinh-4.png"]
    assert [one.data for one in figures] == [
        block.data for block in loose.noi_dung if isinstance(block, Figure)
    ]


def test_a_picture_that_is_shown_twice_is_carried_once() -> None:
    once = Figure(png(), "png", "Một", "a.png", width_mm=30)
    twice = paper().model_copy(update={"noi_dung": (once, replace(once, alt="Hai"))})
    data = render(twice, "pdf", embed=True)
    assert attached_document(data) == twice
    source = attached_source(data)
    assert source is not None
    assert list(source.pictures) == ["a.png"]


# What cannot be -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "engine"), [("docx", "typst"), ("html", "typst"), ("pdf", "weasyprint"), ("pdf", "libreoffice")]
)
def test_other_formats_and_engines_carry_nothing(form: Format, engine: Engine) -> None:
    with pytest.raises(ValueError, match="Typst"):
        render(paper(), form, engine=engine, embed=True)


def test_what_a_source_text_cannot_say_exactly_is_told() -> None:
    parted = paper(noi_dung=(Para("doan", "", (Run("Hai "), Run("mảnh"))),))
    with pytest.raises(InputError, match="VB235"):
        render(parted, "pdf", embed=True)


@pytest.mark.parametrize("wrong", [["-t", "docx"], ["--engine", "weasyprint"]])
def test_the_command_tells_wrong_use(
    wrong: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", str(SAMPLES[0]), "--embed", *wrong, "-o", str(tmp_path / "ra")]) == 2
    assert "--embed chỉ dùng khi làm PDF" in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


def test_the_command_embeds_in_the_pdf_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = Path("samples/ke-hoach-tuyen-truyen-2026.md")
    assert run(["render", str(source), "--embed", "-o", str(tmp_path / "ra")]) == 0
    made = {path.suffix: path.read_bytes() for path in (tmp_path / "ra").iterdir()}
    original = fill.read(source, find_office(source.parent)).document
    assert attached_document(made[".pdf"]) == original
    assert made[".docx"] == render(original, "docx", office=find_office(source.parent))


# Files of others ------------------------------------------------------------------------------------------


def entry(number: int, name: str = SOURCE_NAME, relationship: str = "Source", desc: str = "x") -> str:
    return (
        f"<< /Type /Filespec /UF ({name}) /AFRelationship /{relationship} /Desc ({desc}) "
        f"/EF << /F {number} 0 R >> >>"
    )


def holding(entries: str, *streams: bytes) -> bytes:
    """A PDF of one page with these associated files; the streams are numbered from 4."""
    return pdf(
        [
            f"<< /Type /Catalog /Pages 2 0 R /AF {entries} >>".encode(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 100 100] >>",
            b"<< /Type /Page /Parent 2 0 R >>",
            *streams,
        ]
    )


def test_a_source_text_by_anybody_is_read() -> None:
    assert attached_document(holding(f"[{entry(4)}]", stream(SOURCE.encode()))) is not None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no PDF",
        b"%PDF-1.7",
        holding("[]"),
        holding("7"),
        holding("99 0 R"),
        holding("[4 0 R]", stream(SOURCE.encode())),
        holding(f"[{entry(4)}]", b"<< >>"),
        holding(f"[{entry(4)}]", b"[ 4 0 R ]"),
        holding(f"[{entry(4, name='khac.md')}]", stream(SOURCE.encode())),
        holding(f"[{entry(4, relationship='Data')}]", stream(SOURCE.encode())),
        holding(f"[{entry(4)} {entry(4)}]", stream(SOURCE.encode())),
        holding(f"[{entry(4)} {entry(5, relationship='Supplement') * 2}]",
                stream(SOURCE.encode()), stream(b"x")),
        holding(f"[{entry(4)}]", stream(SOURCE.encode().replace(b"loai", b"\xff\xfe"))),
        holding(f"[{entry(4)}]", stream(b"\n".join([b"---"] * 9))),
        holding(f"[{entry(4)}]", stream(SOURCE.encode() + b"\n![M](a.png)\n")),
        holding(f"[{entry(4)}]", stream(SOURCE.encode() + b"\n![M](/etc/hostname)\n")),
        holding(f"[{entry(4) * (MOST_FILES + 1)}]", stream(SOURCE.encode())),
        holding(f"[{entry(4)}]", deflated(bytes(80_000_000))),
        holding(f"[{entry(4)} {' '.join(entry(5, SOURCE_NAME, 'Supplement', str(n)) for n in range(30))}]",
                stream(SOURCE.encode()), deflated(bytes(15_000_000))),
        holding(f"[{entry(4)}]", stream(zlib.compress(bytes(20_000)), "/Filter /FlateDecode")),
    ],
)  # fmt: skip
def test_files_that_are_not_ours_or_do_harm_are_passed_over(data: bytes) -> None:
    assert attached_document(data) is None
