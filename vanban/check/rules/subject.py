"""TT-06: tên loại and trích yếu (Phụ lục I, Phần I, II.5)."""
