"""``Renumber``: numbers at the top, in the middle, from the second page on (Phụ lục I, Phần I, I.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Literal

from lxml.etree import _Element as Element

from vanban.check.fix.draft import Draft
from vanban.check.fix.page_numbers import has_page_number, remove_page_numbers, write_page_number
from vanban.check.fix.place import SECTION, insert, switch, unset
from vanban.check.model import Renumber
from vanban.ooxml import wml
from vanban.ooxml.wml import RELATION, W
from vanban.paper import PageKind
from vanban.render.docx.styles import NAMESPACE

StoryName = Literal["header", "footer"]

_STORIES: tuple[StoryName, ...] = ("header", "footer")
_KINDS: tuple[PageKind, ...] = ("default", "first", "even")
_ONE = (0, 1)
_ROOTS = {"header": "hdr", "footer": "ftr"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{story}+xml"


def renumber(draft: Draft, repairs: Sequence[Renumber]) -> None:
    """Number the pages of these sections; other sections, and all else in headers and footers, stay.

    A section whose numbers go on from the one before shows them on its first page too.
    """
    wanted = {repair.section: repair.size_pt for repair in repairs if repair.section < len(draft.sections)}
    stories = _Stories(draft, wanted)
    for section, size_pt in sorted(wanted.items()):
        _number(draft, stories, section, size_pt)


def _number(draft: Draft, stories: _Stories, section: int, size_pt: float) -> None:
    element = draft.sections[section]
    begins = stories.begins(section)
    differs = bool(wml.switch(element, "titlePg"))
    for story in _STORIES:
        if stories.follows(section, story):
            continue
        if begins and not differs:
            stories.copy_to_first(section, story)
        for kind in stories.kinds:
            wants = story == "header" and (kind != "first" or (differs and not begins))
            if wants and _is_numbered(draft, section, kind, size_pt):
                continue
            member = stories.member(section, story, kind)
            if wants or (member and has_page_number(draft.package.xml(member))):
                root = stories.changeable(section, story, kind)
                remove_page_numbers(root)
                if wants:
                    write_page_number(root, size_pt)
    if begins:
        switch(element, "titlePg", SECTION, on=True)
    numbers = element.find(f"{W}pgNumType")
    if numbers is not None:
        unset(numbers, "fmt")


def _is_numbered(draft: Draft, section: int, kind: PageKind, size_pt: float) -> bool:
    """Whether pages of a kind are numbered as they should be."""
    paragraphs = draft.paper.sections[section].headers.get(kind, ())
    numbers = [(p, run) for p in paragraphs for run in p.runs if run.field == "PAGE"]
    return len(numbers) == 1 and all(
        p.look.align == "center" and p.text.strip() == run.text.strip() and run.look.size_pt == size_pt
        for p, run in numbers
    )


class _Stories:
    """Which header and footer stands on which pages; what a section lacks it has from the one before."""

    def __init__(self, draft: Draft, wanted: Mapping[int, float]) -> None:
        self.draft = draft
        self.wanted = wanted
        self.package = draft.package
        settings = draft.package.part("settings")
        even = wml.switch(settings, "evenAndOddHeaders")
        self.kinds = _KINDS if even else _KINDS[:2]
        self._blanks: dict[StoryName, str] = {}

    def follows(self, section: int, story: StoryName) -> bool:
        """Whether a section has all its headers from the one before, and is to be numbered like that."""
        size_pt = self.wanted.get(section)
        same = size_pt is not None and self.wanted.get(section - 1) == size_pt
        differs = wml.switch(self.draft.sections[section], "titlePg")
        alike = self.begins(section - 1) if self.begins(section) else not differs
        return same and alike and not self._own(section, story)

    def begins(self, section: int) -> bool:
        """Whether page one is in a section."""
        return section <= 0 or self.draft.paper.sections[section].page_start in _ONE

    def _own(self, section: int, story: StoryName) -> list[Element]:
        """The references of a section itself."""
        return list(self.draft.sections[section].iterchildren(f"{W}{story}Reference"))

    def member(self, section: int, story: StoryName, kind: PageKind) -> str | None:
        """The member that stands on pages of a kind."""
        for index in range(section, -1, -1):
            reference = self._reference(index, story, kind)
            if reference is not None:
                return self._target(reference)
        return None

    def copy_to_first(self, section: int, story: StoryName) -> None:
        """What stands on every page goes on standing on the first one, once that differs."""
        member = self.member(section, story, "default")
        if member:
            self._refer(section, story, "first", self._copy(member, story))
        elif self.member(section, story, "first"):
            self._refer(section, story, "first", self._blank(story))

    def changeable(self, section: int, story: StoryName, kind: PageKind) -> Element:
        """The root of what stands on pages of a kind and nowhere else: a copy, or a new one, if need be."""
        member = self.member(section, story, kind)
        if member is None:
            member = self._new(story)
        elif self._uses(story, member) > 1 or member in self._blanks.values():
            member = self._copy(member, story)
        self._refer(section, story, kind, member)
        return self.package.xml(member)

    def _uses(self, story: StoryName, member: str) -> int:
        """On how many kinds of pages a member stands, in sections that are not numbered together."""
        sections = [one for one in range(len(self.draft.sections)) if not self.follows(one, story)]
        return sum(self.member(one, story, kind) == member for one in sections for kind in _KINDS)

    def _reference(self, section: int, story: StoryName, kind: PageKind) -> Element | None:
        return next((e for e in self._own(section, story) if e.get(f"{W}type", "default") == kind), None)

    def _target(self, reference: Element) -> str | None:
        return self.package.target(self.package.document, reference.get(f"{RELATION}id", ""))

    def _refer(self, section: int, story: StoryName, kind: PageKind, member: str) -> None:
        """Put a member on pages of a kind; a section after, that has what was there from here, keeps it."""
        old = self.member(section, story, kind)
        after = section + 1
        shares = after < len(self.draft.sections) and self._reference(after, story, kind) is None
        if member != old and shares and not self.follows(after, story):
            self._refer(after, story, kind, old or self._blank(story))
        reference = self._reference(section, story, kind)
        if reference is None:
            element = self.draft.sections[section]
            reference = element.makeelement(f"{W}{story}Reference", {f"{W}type": kind})
            insert(element, reference, f"{story}Reference", SECTION)
        reference.set(f"{RELATION}id", self.package.relate(self.package.document, member, story))

    def _copy(self, member: str, story: StoryName) -> str:
        new = self._free(story, member.rpartition("/")[0])
        self.package.copy(member, new)
        return new

    def _blank(self, story: StoryName) -> str:
        """One with nothing in it, the same wherever one is needed."""
        if story not in self._blanks:
            self._blanks[story] = self._new(story)
        return self._blanks[story]

    def _new(self, story: StoryName) -> str:
        new = self._free(story, self.package.document.rpartition("/")[0])
        root = _ROOTS[story]
        xml = f'<w:{root} xmlns:w="{NAMESPACE}"><w:p/></w:{root}>'
        self.package.add(new, xml.encode(), _TYPE.format(story=story))
        return new

    def _free(self, story: StoryName, folder: str) -> str:
        names = (f"{folder}/{story}{number}.xml".lstrip("/") for number in count(1))
        return next(name for name in names if name not in self.package)
