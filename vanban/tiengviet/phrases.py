"""Words that begin a phrase: before them a title may be parted without tearing a compound word."""

from __future__ import annotations

PHRASE_BEGINNINGS = frozenset(
    ("bằng", "cho", "có", "của", "do", "đối", "đến", "để", "giai", "năm", "nhân", "nhằm", "quý", "tại", "theo",
     "thuộc", "trên", "trong", "từ", "về", "với")
)  # fmt: skip
"""Prepositions and words of time; "và" is not one of them, since it joins names (giáo dục và đào tạo)."""
