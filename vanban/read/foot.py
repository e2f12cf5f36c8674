"""The foot of a paper: who signs (ô 7), who receives it (ô 9b), who drafted it (ô 12), the address (ô 13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.document.model import Document
from vanban.document.values import bare_entry
from vanban.parts import Part
from vanban.read.original import Original, text_of
from vanban.thethuc.writing import AUTHORITIES

_KEPT = re.compile(r"^Lưu\b\s*:?\s*", re.IGNORECASE)
_HEADED = re.compile(r"^Nơi (?:nhận|gửi)\s*[:.;]?\s*", re.IGNORECASE)
_DASH = re.compile(r"^[-–—•+*]\s*")
_DRAFTER = re.compile(r"^(?P<who>.*?)(?:(?:[.,\s]+\(?|\()(?P<copies>[1-9]\d{0,3})\)?b?)?[.,\s]*$")
_USUAL_COPY = str(Document.model_fields["luu"].default)
"""What the form writes behind "Lưu:" by itself."""
_ENTRY_ENDS = (";", ".")


def foot(original: Original) -> dict[str, object]:
    """The parts of the document that stand below its body, by name."""
    return {
        "nguoi_ky": _signers(original),
        **_recipients(original),
        **_drafter(original),
        "dia_chi": [_said(original, part) for part in original.anatomy.all("dia_chi")],
    }


def _said(original: Original, part: Part) -> str:
    text = text_of([part])
    original.keep(part, text)
    return text


# Who signs --------------------------------------------------------------------------------------------


@dataclass
class _Signer:
    """One block of lines; ``column`` is the table and column that it stands in."""

    column: tuple[int, int]
    office: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    name: list[str] = field(default_factory=list)

    def as_data(self, place: str) -> dict[str, object]:
        """The last line of the office is the post itself, unless it says on whose behalf (II.7.b)."""
        lines = list(self.office)
        post = "" if lines and _is_authority(lines[-1]) else (lines.pop() if lines else "")
        return {
            "quyen_han": lines,
            "chuc_vu": post,
            "chuc_vu_khac": " ".join(self.other),
            "ho_ten": " ".join(self.name),
            "vi_tri": place,
        }


def _is_authority(line: str) -> bool:
    return line.split(" ")[0].upper() in AUTHORITIES


def _signers(original: Original) -> list[dict[str, object]]:
    """The signers in reading order; each column of the foot is read by itself."""
    open_blocks: dict[tuple[int, int], _Signer] = {}
    signers: list[_Signer] = []
    for part in original.anatomy.all("quyen_han", "chuc_vu_khac", "ho_ten"):
        text = _said(original, part)
        cell = part.paragraph.cell
        column = (cell.table, cell.column) if cell else (0, 0)
        block = open_blocks.get(column)
        if block is None or (part.id != "chuc_vu_khac" and block.name):
            block = open_blocks[column] = _Signer(column)
            signers.append(block)
        {"quyen_han": block.office, "chuc_vu_khac": block.other, "ho_ten": block.name}[part.id].append(text)
    first = min((column for _, column in open_blocks), default=0)
    beside = len(open_blocks) > 1
    return [signer.as_data("trai" if beside and signer.column[1] == first else "phai") for signer in signers]


# Who receives it --------------------------------------------------------------------------------------


def _recipients(original: Original) -> dict[str, object]:
    """Each entry begins with a dash; a line without one goes on from the line above."""
    entries: list[str] = []
    for part in original.anatomy.all("noi_nhan_tu"):
        words = _HEADED.sub("", text_of([part]))
        original.keep(part, words)
        _add(entries, words)
    parts = original.anatomy.all("noi_nhan")
    for part in parts:
        _add(entries, text_of([part]))
    copies = [bare_entry(_KEPT.sub("", entry)) for entry in entries if _KEPT.match(entry)]
    entries = [entry for entry in entries if not _KEPT.match(entry)]
    given: dict[str, object] = {"luu": ", ".join(copy for copy in copies if copy)}
    for part in parts:
        kept = _KEPT.sub("", _DASH.sub("", text_of([part])))
        usual = given["luu"] == _USUAL_COPY and bare_entry(kept) == _USUAL_COPY
        original.keep(part, "" if usual else kept)
    given["noi_nhan"] = [entry for name in entries if (entry := bare_entry(name))]
    return given


def _add(entries: list[str], text: str) -> None:
    """Add an entry, or go on with the last, which a line break cut."""
    if not text:
        return
    begins = _DASH.match(text) or _KEPT.match(text) or not entries or entries[-1].endswith(_ENTRY_ENDS)
    if begins:
        entries.append(_DASH.sub("", text))
    else:
        entries[-1] += f" {text}"


def _drafter(original: Original) -> dict[str, object]:
    parts: Sequence[Part] = original.anatomy.all("nguoi_soan_thao")
    if not parts:
        return {}
    found = _DRAFTER.match(text_of(parts))
    who, copies = (found["who"], found["copies"]) if found else (text_of(parts), None)
    for part in parts:
        original.keep(part, who, copies or "")
    return {"nguoi_soan_thao": who, "so_ban": copies or ""}
