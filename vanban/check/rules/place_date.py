"""TT-05: place and date of issue (Phụ lục I, Phần I, II.4)."""
