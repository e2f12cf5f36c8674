"""Comments in a copy of a Word file, each on the words that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from vanban.ooxml.letters import RUN, TEXT, Letters, write
from vanban.ooxml.package import Package, open_package
from vanban.ooxml.reading import read_traced
from vanban.ooxml.wml import PARAGRAPH, W, whole
from vanban.paper import Anchor, Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HALF_POINTS = "20"
"""Size of a comment's letters; it would take that of the paper otherwise."""
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_END, _REFERENCE = (f"{W}{name}" for name in _MARKS[1:])
_LOOK = frozenset(f"{W}{name}" for name in ("rFonts", "sz", "szCs"))
_NOTES = {f"{W}{kind}": f"{W}{kind}Reference" for kind in ("footnote", "endnote")}
"""A note, and what refers to it."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said, in paragraphs of which the first is bold, and of which words.

    ``at`` is a paragraph of :func:`vanban.ooxml.read_paper`, None for the paper as a whole; ``start`` and
    ``end`` count in its text, and without letters between them the whole paragraph is meant. Word shows
    comments by ``author``.
    """

    at: Paragraph | None
    start: int
    end: int | None
    lines: tuple[str, ...]
    author: str
    initials: str


def add_comments(data: bytes, comments: Sequence[Comment]) -> bytes:
    """A copy of a Word file with comments; same file and comments, same bytes.

    Comments that are there stay. Word takes none in headers, footers, notes and text boxes: what is said
    there stands at the nearest paragraph of the body; what is said of the whole paper, at the first one.

    Args:
        data: the file.
        comments: on paragraphs of this very file.

    Raises:
        InputError: the file cannot be read.
    """
    if not comments:
        return data
    package = open_package(data)
    places = _Places(package)
    root = _root(package)
    taken = [whole(comment.get(f"{W}id")) or 0 for comment in root.iterchildren(f"{W}comment")]
    for number, comment in enumerate(comments, max(taken, default=-1) + 1):
        root.append(_element(root, number, comment))
        places.mark(comment, number)
    return package.save()


def _root(package: Package) -> Element:
    """The root of the member that holds comments, made where there is none."""
    found = package.part("comments")
    if found is not None:
        return found
    member = f"{package.document.rpartition('/')[0]}/comments.xml".lstrip("/")
    package.add(member, f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode(), _TYPE)
    package.relate(package.document, member, "comments")
    return package.xml(member)


def _element(root: Element, number: int, comment: Comment) -> Element:
    about = {"id": str(number), "author": comment.author, "initials": comment.initials}
    element = root.makeelement(f"{W}comment", {f"{W}{name}": value for name, value in about.items()})
    for index, line in enumerate(comment.lines):
        run = etree.SubElement(etree.SubElement(element, PARAGRAPH), RUN)
        look = etree.SubElement(run, f"{W}rPr")
        if index == 0:
            etree.SubElement(look, f"{W}b")
        for size in ("sz", "szCs"):
            etree.SubElement(look, f"{W}{size}").set(f"{W}val", _HALF_POINTS)
        write(etree.SubElement(run, TEXT), line)
    return element


class _Places:
    """The paragraphs and letters of the body, that comments are tied to."""

    def __init__(self, package: Package) -> None:
        self.package = package
        paper, self.contents = read_traced(package)
        self.body = package.xml(package.document)
        self.paragraphs = list(self.body.iter(PARAGRAPH))
        self.letters: dict[Anchor, Letters] = {}
        self.section_starts = {p.section: p.anchor for p in reversed(paper.paragraphs)}

    def mark(self, comment: Comment, number: int) -> None:
        """Tie a comment, as the one of this number, to its words."""
        at = comment.at
        if at is None or at.anchor is None:
            _tie(self.paragraphs[0], [], number)
            return
        paragraph = self._nearest(at, at.anchor)
        *_boxed, outermost = paragraph, *paragraph.iterancestors(PARAGRAPH)
        if outermost is not paragraph or at.anchor.member != self.package.document:
            _tie(outermost, [], number)
            return
        letters = self.letters.setdefault(at.anchor, Letters(self.contents[at.anchor].pieces))
        _tie(paragraph, letters.runs(comment.start, comment.end), number)

    def _nearest(self, at: Paragraph, anchor: Anchor) -> Element:
        """The paragraph itself; the one that refers to its note; the first of the section that it heads."""
        if anchor.member == self.package.document:
            return self.paragraphs[anchor.ordinal]
        if at.story == "footnote":
            beside = list(self.package.xml(anchor.member).iter(PARAGRAPH))[anchor.ordinal]
            for note in beside.iterancestors(*_NOTES):
                for reference in self.body.iter(_NOTES[str(note.tag)]):
                    if reference.get(f"{W}id") == note.get(f"{W}id"):
                        return next(reference.iterancestors(PARAGRAPH))
        start = self.section_starts.get(at.section)
        return self.paragraphs[start.ordinal if start else 0]


def _tie(paragraph: Element, runs: Sequence[Element], number: int) -> None:
    """Put the marks of a comment around these runs, or around all of the paragraph where there are none."""
    begin, end, reference = (paragraph.makeelement(f"{W}{name}") for name in _MARKS)
    for mark in (begin, end, reference):
        mark.set(f"{W}id", str(number))
    holder = paragraph.makeelement(RUN)
    holder.extend((*_look(paragraph, runs), reference))
    if runs:
        runs[0].addprevious(begin)
        _behind(runs[-1], end)
        _behind(_child_of(paragraph, end), holder)
        return
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, begin)
    paragraph.extend((end, holder))


def _look(paragraph: Element, runs: Sequence[Element]) -> list[Element]:
    """The look of the letters before the sign of a comment, so that it makes their line no higher."""
    last = runs[-1] if runs else next(reversed(list(paragraph.iterchildren(RUN))), None)
    look = paragraph.find(f"{W}pPr/{W}rPr") if last is None else last.find(f"{W}rPr")
    copy = paragraph.makeelement(f"{W}rPr")
    copy.extend(deepcopy(child) for child in (() if look is None else look) if child.tag in _LOOK)
    return [copy] if len(copy) else []


def _behind(element: Element, new: Element) -> None:
    """Put a mark behind an element and the marks of other comments that end there."""
    while (after := element.getnext()) is not None and (
        after.tag == _END or after.find(_REFERENCE) is not None
    ):
        element = after
    element.addnext(new)


def _child_of(paragraph: Element, element: Element) -> Element:
    while (parent := element.getparent()) is not None and parent is not paragraph:
        element = parent
    return element
