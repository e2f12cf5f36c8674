"""TT-08, first half: how the body looks (Phụ lục I, Phần I, II.6.e)."""
