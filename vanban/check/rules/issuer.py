"""TT-03: the names of the bodies that issue (Phụ lục I, Phần I, II.2)."""
