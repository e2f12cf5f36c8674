"""The runs of a paragraph as WordprocessingML, with whatever their text holds kept as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from vanban.render.docx.styles import NOTE_MARK
from vanban.render.sheet import BOLD, BREAK, ITALIC, NOTE, SheetRun

if TYPE_CHECKING:
    from vanban.render.docx.rows import Extra

_MARK = f'<w:r><w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr>'
_LOOKS = {
    0: "",
    BOLD: "<w:b/><w:bCs/>",
    ITALIC: "<w:i/><w:iCs/>",
    BOLD | ITALIC: "<w:b/><w:bCs/><w:i/><w:iCs/>",
}
_TEXT = '<w:t xml:space="preserve">'


def runs_xml(runs: Sequence[SheetRun], extra: Extra) -> str:
    """The ``w:r`` elements of ``runs``.

    Args:
        runs: as in a sheet; a NOTE without a number is the mark of the note that it stands in.
        extra: its ``letters`` are what all of them have besides their style and look.
    """
    letters = extra.get("letters", "")
    out: list[str] = []
    for text, look in runs:
        if look & BREAK:
            out.append("<w:r><w:br/></w:r>")
            continue
        if look & NOTE:
            mark = f'<w:footnoteReference w:id="{text}"/>' if text else "<w:footnoteRef/>"
            out.append(f"{_MARK}{mark}</w:r>")
            continue
        properties = ""
        if look or letters:
            properties = f"<w:rPr>{_LOOKS[look & (BOLD | ITALIC)]}{letters}</w:rPr>"
        out.append(f"<w:r>{properties}{_TEXT}{escape(str(text), quote=False)}</w:t></w:r>")
    return "".join(out)


def attributes_xml(values: Mapping[str, int | str]) -> str:
    """Attributes of Word's namespace, each with a space before it."""
    return "".join(f' w:{name}="{value}"' for name, value in values.items())
