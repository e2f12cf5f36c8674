"""Signs of Word's symbol fonts as Unicode letters: they are stored at places where no letter has a name."""

from __future__ import annotations

_PRIVATE = 0xF000
_SIGNS = {
    "symbol": {0x2D: "-", 0xB7: "•", 0xB4: "×", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xAE: "→", 0xB0: "°"},
    "wingdings": {
        0x2A: "✉", 0x28: "☎", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•",
        0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□"},
}  # fmt: skip


def plain(text: str, font: str) -> str:
    """A text set in ``font`` with the signs that are known as Unicode; the others stay as they are stored."""
    signs = _SIGNS.get(font.lower(), {})
    return "".join(
        signs.get(ord(letter) - _PRIVATE, letter)
        if ord(letter) >= _PRIVATE
        else signs.get(ord(letter), letter)
        for letter in text
    )
