"""Two documents side by side: which paragraphs are the same, changed, moved, added or removed."""

from vanban.compare.align import compare
from vanban.compare.model import Comparison, Row, Side

__all__ = ["Comparison", "Row", "Side", "compare"]
