"""A Word file as a package: its members, their relationships, and the XML of each, read safely."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from itertools import count, islice

from lxml import etree
from lxml.etree import _Element as Element

from vanban.errors import InputError, Place, fail
from vanban.language import _
from vanban.ooxml.opening import MOST_MEMBERS, members

MOST_MARKUP = 4_000_000
"""Elements and attributes of one member; a paper of 2,000 pages has about 2,500,000."""

TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = f"{{{_PACKAGE}/content-types}}"
_LINK = f"{{{_PACKAGE}/relationships}}"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""What the type of a relationship begins with."""
_STRICT = "http://purl.oclc.org/ooxml/"
_WORD_TYPE, _MACRO_TYPE = "wordprocessingml", "macroenabled"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_PARSER_LIMITS = (1, 114)
"""Codes of the XML parser, old and new, for what is too deep or too long."""
_NEW_MOMENT = (1980, 1, 1, 0, 0, 0)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass
class Package:
    """The members of a Word file. Change what :meth:`xml` returns, then :meth:`save`.

    ``name`` is the file's name for faults; ``document`` the member that holds the body.
    """

    name: str
    entries: dict[str, tuple[zipfile.ZipInfo, bytes]]
    document: str = ""
    _roots: dict[str, Element] = field(default_factory=dict)

    def __contains__(self, member: str) -> bool:
        return member in self.entries

    def xml(self, member: str) -> Element:
        """The root of a member's XML, parsed once; changes to it are written by :meth:`save`.

        Raises:
            InputError: VB166 it is missing or not XML, VB167 too large, VB168 it declares entities.
        """
        if member not in self._roots:
            if member not in self.entries:
                raise self._broken(_("thiếu phần {member}").format(member=member))
            self._roots[member] = self._parse(member)
        return self._roots[member]

    def related(self, source: str, kind: str) -> list[str]:
        """The members that ``source`` is related to by ``kind`` (``styles``), those that are there."""
        return [
            target
            for link in self._links(source)
            if link.get("Type", "").rpartition("/")[2] == kind and (target := self._target(source, link))
        ]

    def part(self, kind: str) -> Element | None:
        """The root of the body's one part of a kind (``styles``, ``settings``); None where it has none."""
        found = self.related(self.document, kind)
        return self.xml(found[0]) if found else None

    def target(self, source: str, identity: str) -> str | None:
        """The member that the relationship ``identity`` (``rId7``) of ``source`` leads to."""
        for link in self._links(source):
            if link.get("Id") == identity:
                return self._target(source, link)
        return None

    def targets(self, source: str, kind: str) -> dict[str, str]:
        """The members that ``source`` is related to by ``kind``, by the ids of the relationships.

        More relationships than a package may have members are no honest file's, and passed over.
        """
        links = (link for link in self._links(source) if link.get("Type", "").rpartition("/")[2] == kind)
        return {
            link.get("Id", ""): target
            for link in islice(links, MOST_MEMBERS)
            if (target := self._target(source, link))
        }

    def add(self, member: str, data: bytes, content_type: str) -> None:
        """Put in a new member, or new data in place of an old one's.

        Args:
            member: its path, ``word/comments.xml``.
            data: what it holds.
            content_type: what the list of content types says of it.
        """
        entry = self.entries[member][0] if member in self.entries else _entry(member)
        self.entries[member] = (entry, data)
        self._roots.pop(member, None)
        types = self.xml(TYPES)
        path = f"/{member}"
        listed = next((e for e in types.iter(f"{_TYPE}Override") if e.get("PartName") == path), None)
        if listed is None:
            listed = etree.SubElement(types, f"{_TYPE}Override", PartName=path)
        listed.set("ContentType", content_type)

    def copy(self, member: str, new: str) -> None:
        """Put in a copy of a member, of the same content type and with the same relationships.

        Args:
            member: the member, ``word/header1.xml``.
            new: the path of the copy, in the same folder.
        """
        listed = {
            e.get("PartName"): e.get("ContentType", "") for e in self.xml(TYPES).iter(f"{_TYPE}Override")
        }
        self.add(new, self._written(member, self.entries[member][1]), listed.get(f"/{member}", ""))
        links = _links_of(member)
        if links in self.entries:
            data = self._written(links, self.entries[links][1])
            self.entries[_links_of(new)] = (_entry(_links_of(new)), data)

    def relate(self, source: str, target: str, kind: str) -> str:
        """The id of the relationship of ``kind`` from one member to another, made where there is none.

        Args:
            source: the member that refers, ``word/document.xml``.
            target: the member that it refers to.
            kind: the last word of the relationship's type, ``comments``; or the whole type.
        """
        full = kind if ":" in kind else KINDS + kind
        for link in self._links(source):
            if link.get("Type") == full and self._target(source, link) == target:
                return link.get("Id", "")
        member = _links_of(source)
        if member not in self.entries:
            self.entries[member] = (_entry(member), f'<Relationships xmlns="{_LINK[1:-1]}"/>'.encode())
        root = self.xml(member)
        taken = {link.get("Id") for link in root}
        identity = next(name for number in count(1) if (name := f"rId{number}") not in taken)
        way = posixpath.relpath(target, posixpath.dirname(source) or ".")
        etree.SubElement(root, f"{_LINK}Relationship", Id=identity, Type=full, Target=way)
        return identity

    def save(self) -> bytes:
        """The file: what was changed anew, every other member byte for byte, in the same order."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, (entry, data) in self.entries.items():
                fresh = zipfile.ZipInfo(member, entry.date_time)
                fresh.compress_type, fresh.external_attr = entry.compress_type, entry.external_attr
                fresh.create_system = entry.create_system
                archive.writestr(fresh, self._written(member, data))
        return out.getvalue()

    def _written(self, member: str, data: bytes) -> bytes:
        root = self._roots.get(member)
        if root is None or etree.tostring(root) == etree.tostring(self._parse(member)):
            return data
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _links(self, source: str) -> list[Element]:
        member = _links_of(source)
        return list(self.xml(member).iter(f"{_LINK}Relationship")) if member in self.entries else []

    def _target(self, source: str, link: Element) -> str | None:
        if link.get("TargetMode") == "External":
            return None
        way = link.get("Target", "")
        path = way[1:] if way.startswith("/") else posixpath.join(posixpath.dirname(source), way)
        path = posixpath.normpath(path)
        if path in self.entries:
            return path
        return next((name for name in self.entries if name.lower() == path.lower()), None)

    def _parse(self, member: str) -> Element:
        data = self.entries[member][1]
        if any(word in data for word in _DOCTYPES):
            raise fail("VB168", self._place(member))
        if data.count(b"<") + data.count(b"=") > MOST_MARKUP:
            raise fail("VB167", self._place(member), reason=_("nội dung quá dài"))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if getattr(error, "code", None) in _PARSER_LIMITS:
                raise fail(
                    "VB167", self._place(member), reason=_("nội dung lồng nhau quá sâu hoặc có đoạn quá dài")
                ) from None
            raise self._broken(_("phần {member} không đọc được").format(member=member)) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise fail("VB168", self._place(member))
        return root

    def _place(self, member: str | None = None) -> Place:
        return Place(file=self.name or None, part=member)

    def _broken(self, reason: str) -> InputError:
        return fail("VB166", self._place(), reason=reason)


def open_package(data: bytes, name: str = "") -> Package:
    """Open a Word file without trusting it.

    Args:
        data: the file.
        name: its name, for the faults.

    Raises:
        InputError: VB160 empty, VB161 not a Word file, VB162 a PDF, VB163 Word 97, VB164 locked by a
            password, VB165 macros, VB166 broken, VB167 too large, VB168 entities, VB169 strict OOXML.
    """
    package = Package(name, members(data, Place(file=name or None)))
    place = package._place()
    if TYPES not in package:
        raise fail("VB161", place)
    kinds = {link.get("Type", ""): link for link in package._links("")}
    main = next((link for kind, link in kinds.items() if kind.endswith("/officeDocument")), None)
    content_types = {
        part.get("PartName", "").lower(): part.get("ContentType", "").lower()
        for part in package.xml(TYPES).iter(f"{_TYPE}Override")
    }
    if main is None:
        raise fail("VB161", place)
    path = posixpath.normpath(main.get("Target", "").lstrip("/"))
    kind = content_types.get(f"/{path.lower()}", _WORD_TYPE)
    if _MACRO_TYPE in kind or any(member.lower().endswith("vbaproject.bin") for member in package.entries):
        raise fail("VB165", place)
    if _WORD_TYPE not in kind:
        raise fail("VB161", place)
    package.document = package._target("", main) or path
    if main.get("Type", "").startswith(_STRICT) or (
        str(package.xml(package.document).tag).startswith("{" + _STRICT)
    ):
        raise fail("VB169", place)
    return package


def _links_of(source: str) -> str:
    folder, _slash, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _entry(member: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(member, _NEW_MOMENT)
    entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
    return entry
