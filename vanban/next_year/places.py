"""Where the words of a document are in the Word file that was made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from vanban.document.blocks import Block, Cell, Inline, Para, PhuLuc, Run, Table, plain
from vanban.document.model import Document, NguoiKy
from vanban.errors import fail
from vanban.next_year.model import Path, Spot
from vanban.ooxml import read_paper
from vanban.paper import Paragraph
from vanban.render.compose import compose
from vanban.render.docx import render_docx
from vanban.thethuc import Look

_Part = TypeVar("_Part", Document, NguoiKy)

_FIRST_TAG = 0xF0000
"""Private letters, which no font and so no paper has, from here on."""
_LAST_TAG = 0x10FFFD

_CODES = ("loai", "do_mat", "do_khan", "hinh_thuc", "vi_tri")
"""Parts that are one of a few words, and are not printed as they are."""
_ALWAYS = ("so", "dia_danh", "luu", "ho_ten")
"""Parts that have a paragraph even when they are empty: a place for the pen."""
_BESIDE = {"ngay": "dia_danh", "ky_hieu": "so", "so_ban": "nguoi_soan_thao"}
"""Parts that stand in the paragraph of another."""
_KNOWN_BY_FIRST_WORD = ("quyen_han",)
"""Parts whose first word, up to a space, decides about their order."""
_FIRST_IN_LINE = ("so", "dia_danh", "nguoi_soan_thao", "tham_quyen_ban_hanh")
"""Parts behind which the form writes words; before the others it writes some."""
_ENDS = " .;:,"


@dataclass(frozen=True, slots=True)
class Found:
    """Letters ``start`` to ``end`` of a paragraph, all of it where ``end`` is None; None for no paragraph."""

    paragraph: Paragraph | None
    start: int = 0
    end: int | None = None


class Places:
    """Finds the spots of a document in its rendered Word file.

    The document is rendered once more with a private letter behind each of its texts: where that letter
    comes out is the paragraph of the text, whatever the form makes of it.
    """

    def __init__(self, document: Document, data: bytes, look: Look) -> None:
        """``data`` is what ``document`` was rendered to, in this look."""
        tagger = _Tagger()
        copy = render_docx(compose(tagger.document(document), look), look)
        self.words = tagger.words
        self.by_path: dict[Path, Paragraph] = {}
        paths = list(self.words)
        pairs = zip(read_paper(copy).paragraphs, read_paper(data).paragraphs, strict=True)
        for with_tags, paragraph in pairs:
            for letter in with_tags.text:
                if _FIRST_TAG <= ord(letter) <= _LAST_TAG:
                    self.by_path.setdefault(paths[ord(letter) - _FIRST_TAG], paragraph)

    def find(self, spot: Spot) -> Found:
        """The letters of a spot; what is not printed is shown at what stands nearest in the document."""
        exact = self.by_path.get(spot.path)
        if exact is None:
            return Found(self._near(spot.path))
        letters = _letters(self.words[spot.path], exact.text, spot.path[0] in _FIRST_IN_LINE)
        printed = [letters[at] for at in range(spot.start, spot.end) if at in letters]
        return Found(exact, min(printed), max(printed) + 1) if printed else Found(exact)

    def _near(self, path: Path) -> Paragraph | None:
        if path[0] in _BESIDE:
            return self.by_path.get((_BESIDE[str(path[0])],))
        for length in range(len(path), 0, -1):
            beside = sorted((other for other in self.by_path if other[:length] == path[:length]), key=_order)
            if beside:
                before = [other for other in beside if _order(other) < _order(path)]
                return self.by_path[before[-1] if before else beside[0]]
        return None


def _order(path: Path) -> list[tuple[bool, str | int]]:
    """What paths are ordered by: numbers before names."""
    return [(isinstance(step, str), step) for step in path]


def _letters(words: str, printed: str, forward: bool) -> Mapping[int, int]:
    """Where each letter of a text is printed, which the form may put in capitals and words around."""
    wanted = [(sign, at) for at, letter in enumerate(words.rstrip(_ENDS)) for sign in letter.upper()]
    there = [(sign, at) for at, letter in enumerate(printed) for sign in letter.upper()]
    signs = "".join(sign for sign, _ in there)
    found: dict[int, int] = {}
    if forward:
        next_at = 0
        for sign, at in wanted:
            if not sign.isspace() and (place := signs.find(sign, next_at)) >= 0:
                found.setdefault(at, there[place][1])
                next_at = place + 1
        return found
    before = len(signs.rstrip(_ENDS + "/"))
    for sign, at in reversed(wanted):
        if not sign.isspace() and (place := signs.rfind(sign, 0, before)) >= 0:
            found[at] = there[place][1]
            before = place
    return found


class _Tagger:
    """Puts a private letter behind each text of a document; ``words`` are the texts in the letters' order."""

    def __init__(self) -> None:
        self.words: dict[Path, str] = {}

    def document(self, document: Document) -> Document:
        """The whole document with its letters; it is only for drawing."""
        return self._part(document, ()).model_copy(
            update={
                "noi_dung": self._blocks(document.noi_dung, ("noi_dung",)),
                "nguoi_ky": tuple(
                    self._part(signer, ("nguoi_ky", at)) for at, signer in enumerate(document.nguoi_ky)
                ),
                "phu_luc": tuple(
                    self._annex(annex, ("phu_luc", at)) for at, annex in enumerate(document.phu_luc)
                ),
            }
        )

    def _tag(self, path: Path, words: str) -> str:
        if len(self.words) > _LAST_TAG - _FIRST_TAG:
            raise fail("VB175", most=_LAST_TAG - _FIRST_TAG)
        self.words[path] = words
        return chr(_FIRST_TAG + len(self.words) - 1)

    def _text(self, path: Path, words: str) -> str:
        return words + self._tag(path, words)

    def _part(self, part: _Part, path: Path) -> _Part:
        texts: dict[str, object] = {}
        for name, value in part:
            here: Path = (*path, name)
            if isinstance(value, str) and name not in _CODES and (value or name in _ALWAYS):
                texts[name] = self._text(here, value)
            elif isinstance(value, tuple) and all(isinstance(line, str) for line in value):
                gap = " " if name in _KNOWN_BY_FIRST_WORD else ""
                texts[name] = tuple(self._text((*here, at), line + gap) for at, line in enumerate(value))
        return part.model_copy(update=texts)

    def _annex(self, annex: PhuLuc, path: Path) -> PhuLuc:
        return replace(
            annex,
            tieu_de=self._text((*path, "tieu_de"), annex.tieu_de),
            noi_dung=self._blocks(annex.noi_dung, (*path, "noi_dung")),
        )

    def _blocks(self, blocks: Sequence[Block], path: Path) -> tuple[Block, ...]:
        return tuple(self._block(block, (*path, at)) for at, block in enumerate(blocks))

    def _block(self, block: Block, path: Path) -> Block:
        if isinstance(block, Para):
            return replace(block, text=self._inline(path, block.text))
        block = replace(block, caption=self._inline(path, block.caption))
        if not isinstance(block, Table):
            return block
        rows = tuple(
            tuple(self._cell(cell, (*path, y, x)) for x, cell in enumerate(row))
            for y, row in enumerate(block.rows)
        )
        return replace(block, rows=rows)

    def _cell(self, cell: Cell, path: Path) -> Cell:
        if cell.merge:
            return cell
        return replace(cell, text=(*cell.text, Run(self._tag(path, plain(cell.text)))))

    def _inline(self, path: Path, text: Inline) -> Inline:
        """A text with its letter in the last run, where "./." would come; without words it has none."""
        for last in range(len(text) - 1, -1, -1):
            if isinstance(run := text[last], Run):
                tagged = replace(run, text=run.text + self._tag(path, plain(text)))
                return (*text[:last], tagged, *text[last + 1 :])
        return text
