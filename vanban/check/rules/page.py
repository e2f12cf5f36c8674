"""TT-01: paper, margins, fonts, colour, page numbers (Phụ lục I, Phần I, I)."""
