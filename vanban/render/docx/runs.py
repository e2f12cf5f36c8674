"""The runs of a paragraph as WordprocessingML, with whatever their text holds kept as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from vanban.render.docx.styles import NOTE_MARK
from vanban.render.sheet import BOLD, BREAK, ITALIC, NOTE, SheetRun

if TYPE_CHECKING:
    from vanban.render.docx.flow import Extra

_MARK = f'<w:r><w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr>'
_TEXT = '<w:t xml:space="preserve">'


def runs_xml(runs: Sequence[SheetRun], extra: Extra) -> Markup:
    """The ``w:r`` elements of ``runs``.

    Args:
        runs: as in a sheet; a NOTE without a number is the mark of the note that it stands in.
        extra: its ``letters`` are what all of them have besides their style and look.
    """
    letters = extra.get("letters", "")
    out: list[str] = []
    for text, look in runs:
        if not look and not letters:
            out.append(f"<w:r>{_TEXT}{escape(text)}</w:t></w:r>")
        elif look & BREAK:
            out.append("<w:r><w:br/></w:r>")
        elif look & NOTE:
            mark = f'<w:footnoteReference w:id="{text}"/>' if text else "<w:footnoteRef/>"
            out.append(f"{_MARK}{mark}</w:r>")
        else:
            bold = "<w:b/><w:bCs/>" if look & BOLD else ""
            italic = "<w:i/><w:iCs/>" if look & ITALIC else ""
            out.append(f"<w:r><w:rPr>{bold}{italic}{letters}</w:rPr>{_TEXT}{escape(text)}</w:t></w:r>")
    return Markup("".join(out))


def attributes_xml(values: Mapping[str, int | str]) -> Markup:
    """Attributes of Word's namespace, each with a space before it."""
    return Markup("".join(f' w:{name}="{value}"' for name, value in values.items()))
