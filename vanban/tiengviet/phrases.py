"""Words that begin a phrase: before them a title may be parted without tearing a compound word."""

from __future__ import annotations

PHRASE_BEGINNINGS = frozenset(
    (
        *("bằng", "cho", "của", "do", "đến", "để", "đối", "nhằm", "tại", "theo", "thuộc", "trên", "trong"),
        *("từ", "về", "với"),
        *("có", "nhân"),
        *("giai", "năm", "quý"),
    )
)
"""Prepositions, two verbs, words of time; not "và", which joins names (giáo dục và đào tạo)."""
