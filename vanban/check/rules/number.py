"""TT-04: số and ký hiệu (Phụ lục I, Phần I, II.3)."""
