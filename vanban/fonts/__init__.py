"""Fonts: the files that stand for Times New Roman, the characters they have, the width of a text."""

from vanban.fonts.find import NEEDED_CHARACTERS, VIETNAMESE_LETTERS, FontSet, find_font_set
from vanban.fonts.fontconfig import fontconfig_environment, fontconfig_file
from vanban.fonts.measure import break_lines, check_characters, missing_characters, text_width_pt

__all__ = [
    "NEEDED_CHARACTERS",
    "VIETNAMESE_LETTERS",
    "FontSet",
    "break_lines",
    "check_characters",
    "find_font_set",
    "fontconfig_environment",
    "fontconfig_file",
    "missing_characters",
    "text_width_pt",
]
