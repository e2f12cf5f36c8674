"""Files that are not what they say, broken or made to hurt: each ends in a clear fault, soon."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import time
import zipfile
from copy import deepcopy
from pathlib import Path

import pytest

from tests.papers import paper as everything
from tests.word_files import KINDS, MAIN_TYPE, OFFICE, SPACES, members, p, packed, word
from vanban.errors import VanbanError
from vanban.ooxml import open_package, read_paper
from vanban.render import render

SECONDS = 5
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOCUMENT = "word/document.xml"


def replaced(name: str, data: str | bytes) -> bytes:
    return packed({**members(p("Chào")), name: data})


def without(name: str) -> bytes:
    return packed({key: value for key, value in members(p("Chào")).items() if key != name})


def body(inside: str) -> str:
    return f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>"


def lying_about_its_size() -> bytes:
    """A member that says in the list of contents that it is small, and is not."""
    data = bytearray(replaced("word/media/image1.png", bytes(5_000_000)))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    return bytes(data)


def with_a_wrong_sum() -> bytes:
    stored = packed(members(p("Chào")), zipfile.ZIP_STORED)
    return stored.replace("Chào".encode(), "Chéo".encode())


def locked_member() -> bytes:
    data = bytearray(word(p("Chào")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def bomb() -> bytes:
    """A gigabyte of zeros, by its list of contents."""
    data = bytearray(replaced("word/media/image1.png", bytes(1_000_000)))
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, 1_000_000_000)
    return bytes(data)


ENTITIES = (
    '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
MEASURE = """
import re, sys
from pathlib import Path
from vanban.ooxml import read_paper
paper = read_paper(Path(sys.argv[1]).read_bytes())
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(len(paper.paragraphs), int(peak[1]) // 1000)
"""
"""At most, in MB, of this program alone: ``ru_maxrss`` would count the process that started it."""
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
STRICT = "http://purl.oclc.org/ooxml"

HOSTILE: dict[str, tuple[str, bytes]] = {
    "empty": ("VB160", b""),
    "nothing but zeros": ("VB160", bytes(4096)),
    "plain text": ("VB161", "Kính gửi: Ủy ban nhân dân".encode()),
    "rich text": ("VB161", rb"{\rtf1 Ch\u224?o}"),
    "a spreadsheet": (
        "VB161",
        replaced(
            "[Content_Types].xml", members("")["[Content_Types].xml"].replace("wordprocessingml", "sheetml")
        ),
    ),
    "any zip": ("VB161", packed({"ghi-chu.txt": "Chào"})),
    "a package of nothing": ("VB161", without("_rels/.rels")),
    "another OLE file": ("VB161", OLE + "Workbook".encode("utf-16-le")),
    "a PDF": ("VB162", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    "Word 97": ("VB163", OLE + "WordDocument".encode("utf-16-le")),
    "locked": ("VB164", OLE + "EncryptedPackage".encode("utf-16-le")),
    "a locked zip": ("VB164", locked_member()),
    "macros by type": (
        "VB165",
        replaced(
            "[Content_Types].xml",
            members("")["[Content_Types].xml"].replace(
                MAIN_TYPE, "application/vnd.ms-word.document.macroEnabled.main+xml"
            ),
        ),
    ),
    "macros inside": ("VB165", replaced("word/vbaProject.bin", b"\0")),
    "half a file": ("VB166", word(p("Chào") * 500)[:-400]),
    "the head of a zip alone": ("VB166", b"PK\x03\x04" + bytes(64)),
    "a wrong sum": ("VB166", with_a_wrong_sum()),
    "a size that lies": ("VB166", lying_about_its_size()),
    "no body": ("VB166", replaced(DOCUMENT, f"<w:document {SPACES}/>")),
    "no document": ("VB166", without(DOCUMENT)),
    "broken XML": ("VB166", replaced(DOCUMENT, body("<w:p>"))),
    "no XML": ("VB166", replaced(DOCUMENT, "")),
    "broken styles": ("VB166", packed({**members(p("Chào")), "word/styles.xml": "<w:styles"})),
    "packed in a rare way": ("VB166", packed(members(p("Chào")), zipfile.ZIP_LZMA)),
    "a bomb": ("VB167", bomb()),
    "too many members": ("VB167", packed({**members(""), **{f"word/x{n}.xml": "" for n in range(2_100)}})),
    "too much in all": (
        "VB167",
        packed({**members(""), **{f"{n}.bin": bytes(90_000_000) for n in range(3)}}),
    ),
    "too deep": ("VB167", replaced(DOCUMENT, body("<w:sdt><w:sdtContent>" * 5_000))),
    "too many elements": ("VB167", replaced(DOCUMENT, body("<w:p/>" * 9_000_000))),
    "too many paragraphs": ("VB167", replaced(DOCUMENT, body("<w:p/>" * 300_000))),
    "entities": ("VB168", replaced(DOCUMENT, f"{ENTITIES}{body(p('&c;'))}")),
    "entities in UTF-16": (
        "VB168",
        replaced(DOCUMENT, f'<?xml version="1.0" encoding="UTF-16"?>{ENTITIES}{body(p())}'.encode("utf-16")),
    ),
    "an outside file": ("VB168", replaced(DOCUMENT, f"{OUTSIDE}{body(p('&a;'))}")),
    "strict": (
        "VB169",
        replaced("_rels/.rels", members("")["_rels/.rels"].replace(f"{KINDS}/", f"{STRICT}/officeDocument/")),
    ),
    "strict inside": ("VB169", replaced(DOCUMENT, body(p()).replace(OFFICE, STRICT))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_its_fault_soon(name: str) -> None:
    kind, data = HOSTILE[name]
    start = time.perf_counter()
    with pytest.raises(VanbanError) as raised:
        read_paper(open_package(data, "van-ban.docx"))
    assert time.perf_counter() - start < SECONDS
    (fault,) = raised.value.faults
    assert fault.kind == kind
    assert fault.place.file == "van-ban.docx"
    assert fault.message
    assert "{" not in fault.message + fault.remedy
    assert fault.remedy


def test_a_fault_names_the_member_that_is_broken() -> None:
    _kind, data = HOSTILE["broken styles"]
    with pytest.raises(VanbanError, match=r"word/styles\.xml"):
        read_paper(data)


def test_what_is_deep_but_allowed_is_read() -> None:
    depth = 100
    nested = "<w:sdt><w:sdtContent>" * depth + p("Sâu") + "</w:sdtContent></w:sdt>" * depth
    assert [q.text for q in read_paper(replaced(DOCUMENT, body(nested))).paragraphs] == ["Sâu"]


def test_nonsense_in_attributes_is_passed_over() -> None:
    odd = ("", "abc", "-1", "NaN", "inf", "1e9", "99999999999999999999", "０")
    for value in odd:
        properties = (
            f'<w:spacing w:before="{value}" w:line="{value}"/><w:ind w:left="{value}" w:hanging="{value}"/>'
            f'<w:jc w:val="{value}"/><w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{value}"/></w:numPr>'
        )
        letters = (
            f'<w:sz w:val="{value}"/><w:color w:val="{value}" w:themeColor="{value}"/><w:b w:val="{value}"/>'
        )
        cells = f'<w:tc><w:tcPr><w:tcW w:w="{value}"/><w:gridSpan w:val="{value}"/></w:tcPr>{p("Ô")}</w:tc>'
        data = body(
            p("Chữ", properties, letters)
            + f'<w:tbl><w:tblPr><w:tblLook w:val="{value}"/></w:tblPr><w:tr>{cells}</w:tr></w:tbl>'
            + f'<w:sectPr><w:pgSz w:w="{value}"/><w:cols w:num="{value}"/></w:sectPr>'
        )
        assert [q.text for q in read_paper(replaced(DOCUMENT, data)).paragraphs] == ["Chữ", "Ô"]


def test_a_paper_of_two_thousand_pages_is_read_in_seconds_and_bounded_memory(tmp_path: Path) -> None:
    paragraph = p(
        "Phối hợp với các cơ quan, đơn vị tuyên truyền đến cán bộ và nhân dân. " * 3, letters="<w:b/>"
    )
    data = word("".join(paragraph.replace("cơ quan", f"cơ quan {n}") for n in range(30_000)))
    path = tmp_path / "dai.docx"
    path.write_bytes(data)
    command = [sys.executable, "-c", MEASURE, str(path)]
    found = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60)
    paragraphs, megabytes = map(int, found.stdout.split())
    assert paragraphs == 30_000
    assert megabytes < 500


def test_too_many_paragraphs_cells_or_runs_are_refused_before_they_are_read() -> None:
    rows = "<w:tr><w:tc/></w:tr>" * 210_000
    for inside in (f"<w:tbl>{rows}</w:tbl>", f"<w:p>{'<w:r/>' * 1_010_000}</w:p>"):
        with pytest.raises(VanbanError) as raised:
            read_paper(replaced(DOCUMENT, body(inside)))
        assert [fault.kind for fault in raised.value.faults] == ["VB167"]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_broken_ends_in_a_paper_or_a_fault(seed: int) -> None:
    """Elements of every part taken away, doubled, renamed and moved; bytes of the file changed."""
    chance = random.Random(seed)
    package = open_package(render(everything(rows=1), "docx"))
    for member in (DOCUMENT, "word/styles.xml", "word/settings.xml", "word/so-trang.xml"):
        elements = list(package.xml(member).iter("*"))
        for _change in range(30):
            one, other = chance.choice(elements), chance.choice(elements)
            parent = one.getparent()
            action = chance.randrange(4)
            if action == 0 and parent is not None:
                parent.remove(one)
            elif action == 1:
                other.append(deepcopy(one))
            elif action == 2:
                one.tag = other.tag
            elif one.attrib:
                one.set(chance.choice(list(one.attrib)), chance.choice(["", "-1", "99999", "x", "50%"]))
    saved = bytearray(package.save())
    for data in (bytes(saved), bytes(_dirty(saved, chance))):
        try:
            found = read_paper(data)
        except VanbanError:
            continue
        assert [q.number for q in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))
        assert len(found.by_number) >= len(found.paragraphs)


def _dirty(data: bytearray, chance: random.Random) -> bytearray:
    for _change in range(5):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data
