"""The set-up of pages, as ``@page`` gives it, and the sections that have it."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.html.css import SIDES, Said
from vanban.html.values import MM_IN_PT, length_pt
from vanban.paper import PaperSection

_A4_MM = (210.0, 297.0)
_NAMED_MM = {"a4": _A4_MM, "a3": (297.0, 420.0), "a5": (148.0, 210.0), "letter": (215.9, 279.4)}
_LEAST_MM, _MOST_MM = 20.0, 2_000.0


@dataclass
class Sections:
    """The sections of a page by the names of their set-ups; ``pages`` is what ``@page`` says by name."""

    pages: dict[str, dict[str, str]]
    names: list[str] = field(default_factory=lambda: [""])

    def begins(self, said: Said) -> bool:
        """Whether a block asks for pages of a set-up of its own."""
        return said.get("page", "auto").lower() != "auto"

    def begin(self, said: Said, *, anew: bool) -> int:
        """Begin a section, and give its index; the first one is there already unless it is to be ``anew``."""
        if anew:
            self.names.append(said["page"])
        else:
            self.names[-1] = said["page"]
        return len(self.names) - 1

    @property
    def width_mm(self) -> float:
        """Of the text in the last section."""
        return self.made(self.names[-1]).text_width_mm

    def made(self, name: str) -> PaperSection:
        """A set-up of pages; what is not said is as the decree has it."""
        said = self.pages.get("", {}) | self.pages.get(name.lower(), {})
        usual = PaperSection()
        wide, high = _size(said)
        margins = {side: length_pt(said.get(f"margin-{side}", "")) for side in SIDES}
        top, right, bottom, left = (
            usual_mm if found is None or found < 0 else round(found * MM_IN_PT, 1)
            for found, usual_mm in zip(
                margins.values(),
                (usual.top_mm, usual.right_mm, usual.bottom_mm, usual.left_mm),
                strict=True,
            )
        )
        if left + right >= wide or top + bottom >= high:
            top, right, bottom, left = usual.top_mm, usual.right_mm, usual.bottom_mm, usual.left_mm
        header = length_pt(said.get("mso-header-margin", ""))
        return PaperSection(
            wide, high, top, bottom, left, right,
            header_mm=None if header is None else round(header * MM_IN_PT, 1),
        )  # fmt: skip


def _size(said: Said) -> tuple[float, float]:
    words = said.get("size", "").lower().split()
    named = next((_NAMED_MM[word] for word in words if word in _NAMED_MM), _A4_MM)
    lengths = [found * MM_IN_PT for word in words if (found := length_pt(word))]
    wide, high = (lengths[0], lengths[-1]) if lengths else named
    turned = "landscape" in words or said.get("mso-page-orientation", "").lower() == "landscape"
    if turned and wide < high:
        wide, high = high, wide
    if not (_LEAST_MM <= wide <= _MOST_MM and _LEAST_MM <= high <= _MOST_MM):
        return _A4_MM
    return round(wide, 1), round(high, 1)
