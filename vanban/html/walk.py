"""The walk through a page as a reader goes: blocks, tables, text, and what is put off to the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from vanban.html.css import Said, Sheet, draws
from vanban.html.flow import Block, Flow
from vanban.html.lists import label_of
from vanban.html.notes import Notes
from vanban.html.pictures import shown
from vanban.html.sections import Sections
from vanban.html.styles import Kind, Style, kind_of, paragraph_look, said_of, style_of
from vanban.html.tables import Place, place_cells
from vanban.html.values import MM_IN_PT, length_pt
from vanban.paper import Cell, PaperTable, TableCell

_ROOTS = ("html", "body")
_SYMBOL_LABELS = {"·": "•", "\uf0b7": "•", "§": "▪", "\uf0a7": "▪"}
"""What the bullets of Word's symbol fonts look like."""
_MOST_TABS = 50
_GAP_PT = 7.0
"""Size of the spaces that Word puts between a label and the text."""
_RUNNING = {("title", "header"): "header", ("title", "footer"): "footer", ("class", "chan"): "footer"}
"""How LibreOffice and we mark what stands at the head and foot of pages."""


@dataclass
class Walk:
    """Reads one page; counts as it goes."""

    sheet: Sheet
    notes: Notes
    sections: Sections
    flow: Flow = field(default_factory=Flow)
    tables: list[PaperTable | None] = field(default_factory=list)
    running: list[tuple[str, Element, Style, int]] = field(default_factory=list)
    """What stands in margins: ``header`` or ``footer``, its element, the style around it, its section."""
    notes_met: list[tuple[int, Element, Style]] = field(default_factory=list)
    places: int = 0
    _counts: list[int] = field(default_factory=list)
    """The numbers of the last items of the lists around."""
    _ruled: list[int] = field(default_factory=list)
    """The places of the cells of this table whose lower side alone is drawn."""
    _continuous: bool = False

    def inside(self, element: Element, style: Style, block: Block) -> None:
        """Read the text and the elements in one."""
        if element.text:
            self.flow.text(element.text, style.look, block, as_typed=style.keeps_spaces)
        for child in element:
            self.element(child, style, block)
            if child.tail:
                self.flow.text(child.tail, style.look, block, as_typed=style.keeps_spaces)

    def element(self, element: Element, outer: Style, block: Block) -> None:
        """Read an element with all that is in it."""
        if element in self.notes.backs or element in self.notes.rules:
            return
        said = said_of(element, self.sheet)
        kind = kind_of(element, said)
        if kind == "none" or self._put_off(element, outer, block):
            return
        style = style_of(outer, said)
        if element in self.notes.calls:
            self.flow.call(self.notes.calls[element], block)
        elif kind == "inline":
            self._inline(element, said, style, block)
        elif kind == "table":
            self._table(element, said, style, block)
        elif element.tag == "hr":
            self._ruler(element, said, block)
        else:
            self._block(element, said, style, block)

    def _put_off(self, element: Element, outer: Style, block: Block) -> bool:
        """Whether an element is read after the body: a note, what stands in a margin."""
        if block.story != "body":
            return False
        if element in self.notes.bodies:
            self.flow.close()
            self.notes_met.append((self.notes.bodies[element], element, outer))
            return True
        for (name, value), kind in _RUNNING.items():
            if element.get(name, "") == value and element.tag == "div":
                self.flow.close()
                self.running.append((kind, element, outer, self.flow.section))
                return True
        return False

    # Blocks

    def _block(self, element: Element, said: Said, style: Style, block: Block) -> None:
        self.flow.close()
        if self.sections.begins(said) and block.story == "body" and not block.cell:
            self._begin_section(said)
            block = replace(block, width_mm=self.sections.width_mm)
        inner = self.block_in(element, said, style, block)
        before = self.flow.count
        if element.tag in ("ul", "ol"):
            start = element.get("start", "1")
            self._counts.append(int(start) - 1 if start.isascii() and start[:5].isdecimal() else 0)
        elif element.tag == "li" and element not in self.notes.bodies:
            self.flow.label = self._label(element, style)
        self.inside(element, style, inner)
        self.flow.close()
        if element.tag in ("ul", "ol"):
            self._counts.pop()
        elif element.tag == "li" and self.flow.label:
            if self.flow.count == before:
                self.flow.empty(inner)
            self.flow.label = ""

    def block_in(self, element: Element, said: Said, style: Style, block: Block) -> Block:
        """What is around the paragraphs in a block."""
        size = style.look.size_pt
        room = block.width_mm / MM_IN_PT
        edges = {
            side: sum(
                length_pt(said.get(f"{part}-{side}", ""), size, room) or 0 for part in ("margin", "padding")
            )
            for side in ("left", "right")
        }
        if element.tag in _ROOTS or self.sections.begins(said):
            edges = {"left": 0, "right": 0}
        left, right = block.left_pt + edges["left"], block.right_pt + edges["right"]
        classes = element.get("class", "").split()
        return replace(
            block,
            look=paragraph_look(style, said, left, right),
            left_pt=left,
            right_pt=right,
            style=classes[0] if classes else block.style,
            lined=(draws(said, "top"), draws(said, "bottom")),
        )

    def _begin_section(self, said: Said) -> None:
        first = self.flow.count == 0
        self.flow.section = self.sections.begin(said, anew=not first)
        self.flow.new_page = self.flow.new_page or not (first or self._continuous)
        self._continuous = False

    def _label(self, element: Element, style: Style) -> str:
        value = element.get("value", "")
        if not self._counts:
            self._counts.append(0)
        self._counts[-1] = int(value) if value.isascii() and value[:5].isdecimal() else self._counts[-1] + 1
        return label_of(style.list_type, self._counts[-1])

    # Text

    def _inline(self, element: Element, said: Said, style: Style, block: Block) -> None:
        if element.tag == "br":
            self._break(said, style, block)
        elif element.tag == "img":
            picture = shown(element, said)
            if picture:
                self.flow.picture(picture, block)
        elif "mso-tab-count" in said:
            count = said["mso-tab-count"].split()[0]
            tabs = int(count) if count.isascii() and count.isdecimal() else 1
            self.flow.text("\t" * min(tabs, _MOST_TABS), style.look, block, as_typed=True)
        elif said.get("mso-list", "").lower() == "ignore":
            label = _text(element).strip(" \u00a0")
            self.flow.set_label(_SYMBOL_LABELS.get(label, label), block)
        elif element.tag in ("sdfield", "input"):
            self._field(element, style, block)
        else:
            is_gap = style.look.size_pt == _GAP_PT and not _text(element).strip(" \u00a0")
            if not (is_gap and self.flow.typed_label()):
                self.inside(element, style, block)

    def _ruler(self, element: Element, said: Said, block: Block) -> None:
        room = block.width_mm / MM_IN_PT
        width = length_pt(said.get("width", element.get("width", "")), whole_pt=room) or room
        aside = said.get("margin-left", "auto") != "auto" or element.get("align", "center") != "center"
        self.flow.rule(block, round(width * MM_IN_PT, 2), centred=not aside or width >= room)

    def _break(self, said: Said, style: Style, block: Block) -> None:
        asked = said.get("page-break-before", said.get("break-before", "")).lower()
        if said.get("mso-break-type", "").lower() == "section-break":
            self._continuous = asked == "auto"
        if asked in ("always", "page", "left", "right"):
            self.flow.close()
            self.flow.new_page = True
        elif asked != "auto":
            self.flow.line_break(style.look, block)

    def _field(self, element: Element, style: Style, block: Block) -> None:
        """A page number of LibreOffice."""
        if element.tag == "sdfield":
            kinds = {"page": "PAGE", "docstat": "NUMPAGES"}
            name = kinds.get(element.get("type", "").lower(), "")
            self.flow.text(_text(element), style.look, block, field=name)

    # Tables

    def _table(self, element: Element, said: Said, style: Style, block: Block) -> None:
        self.flow.close()
        self.tables.append(None)
        number = len(self.tables)
        rows = list(self._rows(element, style, block))
        self.flow.close()
        styles = dict(cell for row in rows for cell in row)
        places = place_cells([[cell for cell, _outer in row] for row in rows])
        columns = max((place.column + place.columns - 1 for row in places for place in row), default=1)
        border = element.get("border", "0").strip() != "0"
        lined: list[bool] = []
        filled: list[tuple[TableCell, ...]] = []
        for row in places:
            cells = []
            for place in row:
                numbers: tuple[int, ...] = ()
                if place.element is not None:
                    numbers, drawn = self._cell(place, number, styles[place.element], block, columns)
                    lined.append(border if drawn is None else drawn)
                cells.append(TableCell(numbers, place.columns, place.rows))
            filled.append(tuple(cells))
        if block.story == "body" and lined:
            draws_lines = 2 * sum(lined) >= len(lined)
            nested = block.cell is not None
            table = PaperTable(number, tuple(filled), draws_lines, self.flow.section, nested)
            self.tables[number - 1] = table
            if not draws_lines:
                self.flow.rule_under(self._ruled)
            self._ruled.clear()

    def _rows(self, table: Element, style: Style, block: Block) -> Iterator[list[tuple[Element, Style]]]:
        """The cells of each row, with the styles around them; what stands in none of them is read before."""
        for child, kind, said in self._parts(table, style, block):
            inner = style_of(style, said)
            if kind == "rows":
                yield from self._rows(child, inner, block)
            elif kind == "row":
                cells = []
                for part, its_kind, _said in self._parts(child, inner, block):
                    if its_kind == "cell":
                        cells.append((part, inner))
                    elif its_kind != "none":
                        self.element(part, inner, block)
                yield cells
            elif kind != "none":
                self.element(child, style, block)

    def _parts(self, table: Element, style: Style, block: Block) -> Iterator[tuple[Element, Kind, Said]]:
        """The elements in a table or row; loose words among them are read."""
        self.flow.text(table.text or "", style.look, block)
        for child in table:
            said = said_of(child, self.sheet)
            yield child, kind_of(child, said), said
            self.flow.text(child.tail or "", style.look, block)

    def _cell(
        self, place: Place, table: int, outer: Style, block: Block, columns: int
    ) -> tuple[tuple[int, ...], bool | None]:
        """The paragraphs of a cell, and whether it draws lines; None where it says nothing of them."""
        element = place.element
        assert element is not None
        said = said_of(element, self.sheet)
        style = style_of(outer, said)
        self.places += 1
        room = block.width_mm / MM_IN_PT
        share = room * place.columns / columns
        width = length_pt(said.get("width", element.get("width", "")), whole_pt=room) or share
        around = replace(
            block,
            left_pt=0,
            right_pt=0,
            width_mm=max(min(width, room) * MM_IN_PT, 1),
            cell=Cell(table, place.row, place.column) if block.story == "body" else None,
            place=self.places,
            lined=(False, False),
        )
        bare = {name: value for name, value in said.items() if not name.startswith(("padding", "margin"))}
        inner = replace(self.block_in(element, bare, style, around), lined=(False, False))
        before = self.flow.count
        self.inside(element, style, inner)
        self.flow.close()
        if self.flow.count == before:
            self.flow.empty(inner)
        added = self.flow.paragraphs[before:]
        numbers = tuple(paragraph.number for paragraph in added if paragraph.cell == inner.cell)
        told = any(name.startswith("border-") and name.endswith("-style") for name in said)
        sides = [side for side in ("top", "right", "bottom", "left") if draws(said, side)]
        if sides == ["bottom"]:
            self._ruled.append(inner.place)
        return numbers, bool(sides) if told else None


def _text(element: Element) -> str:
    return "".join(element.itertext(with_tail=False))
