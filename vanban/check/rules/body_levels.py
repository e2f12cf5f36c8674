"""TT-08, second half: levels of the body and their numbers (Phụ lục I, Phần I, II.6.d, đ)."""
