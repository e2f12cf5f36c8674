"""A Word file as a package: what is not changed stays byte for byte; what is added can be found again."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.docx_audit import docx_faults
from tests.papers import paper as everything
from tests.word_files import MAIN_TYPE, members, p, packed, word
from vanban.ooxml import open_package, read_paper
from vanban.ooxml.wml import W
from vanban.render import render

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def file() -> bytes:
    return render(everything(), "docx")


def test_a_file_that_was_only_read_is_written_as_it_was(file: bytes) -> None:
    package = open_package(file)
    read_paper(package)
    saved = package.save()
    assert list(unpacked(saved)) == list(unpacked(file))
    assert unpacked(saved) == unpacked(file)
    assert package.save() == saved
    assert open_package(saved).save() == saved


def test_only_what_was_changed_is_written_anew(file: bytes) -> None:
    package = open_package(file)
    text = next(package.xml(DOCUMENT).iter(f"{W}t"))
    text.text = "THAY"
    package.xml("word/styles.xml")
    before, after = unpacked(file), unpacked(package.save())
    assert [name for name in before if before[name] != after[name]] == [DOCUMENT]
    assert b"THAY" in after[DOCUMENT]
    assert docx_faults(package.save()) == docx_faults(file)


def test_what_a_reader_passes_over_is_kept(file: bytes) -> None:
    odd = "<!-- lời ghi --><?may lenh?>"
    data = packed(
        {**members(p("Chào")), DOCUMENT: members(p("Chào"))[DOCUMENT].replace("<w:body>", f"<w:body>{odd}")}
    )
    package = open_package(data)
    next(package.xml(DOCUMENT).iter(f"{W}t")).text = "Khác"
    assert odd.encode() in unpacked(package.save())[DOCUMENT]


def test_a_new_part_is_listed_and_related(file: bytes) -> None:
    package = open_package(file)
    package.add(COMMENTS, EMPTY, COMMENTS_TYPE)
    identity = package.relate(DOCUMENT, COMMENTS, "comments")
    assert package.relate(DOCUMENT, COMMENTS, "comments") == identity
    saved = open_package(package.save())
    assert saved.target(DOCUMENT, identity) == COMMENTS
    assert saved.related(DOCUMENT, "comments") == [COMMENTS]
    assert docx_faults(package.save()) == docx_faults(file)
    assert (
        docx.Document(io.BytesIO(package.save())).part.rels[identity].target_part.partname == f"/{COMMENTS}"
    )


def test_a_part_that_had_no_relationships_may_get_some(file: bytes) -> None:
    package = open_package(file)
    package.add("word/x.xml", EMPTY, "application/xml")
    identity = package.relate("word/x.xml", DOCUMENT, "http://example.com/about")
    assert open_package(package.save()).target("word/x.xml", identity) == DOCUMENT


def test_data_put_in_again_replace_the_old(file: bytes) -> None:
    package = open_package(file)
    package.add(COMMENTS, EMPTY, COMMENTS_TYPE)
    assert len(package.xml(COMMENTS)) == 0
    package.add(COMMENTS, EMPTY.replace(b"/>", b"><a/></w:comments>"), COMMENTS_TYPE)
    assert len(package.xml(COMMENTS)) == 1
    assert unpacked(package.save())["[Content_Types].xml"].count(COMMENTS_TYPE.encode()) == 1


def test_names_are_found_whatever_their_case_and_links_outside_are_not_followed() -> None:
    files = {name.replace("styles.xml", "Styles.xml"): data for name, data in members(p("Chào")).items()}
    rels = "word/_rels/document.xml.rels"
    outside = '<Relationship Id="web" Type="http://a/hyperlink" Target="http://b" TargetMode="External"/>'
    files[rels] = files[rels].replace("</Relationships>", f"{outside}</Relationships>")
    package = open_package(packed(files))
    assert package.part("styles") is not None
    assert package.target(DOCUMENT, "web") is None
    assert read_paper(package).paragraphs[0].runs[0].look.size_pt == 14


def test_a_template_and_a_document_elsewhere_are_word_files_too() -> None:
    moved = {name.replace("word/", "van-ban/"): data for name, data in members(p("Chào")).items()}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        moved[name] = moved[name].replace("word/document.xml", "van-ban/document.xml")
    assert read_paper(packed(moved)).paragraphs[0].text == "Chào"
    template = members(p("Chào"))
    template["[Content_Types].xml"] = template["[Content_Types].xml"].replace(
        MAIN_TYPE, MAIN_TYPE.replace("document.main", "template.main")
    )
    assert read_paper(packed(template)).paragraphs[0].text == "Chào"


def test_what_python_docx_writes_is_read() -> None:
    made = docx.Document()
    made.add_heading("Đề mục", 1)
    run = made.add_paragraph("Chữ ").add_run("đậm")
    run.bold = True
    made.add_table(1, 2, style="Table Grid").cell(0, 1).text = "Ô"
    made.add_paragraph("Một", style="List Number")
    out = io.BytesIO()
    made.save(out)
    found = read_paper(out.getvalue())
    assert [q.text for q in found.paragraphs] == ["Đề mục", "Chữ đậm", "", "Ô", "Một"]
    assert [look.bold for look in found.paragraphs[1].look_at(0)] == [False, True]
    assert found.tables[0].lined
    assert found.paragraphs[4].label == "1."
    assert found.paragraphs[0].style == "heading 1"


def test_reading_the_bytes_and_reading_the_package_are_the_same() -> None:
    data = word(p("Chào"))
    assert read_paper(data) == read_paper(open_package(data))
