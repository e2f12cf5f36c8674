"""TT-21: capitals (Phụ lục II)."""
