"""TT-07: the legal bases (Phụ lục I, Phần I, II.6.a)."""
