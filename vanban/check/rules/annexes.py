"""TT-12: annexes (Phụ lục I, Phần I, III.1)."""
