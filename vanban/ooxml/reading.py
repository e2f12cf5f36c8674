"""A Word file as a paper: what the walk through it meets, with sections, headers, footers and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vanban.errors import Place, fail
from vanban.language import _
from vanban.ooxml.cascade import read_cascade
from vanban.ooxml.inline import Content, InlineReader, NoteCall
from vanban.ooxml.lines import find_lines
from vanban.ooxml.numbering import Counter
from vanban.ooxml.package import Package, open_package
from vanban.ooxml.pages import Pages
from vanban.ooxml.sections import SetUp, read_set_ups
from vanban.ooxml.walk import Walk, Where
from vanban.ooxml.wml import W, switch
from vanban.paper import Anchor, NoteMark, PageKind, Paper, PaperSection, Paragraph, Story

_NOTE_KINDS = ("footnotes", "endnotes")


def read_paper(source: Package | bytes) -> Paper:
    """A Word file as it really looks.

    Args:
        source: the file, opened or not.

    Raises:
        InputError: what :func:`open_package` raises; VB166 or VB167 a part of it is broken or too long.
    """
    package = open_package(source) if isinstance(source, bytes) else source
    return read_traced(package)[0]


def read_traced(package: Package) -> tuple[Paper, Mapping[Anchor, Content]]:
    """The paper, and what was read of each of its paragraphs: whoever changes it finds every letter there."""
    root = package.xml(package.document)
    body = root.find(f"{W}body")
    if body is None:
        raise fail("VB166", Place(file=package.name or None), reason=_("thiếu phần thân văn bản"))
    settings = package.part("settings")
    cascade = read_cascade(package)
    set_ups = read_set_ups(body, gutter_at_top=bool(switch(settings, "gutterAtTop")))
    pages = Pages(told=next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None)
    reader = Walk(package, cascade, set_ups, pages, InlineReader(cascade, pages), Counter(cascade.lists))
    reader.images = package.targets(package.document, "image")
    reader.enter(package.document)
    reader.blocks(body, Where())
    paragraphs = tuple(met.paragraph for met in reader.met)
    lines = find_lines(reader.met)
    sections = _sections(reader, even=bool(switch(settings, "evenAndOddHeaders")))
    footnotes, notes = _notes(reader)
    paper = Paper(
        origin="docx",
        sections=sections,
        paragraphs=paragraphs,
        tables=tuple(table for table in reader.tables if table is not None),
        lines=lines,
        footnotes=footnotes,
        notes=notes,
        pictures=tuple(reader.pictures),
        lost_pictures=tuple(reader.lost_pictures),
        pages=pages.page if pages.told else None,
    )
    return paper, reader.contents


def _sections(reader: Walk, *, even: bool) -> tuple[PaperSection, ...]:
    """The sections with their headers and footers; a story that several sections share is read once."""
    read: dict[str, tuple[Paragraph, ...]] = {}
    sections = []
    for index, set_up in enumerate(reader.set_ups):
        reader.section = index
        stories: dict[Story, dict[PageKind, tuple[Paragraph, ...]]] = {"header": {}, "footer": {}}
        for story, kept in stories.items():
            for kind in _kinds(set_up, even=even):
                identity = set_up.stories.get((story, kind))
                member = identity and reader.package.target(reader.package.document, identity)
                if not member:
                    continue
                if member not in read:
                    read[member] = reader.story(member, story)
                kept[kind] = read[member]
        sections.append(
            PaperSection(
                **set_up.page,
                columns=len(set_up.columns),
                first_differs=set_up.first_differs,
                page_start=set_up.page_start,
                headers=stories["header"],
                footers=stories["footer"],
            )
        )
    return tuple(sections)


def _kinds(set_up: SetUp, *, even: bool) -> Iterator[PageKind]:
    yield "default"
    if set_up.first_differs:
        yield "first"
    if even:
        yield "even"


def _notes(reader: Walk) -> tuple[tuple[Paragraph, ...], tuple[NoteMark, ...]]:
    """The footnotes and endnotes in the order in which the body refers to them, and where it does so."""
    calls = list(reader.notes)
    read: dict[tuple[str, str], tuple[int, ...]] = {}
    begin = len(reader.met)
    reader.section = 0
    for kind in _NOTE_KINDS:
        wanted = [call.id for _number, call in calls if call.kind == kind]
        member = next(iter(reader.package.related(reader.package.document, kind)), None)
        if not wanted or member is None:
            continue
        root = reader.enter(member)
        by_id = {note.get(f"{W}id"): note for note in root}
        for identity in dict.fromkeys(wanted):
            if identity in by_id:
                read[kind, identity] = reader.note(by_id[identity])
    footnotes = tuple(replace(met.paragraph, page=None) for met in reader.met[begin:])
    texts = {footnote.number: footnote.text for footnote in footnotes}
    marks = (
        _mark(number, call, numbers, texts[numbers[0]])
        for number, call in calls
        if (numbers := read.get((call.kind, call.id)))
    )
    return footnotes, tuple(marks)


def _mark(number: int, call: NoteCall, note: tuple[int, ...], text: str) -> NoteMark:
    own = len(call.mark) if text.startswith(call.mark) else 0
    return NoteMark(number, call.at, call.at + len(call.mark), note, own)
