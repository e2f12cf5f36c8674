"""Pictures and the marks of footnotes, as they are read from Word files."""

from __future__ import annotations

from tests import papers
from tests.word_files import members, p, packed, relationships
from vanban.ooxml import read_paper
from vanban.paper import NoteMark, Paper, Picture, media_of
from vanban.render import render

PNG = papers.png()
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
EMF = b"\x01\x00\x00\x00\x6c\x00\x00\x00"
FILES = {"a.png": PNG, "b.jpeg": JPEG, "c.emf": EMF}


def read(body: str, *, links: dict[str, str] | None = None, **parts: str) -> Paper:
    """A Word file with pictures in it; their relationship ids are ``a``, ``b`` and ``c``."""
    found: dict[str, str | bytes] = dict(members(body, **parts))
    more = links if links is not None else {name[0]: f"media/{name}" for name in FILES}
    listed = {name: (name.rstrip("123"), f"{name}.xml") for name in ("styles", *parts)}
    found["word/_rels/document.xml.rels"] = relationships(
        listed | {name: ("image", target) for name, target in more.items()}
    )
    return read_paper(packed(found | {f"word/media/{name}": data for name, data in FILES.items()}))


def pic(link: str, alt: str = "", wide: int = 0, kind: str = "embed") -> str:
    size = f'<pic:spPr><a:xfrm><a:ext cx="{wide}" cy="1"/></a:xfrm></pic:spPr>'
    return (
        f'<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="2" name="" descr="{alt}"/></pic:nvPicPr><pic:blipFill><a:blip r:{kind}="{link}"/>'
        f"</pic:blipFill>{size}</pic:pic>"
    )


def drawing(inside: str, alt: str = "Ảnh chụp", properties: str = "", uri: str = "picture") -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="2160000" cy="1080000"/>'
        f'<wp:docPr id="1" name="Hình" descr="{alt}" {properties}/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">{inside}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def par(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def test_a_picture_has_its_bytes_its_words_and_its_width() -> None:
    found = read(par(drawing(pic("a"))) + par(drawing(pic("b"), alt=" Sơ đồ ")))
    assert found.pictures == (Picture(1, PNG, "Ảnh chụp", 60), Picture(2, JPEG, "Sơ đồ", 60))
    assert [media_of(picture.data) for picture in found.pictures] == ["png", "jpeg"]
    assert not found.lost_pictures


def test_pictures_of_a_group_have_words_and_widths_of_their_own() -> None:
    group = f"<wpg:wgp>{pic('a', 'Ảnh một', 360_000)}{pic('b', '', 720_000)}</wpg:wgp>"
    assert read(par(drawing(group, alt="Hai ảnh"))).pictures == (
        Picture(1, PNG, "Ảnh một", 10),
        Picture(1, JPEG, "Hai ảnh", 20),
    )


def test_pictures_of_old_word_files_are_read() -> None:
    shape = (
        '<w:r><w:pict><v:shape alt="Huy hiệu" style="width:72pt;height:36pt">'
        '<v:imagedata r:id="a" o:title="huy hieu"/></v:shape></w:pict></w:r>'
    )
    assert read(par(shape)).pictures == (Picture(1, PNG, "Huy hiệu", 25.4),)


