"""The page that each paragraph is on, as Word noted when it last laid the paper out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Pages:
    """Counts pages. Word notes each page's start, also one that was asked for: that is one page, not two.

    ``told`` is whether the file has such notes at all; ``column`` counts column breaks within a section.
    """

    told: bool
    page: int = 1
    asked: bool = False
    """Whether a new page is asked for and nothing is written on it yet."""
    column: int = 0
    _fresh: bool = True

    def forced(self) -> None:
        """A new page is asked for."""
        self.page += 1
        self.asked = True
        self._fresh = True

    def broken(self, kind: str) -> None:
        """A break of this kind (``page``, ``column``) stands in the text."""
        if kind == "column":
            self.column += 1
        else:
            self.forced()

    def rendered(self) -> None:
        """Word noted that a page starts here."""
        if not self._fresh:
            self.page += 1
        self._fresh = False

    def wrote(self) -> None:
        """Something is written on the page."""
        self._fresh = self.asked = False

    def mark(self) -> tuple[int, bool]:
        """Where reading is now, for :meth:`back_to`; a later place is the greater mark."""
        return self.page, not self._fresh

    def back_to(self, mark: tuple[int, bool]) -> None:
        """Go back to a mark, to the cell beside one that runs over pages."""
        self.page, written = mark
        self._fresh = not written