def test_a_picture_in_a_text_box_is_at_its_paragraph_there() -> None:
    box = (
        '<w:r><w:pict><v:rect style="width:100pt;height:100pt"><v:textbox><w:txbxContent>'
        f"{p('chữ')}{par(drawing(pic('a')))}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )
    found = read(p("trên") + par(box) + p("dưới"))
    (picture,) = found.pictures
    assert found.by_number[picture.number].story == "textbox"
    assert found.by_number[picture.number - 1].text == "chữ"


def test_one_of_two_alternatives_is_read() -> None:
    other = '<w:pict><v:shape><v:imagedata r:id="b"/></v:shape></w:pict>'
    inner = drawing(pic("a")).removeprefix("<w:r>").removesuffix("</w:r>")
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{inner}</mc:Choice>'
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert [picture.data for picture in read(par(both)).pictures] == [PNG]


def test_pictures_that_cannot_be_kept_are_told() -> None:
    found = read(
        p("đoạn")
        + par(drawing(pic("c")))
        + par(drawing(pic("không có")))
        + par(drawing(pic("a", kind="link")))
        + par(drawing("", uri="chart"))
        + par(drawing(pic("a")))
    )
    assert found.lost_pictures == (2, 3, 4, 5)
    assert [picture.number for picture in found.pictures] == [6]


def test_a_picture_outside_of_the_file_is_lost_and_no_fault() -> None:
    external = {"a": "../../../etc/passwd", "b": "media/thieu.png"}
    found = read(par(drawing(pic("a"))) + par(drawing(pic("b"))), links=external)
    assert (found.pictures, found.lost_pictures) == ((), (1, 2))


def test_hidden_and_deleted_pictures_are_no_pictures() -> None:
    hidden = drawing(pic("a")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    found = read(
        par(hidden)
        + par(f"<w:del>{drawing(pic('a'))}</w:del>", "<w:r><w:t>a</w:t></w:r>")
        + par(drawing(pic("a"), properties='hidden="1"'))
    )
    assert (found.pictures, found.lost_pictures) == ((), ())


def test_many_relationships_are_no_long_work() -> None:
    links = {f"x{number}": f"media/{number}.png" for number in range(60_000)}
    assert read(p("chữ"), links=links).paragraphs[0].text == "chữ"


# Footnotes


def call(number: int, properties: str = "", mark: str = "") -> str:
    shown = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:footnoteReference w:id="{number}" {properties}/>{shown}</w:r>'


def note(number: int, inside: str) -> str:
    return f'<w:footnote w:id="{number}">{inside}</w:footnote>'


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


NUMBER = "<w:r><w:footnoteRef/></w:r>"


def test_the_mark_of_a_note_stands_between_letters() -> None:
    notes = note(1, par(NUMBER, words(" Chú thích một."))) + note(2, par(NUMBER, words("Hai")) + p("tiếp"))
    found = read(par(words("Có chú thích"), call(1), words(" và nữa"), call(2)) + p("sau"), footnotes=notes)
    assert found.notes == (NoteMark(1, 12, 12, (3,)), NoteMark(1, 19, 19, (4, 5)))
    assert [found.by_number[number].text for number in (3, 4, 5)] == [" Chú thích một.", "Hai", "tiếp"]


def test_a_mark_that_the_author_chose_is_letters() -> None:
    found = read(
        par(words("Giá"), call(1, 'w:customMarkFollows="1"', "(*)"), words(" mới")),
        footnotes=note(1, par(words("(*) Chưa có thuế."))),
    )
    (mark,) = found.notes
    text = found.by_number[mark.number].text
    assert (text[: mark.start], text[mark.start : mark.end]) == ("Giá", "(*)")
    assert found.by_number[mark.note[0]].text[mark.own :] == " Chưa có thuế."


def test_a_table_in_a_note_belongs_to_it() -> None:
    cell = "<w:tbl><w:tr><w:tc>" + p("ô") + "</w:tc></w:tr></w:tbl>"
    found = read(par(words("a"), call(1)), footnotes=note(1, par(NUMBER) + cell + p("cuối")))
    assert [found.by_number[number].text for number in found.notes[0].note] == ["", "ô", "cuối"]


def test_a_mark_without_a_note_and_a_hidden_one_are_none() -> None:
    hidden = call(1).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    found = read(par(words("a"), call(9), hidden), footnotes=note(1, p("ẩn")))
    assert (found.notes, found.footnotes) == ((), ())


def test_our_own_paper_keeps_its_pictures_and_notes() -> None:
    found = read_paper(render(papers.paper(), "docx"))
    assert [(q.data, q.alt, q.width_mm) for q in found.pictures] == [(PNG, "Sơ đồ <màu đỏ>", 60)]
    marked = [found.by_number[mark.number].text[: mark.start] for mark in found.notes]
    assert marked == ["Có lời chú", "Chủ đề tháng Một"]
    notes = [found.by_number[mark.note[0]].text.strip() for mark in found.notes]
    assert notes == ["Lời chú thứ nhất & nghiêng.", "Lời chú của phụ lục."]
